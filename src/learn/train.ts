import {accessSync, constants, existsSync, statSync} from 'node:fs';
import {dirname} from 'node:path';
import type {Configs} from '../config/load.js';
import type {GapModel} from '../core/gap-model.js';
import {featuresKey} from '../core/gap-table.js';
import {UserError} from '../core/user-error.js';
import {Archive, type Listener} from './archive.js';
import {StateFile} from './state.js';
import {type State, Training} from './training.js';

export interface TrainOptions extends Listener {
  /** Absolute. */
  readonly cwd: string;
  /** Folder or file of the archive, as the user gave it. */
  readonly corpus: string;
  /** Absolute path of the table that is written. */
  readonly output: string;
  /** The table to begin with, and a digest of it. */
  readonly base: {readonly model: GapModel; readonly digest: string};
  readonly configs: Configs;
  /** Of govlint. */
  readonly version: string;
  /** Whether an output that exists, or the state of another run, is replaced. */
  readonly force: boolean;
  /** Seconds between two saves of the state. */
  readonly saveEvery: number;
  /** Ends the run at the next moment at which it can go on from later. */
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
  /** Told when the run goes on from an earlier one. */
  resumed(): void;
}

/** How far a run has come. */
export interface Progress {
  readonly phase: 'survey' | 'learn' | 'measure';
  /** Which pass over the archive it is, from 1, and of how many; 0 while that is not known. */
  readonly pass: number;
  readonly passes: number;
  /** Bytes of the archive that this pass has read, and all of them. */
  readonly bytes: number;
  readonly total: number;
}

/** What a run has counted. */
export interface Counts {
  files: number;
  unread: number;
  /** UTF-16 code units of paragraphs that count as prose, those held out left out. */
  characters: number;
  /** Paragraphs and those of them that stood in the archive before. */
  paragraphs: number;
  repeated: number;
  /** Slots of the table given to features of the archive. */
  taken: number;
  heldOutParagraphs: number;
  heldOutCharacters: number;
  /** Of all runs that it took. */
  seconds: number;
}

export interface Trained extends Counts {
  /** Recall on the part held out, in per cent at each of `REPORTS`; undefined when that part is too small to tell. */
  readonly recall?: {readonly before: readonly number[]; readonly after: readonly number[]};
  readonly bytes: number;
}

/**
 * Adapts a table to an archive and writes it. The same archive gives the same bytes, however often the run was interrupted.
 * @returns undefined when the signal ended it; then the same call goes on where it stopped.
 * @throws {UserError} when the output exists, or the archive holds nothing to learn from.
 */
export async function train(options: TrainOptions): Promise<Trained | undefined> {
  const {cwd, corpus: path, configs, base, version, output} = options;
  checkPlace(output);
  const archive = new Archive({cwd, path, configs});
  const listing = await archive.list(options);
  const file = new StateFile<State>(`${output}.state`);
  const run = [version, featuresKey(), base.digest, listing.identity].join(' ');
  const earlier = stateOf(file, run, options);
  const training = new Training(options, archive, listing, file, earlier ?? beginning(run));
  if (earlier) {
    training.restore();
    options.resumed();
  }
  return (await training.run()) ? training.finish() : undefined;
}

/** Fails now where it would fail after hours. */
function checkPlace(output: string): void {
  if (statSync(output, {throwIfNoEntry: false})?.isDirectory())
    throw new UserError({zh: `${output} 是文件夹：请写出文件名`, en: `${output} is a folder: name a file`});
  try {
    accessSync(dirname(output), constants.W_OK);
  } catch {
    throw new UserError({
      zh: `${dirname(output)} 不是可以写入的文件夹`,
      en: `${dirname(output)} is no folder that can be written to`,
    });
  }
}

/** The state that the run goes on from, if any. */
function stateOf(file: StateFile<State>, run: string, {output, force}: TrainOptions): State | undefined {
  let earlier: State | undefined;
  try {
    earlier = file.read(run);
  } catch (error) {
    if (!force) throw error;
  }
  if (!earlier && !force && existsSync(output))
    throw new UserError({
      zh: `已经有 ${output} 了，没有改动：换一个 --output，或者加上 --force 覆盖它`,
      en: `${output} is there already and was left as it is: choose another --output, or overwrite it with --force`,
    });
  return earlier;
}

function beginning(run: string): State {
  const counts = {
    files: 0,
    unread: 0,
    characters: 0,
    paragraphs: 0,
    repeated: 0,
    taken: 0,
    heldOutParagraphs: 0,
    heldOutCharacters: 0,
    seconds: 0,
  };
  return {run, phase: 'survey', epoch: 1, epochs: 0, position: {file: 0, part: 0}, bytes: 0, counts};
}
