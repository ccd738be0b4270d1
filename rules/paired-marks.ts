import type {Block} from '../src/core/article.js';
import {hanAt} from '../src/core/characters.js';
import {halfNumerals} from '../src/core/list-numerals.js';
import {placeOfClosing, placeOfOpening} from '../src/core/missing-partner.js';
import type {Pair} from '../src/core/pair-marks.js';
import {crossings, type LoneMark, type Match, nestedInOwnKind} from '../src/core/pairs.js';
import {acrossParagraphs, type PlacedMark} from '../src/core/paragraph-pairs.js';
import {defineRule, type Edit, type RuleContext} from '../src/core/rule.js';

type Message =
  | 'unopened'
  | 'unclosed'
  | 'atStart'
  | 'atEnd'
  | 'reversed'
  | 'mismatched'
  | 'crossed'
  | 'nested'
  | 'empty'
  | 'continued'
  | 'lone';
type Report = RuleContext<object, Message>['report'];

export default defineRule<object, Message>({
  id: 'paired-marks',
  severity: 'error',
  inspection: 'points',
  fix: 'safe',
  basis: [
    'GB/T 15834-2011 4.8.2',
    'GB/T 15834-2011 4.8.3.5',
    'GB/T 15834-2011 4.9.2',
    'GB/T 15834-2011 4.15.2',
    'GB/T 15834-2011 4.15.3.5',
    'GB/T 15834-2011 5.1.3',
    '《图书编校质量差错认定细则》第三十二条（一）',
  ],
  summary: {
    zh: '引号、括号、书名号等成对标点必须成对出现',
    en: 'Quotation marks, brackets and title marks come in pairs',
  },
  defaults: {},
  messages: {
    unopened: {
      zh: '{mark} 前面缺少与它配对的 {partner}：应在“{word}”之前补上 {partner}，或者删去 {mark}',
      en: 'Unexpected {mark}, expected {partner} before it: add {partner} before `{word}`, or remove {mark}',
    },
    unclosed: {
      zh: '{mark} 后面缺少与它配对的 {partner}：应在“{word}”之后补上 {partner}，或者删去 {mark}',
      en: 'Unexpected {mark} without {partner} after it: add {partner} after `{word}`, or remove {mark}',
    },
    atStart: {
      zh: '{mark} 不能放在段首，前面也没有与它配对的 {partner}：应删去 {mark}，或者补上 {partner} 并把 {mark} 移到上一段末尾',
      en: 'Unexpected {mark} at the start of a paragraph, with no {partner} before it: remove it, or add {partner} and move {mark} to the end of the paragraph above',
    },
    atEnd: {
      zh: '{mark} 不能放在段末，后面也没有与它配对的 {partner}：应删去 {mark}，或者补上漏掉的文字和 {partner}',
      en: 'Unexpected {mark} at the end of a paragraph, with no {partner} after it: remove it, or add the words that are missing and {partner}',
    },
    reversed: {
      zh: '引号方向反了：{mark} 应为 {partner}',
      en: 'Reversed quotation mark: {mark}, expected {partner}',
    },
    mismatched: {
      zh: '{mark} 与 {found} 不是一对：{found} 应为 {partner}',
      en: '{mark} does not match {found}, expected {partner}',
    },
    crossed: {
      zh: '{inner} 与 {outer} 交叉：里面的一对应先结束，{mark} 应放在 {other} 之前',
      en: '{inner} crosses {outer}: the inner pair ends first, expected {mark} before {other}',
    },
    nested: {
      zh: '书名号里面再用书名号，外层用《》，里层用〈〉：应为“{expected}”',
      en: 'Title marks inside title marks alternate, outer 《》 and inner 〈〉: expected `{expected}`',
    },
    empty: {
      zh: '{pair} 里面没有文字：应补上漏掉的文字，或者删去 {pair}',
      en: 'Nothing stands between {pair}: add the words that are missing, or remove {pair}',
    },
    continued: {
      zh: '引文分成几段的，每段开头都要有 {mark}：应为“{mark}{word}”',
      en: 'Each paragraph of a quotation begins with {mark}: expected `{mark}{word}`',
    },
    lone: {zh: '落单的 {mark}', en: 'The lone {mark}'},
  },
  check(article, {report}) {
    const byPair = new Map<Pair, PlacedMark[]>();
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image') continue;
      const {matches, lone} = block.pairing;
      if (matches.length > 0) reportMatches(report, block, matches);
      if (isTrail(block.text, lone)) continue;
      for (const mark of lone) {
        if (!matters(block.text, mark) || block.inLiteral(mark.at)) continue;
        const list = byPair.get(mark.pair);
        if (list) list.push({block, mark});
        else byPair.set(mark.pair, [{block, mark}]);
      }
    }
    for (const [pair, lone] of byPair) {
      for (const found of acrossParagraphs(article, pair, lone)) {
        if ('text' in found) reportContinued(report, pair, found);
        else reportLone(report, found, article.blocks[found.block.index - 1]);
      }
    }
    for (const found of halfNumerals(article)) reportLone(report, found, undefined);
  },
});

const LONGEST_TRAIL = 80;

/** Whether a line is the path to a page, 首页》政务公开》通知, and its lone marks are arrows. */
function isTrail(text: string, lone: readonly LoneMark[]): boolean {
  if (lone.length < 2 || text.length > LONGEST_TRAIL || /[《〈。，]/.test(text)) return false;
  return lone.every(({at}) => text[at] === '》' || text[at] === '〉');
}

