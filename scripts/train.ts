// npm run train -- [--corpus DIR] [--out FILE] [--held-out DIR] [--background PATTERN] [--share SHARE]: learns where marks are missing from
// the .txt files of a folder, one paragraph a line, and writes the table of rules/missing-clause-punctuation. The same
// corpus gives the same bytes. Files whose name matches --background (statutes: much text of another genre) are sampled
// and read before the others; paragraphs
// that also stand in articles below --held-out are left out; --share takes a part of the prose, for learning curves. No sentence of the corpus is in the table, only hashes of short runs and their weights.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {
  figures,
  proseOf,
  randomNumbers,
  scoresOf,
  shuffle,
  type Visit,
  visitCareless,
  visitExamples,
} from '../src/core/gap-examples.js';
import {FEATURES, MISSING_MARKS} from '../src/core/gap-features.js';
import {
  choiceOf,
  fingerprintOf,
  type GapModel,
  packModel,
  slotOf,
  unpackModel,
  WEIGHT_STEP,
} from '../src/core/gap-model.js';
import {proseBySource, textsBelow} from './article-prose.js';
import {Candidates, trainNetwork} from './gap-network-training.js';

const {values: args} = parseArgs({
  options: {
    corpus: {type: 'string', default: fileURLToPath(new URL('../../shared/corpus/train', import.meta.url))},
    out: {
      type: 'string',
      default: fileURLToPath(new URL('../rules/data/missing-clause-punctuation.ts', import.meta.url)),
    },
    'held-out': {type: 'string'},
    background: {type: 'string', default: 'laws|lawrefbook'},
    sample: {type: 'string', default: '0.12'},
    share: {type: 'string', default: '1'},
  },
});

/** Slots of the table, two bytes each. */
const SLOTS = 1_340_000;
/** Buckets of the choice among marks, four bytes each. */
const CHOICES = 2 ** 15;
/** While learning, weights lie in a table without fingerprints, large enough that few features share a place. */
const PLACES = 25;
const COUNTERS = 27;
/** Features seen less often in the whole corpus teach nothing about other text. */
const LEAST_SEEN = 2;
const RATE = 0.1;
const EPOCHS = 4;
/** Share of paragraphs that are also shown with several marks removed, and the share of marks then removed. */
const CARELESS = 0.3;
const CARELESS_MARKS = 0.25;
const FINE_EPOCHS = 3;
/** The network learns from scores of text that the linear model has not seen: each part is scored by one taught by the others. */
const PARTS = 3;
const PART_EPOCHS = 3;
/** So many paragraphs that follow one another, often of one article, belong to the same part. */
const TOGETHER = 100;
/** Score from which the network sees a gap, and the share of marks it sees of those removed from statutes. */
const LEAST_SCORE = -3;
const BACKGROUND_MARKS = 0.5;

const random = randomNumbers(20_250_101);
const started = Date.now();
const heldOut = args['held-out'] === undefined ? [] : await proseBySource(args['held-out']);
const {prose, background, further, sources} = readCorpus(
  args.corpus,
  args['held-out'] === undefined ? new Set() : textsBelow(args['held-out']),
);
const say = (text: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);
say(`${count(prose)} characters of prose, ${count(background)} of background`);

const hashes = new Int32Array(FEATURES);
const seen = new Uint8Array(2 ** COUNTERS);
for (const text of [...background, ...prose]) {
  visitExamples(text, hashes, () => {
    for (const hash of hashes) if (seen[hash >>> (32 - COUNTERS)]! < 255) seen[hash >>> (32 - COUNTERS)]!++;
  });
}
say('counted');

const weights = new Float32Array(2 ** PLACES);
const squares = new Float32Array(2 ** PLACES);
const placed = new Int32Array(FEATURES);
let bias = 0;
let biasSquares = 0;

