/** A short name is near too many others. */
const SHORTEST = 6;
/** From this length on two characters may differ. */
const LONG = 14;
/** What parts a place from the rest of a name. */
const PLACE = /^.{2,8}?(?:省|自治区|自治州|市|区|县|旗|州|盟)/;
/** Editions of a document differ in these on purpose. */
const NUMERAL = /[\d〇零一二三四五六七八九十百]/;

/** Names, and those among them that a text nearly gives. */
export class NameIndex {
  readonly #names: ReadonlySet<string>;
  /** Names by pairs of their characters: what is near shares most of them. */
  readonly #byPair = new Map<string, string[]>();

  constructor(names: readonly string[]) {
    this.#names = new Set(names.flatMap(name => [name, shortened(name)]));
    for (const name of this.#names) {
      if (name.length < SHORTEST) continue;
      for (const pair of pairsOf(name)) {
        const same = this.#byPair.get(pair);
        if (same) same.push(name);
        else this.#byPair.set(pair, [name]);
      }
    }
  }

  /** The name that was most likely meant; undefined when the text is a name, or near none, or as near to two. */
  near(text: string): string | undefined {
    if (text.length < SHORTEST || text.length > 100 || this.#names.has(text)) return undefined;
    const limit = text.length >= LONG ? 2 : 1;
    const shared = new Map<string, number>();
    const pairs = pairsOf(text);
    for (const pair of pairs) {
      for (const name of this.#byPair.get(pair) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1);
    }
    let best: string | undefined;
    let smallest = limit + 1;
    for (const [name, count] of shared) {
      // Each edit breaks two pairs at most.
      if (Math.abs(name.length - text.length) > limit || count < pairs.size - 2 * limit) continue;
      const distance = editDistance(text, name, limit);
      if (distance < smallest) [best, smallest] = [name, distance];
      else if (distance === smallest) best = undefined;
    }
    return best !== undefined && isSlip(text, best) ? best : undefined;
  }
}

/** 《安全生产法》 is what everybody calls 《中华人民共和国安全生产法》. */
function shortened(name: string): string {
  return name.replace(/^中华人民共和国/, '');
}

/** Whether the difference looks like a slip: another place or another number is another document. */
function isSlip(text: string, name: string): boolean {
  if (PLACE.exec(text)?.[0] !== PLACE.exec(name)?.[0]) return false;
  let start = 0;
  while (start < text.length && text[start] === name[start]) start++;
  let end = 0;
  while (end < Math.min(text.length, name.length) - start && text.at(-1 - end) === name.at(-1 - end)) end++;
  const parts = text.slice(start, text.length - end) + name.slice(start, name.length - end);
  return !NUMERAL.test(parts);
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/** Levenshtein's distance, or `limit + 1` when it is more than the limit. */
function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({length: b.length + 1}, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, previous[j]! + 1, row[j - 1]! + 1));
    }
    if (Math.min(...row) > limit) return limit + 1;
    previous = row;
  }
  return previous[b.length]!;
}
