import type {Piece} from '../inline.js';
import type {Paragraph, Picture} from './paragraph.js';

/** Stands in the source for a line end within a paragraph: a line of the source is a paragraph. */
const LINE_SEPARATOR = '\u2028';

/** A line of an article on its way into a block: its text, and the pictures around it. */
export interface Line {
  readonly before: readonly PlacedPicture[];
  readonly pieces: readonly Piece[];
  readonly after: readonly PlacedPicture[];
}

export interface PlacedPicture extends Picture {
  /** Offset in the source. */
  readonly at: number;
}

/** The text of a paragraph as the source holds it. */
export function textOf({inlines}: Paragraph): string {
  let text = '';
  for (const inline of inlines) {
    if (inline.kind === 'text') text += inline.text;
    else if (inline.kind === 'break') text += LINE_SEPARATOR;
  }
  return text;
}

/**
 * The lines of a paragraph.
 * @param start where its text stands in the source.
 * @param lead pieces that come before it: its number, or the paragraph whose end was deleted.
 * @param broken whether a line end within it begins a new block; in headlines and captions it does not.
 */
export function linesOf({inlines}: Paragraph, start: number, lead: readonly Piece[], broken: boolean): Line[] {
  const lines: Line[] = [];
  let at = start;
  let before: PlacedPicture[] = [];
  let after: PlacedPicture[] = [];
  let pieces: Piece[] = [...lead];
  let blank = lead.length === 0;
  const end = () => {
    // A picture at the end of a line stands before what follows.
    if (pieces.length > 0 || before.length > 0 || after.length > 0) lines.push({before, pieces, after});
    before = [];
    after = [];
    pieces = [];
    blank = true;
  };
  for (const inline of inlines) {
    if (inline.kind === 'image') (blank ? before : after).push({...inline, at});
    else if (inline.kind === 'break') {
      if (broken) end();
      else pieces.push({kind: 'break', start: at, end: at + 1, hard: false});
      at++;
    } else {
      pieces.push({kind: 'text', start: at, end: at + inline.text.length});
      at += inline.text.length;
      if (blank && inline.text.trim() !== '') blank = false;
    }
  }
  end();
  return lines;
}
