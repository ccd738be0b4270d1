import {zipSync} from 'fflate';
import {damaged} from '../formats/docx/archive.js';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LONGEST_COMMENT = 0xffff;

interface Entry {
  readonly name: string;
  /** Offset of its local header. */
  readonly start: number;
  /** Its record in the central directory. */
  readonly record: Uint8Array;
}

interface Directory {
  readonly entries: readonly Entry[];
  /** Offset at which the central directory begins. */
  readonly start: number;
  /** Offset of the record at the end. */
  readonly end: number;
}

/**
 * The archive with some parts replaced or added and with a comment of its own. All other parts are copied as they are
 * packed, byte for byte and in their order.
 * @throws {UnreadableError} when the archive cannot be followed.
 */
export function withParts(archive: Uint8Array, parts: ReadonlyMap<string, Uint8Array>, comment: string): Uint8Array {
  const old = readDirectory(archive);
  const packed = zipSync(Object.fromEntries(parts), {mtime: new Date(1980, 0, 1)});
  const added = readDirectory(packed);
  const replacements = new Map(added.entries.map(entry => [entry.name, entry]));
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let at = 0;
  const add = (source: Uint8Array, directory: Directory, entry: Entry) => {
    const piece = source.subarray(entry.start, endOf(entry, directory));
    pieces.push(piece);
    records.push(movedRecord(entry.record, at));
    at += piece.length;
  };
  for (const entry of old.entries) {
    const replacement = replacements.get(entry.name);
    if (replacement) add(packed, added, replacement);
    else add(archive, old, entry);
    replacements.delete(entry.name);
  }
  for (const entry of replacements.values()) add(packed, added, entry);
  const size = records.reduce((sum, record) => sum + record.length, 0);
  return concat([...pieces, ...records, endRecord(records.length, size, at, comment)]);
}

/** The archive as it is, with a comment of its own. */
export function withComment(archive: Uint8Array, comment: string): Uint8Array {
  const {end} = readDirectory(archive);
  const text = new TextEncoder().encode(comment);
  const copy = concat([archive.subarray(0, end + END_SIZE), text]);
  new DataView(copy.buffer).setUint16(end + 20, text.length, true);
  return copy;
}

/** The comment of an archive; undefined when it is no archive. */
export function commentOf(archive: Uint8Array): string | undefined {
  const end = findEnd(archive);
  return end === undefined ? undefined : new TextDecoder().decode(archive.subarray(end + END_SIZE));
}

function readDirectory(archive: Uint8Array): Directory {
  const end = findEnd(archive);
  if (end === undefined) throw damaged();
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL_HEADER) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const length = CENTRAL_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const header = view.getUint32(at + 42, true);
    if (at + length > end || header + 30 > start || view.getUint32(header, true) !== LOCAL_HEADER) throw damaged();
    const name = new TextDecoder().decode(archive.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength));
    entries.push({name, start: header, record: archive.subarray(at, at + length)});
    at += length;
  }
  entries.sort((a, b) => a.start - b.start);
  return {entries, start, end};
}

/** Offset of the record at the end, before which nothing else looks like it. */
function findEnd(archive: Uint8Array): number | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const last = archive.length - END_SIZE;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === archive.length) return at;
  }
  return undefined;
}

/** An entry ends where the next one begins: what stands between data and header, such as a checksum, belongs to it. */
function endOf(entry: Entry, {entries, start}: Directory): number {
  return entries[entries.indexOf(entry) + 1]?.start ?? start;
}

function movedRecord(record: Uint8Array, start: number): Uint8Array {
  const copy = Uint8Array.from(record);
  new DataView(copy.buffer).setUint32(42, start, true);
  return copy;
}

function endRecord(entries: number, size: number, start: number, comment: string): Uint8Array {
  const text = new TextEncoder().encode(comment);
  const record = new Uint8Array(END_SIZE + text.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  view.setUint16(20, text.length, true);
  record.set(text, END_SIZE);
  return record;
}

function concat(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
