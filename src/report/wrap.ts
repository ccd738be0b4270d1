import type {Cell} from './cells.js';

/** Marks that do not begin a line, and marks that do not end one (GB/T 15834-2011 5.1). */
const NOT_FIRST = new Set('，。、；：！？）》」』】〉〕〗”’…—～·％℃,.;:!?)]}%');
const NOT_LAST = new Set('（《「『【〈〔〖“‘([{');

/** Breaks a text into lines no wider than `width`: at spaces and beside Chinese characters, not inside words and numbers. */
export function wrap(cells: readonly Cell[], width: number): Cell[][] {
  const lines: Cell[][] = [];
  let start = 0;
  while (start < cells.length) {
    const end = lineEnd(cells, start, width);
    lines.push(withoutSpaceAtEnd(cells.slice(start, end)));
    start = end;
    while (cells[start]?.text === ' ') start++;
  }
  return lines;
}

/** Where the line that begins at `start` ends: at the last good place, or in the middle of a word that is too long. */
function lineEnd(cells: readonly Cell[], start: number, width: number): number {
  let full = start + 1;
  let used = cells[start]!.width;
  while (full < cells.length && used + cells[full]!.width <= width) used += cells[full++]!.width;
  if (full === cells.length) return full;
  for (let end = full; end > start; end--) {
    if (mayBreak(cells[end - 1]!, cells[end]!)) return end;
  }
  return full;
}

function mayBreak(before: Cell, after: Cell): boolean {
  if (after.text === ' ') return true;
  if (NOT_FIRST.has(after.text) || NOT_LAST.has(before.text)) return false;
  return before.text === ' ' || before.width > 1 || after.width > 1;
}

function withoutSpaceAtEnd(cells: Cell[]): Cell[] {
  while (cells.at(-1)?.text === ' ') cells.pop();
  return cells;
}
