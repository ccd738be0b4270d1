// npm run omitted -- [--corpus DIR] [--held-out DIR] [--out FILE]: makes the table of rules/omitted-character from the .txt
// files of a folder, one paragraph a line: the characters that are almost certainly missing between two and two others.
// A trigram model of the corpus (Witten-Bell) compares each frequent run of five characters with what is left when its
// middle one is gone; those enter whose rest is all but impossible. The same corpus gives the same bytes. Paragraphs
// that also stand in articles below --held-out are left out. No text is in the table, only hashes of four characters.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {fullWidthMarks} from '../src/core/characters.js';
import {
  CHARACTER_BITS,
  EDGE,
  entryOf,
  type OmissionTable,
  OTHER,
  packOmissions,
  SLOT_SEED,
  slotOf,
  windowHash,
  windowUnits,
} from '../src/core/omission.js';
import {textsBelow} from './article-prose.js';

const {values: args} = parseArgs({
  options: {
    corpus: {type: 'string', default: fileURLToPath(new URL('../../shared/corpus/train', import.meta.url))},
    'held-out': {type: 'string'},
    out: {type: 'string', default: fileURLToPath(new URL('../rules/data/omitted-character.ts', import.meta.url))},
    slots: {type: 'string', default: '240000'},
    least: {type: 'string', default: '4'},
    score: {type: 'string', default: '7'},
    free: {type: 'string', default: '0.005'},
  },
});
/** Statutes: much text of another genre than articles, so that a run in it counts less. */
const BACKGROUND = /laws|lawrefbook/;
const PROSE_WEIGHT = 6;
const LEAST = Number(args.least);
const SCORE = Number(args.score);

const started = Date.now();
const say = (text: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const apart = args['held-out'] === undefined ? new Set<string>() : textsBelow(args['held-out']);
const sources: string[] = [];
const pieces: Uint16Array[] = [];
const weights: number[] = [];
for (const name of readdirSync(args.corpus)
  .filter(file => file.endsWith('.txt'))
  .sort()) {
  let characters = 0;
  for (const line of readFileSync(join(args.corpus, name), 'utf8').split('\n')) {
    const text = fullWidthMarks(line.trim());
    if (text.length < 2 || apart.has(text)) continue;
    characters += text.length;
    pieces.push(windowUnits(text));
    weights.push(BACKGROUND.test(name) ? 1 : PROSE_WEIGHT);
  }
  sources.push(`${name.replace(/\.txt$/, '')} (${characters.toLocaleString('en')} characters)`);
}
say(`${pieces.length.toLocaleString('en')} paragraphs`);

// Runs as numbers: characters by their rank among those that occur, 13 bits each, so that three fit a float exactly.
const ids = new Uint16Array(65_536);
let kinds = 0;
for (const units of pieces) for (const unit of units) if (ids[unit] === 0) ids[unit] = ++kinds;
const BITS = 2 ** 13;
if (kinds >= BITS) throw new Error(`${kinds} kinds of characters`);
const total = pieces.reduce((sum, {length}) => sum + length, 0);

/** Every different run of `length` characters, sorted, and how often each stands in the corpus. */
function counted(length: 2 | 3): {keys: Float64Array; counts: Uint32Array} {
  const all = new Float64Array(total);
  let n = 0;
  for (const units of pieces)
    for (let i = length - 1; i < units.length; i++) {
      let key = 0;
      for (let k = i - length + 1; k <= i; k++) key = key * BITS + ids[units[k]!]!;
      all[n++] = key;
    }
  const sorted = all.subarray(0, n).sort();
  const keys = new Float64Array(n);
  const counts = new Uint32Array(n);
  let kept = -1;
  for (const key of sorted) {
    if (kept === -1 || keys[kept] !== key) keys[++kept] = key;
    counts[kept]!++;
  }
  return {keys: keys.slice(0, kept + 1), counts: counts.slice(0, kept + 1)};
}

const unigrams = new Uint32Array(BITS);
for (const units of pieces) for (const unit of units) unigrams[ids[unit]!]!++;
const bigrams = counted(2);
const trigrams = counted(3);
/** Of each bigram, and of each character, how many different ones follow it. */
const typesAfterTwo = new Uint32Array(bigrams.keys.length);
for (const key of trigrams.keys) typesAfterTwo[find(bigrams.keys, Math.floor(key / BITS))]!++;
const typesAfterOne = new Uint32Array(BITS);
for (const key of bigrams.keys) typesAfterOne[Math.floor(key / BITS)]!++;
say(`${bigrams.keys.length} pairs, ${trigrams.keys.length} triples`);

/** Place of a key among the sorted ones, -1 where it is not. */
function find(keys: Float64Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! < key) low = middle + 1;
    else if (keys[middle]! > key) high = middle - 1;
    else return middle;
  }
  return -1;
}

const countOf = (x: number, y: number, z: number) =>
  trigrams.counts[find(trigrams.keys, (x * BITS + y) * BITS + z)] ?? 0;

/** ln P(z | x y), Witten-Bell. */
function logProbability(x: number, y: number, z: number): number {
  const one = (unigrams[z]! + 1) / (total + kinds);
  const pair = bigrams.counts[find(bigrams.keys, y * BITS + z)] ?? 0;
  const two = (pair + typesAfterOne[y]! * one) / (unigrams[y]! + typesAfterOne[y]! + 1);
  const before = find(bigrams.keys, x * BITS + y);
  if (before === -1) return Math.log(two);
  return Math.log(
    (countOf(x, y, z) + typesAfterTwo[before]! * two) / (bigrams.counts[before]! + typesAfterTwo[before]!),
  );
}

