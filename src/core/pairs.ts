import {type Pair, type PairMark, pairMarks} from './pair-marks.js';
import {straightQuotes} from './straight-quotes.js';

/** Two marks that belong together: where each stands, in UTF-16 code units. */
export interface Match {
  readonly pair: Pair;
  readonly open: number;
  readonly close: number;
}

/**
 * A mark without its partner.
 * `reversed`: a quotation mark turned the wrong way round, whose partner, at `other`, may be turned as well;
 * `mismatched`: the mark at `other`, of another pair of its family or half-width, was meant to be its partner.
 */
export interface LoneMark {
  readonly pair: Pair;
  readonly at: number;
  readonly open: boolean;
  readonly kind: 'lone' | 'reversed' | 'mismatched';
  readonly other?: number;
}

export interface Pairing {
  /** In order of their opening marks. */
  readonly matches: readonly Match[];
  /** In order of place. */
  readonly lone: readonly LoneMark[];
  /** The closing brackets of list numerals, `1）` and `a)`, in order. */
  readonly numerals: readonly PairMark[];
}

const NONE: Pairing = {matches: [], lone: [], numerals: []};

/**
 * Matches the marks of a text, each kind of pair for itself, so that one lone mark never makes another one lone.
 * Half-width brackets count as full-width ones. Apostrophes, list numerals (`1）`, `a)`), intervals, seconds of arc and
 * emoticons take no part. A curly mark whose partner was typed as a straight quote is left to the rule on forms.
 */
export function pairingOf(text: string): Pairing {
  const {marks: tokens, numerals} = pairMarks(text);
  if (tokens.length === 0) return numerals.length === 0 ? NONE : {...NONE, numerals};
  const claimed = text.includes('"') || text.includes('＂') ? straightQuotes(text).curly : undefined;
  const whole = claimed ? undefined : pairedInTurn(tokens);
  if (whole) return {matches: whole, lone: [], numerals};
  const byPair = new Map<Pair, PairMark[]>();
  for (const token of tokens) {
    if (claimed?.has(token.at)) continue;
    const list = byPair.get(token.pair);
    if (list) list.push(token);
    else byPair.set(token.pair, [token]);
  }
  const matches: Match[] = [];
  const lone: LoneMark[] = [];
  for (const [pair, marks] of byPair) matchOne(text, pair, marks, matches, lone);
  matches.sort((a, b) => a.open - b.open);
  lone.sort((a, b) => a.at - b.at);
  return {matches, lone: joinMismatched(text, lone), numerals};
}

/** The pairs of a text in which each mark closes the one last opened, as in nearly all; undefined for others. */
function pairedInTurn(tokens: readonly PairMark[]): Match[] | undefined {
  const matches: Match[] = [];
  const open: PairMark[] = [];
  for (const token of tokens) {
    if (token.open) open.push(token);
    else {
      const top = open.pop();
      if (top?.pair !== token.pair) return undefined;
      matches.push({pair: token.pair, open: top.at, close: token.at});
    }
  }
  return open.length === 0 ? matches.sort((a, b) => a.open - b.open) : undefined;
}

function matchOne(text: string, pair: Pair, marks: readonly PairMark[], matches: Match[], lone: LoneMark[]): void {
  const quote = pair.family === 'quote';
  const open: number[] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark.open) open.push(i);
    else if (open.length > 0) matches.push({pair, open: marks[open.pop()!]!.at, close: mark.at});
    else if (quote && startsReversed(text, marks, i)) {
      i++;
      lone.push({...mark, kind: 'reversed', other: marks[i]!.at});
    } else lone.push({...mark, kind: 'lone'});
  }
  for (let i = 0; i < open.length; i++) {
    const mark = marks[open[i]!]!;
    const next = marks[open[i]! + 1];
    if (quote && next && open[i + 1] === open[i]! + 1 && endsReversed(text, mark, next)) {
      lone.push({...next, kind: 'reversed', other: mark.at});
      i++;
    } else lone.push({...mark, kind: 'lone'});
  }
}

/** A quotation neither begins right before one of these nor ends right after one of the first four. */
const PAUSE = /[、，；：（《]/;
const AFTER_QUOTATION = /[、，。；：？！）》]/;
/** Marks further apart than this are not the two ends of one reversed quotation, nor of a mismatched pair. */
const REACH = 40;
/** So many marks are looked at to tell ”甲“和”乙“ from 甲”和“乙”. */
const LONGEST_TURN = 9;

/** Whether a closing mark with nothing open is really an opening mark turned round: ”…“ or ”…”. */
function startsReversed(text: string, marks: readonly PairMark[], index: number): boolean {
  const mark = marks[index]!;
  const next = marks[index + 1];
  if (!next || AFTER_QUOTATION.test(text[mark.at + 1]!) || next.at - mark.at < 2) return false;
  if (!near(text, mark, next) && !(canOnlyOpen(text, mark.at) && canOnlyClose(text, next.at))) return false;
  if (!next.open) return true;
  if (PAUSE.test(text[next.at - 1]!)) return false;
  // Marks that keep turning the wrong way are all reversed when they pair up, else the first one has lost its partner.
  let turns = 2;
  while (turns < LONGEST_TURN && marks[index + turns]?.open === (turns % 2 === 1)) turns++;
  return turns % 2 === 0 || turns === LONGEST_TURN;
}

