import {
  type Encoded,
  encode,
  FEATURES,
  FRAME_PLACES,
  farFeatures,
  frameFeatures,
  gapFeatures,
  isGap,
  isMark,
  MISSING_MARKS,
  marksIn,
  NEAR_FEATURES,
  NEAREST,
  type Neighbours,
  nearestFeatures,
  nearFeatures,
} from './gap-features.js';
import {
  CONTEXT_UNITS,
  contextOf,
  type GapNetwork,
  type Judge,
  judgeOf,
  networkBytes,
  packNetwork,
  unpackNetwork,
} from './gap-network.js';
import {tableBytes} from './table-bytes.js';

/** A gap where a mark is likely missing. */
export interface Gap {
  /** UTF-16 offset of the character behind the gap. */
  readonly at: number;
  /** Logarithm of the odds that a mark belongs there, as the training text has them. */
  readonly score: number;
  readonly mark: string;
}

/**
 * A logistic model over hashed features. Each slot of the table holds a fingerprint of the one feature it belongs to, so
 * that features never seen in training weigh nothing, and its weight; a second, smaller table chooses among the marks.
 */
export interface GapModel {
  /** Pairs of bytes: fingerprint (0: empty), signed weight. */
  readonly slots: Uint8Array;
  /** For each bucket one signed byte for each of `MISSING_MARKS`. */
  readonly choices: Int8Array;
  readonly bias: number;
  /** Judges again what the table finds likely; without one the table's score stands. */
  readonly network?: GapNetwork;
}

/** What one step of a stored weight counts. */
export const WEIGHT_STEP = 1 / 64;
const FORMAT = 2;
const HEADER = 16;

export function slotOf(hash: number, slots: number): number {
  return Math.floor(((hash >>> 0) / 2 ** 32) * slots);
}

/** The low bits; the slot comes from the high ones. */
export function fingerprintOf(hash: number): number {
  return hash & 255 || 1;
}

export function choiceOf(hash: number, buckets: number): number {
  return (hash >>> 8) & (buckets - 1);
}

/** Header of four 32-bit numbers: format and bias in steps, number of slots, of buckets of the choice, of characters the network knows. */
export function packModel({slots, choices, bias, network}: GapModel): Uint8Array {
  const last = network ? packNetwork(network) : new Uint8Array(0);
  const bytes = new Uint8Array(HEADER + slots.length + choices.length + last.length);
  const header = new DataView(bytes.buffer);
  header.setInt16(0, FORMAT, true);
  header.setInt16(2, Math.round(bias / WEIGHT_STEP), true);
  header.setUint32(4, slots.length / 2, true);
  header.setUint32(8, choices.length / MISSING_MARKS.length, true);
  header.setUint32(12, network?.vocabulary.length ?? 0, true);
  bytes.set(slots, HEADER);
  bytes.set(new Uint8Array(choices.buffer, choices.byteOffset, choices.length), HEADER + slots.length);
  bytes.set(last, HEADER + slots.length + choices.length);
  return bytes;
}

/** @throws when the bytes are no table of this format */
export function unpackModel(bytes: Uint8Array): GapModel {
  if (bytes.length < HEADER) throw new Error('not a table of missing marks');
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER);
  const slots = 2 * header.getUint32(4, true);
  const choices = MISSING_MARKS.length * header.getUint32(8, true);
  const known = header.getUint32(12, true);
  const network = HEADER + slots + choices;
  if (header.getInt16(0, true) !== FORMAT || bytes.length !== network + networkBytes(known))
    throw new Error('not a table of missing marks');
  return {
    bias: header.getInt16(2, true) * WEIGHT_STEP,
    slots: bytes.subarray(HEADER, HEADER + slots),
    choices: new Int8Array(bytes.buffer, bytes.byteOffset + HEADER + slots, choices),
    ...(known > 0 && {network: unpackNetwork(bytes.subarray(network), known)}),
  };
}

/** Reads a table as it ships. */
export function modelFrom(table: string | Uint8Array): GapModel {
  return unpackModel(tableBytes(table));
}

const FOUND = new Int32Array(FEATURES);

/** Log-odds of the features in `hashes`. */
export function scoreOf(model: GapModel, hashes: Int32Array): number {
  return model.bias + sumOf(model, hashes, 0, FEATURES) * WEIGHT_STEP;
}

function sumOf({slots}: GapModel, hashes: Int32Array, from: number, to: number): number {
  const count = slots.length >> 1;
  let sum = 0;
  for (let k = from; k < to; k++) {
    const hash = hashes[k]!;
    const slot = slotOf(hash, count) << 1;
    if (slots[slot] === fingerprintOf(hash)) sum += (slots[slot + 1]! << 24) >> 24;
  }
  return sum;
}

/** Sum over what `nearestFeatures` wrote. */
function sumNearest({slots}: GapModel, hashes: Int32Array): number {
  const count = slots.length >> 1;
  let sum = 0;
  for (let k = 0; k < NEAREST.length; k++) {
    const hash = hashes[NEAREST[k]!]!;
    const slot = slotOf(hash, count) << 1;
    if (slots[slot] === fingerprintOf(hash)) sum += (slots[slot + 1]! << 24) >> 24;
  }
  return sum;
}

