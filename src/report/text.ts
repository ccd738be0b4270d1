import type {Finding} from '../core/finding.js';
import type {AnyRule, Language, Severity} from '../core/rule.js';
import type {FileResult, Run} from '../core/run.js';
import {cellsOf, cut, textOfCells, widthOfCells} from './cells.js';
import {inChunks} from './chunks.js';
import {closingLine} from './closing-line.js';
import {type Colors, colorsFor} from './colors.js';
import {type ShownExcerpt, showExcerpt} from './excerpt.js';
import type {ReportOptions} from './index.js';
import {placeText} from './place.js';
import {count, emptySummary} from './summary.js';
import {textWidth} from './width.js';
import {ruleOf, wordsOf} from './words.js';
import {wrap} from './wrap.js';

const SEVERITIES: Record<Language, Record<Severity, string>> = {
  zh: {error: '错误', warning: '警告', note: '提示'},
  en: {error: 'error', warning: 'warning', note: 'note'},
};
const COLORS = {error: 'red', warning: 'yellow', note: 'blue'} as const;

/** Fewer columns than this beside place and severity are too narrow to read: then the words go below them. */
const NARROWEST = 36;
/** Longer messages, as when a rule quotes a whole line, are cut. In columns. */
const LONGEST_MESSAGE = 600;
const MOST_RELATED = 3;

/** The report for people: the findings of each file with their lines, and counts at the end. */
export function reportText(run: Run, options: ReportOptions): AsyncIterable<string> {
  return inChunks(pieces(run, options));
}

async function* pieces(run: Run, options: ReportOptions): AsyncGenerator<Iterable<string>> {
  const {language} = options;
  const colors = await colorsFor(options.color);
  const summary = emptySummary();
  for await (const file of run.files) {
    count(summary, file);
    yield fileReport(file, run, {language, colors, width: Math.max(40, options.width)});
  }
  yield [`${closingLine(summary, run.problems.length, language, colors)}\n`];
}

interface Style {
  readonly language: Language;
  readonly colors: Colors;
  readonly width: number;
}

function* fileReport({path, findings, unit}: FileResult, run: Run, style: Style): Generator<string> {
  if (findings.length === 0) return;
  const {colors, language} = style;
  const places = findings.map(({start}) => placeText(start, unit, language));
  const placeWidth = Math.max(...places.slice(0, 1000).map(place => textWidth(place)));
  const severityWidth = Math.max(...Object.values(SEVERITIES[language]).map(word => textWidth(word)));
  yield `${colors.underline(textOfCells(cellsOf(path)))}\n`;
  for (const [index, finding] of findings.entries()) {
    const {severity} = finding;
    const word = SEVERITIES[language][severity];
    const place = ' '.repeat(Math.max(0, placeWidth - textWidth(places[index]!))) + places[index]!;
    const head = `  ${colors.dim(place)}  ${colors[COLORS[severity]](word)}${' '.repeat(severityWidth - textWidth(word))}  `;
    const headWidth = 2 + textWidth(place) + 2 + severityWidth + 2;
    yield findingReport(finding, run.rules, {...style, unit, head, headWidth});
  }
  yield '\n';
}

/** The words beside the place, or below it where the terminal is too narrow; the rule's id behind them; then the line itself. */
function findingReport(
  finding: Finding,
  rules: ReadonlyMap<string, AnyRule>,
  style: Style & {unit: FileResult['unit']; head: string; headWidth: number},
): string {
  const {colors, language, width, head, headWidth} = style;
  const beside = width - headWidth >= NARROWEST;
  const indent = beside ? headWidth : 4;
  const words = cut(cellsOf(wordsOf(finding, ruleOf(finding.rule, rules), language)), LONGEST_MESSAGE);
  const lines = wrap(words, width - indent);
  const shown = lines.map(line => textOfCells(line));
  const id = finding.rule + (finding.suppressed ? (language === 'zh' ? '（已屏蔽）' : ' (suppressed)') : '');
  const last = lines.at(-1) ?? [];
  if (shown.length > 0 && widthOfCells(last) + 2 + textWidth(id) <= width - indent)
    shown[shown.length - 1] += `  ${colors.dim(id)}`;
  else shown.push(colors.dim(id));
  const margin = ' '.repeat(indent);
  const text = `${head}${beside ? '' : `\n${margin}`}${shown.join(`\n${margin}`)}\n`;
  return text + excerptLines(finding, indent, style) + relatedLines(finding, rules, indent, style);
}

function excerptLines(finding: Finding, indent: number, {colors, width}: Style): string {
  if (finding.excerpt.text.trim() === '') return '';
  const margin = ' '.repeat(indent);
  const {before, range, after, indent: gap, carets}: ShownExcerpt = showExcerpt(finding, width - indent);
  return `${margin}${colors.dim(before)}${range}${colors.dim(after)}\n${margin}${gap}${colors[COLORS[finding.severity]](carets)}\n`;
}

function relatedLines(
  {rule: id, path, related = []}: Finding,
  rules: ReadonlyMap<string, AnyRule>,
  indent: number,
  {colors, language, width, unit}: Style & {unit: FileResult['unit']},
): string {
  const rule = ruleOf(id, rules);
  const places = related.slice(0, MOST_RELATED).map(place => {
    const where = `${place.path !== undefined && place.path !== path ? `${place.path}:` : ''}${placeText(place.start, unit, language)}`;
    const line = cut(cellsOf(`${where} ${wordsOf(place, rule, language)}`), width - indent - 2);
    return `${' '.repeat(indent)}${colors.dim(`↳ ${textOfCells(line)}`)}\n`;
  });
  const rest = related.length - MOST_RELATED;
  if (rest > 0)
    places.push(`${' '.repeat(indent)}${colors.dim(language === 'zh' ? `↳ 还有 ${rest} 处` : `↳ ${rest} more`)}\n`);
  return places.join('');
}
