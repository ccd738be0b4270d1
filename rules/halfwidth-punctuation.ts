import type {Article, Block} from '../src/core/article.js';
import {chineseAt, HAN, hanAt} from '../src/core/characters.js';
import {defineRule, type Edit, type ReportDetails, type Severity} from '../src/core/rule.js';
import type {Span} from '../src/core/source.js';

interface Options {
  latinBrackets: boolean;
}

type Message = 'mark' | 'brackets' | 'throughout';

export default defineRule<Options, Message>({
  id: 'halfwidth-punctuation',
  severity: 'error',
  inspection: 'points',
  fix: 'safe',
  basis: [
    'GB/T 15834-2011 4.1.2',
    'GB/T 15834-2011 4.4.2',
    'GB/T 15834-2011 4.9.2',
    'GB/T 15834-2011 4.15.2',
    'GB/T 15834-2011 5.1',
  ],
  summary: {zh: '中文里用全角标点，不用半角标点', en: 'Chinese text takes full-width marks, not half-width ones'},
  defaults: {latinBrackets: false},
  options: z => ({
    latinBrackets: z
      .boolean()
      .describe(
        '汉字旁边的半角括号里没有汉字时也报 / report half-width brackets next to Chinese that hold no Chinese as well',
      ),
  }),
  messages: {
    mark: {
      zh: '“{found}”是半角标点，中文里用全角的“{expected}”：应为“{word}”',
      en: 'Unexpected half-width `{found}`, expected full-width `{expected}`: `{word}`',
    },
    brackets: {
      zh: '“{found}”是半角标点，中文里用全角的“{expected}”：应为“{word}”',
      en: 'Unexpected half-width `{found}`, expected full-width `{expected}`: `{word}`',
    },
    throughout: {
      zh: '全文有 {count} 个半角标点（{found}），应一律改为全角（{expected}）',
      en: '{count} half-width marks ({found}) throughout the article, expected full-width ones ({expected})',
    },
  },
  check(article, {options, report}) {
    const found: Found[] = [];
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image') continue;
      if (HALF.test(block.text) && !isLatin(block)) {
        singleMarks(article, block, found);
        brackets(block, options.latinBrackets, found);
      }
    }
    const habit = found.length < HABIT ? new Set<Found>() : habitOf(found, article);
    const rest = found.filter(one => !habit.has(one));
    for (const {block, range, message, data, edits, severity, unsure} of rest) {
      const details: ReportDetails<Message> = {data, fix: edits, severity};
      report(block, range, message, unsure ? {...details, fixKind: 'suggested'} : details);
    }
    if (habit.size > 0) reportHabit(article, [...habit], report);
  },
});

/** A mark or a pair of brackets that has half the width it should have. */
interface Found {
  readonly block: Block;
  readonly range: Span;
  readonly message: 'mark' | 'brackets';
  readonly data: {readonly found: string; readonly expected: string; readonly word: string};
  readonly edits: readonly Edit[];
  readonly severity: Severity;
  /** Whether the repair wants a look. */
  readonly unsure?: boolean;
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
  '(': '（',
  ')': '）',
  '<': '〈',
  '>': '〉',
  '＜': '〈',
  '＞': '〉',
  '｡': '。',
  '､': '、',
  '｢': '「',
  '｣': '」',
};
const FULL = /[，；：！？（）]/g;
const HALF = /[,;:!?.()<＜｡-､]/;
const MARK = /[,;:!?.｡-､]/g;

/** Whether the text is Latin with some Chinese in it: more words than Chinese characters. */
function isLatin(block: Block): boolean {
  let words = 0;
  for (const {index} of block.text.matchAll(/[A-Za-z]{2,}/g)) if (!block.inLiteral(index + 1)) words++;
  return words > 0 && words > (block.text.match(ANY_HAN)?.length ?? 0);
}

const ANY_HAN = new RegExp(`[${HAN}]`, 'g');

function singleMarks(article: Article, block: Block, found: Found[]): void {
  const {text} = block;
  for (const {0: mark, index: at} of text.matchAll(MARK)) {
    if (mark === '.' ? !isFullStop(block, at) : !isChineseMark(block, mark, at)) continue;
    if (block.inLiteral(at)) continue;
    const expected = FULL_WIDTH[mark]!;
    // A full-width mark brings its own space.
    const end = text[at + 1] === ' ' && /\S/.test(text[at + 2] ?? '') && isCopied(article, block, at) ? at + 2 : at + 1;
    found.push({
      block,
      range: [at, at + 1],
      message: 'mark',
      data: {found: mark, expected, word: text.slice(Math.max(0, at - 4), at) + expected + text.slice(end, end + 4)},
      edits: [{range: [at, end], text: expected}],
      severity: isSetByTemplate(block) ? 'note' : /[:.]/.test(mark) ? 'warning' : 'error',
      ...(mark === '.' && {unsure: true}),
    });
  }
}

/** The lines of source, date and authors look as the page template makes them. */
function isSetByTemplate({role}: Block): boolean {
  return role === 'metadata' || role === 'credit';
}

const EMOTICON = new RegExp(`^[:;](?:\\)|\\((?![${HAN}\\d]))`);

