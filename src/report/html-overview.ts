import type {Severity} from '../core/rule.js';
import type {Run} from '../core/run.js';
import {problemText} from './entries.js';
import {escapeHtml} from './html-escape.js';
import type {HtmlWords} from './html-words.js';
import type {ReportOptions} from './index.js';
import type {Summary} from './summary.js';
import {ruleOf} from './words.js';

/** Findings of a rule by severity. */
type RuleCounts = Readonly<Record<Severity, number>>;

/** What the page knows when its last file is written. */
export interface Overview {
  readonly run: Run;
  readonly options: ReportOptions;
  readonly words: HtmlWords;
  readonly summary: Summary;
  /** By the rule's id; numbered from 0 in the order in which they are first met. */
  readonly rules: ReadonlyMap<string, RuleCounts & {readonly number: number}>;
  /** Paths of clean files, as many as are listed. */
  readonly clean: readonly string[];
  readonly cleanCount: number;
  readonly textsLeftOut: number;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** Counts and charts: the end of the document and the top of the page. */
export function* overview(page: Overview): Generator<string> {
  const {words, summary, textsLeftOut, run, options} = page;
  const {errors, warnings, notes, suppressed, files} = summary;
  const total = errors + warnings + notes;
  yield `<header id="overview"><h1>${words.title} <small>govlint ${escapeHtml(options.version)}</small></h1>\n<p class="lead">${words.checked(files, total)}`;
  if (suppressed > 0) yield ` ${words.suppressed(suppressed)}`;
  yield '</p>\n';
  if (textsLeftOut > 0) yield `<p class="notice">${words.textsLeftOut(textsLeftOut)}</p>\n`;
  if (run.problems.length > 0) {
    yield `<section class="problems"><h2>${words.unchecked}</h2><ul>\n`;
    for (const problem of run.problems)
      yield `<li><bdi>${escapeHtml(problemText(problem, options.language))}</bdi></li>\n`;
    yield '</ul></section>\n';
  }
  if (total > 0) {
    yield '<div class="charts">';
    yield severityChart({error: errors, warning: warnings, note: notes}, total, words);
    yield* ruleChart(page);
    yield '</div>\n';
  }
  yield* cleanFiles(page);
  yield '</header>\n';
}

function severityChart(counts: RuleCounts, total: number, words: HtmlWords): string {
  const legend = SEVERITIES.map(
    severity => `<li class="${severity}"><b>${counts[severity]}</b> ${words.severities[severity]}</li>`,
  );
  return `<section class="severities"><h2>${words.bySeverity}</h2>${bar(counts, total)}<ul>${legend.join('')}</ul></section>\n`;
}

/** Rules by the number of their findings; the page's script fills in the findings when one is opened. */
function* ruleChart({rules, run, options, words}: Overview): Generator<string> {
  const rows = [...rules].map(([id, counts]) => ({id, counts, number: counts.number, total: totalOf(counts)}));
  const most = Math.max(...rows.map(({total}) => total));
  yield `<section class="rules"><h2>${words.byRule}</h2>\n`;
  for (const {id, counts, number, total} of rows.sort((a, b) => b.total - a.total || a.number - b.number)) {
    const rule = ruleOf(id, run.rules);
    const name = rule ? `${escapeHtml(rule.summary[options.language])} ` : '';
    yield `<details class="rule" id="rule${number}" data-rule="${number}"><summary><span class="name">${name}<code>${escapeHtml(id)}</code></span>`;
    yield `${bar(counts, most)}<b>${total}</b></summary>\n`;
    if (rule && rule.basis.length > 0) yield `<p class="basis">${escapeHtml(words.basis(rule.basis))}</p>\n`;
    if (rule?.url && /^https?:\/\//i.test(rule.url) && URL.canParse(rule.url))
      yield `<p><a href="${escapeHtml(rule.url)}" rel="noreferrer noopener">${words.about}</a></p>\n`;
    yield `<p class="scripted" hidden><button type="button" class="only">${words.onlyThisRule}</button></p><ol></ol></details>\n`;
  }
  yield '</section>\n';
}

/** A bar of coloured parts, as long as `total` of `most`. Sizes are attributes: a style would need the policy's leave. */
function bar(counts: RuleCounts, most: number): string {
  let x = 0;
  const parts = SEVERITIES.filter(severity => counts[severity] > 0).map(severity => {
    const width = (100 * counts[severity]) / most;
    const part = `<rect class="${severity}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="10"/>`;
    x += width;
    return part;
  });
  return `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`;
}

function totalOf({error, warning, note}: RuleCounts): number {
  return error + warning + note;
}

function* cleanFiles({clean, cleanCount, words}: Overview): Generator<string> {
  if (cleanCount === 0) return;
  yield `<details class="clean"><summary>${words.cleanFiles(cleanCount)}</summary><ul>\n`;
  for (const path of clean) yield `<li><bdi>${escapeHtml(path)}</bdi></li>\n`;
  yield '</ul>';
  if (cleanCount > clean.length) yield `<p>${words.cleanLeftOut(cleanCount - clean.length)}</p>`;
  yield '</details>\n';
}

/** The form that the page's script shows and serves. */
export function* filterForm({words, rules, run, options}: Overview): Generator<string> {
  yield `<form id="filter" class="scripted" hidden role="search" aria-label="${words.filter}" data-shown="${words.shown}" data-more="${words.more}">\n`;
  yield `<input type="search" name="words" placeholder="${words.search}" aria-label="${words.search}">\n`;
  yield `<select name="rule" aria-label="${words.byRule}"><option value="">${words.anyRule}</option>`;
  for (const [id, {number}] of rules) {
    const summary = ruleOf(id, run.rules)?.summary[options.language];
    yield `<option value="${number}">${escapeHtml(summary ? `${summary} (${id})` : id)}</option>`;
  }
  yield '</select>\n<span class="checks">';
  for (const severity of SEVERITIES)
    yield `<label><input type="checkbox" name="severity" value="${severity}" checked> ${words.severities[severity]}</label>`;
  yield `</span>\n<span class="buttons"><button type="reset">${words.reset}</button><button type="button" class="open-all">${words.openAll}</button><button type="button" class="close-all">${words.closeAll}</button></span>\n`;
  yield `<output aria-live="polite"></output></form>\n`;
}
