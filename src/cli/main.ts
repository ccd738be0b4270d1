import {run} from '@oclif/core/run';
import {settings} from '@oclif/core/settings';
import {languageOf} from './language.js';

/** Runs the command line. Errors a command did not handle end here: a message on stderr and exit code 2. */
export async function main(root: string): Promise<void> {
  settings.enableAutoTranspile = false;
  const argv = process.argv.slice(2);
  try {
    await run(argv.length === 0 ? ['--help'] : argv, root);
  } catch (error) {
    const {oclif, message} = error as Error & {oclif?: {exit?: number}};
    if (oclif?.exit === 0) return;
    process.exitCode = 2;
    if (message && !message.startsWith('EEXIT')) {
      const hint = languageOf(argv, process.env) === 'zh' ? '用法见 govlint --help' : 'See govlint --help';
      process.stderr.write(`govlint: ${message}\n${hint}\n`);
    }
  }
}
