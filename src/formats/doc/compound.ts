import {damaged} from '../docx/archive.js';

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const END_OF_CHAIN = 0xfffffffe;
const HEADER_ENTRIES = 109;
const ENTRY_SIZE = 128;

/** Whether the bytes begin like a compound file: .doc, .wps, and a .docx with a password. */
export function isCompound(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly links: readonly number[];
  readonly start: number;
  readonly size: number;
}

/**
 * A compound file (MS-CFB): streams by name. Opening it follows every chain of sectors once, so that a reader that trusts
 * the file cannot run in circles or out of it.
 */
export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorSize: number;
  readonly #sectors: number;
  readonly #table: Uint32Array;
  readonly #streams = new Map<string, Entry>();
  #shortTable: Uint32Array = new Uint32Array();
  #shortSectors: number[] = [];
  readonly #shortLimit: number;
  #steps = 0;

  /** @throws {UnreadableError} when it is damaged. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 1536) throw damaged();
    const shift = this.#view.getUint16(30, true);
    if ((shift !== 9 && shift !== 12) || this.#view.getUint16(32, true) !== 6) throw damaged();
    this.#sectorSize = 1 << shift;
    this.#sectors = Math.ceil(bytes.length / this.#sectorSize) - 1;
    this.#shortLimit = this.#view.getUint32(56, true);
    this.#table = this.#readTable();
    const entries = this.#readDirectory();
    this.#readShortTable(entries);
    for (const entry of entries) {
      if (entry.type !== 2) continue;
      this.#sectorsOf(entry);
      this.#streams.set(entry.name, entry);
    }
  }

  has(name: string): boolean {
    return this.#streams.has(name);
  }

  /** The bytes of a stream. @throws {UnreadableError} when there is no such stream. */
  read(name: string): Uint8Array {
    const entry = this.#streams.get(name);
    if (!entry) throw damaged();
    this.#steps = 0;
    const short = entry.size < this.#shortLimit;
    const size = short ? 64 : this.#sectorSize;
    const sectors = this.#sectorsOf(entry);
    const content = new Uint8Array(sectors.length * size);
    sectors.forEach((sector, index) => {
      const at = short ? this.#shortOffset(sector) : this.#offset(sector);
      content.set(this.#bytes.subarray(at, at + size), index * size);
    });
    return content.subarray(0, Math.min(entry.size, content.length));
  }

  #offset(sector: number): number {
    return (sector + 1) * this.#sectorSize;
  }

  #shortOffset(sector: number): number {
    const perSector = this.#sectorSize / 64;
    return this.#offset(this.#shortSectors[Math.floor(sector / perSector)]!) + (sector % perSector) * 64;
  }

  /** The allocation table: for each sector the one that follows it. */
  #readTable(): Uint32Array {
    const count = this.#view.getUint32(44, true);
    if (count > this.#sectors) throw damaged();
    const sectors: number[] = [];
    for (let index = 0; index < Math.min(count, HEADER_ENTRIES); index++)
      sectors.push(this.#view.getUint32(76 + index * 4, true));
    let next = this.#view.getUint32(68, true);
    const perSector = this.#sectorSize / 4 - 1;
    while (sectors.length < count) {
      const at = this.#checked(next);
      for (let index = 0; index < perSector && sectors.length < count; index++)
        sectors.push(this.#view.getUint32(at + index * 4, true));
      next = this.#view.getUint32(at + perSector * 4, true);
    }
    return this.#numbers(sectors);
  }

  /** Offset of a sector that lies wholly in the file. */
  #checked(sector: number): number {
    const at = this.#offset(sector);
    if (at + this.#sectorSize > this.#bytes.length) throw damaged();
    return at;
  }

  #numbers(sectors: readonly number[]): Uint32Array {
    const perSector = this.#sectorSize / 4;
    const numbers = new Uint32Array(sectors.length * perSector);
    sectors.forEach((sector, position) => {
      const at = this.#checked(sector);
      for (let index = 0; index < perSector; index++)
        numbers[position * perSector + index] = this.#view.getUint32(at + index * 4, true);
    });
    return numbers;
  }

  /** The sectors of a chain. Chains share no sectors, so all of them together have no more steps than there are sectors. */
  #chain(start: number, table: Uint32Array, limit: number): number[] {
    const sectors: number[] = [];
    for (let sector = start; sector < END_OF_CHAIN; sector = table[sector]!) {
      if (sector >= limit || sector >= table.length || ++this.#steps > 2 * (this.#sectors + this.#shortTable.length))
        throw damaged();
      sectors.push(sector);
    }
    return sectors;
  }

  #sectorsOf({start, size}: Entry): number[] {
    if (size === 0) return [];
    if (size >= this.#shortLimit) return this.#chain(start, this.#table, this.#sectors);
    return this.#chain(start, this.#shortTable, this.#shortSectors.length * (this.#sectorSize / 64));
  }

  #readDirectory(): Entry[] {
    const entries: Entry[] = [];
    for (const sector of this.#chain(this.#view.getUint32(48, true), this.#table, this.#sectors)) {
      const at = this.#checked(sector);
      for (let entry = 0; entry < this.#sectorSize; entry += ENTRY_SIZE) entries.push(this.#entry(at + entry));
    }
    this.#checkTree(entries);
    return entries;
  }

  #entry(at: number): Entry {
    const length = Math.min(this.#view.getUint16(at + 64, true), 64);
    const name = new TextDecoder('utf-16le').decode(this.#bytes.subarray(at, at + Math.max(length - 2, 0)));
    return {
      name,
      type: this.#bytes[at + 66]!,
      links: [68, 72, 76].map(field => this.#view.getUint32(at + field, true)),
      start: this.#view.getUint32(at + 116, true),
      size: this.#view.getUint32(at + 120, true),
    };
  }

  /** Every entry has one place in the tree of names. */
  #checkTree(entries: readonly Entry[]): void {
    const root = entries.findIndex(({type}) => type === 5);
    if (root === -1) throw damaged();
    const seen = new Set([root]);
    const waiting = [root];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      for (const link of entries[index]!.links) {
        if (link === 0xffffffff) continue;
        if (link >= entries.length || seen.has(link)) throw damaged();
        seen.add(link);
        waiting.push(link);
      }
    }
  }

  #readShortTable(entries: readonly Entry[]): void {
    const root = entries.find(({type}) => type === 5)!;
    const sectors = this.#chain(this.#view.getUint32(60, true), this.#table, this.#sectors);
    if (sectors.length !== this.#view.getUint32(64, true)) throw damaged();
    this.#shortTable = this.#numbers(sectors);
    if (root.size > 0) this.#shortSectors = this.#chain(root.start, this.#table, this.#sectors);
  }
}
