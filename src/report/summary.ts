import type {FileResult} from '../core/run.js';

/** What a report says at its end. A suppressed finding counts as such and not by its severity. */
export interface Summary {
  /** Files checked, clean ones too. */
  files: number;
  errors: number;
  warnings: number;
  notes: number;
  suppressed: number;
  /** Findings that were repaired and are counted nowhere else. */
  fixed: number;
}

export function emptySummary(): Summary {
  return {files: 0, errors: 0, warnings: 0, notes: 0, suppressed: 0, fixed: 0};
}

/** Adds a file to the counts. */
export function count(summary: Summary, {findings, late, fixed = 0}: FileResult): void {
  if (!late) summary.files++;
  summary.fixed += fixed;
  for (const {severity, suppressed} of findings) {
    if (suppressed) summary.suppressed++;
    else if (severity === 'error') summary.errors++;
    else if (severity === 'warning') summary.warnings++;
    else summary.notes++;
  }
}
