import {createHash} from 'node:crypto';
import {resolve} from 'node:path';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import {BaseCommand} from '../cli/base-command.js';
import {Configs} from '../config/load.js';
import {UserError} from '../core/user-error.js';
import {FileChecker} from '../engine/check-file.js';
import {readBytes} from '../engine/read.js';
import {writeFileAtomically} from '../engine/write.js';

export default class Report extends BaseCommand {
  static override summary = '为一篇稿件写检查单 / Write a sheet about a draft';
  static override description =
    '三审三校检查单：内容摘要、规则、未处理的问题、三处签字 / the check sheet of the three reviews: digest, rules, open findings, signatures';
  static override examples = [
    '<%= config.bin %> report --sheet 稿件.docx -o 检查单.html',
    '<%= config.bin %> report --sheet 稿件.md > 检查单.md',
  ];
  static override args = {draft: Args.string({required: true, ignoreStdin: true, description: '稿件 / the draft'})};
  static override flags = {
    sheet: Flags.boolean({default: true, description: '三审三校检查单 / the check sheet of the three reviews'}),
    'output-file': Flags.string({
      char: 'o',
      helpValue: 'FILE',
      description: '写入文件，.html 为网页，其他为 Markdown / write to a file: .html is a page, all else Markdown',
    }),
    config: Flags.string({char: 'c', helpValue: 'FILE', description: '使用这个配置文件 / use this configuration file'}),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Report);
    const cwd = process.cwd();
    const absolute = resolve(cwd, args.draft);
    const configs = new Configs({cwd, ...(flags.config !== undefined && {configFile: flags.config})});
    const config = await configs.for(absolute);
    this.setLanguage((flags as {lang?: 'zh' | 'en'}).lang, config.language);
    const bytes = bytesOf(args.draft, absolute);
    const outcome = await new FileChecker({configs, blocks: true}).check({path: args.draft, absolute, bytes});
    if ('problem' in outcome) throw new UserError(named(args.draft, outcome.problem.message));
    const {sheetHtml, sheetMarkdown} = await import('../report/sheet.js');
    const output = flags['output-file'];
    const write = output !== undefined && /\.html?$/i.test(output) ? sheetHtml : sheetMarkdown;
    const text = write(outcome.result, {
      title: outcome.result.blocks?.find(({role}) => role === 'title')?.text,
      digest: createHash('sha256').update(bytes).digest('hex'),
      version: this.config.version,
      active: config.rules.map(({rule, severity}) => [rule.id, severity] as const),
      checkedAt: new Date(),
      rules: configs.rules,
      language: this.language,
    });
    if (output === undefined) process.stdout.write(text);
    else await writeFileAtomically(resolve(cwd, output), [text]);
    for (const problem of configs.problems) this.sayProblem(problem);
    if (configs.problems.length > 0) process.exitCode = 2;
  }
}

function bytesOf(draft: string, absolute: string): Uint8Array {
  try {
    return readBytes(absolute);
  } catch (error) {
    throw error instanceof UserError ? new UserError(named(draft, error.text)) : error;
  }
}

function named(draft: string, {zh, en}: UserError['text']): UserError['text'] {
  return {zh: `${draft}：${zh}`, en: `${draft}: ${en}`};
}
