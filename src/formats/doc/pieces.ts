import {damaged} from '../docx/archive.js';

/** A stretch of the text as it lies in the file. Positions of characters count from the beginning of the text. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** Offset of its first character in the stream. */
  readonly offset: number;
  /** Bytes a character takes: 2 for UTF-16, 1 for Windows-1252. */
  readonly width: 1 | 2;
}

const COMPRESSED = 0x4000_0000;
/** In a piece of one byte a character, those from 0x80 are of Windows-1252. */
const decoders = {1: new TextDecoder('windows-1252'), 2: new TextDecoder('utf-16le')};

/** The text of a Word 97 document, put together from its pieces (MS-DOC 2.4.1), and where each character lies in the stream. */
export class PieceTable {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  readonly #byOffset: readonly Piece[];

  /**
   * @param stream `WordDocument`.
   * @param clx the part of the table stream that holds the piece table.
   * @throws {UnreadableError} when it points outside the stream or says more than it can hold.
   */
  constructor(stream: Uint8Array, clx: DataView) {
    this.#pieces = readPieces(clx, stream.length);
    this.#byOffset = [...this.#pieces].sort((a, b) => a.offset - b.offset);
    this.text = this.#pieces
      .map(({start, end, offset, width}) =>
        decoders[width].decode(stream.subarray(offset, offset + (end - start) * width)),
      )
      .join('');
    if (this.text.length !== (this.#pieces.at(-1)?.end ?? 0)) throw damaged();
  }

  /** Calls back with the characters that lie in a stretch of the stream. */
  each(from: number, to: number, visit: (start: number, end: number) => void): void {
    for (let index = this.#firstBehind(from); index < this.#byOffset.length; index++) {
      const {start, end, offset, width} = this.#byOffset[index]!;
      if (offset >= to) break;
      const first = start + Math.max(0, Math.floor((from - offset) / width));
      const last = Math.min(end, start + Math.ceil((to - offset) / width));
      if (last > first) visit(first, last);
    }
  }

  /** Index of the first piece that ends behind an offset of the stream. */
  #firstBehind(offset: number): number {
    let low = 0;
    let high = this.#byOffset.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.#byOffset[middle]!;
      if (piece.offset + (piece.end - piece.start) * piece.width <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function readPieces(clx: DataView, available: number): Piece[] {
  let at = 0;
  while (byte(clx, at) === 1) at += 3 + (byte(clx, at + 1) | (byte(clx, at + 2) << 8));
  if (byte(clx, at) !== 2 || at + 5 > clx.byteLength) throw damaged();
  const count = (clx.getUint32(at + 1, true) - 4) / 12;
  if (!Number.isInteger(count) || count < 1 || at + 5 + count * 12 + 4 > clx.byteLength) throw damaged();
  const starts = at + 5;
  const descriptors = starts + (count + 1) * 4;
  const pieces: Piece[] = [];
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const start = clx.getUint32(starts + index * 4, true);
    const end = clx.getUint32(starts + index * 4 + 4, true);
    const place = clx.getUint32(descriptors + index * 8 + 2, true);
    const width = place & COMPRESSED ? 1 : 2;
    const offset = width === 1 ? (place & ~COMPRESSED) / 2 : place;
    if (start !== (pieces.at(-1)?.end ?? 0) || end < start) throw damaged();
    if (end === start) continue;
    bytes += (end - start) * width;
    // Pieces do not share characters, so together they are no longer than the stream.
    if (offset + (end - start) * width > available || bytes > available) throw damaged();
    pieces.push({start, end, offset, width});
  }
  return pieces;
}

function byte(view: DataView, at: number): number {
  if (at >= view.byteLength) throw damaged();
  return view.getUint8(at);
}
