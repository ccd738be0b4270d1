import {resolve} from 'node:path';
import type {Configs} from '../config/load.js';
import type {FileResult, Problem, Run} from '../core/run.js';
import type {Cache} from './cache.js';
import {FileChecker, type Input} from './check-file.js';
import {discover, type Notice} from './discover.js';

export interface RunOptions {
  /** Absolute. */
  readonly cwd: string;
  readonly configs: Configs;
  /** Whether reports want the articles' blocks beside the findings. */
  readonly blocks?: boolean;
  readonly cache?: Cache | undefined;
  /** Told of files that are left out without being wrong. */
  notice(notice: Notice): void;
}

/** A file whose bytes come from elsewhere, such as standard input. */
export interface VirtualFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Starts a run: files are read and checked one by one as the reporter asks for them. */
export function startRun(files: readonly string[] | AsyncIterable<VirtualFile>, options: RunOptions): Run {
  const problems: Problem[] = [];
  const inputs = Symbol.asyncIterator in files ? virtual(files, options) : discovered(files, options, problems);
  return {
    files: checked(inputs, options, problems),
    rules: options.configs.rules,
    get problems() {
      return [...options.configs.problems, ...problems];
    },
  };
}

async function* discovered(
  paths: readonly string[],
  {cwd, configs, notice}: RunOptions,
  problems: Problem[],
): AsyncGenerator<Input> {
  const found = discover(paths, {
    cwd,
    notice,
    ignored: (path, isDirectory) => configs.isIgnored(path, isDirectory),
    problem: problem => problems.push(problem),
  });
  for await (const path of found) yield {path, absolute: resolve(cwd, path)};
}

async function* virtual(files: AsyncIterable<VirtualFile>, {cwd, configs, notice}: RunOptions): AsyncGenerator<Input> {
  for await (const {path, bytes} of files) {
    const absolute = resolve(cwd, path);
    if (await configs.isIgnored(absolute, false)) notice({kind: 'ignored', path});
    else yield {path, absolute, bytes};
  }
}

async function* checked(
  inputs: AsyncIterable<Input>,
  {configs, blocks, cache}: RunOptions,
  problems: Problem[],
): AsyncGenerator<FileResult> {
  const checker = new FileChecker({configs, blocks: blocks ?? false, cache});
  try {
    for await (const input of inputs) {
      const outcome = await checker.check(input);
      if ('result' in outcome) yield outcome.result;
      else problems.push(outcome.problem);
    }
  } finally {
    await cache?.write();
  }
}
