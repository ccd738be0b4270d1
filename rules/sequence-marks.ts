import type {Article, Block} from '../src/core/article.js';
import {hanOfNumber, numberOfHan} from '../src/core/han-number.js';
import {defineRule, type Edit, type RuleContext} from '../src/core/rule.js';

type Message = 'mark' | 'digits' | 'skipped' | 'repeated' | 'unordered' | 'level' | 'series';
type Context = RuleContext<object, Message>;

/** The kinds of sequence marks, from the highest level down (GB/T 9704-2012 7.3.3). */
type Kind = '一、' | '（一）' | '1.' | '（1）' | '1）' | '①';
const LEVELS: readonly Kind[] = ['一、', '（一）', '1.', '（1）', '1）', '①'];

interface Mark {
  readonly kind: Kind;
  readonly number: number;
  readonly block: Block;
  /** The mark as written, with what stands behind its number. */
  readonly text: string;
  /** What it should be. */
  readonly expected: string;
}

const NUMERAL = '[一二三四五六七八九十]{1,3}';
/** A mark that does not belong behind a bracket or a circle. */
const EXTRA = '([、，,.．：:]?)';
/** 「（四）、（五）项所列人员」: items that are spoken of. */
const SPOKEN_OF = '\\s*[、，和与及或至到]?\\s*[（(][一二三四五六七八九十\\d]|[项款条目](?:[规所、，至和及之除]|中的)';
const MARK = new RegExp(
  `^(?:${[
    `(${NUMERAL})([、，,.．])(?![一二三四五六七八九十]{0,2}[是个年月])`,
    `（(${NUMERAL})）${EXTRA}`,
    // Not 1.5万 and 3.15.
    '(\\d{1,2})([.．、])(?![\\d.．])(、?)',
    `（(\\d{1,2})）${EXTRA}`,
    '(\\d{1,2})[)）](?!\\d)',
    `([①-⑳])${EXTRA}`,
  ].join('|')})(?!${SPOKEN_OF})(?=\\s*\\S)`,
);

export default defineRule<object, Message>({
  id: 'sequence-marks',
  severity: 'error',
  inspection: 'points',
  fix: 'safe',
  basis: ['GB/T 15834-2011 4.4.3.3', 'GB/T 15834-2011 4.5.3.3', 'GB/T 15834-2011 B.3', 'GB/T 9704-2012 7.3.3'],
  summary: {
    zh: '层次序数依次用“一、（一）1.（1）”，标点合规，序号连续',
    en: 'Sequence marks have the form 一、（一）1.（1） and run without gaps',
  },
  defaults: {},
  messages: {
    mark: {
      zh: '序号“{found}”的标点不规范：应为“{expected}”',
      en: 'Malformed sequence mark `{found}`: expected `{expected}`',
    },
    digits: {
      zh: '阿拉伯数字的序号后用“.”：“{found}”应为“{expected}”，全文共 {count} 处',
      en: 'Arabic sequence numbers take `.`: `{found}`, expected `{expected}` ({count} in all)',
    },
    skipped: {
      zh: '序号从“{before}”跳到“{found}”：应为“{expected}”，或者漏了一项',
      en: 'Sequence runs from `{before}` to `{found}`: expected `{expected}`, or an item is missing',
    },
    repeated: {
      zh: '序号“{found}”重复：应为“{expected}”',
      en: 'Sequence mark `{found}` stands twice: expected `{expected}`',
    },
    unordered: {
      zh: '“{before}”后面是“{found}”，序号颠倒：应为“{expected}”',
      en: '`{found}` after `{before}` is out of order: expected `{expected}`',
    },
    level: {
      zh: '“{parent}”的下一层不能用“{found}”：层次依次是“一、（一）1.（1）”',
      en: '`{found}` cannot stand below `{parent}`: levels go 一、（一）1.（1）',
    },
    series: {
      zh: '“{before}”之后应为“{expected}”，这里是“{found}”',
      en: 'Expected `{expected}` after `{before}`, found `{found}`',
    },
  },
  check(article, context) {
    const marks = new Map<Block, Mark>();
    for (const block of article.blocks) {
      const mark = markOf(block);
      if (mark) marks.set(block, mark);
    }
    if (marks.size > 0) {
      checkForms([...marks.values()], article, context);
      checkOrder(article, marks, context);
    }
    for (const block of article.blocks) {
      if (!isBody(block)) continue;
      checkOrdinal(block, context);
      checkSeries(block, context);
    }
  },
});

