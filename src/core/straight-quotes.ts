import {chineseAt, HAN, hanAt} from './characters.js';

/** A quotation with at least one straight mark: where its marks stand, in UTF-16 code units. */
interface StraightPair {
  readonly open: number;
  readonly close: number;
}

export interface StraightQuotes {
  /** Quotations of Chinese words, in order of their opening marks. */
  readonly pairs: readonly StraightPair[];
  /** Straight marks next to Chinese that have no partner, in order. */
  readonly lone: readonly number[];
  /** The curly marks that are partners of straight ones. */
  readonly curly: ReadonlySet<number>;
}

const QUOTE = /["＂“”]/g;

/**
 * Matches the straight double quotes of a text. They have no direction, so they pair in turn; a mark that can only open
 * (after ，：（) or only close (before ，。) brings the turn back into step after one that was lost, as does the end of a sentence. Inches (24"), code and
 * quotations of Latin words among Latin words are left out. A curly mark counts as partner where a straight one must be.
 */
export function straightQuotes(text: string): StraightQuotes {
  const marks = Array.from(text.matchAll(QUOTE), ({0: mark, index}) => ({mark, at: index}));
  const runs = runLengths(marks.map(({mark}) => !isCurly(mark)));
  const pairs: StraightPair[] = [];
  const lone: number[] = [];
  const curly = new Set<number>();
  const open: Array<{mark: string; at: number}> = [];
  const pair = (from: number, to: number) => {
    if (isCurly(text[from]!)) curly.add(from);
    if (isCurly(text[to]!)) curly.add(to);
    pairs.push({open: from, close: to});
  };
  marks.forEach(({mark, at}, index) => {
    const top = open.at(-1);
    if (mark === '“') open.push({mark, at});
    else if (mark === '”') {
      if (!top) return;
      open.pop();
      if (isCurly(top.mark)) return;
      if (open.some(({mark}) => mark === '“')) {
        lone.push(top.at);
        while (open.pop()!.mark !== '“');
      } else pair(top.at, at);
    } else if (!top) {
      if (/\d/.test(text[at - 1] ?? '')) return;
      if (mustClose(text, at)) lone.push(at);
      else open.push({mark, at});
    } else if (isCurly(top.mark)) {
      // “甲"、"乙" and “甲"乙"丙” differ in how many straight ones follow in a row; “甲"，要"乙” has a pause between them.
      const next = marks[index + 1]?.at ?? text.length;
      if (runs[index]! % 2 === 0 && !/[，、；：。]/.test(text.slice(at, next))) open.push({mark, at});
      else if (marks[index + 1]?.mark === '”') lone.push(at);
      else pair(open.pop()!.at, at);
    } else if (mustOpen(text, at) || endsInMidSentence(text, top.at, at)) {
      lone.push(open.pop()!.at);
      open.push({mark, at});
    } else pair(open.pop()!.at, at);
  });
  for (const {mark, at} of open) if (!isCurly(mark)) lone.push(at);
  return {
    pairs: pairs.filter(({open, close}) => isQuotation(text, open, close)).sort((a, b) => a.open - b.open),
    lone: lone.filter(at => hanAt(text, at - 1) || hanAt(text, at + 1)).sort((a, b) => a - b),
    curly,
  };
}

function isCurly(mark: string): boolean {
  return mark === '“' || mark === '”';
}

/** For each mark, how many straight ones stand in a row from it on. */
function runLengths(straight: readonly boolean[]): number[] {
  const lengths = straight.map(() => 0);
  for (let i = straight.length - 1; i >= 0; i--) if (straight[i]) lengths[i] = (lengths[i + 1] ?? 0) + 1;
  return lengths;
}

const BEFORE_OPENING = /[，、；：（《,;:(\s]/;
const AFTER_CLOSING = /[，、。；：？！）》,;:?!)]/;

function mustOpen(text: string, at: number): boolean {
  return (at === 0 || BEFORE_OPENING.test(text[at - 1]!)) && hanAt(text, at + 1);
}

function mustClose(text: string, at: number): boolean {
  return hanAt(text, at - 1) && (at + 1 === text.length || AFTER_CLOSING.test(text[at + 1]!));
}

/** Whether the words between hold a whole sentence and break off in another one: no quotation does. */
function endsInMidSentence(text: string, open: number, close: number): boolean {
  return !/[。！？…，]/.test(text[close - 1]!) && /[。！？]/.test(text.slice(open + 1, close));
}

const ANY_HAN = new RegExp(`[${HAN}]`);
const CODE = /(?:[={[]|\w\(|"\s?:\s?)$/;

/** Whether the words between two marks are quoted in Chinese: not code, not Latin words among Latin words. */
function isQuotation(text: string, open: number, close: number): boolean {
  if (CODE.test(text.slice(Math.max(0, open - 4), open))) return false;
  return chineseAt(text, open - 1) || chineseAt(text, close + 1) || ANY_HAN.test(text.slice(open + 1, close));
}
