// What the model of missing marks looks at around the gap between two characters. Training and the rule share it, so
// that a weight means the same to both: whoever changes a template has to train the table again.

/** Marks the model may find missing; a class of the model is the place in this string. */
export const MISSING_MARKS = '、，。；';

/** Room before and behind a text, so that looking over its ends needs no test. */
const MARGIN = 16;

/** How many features a gap has. */
export const FEATURES = 65;
export const NEAR_FEATURES = 8;
/** Where the features of the marks around a gap begin and end. */
export const FRAME_PLACES = [32, 48] as const;

/** By code unit: a mark, what no mark is missing behind, or what none is missing before. */
const KINDS = new Uint8Array(65536);
const MARK = 1;
const OPENING = 2;
const CLOSING = 4;
for (const [units, kind] of [
  ['、，。；：！？—…', MARK],
  ['\0“‘《（〔【. \u3000', OPENING],
  ['\0”’》）〕】.%％ \u3000', CLOSING],
] as const)
  for (const unit of units) KINDS[unit.charCodeAt(0)]! |= kind;
// The second half of a surrogate pair belongs to the first.
for (let unit = 0xdc00; unit <= 0xdfff; unit++) KINDS[unit]! |= CLOSING;

/** A text as the model reads it: code units with all digits alike and all Latin letters alike, between margins of zeros. */
export interface Encoded {
  readonly units: Uint16Array;
  /** Index of the first character. */
  readonly begin: number;
  /** Index behind the last character. */
  readonly end: number;
}

/** The marks around a gap, by index: two before it, two behind it; one before `begin` or at `end` where there is none. */
export interface Neighbours {
  previous: number;
  beforePrevious: number;
  next: number;
  afterNext: number;
}

export function encode(text: string): Encoded {
  const units = new Uint16Array(text.length + 2 * MARGIN);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 48 && unit <= 57) units[i + MARGIN] = DIGIT;
    else if ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)) units[i + MARGIN] = LETTER;
    else units[i + MARGIN] = unit;
  }
  return {units, begin: MARGIN, end: text.length + MARGIN};
}

const DIGIT = 48;
const LETTER = 97;

export function isMark(unit: number): boolean {
  return (KINDS[unit]! & MARK) !== 0;
}

/** Indices of all marks. */
export function marksIn({units, begin, end}: Encoded): number[] {
  const marks: number[] = [];
  for (let i = begin; i < end; i++) if (isMark(units[i]!)) marks.push(i);
  return marks;
}

/** Whether a mark may be missing between two units: not beside a mark, nor inside a number, a word of letters or brackets. */
export function isGap(left: number, right: number): boolean {
  if ((KINDS[left]! & (MARK | OPENING)) !== 0 || (KINDS[right]! & (MARK | CLOSING)) !== 0) return false;
  return !(left === right && (left === DIGIT || left === LETTER));
}

const SEEDS = Int32Array.from({length: 100}, (_, id) => Math.imul(id + 1, 0x85ebca6b) ^ 0x27d4eb2f);

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function seeded(id: number, a: number, b: number): number {
  return mix(mix(SEEDS[id]!, a), b);
}

/** Lengths fall into classes, the finer the shorter. */
const LENGTH_CLASS = Uint8Array.from({length: 64}, (_, length) => {
  if (length < 8) return length;
  const bound = [12, 16, 24, 36, 50].findIndex(most => length < most);
  return bound === -1 ? 13 : 8 + bound;
});

function lengthClass(length: number): number {
  return length < 64 ? LENGTH_CLASS[length]! : 13;
}

const LEFT = new Int32Array(7);
const RIGHT = new Int32Array(7);

/** Places of the features that `nearestFeatures` writes. */
export const NEAREST = [0, 1, 4] as const;

/** Writes three features at their places: the characters beside the gap, alone and together. They alone rule out half of all gaps. */
export function nearestFeatures(units: Uint16Array, at: number, out: Int32Array): void {
  const leftOne = mix(0x1234567, units[at - 1]!);
  const rightOne = mix(0x7654321, units[at]!);
  LEFT[1] = leftOne;
  RIGHT[1] = rightOne;
  out[0] = mix(SEEDS[1]!, leftOne);
  out[1] = mix(SEEDS[11]!, rightOne);
  out[4] = seeded(26, leftOne, rightOne);
}

