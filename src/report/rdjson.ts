import type {Finding} from '../core/finding.js';
import type {Severity} from '../core/rule.js';
import type {Run} from '../core/run.js';
import type {Point} from '../core/source.js';
import {inChunks} from './chunks.js';
import {entriesOf, NO_PATH} from './entries.js';
import type {ReportOptions} from './index.js';

const SEVERITIES: Record<Severity, string> = {error: 'ERROR', warning: 'WARNING', note: 'INFO'};

/** Reviewdog's diagnostic format, for comments on changed lines in Gitee, Gerrit, Bitbucket and others. */
export function reportRdjson(run: Run, options: ReportOptions): AsyncIterable<string> {
  return inChunks(pieces(run, options));
}

async function* pieces(run: Run, {language}: ReportOptions): AsyncGenerator<Iterable<string>> {
  let separator = '\n';
  const entry = (value: object) => {
    const text = separator + JSON.stringify(value);
    separator = ',\n';
    return text;
  };
  yield ['{"source":{"name":"govlint"},"diagnostics":['];
  for await (const file of run.files) {
    const entries: string[] = [];
    for (const {finding, text} of entriesOf(file, run, language)) {
      const {rule, severity} = finding;
      const url = run.rules.get(rule)?.url;
      entries.push(
        entry({
          message: text,
          location: {path: file.path, range: rangeOf(finding)},
          severity: SEVERITIES[severity],
          code: {value: rule, ...(url !== undefined && {url})},
          ...suggestions(finding),
        }),
      );
    }
    yield entries;
  }
  yield run.problems.map(({code, message, path = NO_PATH}) =>
    entry({message: message[language], location: {path}, severity: 'ERROR', code: {value: code}}),
  );
  yield ['\n]}\n'];
}

/**
 * Columns of this format count bytes of UTF-8. The excerpt of a finding tells them where it begins with its line; in a
 * line that is too long for that, only the line is given, rather than a wrong column.
 */
function rangeOf({start, end, excerpt}: Finding) {
  const from = bytesBefore(start, start.line, excerpt);
  if (from === undefined) return {start: {line: start.line}};
  const to = bytesBefore(end, start.line, excerpt);
  return {start: {line: start.line, column: from}, ...(to !== undefined && {end: {line: end.line, column: to}})};
}

function bytesBefore(
  {line, column}: Point,
  excerptLine: number,
  {text, column: first}: Finding['excerpt'],
): number | undefined {
  if (line !== excerptLine || first !== 1 || column - 1 > text.length) return undefined;
  return new TextEncoder().encode(text.slice(0, column - 1)).length + 1;
}

/** A fix of one edit is a suggestion; one of several, which belong together, is none in this format. */
function suggestions({fix, start, excerpt}: Finding) {
  if (fix?.edits.length !== 1) return {};
  const [edit] = fix.edits;
  const from = bytesBefore(edit!.start, start.line, excerpt);
  const to = bytesBefore(edit!.end, start.line, excerpt);
  if (from === undefined || to === undefined) return {};
  const {line} = edit!.start;
  return {suggestions: [{range: {start: {line, column: from}, end: {line, column: to}}, text: edit!.text}]};
}
