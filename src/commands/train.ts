import {createHash} from 'node:crypto';
import {dirname, relative, resolve} from 'node:path';
import * as Flags from '@oclif/core/flags';
import {BaseCommand} from '../cli/base-command.js';
import {NoticeBoard} from '../cli/notices.js';
import {Configs} from '../config/load.js';
import type {Problem} from '../core/run.js';
import type {Trained} from '../learn/train.js';

/** Files that cannot be read are named up to here and counted beyond. */
const NAMED = 20;

export default class Train extends BaseCommand {
  static override summary = '从本单位的文章学习漏标点模型 / Adapt the model of missing marks to your own articles';
  static override description =
    `写出的文件供规则 missing-clause-punctuation 的选项 model 使用；中断后再运行同一命令会接着做 / the file it writes is for the option \`model\` of missing-clause-punctuation; interrupted, the same command goes on where it stopped

退出码 / exit code: 0 学完 / done, 1 学完但有文件读不出来 / done, but files could not be read, 2 没有学成 / nothing written, 130 中断 / interrupted`;
  static override examples = [
    '<%= config.bin %> train --corpus 历年稿件/ --output site.model',
    '<%= config.bin %> train --corpus 历年稿件/ --output site.model --json > figures.json',
  ];
  static override flags = {
    corpus: Flags.string({
      required: true,
      helpValue: 'DIR',
      description: '文章所在的文件夹，格式与 check 相同 / the folder of articles, in any format that check reads',
    }),
    output: Flags.string({
      char: 'o',
      required: true,
      helpValue: 'FILE',
      description: '写到这个文件 / the file to write',
    }),
    force: Flags.boolean({
      description: '覆盖已有的文件，丢弃别次训练的进度 / overwrite the file, and drop the state of another run',
    }),
    'save-every': Flags.integer({
      min: 0,
      default: 30,
      helpValue: 'SECONDS',
      description: '每隔多少秒存一次进度 / seconds between two saves of the state beside the output',
    }),
    config: Flags.string({char: 'c', helpValue: 'FILE', description: '使用这个配置文件 / use this configuration file'}),
    json: Flags.boolean({description: '输出 JSON / print JSON'}),
  };

  async run(): Promise<void> {
    const {flags} = await this.parse(Train);
    const cwd = process.cwd();
    const configs = new Configs({cwd, ...(flags.config !== undefined && {configFile: flags.config})});
    const {language, files} = await configs.for(resolve(cwd, 'article.txt'));
    this.setLanguage(flags.lang as 'zh' | 'en' | undefined, language);
    const output = resolve(cwd, flags.output);
    const notices = new NoticeBoard();
    const {ProgressBar} = await import('../cli/progress.js');
    const bar = new ProgressBar(this.language);
    const problems: Problem[] = [];
    const {train} = await import('../learn/train.js');
    const trained = await train({
      cwd,
      corpus: flags.corpus,
      output,
      base: await shippedModel(),
      configs,
      version: this.config.version,
      force: flags.force,
      saveEvery: flags['save-every'],
      signal: interruption(),
      progress: progress => bar.show(progress),
      resumed: () => this.sayError({zh: '接着上次中断的地方做', en: 'going on where the last run stopped'}),
      notice: notice => notices.add(notice),
      problem: problem => {
        problems.push(problem);
        bar.clear();
        if (problems.length <= NAMED) this.sayProblem(problem);
      },
    }).finally(() => bar.clear());
    for (const problem of configs.problems) this.sayProblem(problem);
    for (const text of notices.texts()) this.say(text);
    if (!trained) return this.#sayStopped(flags.output);
    process.exitCode = trained.unread + problems.length + configs.problems.length > 0 ? 1 : 0;
    await this.#print(trained, flags, relative(dirname(files.at(-1) ?? resolve(cwd, 'config')), output));
  }

  #sayStopped(output: string): void {
    process.exitCode = 130;
    this.sayError({
      zh: `停下了，进度在 ${output}.state：再运行同一命令就接着做`,
      en: `stopped; where it stands is in ${output}.state: the same command goes on from there`,
    });
  }

  /** @param path of the table as the configuration is to name it. */
  async #print(trained: Trained, {output, json}: {output: string; json: boolean}, path: string): Promise<void> {
    const {trainedText} = await import('../cli/trained.js');
    const text = json
      ? JSON.stringify({output, ...trained}, undefined, 2)
      : trainedText(trained, {output, path: path.replaceAll('\\', '/'), language: this.language});
    process.stdout.write(`${text}\n`);
  }
}

async function shippedModel() {
  const [{table}, {modelFrom}] = await Promise.all([
    import('../../rules/data/missing-clause-punctuation.js'),
    import('../core/gap-model.js'),
  ]);
  return {model: modelFrom(table), digest: createHash('sha1').update(table).digest('base64url')};
}

/** Ctrl-C, or the system's wish to end, lets the run save where it stands; a second one ends it at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
