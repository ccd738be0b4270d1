import type {Finding} from '../core/finding.js';
import {type Cell, cellsOf, textOfCells, widthOfCells} from './cells.js';

/** The line of a finding as it is shown: its text in three parts, and carets under the middle one. */
export interface ShownExcerpt {
  readonly before: string;
  /** The range of the finding as far as it is shown; empty when something is missing between two characters. */
  readonly range: string;
  readonly after: string;
  /** What stands before the carets in their line: as wide as `before`. */
  readonly indent: string;
  readonly carets: string;
}

/** The part of a line that is shown: indices of cells, and whether something is left out on either side. */
interface Window {
  readonly start: number;
  readonly end: number;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Excerpts are no longer than this; one of nearly this length may be the beginning of a longer line. */
const FULL_EXCERPT = 239;

/** Fits the excerpt of a finding into `width` columns, its range in view. */
export function showExcerpt({start, end, excerpt}: Finding, width: number): ShownExcerpt {
  const cells = cellsOf(excerpt.text);
  const from = start.column - excerpt.column;
  const first = indexAt(cells, from);
  const to = end.line === start.line ? end.column - excerpt.column : excerpt.text.length;
  // A range ends behind the last cell it touches, and an empty one before the first.
  const last = to > from ? Math.max(first, indexAt(cells, to - 1) + 1) : first;
  const window = windowOf(cells, [first, Math.min(last, cells.length)], width, {
    moreBefore: excerpt.column > 1,
    moreAfter: excerpt.text.length >= FULL_EXCERPT,
  });
  const shownLast = Math.min(last, window.end);
  const before = cells.slice(window.start, first);
  const range = cells.slice(first, shownLast);
  return {
    before: (window.cutBefore ? '…' : '') + textOfCells(before),
    range: textOfCells(range),
    after: textOfCells(cells.slice(shownLast, window.end)) + (window.cutAfter ? '…' : ''),
    indent: (window.cutBefore ? ' ' : '') + before.map(blank).join(''),
    carets: '^'.repeat(Math.max(1, widthOfCells(range))),
  };
}

/** A space as wide as a cell. The ideographic space keeps the carets in place where Chinese is not exactly two columns wide, as in browsers. */
function blank({width}: Cell): string {
  return width === 2 ? '\u3000' : ' '.repeat(width);
}

/** Index of the cell that holds the code unit at `offset`; the number of cells when the text ends before it. */
function indexAt(cells: readonly Cell[], offset: number): number {
  let end = 0;
  const index = cells.findIndex(cell => {
    end += cell.length;
    return end > offset;
  });
  return index === -1 ? cells.length : index;
}

/** Space around the range that is cut is shared out evenly; a long range is shown from its start, with some words before it. */
function windowOf(
  cells: readonly Cell[],
  [first, last]: readonly [number, number],
  width: number,
  {moreBefore, moreAfter}: {moreBefore: boolean; moreAfter: boolean},
): Window {
  const outerStart = skipBlank(cells, 0, first);
  const outerEnd = last + cells.slice(last).findLastIndex(({text}) => !isBlank(text)) + 1;
  const caretAtEnd = first === outerEnd ? 1 : 0;
  const whole = widthOfCells(cells.slice(outerStart, outerEnd)) + caretAtEnd + Number(moreBefore) + Number(moreAfter);
  if (whole <= width) return {start: outerStart, end: outerEnd, cutBefore: moreBefore, cutAfter: moreAfter};

  const budget = width - 2;
  const rangeWidth = Math.max(widthOfCells(cells.slice(first, last)), caretAtEnd);
  const afterWidth = widthOfCells(cells.slice(last, outerEnd));
  const lead = Math.max(Math.floor(Math.max(budget - rangeWidth, budget / 4) / 2), budget - rangeWidth - afterWidth);
  let used = caretAtEnd;
  let start = first;
  while (start > outerStart && used + cells[start - 1]!.width <= lead) used += cells[--start]!.width;
  let end = first;
  while (end < outerEnd && used + cells[end]!.width <= budget) used += cells[end++]!.width;
  return {start, end, cutBefore: moreBefore || start > outerStart, cutAfter: moreAfter || end < outerEnd};
}

function skipBlank(cells: readonly Cell[], from: number, to: number): number {
  let index = from;
  while (index < to && isBlank(cells[index]!.text)) index++;
  return index;
}

function isBlank(text: string): boolean {
  return text === ' ' || text === '\u3000';
}
