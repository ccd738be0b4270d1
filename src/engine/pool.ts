import {Worker} from 'node:worker_threads';
import type {Input, Outcome} from './check-file.js';
import type {Batch, BatchResult, WorkerOptions} from './worker.js';

interface Thread {
  readonly worker: Worker;
  /** Batches on their way, by id. */
  readonly waiting: Map<number, {inputs: readonly Input[]; resolve(outcomes: readonly Outcome[]): void}>;
  /** Why it takes no more. */
  failure?: Error;
}

/** Batches a thread may have before it: one in work, one that waits, so that it never stands idle. */
const AHEAD = 2;

/** Threads that check batches of files. */
export class Pool {
  readonly #threads: Thread[];
  #nextId = 0;

  constructor(size: number, options: WorkerOptions) {
    this.#threads = Array.from({length: size}, () => this.#start(options));
  }

  /** A thread with room for a batch takes it; undefined when all have enough to do. */
  tryRun(inputs: readonly Input[]): Promise<readonly Outcome[]> | undefined {
    const free = this.#threads
      .filter(({failure, waiting}) => !failure && waiting.size < AHEAD)
      .sort((a, b) => a.waiting.size - b.waiting.size)[0];
    if (!free) return undefined;
    const id = this.#nextId++;
    return new Promise(resolve => {
      free.waiting.set(id, {inputs, resolve});
      free.worker.postMessage({id, inputs} satisfies Batch);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({worker}) => worker.terminate()));
  }

  #start(workerData: WorkerOptions): Thread {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {workerData});
    const thread: Thread = {worker, waiting: new Map()};
    worker.on('message', ({id, outcomes}: BatchResult) => {
      thread.waiting.get(id)?.resolve(outcomes);
      thread.waiting.delete(id);
    });
    // A thread that dies, as of too little memory, must not lose the files it had: each is reported as not checked.
    const fail = (error: Error) => {
      thread.failure ??= error;
      for (const {inputs, resolve} of thread.waiting.values())
        resolve(inputs.map(({path}) => failed(path, thread.failure!)));
      thread.waiting.clear();
    };
    worker.on('error', fail);
    worker.on('exit', code => fail(new Error(`thread ended with ${code}`)));
    return thread;
  }
}

function failed(path: string, {message}: Error): Outcome {
  return {
    problem: {
      code: 'unreadable-file',
      path,
      message: {zh: `检查时出错（${message}）`, en: `checking it failed (${message})`},
    },
  };
}
