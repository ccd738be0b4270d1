import {describe, expect, test} from 'vitest';
import {CLEAN, FAULTY, folder, govlint, WARNED} from '../helpers/cli.js';

const files = Object.fromEntries(
  Array.from({length: 40}, (_, i) => [`稿件/${i}.txt`, i % 3 === 0 ? FAULTY : i % 3 === 1 ? WARNED : CLEAN]),
);

async function parts(cwd: string, count: number) {
  const names = Array.from({length: count}, (_, i) => `part-${i + 1}.json`);
  for (const [i, name] of names.entries())
    await govlint(['check', '稿件', '不存在.txt', '--shard', `${i + 1}/${count}`, '-f', `json:${name}`], {cwd});
  return names;
}

describe('--shard and merge', () => {
  test('the parts put together are the whole, in every format', async () => {
    const cwd = folder(files);
    const names = await parts(cwd, 3);
    for (const format of ['json', 'sarif', 'junit', 'compact']) {
      const whole = await govlint(['check', '稿件', '-f', format], {cwd});
      const merged = await govlint(['merge', ...names, '-f', format], {cwd});
      expect(merged.code, format).toBe(2);
      if (format === 'json') expect(JSON.parse(merged.stdout).files).toEqual(sorted(JSON.parse(whole.stdout).files));
      else if (format === 'compact')
        expect(
          merged.stdout
            .split('\n')
            .filter(line => line.startsWith('稿件'))
            .sort(),
        ).toEqual(whole.stdout.split('\n').filter(Boolean).sort());
    }
  });

  test('a file stays in its part when others are added', async () => {
    const shard = async (all: Record<string, string>) => {
      const {stdout} = await govlint(['check', '稿件', '--shard', '2/4', '-f', 'json'], {cwd: folder(all)});
      return (JSON.parse(stdout).files as Array<{path: string}>).map(({path}) => path);
    };
    const before = await shard(files);
    const after = await shard({...files, '稿件/新.txt': CLEAN, '稿件/00.txt': CLEAN});
    expect(before.length).toBeGreaterThan(3);
    expect(after.filter(path => path in files)).toEqual(before);
  });

  test.each(['0/2', '3/2', '1', 'a/b', '-1/2'])('--shard %s is refused', async value => {
    const {code, stdout, stderr} = await govlint(['check', `--shard=${value}`], {cwd: folder({'a.txt': FAULTY})});
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toContain('--shard 2/8');
  });

  test('what is no report, and a file in two reports, are refused', async () => {
    const cwd = folder({'a.txt': FAULTY, 'x.json': '{"version": 2}'});
    expect((await govlint(['merge', 'x.json'], {cwd})).stderr).toContain('x.json');
    await govlint(['check', 'a.txt', '-f', 'json:1.json'], {cwd});
    const {code, stderr} = await govlint(['merge', '1.json', '1.json'], {cwd});
    expect(code).toBe(2);
    expect(stderr).toContain('a.txt');
    expect((await govlint(['merge'], {cwd})).code).toBe(2);
  });

  test('findings of a plugin keep their words', async () => {
    const plugin = `export default [{id: 'own', severity: 'error', basis: ['x'], summary: {zh: 'x', en: 'x'}, defaults: {},
      messages: {m: {zh: '自己的话', en: 'own words'}}, check(article, {report}) { report(article, [0, 1], 'm'); }}];`;
    const cwd = folder({'a.txt': CLEAN, 'own.mjs': plugin, 'govlint.config.json': '{"plugins": ["./own.mjs"]}'});
    await govlint(['check', 'a.txt', '-f', 'json:1.json'], {cwd});
    expect((await govlint(['merge', '1.json', '-f', 'compact'], {cwd})).stdout).toContain('自己的话');
  });
});

function sorted(list: Array<{path: string}>) {
  return list.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
