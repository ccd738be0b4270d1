import type {Block} from '../src/core/article.js';
import {hash} from '../src/core/hash.js';
import {likeness, SLOTS, signatureOf} from '../src/core/min-hash.js';
import {defineRule, type Summarized} from '../src/core/rule.js';

interface Options {
  minLength: number;
  similarity: number;
}

/** What is kept of an article: about 400 bytes. */
interface Fingerprint {
  /** Hash of the whole text: equal for exact copies. */
  readonly exact: string;
  /** MinHash signature of the text. */
  readonly signature: string;
  /** The smallest hashes of the figures in the article, sorted, a character each. */
  readonly figures: string;
}

type Kept = Summarized<Fingerprint>;
type Message = 'identical' | 'similar' | 'copy';

export default defineRule<Options, Message, Fingerprint>({
  id: 'duplicate-articles',
  severity: 'warning',
  inspection: 'points',
  basis: ['《报纸编校质量评比差错认定细则》第十七条'],
  summary: {zh: '一篇文章不得在几个文件里重复', en: 'No article stands in several files'},
  defaults: {minLength: 200, similarity: 0.9},
  options: z => ({
    minLength: z
      .int()
      .min(20)
      .describe('正文不计空白短于此字数的文章不比较 / articles shorter than this, white space aside, are not compared'),
    similarity: z
      .number()
      .min(0.8)
      .max(1)
      .describe('相似度下限，1 为只报完全相同 / from which likeness copies are reported; 1 for exact copies only'),
  }),
  messages: {
    identical: {
      zh: '另有 {count} 个文件的正文与本文完全相同（{path}）：同一篇文章只应保留一份，其他栏目请改用链接',
      en: '{count} more with the same text ({path}): expected once; keep one and link to it from elsewhere',
    },
    similar: {
      zh: '另有 {count} 个文件的正文与本文相近（{path}，相似度最低 {percent}%）：请核对，同一篇文章只保留一份，其他栏目请改用链接',
      en: '{count} more with nearly the same text ({path}, {percent} % the same or more): compare them, keep one and link to it from elsewhere',
    },
    copy: {zh: '正文有 {percent}% 与之相同', en: '{percent} % of the text is the same'},
  },
  check() {},
  summarize(article, {options}) {
    const blocks = article.blocks.filter(isText);
    const text = blocks.map(({folded}) => folded).join('');
    if (text.length < options.minLength) return undefined;
    const title = article.blocks.find(({role}) => role === 'title');
    const figures = figuresOf(`${title?.folded ?? ''} ${text}`);
    const {span} = title ?? blocks[0]!;
    return {value: {exact: hash(text), signature: signatureOf(text), figures}, range: span};
  },
  finish(articles, {options, report}) {
    for (const {first, copies} of groupsOf(articles, options.similarity)) {
      const shares = copies.map(copy => shareOf(first, copy));
      const percent = Math.min(...shares.slice(0, MOST_RELATED));
      const data = {count: copies.length, path: copies[0]!.path};
      const related = copies
        .slice(0, MOST_RELATED)
        .map((article, index) => ({article, message: 'copy' as const, data: {percent: shares[index]!}}));
      if (percent === 100) report(first, 'identical', {data, related});
      else {
        const sure = copies.every(({value}) => value.figures === first.value.figures);
        report(first, 'similar', {...(!sure && {severity: 'note'}), data: {...data, percent}, related});
      }
    }
  },
});

/** An error page saved a thousand times is one finding, not a thousand places. */
const MOST_RELATED = 100;

/** What an article says; its headline, source and date may differ between two columns of a site. */
function isText({role}: Block): boolean {
  return role !== 'title' && role !== 'metadata' && role !== 'furniture' && role !== 'image';
}

const MOST_FIGURES = 32;

function figuresOf(text: string): string {
  const units = new Set<number>();
  for (const [figure] of text.matchAll(/\d+(?:\.\d+)?/g)) units.add(unitOf(figure));
  return String.fromCharCode(...[...units].sort((a, b) => a - b).slice(0, MOST_FIGURES));
}

