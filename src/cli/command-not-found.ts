import {existsSync} from 'node:fs';
import type {Hook} from '@oclif/core/hooks';
import {closest} from '../config/suggest.js';
import {printable} from './base-command.js';
import {languageOf} from './language.js';

/** Says which command was meant; a path where a command should stand means `govlint check`. */
const hook: Hook<'command_not_found'> = async ({id, argv = [], config}) => {
  const name = id.replaceAll(':', ' ');
  const typed = [name, ...argv].join(' ');
  const guess =
    existsSync(id) || existsSync(name) || /[./\\*]/.test(name)
      ? `check ${typed}`
      : await closest(name.split(' ')[0]!, config.commandIDs);
  process.exitCode = 2;
  const said =
    languageOf(process.argv.slice(2), process.env) === 'zh'
      ? `govlint: 没有“${name}”这个命令${guess ? `，是不是 govlint ${guess}？` : '。'}全部命令见 govlint --help`
      : `govlint: unknown command \`${name}\`.${guess ? ` Did you mean govlint ${guess}?` : ''} See govlint --help`;
  process.stderr.write(`${printable(said)}\n`);
};

export default hook;
