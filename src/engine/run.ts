import {availableParallelism} from 'node:os';
import {relative, resolve} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import type {Configs} from '../config/load.js';
import {hash} from '../core/hash.js';
import type {FileResult, Problem, Run} from '../core/run.js';
import type {Cache} from './cache.js';
import {FileChecker, type Input, type Outcome} from './check-file.js';
import {discover, type Notice} from './discover.js';
import {Ending} from './ending.js';
import type {Fixer} from './fix.js';
import type {Pool} from './pool.js';
import type {Timing} from './timing.js';

export interface RunOptions {
  /** Absolute. */
  readonly cwd: string;
  readonly configs: Configs;
  /** Whether reports want the articles' blocks beside the findings. */
  readonly blocks?: boolean;
  readonly cache?: Cache | undefined;
  /** Threads that check, the main one with them; as many as there are cores when left out. */
  readonly concurrency?: number;
  /** Repairs the files that are checked. */
  readonly fixer?: Fixer | undefined;
  /** Absolute paths of which nothing is checked, such as what this run writes. */
  excluded?(path: string): boolean;
  /** Measures where the time goes; the run then keeps to one thread. */
  readonly timing?: Timing | undefined;
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

/**
 * Starts a run: files are read and checked one by one as the reporter asks for them. What only all files together show
 * comes when the last one has been checked, as second, `late` results of the files concerned: a run holds no result back.
 */
export function startRun(files: readonly string[] | AsyncIterable<VirtualFile>, options: RunOptions): Run {
  const problems: Problem[] = [];
  const inputs = Symbol.asyncIterator in files ? virtual(files, options) : discovered(files, options, problems);
  return {
    files: checked(inputs, options, problems),
    rules: options.configs.rules,
    get problems() {
      return [...options.configs.problems, ...problems, ...(options.fixer?.problems ?? [])];
    },
  };
}

async function* discovered(
  paths: readonly string[],
  {cwd, configs, notice, shard, excluded}: RunOptions,
  problems: Problem[],
): AsyncGenerator<Input> {
  const found = discover(paths, {
    cwd,
    notice,
    ignored: async (path, isDirectory) => excluded?.(path) === true || configs.isIgnored(path, isDirectory),
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

/** Outcomes in the order of the files, whatever thread they come from. */
async function* checked(
  inputs: AsyncIterable<Input>,
  options: RunOptions,
  problems: Problem[],
): AsyncGenerator<FileResult> {
  const {configs, notice, blocks = false, cache, fixer, timing} = options;
  const checker = new FileChecker({configs, blocks, cache, fixer, timing});
  const threads = cache || fixer || timing ? 0 : (options.concurrency ?? availableParallelism()) - 1;
  const outcomes = threads > 0 ? inThreads(inputs, checker, threads, options) : alone(inputs, checker);
  const ending = new Ending(options);
  try {
    for await (const outcome of outcomes) {
      if ('problem' in outcome) problems.push(outcome.problem);
      else {
        if (outcome.noArticle) notice({kind: 'no-article', path: outcome.result.path});
        await ending.add(outcome.kept);
        yield outcome.result;
      }
    }
    yield* ending.results();
  } finally {
    await cache?.write();
  }
}

async function* alone(inputs: AsyncIterable<Input>, checker: FileChecker): AsyncGenerator<Outcome> {
  for await (const input of inputs) yield checker.check(input);
}

/** Fewer files than this are checked before another thread would be up. */
const FIRST_FILES = 250;
const BATCH = 24;
/** Batches whose outcomes are kept while an earlier one is still in work. */
const MOST_PENDING = 32;

/** The main thread checks the first files by itself and goes on beside the others; a short run starts no thread at all. */
async function* inThreads(
  inputs: AsyncIterable<Input>,
  checker: FileChecker,
  threads: number,
  {configs, blocks = false}: RunOptions,
): AsyncGenerator<Outcome> {
  const pending: Array<Promise<readonly Outcome[]>> = [];
  let pool: Pool | undefined;
  let count = 0;
  try {
    for await (const batch of batches(inputs)) {
      count += batch.length;
      if (!pool && count > FIRST_FILES) {
        const {Pool} = await import('./pool.js');
        pool = new Pool(threads, {configs: configs.options, blocks});
      }
      const elsewhere = pool?.tryRun(batch);
      pending.push(elsewhere ?? checkBatch(batch, checker));
      if (pool && !elsewhere) {
        await pending.at(-1);
        // What the threads have sent meanwhile is taken in, so that they get more to do.
        await setImmediate();
      }
      if (!pool || pending.length >= MOST_PENDING) yield* await pending.shift()!;
    }
    for (const outcomes of pending) yield* await outcomes;
  } finally {
    await pool?.close();
  }
}

async function checkBatch(batch: readonly Input[], checker: FileChecker): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const input of batch) outcomes.push(await checker.check(input));
  return outcomes;
}

async function* batches(inputs: AsyncIterable<Input>): AsyncGenerator<Input[]> {
  let batch: Input[] = [];
  for await (const input of inputs) {
    batch.push(input);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
