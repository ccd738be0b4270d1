import {resolve} from 'node:path';
import type {Configs, ResolvedConfig} from '../config/load.js';
import type {Article} from '../core/article.js';
import type {Finding} from '../core/finding.js';
import type {AnyRule} from '../core/rule.js';
import type {FileResult, Problem, Run} from '../core/run.js';
import {viewOf} from '../core/view.js';
import {UnreadableError} from '../formats/format.js';
import {type Checker, createChecker} from '../unified/processor.js';
import {discover, type Notice} from './discover.js';
import {parseArticle, readArticle} from './read.js';

export interface RunOptions {
  /** Absolute. */
  readonly cwd: string;
  readonly configs: Configs;
  /** Whether reports want the articles' blocks beside the findings. */
  readonly blocks?: boolean;
  /** Told of files that are left out without being wrong. */
  notice(notice: Notice): void;
}

/** A file whose bytes come from elsewhere, such as standard input. */
export interface VirtualFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Starts a run: files are read and checked one by one as the reporter asks for them. */
export function startRun(paths: readonly string[] | VirtualFile, options: RunOptions): Run {
  const problems: Problem[] = [];
  return {
    files: 'bytes' in paths ? checkVirtual(paths, options, problems) : checkPaths(paths, options, problems),
    rules: options.configs.rules,
    get problems() {
      return [...options.configs.problems, ...problems];
    },
  };
}

async function* checkPaths(
  paths: readonly string[],
  options: RunOptions,
  problems: Problem[],
): AsyncGenerator<FileResult> {
  const {cwd, configs, notice} = options;
  const check = checking(options);
  const discovered = discover(paths, {
    cwd,
    notice,
    ignored: (path, isDirectory) => configs.isIgnored(path, isDirectory),
    problem: problem => problems.push(problem),
  });
  for await (const path of discovered) {
    const absolute = resolve(cwd, path);
    const result = await guarded(path, problems, async () => check(absolute, await readArticle(path, absolute)));
    if (result) yield result;
  }
}

async function* checkVirtual(
  {path, bytes}: VirtualFile,
  options: RunOptions,
  problems: Problem[],
): AsyncGenerator<FileResult> {
  const {cwd, configs, notice} = options;
  const absolute = resolve(cwd, path);
  if (await configs.isIgnored(absolute, false)) {
    notice({kind: 'ignored', path});
    return;
  }
  const result = await guarded(path, problems, async () =>
    checking(options)(absolute, await parseArticle(path, () => bytes)),
  );
  if (result) yield result;
}

/** Checks articles, each by the checker of its configuration; a checker is built once per configuration. */
function checking({configs, blocks = false}: RunOptions) {
  const checkers = new WeakMap<ResolvedConfig, Checker>();
  return async (absolute: string, article: Article): Promise<FileResult> => {
    const config = await configs.for(absolute);
    let checker = checkers.get(config);
    if (!checker) {
      checker = createChecker(config.rules, config.retext);
      checkers.set(config, checker);
    }
    const findings = await checker.check(article);
    return {path: article.source.path, findings, ...(blocks && {blocks: viewOf(article, findings)})};
  };
}

/** A file that cannot be read or parsed is a problem; the run goes on. */
async function guarded(
  path: string,
  problems: Problem[],
  check: () => Promise<FileResult>,
): Promise<FileResult | undefined> {
  try {
    return await check();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message =
      error instanceof UnreadableError
        ? error.text
        : {zh: `检查时出错（${reason}）`, en: `checking it failed (${reason})`};
    problems.push({code: 'unreadable-file', path, message});
    return undefined;
  }
}

/** Findings by severity and what else decides the exit code. */
export interface Tally {
  files: number;
  errors: number;
  warnings: number;
  notes: number;
  suppressed: number;
  internalErrors: number;
}

/** The run with its findings counted as they pass, and with `keep` deciding which reach the reporter. */
export function tallied(run: Run, keep: (finding: Finding) => boolean): {run: Run; tally: Tally} {
  const tally: Tally = {files: 0, errors: 0, warnings: 0, notes: 0, suppressed: 0, internalErrors: 0};
  async function* files(): AsyncGenerator<FileResult> {
    for await (const file of run.files) {
      tally.files++;
      for (const finding of file.findings) {
        if (finding.rule === 'internal-error') tally.internalErrors++;
        if (finding.suppressed) tally.suppressed++;
        else if (finding.severity === 'error') tally.errors++;
        else if (finding.severity === 'warning') tally.warnings++;
        else tally.notes++;
      }
      yield filtered(file, keep);
    }
  }
  return {
    tally,
    run: {
      files: files(),
      rules: run.rules as ReadonlyMap<string, AnyRule>,
      get problems() {
        return run.problems;
      },
    },
  };
}

function filtered({path, findings, blocks}: FileResult, keep: (finding: Finding) => boolean): FileResult {
  const kept = findings.filter(keep);
  if (!blocks || kept.length === findings.length) return {path, findings: kept, ...(blocks && {blocks})};
  const places = new Map(kept.map((finding, index) => [finding, index]));
  const remaining = blocks.map(({marks, ...block}) => ({
    ...block,
    marks: marks.flatMap(mark => {
      const finding = places.get(findings[mark.finding]!);
      return finding === undefined ? [] : [{...mark, finding}];
    }),
  }));
  return {path, findings: kept, blocks: remaining};
}
