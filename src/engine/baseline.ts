import {existsSync, readFileSync} from 'node:fs';
import {dirname, relative, resolve} from 'node:path';
import type {Finding} from '../core/finding.js';
import {UserError} from '../core/user-error.js';
import {writeFileAtomically} from './write.js';

/**
 * The findings that are known and not reported any more, file by file. A finding is known by its fingerprint, which stays
 * the same when lines move. Paths count from the folder of the baseline file, with `/`.
 */
export class Baseline {
  readonly #file: string;
  readonly #known: Map<string, ReadonlySet<string>>;
  readonly #seen = new Map<string, Set<string>>();

  private constructor(file: string, known: Map<string, ReadonlySet<string>>) {
    this.#file = file;
    this.#known = known;
  }

  /**
   * @param file absolute.
   * @param missing what to do when there is none: fail, or begin an empty one.
   * @throws {UserError}
   */
  static read(file: string, missing: 'fail' | 'begin'): Baseline {
    if (!existsSync(file)) {
      if (missing === 'begin') return new Baseline(file, new Map());
      throw new UserError({
        zh: `没有基线文件 ${file}：先用 --update-baseline 生成`,
        en: `there is no baseline ${file}: write one with --update-baseline`,
      });
    }
    try {
      const {version, files} = JSON.parse(readFileSync(file, 'utf8')) as {version: unknown; files: unknown};
      if (version !== 1 || typeof files !== 'object' || files === null) throw new Error('it has another form');
      const entries = Object.entries(files).map(([path, keys]) => {
        if (!Array.isArray(keys) || keys.some(key => typeof key !== 'string'))
          throw new Error(`${path} has another form`);
        return [path, new Set(keys as string[])] as const;
      });
      return new Baseline(file, new Map(entries));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UserError({
        zh: `基线文件 ${file} 读不出来（${reason}）：请删除后用 --update-baseline 重新生成`,
        en: `the baseline ${file} cannot be read (${reason}): delete it and write it anew with --update-baseline`,
      });
    }
  }

  /**
   * Takes note of a file's findings and returns which are known.
   * @param path absolute.
   */
  know(path: string, findings: readonly Finding[]): (finding: Finding) => boolean {
    const name = this.#name(path);
    const known = this.#known.get(name);
    const seen = this.#seen.get(name) ?? new Set();
    for (const finding of findings) if (!finding.suppressed) seen.add(keyOf(finding));
    this.#seen.set(name, seen);
    return finding => known?.has(keyOf(finding)) ?? false;
  }

  /** How many known findings of the checked files are there no more. */
  get obsolete(): number {
    let count = 0;
    for (const [name, seen] of this.#seen) for (const key of this.#known.get(name) ?? []) if (!seen.has(key)) count++;
    return count;
  }

  /** Writes the findings of the checked files; files that were not checked keep their entries while they exist. */
  async write(): Promise<{known: number}> {
    const folder = dirname(this.#file);
    const files = new Map<string, Iterable<string>>();
    for (const [name, keys] of this.#known) if (existsSync(resolve(folder, name))) files.set(name, keys);
    for (const [name, keys] of this.#seen) files.set(name, keys);
    const sorted = [...files]
      .map(([name, keys]) => [name, [...keys].sort()] as const)
      .filter(([, keys]) => keys.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const text = JSON.stringify({version: 1, files: Object.fromEntries(sorted)}, undefined, 2);
    await writeFileAtomically(this.#file, [`${text}\n`]);
    return {known: sorted.reduce((sum, [, keys]) => sum + keys.length, 0)};
  }

  #name(path: string): string {
    return relative(dirname(this.#file), path).replaceAll('\\', '/');
  }
}

/** The rule stands before the fingerprint for people who read the file. */
function keyOf({rule, fingerprint}: Finding): string {
  return `${rule} ${fingerprint}`;
}
