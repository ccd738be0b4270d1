import hook from '../cli/command-not-found.js';
import Check from './check.js';
import Explain from './explain.js';
import Init from './init.js';
import Inspect from './inspect.js';
import Lsp from './lsp.js';
import Merge from './merge.js';
import Report from './report.js';
import Rules from './rules.js';
import Train from './train.js';

/** Every command by its name; the bundle of the command line finds them here. */
export const COMMANDS = {
  check: Check,
  explain: Explain,
  init: Init,
  inspect: Inspect,
  lsp: Lsp,
  merge: Merge,
  rules: Rules,
  report: Report,
  train: Train,
};

export const COMMAND_NOT_FOUND = hook;
