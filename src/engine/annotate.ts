import {existsSync, mkdirSync, readFileSync, realpathSync} from 'node:fs';
import {basename, dirname, extname, join, parse, relative, resolve, sep} from 'node:path';
import {annotate, isAnnotatedCopy, type Remark} from '../annotate/index.js';
import type {Finding} from '../core/finding.js';
import {internalError} from '../core/internal-error.js';
import type {Language, Severity} from '../core/rule.js';
import type {FileResult, Problem, Run} from '../core/run.js';
import {UserError} from '../core/user-error.js';
import {UnreadableError} from '../formats/format.js';
import {ruleOf, wordsOf} from '../report/words.js';
import {writeFileAtomically} from './write.js';

const SEVERITIES: Record<Language, Record<Severity, string>> = {
  zh: {error: '错误', warning: '警告', note: '提示'},
  en: {error: 'Error', warning: 'Warning', note: 'Note'},
};

/** Copies of the checked .docx with comments at their findings, below a folder as the originals are below the current one. */
export class AnnotatedCopies {
  readonly problems: Problem[] = [];
  /** Copies written. */
  written = 0;
  /** Files that are no .docx and have no copy. */
  skipped = 0;
  readonly #folder: string;
  readonly #cwd: string;
  readonly #language: Language;
  readonly #signature = {author: 'govlint', initials: 'gl', date: new Date()};
  /** Copies of this run, so that two originals do not end in one. */
  readonly #targets = new Set<string>();

  /**
   * @param folder absolute; it is made when the first copy is written.
   * @param paths what is checked, as given on the command line.
   * @throws {UserError} when originals lie in the folder.
   */
  constructor(folder: string, paths: readonly string[], {cwd, language}: {cwd: string; language: Language}) {
    this.#folder = realPath(folder);
    this.#cwd = cwd;
    this.#language = language;
    const inside = paths.find(path => isWithin(this.#folder, realPath(resolve(cwd, path))));
    if (inside === undefined) return;
    throw new UserError({
      zh: `--annotate ${folder}：要检查的 ${inside} 就在这个文件夹里，批注副本会与原稿混在一起，请另选一个文件夹`,
      en: `--annotate ${folder}: ${inside}, which is to be checked, lies in this folder, where copies would mix with originals: choose another one`,
    });
  }

  /** Whether a path lies in the folder of the copies, which are not checked. */
  holds(path: string): boolean {
    return isWithin(this.#folder, path);
  }

  /** The run, each file of which gets its copy as it passes. */
  along(run: Run): Run {
    const copies = this;
    async function* files(): AsyncGenerator<FileResult> {
      for await (const file of run.files) {
        await copies.#add(file, run);
        yield file;
      }
    }
    return {
      files: files(),
      rules: run.rules,
      get problems() {
        return [...run.problems, ...copies.problems];
      },
    };
  }

  async #add({path, findings}: FileResult, run: Run): Promise<void> {
    if (!/\.doc[xm]$/i.test(path)) {
      this.skipped++;
      return;
    }
    try {
      const original = readFileSync(resolve(this.#cwd, path));
      const remarks = findings
        .filter(({rule, suppressed}) => !suppressed && rule !== internalError.id)
        .map(finding => this.#remark(finding, run));
      await this.#write(path, annotate(original, remarks, this.#signature));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message =
        error instanceof UnreadableError || error instanceof UserError
          ? error.text
          : {zh: `批注副本没有写成（${reason}）`, en: `the copy with comments was not written (${reason})`};
      this.problems.push({code: 'annotate', path, message});
    }
  }

  #remark({start, end, severity, rule, ...finding}: Finding, {rules}: Run): Remark {
    const words = wordsOf(finding, ruleOf(rule, rules), this.#language);
    const colon = this.#language === 'zh' ? '：' : ': ';
    const text = [`${SEVERITIES[this.#language][severity]}${colon}${words}`, rule];
    return {start: start.offset, end: end.offset, text};
  }

  async #write(path: string, copy: Uint8Array): Promise<void> {
    const target = this.#target(path);
    if (existsSync(target) && !isAnnotatedCopy(readFileSync(target)))
      throw new UserError({
        zh: `${target} 已经有了，而且不是 govlint 写的或者后来改过，没有覆盖：请移走它，或者另选一个文件夹`,
        en: `${target} exists and was not written by govlint, or changed since, and is left as it is: move it away, or choose another folder`,
      });
    mkdirSync(dirname(target), {recursive: true});
    await writeFileAtomically(target, [copy]);
    this.written++;
  }

  /** Below the folder as the original is below the current one; an original elsewhere keeps its whole path. */
  #target(path: string): string {
    const absolute = resolve(this.#cwd, path);
    const below = isWithin(this.#cwd, absolute)
      ? relative(this.#cwd, absolute)
      : relative(parse(absolute).root, absolute);
    const extension = extname(below);
    const stem = join(this.#folder, dirname(below), basename(below, extension));
    let target = stem + extension;
    for (let count = 2; this.#targets.has(target.toLowerCase()); count++) target = `${stem} (${count})${extension}`;
    this.#targets.add(target.toLowerCase());
    return target;
  }
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The path without symbolic links, as far as it exists. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const folder = dirname(path);
  return folder === path ? path : join(realPath(folder), basename(path));
}
