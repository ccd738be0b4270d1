/** A pair of marks. */
export interface Pair {
  readonly open: string;
  readonly close: string;
  /** Quotation marks may be typed the wrong way round and may run over several paragraphs. */
  readonly quote: boolean;
}

/** The pairs of GB/T 15834-2011 4.8.2, 4.9.2 and 4.15.2, and the corner marks seen in copies of other scripts. */
const PAIRS: readonly Pair[] = [
  {open: '“', close: '”', quote: true},
  {open: '‘', close: '’', quote: true},
  {open: '《', close: '》', quote: false},
  {open: '〈', close: '〉', quote: false},
  {open: '（', close: '）', quote: false},
  {open: '〔', close: '〕', quote: false},
  {open: '【', close: '】', quote: false},
  {open: '「', close: '」', quote: true},
  {open: '『', close: '』', quote: true},
];

/** One mark of a pair in a text; `at` in UTF-16 code units. */
export interface Mark {
  readonly at: number;
  readonly open: boolean;
}

/** A mark without its partner, or a quotation mark turned the wrong way. */
export interface LoneMark extends Mark {
  readonly reversed?: boolean;
}

const BY_CHARACTER = new Map<string, {pair: Pair; open: boolean}>(
  PAIRS.flatMap(pair => [
    [pair.open, {pair, open: true}],
    [pair.close, {pair, open: false}],
  ]),
);
BY_CHARACTER.set('(', BY_CHARACTER.get('（')!);
BY_CHARACTER.set(')', BY_CHARACTER.get('）')!);

const ANY_MARK = new RegExp(`[${[...BY_CHARACTER.keys()].join('')}]`, 'g');

/**
 * The marks of a text by pair, in order. Half-width brackets count as the full-width ones. Apostrophes and the
 * brackets of list numerals (`1）`, `a)`) are no pair marks and are left out.
 */
export function marksOf(text: string): Map<Pair, Mark[]> {
  const marks = new Map<Pair, Mark[]>();
  for (const match of text.matchAll(ANY_MARK)) {
    const {pair, open} = BY_CHARACTER.get(match[0])!;
    const at = match.index;
    if (match[0] === '’' && isApostrophe(text, at)) continue;
    let list = marks.get(pair);
    if (pair.open === '（' && !open && isListNumeral(text, at, depth(list))) continue;
    if (!list) {
      list = [];
      marks.set(pair, list);
    }
    list.push({at, open});
  }
  return marks;
}

function depth(marks: readonly Mark[] | undefined): number {
  let open = 0;
  for (const mark of (marks ?? []).slice(-64)) open = mark.open ? open + 1 : Math.max(0, open - 1);
  return open;
}

function isApostrophe(text: string, at: number): boolean {
  return /[A-Za-z]/.test(text[at - 1] ?? '')
    ? /[A-Za-z]/.test(text[at + 1] ?? '')
    : /^\d\d/.test(text.slice(at + 1, at + 3));
}

const LIST_NUMERAL = /(^|[\s；;：:。])(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4}|[一二三四五六七八九十]{1,3})$/;

function isListNumeral(text: string, at: number, open: number): boolean {
  const match = LIST_NUMERAL.exec(text.slice(Math.max(0, at - 5), at));
  if (!match || (match[1] === '' && at > 5)) return false;
  return open === 0 || match[1] === '' || match[1] === '；' || match[1] === ';';
}

/** Marks further apart than this are not the two ends of one reversed quotation. */
const REVERSED_REACH = 40;

/**
 * The marks of one pair that have no partner. One lone mark never makes the marks after it lone: a closing mark
 * without an opening one is passed over, and ”…“ or ”…” counts as one reversed mark.
 */
export function loneMarks(text: string, pair: Pair, marks: readonly Mark[]): LoneMark[] {
  const lone: LoneMark[] = [];
  const open: Mark[] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark.open) open.push(mark);
    else if (open.length > 0) open.pop();
    else if (pair.quote && startsReversed(text, marks, i)) {
      lone.push({...mark, reversed: true});
      i++;
    } else lone.push(mark);
  }
  for (let i = 0; i < open.length; i++) {
    const mark = open[i]!;
    const next = open[i + 1];
    if (pair.quote && next && near(text, mark, next) && marks.indexOf(next) === marks.indexOf(mark) + 1) {
      lone.push({...next, reversed: true});
      i++;
    } else lone.push(mark);
  }
  return lone.sort((a, b) => a.at - b.at);
}

/** Whether a closing mark with nothing open is really an opening mark turned round: ”…“ or ”…”. */
function startsReversed(text: string, marks: readonly Mark[], index: number): boolean {
  const mark = marks[index]!;
  const next = marks[index + 1];
  if (!next || !near(text, mark, next)) return false;
  const after = marks[index + 2];
  return !next.open || !after || after.open;
}

function near(text: string, a: Mark, b: Mark): boolean {
  return b.at - a.at <= REVERSED_REACH && !/[。！？]/.test(text.slice(a.at + 1, b.at));
}
