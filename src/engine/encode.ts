import type {TextEdit} from '../core/fix.js';
import type {Encoding, Source} from '../core/source.js';

const BOM_LENGTH: Record<Encoding, number> = {'utf-8': 3, 'utf-16le': 2, 'utf-16be': 2, gb18030: 4};

/**
 * The bytes of a file with edits made in its text: what lies outside the edits stays byte for byte, whatever its encoding.
 * @param bytes what `source` was decoded from.
 * @param edits in order, without overlaps; each must be one that `canEncode`.
 */
export function spliceBytes(bytes: Uint8Array, source: Source, edits: readonly TextEdit[]): Uint8Array {
  const {encoding, bom, text} = source;
  const pieces: Uint8Array[] = [];
  let offset = 0;
  let at = bom ? BOM_LENGTH[encoding] : 0;
  let copied = 0;
  const advance = (to: number) => {
    at += lengthOf(encoding, bytes, at, text, offset, to);
    offset = to;
  };
  for (const edit of edits) {
    advance(edit.start);
    pieces.push(bytes.subarray(copied, at), encode(edit.text, encoding)!);
    advance(edit.end);
    copied = at;
  }
  pieces.push(bytes.subarray(copied));
  return Buffer.concat(pieces);
}

/** Whether a text can be written in an encoding. */
export function canEncode(text: string, encoding: Encoding): boolean {
  return encode(text, encoding) !== undefined;
}

/** How many bytes, from `at` on, hold the text from `from` to `to`. */
function lengthOf(encoding: Encoding, bytes: Uint8Array, at: number, text: string, from: number, to: number): number {
  if (encoding === 'utf-8') return Buffer.byteLength(text.slice(from, to));
  if (encoding !== 'gb18030') return 2 * (to - from);
  let length = 0;
  for (let units = to - from; units > 0; units--) {
    const lead = bytes[at + length]!;
    if (lead <= 0x80) length++;
    else if (bytes[at + length + 1]! >= 0x40) length += 2;
    else {
      length += 4;
      // Four bytes from 0x90 on stand for a character of two UTF-16 units.
      if (lead >= 0x90) units--;
    }
  }
  return length;
}

function encode(text: string, encoding: Encoding): Uint8Array | undefined {
  if (/[\ud800-\udfff]/.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))) return undefined;
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'gb18030') return encodeGb(text);
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

let gbCodes: Map<string, number> | undefined;

/**
 * One- and two-byte characters alone: most files read as GB18030 are GBK, and the programs that wrote them could not read a
 * four-byte character.
 */
function encodeGb(text: string): Uint8Array | undefined {
  gbCodes ??= readGbCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character < '\u0080' ? character.charCodeAt(0) : gbCodes.get(character);
    if (code === undefined) return undefined;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The two-byte codes by character, read off the decoder; GBK's own area of user-defined characters is left out. */
function readGbCodes(): Map<string, number> {
  const codes = new Map<string, number>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const row: number[] = [];
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) row.push(trail);
    const characters = decoder.decode(Uint8Array.from(row.flatMap(trail => [lead, trail])));
    for (let index = 0; index < row.length; index++) {
      const character = characters[index]!;
      if (character < '\ue000' || character > '\uf8ff') codes.set(character, (lead << 8) | row[index]!);
    }
  }
  return codes;
}
