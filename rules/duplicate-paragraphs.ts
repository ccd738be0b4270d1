import type {Article, Block} from '../src/core/article.js';
import {foldWidth} from '../src/core/characters.js';
import {defineRule, type RuleContext} from '../src/core/rule.js';
import {likeness, Similar} from '../src/core/similarity.js';

interface Options {
  minLength: number;
  similarity: number;
  minSentence: number;
  allow: readonly string[];
}

type Message = 'repeated' | 'repeatedRun' | 'similar' | 'sentence' | 'again' | 'first';
type Context = RuleContext<Options, Message>;

export default defineRule<Options, Message>({
  id: 'duplicate-paragraphs',
  severity: 'error',
  inspection: 'points',
  fix: 'suggested',
  basis: ['《报纸编校质量评比差错认定细则》第十七条'],
  summary: {zh: '段落、句子不得重复', en: 'No paragraph or sentence stands twice'},
  defaults: {minLength: 20, similarity: 0.9, minSentence: 15, allow: []},
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
    minSentence: z
      .int()
      .min(5)
      .describe('同一段里，短于此字数的句子可以重复 / sentences of one paragraph shorter than this may repeat'),
    allow: z
      .array(z.string().min(1))
      .describe(
        '含有这些文字的段落可以重复，如声明、落款 / paragraphs that hold one of these may repeat, as notices do',
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
    sentence: {
      zh: '“{sentence}”在这一段里有 {count} 处：只应保留一处，请删去重复的',
      en: '`{sentence}` stands {count} times in this paragraph: expected once; delete the copies',
    },
    again: {zh: '这里又重复', en: 'Here again'},
    first: {zh: '第一次出现在这里', en: 'First stands here'},
  },
  check(article, context) {
    const {report, options} = context;
    const runs = repeatedRuns(article, options);
    const copies = new Set<Block>();
    for (const {first, copy, setPhrase} of runs) {
      for (const block of copy) copies.add(block);
      const original = first[0]!;
      const line = article.source.point(original.at(0)).line;
      const data = {line, count: copy.length};
      const related = [{place: article, range: spanOf(first), message: 'first' as const}];
      report(article, spanOf(copy), copy.length === 1 ? 'repeated' : 'repeatedRun', {
        ...(setPhrase && {severity: 'note'}),
        data,
        related,
        repeat: true,
      });
    }
    const severity = isRegulation(article) ? 'note' : 'warning';
    const similar = options.similarity < 1 ? new Similar<Block>(options.similarity) : undefined;
    for (const block of article.blocks) {
      if (copies.has(block) || !isProse(block) || isAllowed(block, options)) continue;
      checkSentences(block, context);
      const match = similar?.add(block, block.folded);
      if (!match) continue;
      const line = article.source.point(match.item.at(0)).line;
      report(block, [0, block.text.length], 'similar', {
        severity: MEANT_ALIKE.test(block.text) || block.role === 'item' ? 'note' : severity,
        data: {line, percent: Math.floor(match.similarity * 100)},
        related: [{place: match.item, range: [0, match.item.text.length], message: 'first'}],
      });
    }
  },
});

/** Provisions of a regulation are often worded alike on purpose. */
function isRegulation({blocks}: Article): boolean {
  let articles = 0;
  return blocks.some(
    ({text}) => text.startsWith('第') && /^第[一二三四五六七八九十百]{1,5}条/.test(text) && ++articles === 3,
  );
}

/** Amendments are quoted paragraph by paragraph, and two questions may have nearly the same answer. */
const MEANT_ALIKE = /^(?:“|答)/;

