import {type Encoding, Source} from '../core/source.js';
import {UnreadableError} from '../formats/format.js';

/** Two-byte characters of GB 2312 make up nearly all of any real GBK text; Big5 read as GBK falls far below this. */
const LEAST_GB2312_SHARE = 0.8;

/**
 * Decodes a file strictly: a byte order mark decides, else UTF-8, else GB18030 (with it GBK and GB 2312).
 * Nothing is guessed in a way that could yield garbled text.
 * @throws {UnreadableError} when the bytes are none of these.
 */
export function decode(path: string, bytes: Uint8Array): Source {
  const marked = markedEncoding(bytes);
  if (marked) return decodeAs(path, bytes.subarray(marked.length), marked.encoding, true);
  if (bytes.includes(0)) throw notText(bytes);
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) return new Source(path, utf8);
  const gb = tryDecode(bytes, 'gb18030');
  if (gb !== undefined && looksLikeGb2312(bytes)) {
    const other = otherEncoding(gb, bytes);
    if (other !== undefined) {
      throw new UnreadableError({
        zh: `网页声明编码为 ${other}，不能检查这种编码：请另存为 UTF-8；如果声明不实，请改正声明`,
        en: `the page declares the encoding ${other}, which is not supported: save it as UTF-8, or mend the declaration if it is wrong`,
      });
    }
    return new Source(path, gb, {encoding: 'gb18030'});
  }
  throw new UnreadableError({
    zh: '文字编码既不是 UTF-8，也不是 GB18030（GBK）：可能是 Big5 等其他编码，或者文件已经损坏，请用记事本另存为 UTF-8 再检查',
    en: 'the text is neither UTF-8 nor GB18030 (GBK); it may be Big5 or damaged: save it as UTF-8 and check again',
  });
}

interface Marked {
  encoding: Encoding;
  length: number;
}

function markedEncoding(bytes: Uint8Array): Marked | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return {encoding: 'utf-8', length: 3};
  if (a === 0xff && b === 0xfe) return {encoding: 'utf-16le', length: 2};
  if (a === 0xfe && b === 0xff) return {encoding: 'utf-16be', length: 2};
  if (a === 0x84 && b === 0x31 && c === 0x95 && bytes[3] === 0x33) return {encoding: 'gb18030', length: 4};
  return undefined;
}

function decodeAs(path: string, bytes: Uint8Array, encoding: Encoding, bom: boolean): Source {
  const text = tryDecode(bytes, encoding);
  if (text === undefined) {
    throw new UnreadableError({
      zh: `文件以 ${encoding.toUpperCase()} 的标记开头，内容却不是 ${encoding.toUpperCase()}：文件可能已经损坏，请重新保存为 UTF-8`,
      en: `the file starts with the mark of ${encoding.toUpperCase()} but is not ${encoding.toUpperCase()}: it may be damaged; save it again as UTF-8`,
    });
  }
  return new Source(path, text, {encoding, bom});
}

const decoders = new Map<Encoding, InstanceType<typeof TextDecoder>>();

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  let decoder = decoders.get(encoding);
  if (!decoder) {
    decoder = new TextDecoder(encoding, {fatal: true, ignoreBOM: true});
    decoders.set(encoding, decoder);
  }
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const DECLARATION = /<meta\s[^>]{0,300}?charset\s{0,20}=\s{0,20}["']?\s{0,20}([\w-]{2,30})/i;
const EAST_ASIAN = new Set(['big5', 'euc-kr', 'euc-jp', 'shift_jis']);
/** As far as browsers look for it. */
const DECLARED_WITHIN = 1024;

/**
 * The East Asian encoding that a page declares, when its bytes are of that encoding, too: EUC-KR looks like GB 2312, and
 * read as such it would be garbage. Undefined when there is no such declaration, or it is not true.
 */
function otherEncoding(text: string, bytes: Uint8Array): string | undefined {
  const label = DECLARATION.exec(text.slice(0, DECLARED_WITHIN))?.[1]?.toLowerCase();
  if (label === undefined) return undefined;
  try {
    const decoder = new TextDecoder(label, {fatal: true});
    if (!EAST_ASIAN.has(decoder.encoding)) return undefined;
    decoder.decode(bytes);
    return label;
  } catch (error) {
    // The bytes are of no such encoding, or there is none of that name.
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function looksLikeGb2312(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x81) continue;
    const trail = bytes[i + 1]!;
    pairs++;
    if (lead <= 0xf7 && trail >= 0xa1 && (lead >= 0xb0 || lead <= 0xa9)) common++;
    i++;
  }
  return pairs === 0 || common / pairs >= LEAST_GB2312_SHARE;
}

/** What a file with NUL bytes is; UTF-16 without its mark has one in nearly every second byte of its ASCII. */
function notText(bytes: Uint8Array): UnreadableError {
  let zeros = 0;
  const sample = bytes.subarray(0, 4096);
  for (const byte of sample) if (byte === 0) zeros++;
  if (
    zeros > 4 &&
    zeros * 200 > sample.length &&
    sample.length % 2 === 0 &&
    tryDecode(sample, 'utf-16le') !== undefined
  ) {
    return new UnreadableError({
      zh: '像是没有标记的 UTF-16 文本或二进制文件：请用记事本另存为 UTF-8 再检查',
      en: 'this looks like UTF-16 without its mark, or a binary file: save it as UTF-8 and check again',
    });
  }
  return new UnreadableError({zh: '是二进制文件，不是文本', en: 'this is a binary file, not text'});
}
