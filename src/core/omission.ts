// What the rule on omitted characters and the script that makes its table share.
import {isHan} from './characters.js';
import {tableBytes} from './table-bytes.js';

/** A gap where one character was probably left out. */
export interface Omission {
  /** UTF-16 offset of the character behind the gap. */
  readonly at: number;
  readonly character: string;
}

/**
 * For pairs of characters on either side of a gap, the one character that belongs between them. Each slot holds a
 * fingerprint of its four characters in the high bits and, in the low ones, which of `characters` it is; 0: empty.
 */
export interface OmissionTable {
  readonly characters: string;
  readonly slots: Uint32Array;
}

/** Bits for the character; the others are the fingerprint, by which one gap in a million is mistaken for another. */
export const CHARACTER_BITS = 12;
const CHARACTER_MASK = 2 ** CHARACTER_BITS - 1;
const FORMAT = 1;
const HEADER = 12;

/** A mark, or the end of the text, as the last of the four characters. */
export const EDGE = 0x2c;
/** Digits, Latin letters and whatever else is no Chinese text: no window reaches over it. */
export const OTHER = 0;
const MARKS = new Set(Array.from('，。；：、！？（）,;:!?()', mark => mark.charCodeAt(0)));

/** The text's code units as windows see them: Han as it is, each mark as `EDGE`, all else as `OTHER`; an edge on both ends. */
export function windowUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 2).fill(OTHER);
  units[0] = EDGE;
  units[text.length + 1] = EDGE;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isHan(unit)) units[i + 1] = unit;
    else if (MARKS.has(unit)) units[i + 1] = EDGE;
  }
  return units;
}

export function slotOf(hash: number, slots: number): number {
  return Math.floor(((hash >>> 0) / 2 ** 32) * slots);
}

/** A 32-bit hash of four characters; the slot comes from it, the fingerprint from a second one. */
export function windowHash(a: number, b: number, c: number, d: number, seed: number): number {
  let hash = Math.imul(a ^ seed, 0x9e3779b1);
  hash = Math.imul((hash ^ (hash >>> 15)) + b, 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + c, 0xc2b2ae35);
  hash = Math.imul((hash ^ (hash >>> 16)) + d, 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}
export const SLOT_SEED = 0x51ed270b;
const PRINT_SEED = 0x2545f491;

/** A slot's value. */
export function entryOf(a: number, b: number, c: number, d: number, character: number): number {
  return ((windowHash(a, b, c, d, PRINT_SEED) & ~CHARACTER_MASK) | character) >>> 0;
}

/** The gaps of a text where the table knows a character to be missing, in order. */
export function omissionsIn({characters, slots}: OmissionTable, text: string): Omission[] {
  const units = windowUnits(text);
  const found: Omission[] = [];
  for (let i = 2; i < units.length - 1; i++) {
    const [a, b, c, d] = [units[i - 2]!, units[i - 1]!, units[i]!, units[i + 1]!];
    if (a <= EDGE || b <= EDGE || c <= EDGE || d === OTHER) continue;
    const entry = slots[slotOf(windowHash(a, b, c, d, SLOT_SEED), slots.length)]!;
    if (entry === 0 || (entry ^ windowHash(a, b, c, d, PRINT_SEED)) >>> CHARACTER_BITS !== 0) continue;
    found.push({at: i - 1, character: characters[entry & CHARACTER_MASK]!});
  }
  return found;
}

/** Header of three 32-bit numbers: format, number of characters, number of slots; then these. */
export function packOmissions({characters, slots}: OmissionTable): Uint8Array {
  const bytes = new Uint8Array(HEADER + 2 * characters.length + 4 * slots.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, FORMAT, true);
  view.setUint32(4, characters.length, true);
  view.setUint32(8, slots.length, true);
  for (let i = 0; i < characters.length; i++) view.setUint16(HEADER + 2 * i, characters.charCodeAt(i), true);
  slots.forEach((entry, i) => {
    view.setUint32(HEADER + 2 * characters.length + 4 * i, entry, true);
  });
  return bytes;
}

/** @throws when the bytes are no table of this format */
function unpackOmissions(bytes: Uint8Array): OmissionTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = view.getUint32(4, true);
  const start = HEADER + 2 * count;
  const length = view.getUint32(8, true);
  if (view.getUint32(0, true) !== FORMAT || bytes.length !== start + 4 * length)
    throw new Error('not a table of omitted characters');
  const characters = Array.from({length: count}, (_, i) => String.fromCharCode(view.getUint16(HEADER + 2 * i, true)));
  const slots = new Uint32Array(length);
  for (let i = 0; i < length; i++) slots[i] = view.getUint32(start + 4 * i, true);
  return {characters: characters.join(''), slots};
}

/** Reads a table as it ships. */
export function omissionsFrom(table: string | Uint8Array): OmissionTable {
  return unpackOmissions(tableBytes(table));
}
