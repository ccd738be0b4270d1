import {describe, expect, test} from 'vitest';
import {CLEAN, FAULTY, folder, govlint, WARNED} from '../helpers/cli.js';

/** Enough files that threads start. */
const files: Record<string, string> = Object.fromEntries(
  Array.from({length: 700}, (_, i) => [
    `稿件/${i % 7}/${i}.${i % 2 ? 'md' : 'txt'}`,
    [FAULTY, WARNED, CLEAN, 'x\0y'][i % 4]!,
  ]),
);

const run = (cwd: string, threads: number, ...args: string[]) =>
  govlint(['check', '.', '--concurrency', String(threads), ...args], {cwd});

describe('threads', () => {
  test.each(['json', 'sarif', 'text'])('1, 2 and 8 write the same %s report', async format => {
    const config =
      '{"rules": {"paired-mark": "off"}, "overrides": [{"files": "稿件/3/**", "rules": {"paired-marks": "note"}}]}';
    const cwd = folder({...files, 'govlint.config.json': config});
    const alone = await run(cwd, 1, '--format', format);
    expect(alone.code).toBe(2);
    expect(alone.stderr.match(/paired-mark”/g)).toHaveLength(1);
    for (const threads of [2, 8]) expect(await run(cwd, threads, '--format', format)).toEqual(alone);
  });

  test('rules of plugins and retext plugins run in them', async () => {
    const plugin = `export default [{id: 'own', severity: 'warning', basis: ['x'], summary: {zh: 'x', en: 'x'}, defaults: {},
      messages: {m: {zh: '自己的', en: 'own'}}, check(article, {report}) { report(article, [0, 1], 'm'); }}];`;
    const cwd = folder({...files, 'own.mjs': plugin, 'govlint.config.json': '{"plugins": ["./own.mjs"]}'});
    const alone = await run(cwd, 1, '--format', 'compact');
    expect(alone.stdout.match(/自己的 \[own\]/g)).toHaveLength(525);
    expect(await run(cwd, 4, '--format', 'compact')).toEqual(alone);
  });

  test('a thread that dies loses no file: each is reported as not checked', async () => {
    const plugin = `import {isMainThread} from 'node:worker_threads';
      export default [{id: 'own', severity: 'warning', basis: ['x'], summary: {zh: 'x', en: 'x'}, defaults: {}, messages: {},
      check() { if (!isMainThread) process.exit(3); }}];`;
    const cwd = folder({...files, 'own.mjs': plugin, 'govlint.config.json': '{"plugins": ["./own.mjs"]}'});
    const {code, stdout} = await run(cwd, 3, '--format', 'json');
    expect(code).toBe(2);
    const report = JSON.parse(stdout) as {files: Array<{path: string}>; problems: Array<{path: string; text: string}>};
    const named = [...report.files, ...report.problems].map(({path}) => path);
    expect(named.toSorted()).toEqual(Object.keys(files).toSorted());
    expect(report.problems.some(({text}) => text.includes('thread ended with 3'))).toBe(true);
  });
});
