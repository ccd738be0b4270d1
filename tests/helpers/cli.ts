import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll} from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/run.js', import.meta.url));
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true});
});

export interface Output {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A new folder with these files, removed after the tests. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'govlint-'));
  folders.push(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), {recursive: true});
    writeFileSync(join(path, name), content);
  }
  return path;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  /** Of another installation than the one under test. */
  readonly bin?: string;
}

/** Runs the built CLI as a user does: a process of its own, with pipes. */
export function govlint(
  args: readonly string[],
  {cwd = folder(), input, env = {}, bin = BIN}: RunOptions = {},
): Promise<Output> {
  const {NO_COLOR, FORCE_COLOR, LC_ALL, LC_MESSAGES, ...rest} = process.env;
  const child = spawn(process.execPath, [bin, ...args], {cwd, env: {...rest, LANG: 'zh_CN.UTF-8', ...env}});
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code =>
      resolve({code, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8')}),
    );
  });
}

/** An article without a fault. */
export const CLEAN = `青山县开展义务植树活动

来源：青山县林业和草原局　发布时间：2024-03-12 16:20

3月12日，青山县机关干部到白鹤塘村开展义务植树活动，共栽植树苗三百余株。
`;

/** An article with one error: 《 is missing at 5:14. */
export const FAULTY = `青山县解读办事清单

来源：青山县数据局　发布时间：2024-05-20 09:00

会上解读了《窗口服务规范》2024年办事清单》，并现场答疑。
`;

/** An article with one warning: no 。 at the end. */
export const WARNED = `${CLEAN.trimEnd().replace('活动，', '活动。').replace(/。$/, '')}\n`;
