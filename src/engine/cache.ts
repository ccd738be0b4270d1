import {createHash, hash} from 'node:crypto';
import {existsSync, readFileSync, statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {ResolvedConfig} from '../config/load.js';
import type {Text} from '../core/rule.js';
import type {Checked} from '../unified/processor.js';
import {writeFileAtomically} from './write.js';

/** A cache entry of one file, for its present content and configuration. */
export interface CacheEntry {
  /** What an earlier run found and kept; undefined when there is nothing for this content. */
  read(): Checked | undefined;
  write(checked: Checked): void;
}

/**
 * Findings of earlier runs. An entry counts when the file's content, its configuration and govlint itself are the same.
 * The file is one line of header with a digest of the rest, then a line a file: path, key and what was found, parsed when
 * asked for. It is replaced whole, so that two runs at once cannot damage it: the later one wins.
 */
export class Cache {
  readonly #file: string | undefined;
  readonly #header: string;
  /** By path in JSON: the key, and what was found and kept in JSON. */
  readonly #lines = new Map<string, {key: string; json: string}>();
  readonly #configKeys = new WeakMap<ResolvedConfig, string>();
  /** Why an existing cache is not used. */
  readonly notice: Text | undefined;
  #changed = false;

  /**
   * @param file absolute; without one the cache lives as long as the program.
   * @param version of govlint.
   */
  constructor(file: string | undefined, version: string) {
    this.#file = file;
    // The program's own file tells apart builds of one version.
    this.#header = `govlint-cache 1 ${version} ${statSync(fileURLToPath(import.meta.url)).mtimeMs}`;
    if (file !== undefined && existsSync(file)) this.notice = this.#load(file);
  }

  /** Undefined for files whose configuration runs code that is not govlint's: whether that changed is not known. */
  entry(path: string, bytes: Uint8Array, config: ResolvedConfig): CacheEntry | undefined {
    if (config.foreign) return undefined;
    const name = JSON.stringify(path);
    const key = `${hash('sha1', bytes, 'base64url')}.${this.#keyOf(config)}`;
    return {
      read: () => {
        const line = this.#lines.get(name);
        return line?.key === key ? (JSON.parse(line.json) as Checked) : undefined;
      },
      write: checked => {
        this.#lines.set(name, {key, json: JSON.stringify(checked)});
        this.#changed = true;
      },
    };
  }

  async write(): Promise<void> {
    if (!this.#changed || this.#file === undefined) return;
    const body = Array.from(this.#lines, ([name, {key, json}]) => `${name}\t${key}\t${json}\n`);
    await writeFileAtomically(this.#file, [`${this.#header} ${digest(body)}\n`, ...body]);
  }

  #keyOf(config: ResolvedConfig): string {
    let key = this.#configKeys.get(config);
    if (key === undefined) {
      const settings = config.rules.map(({rule, severity, options}) => [rule.id, severity, options]);
      key = hash('sha1', JSON.stringify([settings, config.html]), 'base64url');
      this.#configKeys.set(config, key);
    }
    return key;
  }

  #load(file: string): Text | undefined {
    const bytes = readFileSync(file);
    const headerEnd = bytes.indexOf(10) + 1;
    const header = bytes.toString('utf8', 0, Math.max(0, headerEnd - 1));
    if (!header.startsWith('govlint-cache '))
      return {
        zh: `${file} 不是 govlint 的缓存，没有使用`,
        en: `${file} is no cache of govlint and is not used`,
      };
    // Another version's cache is no fault: it is written anew without a word.
    if (!header.startsWith(`${this.#header} `)) return undefined;
    const body = bytes.subarray(headerEnd);
    if (header !== `${this.#header} ${digest([body])}` || (body.length > 0 && body.at(-1) !== 10))
      return {zh: `缓存 ${file} 已损坏，没有使用`, en: `the cache ${file} is damaged and is not used`};
    const text = body.toString('utf8');
    for (let at = 0, end = text.indexOf('\n'); end !== -1; at = end + 1, end = text.indexOf('\n', at)) {
      const first = text.indexOf('\t', at);
      const second = text.indexOf('\t', first + 1);
      this.#lines.set(text.slice(at, first), {key: text.slice(first + 1, second), json: text.slice(second + 1, end)});
    }
    return undefined;
  }
}

function digest(pieces: ReadonlyArray<string | Uint8Array>): string {
  const sum = createHash('sha1');
  for (const piece of pieces) sum.update(piece);
  return sum.digest('base64url');
}
