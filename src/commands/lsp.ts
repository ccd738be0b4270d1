import * as Flags from '@oclif/core/flags';
import {BaseCommand} from '../cli/base-command.js';
import {readPage} from '../cli/pages.js';

export default class Lsp extends BaseCommand {
  static override summary = '供编辑器使用的语言服务器 / Language server for editors';
  static override description = '通过标准输入输出与编辑器通信 / speaks the Language Server Protocol over stdio';
  static override flags = {
    stdio: Flags.boolean({default: true, description: '标准输入输出 / standard input and output'}),
  };

  async run(): Promise<void> {
    const {flags} = await this.parse(Lsp);
    this.setLanguage(flags.lang as 'zh' | 'en' | undefined);
    const {serve} = await import('../lsp/server.js');
    await serve({
      version: this.config.version,
      language: this.language,
      page: id => readPage(this.config.root, id),
    });
  }
}
