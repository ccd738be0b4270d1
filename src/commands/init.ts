import {writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import * as Flags from '@oclif/core/flags';
import {BaseCommand} from '../cli/base-command.js';
import {template} from '../cli/config-template.js';

export default class Init extends BaseCommand {
  static override summary =
    '在当前文件夹写一个带注释的配置文件 / Write a commented configuration file into this folder';
  static override flags = {
    force: Flags.boolean({description: '覆盖已有的配置文件 / overwrite an existing one'}),
  };

  async run(): Promise<void> {
    const {flags} = await this.parse(Init);
    this.setLanguage(flags.lang as 'zh' | 'en' | undefined);
    const name = 'govlint.config.yaml';
    try {
      await writeFile(resolve(process.cwd(), name), template(this.language), {flag: flags.force ? 'w' : 'wx'});
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      this.say({
        zh: `govlint: 已经有 ${name} 了，没有改动；要覆盖请加 --force`,
        en: `govlint: ${name} is there already and was left as it is; add --force to overwrite it`,
      });
      process.exitCode = 2;
      return;
    }
    process.stdout.write(
      this.language === 'zh' ? `写好了 ${name}。试一试：govlint check\n` : `Wrote ${name}. Try: govlint check\n`,
    );
  }
}
