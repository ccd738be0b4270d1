// The second opinion on gaps that the linear model finds likely: a small network over the characters around them. It
// knows characters by what they have in common, so it can judge runs that no training text had.
import type {Encoded, Neighbours} from './gap-features.js';

/** Characters on each side of a gap that the network reads. */
const WINDOW = 8;
/** Behind them: two units each at the start and end of this clause and of its neighbours, and the marks at its ends. */
const EDGES = 10;
const READ = 2 * WINDOW + EDGES;
/** Units of the context of a gap: those read, then the lengths of the clause before and behind the gap. */
export const CONTEXT_UNITS = READ + 2;
/** Numbers that stand for one character. */
const DIMENSIONS = 12;
const EQUALITIES = 13;
/** Score of the linear model and the lengths, in several shapes, then which characters are equal. */
const PLAIN = 8 + EQUALITIES;
const INPUTS = READ * DIMENSIONS + PLAIN;
const HIDDEN = 48;

/** Weights of the network; `vocabulary` has the units it knows, and the numbers of the n-th stand at row n + 1. */
export interface GapNetwork {
  readonly vocabulary: Uint16Array;
  readonly embeddings: Float32Array;
  /** A row of `INPUTS` for each hidden unit, then their biases. */
  readonly hidden: Float32Array;
  /** One weight for each hidden unit, one for each plain input, the bias. */
  readonly output: Float32Array;
}

export const NETWORK_SHAPE = {dimensions: DIMENSIONS, read: READ, plain: PLAIN, inputs: INPUTS, hidden: HIDDEN};

/** Writes what the network reads of the gap before index `at`. */
export function contextOf({units, begin, end}: Encoded, at: number, marks: Neighbours, out: Uint16Array): void {
  const {previous, next} = marks;
  const hasPrevious = previous >= begin;
  const hasNext = next < end;
  let k = 0;
  for (let i = at - WINDOW; i < at + WINDOW; i++) out[k++] = units[i]!;
  out[k++] = units[previous + 1]!;
  out[k++] = units[previous + 2]!;
  out[k++] = units[next - 1]!;
  out[k++] = units[next - 2]!;
  out[k++] = hasNext ? units[next + 1]! : 0;
  out[k++] = hasNext ? units[next + 2]! : 0;
  out[k++] = hasPrevious ? units[previous - 1]! : 0;
  out[k++] = hasPrevious ? units[previous - 2]! : 0;
  out[k++] = hasPrevious ? units[previous]! : 1;
  out[k++] = hasNext ? units[next]! : 1;
  out[k++] = Math.min(at - previous - 1, 65535);
  out[k++] = Math.min(next - at, 65535);
}

/** Row of each unit among the embeddings; 0 for those unknown. */
export function rowsOf(vocabulary: Uint16Array): Uint16Array {
  const rows = new Uint16Array(65536);
  vocabulary.forEach((unit, index) => {
    rows[unit] = index + 1;
  });
  return rows;
}

/** Writes the plain inputs, behind the places of the embeddings. */
export function plainInputs(context: Uint16Array, score: number, out: Float32Array): void {
  const before = context[READ]!;
  const behind = context[READ + 1]!;
  let k = READ * DIMENSIONS;
  out[k++] = score;
  out[k++] = 1;
  out[k++] = Math.max(0, score - 1);
  out[k++] = Math.max(0, score - 3);
  out[k++] = Math.log(before + 1) - 2;
  out[k++] = Math.log(behind + 1) - 2;
  out[k++] = Math.log(before + behind + 1) - 3;
  out[k++] = Math.abs(Math.log((before + 1) / (behind + 1)));
  const left = (distance: number) => context[WINDOW - distance]!;
  const right = (distance: number) => context[WINDOW + distance - 1]!;
  const edge = (index: number) => context[2 * WINDOW + index]!;
  const equal = (a: number, b: number) => {
    out[k++] = a === b ? 1 : 0;
  };
  equal(left(1), edge(2));
  equal(left(2), edge(3));
  equal(right(1), edge(0));
  equal(right(2), edge(1));
  equal(right(1), edge(4));
  equal(left(1), edge(6));
  equal(left(1), right(2));
  equal(left(1), right(3));
  equal(left(2), right(1));
  equal(left(1), right(4));
  equal(left(1), right(1));
  equal(left(3), right(1));
  equal(left(4), right(1));
}

