import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {beforeEach, expect, test} from 'vitest';
import {folder, govlint, type Output} from '../helpers/cli.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const LONG_AGO = new Date('2020-01-01T00:00:00Z');
let home: string;
let code: string;
let first: Output;

/** An installation of its own that has run once: no other run keeps code in it. */
beforeEach(async () => {
  home = folder();
  for (const part of ['bin', 'dist', 'package.json', 'oclif.manifest.json'])
    cpSync(join(root, part), join(home, part), {recursive: true, filter: path => !path.includes('.code')});
  code = join(home, 'dist/cli/main.cjs.code');
  first = await check();
});

function check(): Promise<Output> {
  return govlint(['check', '--stdin', '--stdin-filename', '水库.md', '--format', 'compact'], {
    bin: join(home, 'bin/run.js'),
    input: '水库除险加固工程通过验收，，群众称便。\n',
    env: {HOME: home, USERPROFILE: home},
  });
}

test('what was compiled is kept, and the next run takes it', async () => {
  expect(first.stdout).toContain('repeated-punctuation');
  utimesSync(code, LONG_AGO, LONG_AGO);
  expect(await check()).toEqual(first);
  expect(statSync(code).mtime).toEqual(LONG_AGO);
});

test.each([
  ['cut off', () => truncateSync(code, 100_000)],
  ['empty', () => truncateSync(code, 0)],
  [
    'damaged',
    () => {
      const bytes = readFileSync(code);
      bytes.fill(0, 500_000, 500_100);
      writeFileSync(code, bytes);
    },
  ],
])('kept code that is %s is compiled anew', async (_name, damage) => {
  damage();
  utimesSync(code, LONG_AGO, LONG_AGO);
  expect(await check()).toEqual(first);
  expect(statSync(code).mtime).not.toEqual(LONG_AGO);
});

test('code of another build is not run', async () => {
  const bundle = join(home, 'dist/cli/main.cjs');
  const before = readFileSync(bundle, 'utf8');
  // As long and as old as before, so that V8 itself would see no difference.
  const {atime, mtime} = statSync(bundle);
  writeFileSync(bundle, before.replaceAll('repeated-punctuation', 'punctuation-repeated'));
  utimesSync(bundle, atime, mtime);
  const {stdout} = await check();
  expect(stdout).toContain('punctuation-repeated');
});

test('where the folder takes no file, the home of the user does', async () => {
  const {size} = statSync(code);
  const other = folder();
  cpSync(home, other, {recursive: true, filter: path => !path.includes('.code')});
  home = other;
  code = join(home, 'dist/cli/main.cjs.code');
  mkdirSync(code);
  expect(await check()).toEqual(first);
  const own = join(home, '.cache/govlint', readdirSync(join(home, '.cache/govlint'))[0]!);
  expect(Math.abs(statSync(own).size - size)).toBeLessThan(size / 2);
  utimesSync(own, LONG_AGO, LONG_AGO);
  expect(await check()).toEqual(first);
  expect(statSync(own).mtime).toEqual(LONG_AGO);
  expect(existsSync(join(code, 'main.cjs.code'))).toBe(false);
});

test('without a home, or with one that is no folder, nothing is kept and all is said', async () => {
  const other = folder();
  cpSync(home, other, {recursive: true, filter: path => !path.includes('.code')});
  mkdirSync(join(other, 'dist/cli/main.cjs.code'));
  for (const [HOME, cwd] of [
    [join(other, 'package.json'), folder()],
    ['', folder()],
  ] as const) {
    const {code, stdout} = await govlint(['check', '--stdin', '--stdin-filename', '水库.md', '-f', 'compact'], {
      bin: join(other, 'bin/run.js'),
      input: '水库除险加固工程通过验收，，群众称便。\n',
      env: {HOME, USERPROFILE: HOME},
      cwd,
    });
    expect({code, stdout}).toEqual({code: first.code, stdout: first.stdout});
    expect(readdirSync(cwd)).toEqual([]);
  }
});
