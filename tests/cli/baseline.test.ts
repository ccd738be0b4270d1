import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {CLEAN, FAULTY, folder, govlint} from '../helpers/cli.js';

const FILE = 'govlint-baseline.json';

describe('the baseline', () => {
  test('known findings are left out, also when their lines move; new ones are not', async () => {
    const cwd = folder({'稿件/a.txt': FAULTY});
    const update = await govlint(['check', '.', '--update-baseline'], {cwd});
    expect(update.code).toBe(0);
    expect(update.stderr).toBe('govlint: 基线里有 1 个已知的问题\n');
    expect(JSON.parse(readFileSync(join(cwd, FILE), 'utf8'))).toEqual({
      version: 1,
      files: {'稿件/a.txt': [expect.stringMatching(/^paired-marks /)]},
    });
    writeFileSync(join(cwd, '稿件/a.txt'), FAULTY.replace('\n\n会上', '\n\n新增的一段。\n\n会上'));
    expect((await govlint(['check', '.', '--baseline', FILE], {cwd})).code).toBe(0);
    writeFileSync(join(cwd, '稿件/a.txt'), `${FAULTY}\n另外解读了服务清单》。\n`);
    const {code, stdout} = await govlint(['check', '.', '--baseline', FILE, '-f', 'compact'], {cwd});
    expect(code).toBe(1);
    expect(stdout).toMatch(/^稿件\/a\.txt:7:\d+: .*\n$/);
  });

  test('a repeated paragraph stays known when lines above it are added', async () => {
    const twice = `${CLEAN}\n${CLEAN.split('\n')[4]}\n`;
    const cwd = folder({'a.txt': twice});
    await govlint(['check', '.', '--update-baseline'], {cwd});
    writeFileSync(join(cwd, 'a.txt'), twice.replace('\n\n3月', '\n\n春光正好，全县行动。\n\n3月'));
    expect((await govlint(['check', '.', '--baseline', FILE], {cwd})).code).toBe(0);
  });

  test('entries that are gone are spoken of, and an update drops them', async () => {
    const cwd = folder({'a.txt': FAULTY, 'b.txt': FAULTY, 'c.txt': FAULTY});
    await govlint(['check', '.', '--update-baseline'], {cwd});
    writeFileSync(join(cwd, 'a.txt'), CLEAN);
    rmSync(join(cwd, 'c.txt'));
    const {code, stderr} = await govlint(['check', '.', '--baseline', FILE], {cwd});
    expect(code).toBe(0);
    expect(stderr).toContain('1 个问题已经没有了');
    await govlint(['check', 'a.txt', '--update-baseline'], {cwd});
    expect(Object.keys(JSON.parse(readFileSync(join(cwd, FILE), 'utf8')).files)).toEqual(['b.txt']);
  });

  test.each([
    ['that is not there', undefined],
    ['that is no JSON', '{"version": 1, "files":'],
    ['of another form', '{"version": 2, "files": {}}'],
  ])('a baseline %s: exit 2, nothing is checked, nothing is overwritten', async (_, content) => {
    const cwd = folder({'a.txt': FAULTY, ...(content !== undefined && {[FILE]: content})});
    const {code, stdout, stderr} = await govlint(['check', '.', '--baseline', FILE], {cwd});
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toContain(FILE);
    expect(existsSync(join(cwd, FILE)) ? readFileSync(join(cwd, FILE), 'utf8') : undefined).toBe(content);
  });
});