/** Whether a mark is one of the Chinese text around it: next to Chinese, or behind a sign that ends a Chinese figure. */
function isChineseMark({text, normalized}: Block, mark: string, at: number): boolean {
  if (mark === ';' && /&(?:[a-zA-Z]{2,8}|#\d{1,6})$/.test(text.slice(Math.max(0, at - 9), at))) return false;
  if (EMOTICON.test(text.slice(at, at + 3))) return false;
  // A ? behind a mark is what a character lost in conversion became: 、?水灌区.
  if (mark === '?' && /[、，。；：（“《]/.test(text[at - 1] ?? '')) return false;
  return normalized[at] !== text[at] || mark > '\uff00' || (/[%％‰℃]/.test(text[at - 1] ?? '') && mark !== ':');
}

/** Whether a full stop of Latin script ends a Chinese sentence; at the end of a headline there should be none of either. */
function isFullStop({text, role}: Block, at: number): boolean {
  if (!hanAt(text, at - 1) && !/[》”）%％]/.test(text[at - 1] ?? '')) return false;
  const next = text[at + 1];
  if (next === undefined) return at >= 5 && (!/^(?:title|heading)$/.test(role) || /[，；,;]/.test(text));
  if (/["”’」）]/.test(next)) return true;
  if (next === ' ' && hanAt(text, at + 2)) return at >= 6;
  // Between two Chinese words it may part a name; in a paragraph that ends with one as well it ends a sentence.
  return at >= 6 && hanAt(text, at + 1) && text.endsWith('.') && hanAt(text, text.length - 2);
}

/** Whether a mark and the space behind it stand in the source as they are: no line end, no markup between. */
function isCopied({source}: Article, block: Block, at: number): boolean {
  const [start, end] = block.locate([at, at + 2]);
  return source.text.slice(start, end) === block.text.slice(at, at + 2);
}

/** How the name of a file goes on behind brackets. */
const FILE_NAME = /^[^\s，。；、]{0,20}\.(?:docx?|xlsx?|pptx?|pdf|wps|zip|rar|jpe?g|png|mp4|txt)(?![a-z])/i;

function brackets(block: Block, latinBrackets: boolean, found: Found[]): void {
  const {text} = block;
  for (const {pair, open, close} of block.pairing.matches) {
    const wrong = [open, close].filter(at => FULL_WIDTH[text[at]!] !== undefined);
    if (wrong.length === 0 || block.inLiteral(open) || FILE_NAME.test(text.slice(close + 1, close + 26))) continue;
    const inner = text.slice(open + 1, close);
    const latin = wrong.length === 2 && pair.open === '（' && !hasHan(inner);
    if (latin && !(latinBrackets && (chineseAt(text, open - 1) || chineseAt(text, close + 1)))) continue;
    found.push({
      block,
      range: wrong.length === 2 ? [open, close + 1] : [wrong[0]!, wrong[0]! + 1],
      message: 'brackets',
      data: {
        found: wrong.length === 2 ? text[open]! + text[close]! : text[wrong[0]!]!,
        expected: wrong.length === 2 ? pair.open + pair.close : wrong[0] === open ? pair.open : pair.close,
        word: pair.open + shortened(inner) + pair.close,
      },
      edits: wrong.map(at => ({range: [at, at + 1] as const, text: FULL_WIDTH[text[at]!]!})),
      // The headings of tables have them nearly everywhere: 产量(吨).
      severity: isSetByTemplate(block) || block.role === 'cell' ? 'note' : 'warning',
    });
  }
}

function hasHan(text: string): boolean {
  return text.search(ANY_HAN) !== -1;
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 8)}…${text.slice(-8)}` : text;
}

/** From this many half-width marks on, and no fewer than full-width ones, they are a habit and one finding. */
const HABIT = 10;

/** The marks that are half-width throughout: all of them, or those of a kind. */
function habitOf(found: readonly Found[], article: Article): Set<Found> {
  const full = new Map<string, number>();
  for (const {role, text} of article.blocks) {
    if (role === 'furniture' || role === 'image') continue;
    for (const {0: mark} of text.matchAll(FULL)) full.set(mark, (full.get(mark) ?? 0) + 1);
  }
  const kinds = new Map<string, Found[]>();
  for (const one of found) {
    const kind = one.data.found.length === 2 ? one.data.found : one.data.found[0]!;
    const same = kinds.get(kind);
    if (same) same.push(one);
    else kinds.set(kind, [one]);
  }
  const all = [...full.values()].reduce((sum, count) => sum + count, 0);
  if (isHabit(found.length, all)) return new Set(found);
  const habit = new Set<Found>();
  for (const [kind, ones] of kinds) {
    const expected = FULL_WIDTH[kind[0]!]!;
    if (isHabit(ones.length, full.get(expected) ?? 0)) for (const one of ones) habit.add(one);
  }
  return habit;
}

function isHabit(half: number, full: number): boolean {
  return half >= HABIT && half >= full;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** One finding for all of them, at the first in the body. */
function reportHabit(
  article: Article,
  habit: readonly Found[],
  report: (place: Article, range: Span, message: Message, details: ReportDetails<Message>) => void,
): void {
  const first = habit.find(({block}) => block.role === 'paragraph' || block.role === 'item') ?? habit[0]!;
  const marks = [...new Set(habit.map(({data}) => data.found))];
  const edits = habit
    .filter(({unsure}) => !unsure)
    .flatMap(({block, edits}) => edits.map(({range, text}) => ({range: block.locate(range), text})));
  report(article, first.block.locate(first.range), 'throughout', {
    data: {
      count: habit.reduce((sum, {data}) => sum + data.found.length, 0),
      found: marks.join(' '),
      expected: [...new Set(habit.map(({data}) => data.expected))].join(' '),
    },
    fix: edits.sort((a, b) => a.range[0] - b.range[0]),
    severity: SEVERITIES.find(severity => habit.some(one => one.severity === severity))!,
  });
}
