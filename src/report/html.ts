import type {Severity} from '../core/rule.js';
import type {FileResult, Run} from '../core/run.js';
import {inChunks} from './chunks.js';
import {fileSection} from './html-file.js';
import {filterForm, overview} from './html-overview.js';
import {pageScript} from './html-script.js';
import {pageStyle} from './html-style.js';
import {type HtmlWords, htmlWords} from './html-words.js';
import type {Reporter, ReportOptions} from './index.js';
import {count, emptySummary} from './summary.js';

/** Clean files are listed up to this many, so that a run over a whole site is not held in memory. */
const LISTED_CLEAN = 1_000;
/** Once the articles' texts, in UTF-16 code units, have reached this, later ones are left out: a browser must still open the page. */
const LONGEST_TEXTS = 64_000_000;

/**
 * A page of its own, with no network: findings by file and by rule, and every article's text with marks in place.
 * Counts are known at the end, stand there, and are placed first by CSS.
 */
export const reportHtml: Reporter = Object.assign(
  (run: Run, options: ReportOptions): AsyncIterable<string> => inChunks(pieces(run, options)),
  {blocks: true},
);

async function* pieces(run: Run, options: ReportOptions): AsyncGenerator<Iterable<string>> {
  const words = htmlWords[options.language];
  const summary = emptySummary();
  const rules = new Map<string, Record<Severity | 'number', number>>();
  const clean: string[] = [];
  let cleanCount = 0;
  let number = 0;
  let textLength = 0;
  let textsLeftOut = 0;

  yield head(words, await policy());
  for await (const file of run.files) {
    count(summary, file);
    const findings = file.findings.filter(({suppressed}) => !suppressed);
    if (findings.length === 0) {
      cleanCount++;
      if (clean.length < LISTED_CLEAN) clean.push(file.path);
      continue;
    }
    for (const {rule, severity} of findings) {
      if (!rules.has(rule)) rules.set(rule, {number: rules.size, error: 0, warning: 0, note: 0});
      rules.get(rule)![severity]++;
    }
    const length = lengthOf(file);
    const withText = textLength + length <= LONGEST_TEXTS;
    if (withText) textLength += length;
    else textsLeftOut++;
    yield fileSection({file, run, options, words, number: number++, ruleNumber: id => rules.get(id)!.number, withText});
  }
  yield ['</main>\n'];
  const page = {run, options, words, summary, rules, clean, cleanCount, textsLeftOut};
  yield overview(page);
  yield filterForm(page);
  yield [`<script>${pageScript}</script>\n</body>\n</html>\n`];
}

function lengthOf({blocks = []}: FileResult): number {
  return blocks.reduce((length, {text}) => length + text.length, 0);
}

function* head({lang, title, toFindings}: HtmlWords, policy: string): Generator<string> {
  yield `<!doctype html>\n<html lang="${lang}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n';
  yield '<meta name="color-scheme" content="light dark">\n<link rel="icon" href="data:,">\n';
  yield `<title>${title}</title>\n<style>${pageStyle}</style>\n</head>\n<body>\n`;
  yield `<a class="skip" href="#files">${toFindings}</a>\n<main id="files" tabindex="-1">\n`;
}

/** Only the style and the script of the page itself are let in, and nothing is fetched. */
async function policy(): Promise<string> {
  const [style, script] = await Promise.all([digest(pageStyle), digest(pageScript)]);
  return [
    "default-src 'none'",
    'img-src data:',
    `style-src 'sha256-${style}'`,
    `script-src 'sha256-${script}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
