import type {Text} from '../core/rule.js';
import type {Run} from '../core/run.js';
import {Fixer} from '../engine/fix.js';
import type {Report} from './reporting.js';

export interface FixFlags {
  readonly fix?: 'safe' | 'suggested' | undefined;
  readonly 'fix-dry-run'?: 'safe' | 'suggested' | undefined;
}

/** What `--fix` and `--fix-dry-run` ask for. */
export interface Fixing {
  readonly fixer: Fixer;
  /** On a dry run: writes the diffs to standard output, which is theirs alone. */
  readonly diff?: Report;
  /** What is to be said after the run. */
  texts(): Text[];
}

/** Gives `--fix` and `--fix-dry-run` their value: oclif knows no options whose value may be left out. */
export function withFixValues(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((word, index) =>
    (word === '--fix' || word === '--fix-dry-run') && (end === -1 || index < end) ? `${word}=safe` : word,
  );
}

export async function fixingOf({fix, 'fix-dry-run': dry}: FixFlags): Promise<Fixing | undefined> {
  if (fix === undefined && dry === undefined) return undefined;
  const kind = fix === 'suggested' || dry === 'suggested' ? 'suggested' : 'safe';
  if (dry === undefined) {
    const fixer = new Fixer({kind});
    return {fixer, texts: () => fixer.notices};
  }
  const {formatPatch, FILE_HEADERS_ONLY, OMIT_HEADERS, structuredPatch} = await import('diff');
  const patches: string[] = [];
  const fixer = new Fixer({
    kind,
    dryRun: (path, before, after) => {
      const name = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
      const patch = structuredPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {context: 3});
      // The library writes Chinese names in octal numbers, which nobody can read; git takes them as they are.
      const plain = !/["\\\p{Cc}]/u.test(name);
      const hunks = formatPatch(patch, plain ? OMIT_HEADERS : FILE_HEADERS_ONLY);
      // Behind a name with a space, git wants a tab.
      const tab = name.includes(' ') ? '\t' : '';
      patches.push(plain ? `--- a/${name}${tab}\n+++ b/${name}${tab}\n${hunks}` : hunks);
    },
  });
  async function* diffs(run: Run): AsyncGenerator<string> {
    for await (const _ of run.files) yield* patches.splice(0);
  }
  return {fixer, diff: {reporter: diffs, format: 'diff'}, texts: () => [...fixer.notices, wouldFix(fixer)]};
}

function wouldFix({fixed, files}: Fixer): Text {
  return fixed === 0
    ? {zh: '没有可以自动修复的问题', en: 'nothing to fix'}
    : {
        zh: `可以修复 ${fixed} 处，涉及 ${files} 个文件；没有改动文件`,
        en: `${fixed === 1 ? '1 finding' : `${fixed} findings`} in ${files === 1 ? '1 file' : `${files} files`} can be fixed; no file was changed`,
      };
}
