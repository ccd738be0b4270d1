/** A word of a list and where it stands in a text. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly entry: T;
}

/** Size of the table of word beginnings: a power of two. */
const TABLE = 1 << 16;

/**
 * Looks for all words of a list in one pass. The first two code units of a text position are looked up in a table; only
 * where a word may begin, its candidates are compared, the longest first. Words of one character are looked up likewise.
 * Lists of words are short and begin in few ways, so this is several times as fast as an Aho-Corasick automaton.
 */
export class WordList<T extends {readonly word: string}> {
  /** 1 where a pair of code units, mixed into an index, may begin a word; 2 where a single one is a word. */
  readonly #pairs = new Uint8Array(TABLE);
  readonly #singles = new Uint8Array(TABLE);
  /** By the first two code units, or the only one, as a number; the longest words first. */
  readonly #candidates = new Map<number, T[]>();
  readonly #hasSingles: boolean;

  /** @param entries words that are not empty; of equal words the first comes first. */
  constructor(entries: readonly T[]) {
    for (const entry of entries) {
      const {word} = entry;
      if (word.length === 0) continue;
      if (word.length === 1) this.#singles[word.charCodeAt(0)] = 1;
      else this.#pairs[mix(word.charCodeAt(0), word.charCodeAt(1))] = 1;
      const beginning = keyOf(word, 0, word.length);
      const same = this.#candidates.get(beginning);
      if (same) same.push(entry);
      else this.#candidates.set(beginning, [entry]);
    }
    for (const same of this.#candidates.values()) same.sort((a, b) => b.word.length - a.word.length);
    this.#hasSingles = this.#singles.includes(1);
  }

  /**
   * The words in a text from left to right, without overlaps, the longest at each place.
   * @param accept whether a word counts at its place; where it does not, a shorter one may.
   */
  find(text: string, accept: (entry: T, start: number, end: number) => boolean = () => true): Hit<T>[] {
    const hits: Hit<T>[] = [];
    const pairs = this.#pairs;
    const last = text.length - 1;
    let at = 0;
    // Beyond the last character there is no number to calculate with: it is looked at by itself.
    let previous = last >= 0 ? text.charCodeAt(0) : 0;
    while (at < last) {
      const next = text.charCodeAt(at + 1);
      const begins = pairs[mix(previous, next)] === 1 || (this.#hasSingles && this.#singles[previous] === 1);
      const hit = begins ? this.#at(text, at, accept) : undefined;
      if (hit) {
        hits.push(hit);
        at = hit.end;
        if (at <= last) previous = text.charCodeAt(at);
      } else {
        at++;
        previous = next;
      }
    }
    if (at === last && this.#hasSingles && this.#singles[previous] === 1) {
      const hit = this.#at(text, at, accept);
      if (hit) hits.push(hit);
    }
    return hits;
  }

  #at(text: string, start: number, accept: (entry: T, start: number, end: number) => boolean): Hit<T> | undefined {
    for (let length = 2; length >= (this.#hasSingles ? 1 : 2); length--) {
      const candidates = this.#candidates.get(keyOf(text, start, length));
      if (!candidates) continue;
      for (const entry of candidates) {
        const end = start + entry.word.length;
        if (text.startsWith(entry.word, start) && accept(entry, start, end)) return {start, end, entry};
      }
    }
    return undefined;
  }
}

function keyOf(text: string, at: number, length: number): number {
  return length === 1 ? text.charCodeAt(at) : (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

function mix(first: number, second: number): number {
  return (first * 31 + second * 7919) & (TABLE - 1);
}
