import {Command} from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import type * as Interfaces from '@oclif/core/interfaces';
import {closest} from '../config/suggest.js';
import type {Language, Text} from '../core/rule.js';
import type {Problem} from '../core/run.js';
import {UserError} from '../core/user-error.js';
import type {Tally} from '../engine/tally.js';
import type {ReportOptions} from '../report/index.js';
import {exitCodeOf, type FailOn, tooManyWarnings} from './gate.js';
import {environmentLanguage, languageOf} from './language.js';
import {readPage} from './pages.js';

/** What is common to all commands: the language, and errors that end with exit code 2 and never cut the report. */
export abstract class BaseCommand extends Command {
  static override baseFlags: Interfaces.FlagInput = {
    lang: Flags.option({options: ['zh', 'en'] as const, description: '语言 / language (default: from LANG)'})(),
  };

  protected language: Language = 'en';

  override async init(): Promise<void> {
    await super.init();
    this.language = languageOf(this.argv, process.env);
  }

  protected setLanguage(...choices: Array<Language | undefined>): void {
    this.language = choices.find(choice => choice !== undefined) ?? environmentLanguage(process.env);
  }

  /** Says something to the user on stderr; stdout is for reports alone. */
  protected say(text: Text): void {
    process.stderr.write(`${printable(text[this.language])}\n`);
  }

  /** Says something under the name of the program. */
  protected sayError({zh, en}: Text): void {
    this.say({zh: `govlint: ${zh}`, en: `govlint: ${en}`});
  }

  protected sayProblem({path, message}: Problem): void {
    const where = path === undefined ? '' : `${path}${this.language === 'zh' ? '：' : ': '}`;
    this.say({zh: `govlint: ${where}${message.zh}`, en: `govlint: ${where}${message.en}`});
  }

  /** How reports look on this terminal. */
  protected reportOptions(noColor: boolean): ReportOptions {
    const {FORCE_COLOR, NO_COLOR, TERM} = process.env;
    const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
    const terminal = process.stdout.isTTY === true;
    return {
      language: this.language,
      color: !noColor && !NO_COLOR && (forced || (terminal && TERM !== 'dumb')),
      width: terminal ? Math.max(40, process.stdout.columns || 80) : 100,
      version: this.config.version,
      notice: text => this.sayError(text),
      page: id => readPage(this.config.root, id),
    };
  }

  /** Says what could not be checked, and sets the exit code of a run that has been reported. */
  protected close(tally: Tally, problems: readonly Problem[], failOn: FailOn): void {
    for (const problem of problems) this.sayProblem(problem);
    const warned = tooManyWarnings(tally, failOn);
    if (warned) this.sayError(warned);
    process.exitCode = exitCodeOf(tally, problems.length, failOn);
  }

  override async catch(error: Error & {flags?: string[]; oclif?: {exit?: number}}): Promise<void> {
    process.exitCode = 2;
    if (error.oclif?.exit === 0) {
      process.exitCode = 0;
      return;
    }
    const [unknown] = error.flags ?? [];
    if (error instanceof UserError) this.sayError(error.text);
    else if (unknown) this.say(await unknownOption(unknown, Object.keys(this.ctor.flags), this.id ?? ''));
    else if ('oclif' in error) this.say(usage(error.message, this.id ?? ''));
    else this.say(internal(error));
  }
}

async function unknownOption(option: string, known: readonly string[], command: string): Promise<Text> {
  const guess = await closest(option.replace(/^-+/, '').replace(/=.*$/, ''), known);
  return {
    zh: `govlint: 没有 ${option} 这个选项${guess ? `，是不是 --${guess}？` : '。'}全部选项见 govlint ${command} --help`,
    en: `govlint: unknown option ${option}.${guess ? ` Did you mean --${guess}?` : ''} See govlint ${command} --help`,
  };
}

function usage(message: string, command: string): Text {
  const [first] = message.split('\nSee more help');
  return {
    zh: `govlint: ${first}\n用法见 govlint ${command} --help`,
    en: `govlint: ${first}\nSee govlint ${command} --help`,
  };
}

function internal(error: Error): Text {
  const detail = process.env.GOVLINT_DEBUG ? (error.stack ?? error.message) : error.message;
  return {
    zh: `govlint: 程序内部出错：${detail}\n（设置环境变量 GOVLINT_DEBUG=1 可以看到详情，请附在问题报告里）`,
    en: `govlint: internal error: ${detail}\n(set GOVLINT_DEBUG=1 for the details and add them to a bug report)`,
  };
}

/** Keeps a file name or a piece of an article from sending control sequences to the terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
