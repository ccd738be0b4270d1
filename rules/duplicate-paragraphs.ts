import type {Article, Block} from '../src/core/article.js';
import {foldWidth} from '../src/core/characters.js';
import {defineRule} from '../src/core/rule.js';
import {Similar} from '../src/core/similarity.js';

interface Options {
  minLength: number;
  similarity: number;
}

export default defineRule<Options, 'repeated' | 'repeatedRun' | 'similar' | 'first'>({
  id: 'duplicate-paragraphs',
  severity: 'error',
  basis: ['《报纸编校质量评比差错认定细则》第十七条'],
  summary: {zh: '段落不得重复', en: 'No paragraph stands twice'},
  defaults: {minLength: 20, similarity: 0.9},
  options: z => ({
    minLength: z
      .int()
      .min(1)
      .describe(
        '不计空白，短于此字数的段落单独重复时不报 / paragraphs shorter than this, white space aside, may repeat alone',
      ),
    similarity: z
      .number()
      .min(0.5)
      .max(1)
      .describe(
        '改动后重复的相似度下限，1 为只报完全相同 / from which likeness an edited copy is reported; 1 for exact copies only',
      ),
  }),
  messages: {
    repeated: {
      zh: '这一段与第 {line} 行重复：只应保留一处，请删去其中一段',
      en: 'This paragraph repeats line {line}: expected once; delete one of the two',
    },
    repeatedRun: {
      zh: '从这里起连续 {count} 段与第 {line} 行起的内容重复：只应保留一份，请删去其中一份',
      en: '{count} paragraphs from here on repeat those from line {line} on: expected once; delete one of the two',
    },
    similar: {
      zh: '这一段与第 {line} 行有 {percent}% 相同，像是改动后的重复：请核对，只保留一处',
      en: 'This paragraph is {percent} % the same as line {line}, like an edited copy: compare them and keep one',
    },
    first: {zh: '第一次出现在这里', en: 'First stands here'},
  },
  check(article, {options, report}) {
    const runs = repeatedRuns(article, options.minLength);
    const copies = new Set<Block>();
    for (const {first, copy} of runs) {
      for (const block of copy) copies.add(block);
      const original = first[0]!;
      const line = article.source.point(original.at(0)).line;
      const data = {line, count: copy.length};
      const related = [{place: article, range: spanOf(first), message: 'first' as const}];
      report(article, spanOf(copy), copy.length === 1 ? 'repeated' : 'repeatedRun', {data, related, repeat: true});
    }
    if (options.similarity >= 1) return;
    const similar = new Similar<Block>(options.similarity);
    for (const block of article.blocks) {
      if (!isProse(block) || copies.has(block)) continue;
      const match = similar.add(block, foldWidth(block.text));
      if (!match) continue;
      const line = article.source.point(match.item.at(0)).line;
      report(block, [0, block.text.length], 'similar', {
        severity: 'warning',
        data: {line, percent: Math.floor(match.similarity * 100)},
        related: [{place: match.item, range: [0, match.item.text.length], message: 'first'}],
      });
    }
  },
});

interface RepeatedRun {
  first: Block[];
  copy: Block[];
}

function spanOf(blocks: readonly Block[]): readonly [number, number] {
  return [blocks[0]!.span[0], blocks.at(-1)!.span[1]];
}

/**
 * Finds runs of blocks that stand a second time, in one pass: each block looks up the earlier one with the same words,
 * and the run goes on while both sides go on alike. Metadata lines and template text are stepped over, because the
 * second copy of a whole article often has them changed.
 */
function repeatedRuns(article: Article, minLength: number): RepeatedRun[] {
  const blocks = article.blocks.filter(({role}) => role !== 'metadata' && role !== 'furniture' && role !== 'image');
  const keys = blocks.map(({text}) => foldWidth(text));
  const firstWith = new Map<string, number>();
  const runs: RepeatedRun[] = [];
  let index = 0;
  while (index < blocks.length) {
    const original = firstWith.get(keys[index]!);
    if (original === undefined) {
      firstWith.set(keys[index]!, index);
      index++;
      continue;
    }
    let length = 1;
    while (
      index + length < blocks.length &&
      original + length < index &&
      keys[original + length] === keys[index + length]
    )
      length++;
    const copy = blocks.slice(index, index + length);
    if (counts(copy, keys.slice(index, index + length), minLength))
      runs.push({first: blocks.slice(original, original + length), copy});
    index += length;
  }
  return runs;
}

/**
 * Whether a run is worth a finding: it holds a paragraph that ends like a sentence, or is several long lines.
 * A poem's refrain, a slogan under two headings, a caption used twice and 「（盖章）」 in a form are not.
 */
function counts(copy: readonly Block[], keys: readonly string[], minLength: number): boolean {
  return copy.some((block, i) => {
    const length = keys[i]!.length;
    if (block.role === 'item')
      return length >= 2 * minLength || (copy.length > 1 && length >= minLength && isSentence(block.text));
    return block.role === 'paragraph' && ((length >= minLength && isSentence(block.text)) || length >= 3 * minLength);
  });
}

function isSentence(text: string): boolean {
  return /[。！？…][”’）)》】]*$/.test(text);
}

/** Lines of a form (需提供身份证复印件) are alike by nature: only what ends like a sentence is compared. */
function isProse({role, text}: Block): boolean {
  return (role === 'paragraph' || role === 'item') && isSentence(text);
}
