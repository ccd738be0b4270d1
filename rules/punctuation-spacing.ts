import {HAN} from '../src/core/characters.js';
import {defineRule} from '../src/core/rule.js';

interface Options {
  digits: boolean;
  latin: boolean;
  marks: boolean;
}

export default defineRule<Options, 'space'>({
  id: 'punctuation-spacing',
  severity: 'off',
  inspection: 'hint',
  fix: 'suggested',
  basis: ['机关文稿惯例（国家标准无此条）'],
  summary: {
    zh: '汉字与数字、字母之间，全角标点前后不加空格',
    en: 'No space between Chinese and digits or letters, nor beside full-width marks',
  },
  defaults: {digits: true, latin: false, marks: true},
  options: z => ({
    digits: z.boolean().describe('汉字与数字之间 / between Chinese and digits'),
    latin: z.boolean().describe('汉字与拉丁字母之间 / between Chinese and Latin letters'),
    marks: z
      .boolean()
      .describe('全角标点之后，前引号、前书名号、前括号之前 / after full-width marks, and before opening ones'),
  }),
  messages: {
    space: {
      zh: '“{found}”中间不应有空格：应为“{expected}”',
      en: 'Unexpected space in `{found}`: expected `{expected}`',
    },
  },
  check(article, {options, report}) {
    const others = (options.digits ? '\\d' : '') + (options.latin ? 'A-Za-z' : '');
    const patterns = [
      ...(others ? [`(?<=[${HAN}])( {1,2})(?=[${others}])|(?<=[${others}%％℃])( {1,2})(?=[${HAN}])`] : []),
      ...(options.marks
        ? [`(?<=[，。、；：！？）》”])( {1,2})(?=[${HAN}\\w“《（])|(?<=[${HAN}\\w])( {1,2})(?=[“《（])`]
        : []),
    ];
    if (patterns.length === 0) return;
    const space = new RegExp(patterns.join('|'), 'g');
    for (const block of article.blocks) {
      if (!PROSE.has(block.role) || !block.text.includes(' ')) continue;
      const text = block.normalized;
      for (const {0: found, index: at} of text.matchAll(space)) {
        if (block.inLiteral(at)) continue;
        const end = at + found.length;
        const [left, right] = [text.slice(Math.max(0, at - 4), at).trimStart(), text.slice(end, end + 4).trimEnd()];
        report(block, [at, end], 'space', {
          data: {found: left + found + right, expected: left + right},
          fix: [{range: [at, end], text: ''}],
        });
      }
    }
  },
});

/** Elsewhere spaces set out columns, names and numbers. */
const PROSE: ReadonlySet<string> = new Set(['paragraph', 'item', 'caption']);
