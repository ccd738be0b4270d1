import type {FileResult, Problem, Run} from '../core/run.js';
import {inChunks} from './chunks.js';
import {type Entry, entriesOf, NO_PATH} from './entries.js';
import type {ReportOptions} from './index.js';
import {escapeXml} from './xml.js';

/**
 * The XML of JUnit: a file is a test suite, an error or warning a failed test, a note a passed one with its words as
 * output, and what could not be checked an error. A clean file is one passed test, so that it is seen to be checked.
 */
export function reportJunit(run: Run, options: ReportOptions): AsyncIterable<string> {
  return inChunks(pieces(run, options));
}

async function* pieces(run: Run, {language}: ReportOptions): AsyncGenerator<Iterable<string>> {
  yield ['<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="govlint">\n'];
  for await (const file of run.files) yield suite(file, [...entriesOf(file, run, language)]);
  for (const problem of run.problems) yield [problemSuite(problem, problem.message[language])];
  yield ['</testsuites>\n'];
}

function* suite({path}: FileResult, entries: readonly Entry[]): Generator<string> {
  const name = escapeXml(path);
  const failures = entries.filter(({finding}) => finding.severity !== 'note').length;
  yield `<testsuite name="${name}" tests="${Math.max(1, entries.length)}" failures="${failures}" errors="0" skipped="0" time="0">\n`;
  if (entries.length === 0) yield `  <testcase name="${name}" classname="${name}" time="0"/>\n`;
  for (const {finding, text} of entries) {
    const {rule, severity, start} = finding;
    const place = `${start.line}:${start.column}`;
    const said = escapeXml(`${place} ${text}`);
    yield `  <testcase name="${escapeXml(`${rule} ${place}`)}" classname="${name}" time="0">`;
    if (severity === 'note') yield `<system-out>${said}</system-out></testcase>\n`;
    else yield `<failure type="${severity}" message="${escapeXml(text)}">${said}</failure></testcase>\n`;
  }
  yield '</testsuite>\n';
}

function problemSuite({code, path = NO_PATH}: Problem, text: string): string {
  const name = escapeXml(path);
  const said = escapeXml(text);
  return (
    `<testsuite name="${name}" tests="1" failures="0" errors="1" skipped="0" time="0">\n` +
    `  <testcase name="${escapeXml(code)}" classname="${name}" time="0"><error type="${escapeXml(code)}" message="${said}">${said}</error></testcase>\n` +
    '</testsuite>\n'
  );
}
