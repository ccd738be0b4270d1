import type {Finding} from '../core/finding.js';
import type {AnyRule} from '../core/rule.js';
import type {FileResult, Run} from '../core/run.js';

/** Findings by severity and what else decides the exit code. */
export interface Tally {
  files: number;
  errors: number;
  warnings: number;
  notes: number;
  suppressed: number;
  internalErrors: number;
}

/** Decides which findings of a file count and are reported. */
export type Filter = (file: FileResult) => (finding: Finding) => boolean;

/**
 * The run with its findings counted as they pass.
 * @param counting findings that one of these leaves out do not exist for reports and exit code.
 * @param shown findings that this leaves out count, but are not reported.
 */
export function tallied(
  run: Run,
  counting: readonly Filter[],
  shown: (finding: Finding) => boolean,
): {run: Run; tally: Tally} {
  const tally: Tally = {files: 0, errors: 0, warnings: 0, notes: 0, suppressed: 0, internalErrors: 0};
  async function* files(): AsyncGenerator<FileResult> {
    for await (const whole of run.files) {
      if (!whole.late) tally.files++;
      const file = counting.reduce((left, filter) => filtered(left, filter(left)), whole);
      for (const finding of file.findings) {
        if (finding.rule === 'internal-error') tally.internalErrors++;
        if (finding.suppressed) tally.suppressed++;
        else if (finding.severity === 'error') tally.errors++;
        else if (finding.severity === 'warning') tally.warnings++;
        else tally.notes++;
      }
      yield filtered(file, shown);
    }
  }
  return {
    tally,
    run: {
      files: files(),
      rules: run.rules as ReadonlyMap<string, AnyRule>,
      get problems() {
        return run.problems;
      },
    },
  };
}

function filtered(file: FileResult, keep: (finding: Finding) => boolean): FileResult {
  const {findings, blocks} = file;
  const kept = findings.filter(keep);
  if (!blocks || kept.length === findings.length) return {...file, findings: kept};
  const places = new Map(kept.map((finding, index) => [finding, index]));
  const remaining = blocks.map(({marks, ...block}) => ({
    ...block,
    marks: marks.flatMap(mark => {
      const finding = places.get(findings[mark.finding]!);
      return finding === undefined ? [] : [{...mark, finding}];
    }),
  }));
  return {...file, findings: kept, blocks: remaining};
}
