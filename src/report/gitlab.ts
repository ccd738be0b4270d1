import {hash} from '../core/hash.js';
import type {Severity} from '../core/rule.js';
import type {Run} from '../core/run.js';
import {inChunks} from './chunks.js';
import {entriesOf, NO_PATH} from './entries.js';
import type {ReportOptions} from './index.js';

const SEVERITIES: Record<Severity, string> = {error: 'major', warning: 'minor', note: 'info'};

/** GitLab's Code Quality report: a JSON array that a merge request shows beside the changed lines. */
export function reportGitlab(run: Run, options: ReportOptions): AsyncIterable<string> {
  return inChunks(pieces(run, options));
}

async function* pieces(run: Run, {language}: ReportOptions): AsyncGenerator<Iterable<string>> {
  let separator = '[\n';
  const entry = (value: object) => {
    const text = separator + JSON.stringify(value);
    separator = ',\n';
    return text;
  };
  for await (const file of run.files) {
    const entries: string[] = [];
    for (const {finding, text} of entriesOf(file, run, language)) {
      const {rule, severity, start, end} = finding;
      entries.push(
        entry({
          description: text,
          check_name: rule,
          fingerprint: hash(`${file.path}\0${finding.fingerprint}`),
          severity: SEVERITIES[severity],
          location: {path: file.path, lines: {begin: start.line, end: end.line}},
        }),
      );
    }
    yield entries;
  }
  yield run.problems.map(({code, message, path = NO_PATH}, index) =>
    entry({
      description: message[language],
      check_name: code,
      fingerprint: hash(`${path}\0${code}\0${message.en}\0${index}`),
      severity: 'blocker',
      location: {path, lines: {begin: 1}},
    }),
  );
  yield [separator === '[\n' ? '[]\n' : '\n]\n'];
}
