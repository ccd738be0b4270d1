import {type Visit, visitCareless, visitExamples} from '../core/gap-examples.js';
import {FEATURES, NEAR_FEATURES} from '../core/gap-features.js';
import {fingerprintOf, type GapModel, slotOf, WEIGHT_STEP} from '../core/gap-model.js';

/** Gaps that the model foresees as well as this teach nothing about features it lacks. */
const LEAST_RESIDUAL = 0.05;
/**
 * Evidence (a score test: twice the gain in log-likelihood, about) from which a feature that the table lacks may take a slot,
 * and by how many steps the displaced weight may grow for each unit of evidence more.
 */
const LEAST_EVIDENCE = 2;
const STEPS_PER_EVIDENCE = 20;
/** At most this share of the slots is given away, however large the archive. */
const MOST_TAKEN = 0.2;
/** Learning rates of AdaGrad: for weights of the table, and for those of features that are new in it. */
const RATE = 0.05;
const FRESH_RATE = 0.1;
/** How strongly weights are drawn back to where they began, so that what the archive does not speak of stays as it was. */
const PULL = 0.2;
const FRESH_PULL = 0.05;
/** Gaps that the model foresees as well as this change nothing. */
const LEAST_GRADIENT = 0.03;
/** Gaps whose near features alone score less than this are passed over: the rule gives them up as well. */
const LEAST_NEAR = -2;
/** Sum of squared gradients that weights of the table begin with. */
const TRUST = 4;
/** Share of paragraphs also shown with several marks removed, and the share of marks then removed: as for the shipped table. */
const CARELESS = 0.3;
const CARELESS_MARKS = 0.25;

export type NumberArray = Uint8Array | Int32Array | Float32Array | Float64Array;

/**
 * Adapts a model to other text, in memory that depends on the size of its table alone. First `survey` is shown the text: for
 * each slot it looks for the one feature that the table lacks and that would explain best what the model gets wrong (a
 * majority vote among the features that fall into the slot). `settle` gives these features the slots whose weights matter
 * less. Then `learn` is shown the text again.
 */
export class Adapter {
  readonly #base: GapModel;
  readonly #slots: number;
  readonly #hashes = new Int32Array(FEATURES);
  readonly #places = new Int32Array(FEATURES);
  readonly #fingerprints: Uint8Array;
  readonly #began: Float32Array;
  readonly #weights: Float32Array;
  readonly #squares: Float32Array;
  /** 1 for slots given to features of the archive. */
  readonly #fresh: Uint8Array;
  readonly #owner: Int32Array;
  readonly #mass: Float32Array;
  /** Observed less expected marks at the owner's gaps, and the variance of that. */
  readonly #excess: Float32Array;
  readonly #variance: Float32Array;

  constructor(base: GapModel) {
    const slots = base.slots.length / 2;
    this.#base = base;
    this.#slots = slots;
    this.#fingerprints = Uint8Array.from({length: slots}, (_, slot) => base.slots[2 * slot]!);
    this.#began = Float32Array.from({length: slots}, (_, slot) => signed(base.slots[2 * slot + 1]!) * WEIGHT_STEP);
    this.#weights = this.#began.slice();
    this.#squares = new Float32Array(slots).fill(TRUST);
    this.#fresh = new Uint8Array(slots);
    this.#owner = new Int32Array(slots);
    this.#mass = new Float32Array(slots);
    this.#excess = new Float32Array(slots);
    this.#variance = new Float32Array(slots);
  }

