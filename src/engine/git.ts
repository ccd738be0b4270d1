import {spawn, spawnSync} from 'node:child_process';
import {relative, resolve} from 'node:path';
import {UserError} from '../core/user-error.js';

function gitFailed(reason: string): UserError {
  const said = reason.trim().split('\n')[0] ?? '';
  return new UserError({zh: `git 出错：${said}`, en: `git failed: ${said}`});
}

/** A file as git knows it in some state. */
export interface Changed {
  /** Relative to the folder the command runs in, with `/`. */
  readonly path: string;
  /** Name of its content; zeros when it is the one in the working tree. */
  readonly blob: string;
  /** The changed lines, 1-based and inclusive, in order; undefined when all of them are. */
  readonly lines?: ReadonlyArray<readonly [first: number, last: number]>;
}

export interface ChangedOptions {
  /** Absolute. */
  readonly cwd: string;
  /** The index against HEAD, instead of the working tree. */
  readonly staged?: boolean;
  /** The commit to compare with, from where the two parted; HEAD when left out. */
  readonly since?: string;
  /** Files and folders to keep to, as given on the command line; all when empty. */
  readonly paths: readonly string[];
}

const REGULAR_FILE = /^100/;

/**
 * The files that changed, added ones included and deleted ones not, with their changed lines.
 * Names come with -z, as they are: 附件1(名单).txt and 稿件/春节 放假.md need no quoting.
 * @throws {UserError} outside a repository, for an unknown commit, and where there is no git.
 */
export function changedFiles({cwd, staged = false, since, paths}: ChangedOptions): Changed[] {
  const top = git(['rev-parse', '--show-toplevel'], cwd).replace(/\r?\n$/, '');
  const scope = paths.length === 0 ? [] : ['--', ...paths.map(path => `:(literal)${path}`)];
  const against = since === undefined ? (staged ? [] : headOf(cwd)) : ['--merge-base', since];
  const options = [
    '--raw',
    '-p',
    '-U0',
    '-z',
    '--no-abbrev',
    '--no-renames',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
  ];
  const output = git(
    ['diff', ...options, '--diff-filter=ACMT', ...(staged ? ['--cached'] : []), ...against, ...scope],
    cwd,
  );
  const changed = parseDiff(output).map(file => ({...file, path: fromFolder(cwd, top, file.path)}));
  if (staged) return changed;
  const untracked = git(['ls-files', '--others', '--exclude-standard', '-z', ...scope], cwd)
    .split('\0')
    .filter(Boolean);
  return [...changed, ...untracked.map(path => ({path, blob: ''}))];
}

/** A repository without a commit has no HEAD; everything in it is new. */
function headOf(cwd: string): string[] {
  const {status} = spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], {cwd});
  return [status === 0 ? 'HEAD' : EMPTY_TREE];
}

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

function fromFolder(cwd: string, top: string, path: string): string {
  return relative(cwd, resolve(top, path)).replaceAll('\\', '/') || path;
}

/**
 * Reads `git diff --raw -p -U0 -z`: first `:100644 100644 old new M\0name\0` for each file, then a patch for each in the
 * same order, in which every line of content begins with + or -.
 */
function parseDiff(output: string): Changed[] {
  const files: Array<{path: string; blob: string; regular: boolean}> = [];
  let at = 0;
  while (output[at] === ':') {
    const end = output.indexOf('\0', at);
    const name = output.indexOf('\0', end + 1);
    const [, mode = '', , blob = ''] = output.slice(at + 1, end).split(' ');
    files.push({path: output.slice(end + 1, name), blob, regular: REGULAR_FILE.test(mode)});
    at = name + 1;
  }
  const patches = output.slice(at).split(/(?:^|\n|\0)diff --git /);
  return files.flatMap(({regular, ...file}, index) => {
    if (!regular) return [];
    const patch = patches[index + 1] ?? '';
    const hunks = [...patch.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)];
    // No hunks: the file is binary to git (UTF-16, Word), or only its mode changed.
    return hunks.length === 0 ? [file] : [{...file, lines: hunks.map(linesOf)}];
  });
}

function linesOf([, first, count = '1']: RegExpMatchArray): readonly [number, number] {
  const from = Number(first);
  // Where lines were only taken out, those around the place are what changed; articles have blank lines between.
  return count === '0' ? [Math.max(1, from - 1), from + 2] : [from, from + Number(count) - 1];
}

function git(args: readonly string[], cwd: string): string {
  const {error, status, stdout, stderr} = spawnSync('git', args, {cwd, encoding: 'utf8', maxBuffer: 2 ** 30});
  if (error)
    throw gitFailed((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'git is not installed' : error.message);
  if (status !== 0) throw gitFailed(stderr.replace(/^(?:fatal|error): /, ''));
  return stdout;
}

/**
 * The contents of blobs, in order, from one git process.
 * @throws {UserError}
 */
export async function* readBlobs(blobs: readonly string[], cwd: string): AsyncGenerator<Uint8Array> {
  if (blobs.length === 0) return;
  const child = spawn('git', ['cat-file', '--batch'], {cwd, stdio: ['pipe', 'pipe', 'inherit']});
  const failed = new Promise<never>((_, reject) => child.once('error', error => reject(gitFailed(error.message))));
  failed.catch(() => {});
  child.stdin.on('error', () => {});
  child.stdin.end(blobs.map(blob => `${blob}\n`).join(''));
  const chunks = child.stdout[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async () => {
    const next = await Promise.race([chunks.next(), failed]);
    if (next.done) throw gitFailed('cat-file ended early');
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value as Buffer]);
  };
  for (const blob of blobs) {
    let lineEnd = rest.indexOf(10);
    while (lineEnd === -1) {
      await more();
      lineEnd = rest.indexOf(10);
    }
    const [, type, size] = rest.subarray(0, lineEnd).toString().split(' ');
    if (type !== 'blob') throw gitFailed(`${blob} is no file content`);
    const end = lineEnd + 1 + Number(size);
    const parts: Buffer[] = [rest];
    let length = rest.length;
    // Collected and joined once: a large file comes in many chunks.
    while (length <= end) {
      const next = await Promise.race([chunks.next(), failed]);
      if (next.done) throw gitFailed('cat-file ended early');
      parts.push(next.value as Buffer);
      length += (next.value as Buffer).length;
    }
    rest = parts.length === 1 ? rest : Buffer.concat(parts);
    yield rest.subarray(lineEnd + 1, end);
    rest = rest.subarray(end + 1);
  }
}
