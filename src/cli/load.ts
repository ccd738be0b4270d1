import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire, Module} from 'node:module';
import {homedir, tmpdir} from 'node:os';
import {dirname, isAbsolute, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Script} from 'node:vm';
import {crc32} from 'node:zlib';

/** What src/commands/bundle.ts gives out to those that load it here. */
interface Bundle {
  main(root: string): Promise<void>;
  work(): Promise<void>;
}

/** The whole command line in one file, which the build writes: an expression that is a function, in ASCII. */
const file = fileURLToPath(new URL('../../cli/main.cjs', import.meta.url));
const source = readFileSync(file);
/** Of which Node and which bundle the code is: V8 itself looks at little more than lengths. */
const origin = `${process.version} ${process.arch} ${crc32(source)} ${source.length}`;
const home = homeOfUser();
let script: Script | undefined;

/**
 * Loads the command line. Compiling it takes longer than checking an article, so what V8 compiled is kept beside the file
 * between runs. Node's own cache of modules (from 22 on) does without the functions that are compiled when first called.
 */
export function load(): Bundle {
  // oclif ends with an error where there is no home.
  if (home === undefined) process.env.HOME = tmpdir();
  const loaded = new Module(file);
  loaded.filename = file;
  const require = createRequire(file);
  require.cache[file] = loaded;
  const cachedData = readCode();
  script = new Script(source.toString('latin1'), {filename: file, ...(cachedData && {cachedData})});
  const run = script.runInThisContext() as (...parts: unknown[]) => void;
  run(loaded.exports, require, loaded, file, dirname(file));
  loaded.loaded = true;
  return loaded.exports as Bundle;
}

/** The user's own folder; undefined for a user without one, as containers run programs: threads see the one set for oclif. */
function homeOfUser(): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) && home !== tmpdir() ? home : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps what has been compiled for later runs, unless it came from an earlier one; best called when much has run. Where it
 * cannot be kept, the next run compiles again.
 */
export function keepCode(): void {
  if (!script || script.cachedDataRejected === false) return;
  const code = script.createCachedData();
  const bytes = Buffer.concat([Buffer.from(header(code)), code]);
  codeFiles().some(codeFile => isWritten(codeFile, bytes));
}

/**
 * Where compiled code is kept: beside the file, or where that belongs to somebody else, with the user. Never in a folder
 * that others can write to: it is run as it lies there.
 */
function codeFiles(): string[] {
  const beside = `${file}.code`;
  return home === undefined ? [beside] : [beside, join(home, '.cache', 'govlint', `${crc32(origin)}.code`)];
}

/** The file is replaced whole, so that two runs at once cannot damage it. */
function isWritten(codeFile: string, bytes: Uint8Array): boolean {
  const own = `${codeFile}.${process.pid}`;
  try {
    mkdirSync(dirname(codeFile), {recursive: true});
    writeFileSync(own, bytes);
  } catch {
    return false;
  }
  try {
    renameSync(own, codeFile);
    return true;
  } catch {
    rmSync(own, {force: true});
    return false;
  }
}

function readCode(): Buffer | undefined {
  for (const codeFile of codeFiles()) {
    if (!existsSync(codeFile)) continue;
    try {
      const bytes = readFileSync(codeFile);
      const end = bytes.indexOf(10) + 1;
      const code = bytes.subarray(end);
      if (bytes.toString('latin1', 0, end) === header(code)) return code;
    } catch {
      // What cannot be read is compiled again.
    }
  }
  return undefined;
}

function header(code: Uint8Array): string {
  return `${origin} ${crc32(code)}\n`;
}
