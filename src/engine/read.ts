import {readFileSync} from 'node:fs';
import type {Article} from '../core/article.js';
import type {Source} from '../core/source.js';
import {type Format, type ReadOptions, UnreadableError} from '../formats/format.js';
import {extensions, formatOf} from '../formats/index.js';
import {decode} from './decode.js';

type Reader = Awaited<ReturnType<Format['load']>>;
const readers = new Map<Format, Reader>();

/** Reads bytes that stand for a file, such as standard input; the format comes from the path's extension. */
export async function parseArticle(path: string, bytes: () => Uint8Array, options?: ReadOptions): Promise<Article> {
  const reader = await readerOf(path);
  return reader.parse(decode(path, bytes()), options);
}

/** Reads a text that is decoded already; the format comes from its path's extension. */
export async function parseSource(source: Source, options?: ReadOptions): Promise<Article> {
  const reader = await readerOf(source.path);
  return reader.parse(source, options);
}

async function readerOf(path: string): Promise<Reader> {
  const format = formatOf(path);
  if (!format) {
    const known = extensions.join(' ');
    throw new UnreadableError({
      zh: `不支持这种文件格式：可以检查的有 ${known}`,
      en: `this format is not supported: govlint reads ${known}`,
    });
  }
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