function isBody({role}: Block): boolean {
  return role === 'heading' || role === 'item' || role === 'paragraph';
}

function markOf(block: Block): Mark | undefined {
  if (!isBody(block)) return undefined;
  const match = MARK.exec(block.normalized.slice(0, 12));
  if (!match || Number.isNaN(numberOfHan(match[1] ?? match[3] ?? '一'))) return undefined;
  const [text, han, hanMark, bracketHan, , digits, point, , bracketDigits, , half, circled] = match;
  const of = (kind: Kind, number: number, expected: string) => ({kind, number, block, text, expected});
  if (han) return of('一、', numberOfHan(han), hanMark === '、' ? text : `${han}、`);
  if (bracketHan) return of('（一）', numberOfHan(bracketHan), `（${bracketHan}）`);
  if (digits) return of('1.', Number(digits), point === '、' ? text : `${digits}${point}`);
  if (bracketDigits) return of('（1）', Number(bracketDigits), `（${bracketDigits}）`);
  if (half) return of('1）', Number(half), text);
  return of('①', circled!.charCodeAt(0) - '①'.charCodeAt(0) + 1, circled!);
}

function checkForms(marks: readonly Mark[], article: Article, {report}: Context): void {
  for (const {text, expected, block, kind} of marks) {
    if (text === expected) continue;
    // （一）、 is wrong beyond doubt; 一. may be something else.
    const details = kind === '一、' ? {severity: 'warning' as const, fixKind: 'suggested' as const} : {};
    const from = kind === '一、' ? expected.length - 1 : expected.length;
    const fix = [{range: [from, text.length] as const, text: expected.slice(from)}];
    report(block, [0, text.length], 'mark', {
      data: {found: block.text.slice(0, text.length), expected},
      fix,
      ...details,
    });
  }
  const commas = marks.filter(({kind, text}) => kind === '1.' && text.endsWith('、') && !/[.．]/.test(text));
  const [first] = commas;
  if (!first) return;
  const fix: Edit[] = commas.map(({block, text}) => ({range: block.locate([text.length - 1, text.length]), text: '.'}));
  report(article, first.block.locate([0, first.text.length]), 'digits', {
    data: {found: first.text, expected: `${first.number}.`, count: commas.length},
    severity: 'note',
    fixKind: 'suggested' as const,
    fix,
  });
}

interface Open {
  readonly kind: Kind;
  readonly mark: Mark;
  /** The number it counts as, after what was reported. */
  readonly number: number;
  /** The mark its list began with. */
  readonly first: Mark;
}

/** Follows the marks level by level. A new list may begin anywhere with its first number; only lists that go on are checked. */
function checkOrder(article: Article, marks: ReadonlyMap<Block, Mark>, context: Context): void {
  let open: Open[] = [];
  for (const block of article.blocks) {
    const mark = marks.get(block);
    if (!mark) {
      if (startsAnew(block)) open = [];
      continue;
    }
    const depth = open.findIndex(({kind}) => kind === mark.kind);
    if (depth === -1) {
      open.push({kind: mark.kind, mark, number: mark.number, first: mark});
      continue;
    }
    const last = open[depth]!;
    const below = open.slice(depth + 1);
    open = open.slice(0, depth);
    const number = numberAfter(article, last, mark, context);
    open.push({kind: mark.kind, mark, number, first: mark.number === 1 ? mark : last.first});
    if (mark.number === last.number + 1) checkLevels(last, below, context);
  }
}

/** Parts of a document that number anew. */
function startsAnew({role, text}: Block): boolean {
  return (
    role === 'title' ||
    role === 'heading' ||
    /^(?:第[一二三四五六七八九十百零〇\d]{1,6}[编章节条款部]|附[件表录则图]|[表图]\s?\d|[“《])/.test(text)
  );
}

