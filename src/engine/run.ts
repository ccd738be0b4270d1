import {relative, resolve} from 'node:path';
import type {Configs} from '../config/load.js';
import {hash} from '../core/hash.js';
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
  /** The part of the files to check. */
  readonly shard?: Shard;
  /** Told of files that are left out without being wrong. */
  notice(notice: Notice): void;
}

/** One part of a run that is divided among machines; every file belongs to exactly one part. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
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
  {cwd, configs, notice, shard}: RunOptions,
  problems: Problem[],
): AsyncGenerator<Input> {
  const found = discover(paths, {
    cwd,
    notice,
    ignored: (path, isDirectory) => configs.isIgnored(path, isDirectory),
    problem: problem => problems.push(problem),
  });
  for await (const path of found) {
    const absolute = resolve(cwd, path);
    if (!shard || isInShard(relative(cwd, absolute), shard)) yield {path, absolute};
  }
}

/** By the name alone, so that a file stays in its part when others come and go. */
function isInShard(path: string, {index, count}: Shard): boolean {
  return (Number.parseInt(hash(path.replaceAll('\\', '/')).slice(0, 8), 16) % count) + 1 === index;
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
