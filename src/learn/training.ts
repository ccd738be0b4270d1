import {setImmediate} from 'node:timers/promises';
import {randomNumbers, shuffle} from '../core/gap-examples.js';
import type {GapModel} from '../core/gap-model.js';
import {packTable} from '../core/gap-table.js';
import {UserError} from '../core/user-error.js';
import {writeFileAtomically} from '../engine/write.js';
import {Adapter, type NumberArray} from './adapter.js';
import type {Archive, Listing, Position, Unit} from './archive.js';
import {Recall} from './recall.js';
import {Seen} from './seen.js';
import type {StateFile} from './state.js';
import type {Counts, Progress, Trained, TrainOptions} from './train.js';

/** Where a run stands, beside what it has learned. */
export interface State {
  readonly run: string;
  phase: Progress['phase'];
  epoch: number;
  epochs: number;
  position: Position;
  /** Bytes before the position. */
  bytes: number;
  counts: Counts;
}

/** Paragraphs are learned from in random order within so many characters, or bytes of files read for them. */
const BATCH = 20_000;
const BATCH_BYTES = 2 ** 23;
/** What a file costs beside its bytes. */
const FILE_COST = 1000;
/** Small archives are read several times: up to so many characters this often, and once beyond. */
const EPOCHS = [
  [10_000_000, 3],
  [50_000_000, 2],
] as const;
/** Fewer characters held out tell nothing. */
const LEAST_HELD_OUT = 5000;
/** The state is not written so often that it takes more than this share of the time. */
const MOST_SAVING = 0.05;

/** One run: passes over the archive, with the state saved now and then. */
export class Training {
  readonly #options: TrainOptions;
  readonly #archive: Archive;
  readonly #listing: Listing;
  readonly #file: StateFile<State>;
  readonly #state: State;
  readonly #adapter: Adapter;
  readonly #seen = new Seen();
  readonly #before = new Recall();
  readonly #after = new Recall();
  #adapted: GapModel | undefined;
  #batch: string[] = [];
  #size = 0;
  #cost = 0;
  #unreadable = '';
  #savedAt = Date.now();
  #saving = 0;
  #countedAt = Date.now();

  constructor(options: TrainOptions, archive: Archive, listing: Listing, file: StateFile<State>, state: State) {
    this.#options = options;
    this.#archive = archive;
    this.#listing = listing;
    this.#file = file;
    this.#state = state;
    this.#adapter = new Adapter(options.base.model);
  }

  restore(): void {
    this.#file.restore(this.#arrays());
  }

  /** @returns whether it came to the end. */
  async run(): Promise<boolean> {
    const state = this.#state;
    while (await this.#pass()) {
      if (state.phase === 'measure') return true;
      if (state.phase === 'survey') this.#settle();
      else state.epoch++;
      if (state.epoch > state.epochs) state.phase = 'measure';
      else this.#seen.bits.fill(0);
      state.position = {file: 0, part: 0};
      state.bytes = 0;
      if (await this.#pause()) break;
    }
    return false;
  }

  #settle(): void {
    const state = this.#state;
    const {characters} = state.counts;
    if (characters === 0)
      throw new UserError({
        zh: `${this.#options.corpus} 里没有可学的段落：要有成段的、带标点的正文`,
        en: `${this.#options.corpus} holds no paragraphs to learn from: prose with its marks is needed`,
      });
    state.counts.taken = this.#adapter.settle();
    state.epochs = EPOCHS.find(([most]) => characters <= most)?.[1] ?? 1;
    state.phase = 'learn';
  }

