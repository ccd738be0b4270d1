import type {Configs, ResolvedConfig} from '../config/load.js';
import type {Kept} from '../core/finish.js';
import type {FileResult, Problem} from '../core/run.js';
import {viewOf} from '../core/view.js';
import {UnreadableError} from '../formats/format.js';
import {formatOf} from '../formats/index.js';
import {type Checker, createChecker} from '../unified/processor.js';
import type {Cache} from './cache.js';
import type {Fixer} from './fix.js';
import {parseArticle, readBytes} from './read.js';
import type {Timing} from './timing.js';

/** A file to check. */
export interface Input {
  /** As reports show it. */
  readonly path: string;
  readonly absolute: string;
  /** Its content, where it does not come from the disk: standard input, git's index. */
  readonly bytes?: Uint8Array;
}

/** What came of one file: a result, or why there is none. */
export type Outcome =
  | {
      readonly result: FileResult;
      /** Whether nothing in the file looked like an article; it was checked all the same. */
      readonly noArticle: boolean;
      /** What rules keep of the article for the end of the run. */
      readonly kept: readonly Kept[];
    }
  | {readonly problem: Problem};

export interface FileCheckerOptions {
  readonly configs: Configs;
  readonly blocks?: boolean;
  readonly cache?: Cache | undefined;
  /** Repairs each file before its findings are given out. */
  readonly fixer?: Fixer | undefined;
  readonly timing?: Timing | undefined;
}

/** Checks files one by one, each by its configuration; a checker is built once per configuration. */
export class FileChecker {
  readonly #options: FileCheckerOptions;
  readonly #checkers = new WeakMap<ResolvedConfig, Checker>();

  constructor(options: FileCheckerOptions) {
    this.#options = options;
  }

  /** A file that cannot be read or parsed is a problem; nothing is thrown, so that the run goes on. */
  async check(input: Input): Promise<Outcome> {
    try {
      return await this.#check(input);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message =
        error instanceof UnreadableError
          ? error.text
          : {zh: `检查时出错（${reason}）`, en: `checking it failed (${reason})`};
      return {problem: {code: 'unreadable-file', path: input.path, message}};
    }
  }

  async #check({path, absolute, bytes = this.#read(absolute)}: Input): Promise<Outcome> {
    const {configs, blocks = false, cache, fixer, timing} = this.#options;
    const config = await configs.for(absolute);
    // Blocks are not cached: they are as large as the article. Nor is what may be rewritten.
    const entry = blocks || fixer ? undefined : cache?.entry(path, bytes, config);
    const cached = entry?.read();
    const unit = formatOf(path)?.unit;
    if (cached) {
      const {findings, kept} = cached;
      return {result: {path, findings, ...(unit && {unit})}, noArticle: false, kept};
    }
    const parse = () => parseArticle(path, () => bytes, config);
    const read = await (timing?.measureAsync('(decoding and parsing)', parse) ?? parse());
    const checker = this.#checkerOf(config);
    const checked = await checker.checkAndKeep(read);
    const noArticle = !read.holdsArticle;
    // What is to be said of a file every time is not cached.
    if (!noArticle) entry?.write(checked);
    const file = {path, absolute, bytes, article: read, findings: checked.findings, options: config};
    const {article, findings, fixed} = fixer
      ? await fixer.fix(file, changed => checker.check(changed))
      : {article: read, findings: checked.findings, fixed: 0};
    return {
      result: {
        path,
        findings,
        ...(unit && {unit}),
        ...(fixed > 0 && {fixed}),
        ...(blocks && {blocks: viewOf(article, findings)}),
      },
      noArticle,
      // A copy of its own: a piece cut out of the source would keep the whole source in memory.
      kept: JSON.parse(JSON.stringify(checked.kept)) as Kept[],
    };
  }

  #read(absolute: string): Uint8Array {
    const {timing} = this.#options;
    if (!timing) return readBytes(absolute);
    const bytes = timing.measure('(reading)', () => readBytes(absolute));
    timing.files++;
    timing.bytes += bytes.length;
    return bytes;
  }

  #checkerOf(config: ResolvedConfig): Checker {
    let checker = this.#checkers.get(config);
    if (!checker) {
      const {timing} = this.#options;
      const rules = timing ? config.rules.map(entry => timing.watched(entry)) : config.rules;
      checker = createChecker(rules, config.retext);
      this.#checkers.set(config, checker);
    }
    return checker;
  }
}
