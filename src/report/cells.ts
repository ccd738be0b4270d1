import {graphemesOf, widthOf} from './width.js';

/** One character as a terminal shows it: a grapheme cluster, or what stands for one that must not reach the terminal. */
export interface Cell {
  readonly text: string;
  /** Columns it fills, at least 1. */
  readonly width: number;
  /** UTF-16 code units it stands for in the original text. */
  readonly length: number;
}

/**
 * Control, bidirectional and invisible format characters and halves of surrogate pairs: with them a file could move the
 * cursor, colour the screen or reorder what is read. Joiners and variation selectors stay; they are parts of characters.
 */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** Texts in which every code unit is a cell of its own, as nearly all are; the others have to be segmented. */
const PLAIN =
  /^[ -~\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u2190-\u21ff\u2460-\u25ff\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e\ufffd]*$/;

const known = new Map<string, Cell>();

/** Takes a text apart into the cells that it fills. */
export function cellsOf(text: string): Cell[] {
  const printable = text.replace(UNPRINTABLE, standIn);
  if (PLAIN.test(printable)) return Array.from(printable, plainCell);
  return Array.from(graphemesOf(printable), ({segment}) => cellOf(segment, widthOf(segment)));
}

function plainCell(character: string): Cell {
  let cell = known.get(character);
  if (!cell) {
    cell = cellOf(character, widthOf(character));
    known.set(character, cell);
  }
  return cell;
}

/** A character without width, such as an accent that follows nothing, would be drawn over its neighbour. */
function cellOf(character: string, width: number): Cell {
  return width > 0
    ? {text: character, width, length: character.length}
    : {text: '\ufffd', width: 1, length: character.length};
}

/** As long as the character itself, so that offsets stay offsets: a space for a tab, ␛ for escape, � where there is no picture. */
function standIn(character: string): string {
  const code = character.charCodeAt(0);
  if (character === '\t') return ' ';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/** Columns that cells fill together. */
export function widthOfCells(cells: readonly Cell[]): number {
  let width = 0;
  for (const cell of cells) width += cell.width;
  return width;
}

export function textOfCells(cells: readonly Cell[]): string {
  let text = '';
  for (const cell of cells) text += cell.text;
  return text;
}

/** The cells that fit into a width; `…` takes the place of those that do not. */
export function cut(cells: readonly Cell[], width: number): Cell[] {
  if (widthOfCells(cells) <= width) return [...cells];
  const kept: Cell[] = [];
  let left = width - 1;
  for (const cell of cells) {
    left -= cell.width;
    if (left < 0) break;
    kept.push(cell);
  }
  return [...kept, {text: '…', width: 1, length: 0}];
}
