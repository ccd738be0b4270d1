import {resolve} from 'node:path';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import {BaseCommand} from '../cli/base-command.js';
import {inspect, inspectionText} from '../cli/inspection.js';
import {Configs} from '../config/load.js';
import type {Article} from '../core/article.js';
import {parseArticle, readBytes} from '../engine/read.js';
import {writeStream} from '../engine/write.js';
import {UnreadableError} from '../formats/format.js';

export default class Inspect extends BaseCommand {
  static override summary =
    '显示从一个文件读出了什么：元数据、段落及其位置 / Show what is read of a file: metadata and blocks with their places';
  static override examples = ['<%= config.bin %> inspect 稿件.html', '<%= config.bin %> inspect 稿件.md --format json'];
  static override args = {file: Args.string({required: true, ignoreStdin: true, description: '文件 / a file'})};
  static override flags = {
    format: Flags.option({
      options: ['text', 'json'] as const,
      default: 'text',
      description: '输出格式 / output format',
    })(),
    config: Flags.string({char: 'c', description: '使用这个配置文件 / use this configuration file'}),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Inspect);
    const cwd = process.cwd();
    const configs = new Configs({cwd, ...(flags.config !== undefined && {configFile: flags.config})});
    const absolute = resolve(cwd, args.file);
    const config = await configs.for(absolute);
    this.setLanguage(flags.lang as 'zh' | 'en' | undefined, config.language);
    for (const problem of configs.problems) this.sayProblem(problem);
    if (configs.problems.length > 0) process.exitCode = 2;
    let article: Article;
    try {
      article = await parseArticle(args.file, () => readBytes(absolute), config);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      this.sayProblem({code: 'unreadable-file', path: args.file, message: error.text});
      process.exitCode = 2;
      return;
    }
    const inspection = inspect(article);
    const width = process.stdout.isTTY ? Math.max(40, process.stdout.columns || 80) : 100;
    await writeStream(
      process.stdout,
      flags.format === 'json'
        ? [`${JSON.stringify(inspection, undefined, 2)}\n`]
        : [inspectionText(inspection, this.language, width)],
    );
  }
}
