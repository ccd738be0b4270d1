import {spawn} from 'node:child_process';
import {existsSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {TEA, TEA_GAP, teaArchive} from '../helpers/archive.js';
import {CLEAN, folder, govlint} from '../helpers/cli.js';

const BIN = fileURLToPath(new URL('../../bin/run.js', import.meta.url));
const TRAIN = ['train', '--corpus', '茶讯', '--output', 'site.model'];
const CONFIG = (model: string) =>
  `extends: []\nrules:\n  missing-clause-punctuation: [warning, {model: ${model}, threshold: 3, noteThreshold: 3}]\n`;
const ARTICLE = `${CLEAN.split('\n').slice(0, 4).join('\n')}\n${TEA}\n`;

let site: string;
let first: Awaited<ReturnType<typeof govlint>>;
const bytes = () => readFileSync(join(site, 'site.model'));

beforeAll(async () => {
  site = folder({...teaArchive(120), '茶讯/坏.docx': 'PK'});
  first = await govlint(TRAIN, {cwd: site});
});

describe('train', () => {
  test('says what it did and how to use the table; exit code 1 for files it could not read', () => {
    const {code, stdout, stderr} = first;
    expect(code).toBe(1);
    expect(stderr).toContain('坏.docx');
    expect(stderr).not.toContain('\r');
    expect(stderr).not.toContain('接着');
    expect(stdout).toMatch(/^写好了 site\.model（2,9\d\d,\d{3} 字节）/);
    expect(stdout).toContain('文件        121 个，其中 1 个读不出来，没有学');
    expect(stdout).toMatch(/自带的模型( +[\d.]+ %){3}\n {2}学过以后( +[\d.]+ %){3}\n/);
    expect(stdout).toContain('rules:\n  missing-clause-punctuation: [warning, {model: site.model}]\n');
  });

  test('--json', async () => {
    const cwd = folder(teaArchive(10));
    const {code, stdout} = await govlint([...TRAIN, '--json'], {cwd});
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({output: 'site.model', files: 10, unread: 0, bytes: expect.any(Number)});
  });

  test('does not overwrite unasked', async () => {
    const before = bytes();
    const {code, stderr} = await govlint([...TRAIN, '--lang', 'en'], {cwd: site});
    expect(code).toBe(2);
    expect(stderr).toContain('site.model is there already');
    expect(Buffer.compare(bytes(), before)).toBe(0);
  });

  test('wants both paths, and articles', async () => {
    expect((await govlint(['train', '--output', 'site.model'])).code).toBe(2);
    const {code, stderr} = await govlint(TRAIN);
    expect(code).toBe(2);
    expect(stderr).toContain('没有这个文件或文件夹');
  });

  test.each([
    ['SIGKILL', null],
    ['SIGINT', 130],
  ] as const)('goes on after %s, and gives the same bytes', async (signal, expected) => {
    const cwd = folder({...teaArchive(120), '茶讯/坏.docx': 'PK'});
    const state = join(cwd, 'site.model.state');
    const ends: Array<number | null> = [];
    for (const saves of [1, 4]) {
      let saved = savedAt(state);
      const child = spawn(process.execPath, [BIN, ...TRAIN, '--save-every', '0'], {cwd, stdio: 'ignore'});
      const ended = new Promise<number | null>(resolve => child.on('exit', resolve));
      for (let count = 0; count < saves; await setTimeout(5)) {
        if (savedAt(state) === saved) continue;
        saved = savedAt(state);
        count++;
      }
      child.kill(signal);
      ends.push(await ended);
      expect(existsSync(join(cwd, 'site.model'))).toBe(false);
    }
    expect(ends).toEqual([expected, expected]);
    const {code, stderr} = await govlint(TRAIN, {cwd});
    expect(code).toBe(1);
    expect(stderr).toContain('接着上次中断的地方做');
    expect(Buffer.compare(readFileSync(join(cwd, 'site.model')), bytes())).toBe(0);
    expect(existsSync(state)).toBe(false);
  });
});

describe('options.model', () => {
  const found = async (cwd: string, args: readonly string[] = []) => {
    const {stdout, code} = await govlint(['check', '稿件', '--format', 'json', ...args], {cwd});
    const {files, problems} = JSON.parse(stdout) as {
      files: ReadonlyArray<{findings: ReadonlyArray<{start: {column: number}}>}>;
      problems: ReadonlyArray<{path: string; text: string}>;
    };
    return {code, columns: files.map(({findings}) => findings.map(({start}) => start.column - 1)), problems};
  };

  test('names the table from the configuration, also for other threads', async () => {
    const many = Object.fromEntries(Array.from({length: 400}, (_, index) => [`稿件/${index}.txt`, ARTICLE]));
    const cwd = folder({...many, 'conf/site.model': bytes(), 'conf/base.yaml': CONFIG('site.model')});
    writeFileSync(join(cwd, 'govlint.config.yaml'), 'extends: conf/base.yaml\n');
    const {columns, problems} = await found(cwd, ['--concurrency', '2']);
    expect(problems).toEqual([]);
    expect(columns.length).toBe(400);
    expect(new Set(columns.map(String))).toEqual(new Set([String(TEA_GAP)]));
  });

  test('another table under the same name is not answered from the cache', async () => {
    const files = {'稿件/a.txt': ARTICLE, 'site.model': bytes(), 'govlint.config.yaml': CONFIG('site.model')};
    const cwd = folder({...files, ...teaArchive(2)});
    expect((await found(cwd, ['--cache'])).columns).toEqual([[TEA_GAP]]);
    expect((await govlint([...TRAIN, '--force'], {cwd})).code).toBe(0);
    expect((await found(cwd, ['--cache'])).columns).toEqual([[]]);
  });

  test('--print-config shows its name, not its bytes', async () => {
    const cwd = folder({'site.model': bytes(), 'govlint.config.yaml': CONFIG('site.model')});
    const {stdout} = await govlint(['check', '--print-config', 'a.txt'], {cwd});
    expect(JSON.parse(stdout).rules['missing-clause-punctuation'][1]).toEqual({
      threshold: 3,
      noteThreshold: 3,
      model: {path: 'site.model', digest: expect.any(String)},
    });
  });

  test.each([
    ['a file that is not there', undefined, '文件 site.model：没有这个文件'],
    ['another file', 'x'.repeat(100), '文件 site.model：不是 govlint train 生成的模型文件'],
    ['a damaged file', 'cut', '文件 site.model：文件已损坏或不完整：请用 govlint train 重新生成'],
  ])('%s is named, and the shipped model is used', async (_, content, message) => {
    const cwd = folder({'稿件/a.txt': ARTICLE, 'govlint.config.yaml': CONFIG('site.model')});
    if (content !== undefined)
      writeFileSync(join(cwd, 'site.model'), content === 'cut' ? bytes().subarray(0, 1000) : content);
    const {code, columns, problems} = await found(cwd);
    expect(code).toBe(2);
    expect(columns).toEqual([[]]);
    expect(problems).toEqual([{code: 'config', path: 'govlint.config.yaml', text: expect.stringContaining(message)}]);
    expect(problems[0]!.text).toMatch(/^第 3 行，rules\.missing-clause-punctuation\.1\.model：/);
  });
});

/** When the state was written last; 0 where there is none. */
function savedAt(state: string): number {
  return statSync(state, {throwIfNoEntry: false})?.mtimeMs ?? 0;
}
