import {resolve} from 'node:path';
import * as Args from '@oclif/core/args';
import {BaseCommand} from '../cli/base-command.js';
import {readPage} from '../cli/pages.js';
import {Configs} from '../config/load.js';
import {closest} from '../config/suggest.js';

export default class Explain extends BaseCommand {
  static override summary = '说明一条规则：依据、正误示例、选项 / Explain a rule: clauses, examples, options';
  static override args = {rule: Args.string({required: true, ignoreStdin: true, description: '规则名 / rule id'})};

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Explain);
    const cwd = process.cwd();
    const configs = new Configs({cwd});
    const {language} = await configs.for(resolve(cwd, 'article.txt'));
    this.setLanguage((flags as {lang?: 'zh' | 'en'}).lang, language);
    const rule = configs.rules.get(args.rule);
    if (!rule) {
      const guess = await closest(args.rule, configs.rules.keys());
      this.say({
        zh: `govlint: 没有“${args.rule}”这条规则${guess ? `，是不是 ${guess}？` : '。'}全部规则见 govlint rules`,
        en: `govlint: unknown rule \`${args.rule}\`.${guess ? ` Did you mean ${guess}?` : ''} See govlint rules`,
      });
      process.exitCode = 2;
      return;
    }
    const page = await readPage(this.config.root, rule.id);
    const {summary, basis, url} = rule;
    process.stdout.write(
      page ?? `# ${rule.id}\n\n${summary[this.language]}\n\n${basis.join('\n')}\n${url ? `\n${url}\n` : ''}`,
    );
  }
}
