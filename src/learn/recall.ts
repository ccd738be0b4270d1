import {visitExamples} from '../core/gap-examples.js';
import {FEATURES} from '../core/gap-features.js';
import {type GapModel, type Scorer, scoreOf, scorerOf} from '../core/gap-model.js';

/** Scores are counted in classes this wide, up to this far from 0. */
const STEP = 1 / 64;
const REACH = 32;
const CLASSES = (2 * REACH) / STEP;
/** Reports per 10,000 characters of text as it stands at which recall is told. */
export const REPORTS = [10, 3, 1] as const;

/** Counts how well a model finds removed marks, in a fixed space: gaps by their scores. */
export class Recall {
  readonly untouched = new Float64Array(CLASSES);
  readonly removed = new Float64Array(CLASSES);
  readonly #hashes = new Int32Array(FEATURES);
  #scorer: {model: GapModel; final: Scorer} | undefined;

  add(text: string, model: GapModel): void {
    if (this.#scorer?.model !== model) this.#scorer = {model, final: scorerOf(model)};
    const {final} = this.#scorer;
    visitExamples(text, this.#hashes, (mark, ...place) => {
      const at = Math.round((final(...place, scoreOf(model, this.#hashes)) + REACH) / STEP);
      const counts = mark === -1 ? this.untouched : this.removed;
      counts[Math.max(0, Math.min(CLASSES - 1, at))]!++;
    });
  }

  /** Per cent of the removed marks whose gaps score higher than all but so many gaps of the text as it stands, for each of `REPORTS`. */
  found(characters: number): number[] {
    return REPORTS.map(reports => {
      const most = (characters * reports) / 10_000;
      let at = CLASSES;
      let above = 0;
      while (at > 0 && above + this.untouched[at - 1]! <= most) above += this.untouched[--at]!;
      const all = this.removed.reduce((sum, count) => sum + count, 0);
      const found = this.removed.subarray(at).reduce((sum, count) => sum + count, 0);
      return (100 * found) / Math.max(1, all);
    });
  }
}