/** Half-width brackets away from Chinese belong to formulae, code and emoticons; 》》 is an ornament, ”》“ an arrow. */
function matters(text: string, {at}: LoneMark): boolean {
  const mark = text[at]!;
  // In Latin text a mark between spaces is the thing spoken of.
  if (isBetweenSpaces(text, at) && !hanAt(text, at - 2) && !hanAt(text, at + 2)) return false;
  if (/[《》〈〉]/.test(mark)) {
    if (/[”】]/.test(text[at - 1] ?? '') && /[“【]/.test(text[at + 1] ?? '')) return false;
    return mark !== text[at - 1] && mark !== text[at + 1];
  }
  if (/[<>＜＞]/.test(mark)) return false;
  if (mark !== '(' && mark !== ')') return true;
  if (hanAt(text, at - 1)) return true;
  return hanAt(text, at + 1) && !FORMULA_OR_FACE.test(text.slice(Math.max(0, at - 10), at));
}

function isBetweenSpaces(text: string, at: number): boolean {
  return /\s/.test(text[at - 1] ?? '') && /\s/.test(text[at + 1] ?? '');
}

/** What stands before a half-width bracket that ends `(a+b)×c)` or an emoticon. */
const FORMULA_OR_FACE = /[=+×÷*/^][\w.()]*$|[:;=][-']?$/;

function reportContinued(report: Report, {open}: Pair, block: Block): void {
  const data = {mark: open, word: block.text.slice(0, 6)};
  const fix = [{range: [0, 0] as const, text: open}];
  report(block, [0, 0], 'continued', {data, fix, fixKind: 'suggested', severity: 'warning'});
}

function reportLone(report: Report, {block, mark}: PlacedMark, above: Block | undefined): void {
  const {text} = block;
  const {pair, at} = mark;
  const found = mark.open ? pair.open : pair.close;
  const partner = mark.open ? pair.close : pair.open;
  const own = [at, at + 1] as const;
  if (mark.kind === 'reversed') {
    const fix = reversedFix(text, mark);
    // Both marks turned round can be nothing else; one may also have lost its partner.
    report(block, own, 'reversed', {
      data: {mark: found, partner},
      fix,
      ...(fix.length === 1 && {fixKind: 'suggested'}),
    });
  } else if (mark.kind === 'mismatched') {
    const other = mark.other!;
    const fix = [{range: [other, other + 1] as const, text: partner}];
    const data = {mark: found, found: text[other]!, partner};
    report(block, [other, other + 1], 'mismatched', {data, fix, fixKind: 'suggested'});
  } else if (mark.open ? at === text.length - 1 : at === 0) {
    report(block, own, mark.open ? 'atEnd' : 'atStart', {data: {mark: found, partner}});
  } else reportMissing(report, block, mark, above);
}

function reportMissing(report: Report, block: Block, {pair, at, open}: LoneMark, above: Block | undefined): void {
  const {text} = block;
  const [mark, partner] = open ? [pair.open, pair.close] : [pair.close, pair.open];
  const own = [at, at + 1] as const;
  const place = open ? placeOfClosing(text, pair, at, above?.text) : placeOfOpening(text, pair, at);
  const word = open ? text.slice(Math.max(at, place - 6), place) : text.slice(place, Math.min(at + 1, place + 6));
  const details = {data: {mark, partner, word}, fix: [{range: [place, place] as const, text: partner}]};
  const message = open ? 'unclosed' : 'unopened';
  // A quotation is repaired where it should end, the name of a document where it should begin: those are the places
  // that an editor can be sure of.
  if (pair.open === (open ? '“' : '《')) {
    const related = [{place: block, range: own, message: 'lone' as const, data: {mark}}];
    report(block, [place, place], message, {...details, related, fixKind: 'suggested'});
  } else report(block, own, message, {...details, fixKind: 'suggested'});
}

function reversedFix(text: string, {pair, at, open, other}: LoneMark): Edit[] {
  const turn = (offset: number, mark: string) => ({range: [offset, offset + 1] as const, text: mark});
  if (open) return [turn(at, pair.close)];
  const edits = [turn(at, pair.open)];
  if (text[other!] === pair.open) edits.push(turn(other!, pair.close));
  return edits;
}

/** Pairs that are whole and yet wrong: crossing, nested in their own kind, empty. */
function reportMatches(report: Report, block: Block, matches: readonly Match[]): void {
  const {text} = block;
  for (const {match, outer} of crossings(matches)) {
    if (block.inLiteral(match.close)) continue;
    const data = {
      inner: match.pair.open + match.pair.close,
      outer: outer.pair.open + outer.pair.close,
      mark: match.pair.close,
      other: outer.pair.close,
    };
    const swap =
      match.close === outer.close + 1
        ? [
            {range: [outer.close, outer.close + 1] as const, text: match.pair.close},
            {range: [match.close, match.close + 1] as const, text: outer.pair.close},
          ]
        : undefined;
    report(block, [match.close, match.close + 1], 'crossed', {data, ...(swap && {fix: swap, fixKind: 'suggested'})});
  }
  for (const {open, close} of nestedInOwnKind(matches, '《')) {
    if (block.inLiteral(open)) continue;
    const name = text.slice(open + 1, close);
    const expected = `〈${name.length > 20 ? `${name.slice(0, 8)}…${name.slice(-8)}` : name}〉`;
    const fix = [
      {range: [open, open + 1] as const, text: '〈'},
      {range: [close, close + 1] as const, text: '〉'},
    ];
    report(block, [open, close + 1], 'nested', {data: {expected}, fix, fixKind: 'suggested'});
  }
  for (const {pair, open, close} of matches) {
    // In 书名号《》 the marks themselves are spoken of.
    if (close !== open + 1 || pair.family === 'bracket' || text[open - 1] === '号' || block.inLiteral(open)) continue;
    report(block, [open, close + 1], 'empty', {data: {pair: pair.open + pair.close}});
  }
}
