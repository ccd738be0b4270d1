import {closeSync, fchmodSync, fsyncSync, openSync, renameSync, statSync, unlinkSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import type {Writable} from 'node:stream';

/**
 * Writes chunks to a stream and waits whenever it is full, so that a report of any length arrives whole.
 * Returns false when the reader went away (`| head`): there is no one left to report to.
 * @throws any other error of the stream, such as a full disk behind it.
 */
export async function writeStream(
  stream: Writable,
  chunks: AsyncIterable<string> | Iterable<string>,
): Promise<boolean> {
  let failure: NodeJS.ErrnoException | undefined;
  const onError = (error: NodeJS.ErrnoException) => {
    failure ??= error;
  };
  stream.on('error', onError);
  try {
    for await (const chunk of chunks) {
      await write(stream, chunk);
      if (failure) break;
    }
  } finally {
    stream.off('error', onError);
  }
  if (failure && failure.code !== 'EPIPE') throw failure;
  return failure === undefined;
}

/** Resolves when the stream has taken the chunk, or failed; the failure reaches the error listener. */
function write(stream: Writable, chunk: string): Promise<void> {
  return new Promise(resolve => {
    stream.write(chunk, () => resolve());
  });
}

/**
 * Writes a file so that it is either the old one or the new one whole: a temporary file beside it, then a rename. A file
 * that is replaced keeps its mode.
 */
export async function writeFileAtomically(
  path: string,
  chunks: AsyncIterable<string> | Iterable<string | Uint8Array>,
): Promise<void> {
  const temporary = join(
    dirname(path),
    `.${basename(path)}.${process.pid}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}.tmp`,
  );
  const file = openSync(temporary, 'wx');
  let open = true;
  try {
    for await (const chunk of chunks) writeFileSync(file, chunk);
    const old = statSync(path, {throwIfNoEntry: false});
    if (old?.isFile()) fchmodSync(file, old.mode & 0o7777);
    fsyncSync(file);
    closeSync(file);
    open = false;
    renameSync(temporary, path);
  } catch (error) {
    if (open) closeSync(file);
    unlinkSync(temporary);
    throw error;
  }
}