/** What two copies of a sentence may differ in; marks are normalized. */
const FOLDS = /[\s\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;
const SENTENCE_END = /[。！？…]+[”’）」]*/g;

/** Sentences that stand twice in a paragraph. What is quoted is repeated as it was said. */
function checkSentences(block: Block, {options, report}: Context): void {
  const text = block.normalized;
  if (text.length < 2 * options.minSentence) return;
  const places = new Map<string, Array<readonly [number, number]>>();
  const folds = FOLDS.test(text);
  let end = 0;
  for (const mark of text.matchAll(SENTENCE_END)) {
    const start = end;
    end = mark.index + mark[0].length;
    if (end - start < options.minSentence) continue;
    const sentence = text.slice(start, end);
    const key = folds ? foldWidth(sentence) : sentence;
    const range = [start, end] as const;
    const same = places.get(key);
    if (!same) places.set(key, [range]);
    else if (!block.inQuotation(start) && !sentence.startsWith('“')) same.push(range);
  }
  for (const [first, second, ...more] of places.values()) {
    if (!second) continue;
    const words = text.slice(...second).trim();
    const others = [first!, ...more].slice(0, MOST_PLACES);
    const copies = [second, ...more];
    report(block, second, 'sentence', {
      severity: 'warning',
      data: {sentence: words.length > 20 ? `${words.slice(0, 20)}…` : words, count: copies.length + 1},
      related: others.map(range => ({place: block, range, message: range === first ? 'first' : 'again'})),
      ...(copies.length <= MOST_PLACES && {fix: copies.map(range => ({range, text: ''}))}),
    });
  }
}

/** Of a sentence pasted hundreds of times, so many places are named. */
const MOST_PLACES = 50;

function isAllowed({text}: Block, {allow}: Options): boolean {
  return allow.some(words => text.includes(words));
}

interface RepeatedRun {
  first: Block[];
  copy: Block[];
  /** One or two paragraphs that stand in three or more places, as the same remark below each answer does. */
  setPhrase: boolean;
}

function spanOf(blocks: readonly Block[]): readonly [number, number] {
  return [blocks[0]!.span[0], blocks.at(-1)!.span[1]];
}

/**
 * Finds runs of blocks that stand a second time, in one pass: each block looks up the earlier one with the same words,
 * and the run goes on while both sides go on alike. Metadata lines and template text are stepped over, because the
 * second copy of a whole article often has them changed.
 */
function repeatedRuns(article: Article, options: Options): RepeatedRun[] {
  const blocks = article.blocks.filter(
    block =>
      block.role !== 'metadata' && block.role !== 'furniture' && block.role !== 'image' && !isAllowed(block, options),
  );
  const keys = blocks.map(({folded}) => folded);
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
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
    const [firstEnd, copyEnd] = runFrom(blocks, keys, [original, index], options.similarity);
    const copy = blocks.slice(index, copyEnd);
    const apart = firstEnd < index;
    const setPhrase = apart && copy.length <= 2 && keys.slice(index, copyEnd).every(key => times.get(key)! >= 3);
    if (counts(copy, keys.slice(index, copyEnd), options.minLength))
      runs.push({first: blocks.slice(original, firstEnd), copy, setPhrase});
    index = copyEnd;
  }
  return runs;
}

/**
 * How far a run goes from two equal blocks on: over equal blocks, and over one that was edited, left out or put in when both
 * sides go on alike behind it.
 */
function runFrom(
  blocks: readonly Block[],
  keys: readonly string[],
  [original, index]: readonly [number, number],
  similarity: number,
): readonly [number, number] {
  let first = original + 1;
  let copy = index + 1;
  const same = (a: number, b: number) => a < index && b < keys.length && keys[a] === keys[b];
  for (;;) {
    if (same(first, copy)) {
      first++;
      copy++;
    } else if (first < index && copy < keys.length && isEdited(blocks, keys, [first, copy], similarity)) {
      first++;
      copy++;
    } else if (same(first, copy + 1) && same(first + 1, copy + 2)) copy++;
    else if (same(first + 1, copy) && same(first + 2, copy + 1)) first++;
    else return [first, copy];
  }
}

function isEdited(
  blocks: readonly Block[],
  keys: readonly string[],
  [first, copy]: readonly [number, number],
  similarity: number,
): boolean {
  if (similarity >= 1 || blocks[first]!.role !== blocks[copy]!.role) return false;
  const [a, b] = [keys[first]!, keys[copy]!];
  return Math.min(a.length, b.length) >= 20 && likeness(a, b) >= similarity;
}

/** 「（2）《……公告》（2024年第4号）」: the same document may be named in several places. */
const REFERENCE = /^(?:[（(]?\d{1,2}[)）.．、])?\s*《[^》]{1,200}》(?:[（(][^（）()]{1,60}[)）])?[。；]?$/;

/**
 * Whether a run is worth a finding: it holds a paragraph that ends like a sentence, or is several long lines.
 * A poem's refrain, a slogan under two headings, a caption used twice and 「（盖章）」 in a form are not.
 */
function counts(copy: readonly Block[], keys: readonly string[], minLength: number): boolean {
  return copy.some((block, i) => {
    const length = keys[i]!.length;
    if (copy.length === 1 && REFERENCE.test(block.text)) return false;
    if (block.role === 'item')
      return length >= 2 * minLength || (copy.length > 1 && length >= minLength && isSentence(block.text));
    return block.role === 'paragraph' && ((length >= minLength && isSentence(block.text)) || length >= 3 * minLength);
  });
}

/** Behind the last sentence may stand who wrote it, or who signs: 「……。（记者 覃小兰）」. */
function isSentence(text: string): boolean {
  return /[。！？…]/.test(text);
}

/** From this length on a paragraph is prose though it leads on to the next one: 「……现将有关事项通知如下：」. */
const LONG = 60;

/** Lines of a form (需提供身份证复印件) are alike by nature: only what is a sentence is compared. */
function isProse({role, text}: Block): boolean {
  return (
    (role === 'paragraph' || role === 'item') && (isSentence(text) || (text.length >= LONG && /[，；]/.test(text)))
  );
}
