import {resolve} from 'node:path';
import * as Flags from '@oclif/core/flags';
import {BaseCommand} from '../cli/base-command.js';
import {Configs} from '../config/load.js';
import {textWidth} from '../report/width.js';

const SEVERITY = {
  zh: {error: '错误', warning: '警告', note: '提示', off: '关闭'},
  en: {error: 'error', warning: 'warning', note: 'note', off: 'off'},
} as const;
const INSPECTION = {
  zh: {veto: '单项否决', points: '扣分', hint: '提示'},
  en: {veto: 'veto', points: 'points', hint: 'hint'},
} as const;
const FIX = {
  zh: {safe: '自动', suggested: '建议', none: '—'},
  en: {safe: 'safe', suggested: 'suggested', none: '—'},
} as const;

export default class Rules extends BaseCommand {
  static override summary = '列出全部规则 / List all rules';
  static override flags = {
    config: Flags.string({char: 'c', description: '使用这个配置文件 / use this configuration file'}),
    json: Flags.boolean({description: '输出 JSON / print JSON'}),
  };

  async run(): Promise<void> {
    const {flags} = await this.parse(Rules);
    const cwd = process.cwd();
    const configs = new Configs({cwd, ...(flags.config !== undefined && {configFile: flags.config})});
    const {settings, language} = await configs.for(resolve(cwd, 'article.txt'));
    this.setLanguage(flags.lang as 'zh' | 'en' | undefined, language);
    const rows = [...configs.rules.values()]
      .filter(rule => rule.id !== 'internal-error')
      .map(({id, summary, fix, basis, inspection}) => ({
        id,
        severity: settings[id]?.severity ?? ('off' as const),
        fix: fix ?? ('none' as const),
        inspection: inspection ?? ('hint' as const),
        summary,
        basis,
      }));
    if (flags.json) process.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
    else process.stdout.write(this.#table(rows));
    for (const problem of configs.problems) this.sayProblem(problem);
    if (configs.problems.length > 0) process.exitCode = 2;
  }

  #table(
    rows: ReadonlyArray<{
      id: string;
      severity: keyof (typeof SEVERITY)['zh'];
      inspection: keyof (typeof INSPECTION)['zh'];
      fix: keyof (typeof FIX)['zh'];
      summary: {zh: string; en: string};
    }>,
  ): string {
    const zh = this.language === 'zh';
    const head = zh
      ? ['规则', '级别', '检查指标', '修复', '说明']
      : ['rule', 'severity', 'inspection', 'fix', 'summary'];
    const cells = [
      head,
      ...rows.map(({id, severity, inspection, fix, summary}) => [
        id,
        SEVERITY[this.language][severity],
        INSPECTION[this.language][inspection],
        FIX[this.language][fix],
        summary[this.language],
      ]),
    ];
    const widths = head.map((_, column) => Math.max(...cells.map(row => textWidth(row[column]!))));
    const lines = cells.map(row =>
      row
        .map((cell, column) => cell + ' '.repeat(widths[column]! - textWidth(cell)))
        .join('  ')
        .trimEnd(),
    );
    const hint = zh ? '看某条规则的说明：govlint explain <规则>' : 'The page of a rule: govlint explain <rule>';
    return `${lines.join('\n')}\n\n${hint}\n`;
  }
}
