/** Texts shorter than this are too easily alike. */
const MIN_LENGTH = 40;
/** Length of the shingles that bring two texts together. */
const SHINGLE = 8;
/** Rolling hash: base, and base to the power of the shingle's length. */
const BASE = 0x01000193;
const LEAVING = Array.from({length: SHINGLE}, () => BASE).reduce((power, base) => Math.imul(power, base), 1);
/** A shingle that stands in more texts than this is a set phrase and brings nothing together. */
const MAX_SHARED = 8;

/**
 * Finds texts that are nearly the same as an earlier one: candidates share sampled shingles, and the share of equal
 * character pairs (Dice) decides. Linear in the length of all texts, because a shingle keeps at most a few of them.
 */
export class Similar<Item> {
  readonly #threshold: number;
  readonly #texts: Array<{item: Item; text: string}> = [];
  /** The texts that hold a shingle; most shingles stand in one. */
  readonly #byShingle = new Map<number, number | number[]>();

  /** @param threshold from 0 to 1: the likeness from which two texts count as similar. */
  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  /** Adds a text and returns the most similar earlier one, undefined when none reaches the threshold. */
  add(item: Item, text: string): {item: Item; similarity: number} | undefined {
    if (text.length < MIN_LENGTH) return undefined;
    const index = this.#texts.push({item, text}) - 1;
    const shared = new Map<number, number>();
    for (const shingle of sampledShingles(text)) {
      const held = this.#byShingle.get(shingle);
      if (held === undefined) this.#byShingle.set(shingle, index);
      else if (held !== index) this.#byShingle.set(shingle, this.#withHolder(held, index, shared));
    }
    if (shared.size === 0) return undefined;
    let best: {item: Item; similarity: number} | undefined;
    for (const candidate of mostShared(shared)) {
      const other = this.#texts[candidate]!;
      if (Math.min(text.length, other.text.length) / Math.max(text.length, other.text.length) < this.#threshold ** 2)
        continue;
      const similarity = likeness(text, other.text);
      if (similarity >= this.#threshold && similarity > (best?.similarity ?? 0)) best = {item: other.item, similarity};
    }
    return best;
  }

  /** Counts what a text shares with those that held the shingle before it, and adds it to them. */
  #withHolder(held: number | number[], index: number, shared: Map<number, number>): number[] {
    const holders = typeof held === 'number' ? [held] : held;
    for (const holder of holders) if (holder !== index) shared.set(holder, (shared.get(holder) ?? 0) + 1);
    if (holders.length < MAX_SHARED && holders.at(-1) !== index) holders.push(index);
    return holders;
  }
}

function mostShared(shared: ReadonlyMap<number, number>): number[] {
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 4)
    .map(([index]) => index);
}

/** About one shingle in four, chosen by its own value, so that the same words are chosen in both texts. */
function sampledShingles(text: string): number[] {
  const sampled: number[] = [];
  let rolling = 0;
  for (let i = 0; i < text.length; i++) {
    rolling = (Math.imul(rolling, BASE) + text.charCodeAt(i)) | 0;
    if (i >= SHINGLE) rolling = (rolling - Math.imul(text.charCodeAt(i - SHINGLE), LEAVING)) | 0;
    if (i < SHINGLE - 1) continue;
    const value = Math.imul(rolling ^ (rolling >>> 15), 0x85ebca6b);
    if (value >>> 30 === 0) sampled.push(value);
  }
  return sampled;
}

/**
 * How alike two texts are, from 0 to 1; 0 when their figures show that they are parallel statements, as the sentences of a
 * statistical report, which differ in little else and are no copies.
 */
export function likeness(a: string, b: string): number {
  return parallel(figures(a), figures(b)) ? 0 : dice(a, b);
}

function figures(text: string): string[] {
  return text.match(/\d+(?:\.\d+)?/g) ?? [];
}

/** Figures of a copy are the same; cutting words out may take one or two with them, or cut one short. */
function parallel(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 2) return true;
  let start = 0;
  while (start < short.length && long[start] === short[start]) start++;
  let end = 0;
  while (end < short.length - start && long.at(-1 - end) === short.at(-1 - end)) end++;
  const [cut, whole] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  if (cut.length === 0) return false;
  // One figure among several that lost digits: 12 for 120, 202 for 2023.
  return cut.length > 1 || start + end < 2 || !isEitherCut(cut[0]!, whole.join(''));
}

/** Whether one figure is the other with digits left out. */
function isEitherCut(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  let at = 0;
  for (const digit of long) if (at < short.length && short[at] === digit) at++;
  return at === short.length && short.length < long.length;
}

/** Twice the number of shared character pairs over the number of all pairs of both. */
function dice(a: string, b: string): number {
  const pairs = new Map<number, number>();
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.charCodeAt(i) * 0x10000 + a.charCodeAt(i + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.charCodeAt(i) * 0x10000 + b.charCodeAt(i + 1);
    const left = pairs.get(pair);
    if (!left) continue;
    shared++;
    pairs.set(pair, left - 1);
  }
  return (2 * shared) / (a.length + b.length - 2);
}
