import {createHash} from 'node:crypto';
import {readFileSync, rmSync} from 'node:fs';
import {UserError} from '../core/user-error.js';
import {writeFileAtomically} from '../engine/write.js';
import type {NumberArray} from './adapter.js';

const NAME = 'govlint train state';

/** Where learning stands: plain JSON beside the arrays. */
export interface Saved {
  /** The run it belongs to: archive, table and program. */
  readonly run: string;
}

/**
 * The file beside the output from which an interrupted run goes on: a line of JSON, then the bytes of the arrays. It is
 * replaced whole, so that a kill at any moment leaves the old one or the new one.
 */
export class StateFile<S extends Saved> {
  readonly path: string;
  #bytes: Uint8Array | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /**
   * What an earlier run left; undefined where none did.
   * @throws {UserError} when the file is damaged or belongs to another run.
   */
  read(run: string): S | undefined {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(this.path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    const {digest, saved} = headerOf(bytes) ?? {};
    const arrays = bytes.subarray(bytes.indexOf(0x0a) + 1);
    if (!saved || digest !== digestOf([arrays]))
      throw new UserError({
        zh: `${this.path} 已损坏，不能接着上次做：加上 --force 重新开始`,
        en: `${this.path} is damaged, so the run cannot go on: start it anew with --force`,
      });
    if (saved.run !== run)
      throw new UserError({
        zh: `${this.path} 是另一次训练留下的（文章、基础表或 govlint 变了）：加上 --force 重新开始`,
        en: `${this.path} is of another run (other articles, another table or another govlint): start it anew with --force`,
      });
    this.#bytes = arrays;
    return saved as S;
  }

  /** Puts what `read` found back into arrays as they were given to `write`. */
  restore(arrays: readonly NumberArray[]): void {
    let at = 0;
    for (const array of arrays) {
      bytesOf(array).set(this.#bytes!.subarray(at, at + array.byteLength));
      at += array.byteLength;
    }
    this.#bytes = undefined;
  }

  async write(saved: S, arrays: readonly NumberArray[]): Promise<void> {
    const parts = arrays.map(bytesOf);
    const header = JSON.stringify({name: NAME, digest: digestOf(parts), saved});
    await writeFileAtomically(this.path, [`${header}\n`, ...parts]);
  }

  remove(): void {
    rmSync(this.path, {force: true});
  }
}

function headerOf(bytes: Uint8Array): {digest: string; saved: Saved} | undefined {
  try {
    const header = JSON.parse(Buffer.from(bytes.subarray(0, bytes.indexOf(0x0a))).toString('utf8'));
    return header.name === NAME ? header : undefined;
  } catch {
    return undefined;
  }
}

function bytesOf({buffer, byteOffset, byteLength}: NumberArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function digestOf(parts: readonly Uint8Array[]): string {
  const sum = createHash('sha1');
  for (const part of parts) sum.update(part);
  return sum.digest('base64url');
}
