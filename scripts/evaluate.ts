// npm run evaluate -- DIR [--table FILE] [--plot FILE.svg] [--list N]: how well rules/missing-clause-punctuation finds
// marks on the articles below a folder, subfolder by subfolder. Every 、，。； inside a paragraph is removed once and the
// gap scored; reports are gaps of the text as it stands, all taken as false, though some are true omissions.
import {readFileSync, writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {performance} from 'node:perf_hooks';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import rule from '../rules/missing-clause-punctuation.js';
import type {Article, Block} from '../src/core/article.js';
import {
  figures,
  randomNumbers,
  recallAbove,
  type Scores,
  scoresOf,
  shuffle,
  thresholdAt,
  visitExamples,
} from '../src/core/gap-examples.js';
import {FEATURES, MISSING_MARKS} from '../src/core/gap-features.js';
import {type GapModel, markOf, missingMarks, modelFrom, scoreOf, scorerOf} from '../src/core/gap-model.js';
import {unpackTable} from '../src/core/gap-table.js';
import {render} from '../src/core/message.js';
import {articlesBySource, proseIn} from './article-prose.js';
import {plot} from './recall-plot.js';

const {values: args, positionals} = parseArgs({
  allowPositionals: true,
  options: {table: {type: 'string'}, plot: {type: 'string'}, list: {type: 'string', default: '0'}},
});
const [folder] = positionals;
if (folder === undefined) throw new Error('usage: npm run evaluate -- DIR [--table FILE] [--plot FILE.svg] [--list N]');

const loading = performance.now();
const model = await modelOf(args.table);
console.log(
  `table of ${model.slots.length.toLocaleString('en')} bytes loaded in ${(performance.now() - loading).toFixed(0)} ms`,
);
await rule.load?.();

interface Report {
  readonly severity: 'warning' | 'note';
  readonly text: string;
}

const hashes = new Int32Array(FEATURES);
const final = scorerOf(model);
const all: Scores = {characters: 0, untouched: [], removed: Array.from(MISSING_MARKS, () => [])};
const reports: Report[] = [];
const curves: Array<{name: string; scores: Scores}> = [];
const sample: string[] = [];
let proposed = 0;
let right = 0;

for await (const {source, articles} of articlesBySource(folder)) {
  const texts = proseIn(articles);
  const scores = scoresOf(texts, model);
  const here = articles.flatMap(reportsOn);
  const per = (severity: string) =>
    ((here.filter(report => report.severity === severity).length * 10_000) / Math.max(1, scores.characters)).toFixed(2);
  console.log(
    `\n${source}: ${articles.length} articles, ${scores.characters.toLocaleString('en')} characters of prose`,
  );
  console.log(`  reports at the defaults, per 10,000 characters: ${per('warning')} warnings, ${per('note')} notes`);
  console.log(
    `  recall of removed marks, in per cent, at so many reports per 10,000 characters:\n  ${figures(scores)}`,
  );
  curves.push({name: source, scores});
  reports.push(...here);
  sample.push(...texts);
  for (const text of texts)
    visitExamples(text, hashes, (mark, ...place) => {
      if (mark === -1 || final(...place, scoreOf(model, hashes)) < rule.defaults.noteThreshold) return;
      proposed++;
      if (markOf(model, hashes) === MISSING_MARKS[mark]) right++;
    });
  all.characters += scores.characters;
  for (const score of scores.untouched) all.untouched.push(score);
  scores.removed.forEach((found, mark) => {
    for (const score of found) all.removed[mark]!.push(score);
  });
}
all.untouched.sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
console.log(`\nall: ${all.characters.toLocaleString('en')} characters\n  ${figures(all)}`);
const {threshold, noteThreshold} = rule.defaults;
console.log(
  `  recall by the default thresholds, before the rule's exceptions: ${recallAbove(all, threshold).toFixed(1)} % warnings, ${recallAbove(all, noteThreshold).toFixed(1)} % with notes`,
);
console.log(`  right mark proposed for ${((100 * right) / Math.max(1, proposed)).toFixed(1)} % of those found`);
calibration();
speed();
list(Number(args.list));
if (args.plot !== undefined)
  writeFileSync(
    args.plot,
    plot(
      curves.map(({name, scores}) => ({name, recall: (at: number) => recallAbove(scores, thresholdAt(scores, at))})),
    ),
  );

/** The shipped model, that of another module such as it, or what `govlint train` wrote. */
async function modelOf(file: string | undefined): Promise<GapModel> {
  if (file !== undefined && !/\.[jt]s$/.test(file)) return unpackTable(readFileSync(file));
  const module = file === undefined ? '../rules/data/missing-clause-punctuation.js' : pathToFileURL(resolve(file));
  const {table} = (await import(String(module))) as {table: string};
  return modelFrom(table);
}

/** What the rule reports on an article at its default options, the certain patterns among it. */
function reportsOn(article: Article): Report[] {
  const found: Report[] = [];
  rule.check(article, {
    options: rule.defaults,
    report(place, [at], message, {data = {}, severity = 'warning'} = {}) {
      const text = (place as Block).normalized;
      const shown = `${text.slice(Math.max(0, at - 20), at)}▮${text.slice(at, at + 20)}`;
      found.push({
        severity: severity as Report['severity'],
        text: `${shown}  ${render(rule.messages[message], data, 'zh')}`,
      });
    },
  });
  return found;
}

/** Of the gaps in each class of score, how many lack a mark, in a world where each mark is missing once. */
function calibration(): void {
  console.log('\nscore      gaps  lacking a mark  expected');
  for (let low = -4; low < 7; low++) {
    const inside = (score: number) => score >= low && score < low + 1;
    const lacking = all.removed.flat().filter(inside).length;
    const gaps = lacking + all.untouched.filter(inside).length;
    if (gaps === 0) continue;
    const expected = 100 / (1 + Math.exp(-low - 0.5));
    console.log(
      `${String(low).padStart(2)} to ${String(low + 1).padStart(2)} ${String(gaps).padStart(7)} ${((100 * lacking) / gaps).toFixed(1).padStart(14)} % ${expected.toFixed(1).padStart(7)} %`,
    );
  }
}

function speed(): void {
  const start = performance.now();
  let characters = 0;
  while (performance.now() - start < 2000)
    for (const text of sample.slice(0, 2000)) {
      missingMarks(model, text, threshold);
      characters += text.length;
    }
  console.log(`\n${(characters / (performance.now() - start) / 1000).toFixed(2)} million characters a second`);
}

/** So many reports drawn at random, to be read. */
function list(count: number): void {
  if (count === 0) return;
  console.log(`\n${count} of ${reports.length} reports:`);
  for (const {severity, text} of shuffle(reports, randomNumbers(1)).slice(0, count))
    console.log(`${severity}  ${text}`);
}