/** How often each run of five stands in the corpus, hashed: a first look that spares most runs an entry of their own. */
const PLACES = 26;
const rough = new Uint16Array(2 ** PLACES);
const visitRuns = (visit: (units: Uint16Array, i: number, weight: number) => void) =>
  pieces.forEach((units, piece) => {
    for (let i = 4; i < units.length; i++)
      if (
        units[i - 4]! > EDGE &&
        units[i - 3]! > EDGE &&
        units[i - 2]! > EDGE &&
        units[i - 1]! > EDGE &&
        units[i] !== OTHER
      )
        visit(units, i, weights[piece]!);
  });
const roughOf = (units: Uint16Array, i: number) =>
  windowHash(units[i - 4]! * 31 + units[i]!, units[i - 3]!, units[i - 2]!, units[i - 1]!, 7) >>> (32 - PLACES);
visitRuns((units, i, weight) => {
  const place = roughOf(units, i);
  rough[place] = Math.min(65_535, rough[place]! + weight);
});
const runs = new Map<string, number>();
visitRuns((units, i, weight) => {
  if (rough[roughOf(units, i)]! < LEAST) return;
  const run = String.fromCharCode(...units.subarray(i - 4, i + 1));
  runs.set(run, (runs.get(run) ?? 0) + weight);
});
say(`${runs.size} runs of five`);

/** Characters that join a finished word or stand alone: without them a phrase is often another good one. */
const SEPARABLE = new Set(
  '的了着过等者在式级省市县区州乡镇村新老旧大小以是性化地得与和及或之上中下内外前后各其所并也都就还会能可不有为个业物品类种类型率度量额费员家人们后于对向从到由将把被让使给用按照应当年月日时',
);
const NUMERAL = /[二三四五六七八九十百千万亿第]/;

/** Share of its places at which two characters must stand beside a mark to be taken for the end, or the beginning, of a phrase. */
const FREE = Number(args.free);
const edge = ids[EDGE]!;
const pairCount = (x: number, y: number) => bigrams.counts[find(bigrams.keys, x * BITS + y)] ?? 0;
/** What is left when a word is broken does not stand free on both sides: 有重▮意义, while 浙江▮金华 may. */
const canEnd = (x: number, y: number) => countOf(x, y, edge) > FREE * pairCount(x, y);
const canBegin = (x: number, y: number) => y === edge || countOf(edge, x, y) > FREE * pairCount(x, y);

interface Candidate {
  readonly units: readonly number[];
  readonly count: number;
  readonly score: number;
}

const best = new Map<string, Candidate>();
for (const [run, count] of runs) {
  if (count < LEAST) continue;
  const units = Array.from(run, character => character.charCodeAt(0));
  const [a, b, x, c, d] = units.map(unit => ids[unit]!) as [number, number, number, number, number];
  if (countOf(a, b, c) > 0 || countOf(b, c, d) > 0) continue;
  if (SEPARABLE.has(run[2]!) || NUMERAL.test(run[1]! + run[3]!)) continue;
  if (canEnd(a, b) && canBegin(c, d)) continue;
  const score =
    logProbability(a, b, x) +
    logProbability(b, x, c) +
    logProbability(x, c, d) -
    logProbability(a, b, c) -
    logProbability(b, c, d);
  if (score < SCORE) continue;
  const rest = run.slice(0, 2) + run.slice(3);
  const other = best.get(rest);
  if (!other || score > other.score) best.set(rest, {units, count, score});
}
say(`${best.size} gaps that score ${SCORE}`);

const candidates = [...best.values()].sort(
  (p, q) => q.count - p.count || q.score - p.score || (p.units < q.units ? -1 : 1),
);
const often = new Map<number, number>();
for (const {units} of candidates) often.set(units[2]!, (often.get(units[2]!) ?? 0) + 1);
const characters = [...often]
  .sort((p, q) => q[1] - p[1] || p[0] - q[0])
  .slice(0, 2 ** CHARACTER_BITS)
  .map(([unit]) => String.fromCharCode(unit))
  .join('');
const table: OmissionTable = {characters, slots: new Uint32Array(Number(args.slots))};
let entered = 0;
for (const {units} of candidates) {
  const [a, b, x, c, d] = units as [number, number, number, number, number];
  const slot = slotOf(windowHash(a, b, c, d, SLOT_SEED), table.slots.length);
  const character = characters.indexOf(String.fromCharCode(x));
  if (table.slots[slot] !== 0 || character === -1) continue;
  table.slots[slot] = entryOf(a, b, c, d, character);
  entered++;
}
const bytes = packOmissions(table);
const lines = [
  'Hashes of four characters between which one is missing, for omitted-character; written by `npm run omitted`, not by hand.',
  `${entered.toLocaleString('en')} of ${candidates.length.toLocaleString('en')} gaps, from runs that stand at least ${LEAST} times (prose counts ${PROSE_WEIGHT} times) in:`,
  ...sources.map(source => `- ${source}`),
];
const header = lines.map(line => `// ${line}`).join('\n');
writeFileSync(args.out, `${header}\nexport const table: string =\n  '${Buffer.from(bytes).toString('base64')}';\n`);
for (const line of lines) console.log(line);
say(`wrote ${args.out}, ${bytes.length.toLocaleString('en')} bytes before base64`);
