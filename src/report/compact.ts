import type {Run} from '../core/run.js';
import {inChunks} from './chunks.js';
import {entriesOf, problemText} from './entries.js';
import type {ReportOptions} from './index.js';

/** One line a finding, `path:line:column: severity: words [rule]`, as compilers write it: for grep, vim and Emacs. */
export function reportCompact(run: Run, options: ReportOptions): AsyncIterable<string> {
  return inChunks(pieces(run, options));
}

async function* pieces(run: Run, {language}: ReportOptions): AsyncGenerator<Iterable<string>> {
  for await (const file of run.files) {
    const lines: string[] = [];
    for (const {finding, text} of entriesOf(file, run, language)) {
      const {start, severity, rule} = finding;
      lines.push(`${oneLine(file.path)}:${start.line}:${start.column}: ${severity}: ${oneLine(text)} [${rule}]\n`);
    }
    yield lines;
  }
  yield run.problems.map(problem => `${oneLine(problemText(problem, language))} [${problem.code}]\n`);
}

/** Line ends and control characters of an article or a name must not begin a line of their own or reach the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
