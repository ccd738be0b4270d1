import {readFileSync} from 'node:fs';
import type {Article} from '../core/article.js';
import type {Source} from '../core/source.js';
import {type Format, type Reader, type ReadOptions, UnreadableError} from '../formats/format.js';
import {extensions, formatOf} from '../formats/index.js';
import {unsupported} from '../formats/unsupported.js';
import {decode} from './decode.js';

const readers = new Map<Format, Reader>();

/** Reads bytes that stand for a file, such as standard input; the format comes from the path's extension. */
export async function parseArticle(path: string, bytes: () => Uint8Array, options?: ReadOptions): Promise<Article> {
  const reader = await readerOf(path);
  return 'parse' in reader ? reader.parse(decode(path, bytes()), options) : reader.parseBytes(path, bytes());
}

/**
 * Reads a text that is decoded already; the format comes from its path's extension.
 * @throws {UnreadableError} when files of that format are no text.
 */
export async function parseSource(source: Source, options?: ReadOptions): Promise<Article> {
  const reader = await readerOf(source.path);
  if ('parse' in reader) return reader.parse(source, options);
  throw new UnreadableError({zh: '这种格式的文件不是文本', en: 'files of this format are no text'});
}

async function readerOf(path: string): Promise<Reader> {
  const format = formatOf(path);
  if (!format) throw new UnreadableError(unsupported(path, extensions));
  let reader = readers.get(format);
  if (!reader) {
    reader = await format.load();
    readers.set(format, reader);
  }
  return reader;
}

/**
 * The bytes of a file.
 * @throws {UnreadableError} with a message for the user.
 */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UnreadableError(whyUnread(error));
  }
}

function whyUnread(error: unknown) {
  const {code, message} = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return {zh: '没有读取权限', en: 'no permission to read it'};
  if (code === 'ENOENT') return {zh: '文件不在了，或者是断开的链接', en: 'the file is gone, or a broken link'};
  if (code === 'EISDIR') return {zh: '是文件夹，不是文件', en: 'it is a folder, not a file'};
  if (code === 'ERR_FS_FILE_TOO_LARGE') return {zh: '文件超过 2 GB，太大了', en: 'the file is larger than 2 GB'};
  return {zh: `无法读取（${message}）`, en: `it cannot be read (${message})`};
}
