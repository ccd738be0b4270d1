// What the bundle of the command line gives out: to bin/run.js, to oclif, which finds the commands here, and to threads.
export {main} from '../cli/main.js';
export {COMMAND_NOT_FOUND, COMMANDS} from './index.js';

/** Makes this thread check what it is sent. */
export async function work(): Promise<void> {
  await import('../engine/worker.js');
}
