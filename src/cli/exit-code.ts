import {reaches} from '../core/finding.js';
import type {Severity} from '../core/rule.js';
import type {Tally} from '../engine/tally.js';

export interface FailOn {
  /** The lowest severity that fails the run. */
  readonly severity: Severity;
  /** Fails the run when there are more warnings than this. */
  readonly maxWarnings?: number;
}

/** 2 when something could not be checked, else 1 when findings fail the run, else 0. */
export function exitCodeOf(tally: Tally, problems: number, {severity, maxWarnings}: FailOn): 0 | 1 | 2 {
  if (problems > 0 || tally.internalErrors > 0) return 2;
  const failing =
    tally.errors + (reaches('warning', severity) ? tally.warnings : 0) + (reaches('note', severity) ? tally.notes : 0);
  if (failing > 0) return 1;
  return maxWarnings !== undefined && tally.warnings > maxWarnings ? 1 : 0;
}