/** 15 bits, so that no unit is half a surrogate pair. */
function unitOf(figure: string): number {
  let value = 0;
  for (let i = 0; i < figure.length; i++) value = Math.imul(value ^ figure.charCodeAt(i), 0x9e3779b1);
  return Math.imul(value ^ (value >>> 15), 0x85ebca6b) >>> 17;
}

/** Notices made from one form, such as the water report of each month, differ in their figures and are no copies. */
const FIGURES_SHARED = 0.8;

function sameFigures(a: string, b: string): boolean {
  if (a === b) return true;
  const union = [...new Set([...a, ...b])].sort().slice(0, MOST_FIGURES);
  const shared = union.filter(unit => a.includes(unit) && b.includes(unit));
  return shared.length >= FIGURES_SHARED * union.length;
}

/** In whole percent; 100 for exact copies only. */
function shareOf({value: a}: Kept, {value: b}: Kept): number {
  return a.exact === b.exact ? 100 : Math.min(99, Math.floor(100 * likeness(a.signature, b.signature)));
}

interface Group {
  readonly first: Kept;
  readonly copies: Kept[];
}

/** Bands of the signature: two articles are compared when one band is equal, which at a likeness of 0.9 fails once in 10,000. */
const BANDS = 16;
const ROWS = SLOTS / BANDS;
/** Articles made from one form fill a bucket; past this many they are no longer compared, so that time stays linear. */
const MOST_IN_BUCKET = 8;

/** Groups of copies in the order of their first articles; copies are in the order of the files. */
function groupsOf(articles: readonly Kept[], similarity: number): Group[] {
  const firsts = exactFirsts(articles);
  if (similarity < 1) joinSimilar(articles, firsts, similarity);
  const groups = new Map<number, Group>();
  articles.forEach((article, index) => {
    const first = rootOf(firsts, index);
    if (first === index) groups.set(index, {first: article, copies: []});
    else groups.get(first)!.copies.push(article);
  });
  return [...groups.values()].filter(({copies}) => copies.length > 0);
}

/** For each article the index of the first exact copy of it, its own when there is none. */
function exactFirsts(articles: readonly Kept[]): Uint32Array {
  const byText = new Map<string, number>();
  return Uint32Array.from(articles, ({value: {exact}}, index) => {
    const first = byText.get(exact);
    if (first === undefined) byText.set(exact, index);
    return first ?? index;
  });
}

/** Joins the groups of similar articles; one band after the other, so that only one is held in memory. */
function joinSimilar(articles: readonly Kept[], firsts: Uint32Array, similarity: number): void {
  const exact = firsts.slice();
  for (let band = 0; band < BANDS; band++) {
    const buckets = new Map<string, number[]>();
    articles.forEach(({value}, index) => {
      if (exact[index] !== index) return;
      const key = value.signature.slice(band * ROWS, (band + 1) * ROWS);
      const bucket = buckets.get(key);
      if (!bucket) {
        buckets.set(key, [index]);
        return;
      }
      let joined = false;
      for (const other of bucket) {
        const [a, b] = [rootOf(firsts, other), rootOf(firsts, index)];
        joined ||= a === b;
        if (a === b || !isCopy(articles[other]!.value, value, similarity)) continue;
        firsts[Math.max(a, b)] = Math.min(a, b);
        joined = true;
      }
      if (!joined && bucket.length < MOST_IN_BUCKET) bucket.push(index);
    });
  }
}

function isCopy(a: Fingerprint, b: Fingerprint, similarity: number): boolean {
  return likeness(a.signature, b.signature) >= similarity && sameFigures(a.figures, b.figures);
}

/** Follows the links to the first article of a group, and shortens them on the way. */
function rootOf(firsts: Uint32Array, index: number): number {
  let root = index;
  while (firsts[root] !== root) root = firsts[root]!;
  for (let at = index; at !== root; ) {
    const next = firsts[at]!;
    firsts[at] = root;
    at = next;
  }
  return root;
}
