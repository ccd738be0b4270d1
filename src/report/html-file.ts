import type {Related} from '../core/finding.js';
import type {Severity} from '../core/rule.js';
import type {BlockView, FileResult, Run} from '../core/run.js';
import {entriesOf} from './entries.js';
import {escapeHtml} from './html-escape.js';
import {articleText, type Listed, markedFindings} from './html-text.js';
import type {HtmlWords} from './html-words.js';
import type {ReportOptions} from './index.js';
import {ruleOf, wordsOf} from './words.js';

/** The first files are open; the browser lays out a closed one only when it is opened. */
const OPEN_FILES = 20;
/** An entry without a mark shows so much of its line, in UTF-16 code units. */
const QUOTED = 80;

/** One file of the page. */
export interface HtmlFile {
  readonly file: FileResult;
  readonly run: Run;
  readonly options: ReportOptions;
  readonly words: HtmlWords;
  /** Its number on the page, from 0. */
  readonly number: number;
  /** Number of a rule on the page, from 0. */
  ruleNumber(id: string): number;
  /** Whether its text is shown beside its findings. */
  readonly withText: boolean;
}

/** The section of a file: its findings, and its text with their marks. */
export function* fileSection(page: HtmlFile): Generator<string> {
  const {file, number, words, withText} = page;
  const blocks = withText ? (file.blocks ?? []) : [];
  const entries = [...entriesOf(file, page.run, page.options.language)];
  const places = new Map(file.findings.map((finding, index) => [finding, index]));
  const marked = markedFindings(blocks);
  const counts: Record<Severity, number> = {error: 0, warning: 0, note: 0};
  for (const {finding} of entries) counts[finding.severity]++;

  yield `<section class="file" id="file${number}"><details${number < OPEN_FILES ? ' open' : ''}>`;
  yield `<summary><h2><bdi>${escapeHtml(file.path)}</bdi></h2>${badges(counts, words)}</summary><div class="columns">\n`;
  yield `<ol class="findings" aria-label="${words.findings}">\n`;
  const listed = new Map<number, Listed>();
  for (const [index, {finding, text}] of entries.entries()) {
    const place = places.get(finding)!;
    listed.set(place, {index, severity: finding.severity});
    yield entryItem(page, index, finding, text, marked.has(place));
  }
  yield '</ol>\n';
  yield* textColumn(page, blocks, listed);
  yield '</div></details></section>\n';
}

function* textColumn(
  {number, words, withText, file}: HtmlFile,
  blocks: readonly BlockView[],
  listed: ReadonlyMap<number, Listed>,
): Generator<string> {
  if (!withText && file.blocks) yield `<p class="left-out">${words.textLeftOut}</p>`;
  if (blocks.length === 0) return;
  yield `<div class="text" lang="zh-CN" role="region" aria-label="${words.articleText}">\n`;
  yield* articleText(number, blocks, listed, words);
  yield '</div>';
}

function badges(counts: Readonly<Record<Severity, number>>, words: HtmlWords): string {
  return (['error', 'warning', 'note'] as const)
    .filter(severity => counts[severity] > 0)
    .map(severity => `<span class="badge ${severity}">${words.severities[severity]} ${counts[severity]}</span>`)
    .join('');
}

function entryItem(
  {number, words, run, options, ruleNumber}: HtmlFile,
  index: number,
  {rule: id, severity, start, end, excerpt, related = []}: FileResult['findings'][number],
  text: string,
  marked: boolean,
): string {
  const rule = ruleOf(id, run.rules);
  const basis = rule?.basis ?? [];
  const name = `f${number}-${index}`;
  const label = `<span class="number">${index + 1}</span><span class="badge ${severity}">${words.severities[severity]}</span> <span class="words">${escapeHtml(text)}</span>`;
  // An entry without a mark can be reached all the same: from the findings by rule, and by its address.
  const head = marked
    ? `<a class="entry" id="${name}" href="#m${number}-${index}">${label}</a>`
    : `<span class="entry" id="${name}" tabindex="-1">${label}</span>`;
  const quoted = marked
    ? ''
    : quotation(excerpt.text, start.column - excerpt.column, end.column - excerpt.column, words);
  const others = related.map(other => relatedItem(other, wordsOf(other, rule, options.language))).join('');
  return (
    `<li data-severity="${severity}" data-rule="${ruleNumber(id)}">${head}${quoted}` +
    (others && `<ul>${others}</ul>`) +
    `<p class="about"><span class="position">${start.line}:${start.column}</span> <code>${escapeHtml(id)}</code>` +
    (basis.length > 0 ? ` <span class="basis">${escapeHtml(words.basis(basis))}</span>` : '') +
    '</p></li>\n'
  );
}

/** The words of the line around a place that has no mark in the text. */
function quotation(line: string, start: number, end: number, words: HtmlWords): string {
  const from = Math.max(0, start - QUOTED / 2);
  const to = Math.min(line.length, Math.max(end, start) + QUOTED / 2, from + 2 * QUOTED);
  const quoted = line.slice(from, to).trim();
  return quoted === '' ? '' : `<p class="quoted"><bdi>${escapeHtml(words.quoted(quoted))}</bdi></p>`;
}

function relatedItem({start, path}: Related, text: string): string {
  const file = path === undefined ? '' : `<bdi>${escapeHtml(path)}</bdi>:`;
  return `<li>${escapeHtml(text)} (${file}${start.line}:${start.column})</li>`;
}
