import * as Flags from '@oclif/core/flags';
import {reaches} from '../core/finding.js';
import type {Severity, Text} from '../core/rule.js';
import type {Tally} from '../engine/tally.js';
import {formats} from '../report/index.js';

const SEVERITIES = ['error', 'warning', 'note'] as const;

/** The options of commands that report a run and end with an exit code by it. */
export const gateFlags = {
  format: Flags.string({
    char: 'f',
    multiple: true,
    multipleNonGreedy: true,
    default: ['text'],
    helpValue: 'NAME[:FILE]',
    description: `报告格式，可重复 / report format, repeatable: ${Object.keys(formats).join(', ')}`,
  }),
  'output-file': Flags.string({
    char: 'o',
    helpValue: 'FILE',
    description: '把报告写入文件 / write the report to a file',
  }),
  'fail-on': Flags.option({
    options: SEVERITIES,
    default: 'error',
    description: '从哪一级起退出码为 1 / exit 1 from this severity on',
  })(),
  'max-warnings': Flags.integer({
    min: 0,
    helpValue: 'N',
    description: '警告超过此数退出码为 1 / exit 1 above this number of warnings',
  }),
  quiet: Flags.boolean({description: '只报错误 / report errors only'}),
  'no-color': Flags.boolean({description: '不用颜色 / no colours'}),
};

export interface FailOn {
  /** The lowest severity that fails the run. */
  readonly severity: Severity;
  /** Fails the run when there are more warnings than this. */
  readonly maxWarnings?: number | undefined;
}

/** 2 when something could not be checked, else 1 when findings fail the run, else 0. */
export function exitCodeOf(tally: Tally, problems: number, {severity, maxWarnings}: FailOn): 0 | 1 | 2 {
  if (problems > 0 || tally.internalErrors > 0) return 2;
  const failing =
    tally.errors + (reaches('warning', severity) ? tally.warnings : 0) + (reaches('note', severity) ? tally.notes : 0);
  if (failing > 0) return 1;
  return maxWarnings !== undefined && tally.warnings > maxWarnings ? 1 : 0;
}

/** What is to be said when warnings alone failed the run. */
export function tooManyWarnings({warnings}: Tally, {maxWarnings}: FailOn): Text | undefined {
  if (maxWarnings === undefined || warnings <= maxWarnings) return undefined;
  return {
    zh: `${warnings} 个警告，超过了 --max-warnings ${maxWarnings}`,
    en: `${warnings} warnings, more than --max-warnings ${maxWarnings}`,
  };
}
