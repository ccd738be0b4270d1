// Examples for the model of missing marks, made from text whose marks are taken to be right: every mark removed once is
// a gap that lacks one, every gap as it stands is one that does not. Training and evaluation share them.
import {fullWidthMarks} from './characters.js';
import {
  type Encoded,
  encode,
  FEATURES,
  gapFeatures,
  isGap,
  MISSING_MARKS,
  marksIn,
  type Neighbours,
} from './gap-features.js';
import {forEachGap, type GapModel, scoreOf, scorerOf} from './gap-model.js';
import {isInside, zonesOf} from './zones.js';

/** A pseudo-random number generator that gives the same numbers everywhere: 0 ≤ n < 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) / 2 ** 24;
  };
}

export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}

/** The paragraphs of a text that are long enough to teach something and have marks. */
export function proseOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => fullWidthMarks(line.trim()))
    .filter(line => line.length >= 20 && /[、，。；]/.test(line));
}

/**
 * `mark`: class of the mark that is missing, -1 where none is; the features of the gap lie in the array given. The text
 * and the neighbours are those of the example and change with the next.
 */
export type Visit = (mark: number, encoded: Encoded, index: number, neighbours: Neighbours) => void;

/**
 * Visits each gap of the text as it stands, then the gap of each mark removed alone.
 * @param skips whether a gap of the text as it stands is left out, by its near features alone.
 */
export function visitExamples(text: string, hashes: Int32Array, visit: Visit, skips?: () => boolean): void {
  const encoded = encode(text);
  const titles = zonesOf(text).titles;
  const within = (index: number) => titles.length > 0 && isInside(titles, index - encoded.begin);
  const visitUntouched = (index: number, neighbours: Neighbours) => {
    if (!within(index)) visit(-1, encoded, index, neighbours);
  };
  forEachGap(encoded, visitUntouched, hashes, skips);
  const marks = marksIn(encoded);
  const {units, begin, end} = encoded;
  let shorter: Uint16Array | undefined;
  marks.forEach((index, which) => {
    const mark = MISSING_MARKS.indexOf(String.fromCharCode(units[index]!));
    if (mark === -1 || index === begin || !isGap(units[index - 1]!, units[index + 1]!) || within(index)) return;
    // The removed mark travels: what lies between two removals is moved back to its place.
    shorter ??= units.slice();
    shorter.copyWithin(index, index + 1);
    const lacking: Encoded = {units: shorter, begin, end: end - 1};
    const neighbours: Neighbours = {
      previous: marks[which - 1] ?? begin - 1,
      beforePrevious: marks[which - 2] ?? begin - 1,
      next: (marks[which + 1] ?? end) - 1,
      afterNext: (marks[which + 2] ?? end) - 1,
    };
    gapFeatures(lacking, index, neighbours, hashes);
    visit(mark, lacking, index, neighbours);
    shorter.set(units);
  });
}

/** Visits the gaps of the text with a share of its marks removed together, as careless writing has them. */
export function visitCareless(
  text: string,
  share: number,
  random: () => number,
  hashes: Int32Array,
  visit: Visit,
): void {
  const titles = zonesOf(text).titles;
  const missing = new Map<number, number>();
  let stripped = '';
  for (let i = 0; i < text.length; i++) {
    const mark = MISSING_MARKS.indexOf(text[i]!);
    if (mark !== -1 && !isInside(titles, i) && random() < share) missing.set(stripped.length, mark);
    else stripped += text[i];
  }
  const encoded: Encoded = encode(stripped);
  forEachGap(
    encoded,
    (index, neighbours) => visit(missing.get(index - encoded.begin) ?? -1, encoded, index, neighbours),
    hashes,
  );
}

/** Scores of gaps, for figures. */
export interface Scores {
  /** UTF-16 code units of all texts. */
  characters: number;
  /** Gaps as the texts have them, highest first. */
  untouched: number[];
  /** By class of mark: the gaps of the marks removed. */
  removed: number[][];
}

/** Scores by the whole model, table and network. */
export function scoresOf(texts: readonly string[], model: GapModel): Scores {
  const hashes = new Int32Array(FEATURES);
  const final = scorerOf(model);
  const scores: Scores = {characters: 0, untouched: [], removed: Array.from(MISSING_MARKS, () => [])};
  for (const text of texts) {
    scores.characters += text.length;
    visitExamples(text, hashes, (mark, ...place) =>
      (mark === -1 ? scores.untouched : scores.removed[mark]!).push(final(...place, scoreOf(model, hashes))),
    );
  }
  scores.untouched.sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  return scores;
}

/** Score that so many gaps per 10,000 characters of the untouched text reach. */
export function thresholdAt({characters, untouched}: Scores, reports: number): number {
  return untouched[Math.max(0, Math.floor((characters * reports) / 10_000))] ?? Number.POSITIVE_INFINITY;
}

/** Share of the removed marks, in per cent, whose gaps score above the threshold; of one class, or of all. */
export function recallAbove({removed}: Scores, threshold: number, mark?: number): number {
  const gaps = mark === undefined ? removed.flat() : removed[mark]!;
  return (100 * gaps.filter(score => score > threshold).length) / Math.max(1, gaps.length);
}

/** One line: recall at 10, 3 and 1 reports. */
export function figures(scores: Scores): string {
  return [10, 3, 1]
    .map(reports => {
      const threshold = thresholdAt(scores, reports);
      const each = Array.from(
        MISSING_MARKS,
        (mark, index) => `${mark} ${recallAbove(scores, threshold, index).toFixed(0)}`,
      );
      return `${reports}: ${recallAbove(scores, threshold).toFixed(1)} % (${each.join(' ')}; score ${threshold.toFixed(2)})`;
    })
    .join('  ');
}