/** One step of AdaGrad on the logistic loss, over the features that `place` finds a place for. */
function learn(missing: number, place: (hash: number) => number): void {
  let sum = bias;
  let active = 0;
  for (const hash of hashes) {
    const at = place(hash);
    if (at === -1) continue;
    placed[active++] = at;
    sum += weights[at]!;
  }
  const gradient = 1 / (1 + Math.exp(-sum)) - missing;
  if (Math.abs(gradient) < 1e-4) return;
  const square = gradient * gradient;
  biasSquares += square;
  bias -= (RATE * gradient) / Math.sqrt(biasSquares + 1);
  for (let k = 0; k < active; k++) {
    const at = placed[k]!;
    squares[at]! += square;
    weights[at]! -= (RATE * gradient) / Math.sqrt(squares[at]! + 1);
  }
}

const choice = new Float32Array(CHOICES * MISSING_MARKS.length);
const choiceSquares = new Float32Array(choice.length);

/** The same for the choice among the marks, on gaps that lack one. */
function learnChoice(mark: number): void {
  const kinds = MISSING_MARKS.length;
  const sums = new Array<number>(kinds).fill(0);
  for (const hash of hashes)
    for (let kind = 0; kind < kinds; kind++) sums[kind]! += choice[choiceOf(hash, CHOICES) * kinds + kind]!;
  const most = Math.max(...sums);
  const powers = sums.map(sum => Math.exp(sum - most));
  const total = powers.reduce((a, b) => a + b);
  for (let kind = 0; kind < kinds; kind++) {
    const gradient = powers[kind]! / total - (kind === mark ? 1 : 0);
    if (Math.abs(gradient) < 1e-3) continue;
    for (const hash of hashes) {
      const at = choiceOf(hash, CHOICES) * kinds + kind;
      choiceSquares[at]! += gradient * gradient;
      choice[at]! -= (RATE * gradient) / Math.sqrt(choiceSquares[at]! + 1);
    }
  }
}

const frequent = (hash: number) => (seen[hash >>> (32 - COUNTERS)]! < LEAST_SEEN ? -1 : hash >>> (32 - PLACES));
function read(texts: string[], step: Visit): void {
  for (const text of shuffle(texts.slice(), random)) {
    visitExamples(text, hashes, step);
    if (random() < CARELESS) visitCareless(text, CARELESS_MARKS, random, hashes, step);
  }
}
function pass(texts: string[], place: (hash: number) => number): void {
  read(texts, mark => {
    learn(mark === -1 ? 0 : 1, place);
    if (mark !== -1) learnChoice(mark);
  });
}
if (background.length > 0) pass(background, frequent);
say('learned from the background');
const candidates = {background: new Candidates(), prose: new Candidates()};
collectCandidates();
for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  pass(prose, frequent);
  say(`epoch ${epoch} of ${EPOCHS}`);
}

// Each slot of the table goes to the feature that matters most among those that fall into it; then the weights of those
// that stay learn to do without the others.
const owner = new Int32Array(SLOTS);
const importance = new Float32Array(SLOTS);
for (const text of [...background, ...prose]) {
  visitExamples(text, hashes, () => {
    for (const hash of hashes) {
      const at = frequent(hash);
      if (at === -1) continue;
      const slot = slotOf(hash, SLOTS);
      const worth = Math.abs(weights[at]!) * Math.sqrt(Math.min(100, seen[hash >>> (32 - COUNTERS)]!));
      if (worth <= importance[slot]!) continue;
      importance[slot] = worth;
      owner[slot] = hash;
    }
  });
}
const kept = (hash: number) => (owner[slotOf(hash, SLOTS)] === hash ? hash >>> (32 - PLACES) : -1);
for (let epoch = 1; epoch <= FINE_EPOCHS; epoch++) {
  pass(prose, kept);
  say(`epoch ${epoch} of ${FINE_EPOCHS} with the features kept`);
}

