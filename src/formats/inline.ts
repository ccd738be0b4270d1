import {HAN} from '../core/characters.js';
import {type Run, SourceMap} from '../core/source-map.js';

/** A stretch of the source on its way into a block: copied text (`literal`: code), one decoded entity or escape, or a line end. */
export type Piece =
  | {readonly kind: 'text'; readonly start: number; readonly end: number; readonly literal?: true}
  | {readonly kind: 'decoded'; readonly start: number; readonly end: number; readonly value: string}
  | {readonly kind: 'break'; readonly start: number; readonly end: number; readonly hard: boolean}
  | {readonly kind: 'image'; readonly start: number; readonly end: number; readonly alt: readonly [number, number]};

export interface MappedText {
  readonly text: string;
  readonly map: SourceMap;
}

const HAN_OR_MARK = new RegExp(`[${HAN}\\u2018-\\u201d\\u2026\\u3000-\\u303f\\uff01-\\uff60]`);

/**
 * Joins pieces into one text with its map; white space at both ends is dropped. A line end between two Chinese
 * characters is no space, because Chinese has none between words.
 */
export function joinPieces(source: string, pieces: readonly Piece[]): MappedText {
  const [only] = pieces;
  if (pieces.length === 1 && only!.kind === 'text' && !only!.literal) return trimmed(source, only!.start, only!.end);
  let text = '';
  const runs: Run[] = [];
  const add = (value: string, start: number, width: number, literal?: true) => {
    if (value === '') return;
    runs.push({text: text.length, source: start, length: value.length, width, ...(literal && {literal})});
    text += value;
  };
  pieces.forEach((piece, index) => {
    if (piece.kind === 'text')
      add(source.slice(piece.start, piece.end), piece.start, piece.end - piece.start, piece.literal);
    else if (piece.kind === 'decoded') add(piece.value, piece.start, piece.end - piece.start);
    else if (piece.kind === 'break') {
      const after = firstCharacter(source, pieces[index + 1]);
      if (!HAN_OR_MARK.test(text.at(-1) ?? '') || !HAN_OR_MARK.test(after))
        add(' ', piece.start, piece.end - piece.start);
    }
  });
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  if (to <= from) return {text: '', map: SourceMap.shift(pieces[0]?.start ?? 0, 0)};
  return {text: text.slice(from, to), map: new SourceMap(runs).slice(from, to)};
}

function trimmed(source: string, start: number, end: number): MappedText {
  const raw = source.slice(start, end);
  const text = raw.trim();
  const from = start + (raw.length - raw.trimStart().length);
  return {text, map: SourceMap.shift(text === '' ? start : from, text.length)};
}

function firstCharacter(source: string, piece: Piece | undefined): string {
  if (piece?.kind === 'text') return source[piece.start] ?? '';
  return piece?.kind === 'decoded' ? piece.value : '';
}