/** Which mark fits the features in `hashes` best. */
export function markOf({choices}: GapModel, hashes: Int32Array): string {
  const buckets = choices.length / MISSING_MARKS.length;
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let mark = 0; mark < MISSING_MARKS.length; mark++) {
    let sum = 0;
    for (let k = 0; k < FEATURES; k++) sum += choices[choiceOf(hashes[k]!, buckets) * MISSING_MARKS.length + mark]!;
    if (sum > most) {
      most = sum;
      best = mark;
    }
  }
  return MISSING_MARKS[best]!;
}

/**
 * Scores of some features alone below which a gap is given up: of the nearest three, which half of all gaps do not reach; of
 * the near ones; of these and the marks around, which one gap in sixteen reaches. Of the gaps that are likely by all
 * features, one in forty is lost.
 */
const NEAREST_LEAST = -2;
const NEAR_LEAST = -1;
const FRAME_LEAST = -0.5;

/** Score of the table below which the network is not asked: it finds one gap in a hundred of edited text likelier. */
const JUDGED_LEAST = 0;

/** Score of a gap by table and network; minus infinity where the table alone rules a mark out. */
export type Scorer = (encoded: Encoded, index: number, neighbours: Neighbours, tableScore: number) => number;

export function scorerOf({network}: GapModel): Scorer {
  if (!network) return (_encoded, _index, _neighbours, tableScore) => tableScore;
  const judge: Judge = judgeOf(network);
  const context = new Uint16Array(CONTEXT_UNITS);
  return (encoded, index, neighbours, tableScore) => {
    if (tableScore < JUDGED_LEAST) return Number.NEGATIVE_INFINITY;
    contextOf(encoded, index, neighbours, context);
    return judge(context, tableScore);
  };
}

const SCORERS = new WeakMap<GapModel, Scorer>();

/** All gaps of a text with at least this score, in order. */
export function missingMarks(model: GapModel, text: string, least: number): Gap[] {
  let scorer = SCORERS.get(model);
  if (!scorer) {
    scorer = scorerOf(model);
    SCORERS.set(model, scorer);
  }
  const final = scorer;
  const encoded = encode(text);
  const gaps: Gap[] = [];
  const ruledOut = (NEAREST_LEAST - model.bias) / WEIGHT_STEP;
  const hopeless = (NEAR_LEAST - model.bias) / WEIGHT_STEP;
  const unlikely = (FRAME_LEAST - model.bias) / WEIGHT_STEP;
  forEachPlace(encoded, (index, neighbours) => {
    nearestFeatures(encoded.units, index, FOUND);
    if (sumNearest(model, FOUND) < ruledOut) return;
    nearFeatures(encoded.units, index, FOUND);
    const near = sumOf(model, FOUND, 0, NEAR_FEATURES);
    if (near < hopeless) return;
    frameFeatures(encoded, index, neighbours, FOUND);
    const framed = near + sumOf(model, FOUND, ...FRAME_PLACES);
    if (framed < unlikely) return;
    farFeatures(encoded, index, neighbours, FOUND);
    const far = sumOf(model, FOUND, NEAR_FEATURES, FRAME_PLACES[0]) + sumOf(model, FOUND, FRAME_PLACES[1], FEATURES);
    const table = model.bias + (framed + far) * WEIGHT_STEP;
    const score = final(encoded, index, neighbours, table);
    if (score >= least) gaps.push({at: index - encoded.begin, score, mark: markOf(model, FOUND)});
  });
  return gaps;
}

/** Visits every gap without a mark, its features in `hashes`; where `skips` says so of the near features alone, it is left out. */
export function forEachGap(
  encoded: Encoded,
  visit: (index: number, neighbours: Neighbours) => void,
  hashes: Int32Array,
  skips?: () => boolean,
): void {
  forEachPlace(encoded, (index, neighbours) => {
    if (skips) {
      nearestFeatures(encoded.units, index, hashes);
      nearFeatures(encoded.units, index, hashes);
      if (skips()) return;
    }
    gapFeatures(encoded, index, neighbours, hashes);
    visit(index, neighbours);
  });
}

function forEachPlace(encoded: Encoded, visit: (index: number, neighbours: Neighbours) => void): void {
  const {units, begin, end} = encoded;
  const marks = marksIn(encoded);
  const none = begin - 1;
  const neighbours = {previous: none, beforePrevious: none, next: marks[0] ?? end, afterNext: marks[1] ?? end};
  let passed = 0;
  for (let index = begin + 1; index < end; index++) {
    if (isMark(units[index - 1]!)) {
      passed++;
      neighbours.previous = marks[passed - 1] ?? none;
      neighbours.beforePrevious = marks[passed - 2] ?? none;
      neighbours.next = marks[passed] ?? end;
      neighbours.afterNext = marks[passed + 1] ?? end;
    }
    if (isGap(units[index - 1]!, units[index]!)) visit(index, neighbours);
  }
}
