// Trains the network of src/core/gap-network.ts on gaps that the linear model finds likely. Their scores must come from
// a linear model that has not seen their text: on text it knows it is surer than it will ever be again.

import {randomNumbers} from '../src/core/gap-examples.js';
import type {Encoded, Neighbours} from '../src/core/gap-features.js';
import {
  CONTEXT_UNITS,
  contextOf,
  type GapNetwork,
  NETWORK_SHAPE,
  plainInputs,
  rowsOf,
} from '../src/core/gap-network.js';

const {dimensions, read, plain, inputs, hidden} = NETWORK_SHAPE;
/** Characters seen less often beside likely gaps are all the same to the network. */
const LEAST_KNOWN = 40;
const RATE = 0.03;
const EPOCHS = 4;
/** Share of the characters shown as unknown ones, so that the network does not lean on single ones. */
const HIDDEN_CHARACTERS = 0.05;

/** Contexts of gaps with their scores by the linear model. */
export class Candidates {
  #contexts = new Uint16Array(CONTEXT_UNITS << 12);
  #scores = new Float32Array(1 << 12);
  #missing = new Uint8Array(1 << 12);
  count = 0;

  add(encoded: Encoded, at: number, marks: Neighbours, score: number, missing: boolean): void {
    if (this.count === this.#scores.length) {
      this.#contexts = twice(this.#contexts, new Uint16Array(2 * this.#contexts.length));
      this.#scores = twice(this.#scores, new Float32Array(2 * this.#scores.length));
      this.#missing = twice(this.#missing, new Uint8Array(2 * this.#missing.length));
    }
    contextOf(encoded, at, marks, this.contextAt(this.count));
    this.#scores[this.count] = score;
    this.#missing[this.count++] = missing ? 1 : 0;
  }

  contextAt(index: number): Uint16Array {
    return this.#contexts.subarray(index * CONTEXT_UNITS, (index + 1) * CONTEXT_UNITS);
  }

  scoreAt(index: number): number {
    return this.#scores[index]!;
  }

  missingAt(index: number): number {
    return this.#missing[index]!;
  }
}

function twice<T extends {set(from: T): void}>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Reads the candidates of statutes once, then those of prose several times. */
export function trainNetwork(background: Candidates, prose: Candidates, say: (text: string) => void): GapNetwork {
  const random = randomNumbers(7);
  const vocabulary = vocabularyOf([background, prose]);
  const rows = rowsOf(vocabulary);
  const bell = () => (random() + random() + random() + random() - 2) * 1.7;
  const embeddings = parameters((vocabulary.length + 1) * dimensions, () => bell() * 0.3);
  const layer = parameters(hidden * inputs, () => bell() / Math.sqrt(inputs));
  const layerBias = parameters(hidden, () => 0);
  const output = parameters(hidden, () => bell() / Math.sqrt(hidden));
  // At first the score of the linear model stands as it is.
  const direct = parameters(plain, index => (index === 0 ? 1 : 0));
  const bias = parameters(1, () => 0);

  const x = new Float32Array(inputs);
  const active = new Float32Array(hidden);
  const slope = new Float32Array(inputs);
  const shown = new Int32Array(read);

  function forward(context: Uint16Array, score: number): number {
    for (let p = 0; p < read; p++) {
      const row = (random() < HIDDEN_CHARACTERS ? 0 : rows[context[p]!]!) * dimensions;
      shown[p] = row;
      for (let k = 0; k < dimensions; k++) x[p * dimensions + k] = embeddings.values[row + k]!;
    }
    plainInputs(context, score, x);
    let sum = bias.values[0]!;
    for (let k = 0; k < plain; k++) sum += direct.values[k]! * x[read * dimensions + k]!;
    for (let unit = 0; unit < hidden; unit++) {
      let value = layerBias.values[unit]!;
      for (let k = 0; k < inputs; k++) value += layer.values[unit * inputs + k]! * x[k]!;
      active[unit] = Math.max(0, value);
      sum += output.values[unit]! * active[unit]!;
    }
    return sum;
  }

  function learn(context: Uint16Array, score: number, missing: number): void {
    const gradient = 1 / (1 + Math.exp(-forward(context, score))) - missing;
    if (Math.abs(gradient) < 1e-3) return;
    step(bias, 0, gradient);
    for (let k = 0; k < plain; k++) step(direct, k, gradient * x[read * dimensions + k]!, 0.3);
    slope.fill(0);
    for (let unit = 0; unit < hidden; unit++) {
      if (active[unit] === 0) continue;
      const back = gradient * output.values[unit]!;
      step(output, unit, gradient * active[unit]!);
      step(layerBias, unit, back);
      for (let k = 0; k < inputs; k++) {
        slope[k]! += back * layer.values[unit * inputs + k]!;
        step(layer, unit * inputs + k, back * x[k]!);
      }
    }
    for (let p = 0; p < read; p++)
      for (let k = 0; k < dimensions; k++) step(embeddings, shown[p]! + k, slope[p * dimensions + k]!);
  }

  function pass(candidates: Candidates): void {
    const order = Uint32Array.from({length: candidates.count}, (_, index) => index);
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const other = order[j]!;
      order[j] = order[i]!;
      order[i] = other;
    }
    for (const index of order)
      learn(candidates.contextAt(index), candidates.scoreAt(index), candidates.missingAt(index));
  }

  if (background.count > 0) pass(background);
  say(`network: read ${background.count.toLocaleString('en')} gaps of the background`);
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    pass(prose);
    say(`network: epoch ${epoch} of ${EPOCHS} on ${prose.count.toLocaleString('en')} gaps`);
  }
  return {
    vocabulary,
    embeddings: embeddings.values,
    hidden: Float32Array.of(...layer.values, ...layerBias.values),
    output: Float32Array.of(...output.values, ...direct.values, ...bias.values),
  };
}

interface Parameters {
  readonly values: Float32Array;
  readonly squares: Float32Array;
}

function parameters(length: number, value: (index: number) => number): Parameters {
  return {
    values: Float32Array.from({length}, (_, index) => value(index)),
    squares: new Float32Array(length).fill(0.1),
  };
}

/** One step of AdaGrad. */
function step({values, squares}: Parameters, at: number, gradient: number, share = 1): void {
  if (gradient === 0) return;
  const sum = squares[at]! + gradient * gradient;
  squares[at] = sum;
  values[at]! -= (RATE * share * gradient) / Math.sqrt(sum);
}

function vocabularyOf(sets: readonly Candidates[]): Uint16Array {
  const counts = new Uint32Array(65536);
  for (const candidates of sets)
    for (let index = 0; index < candidates.count; index++)
      for (const unit of candidates.contextAt(index).subarray(0, read)) counts[unit]!++;
  return Uint16Array.from(Array.from(counts.keys()).filter(unit => counts[unit]! >= LEAST_KNOWN));
}