  /** Reads the archive from the present position to its end. @returns false when the signal came. */
  async #pass(): Promise<boolean> {
    const state = this.#state;
    for await (const unit of this.#archive.units(state.position)) {
      this.#take(unit);
      state.bytes += unit.bytes;
      this.#cost += unit.bytes + FILE_COST;
      this.#report();
      if (this.#size < BATCH && this.#cost < BATCH_BYTES) continue;
      this.#study();
      state.position = unit.next;
      // Lets the signal and the terminal have their turn.
      await setImmediate();
      if (await this.#pause()) return false;
    }
    this.#study();
    return true;
  }

  #take({paragraphs, problem, heldOut, last}: Unit): void {
    const {phase, counts} = this.#state;
    if (phase === 'survey') {
      if (last) counts.files++;
      if (problem && problem.path !== this.#unreadable) {
        this.#unreadable = problem.path!;
        counts.unread++;
        this.#options.problem(problem);
      }
    }
    if (heldOut !== (phase === 'measure')) return;
    for (const text of paragraphs) {
      const isNew = this.#seen.add(text);
      if (phase === 'survey') {
        counts.paragraphs++;
        if (isNew) counts.characters += text.length;
        else counts.repeated++;
      }
      if (!isNew) continue;
      this.#batch.push(text);
      this.#size += text.length;
    }
  }

  /** Learns from the batch, in an order that depends on its place alone. */
  #study(): void {
    const {phase, epoch, position} = this.#state;
    const random = randomNumbers(Math.imul(position.file, 0x9e3779b1) ^ Math.imul(position.part, 0x85ebca6b) ^ epoch);
    if (phase === 'survey') for (const text of this.#batch) this.#adapter.survey(text);
    else if (phase === 'measure') for (const text of this.#batch) this.#measure(text);
    else for (const text of shuffle(this.#batch, random)) this.#adapter.learn(text, random);
    this.#batch = [];
    this.#size = 0;
    this.#cost = 0;
  }

  #measure(text: string): void {
    const {counts} = this.#state;
    counts.heldOutParagraphs++;
    counts.heldOutCharacters += text.length;
    this.#adapted ??= this.#adapter.model();
    this.#before.add(text, this.#options.base.model);
    this.#after.add(text, this.#adapted);
  }

  #report(): void {
    const {phase, epoch, epochs, bytes} = this.#state;
    const pass = phase === 'survey' ? 1 : phase === 'learn' ? epoch + 1 : epochs + 2;
    const passes = phase === 'survey' ? 0 : epochs + 2;
    this.#options.progress({phase, pass, passes, bytes, total: this.#listing.bytes});
  }

  /** Saves the state when it is time to. @returns whether the run is to end here. */
  async #pause(): Promise<boolean> {
    const {signal, saveEvery} = this.#options;
    const since = Date.now() - this.#savedAt;
    const isTime = since >= saveEvery * 1000 && (saveEvery === 0 || this.#saving <= since * MOST_SAVING);
    if (isTime || signal.aborted) await this.#save();
    return signal.aborted;
  }

  async #save(): Promise<void> {
    const began = Date.now();
    this.#count();
    await this.#file.write(this.#state, this.#arrays());
    this.#savedAt = Date.now();
    this.#saving = this.#savedAt - began;
  }

  #count(): void {
    const now = Date.now();
    this.#state.counts.seconds += (now - this.#countedAt) / 1000;
    this.#countedAt = now;
  }

  /** What the state file holds beside the state. */
  #arrays(): NumberArray[] {
    const {surveyed, learned} = this.#adapter;
    const {untouched, removed} = this.#before;
    const measured = [untouched, removed, this.#after.untouched, this.#after.removed];
    return [this.#seen.bits, ...measured, ...(this.#state.phase === 'survey' ? surveyed : learned)];
  }

  async finish(): Promise<Trained> {
    const {counts} = this.#state;
    const table = packTable(this.#adapted ?? this.#adapter.model());
    await writeFileAtomically(this.#options.output, [table]);
    this.#file.remove();
    this.#count();
    const characters = counts.heldOutCharacters;
    if (characters < LEAST_HELD_OUT) return {...counts, bytes: table.length};
    const recall = {before: this.#before.found(characters), after: this.#after.found(characters)};
    return {...counts, bytes: table.length, recall};
  }
}
