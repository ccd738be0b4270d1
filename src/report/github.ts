import type {Severity} from '../core/rule.js';
import type {Run} from '../core/run.js';
import {inChunks} from './chunks.js';
import {entriesOf, problemText} from './entries.js';
import type {ReportOptions} from './index.js';

/** GitHub shows this many annotations of one level for a step, and 50 for a job; what comes later is dropped without a word. */
const MOST_OF_A_LEVEL = 10;
const COMMANDS = {error: 'error', warning: 'warning', note: 'notice'} as const;

/**
 * Workflow commands that GitHub Actions shows as annotations on the changed lines. Findings beyond the limit are
 * written as plain lines of the log, and the last annotation says how many there are.
 */
export function reportGithub(run: Run, options: ReportOptions): AsyncIterable<string> {
  return inChunks(pieces(run, options));
}

async function* pieces(run: Run, {language}: ReportOptions): AsyncGenerator<Iterable<string>> {
  const shown: Record<Severity, number> = {error: 0, warning: 0, note: 0};
  let beyond = 0;
  for await (const file of run.files) {
    const lines: string[] = [];
    for (const {finding, text} of entriesOf(file, run, language)) {
      const {severity, rule, start, end} = finding;
      // One place of each level is kept for what could not be checked and for the summary.
      if (shown[severity] < MOST_OF_A_LEVEL - 1) {
        shown[severity]++;
        const place = `file=${property(file.path)},line=${start.line},endLine=${end.line},col=${start.column},endColumn=${end.column}`;
        lines.push(`::${COMMANDS[severity]} ${place},title=${property(rule)}::${message(text)}\n`);
      } else {
        beyond++;
        lines.push(`${plain(file.path)}:${start.line}:${start.column} ${severity} ${plain(text)} [${rule}]\n`);
      }
    }
    yield lines;
  }
  const {problems} = run;
  if (problems.length > 0) {
    const said = problems.map(problem => problemText(problem, language)).join('\n');
    yield [`::error title=govlint::${message(said)}\n`];
  }
  if (beyond > 0) {
    const said =
      language === 'zh'
        ? `还有 ${beyond} 个问题没有显示为注释（GitHub 每一步每级只显示 ${MOST_OF_A_LEVEL} 个）：见本步骤的日志`
        : `${beyond} more findings are not shown as annotations (GitHub shows ${MOST_OF_A_LEVEL} of a level for a step): see the log of this step`;
    yield [`::notice title=govlint::${message(said)}\n`];
  }
}

function message(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A line of the log must not be read as a command, wherever `::` stands in it. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd').replaceAll('::', ':\u200b:');
}
