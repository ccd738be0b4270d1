import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {CLEAN, FAULTY, folder, govlint} from '../helpers/cli.js';

const CACHE = '.govlintcache';
const run = (cwd: string, args: readonly string[] = []) =>
  govlint(['check', '.', '--cache', '--format', 'json', ...args], {cwd});

describe('the cache', () => {
  test('a warm run reports the same, from the cache', async () => {
    const cwd = folder({'a.txt': FAULTY, '稿件/b.md': CLEAN});
    const cold = await run(cwd);
    expect(await run(cwd)).toEqual(cold);
    // What is in the cache is what is reported: proof that it is read.
    const text = readFileSync(join(cwd, CACHE), 'utf8');
    expect(text.split('\n').filter(line => line.startsWith('"'))).toHaveLength(2);
  });

  test('content, severity and options decide; the language does not', async () => {
    const cwd = folder({'a.txt': FAULTY});
    await run(cwd);
    expect(JSON.parse((await run(cwd, ['--rule', 'paired-marks=note'])).stdout).summary).toMatchObject({
      errors: 0,
      notes: 1,
    });
    expect((await run(cwd, ['--lang', 'en'])).stdout).toContain('expected 《 before it');
    writeFileSync(join(cwd, 'a.txt'), CLEAN);
    expect(JSON.parse((await run(cwd)).stdout).summary).toMatchObject({errors: 0});
  });

  test.each([
    ['a byte changed', (text: string) => text.replace('unopened', 'unclosed')],
    ['cut off', (text: string) => text.slice(0, -20)],
    ['another file', () => 'precious\n'],
  ])('%s: not used, said, and written anew', async (_, damage) => {
    const cwd = folder({'a.txt': FAULTY});
    const {stdout} = await run(cwd);
    const path = join(cwd, CACHE);
    writeFileSync(path, damage(readFileSync(path, 'utf8')));
    const second = await run(cwd);
    expect(second.stdout).toBe(stdout);
    expect(second.stderr).toContain(CACHE);
    expect((await run(cwd)).stderr).toBe('');
  });

  test('files checked by rules of a plugin are always checked anew', async () => {
    const plugin = (message: string) =>
      `export default [{id: 'own', severity: 'error', basis: ['x'], summary: {zh: 'x', en: 'x'}, defaults: {}, messages: {m: {zh: '${message}', en: 'x'}},
        check(article, {report}) { report(article, [0, 1], 'm', {data: {at: '${message}'}}); }}];`;
    const cwd = folder({'a.txt': CLEAN, 'own.mjs': plugin('甲'), 'govlint.config.json': '{"plugins": ["./own.mjs"]}'});
    expect((await run(cwd)).stdout).toContain('甲');
    writeFileSync(join(cwd, 'own.mjs'), plugin('乙'));
    expect((await run(cwd)).stdout).toContain('乙');
  });

  test('two runs at once leave a whole cache', async () => {
    const files = Object.fromEntries(Array.from({length: 60}, (_, i) => [`${i}.txt`, FAULTY]));
    const cwd = folder(files);
    const runs = await Promise.all([run(cwd), run(cwd), run(cwd)]);
    expect(new Set(runs.map(({stdout}) => stdout)).size).toBe(1);
    expect(existsSync(join(cwd, CACHE))).toBe(true);
    expect((await run(cwd)).stderr).toBe('');
  });

  test('--cache-location', async () => {
    const cwd = folder({'a.txt': FAULTY, 'tmp/keep.md': CLEAN});
    await run(cwd, ['--cache-location', 'tmp/cache']);
    expect(existsSync(join(cwd, 'tmp/cache'))).toBe(true);
    expect(existsSync(join(cwd, CACHE))).toBe(false);
  });
});
