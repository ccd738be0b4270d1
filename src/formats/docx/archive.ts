import {type UnzipFileInfo, unzipSync} from 'fflate';
import {UnreadableError} from '../format.js';

/** Word itself writes a few dozen parts; a long report with many pictures some hundreds. */
const MOST_ENTRIES = 10_000;
/** XML of this size, in bytes, is no draft of an article: the text of a thousand pages has 10 or 20 MB. */
const LARGEST_PART = 32 * 1024 * 1024;
const LARGEST_TOTAL = 2 * LARGEST_PART;
/** Deflate packs at most 1032 to 1; the XML of Word comes to 10 or 20, repetitive tables to 100. */
const HIGHEST_RATIO = 400;
/** A small part may be packed tightly without harm, in bytes. */
const SMALL = 1024 * 1024;

/** The parts of an office document that hold text, unpacked when asked for. */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #names = new Map<string, string>();
  #total = 0;

  /**
   * Looks through the list of parts; nothing is unpacked yet.
   * @throws {UnreadableError} when it is no archive, damaged, or has more parts than any document.
   */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    let entries = 0;
    unzip(bytes, ({name}) => {
      if (++entries > MOST_ENTRIES) throw tooLarge();
      this.#names.set(partName(name), name);
      return false;
    });
  }

  has(name: string): boolean {
    return this.#names.has(partName(name));
  }

  /** The name of a part as the archive writes it; the name as it is for a part that is not there. */
  storedName(name: string): string {
    return this.#names.get(partName(name)) ?? name;
  }

  /**
   * The text of an XML part, undefined when there is no such part.
   * @param name as in relationships, without a leading slash; letter case does not matter.
   * @throws {UnreadableError} when it is damaged, or larger unpacked than any draft.
   */
  text(name: string): string | undefined {
    const stored = this.#names.get(partName(name));
    if (stored === undefined) return undefined;
    const part = unzip(this.#bytes, entry => {
      if (entry.name !== stored) return false;
      this.#admit(entry);
      return true;
    })[stored];
    if (!part) throw damaged();
    return decodeXml(part);
  }

  /** The archive says how large a part is, and no more than that is unpacked. */
  #admit({size, originalSize}: UnzipFileInfo): void {
    this.#total += originalSize;
    if (originalSize > LARGEST_PART || this.#total > LARGEST_TOTAL) throw tooLarge();
    if (originalSize > SMALL && originalSize > size * HIGHEST_RATIO) throw tooLarge();
  }
}

function unzip(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {filter});
  } catch (error) {
    throw error instanceof UnreadableError ? error : damaged();
  }
}

function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

const lenient = new TextDecoder();

/** XML is UTF-8, or UTF-16 with its mark. */
function decodeXml(bytes: Uint8Array): string {
  const [a, b] = bytes;
  // Decoding strictly is many times slower; what is not UTF-8 leaves a mark.
  const text = lenient.decode(bytes);
  if (!text.includes('\ufffd')) return text;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes);
  } catch {
    throw damaged();
  }
}

/** The file is no whole Word document. */
export function damaged(): UnreadableError {
  return new UnreadableError({
    zh: 'Word 文件已经损坏，无法读取：请用 Word 或 WPS 打开（按提示修复），另存为 .docx 再检查',
    en: 'the Word file is damaged: open it in Word or WPS, let it be repaired, save it as .docx and check again',
  });
}

/** The file is larger than any draft, or a bomb. */
export function tooLarge(): UnreadableError {
  return new UnreadableError({
    zh: '文件解压后大得不像文稿，可能是压缩炸弹，没有读取：请用 Word 或 WPS 打开，另存为 .docx 再检查',
    en: 'unpacked, the file is larger than any draft and may be a zip bomb: open it in Word or WPS, save it as .docx and check again',
  });
}
