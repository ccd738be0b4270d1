import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {Args, Flags} from '@oclif/core';
import {BaseCommand} from '../cli/base-command.js';
import {exitCodeOf, type FailOn} from '../cli/exit-code.js';
import {NoticeBoard} from '../cli/notices.js';
import {readPage} from '../cli/pages.js';
import {type Report, ReportError, readReports, writeReports} from '../cli/reporting.js';
import {Configs} from '../config/load.js';
import type {Finding} from '../core/finding.js';
import type {Severity} from '../core/rule.js';
import {startRun, tallied, type VirtualFile} from '../engine/run.js';
import {formats, type ReportOptions} from '../report/index.js';

const SEVERITIES = ['error', 'warning', 'note'] as const;

export default class Check extends BaseCommand {
  static override summary = '检查文章 / Check articles';
  static override description =
    '退出码 / exit code: 0 通过 / passed, 1 有问题 / findings, 2 没有检查成 / could not check';
  static override strict = false;
  static override examples = [
    '<%= config.bin %> check 稿件.md',
    '<%= config.bin %> check 稿件/ --format sarif --output-file report.sarif',
    '<%= config.bin %> check "**/*.md" --rule paired-marks=warning --max-warnings 0',
  ];
  static override args = {
    paths: Args.string({
      ignoreStdin: true,
      description: '文件、文件夹或通配符，默认当前文件夹 / files, folders or globs (default: this folder)',
    }),
  };
  static override flags = {
    format: Flags.string({
      char: 'f',
      multiple: true,
      multipleNonGreedy: true,
      default: ['text'],
      description: `报告格式，可重复，可写作 格式:文件 / report format, repeatable, or format:file (${Object.keys(formats).join(', ')})`,
    }),
    'output-file': Flags.string({char: 'o', description: '把报告写入文件 / write the report to a file'}),
    config: Flags.string({char: 'c', description: '使用这个配置文件 / use this configuration file'}),
    rule: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'id=off|note|warning|error，可重复 / repeatable',
    }),
    'fail-on': Flags.option({
      options: SEVERITIES,
      default: 'error',
      description: '从哪一级起退出码为 1 / exit 1 from this severity on',
    })(),
    'max-warnings': Flags.integer({
      min: 0,
      description: '警告超过此数退出码为 1 / exit 1 above this number of warnings',
    }),
    quiet: Flags.boolean({description: '只报错误 / report errors only'}),
    stdin: Flags.boolean({
      description: '从标准输入读一篇文章 / read one article from standard input',
      dependsOn: ['stdin-filename'],
    }),
    'stdin-filename': Flags.string({
      description: '标准输入的文件名，决定格式和配置 / its name, for format and configuration',
      dependsOn: ['stdin'],
    }),
    'no-color': Flags.boolean({description: '不用颜色 / no colours'}),
    'print-config': Flags.string({
      description: '显示对这个文件生效的配置 / show the configuration that applies to this file',
    }),
  };

  async run(): Promise<void> {
    const {argv, flags} = await this.parse(Check);
    this.setLanguage(flags.lang as 'zh' | 'en' | undefined);
    const cwd = process.cwd();
    const rules = this.#ruleOverrides(flags.rule ?? []);
    const reports = await this.#reports(flags.format, flags['output-file'], cwd);
    if (!rules || !reports) return;
    const configs = new Configs({
      cwd,
      ruleOverrides: rules,
      ...(flags.config !== undefined && {configFile: flags.config}),
    });
    const printed = flags['print-config'];
    if (printed !== undefined) return this.#printConfig(configs, resolve(cwd, printed));
    if (flags.lang === undefined) this.setLanguage((await configs.for(resolve(cwd, 'article.txt'))).language);

    const notices = new NoticeBoard();
    const paths = argv.length > 0 ? (argv as string[]) : ['.'];
    const input = flags.stdin ? standardInput(flags['stdin-filename']!) : paths;
    const started = startRun(input, {
      cwd,
      configs,
      blocks: reports.some(({reporter}) => reporter.blocks),
      notice: notice => notices.add(notice),
    });
    const keep = flags.quiet ? (finding: Finding) => finding.severity === 'error' && !finding.suppressed : () => true;
    const {run, tally} = tallied(started, keep);
    await writeReports(run, reports, this.#reportOptions(flags['no-color']));

    for (const problem of started.problems) this.sayProblem(problem);
    for (const text of notices.texts()) this.say(text);
    const failOn: FailOn = {
      severity: flags['fail-on'],
      ...(flags['max-warnings'] !== undefined && {maxWarnings: flags['max-warnings']}),
    };
    if (flags['max-warnings'] !== undefined && tally.warnings > flags['max-warnings']) {
      const {warnings} = tally;
      const most = flags['max-warnings'];
      this.say({
        zh: `govlint: ${warnings} 个警告，超过了 --max-warnings ${most}`,
        en: `govlint: ${warnings} warnings, more than --max-warnings ${most}`,
      });
    }
    process.exitCode = exitCodeOf(tally, started.problems.length, failOn);
  }

  /** Reads `id=severity`; what cannot be read is said, and nothing is run. */
  #ruleOverrides(values: readonly string[]): Array<[string, Severity | 'off']> | undefined {
    const overrides: Array<[string, Severity | 'off']> = [];
    for (const value of values) {
      const match = /^(\S+)=(off|note|warning|error)$/.exec(value);
      if (!match) {
        this.say({
          zh: `govlint: --rule ${value} 写法不对，应为 规则=off|note|warning|error，如 --rule paired-marks=warning`,
          en: `govlint: --rule ${value} is not of the form id=off|note|warning|error, such as --rule paired-marks=warning`,
        });
        process.exitCode = 2;
        return undefined;
      }
      overrides.push([match[1]!, match[2] as Severity | 'off']);
    }
    return overrides;
  }

  async #reports(values: readonly string[], file: string | undefined, cwd: string): Promise<Report[] | undefined> {
    try {
      return await readReports(values, file, cwd);
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      this.say({zh: `govlint: ${error.text.zh}`, en: `govlint: ${error.text.en}`});
      process.exitCode = 2;
      return undefined;
    }
  }

  async #printConfig(configs: Configs, path: string): Promise<void> {
    const {printConfig} = await import('../config/print.js');
    process.stdout.write(`${JSON.stringify(printConfig(await configs.for(path)), undefined, 2)}\n`);
    for (const problem of configs.problems) this.sayProblem(problem);
    if (configs.problems.length > 0) process.exitCode = 2;
  }

  #reportOptions(noColor: boolean): ReportOptions {
    const {FORCE_COLOR, NO_COLOR} = process.env;
    const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
    const terminal = process.stdout.isTTY === true;
    return {
      language: this.language,
      color: !noColor && !NO_COLOR && (forced || (terminal && process.env.TERM !== 'dumb')),
      width: terminal ? Math.max(40, process.stdout.columns || 80) : 100,
      version: this.config.version,
      page: id => readPage(this.config.root, id),
    };
  }
}

function standardInput(path: string): VirtualFile {
  return {path, bytes: readFileSync(0)};
}
