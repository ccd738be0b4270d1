import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import * as Args from '@oclif/core/args';
import type * as Interfaces from '@oclif/core/interfaces';
import {presets} from '../../rules/index.js';
import {BaseCommand} from '../cli/base-command.js';
import {checkFlags} from '../cli/check-flags.js';
import {fixingOf, withFixValues} from '../cli/fixing.js';
import {NoticeBoard} from '../cli/notices.js';
import {readReports, writeReports} from '../cli/reporting.js';
import {Configs} from '../config/load.js';
import type {Finding} from '../core/finding.js';
import type {Language, Severity} from '../core/rule.js';
import {UserError} from '../core/user-error.js';
import type {AnnotatedCopies} from '../engine/annotate.js';
import type {Baseline} from '../engine/baseline.js';
import type {Cache} from '../engine/cache.js';
import {type Shard, startRun, type VirtualFile} from '../engine/run.js';
import {type Filter, tallied} from '../engine/tally.js';

type CheckFlags = Interfaces.InferredFlags<typeof checkFlags> & {lang?: Language | undefined};

export default class Check extends BaseCommand {
  static override summary = '检查文章 / Check articles';
  static override description =
    '退出码 / exit code: 0 通过 / passed, 1 有问题 / findings, 2 没有检查成 / could not check';
  static override strict = false;
  static override examples = [
    '<%= config.bin %> check 稿件.md',
    '<%= config.bin %> check 稿件/ --format sarif --output-file report.sarif',
    '<%= config.bin %> check 稿件/ --fix',
    '<%= config.bin %> check "**/*.md" --rule paired-marks=warning --max-warnings 0',
  ];
  static override args = {
    paths: Args.string({
      ignoreStdin: true,
      description: '文件、文件夹或通配符，默认当前文件夹 / files, folders or globs (default: this folder)',
    }),
  };
  static override flags = checkFlags;

  async run(): Promise<void> {
    const {argv, flags} = await this.parse(Check, withFixValues(this.argv));
    this.setLanguage(flags.lang as 'zh' | 'en' | undefined);
    const cwd = process.cwd();
    if (flags['print-config'] !== undefined) return this.#printConfig(flags, resolve(cwd, flags['print-config']));
    const paths = argv as string[];
    const cache = flags.cache || flags.watch ? await this.#cache(flags, cwd) : undefined;
    await this.#once(paths, flags, cwd, cache);
    if (!flags.watch) return;
    const {changes} = await import('../cli/watch.js');
    const where = paths.length > 0 ? paths : ['.'];
    for await (const _ of changes(where, cwd)) {
      if (process.stdout.isTTY) process.stdout.write('\u001b[2J\u001b[3J\u001b[H');
      await this.#once(paths, flags, cwd, cache);
    }
  }

