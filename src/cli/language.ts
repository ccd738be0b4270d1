import type {Language} from '../core/rule.js';

/** The language to speak when nobody says: Chinese when the environment says zh, else English. */
export function environmentLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  // Windows sets none of these; there the user's own setting is what Intl knows.
  return (locale ?? Intl.DateTimeFormat().resolvedOptions().locale).toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Reads `--lang` straight from the arguments, for errors that arise before they are parsed. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const index = argv.findIndex(argument => argument === '--lang' || argument.startsWith('--lang='));
  const value = index === -1 ? undefined : argv[index]!.includes('=') ? argv[index]!.slice(7) : argv[index + 1];
  return value === 'zh' || value === 'en' ? value : environmentLanguage(env);
}