const slots = new Uint8Array(2 * SLOTS);
owner.forEach((hash, slot) => {
  const weight = Math.round(weights[hash >>> (32 - PLACES)]! / WEIGHT_STEP);
  if (importance[slot] === 0 || weight === 0) return;
  slots[2 * slot] = fingerprintOf(hash);
  slots[2 * slot + 1] = Math.max(-127, Math.min(127, weight)) & 255;
});
const steepest = choice.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
const choices = Int8Array.from(choice, weight => Math.round((weight / steepest) * 127));
const network = trainNetwork(candidates.background, candidates.prose, say);
const model: GapModel = {slots, choices, bias, network};
const bytes = packModel(model);

const lines = [
  'Weights of hashed features for missing-clause-punctuation; written by `npm run train`, not by hand.',
  `Learned from ${count(prose)} characters of official prose and ${count(background)} of statutes (the network from ${count(further)} more):`,
  ...sources.map(source => `- ${source}`),
];
if (heldOut.length > 0) {
  lines.push(
    'Recall of removed marks on articles kept apart, at 10, 3 and 1 reports per 10,000 characters as they stand:',
  );
  const shipped = unpackModel(bytes);
  for (const {source, texts} of heldOut) lines.push(`- ${source}: ${figures(scoresOf(texts, shipped))}`);
}
const header = lines.map(line => `// ${line}`).join('\n');
writeFileSync(args.out, `${header}\nexport const table: string =\n  '${Buffer.from(bytes).toString('base64')}';\n`);
for (const line of lines) console.log(line);
say(`wrote ${args.out}, ${bytes.length.toLocaleString('en')} bytes before base64`);

/** Leaves weights as they were. */
function collectCandidates(): void {
  const before = {weights: weights.slice(), squares: squares.slice(), bias, biasSquares};
  const reset = () => {
    weights.set(before.weights);
    squares.set(before.squares);
    ({bias, biasSquares} = before);
  };
  const scored =
    (to: Candidates, marks: number): Visit =>
    (mark, encoded, index, neighbours) => {
      let score = bias;
      for (const hash of hashes) {
        const at = frequent(hash);
        if (at !== -1) score += weights[at]!;
      }
      if (score >= LEAST_SCORE && (mark === -1 || marks === 1 || random() < marks))
        to.add(encoded, index, neighbours, score, mark !== -1);
    };
  // The same paragraph may stand in several collections; its copies belong to one part.
  const partOf = new Map<string, number>();
  for (const [index, text] of prose.entries())
    if (!partOf.has(text)) partOf.set(text, Math.floor(index / TOGETHER) % PARTS);
  for (let part = 0; part < PARTS; part++) {
    const step: Visit = mark => learn(mark === -1 ? 0 : 1, frequent);
    const others = prose.filter(text => partOf.get(text) !== part);
    for (let epoch = 1; epoch <= PART_EPOCHS; epoch++) read(others, step);
    const see = scored(candidates.prose, 1);
    read(
      prose.filter(text => partOf.get(text) === part),
      see,
    );
    if (part === 0)
      for (const text of further) visitExamples(text, hashes, scored(candidates.background, BACKGROUND_MARKS));
    reset();
    say(`scored part ${part + 1} of ${PARTS} by the others`);
  }
}

function readCorpus(folder: string, apart: ReadonlySet<string>) {
  const of = new RegExp(args.background);
  const found = {prose: [] as string[], background: [] as string[], further: [] as string[], sources: [] as string[]};
  for (const name of readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()) {
    const texts = proseOf(readFileSync(`${folder}/${name}`, 'utf8')).filter(text => !apart.has(text));
    const share = Number(of.test(name) ? args.sample : args.share);
    const taken = share >= 1 ? texts : texts.filter(() => random() < share);
    if (of.test(name)) {
      const sampled = new Set(taken);
      for (const text of texts) if (!sampled.has(text)) found.further.push(text);
    }
    for (const text of taken) (of.test(name) ? found.background : found.prose).push(text);
    found.sources.push(`${name.replace(/\.txt$/, '')} (${count(taken)} characters)`);
  }
  return found;
}

function count(texts: readonly string[]): string {
  return texts.reduce((sum, text) => sum + text.length, 0).toLocaleString('en');
}