/** Log-odds that a mark is missing, from the context of a gap and its score by the linear model. */
export type Judge = (context: Uint16Array, score: number) => number;

export function judgeOf({vocabulary, embeddings, hidden, output}: GapNetwork): Judge {
  const rows = rowsOf(vocabulary);
  const inputs = new Float32Array(INPUTS);
  const sums = new Float64Array(HIDDEN);
  // What a character at one place adds to the hidden units is always the same: it is worked out once, when first met.
  const known = vocabulary.length + 1;
  const met = new Uint8Array(READ * known);
  const added = new Float32Array(READ * known * HIDDEN);

  function meet(place: number, row: number, at: number): void {
    met[at] = 1;
    for (let unit = 0; unit < HIDDEN; unit++) {
      const weights = unit * INPUTS + place * DIMENSIONS;
      let sum = 0;
      for (let k = 0; k < DIMENSIONS; k++) sum += hidden[weights + k]! * embeddings[row * DIMENSIONS + k]!;
      added[at * HIDDEN + unit] = sum;
    }
  }

  return (context, score) => {
    plainInputs(context, score, inputs);
    for (let unit = 0; unit < HIDDEN; unit++) sums[unit] = hidden[HIDDEN * INPUTS + unit]!;
    for (let place = 0; place < READ; place++) {
      const row = rows[context[place]!]!;
      const at = place * known + row;
      if (met[at] === 0) meet(place, row, at);
      const from = at * HIDDEN;
      for (let unit = 0; unit < HIDDEN; unit++) sums[unit]! += added[from + unit]!;
    }
    let sum = output[HIDDEN + PLAIN]!;
    for (let k = 0; k < PLAIN; k++) {
      const input = inputs[READ * DIMENSIONS + k]!;
      sum += output[HIDDEN + k]! * input;
      if (input === 0) continue;
      for (let unit = 0; unit < HIDDEN; unit++) sums[unit]! += hidden[unit * INPUTS + READ * DIMENSIONS + k]! * input;
    }
    for (let unit = 0; unit < HIDDEN; unit++) if (sums[unit]! > 0) sum += output[unit]! * sums[unit]!;
    return sum;
  };
}

/** The bytes that hold a network with a vocabulary of this size. */
export function networkBytes(vocabulary: number): number {
  return vocabulary === 0 ? 0 : sizes(vocabulary).reduce((sum, size) => sum + 4 + 2 * size, 2 * vocabulary);
}

function sizes(vocabulary: number): readonly number[] {
  return [(vocabulary + 1) * DIMENSIONS, HIDDEN * (INPUTS + 1), HIDDEN + PLAIN + 1];
}

/** The vocabulary, then for each set of weights what one step counts and the weights in steps, two bytes each. */
export function packNetwork({vocabulary, embeddings, hidden, output}: GapNetwork): Uint8Array {
  const bytes = new Uint8Array(networkBytes(vocabulary.length));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const unit of vocabulary) {
    view.setUint16(at, unit, true);
    at += 2;
  }
  for (const weights of [embeddings, hidden, output]) {
    const step = Math.fround(weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / 32767);
    view.setFloat32(at, step, true);
    at += 4;
    for (const weight of weights) {
      view.setInt16(at, Math.max(-32767, Math.min(32767, Math.round(weight / step))), true);
      at += 2;
    }
  }
  return bytes;
}

export function unpackNetwork(bytes: Uint8Array, size: number): GapNetwork {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const vocabulary = Uint16Array.from({length: size}, (_, index) => view.getUint16(2 * index, true));
  let at = 2 * size;
  const [embeddings, hidden, output] = sizes(size).map(length => {
    const step = view.getFloat32(at, true);
    const weights = new Float32Array(length);
    for (let k = 0; k < length; k++) weights[k] = view.getInt16(at + 4 + 2 * k, true) * step;
    at += 4 + 2 * length;
    return weights;
  });
  return {vocabulary, embeddings: embeddings!, hidden: hidden!, output: output!};
}