/**
 * Completes the first `NEAR_FEATURES` features behind `nearestFeatures`: the two characters on each side, alone and
 * together. They alone tell of most gaps that no mark belongs there.
 */
export function nearFeatures(units: Uint16Array, at: number, out: Int32Array): void {
  const leftOne = LEFT[1]!;
  const rightOne = RIGHT[1]!;
  const leftTwo = mix(leftOne, units[at - 2]!);
  const rightTwo = mix(rightOne, units[at + 1]!);
  LEFT[2] = leftTwo;
  RIGHT[2] = rightTwo;
  out[2] = mix(SEEDS[2]!, leftTwo);
  out[3] = mix(SEEDS[12]!, rightTwo);
  out[5] = seeded(27, leftOne, rightTwo);
  out[6] = seeded(31, leftTwo, rightOne);
  out[7] = seeded(32, leftTwo, rightTwo);
}

/** What the last call of `frameFeatures` found, for `farFeatures`. */
const FRAME = {lengths: 0, both: 0, previousMark: 0, nextMark: 0};

/**
 * Writes the features at `FRAME_PLACES`, behind `nearFeatures`: which marks stand on both sides of the gap, how far they are,
 * and both with the nearest characters. With them all but one gap in twenty can be given up.
 */
export function frameFeatures({units, begin, end}: Encoded, at: number, marks: Neighbours, out: Int32Array): void {
  const {previous, beforePrevious, next, afterNext} = marks;
  const leftOne = LEFT[1]!;
  const leftTwo = LEFT[2]!;
  const rightOne = RIGHT[1]!;
  const rightTwo = RIGHT[2]!;
  // 1 stands for an end of the text.
  const leftLength = lengthClass(at - previous - 1);
  const rightLength = lengthClass(next - at);
  const hasPrevious = previous >= begin;
  const hasNext = next < end;
  const previousMark = hasPrevious ? units[previous]! : 1;
  const nextMark = hasNext ? units[next]! : 1;
  const earlierMark = hasPrevious ? (beforePrevious >= begin ? units[beforePrevious]! : 1) : 0;
  const laterMark = hasNext ? (afterNext < end ? units[afterNext]! : 1) : 0;
  const lengths = leftLength * 16 + rightLength;
  const both = mix(previousMark, nextMark);
  FRAME.lengths = lengths;
  FRAME.both = both;
  FRAME.previousMark = previousMark;
  FRAME.nextMark = nextMark;
  let k: number = FRAME_PLACES[0];
  out[k++] = seeded(60, leftLength, previousMark);
  out[k++] = seeded(61, rightLength, nextMark);
  out[k++] = seeded(62, lengths, both);
  out[k++] = mix(SEEDS[63]!, lengthClass(next - previous - 1));
  out[k++] = seeded(64, both, mix(earlierMark, laterMark));
  out[k++] = mix(seeded(65, leftLength, previousMark), leftOne);
  out[k++] = mix(seeded(66, rightLength, nextMark), rightOne);
  out[k++] = mix(seeded(67, leftLength, previousMark), leftTwo);
  out[k++] = mix(seeded(68, rightLength, nextMark), rightTwo);
  out[k++] = mix(seeded(69, rightLength, nextMark), leftTwo);
  out[k++] = mix(seeded(70, leftLength, previousMark), rightTwo);
  out[k++] = seeded(71, both, leftOne);
  out[k++] = seeded(72, both, rightOne);
  out[k++] = seeded(73, both, leftTwo);
  out[k++] = seeded(74, both, rightTwo);
  out[k++] = seeded(75, lengths, both ^ mix(units[at - 1]!, units[at]!));
}

/** Writes the features of the gap before index `at` as 32-bit hashes into `out`, always `FEATURES` of them, the near ones first. */
export function gapFeatures(encoded: Encoded, at: number, marks: Neighbours, out: Int32Array): void {
  nearestFeatures(encoded.units, at, out);
  nearFeatures(encoded.units, at, out);
  frameFeatures(encoded, at, marks, out);
  farFeatures(encoded, at, marks, out);
}

