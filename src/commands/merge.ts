import {resolve} from 'node:path';
import * as Args from '@oclif/core/args';
import {rules} from '../../rules/index.js';
import {BaseCommand} from '../cli/base-command.js';
import {gateFlags} from '../cli/gate.js';
import {readReports, writeReports} from '../cli/reporting.js';
import type {Finding} from '../core/finding.js';
import {UserError} from '../core/user-error.js';
import {mergedRun} from '../engine/merge.js';
import {tallied} from '../engine/tally.js';

export default class Merge extends BaseCommand {
  static override summary = '合并几份 JSON 报告 / Merge JSON reports';
  static override description = '用于 check --shard 分开检查的各份 / for the parts that check --shard wrote';
  static override strict = false;
  static override examples = ['<%= config.bin %> merge part-1.json part-2.json --format sarif -o report.sarif'];
  static override args = {
    reports: Args.string({
      ignoreStdin: true,
      description: 'check --format json 的报告 / reports of check --format json',
    }),
  };
  static override flags = gateFlags;

  async run(): Promise<void> {
    const {argv, flags} = await this.parse(Merge);
    this.setLanguage(flags.lang as 'zh' | 'en' | undefined);
    const cwd = process.cwd();
    if (argv.length === 0)
      throw new UserError({zh: '请写出要合并的 JSON 报告', en: 'name the JSON reports that are to be merged'});
    const reports = await readReports(flags.format, flags['output-file'], cwd);
    const merged = mergedRun(
      (argv as string[]).map(path => resolve(cwd, path)),
      new Map(rules.map(rule => [rule.id, rule])),
    );
    const shown = flags.quiet ? (finding: Finding) => finding.severity === 'error' && !finding.suppressed : () => true;
    const {run, tally} = tallied(merged, [], shown);
    await writeReports(run, reports, this.reportOptions(flags['no-color']));
    this.close(tally, merged.problems, {severity: flags['fail-on'], maxWarnings: flags['max-warnings']});
  }
}
