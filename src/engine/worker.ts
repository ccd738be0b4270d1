import {parentPort, workerData} from 'node:worker_threads';
import {Configs, type ConfigsOptions} from '../config/load.js';
import {FileChecker, type Input, type Outcome} from './check-file.js';

/** What a thread needs to check files as the main one would. */
export interface WorkerOptions {
  readonly configs: ConfigsOptions;
  readonly blocks: boolean;
}

export interface Batch {
  readonly id: number;
  readonly inputs: readonly Input[];
}

export interface BatchResult {
  readonly id: number;
  readonly outcomes: readonly Outcome[];
}

const {configs, blocks} = workerData as WorkerOptions;
const checker = new FileChecker({configs: new Configs(configs), blocks});
const port = parentPort!;
port.on('message', async ({id, inputs}: Batch) => {
  const outcomes: Outcome[] = [];
  for (const input of inputs) outcomes.push(await checker.check(input));
  port.postMessage({id, outcomes} satisfies BatchResult);
});