/** Completes the features behind `frameFeatures`. */
export function farFeatures({units, begin, end}: Encoded, at: number, marks: Neighbours, out: Int32Array): void {
  const {previous, next} = marks;
  const {lengths, both, previousMark, nextMark} = FRAME;
  const hasPrevious = previous >= begin;
  const hasNext = next < end;
  const l1 = units[at - 1]!;
  const l2 = units[at - 2]!;
  const l3 = units[at - 3]!;
  const l4 = units[at - 4]!;
  const r1 = units[at]!;
  const r2 = units[at + 1]!;
  const r3 = units[at + 2]!;
  const r4 = units[at + 3]!;
  const leftOne = LEFT[1]!;
  const leftTwo = LEFT[2]!;
  const rightOne = RIGHT[1]!;
  const rightTwo = RIGHT[2]!;
  let k = NEAR_FEATURES;

  // Runs of three to six characters that end or begin at the gap, and runs across it.
  let left = LEFT[2]!;
  let right = RIGHT[2]!;
  for (let length = 3; length <= 6; length++) {
    left = mix(left, units[at - length]!);
    right = mix(right, units[at + length - 1]!);
    LEFT[length] = left;
    RIGHT[length] = right;
    out[k++] = mix(SEEDS[length]!, left);
    out[k++] = mix(SEEDS[10 + length]!, right);
  }
  for (let i = 1; i <= 4; i++)
    for (let j = i < 3 ? 3 : 1; j <= 4 && i + j <= 7; j++) out[k++] = seeded(20 + i * 5 + j, LEFT[i]!, RIGHT[j]!);
  out[k++] = seeded(50, l1, r2);
  out[k++] = seeded(51, l2, r1);
  out[k++] = seeded(52, l2, r2);
  out[k++] = seeded(53, l1, r3);
  out[k++] = seeded(54, l3, r1);

  k = FRAME_PLACES[1];
  // The first and last words of this clause and those of the clauses beside it.
  const first = units[previous + 1]!;
  const second = units[previous + 2]!;
  const last = units[next - 1]!;
  const lastButOne = units[next - 2]!;
  const start = mix(first, second);
  const finish = mix(last, lastButOne);
  const nextFirst = hasNext ? units[next + 1]! : 0;
  const previousLast = hasPrevious ? units[previous - 1]! : 0;
  out[k++] = seeded(80, start, rightTwo);
  out[k++] = seeded(81, start, rightOne);
  out[k++] = seeded(82, start, leftTwo);
  out[k++] = seeded(83, finish, leftTwo);
  out[k++] = seeded(84, finish, rightTwo);
  out[k++] = seeded(85, finish, leftOne);
  out[k++] = seeded(86, first, r1);
  out[k++] = seeded(87, last, l1);
  out[k++] = mix(seeded(88, mix(nextFirst, hasNext ? units[next + 2]! : 0), rightTwo), nextMark);
  out[k++] = mix(seeded(89, nextFirst, r1), nextMark);
  out[k++] = mix(seeded(90, mix(previousLast, hasPrevious ? units[previous - 2]! : 0), leftTwo), previousMark);
  out[k++] = mix(seeded(91, previousLast, l1), previousMark);

  // Equal characters in like places: 知情权▮参与权, 要加强▮要改进.
  let equal = 0;
  if (l1 === last) equal |= 1;
  if (l2 === lastButOne) equal |= 2;
  if (r1 === first) equal |= 4;
  if (r2 === second) equal |= 8;
  if (r1 === nextFirst) equal |= 16;
  if (l1 === previousLast) equal |= 32;
  if (l1 === r2) equal |= 64;
  if (l1 === r3) equal |= 128;
  if (l2 === r1) equal |= 256;
  if (l1 === r4) equal |= 512;
  if (l1 === r1) equal |= 1024;
  if (l3 === r1) equal |= 2048;
  if (l4 === r1) equal |= 4096;
  out[k++] = mix(SEEDS[92]!, equal);
  out[k++] = seeded(93, equal, lengths);
  out[k++] = seeded(94, equal, both);
  out[k++] = seeded(95, equal, l1);
  out[k++] = seeded(96, equal, r1);
}
