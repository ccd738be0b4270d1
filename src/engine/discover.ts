import {type Dirent, readdirSync, realpathSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {Problem} from '../core/run.js';
import {extensions, formatOf} from '../formats/index.js';

export interface DiscoverOptions {
  /** Absolute; relative arguments count from here. */
  readonly cwd: string;
  /** Whether the configuration's `ignores` leave an absolute path out. */
  ignored(path: string, isDirectory: boolean): Promise<boolean>;
  /** Told of each argument that yields nothing, and of folders that cannot be read. */
  problem(problem: Problem): void;
  /** Told of what is left out without being wrong. */
  notice(notice: Notice): void;
}

/**
 * `ignored`: an argument that the configuration leaves out. `other-format`: an article in a format that is not read.
 * `no-article`: a web page that only leads to articles.
 */
export interface Notice {
  readonly kind: 'ignored' | 'other-format' | 'no-article';
  readonly path: string;
}

/** Files that may hold articles though govlint does not read them: met in a folder, they are spoken of, not passed over. */
const OTHER_ARTICLES = /\.(?:docx?|wps|wpt|rtf|odt|pdf|ofd)$/i;

/** What Word and WPS put beside a document while it is open. */
const OWNER_FILE = /(?:^|[\\/])~\$[^\\/]*$/;

/** Whether govlint reads a file, would like to, or has nothing to do with it. */
export function kindOf(path: string): 'article' | 'other-format' | undefined {
  if (OWNER_FILE.test(path)) return undefined;
  if (formatOf(path)) return 'article';
  return OTHER_ARTICLES.test(path) ? 'other-format' : undefined;
}

/** Folders that hold no articles. */
const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.svn', '.hg']);
const GLOB_CHARACTERS = /[*?[\]{}()!+@]/;

/**
 * Finds the files to check, in the order of the arguments and by name within a folder, each once. An argument is looked
 * up as it stands first and read as a pattern only when nothing is there: 附件1(名单).txt and [通知].md are names.
 */
export async function* discover(paths: readonly string[], options: DiscoverOptions): AsyncGenerator<string> {
  // A single argument names no file twice, and may be a folder of millions.
  if (paths.length === 1) return yield* expand(paths[0]!, options);
  const seen = new Set<string>();
  for (const argument of paths) {
    for await (const file of expand(argument, options)) {
      const key = resolve(options.cwd, file);
      if (seen.has(key)) continue;
      seen.add(key);
      yield file;
    }
  }
}

async function* expand(argument: string, options: DiscoverOptions): AsyncGenerator<string> {
  const absolute = resolve(options.cwd, argument);
  const stats = statSync(absolute, {throwIfNoEntry: false});
  if (stats?.isDirectory()) yield* folder(argument, options);
  else if (stats) {
    if (await options.ignored(absolute, false)) options.notice({kind: 'ignored', path: argument});
    else yield argument;
  } else if (GLOB_CHARACTERS.test(argument)) yield* pattern(argument, options);
  else options.problem(notFound(argument));
}

function notFound(path: string): Problem {
  return {
    code: 'path-not-found',
    path,
    message: {zh: '没有这个文件或文件夹：请检查路径', en: 'no such file or folder: check the path'},
  };
}

async function* folder(argument: string, options: DiscoverOptions): AsyncGenerator<string> {
  let found = false;
  for await (const file of walk(argument, options, new Set())) {
    if (formatOf(file)) {
      found = true;
      yield file;
    } else options.notice({kind: 'other-format', path: file});
  }
  if (!found) options.problem(nothingToCheck(argument));
}

function nothingToCheck(path: string): Problem {
  const known = extensions.join(' ');
  return {
    code: 'no-match',
    path,
    message: {
      zh: `这里没有可以检查的文章（${known}）`,
      en: `there is no article to check here (${known})`,
    },
  };
}

/** Files of a folder that may be articles. A symbolic link is followed once, so that loops end. */
async function* walk(path: string, options: DiscoverOptions, visited: Set<string>): AsyncGenerator<string> {
  const absolute = resolve(options.cwd, path);
  let entries: Dirent[];
  try {
    const real = realpathSync(absolute);
    if (visited.has(real)) return;
    visited.add(real);
    entries = readdirSync(absolute, {withFileTypes: true});
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    options.problem({
      code: 'unreadable-file',
      path,
      message: {zh: `文件夹无法读取（${reason}）`, en: `the folder cannot be read (${reason})`},
    });
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const child = join(path, entry.name);
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && isFolderLink(resolve(options.cwd, child)));
    if (isFolder ? SKIPPED_FOLDERS.has(entry.name) : !kindOf(child)) continue;
    if (await options.ignored(resolve(options.cwd, child), isFolder)) continue;
    if (isFolder) yield* walk(child, options, visited);
    else yield child;
  }
}

function isFolderLink(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false;
}

async function* pattern(argument: string, options: DiscoverOptions): AsyncGenerator<string> {
  const {globby} = await import('globby');
  const matches = await globby(argument.replaceAll('\\', '/'), {
    cwd: options.cwd,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  matches.sort();
  let found = false;
  for (const match of matches) {
    if (await options.ignored(resolve(options.cwd, match), false)) continue;
    if (formatOf(match)) {
      found = true;
      yield match;
    } else if (OTHER_ARTICLES.test(match)) options.notice({kind: 'other-format', path: match});
  }
  if (!found) {
    const known = extensions.join(' ');
    options.problem({
      code: 'no-match',
      path: argument,
      message: {
        zh: `没有文件与这个模式相符，或者都不是可以检查的文章（${known}）`,
        en: `no file matches this pattern, or none is an article that can be checked (${known})`,
      },
    });
  }
}