  /** What `survey` has found so far, to be kept and put back. */
  get surveyed(): readonly NumberArray[] {
    return [this.#owner, this.#mass, this.#excess, this.#variance];
  }

  /** The same of what has been learned since `settle`. */
  get learned(): readonly NumberArray[] {
    return [this.#fingerprints, this.#fresh, this.#began, this.#weights, this.#squares];
  }

  survey(text: string): void {
    const hashes = this.#hashes;
    const mass = this.#mass;
    visitExamples(
      text,
      hashes,
      mark => {
        const chance = 1 / (1 + Math.exp(-this.#score()));
        const residual = (mark === -1 ? 0 : 1) - chance;
        const weight = Math.abs(residual);
        if (weight < LEAST_RESIDUAL) return;
        for (let k = 0; k < FEATURES; k++) {
          const hash = hashes[k]!;
          const slot = slotOf(hash, this.#slots);
          if (this.#fingerprints[slot] === fingerprintOf(hash)) continue;
          if (this.#owner[slot] === hash) {
            mass[slot]! += weight;
            this.#excess[slot]! += residual;
            this.#variance[slot]! += chance * (1 - chance);
          } else if (mass[slot]! < weight) {
            this.#owner[slot] = hash;
            mass[slot] = weight;
            this.#excess[slot] = residual;
            this.#variance[slot] = chance * (1 - chance);
          } else mass[slot]! -= weight;
        }
      },
      this.#skips,
    );
  }

  readonly #skips = () => this.#score(NEAR_FEATURES) < LEAST_NEAR;

  #score(features = FEATURES): number {
    let sum = this.#base.bias;
    for (let k = 0; k < features; k++) {
      const hash = this.#hashes[k]!;
      const slot = slotOf(hash, this.#slots);
      if (this.#fingerprints[slot] === fingerprintOf(hash)) sum += this.#weights[slot]!;
    }
    return sum;
  }

  /** Gives slots to the features that the survey found. @returns how many. */
  settle(): number {
    const evidence = Float32Array.from({length: this.#slots}, (_, slot) => this.#evidence(slot));
    const least = Math.max(LEAST_EVIDENCE, evidence.toSorted()[Math.floor(this.#slots * (1 - MOST_TAKEN))]!);
    let taken = 0;
    for (let slot = 0; slot < this.#slots; slot++) {
      if (evidence[slot]! < least) continue;
      this.#fingerprints[slot] = fingerprintOf(this.#owner[slot]!);
      this.#began[slot] = 0;
      this.#weights[slot] = 0;
      this.#squares[slot] = 1;
      this.#fresh[slot] = 1;
      taken++;
    }
    return taken;
  }

  /** What speaks for the slot's owner, less what speaks for the feature that has the slot now. */
  #evidence(slot: number): number {
    const excess = this.#excess[slot]!;
    const displaced = Math.abs(this.#weights[slot]!) / WEIGHT_STEP;
    return (excess * excess) / (this.#variance[slot]! + 0.5) - displaced / STEPS_PER_EVIDENCE;
  }

  learn(text: string, random: () => number): void {
    const step: Visit = mark => this.#step(mark === -1 ? 0 : 1);
    visitExamples(text, this.#hashes, step, this.#skips);
    if (random() < CARELESS) visitCareless(text, CARELESS_MARKS, random, this.#hashes, step);
  }

  /** One step of AdaGrad on the logistic loss with a quadratic penalty on the way from where each weight began. */
  #step(missing: number): void {
    const hashes = this.#hashes;
    const slots = this.#slots;
    const fingerprints = this.#fingerprints;
    const weights = this.#weights;
    const squares = this.#squares;
    const places = this.#places;
    let sum = this.#base.bias;
    let active = 0;
    for (let k = 0; k < FEATURES; k++) {
      const hash = hashes[k]!;
      const slot = slotOf(hash, slots);
      if (fingerprints[slot] !== fingerprintOf(hash)) continue;
      places[active++] = slot;
      sum += weights[slot]!;
    }
    const gradient = 1 / (1 + Math.exp(-sum)) - missing;
    if (Math.abs(gradient) < LEAST_GRADIENT) return;
    const began = this.#began;
    const fresh = this.#fresh;
    const square = gradient * gradient;
    for (let k = 0; k < active; k++) {
      const slot = places[k]!;
      const isFresh = fresh[slot] === 1;
      const pull = (isFresh ? FRESH_PULL : PULL) * (weights[slot]! - began[slot]!);
      squares[slot]! += square;
      weights[slot]! -= ((isFresh ? FRESH_RATE : RATE) * (gradient + pull)) / Math.sqrt(squares[slot]!);
    }
  }

  /** The model as it is now; which mark fits a gap is taken over from the one it began with. */
  model(): GapModel {
    const slots = new Uint8Array(2 * this.#slots);
    this.#weights.forEach((weight, slot) => {
      const steps = Math.max(-127, Math.min(127, Math.round(weight / WEIGHT_STEP)));
      if (steps === 0) return;
      slots[2 * slot] = this.#fingerprints[slot]!;
      slots[2 * slot + 1] = steps & 255;
    });
    return {...this.#base, slots};
  }
}

function signed(byte: number): number {
  return (byte << 24) >> 24;
}
