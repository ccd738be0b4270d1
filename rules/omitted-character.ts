import type {Block} from '../src/core/article.js';
import {type OmissionTable, omissionsFrom, omissionsIn} from '../src/core/omission.js';
import {defineRule} from '../src/core/rule.js';

interface Options {
  allow: readonly string[];
}

export default defineRule<Options, 'omitted'>({
  id: 'omitted-character',
  // Incubating: what it finds is mostly right, but it finds few of the characters left out.
  severity: 'off',
  inspection: 'points',
  fix: 'suggested',
  basis: ['《报纸编校质量评比差错认定细则》（漏字）'],
  summary: {zh: '常用词语里不漏字', en: 'No character is left out of a common phrase'},
  defaults: {allow: []},
  options: z => ({
    allow: z
      .array(z.string())
      .describe(
        '不查的写法，例如机构简称：报告的四个字在其中即不报 / phrases that are right here, such as short names: nothing is reported inside them',
      ),
  }),
  messages: {
    omitted: {
      zh: '“{word}”疑漏“{character}”字：应为“{right}”',
      en: '`{word}` may lack `{character}`: expected `{right}`',
    },
  },
  async load() {
    if (known) return;
    const {table} = await import('./data/omitted-character.js');
    known = omissionsFrom(table);
  },
  check(article, {options, report}) {
    if (!known) return;
    for (const block of article.blocks) {
      if (block.role !== 'paragraph' && block.role !== 'item') continue;
      const text = block.normalized;
      for (const {at, character} of omissionsIn(known, text)) {
        if (isQuoted(block, at) || isAllowed(text, at, options.allow)) continue;
        const [before, after] = [text.slice(at - 2, at), text.slice(at, at + 2).replace(MARK, '')];
        report(block, [at - before.length, at + after.length], 'omitted', {
          data: {word: before + after, character, right: before + character + after},
          fix: [{range: [at, at], text: character}],
        });
      }
    }
  },
});

/** Shared by all runs; undefined until the rule is first loaded. */
let known: OmissionTable | undefined;

const MARK = /[^\p{Script=Han}].*$/u;

/** Names of documents and what others said stand as they were written. */
function isQuoted(block: Block, at: number): boolean {
  return block.inTitle(at) || block.inQuotation(at) || block.inLiteral(at);
}

/** Whether the gap lies inside one of the phrases. */
function isAllowed(text: string, at: number, phrases: readonly string[]): boolean {
  return phrases.some(phrase => {
    const near = text.slice(Math.max(0, at - phrase.length + 1), at + phrase.length - 1);
    return phrase.length > 1 && near.includes(phrase);
  });
}