/** Whether an opening mark behind another one is really a closing mark turned round: “…“. */
function endsReversed(text: string, mark: PairMark, next: PairMark): boolean {
  return near(text, mark, next)
    ? !PAUSE.test(text[next.at - 1]!)
    : next.at - mark.at > 1 && canOnlyClose(text, next.at);
}

function near(text: string, a: PairMark, b: PairMark): boolean {
  return b.at - a.at > 1 && b.at - a.at <= REACH && !/[。！？]/.test(text.slice(a.at + 1, b.at));
}

/** Whether no quotation can end at `at`: at the start or behind a pause, where words follow. */
function canOnlyOpen(text: string, at: number): boolean {
  return (at === 0 || PAUSE.test(text[at - 1]!)) && at + 1 < text.length && !AFTER_QUOTATION.test(text[at + 1]!);
}

/** Whether no quotation can begin at `at`: at the end or before a mark, where words precede. */
function canOnlyClose(text: string, at: number): boolean {
  return at > 0 && !PAUSE.test(text[at - 1]!) && (at + 1 === text.length || AFTER_QUOTATION.test(text[at + 1]!));
}

/**
 * A lone opening mark and the lone closing mark of a relative right behind it are one mistake: 《…〉, “…’, （…〕; so are a
 * lone mark and the half-width mark that looks like its partner: 《…>, [2020〕.
 */
function joinMismatched(text: string, lone: readonly LoneMark[]): LoneMark[] {
  const joined: LoneMark[] = [];
  for (let i = 0; i < lone.length; i++) {
    const mark = lone[i]!;
    const next = lone[i + 1];
    if (next && isMismatched(text, mark, next)) {
      joined.push({...mark, kind: 'mismatched', other: next.at});
      i++;
    } else {
      const other = mark.kind === 'lone' ? lookAlike(text, mark) : -1;
      joined.push(other === -1 ? mark : {...mark, kind: 'mismatched', other});
    }
  }
  return joined;
}

/** Where the half-width mark that stands for the partner of a lone mark is; -1 when there is none. */
function lookAlike(text: string, {pair, at, open}: LoneMark): number {
  if (pair.family === 'quote' || pair.open === '（') return -1;
  const [left, right] = pair.family === 'title' ? '<>' : '[]';
  const from = Math.max(0, at - REACH);
  const between = open ? text.slice(at + 1, at + REACH) : text.slice(from, at);
  const found = open ? between.indexOf(right!) : between.lastIndexOf(left!);
  const name = open ? between.slice(0, found) : between.slice(found + 1);
  if (found === -1 || name.includes(open ? left! : right!) || /[。；《》]/.test(name)) return -1;
  return open ? at + 1 + found : from + found;
}

function isMismatched(text: string, mark: LoneMark, next: LoneMark): boolean {
  return (
    mark.kind === 'lone' &&
    next.kind === 'lone' &&
    mark.open &&
    !next.open &&
    mark.pair !== next.pair &&
    next.at - mark.at <= REACH &&
    (mark.pair.family === next.pair.family || !/[，。；：！？]/.test(text.slice(mark.at, next.at)))
  );
}

/** Whether a pair begins inside another one; of matches in order of opening marks it is then the next one. */
function overlap(matches: readonly Match[]): boolean {
  for (let i = 1; i < matches.length; i++) if (matches[i]!.open < matches[i - 1]!.close) return true;
  return false;
}

/** The pairs that begin inside another pair and end outside it: the inner one of each such two, in order. */
export function crossings(matches: readonly Match[]): Array<{match: Match; outer: Match}> {
  const found: Array<{match: Match; outer: Match}> = [];
  if (!overlap(matches)) return found;
  const around: Match[] = [];
  for (const match of matches) {
    while (around.length > 0 && around.at(-1)!.close < match.open) around.pop();
    const outer = around.at(-1);
    if (outer && outer.close < match.close) found.push({match, outer});
    else around.push(match);
  }
  return found;
}

/** The pairs whose nearest pair of the same family around them has the same marks: the inner “…” of “…“…”…”. */
export function nestedInOwnKind(matches: readonly Match[], open: '“' | '《'): Match[] {
  const family = open === '“' ? 'quote' : 'title';
  const found: Match[] = [];
  if (!overlap(matches)) return found;
  const around: Match[] = [];
  for (const match of matches) {
    if (match.pair.family !== family) continue;
    while (around.length > 0 && around.at(-1)!.close < match.open) around.pop();
    if (match.pair.open === open && around.at(-1)?.pair === match.pair) found.push(match);
    around.push(match);
  }
  return found;
}