function numberAfter(article: Article, last: Open, mark: Mark, {report}: Context): number {
  const {number, block} = mark;
  const next = last.number + 1;
  const range = [0, mark.text.length] as const;
  const data = {before: last.mark.text, found: mark.text, expected: withNumber(mark, next)};
  if (number === next || number === 1) return number;
  if (runsInText(article, last.mark.block, block, mark.kind, number)) return number;
  if (number === last.number) {
    report(block, range, 'repeated', {data, severity: 'warning'});
    return next;
  }
  // A smaller number may belong to another list, whose beginning was left out.
  if (number < next) report(block, range, 'unordered', {data, severity: 'note'});
  else report(block, range, 'skipped', {data, severity: 'warning'});
  return number;
}

/** Whether the number before stands inside a paragraph since the last mark: 「……：（一）……；（二）……」. */
function runsInText({blocks}: Article, from: Block, to: Block, kind: Kind, number: number): boolean {
  const wanted =
    kind === '1.' ? new RegExp(`(?<!\\d)${number - 1}[.．、](?!\\d)`) : new RegExp(markText(kind, number - 1));
  for (let index = from.index; index < to.index; index++) {
    const {normalized} = blocks[index]!;
    if (wanted.test(index === from.index ? normalized.slice(1) : normalized)) return true;
  }
  return false;
}

/** 「（一）…… 一、…… 二、…… （二）……」: the inner list has the mark of a higher level. */
function checkLevels(parent: Open, below: readonly Open[], {report}: Context): void {
  // A list that does not begin with its first number began in a paragraph, at a place that is not known.
  const wrong = below.find(({kind, first}) => first.number === 1 && LEVELS.indexOf(kind) < LEVELS.indexOf(parent.kind));
  if (!wrong || wrong.number < 2) return;
  const {first: mark} = wrong;
  const data = {parent: parent.mark.text, found: mark.text};
  report(mark.block, [0, mark.text.length], 'level', {data, severity: 'warning'});
}

const ORDINAL = new RegExp(`^(第${NUMERAL}|其[一二三四五]|首先|其次|再次|最后)、(?![一二三四五六七八九十])`);

/** 「第一、……」: such words take a comma. */
function checkOrdinal(block: Block, {report}: Context): void {
  const match = ORDINAL.exec(block.normalized.slice(0, 8));
  if (!match) return;
  const [found, word] = match;
  const fix = [{range: [word!.length, found.length] as const, text: '，'}];
  const data = {found, expected: `${word}，`};
  report(block, [0, found.length], 'mark', {data, fix, severity: 'warning', fixKind: 'suggested' as const});
}

const SERIES = /(?:^|[。；：，？！”\s])([一二三四五六七八九十]{1,2})是([，、：]?)(?=[^\s，。；])/g;

/** 一是……；二是……；四是……: the run-in series of a paragraph. */
function checkSeries(block: Block, {report}: Context): void {
  const text = block.normalized;
  if (!text.includes('二是')) return;
  let last = 0;
  for (const match of text.matchAll(SERIES)) {
    const number = numberOfHan(match[1]!);
    if (Number.isNaN(number)) continue;
    const end = match.index + match[0].length;
    if (match[2]) {
      const data = {found: `${match[1]}是${match[2]}`, expected: `${match[1]}是`};
      const fix = [{range: [end - 1, end] as const, text: ''}];
      const range = [end - data.found.length, end] as const;
      report(block, range, 'mark', {data, fix, severity: 'warning', fixKind: 'suggested' as const});
    }
    if (number === 1) last = 1;
    else if (last === 0 || number === last + 1) last = last === 0 ? 0 : number;
    else {
      const at = end - match[2]!.length - match[1]!.length - 1;
      const data = {before: `${hanOfNumber(last)}是`, expected: `${hanOfNumber(last + 1)}是`, found: `${match[1]}是`};
      report(block, [at, at + match[1]!.length + 1], 'series', {data, severity: 'warning'});
      last = number === last ? last + 1 : number;
    }
  }
}

function markText(kind: Kind, number: number): string {
  switch (kind) {
    case '一、':
      return `${hanOfNumber(number)}、`;
    case '（一）':
      return `（${hanOfNumber(number)}）`;
    case '1.':
      return `${number}.`;
    case '（1）':
      return `（${number}）`;
    case '1）':
      return `${number}）`;
    case '①':
      return String.fromCharCode('①'.charCodeAt(0) + number - 1);
  }
}

/** The mark with another number, in the form in which it was written. */
function withNumber({kind, text}: Mark, number: number): string {
  return kind === '1.' && text.includes('、') ? `${number}、` : markText(kind, number);
}
