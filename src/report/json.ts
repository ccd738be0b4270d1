import type {Finding, Related} from '../core/finding.js';
import type {Language} from '../core/rule.js';
import type {FileResult, Problem, Run} from '../core/run.js';
import {inChunks} from './chunks.js';
import type {ReportOptions} from './index.js';
import {count, emptySummary} from './summary.js';
import {ruleOf, wordsOf} from './words.js';

/**
 * The report for programs: one JSON object, written as it grows, a finding a line.
 *
 * ```
 * {
 *   version: 1,                  changes when a field is renamed or removed, not when one is added
 *   tool: {name, version},
 *   files: [{                    every file that was checked, in the order of checking; behind them, some a second time,
 *                                with the findings that only all files together show
 *     path,                      as it was given or found
 *     unit?: 'paragraph',        a line of the file is a paragraph, as in office documents
 *     findings: [{               in order of place; empty when the file is clean
 *       rule, message, data,     the rule's id, the key of its message, and what fills the message
 *       text,                    the message in the language of the run
 *       severity,                'note' | 'warning' | 'error'
 *       start, end,              {line, column, offset}: line and column from 1, offset from 0, columns and offsets in
 *                                UTF-16 code units; end is exclusive, and equals start where something is missing
 *       excerpt,                 {text, column}: a piece of the line of start, and the column at which the piece begins
 *       fingerprint,             stays the same when lines above are added or removed
 *       related?: [{message, data, text, start, end, path?}],
 *       fix?: {kind: 'safe' | 'suggested', edits: [{start, end, text}]},
 *       suppressed?: {reason?}   silenced by a comment in the article
 *     }]
 *   }],
 *   problems: [{code, text, path?}],   what could not be checked, and why
 *   summary: {files, errors, warnings, notes, suppressed, fixed, problems}
 * }
 * ```
 */
export function reportJson(run: Run, options: ReportOptions): AsyncIterable<string> {
  return inChunks(pieces(run, options));
}

async function* pieces(run: Run, {language, version}: ReportOptions): AsyncGenerator<Iterable<string>> {
  const summary = emptySummary();
  yield [`{"version":1,"tool":${JSON.stringify({name: 'govlint', version})},"files":[`];
  for await (const file of run.files) {
    yield pieceOfFile(file, run, language, summary.files === 0);
    count(summary, file);
  }
  const problems = run.problems.map(problem => problemEntry(problem, language));
  yield [
    `\n],"problems":${JSON.stringify(problems)},"summary":${JSON.stringify({...summary, problems: problems.length})}}\n`,
  ];
}

function* pieceOfFile(
  {path, unit, findings}: FileResult,
  run: Run,
  language: Language,
  first: boolean,
): Generator<string> {
  yield `${first ? '' : ','}\n{"path":${JSON.stringify(path)},${unit ? `"unit":"${unit}",` : ''}"findings":[`;
  let separator = '\n';
  for (const finding of findings) {
    yield separator + JSON.stringify(findingEntry(finding, run, language));
    separator = ',\n';
  }
  yield ']}';
}

function findingEntry(finding: Finding, run: Run, language: Language) {
  const {rule: id, message, data, severity, start, end, excerpt, fingerprint, related, fix, suppressed} = finding;
  const rule = ruleOf(id, run.rules);
  const text = wordsOf(finding, rule, language);
  const places = related?.map((place: Related) => ({...place, text: wordsOf(place, rule, language)}));
  // What is undefined is left out by JSON.stringify.
  return {rule: id, message, text, data, severity, start, end, excerpt, fingerprint, related: places, fix, suppressed};
}

function problemEntry({code, message, path}: Problem, language: Language) {
  return {code, text: message[language], path};
}