  async #once(argv: readonly string[], flags: CheckFlags, cwd: string, cache: Cache | undefined): Promise<void> {
    const fixing = await fixingOf(flags);
    const wanted = await readReports(flags.format, flags['output-file'], cwd);
    const reports = fixing?.diff ? [fixing.diff, ...wanted.filter(({file}) => file !== undefined)] : wanted;
    const configs = configsOf(flags, cwd);
    if (flags.lang === undefined) this.setLanguage((await configs.for(resolve(cwd, 'article.txt'))).language);
    const notices = new NoticeBoard();
    const {files, filters, baseline} = await this.#prepare(argv, flags, cwd, notices);
    const copies = flags.annotate === undefined ? undefined : await this.#copies(flags.annotate, argv, cwd);
    const timing = flags.timing ? new (await import('../engine/timing.js')).Timing() : undefined;
    const started = startRun(files, {
      cwd,
      configs,
      cache,
      ...(flags.concurrency !== undefined && {concurrency: flags.concurrency}),
      fixer: fixing?.fixer,
      timing,
      ...(flags.shard !== undefined && {shard: shardOf(flags.shard)}),
      blocks: reports.some(({reporter}) => reporter.blocks),
      ...(copies && {excluded: path => copies.holds(path)}),
      notice: notice => notices.add(notice),
    });
    const shown = flags.quiet ? (finding: Finding) => finding.severity === 'error' && !finding.suppressed : () => true;
    const {run: counted, tally} = tallied(started, filters, shown);
    const run = copies ? copies.along(counted) : counted;
    await writeReports(run, reports, this.reportOptions(flags['no-color']));
    if (timing) process.stderr.write(timing.table());
    for (const text of notices.texts()) this.say(text);
    for (const text of fixing?.texts() ?? []) this.sayError(text);
    if (copies) this.#sayCopies(copies, flags.annotate!);
    if (baseline) await this.#closeBaseline(baseline, flags['update-baseline']);
    this.close(tally, run.problems, {severity: flags['fail-on'], maxWarnings: flags['max-warnings']});
  }

  async #cache(flags: CheckFlags, cwd: string): Promise<Cache> {
    const {Cache} = await import('../engine/cache.js');
    const cache = new Cache(flags.cache ? resolve(cwd, flags['cache-location']) : undefined, this.config.version);
    if (cache.notice) this.sayError(cache.notice);
    return cache;
  }

  async #copies(folder: string, paths: readonly string[], cwd: string): Promise<AnnotatedCopies> {
    const {AnnotatedCopies} = await import('../engine/annotate.js');
    const checked = paths.length > 0 ? paths : ['.'];
    return new AnnotatedCopies(resolve(cwd, folder), checked, {cwd, language: this.language});
  }

  #sayCopies({written, skipped}: AnnotatedCopies, folder: string): void {
    if (written > 0)
      this.sayError({
        zh: `${written} 个 .docx 的批注副本写在 ${folder}`,
        en: `copies of ${written} .docx with comments are in ${folder}`,
      });
    if (skipped > 0)
      this.sayError({
        zh: `${skipped} 个文件不是 .docx，没有批注副本`,
        en: `${skipped} files are no .docx and have no copy with comments`,
      });
  }

  /** Which files are checked, and what of their findings counts. */
  async #prepare(argv: readonly string[], flags: CheckFlags, cwd: string, notices: NoticeBoard) {
    const filters: Filter[] = [];
    let files: readonly string[] | AsyncIterable<VirtualFile> = argv.length > 0 ? argv : ['.'];
    if (flags.stdin) files = standardInput(flags['stdin-filename']!);
    if (flags.staged || flags.diff || flags.since !== undefined) {
      const {changedSelection} = await import('../cli/selection.js');
      const selection = changedSelection(argv, flags, cwd, notice => notices.add(notice));
      ({files} = selection);
      if (selection.filter) filters.push(selection.filter);
      notices.leaveOutIgnored();
    }
    let baseline: Baseline | undefined;
    if (flags.baseline !== undefined || flags['update-baseline']) {
      const {Baseline} = await import('../engine/baseline.js');
      const file = resolve(cwd, flags.baseline ?? 'govlint-baseline.json');
      const known = Baseline.read(file, flags['update-baseline'] ? 'begin' : 'fail');
      filters.push(({path, findings}) => {
        const isKnown = known.know(resolve(cwd, path), findings);
        return flags['update-baseline'] ? () => false : finding => !isKnown(finding);
      });
      baseline = known;
    }
    return {files, filters, baseline};
  }

  async #closeBaseline(baseline: Baseline, update: boolean): Promise<void> {
    if (update) {
      const {known} = await baseline.write();
      this.say({
        zh: `govlint: 基线里有 ${known} 个已知的问题`,
        en: `govlint: ${known} known findings are in the baseline`,
      });
    } else if (baseline.obsolete > 0) {
      this.say({
        zh: `govlint: 基线里有 ${baseline.obsolete} 个问题已经没有了：用 --update-baseline 更新`,
        en: `govlint: ${baseline.obsolete} findings of the baseline are gone: bring it up to date with --update-baseline`,
      });
    }
  }

  async #printConfig(flags: CheckFlags, path: string): Promise<void> {
    const {printConfig} = await import('../config/print.js');
    const configs = configsOf(flags, process.cwd());
    process.stdout.write(`${JSON.stringify(printConfig(await configs.for(path)), undefined, 2)}\n`);
    for (const problem of configs.problems) this.sayProblem(problem);
    if (configs.problems.length > 0) process.exitCode = 2;
  }
}

function configsOf(flags: CheckFlags, cwd: string): Configs {
  const configFile = flags.config;
  return new Configs({
    cwd,
    ruleOverrides: [...presetOverrides(flags.preset), ...ruleOverrides(flags.rule ?? [])],
    ...(configFile !== undefined && {configFile}),
  });
}

async function* standardInput(path: string): AsyncGenerator<VirtualFile> {
  yield {path, bytes: readFileSync(0)};
}

function presetOverrides(name: string | undefined): Array<[string, Severity | 'off']> {
  const settings = name === undefined ? {} : presets[`govlint:${name}`]!;
  return Object.entries(settings).map(([id, setting]) => [id, typeof setting === 'string' ? setting : setting[0]]);
}

/**
 * Reads `id=severity`.
 * @throws {UserError}
 */
function ruleOverrides(values: readonly string[]): Array<[string, Severity | 'off']> {
  return values.map(value => {
    const match = /^(\S+)=(off|note|warning|error)$/.exec(value);
    if (match) return [match[1]!, match[2] as Severity | 'off'];
    throw new UserError({
      zh: `--rule ${value} 写法不对，应为 规则=off|note|warning|error，如 --rule paired-marks=warning`,
      en: `--rule ${value} is not of the form id=off|note|warning|error, such as --rule paired-marks=warning`,
    });
  });
}

/**
 * Reads `2/8`.
 * @throws {UserError}
 */
function shardOf(value: string): Shard {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(value);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (index >= 1 && index <= count) return {index, count};
  throw new UserError({
    zh: `--shard ${value} 写法不对，应为 第几份/共几份，如 --shard 2/8`,
    en: `--shard ${value} is not of the form part/parts, such as --shard 2/8`,
  });
}
