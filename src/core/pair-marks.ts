import {hanAt} from './characters.js';

/** Marks that stand for each other are of one family: “甲’ is a quotation closed by the wrong mark. */
type PairFamily = 'quote' | 'title' | 'bracket';

/** A pair of marks. */
export interface Pair {
  readonly open: string;
  readonly close: string;
  readonly family: PairFamily;
}

/** The pairs of GB/T 15834-2011 4.8.2, 4.9.2 and 4.15.2, and the corner marks seen in copies of other scripts. */
const PAIRS: readonly Pair[] = [
  {open: '“', close: '”', family: 'quote'},
  {open: '‘', close: '’', family: 'quote'},
  {open: '「', close: '」', family: 'quote'},
  {open: '『', close: '』', family: 'quote'},
  {open: '《', close: '》', family: 'title'},
  {open: '〈', close: '〉', family: 'title'},
  {open: '（', close: '）', family: 'bracket'},
  {open: '〔', close: '〕', family: 'bracket'},
  {open: '【', close: '】', family: 'bracket'},
  {open: '［', close: '］', family: 'bracket'},
];

/** One mark of a pair in a text; `at` in UTF-16 code units. */
export interface PairMark {
  readonly pair: Pair;
  readonly at: number;
  readonly open: boolean;
}

const BY_CODE = new Map<number, {pair: Pair; open: boolean}>(
  PAIRS.flatMap(pair => [
    [pair.open.charCodeAt(0), {pair, open: true}],
    [pair.close.charCodeAt(0), {pair, open: false}],
  ]),
);
for (const [other, mark] of ['(（', ')）', '﹝〔', '﹞〕', '<〈', '>〉', '＜〈', '＞〉'])
  BY_CODE.set(other!.charCodeAt(0), BY_CODE.get(mark!.charCodeAt(0))!);

const BRACKET = BY_CODE.get('（'.charCodeAt(0))!.pair;
const TITLE = BY_CODE.get('《'.charCodeAt(0))!.pair;

/** Between these two stand no marks but nearly all Chinese characters. */
const LAST_MARK_BELOW = '〕'.charCodeAt(0);
const FIRST_MARK_ABOVE = '﹝'.charCodeAt(0);

/** `[0,1)`, `（5，10］`: the brackets of an interval of numbers need not be alike. */
const LONGEST_INTERVAL = 40;
const INTERVAL = /[[(（［]\s{0,2}[-+−]?[\d.∞%％a-z]{1,12}\s{0,2}[,，]\s{0,2}[-+−]?[\d.∞%％a-z]{1,12}\s{0,2}[\])）］]/y;

export interface PairMarks {
  /** The marks that come in pairs, in order. */
  readonly marks: readonly PairMark[];
  /** The closing brackets of list numerals: `1）`, `a)`. */
  readonly numerals: readonly PairMark[];
}

/**
 * The marks of a text. Half-width brackets count as full-width ones. Apostrophes, seconds of arc, the brackets of
 * intervals and of emoticons are no pair marks and are left out.
 */
export function pairMarks(text: string): PairMarks {
  const marks: PairMark[] = [];
  const numerals: PairMark[] = [];
  let skipTo = 0;
  let interval = 0;
  // How many of each kind of pair are open.
  const depth = new Map<Pair, number>();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > LAST_MARK_BELOW && code < FIRST_MARK_ABOVE) continue;
    const mark = BY_CODE.get(code);
    if (!mark || at < skipTo) continue;
    const {pair, open} = mark;
    const character = text[at]!;
    const before = depth.get(pair) ?? 0;
    // Inside the name of a document < and > stand for 〈 and 〉, elsewhere they are signs of arithmetic.
    if ('<>＜＞'.includes(character) && !depth.get(TITLE)) continue;
    if (pair.family === 'bracket') {
      interval = intervalEnd(text, open, at);
      if (interval > 0) {
        skipTo = interval;
        continue;
      }
    }
    if (!open && isLiteral(text, character, at, before)) continue;
    if (pair === BRACKET && !open && isListNumeral(text, at, before)) {
      numerals.push({pair, at, open});
      continue;
    }
    depth.set(pair, open ? before + 1 : Math.max(0, before - 1));
    marks.push({pair, at, open});
  }
  return {marks, numerals};
}

/** Where the interval that holds the bracket at `at` ends; 0 when there is none. */
function intervalEnd(text: string, open: boolean, at: number): number {
  if (hanAt(text, open ? at + 1 : at - 1)) return 0;
  // An interval that opens with a half-width [ is seen at its closing bracket, for [ is no mark of a pair.
  const from = open ? at : at - LONGEST_INTERVAL + text.slice(Math.max(0, at - LONGEST_INTERVAL), at).lastIndexOf('[');
  INTERVAL.lastIndex = Math.max(0, from);
  return INTERVAL.test(text) && INTERVAL.lastIndex > at ? INTERVAL.lastIndex : 0;
}

/** Whether a closing mark is none: `before` is how many of its pair are open. */
function isLiteral(text: string, mark: string, at: number, before: number): boolean {
  if (mark === '’') return isApostrophe(text, at, before);
  if (mark === '”') return before === 0 && SECONDS.test(text.slice(Math.max(0, at - 8), at));
  if (mark !== ')' && mark !== '）') return false;
  return before === 0 && EMOTICON.test(text.slice(Math.max(0, at - 2), at));
}

/** 108°56’32”, 5’30” */
const SECONDS = /[\d°][’′'°]\s?\d{1,2}(?:\.\d{1,2})?$/;
const EMOTICON = /[:：;；=][-－]?$/;

function isApostrophe(text: string, at: number, before: number): boolean {
  const left = text[at - 1] ?? '';
  if (/[A-Za-z]/.test(left) && /[A-Za-z]/.test(text[at + 1] ?? '')) return true;
  if (/^\d\d(?!\d)/.test(text.slice(at + 1, at + 4)) && before === 0) return true;
  return before === 0 && (/[A-Za-z\d°]/.test(left) || /[A-Za-z]/.test(text[at + 1] ?? ''));
}

const NUMERAL_END = /[\da-zA-Z\u2160-\u217f一二三四五六七八九十]/;
const LIST_NUMERAL =
  /(^|[\s；;：:。，,、])(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4}|[\u2160-\u217f]|[一二三四五六七八九十]{1,3})$/;

function isListNumeral(text: string, at: number, before: number): boolean {
  if (!NUMERAL_END.test(text[at - 1] ?? '')) return false;
  const match = LIST_NUMERAL.exec(text.slice(Math.max(0, at - 5), at));
  if (!match || (match[1] === '' && at > 5)) return false;
  return before === 0 || match[1] === '' || match[1] === '；' || match[1] === ';' || match[1] === '。';
}
