import {describe, expect, test} from 'vitest';
import {folder, govlint} from '../helpers/cli.js';

const BODY = `来源：青山县数据局　发布时间：2024-05-20 09:00

青山县数据局把高频事项逐项梳理，群众少跑一趟算一趟，窗口之间谁先受理谁负责到底。
县政务服务中心新设潮汐窗口，午间和周末都有人值守，外出务工的乡亲返乡也能办成事。

在白崖乡便民服务站，工作人员把申请表格做成样本挂在墙上，不识字的老人照着指引一步一步填写，半个小时就领到了证明。

下一步，青山县将把办事指南送到村口宣传栏，每个村民小组配一名帮办代办员，遇到疑难事项由乡镇统一转办，限期答复。县里还将每月公布各窗口的办理时长，请群众打分，分数垫底的要说明原因、限期改进。
`;
const COPIES = {
  '一/1.txt': `青山县推行就近办\n\n${BODY}`,
  '二/2.txt': `政务服务就近办\n\n${BODY}`,
  '三/3.txt': `就近办见实效\n\n${BODY}`,
};
const RULE = ['--rule', 'duplicate-articles=warning', '--lang', 'zh'];

interface Json {
  files: Array<{path: string; findings: Array<{rule: string; related?: Array<{path: string}>}>}>;
  summary: {files: number; warnings: number};
}

describe('what only all files show', () => {
  test('comes behind all files, and its file counts once', async () => {
    const {stdout} = await govlint(['check', '.', '--format', 'json', ...RULE], {cwd: folder(COPIES)});
    const {files, summary} = JSON.parse(stdout) as Json;
    const late = files.at(-1)!;
    expect(files.map(({path}) => path)).toEqual([...files.slice(0, 3).map(({path}) => path), files[0]!.path]);
    expect(late.findings.map(({rule}) => rule)).toEqual(['duplicate-articles']);
    expect(late.findings[0]!.related!.map(({path}) => path)).toEqual(files.slice(1, 3).map(({path}) => path));
    expect(summary).toMatchObject({files: 3, warnings: 1});
  });

  test('is the same from one thread, several, and the cache', async () => {
    const many = Object.fromEntries(
      Array.from({length: 600}, (_, i) => [`存/${i}.txt`, i % 150 === 0 ? COPIES['一/1.txt'] : `第${i}号\n\n简讯。`]),
    );
    const cwd = folder(many);
    const run = (...args: string[]) => govlint(['check', '.', '--format', 'compact', ...RULE, ...args], {cwd});
    const alone = await run('--concurrency', '1');
    expect(alone.stdout.match(/另有 3 个文件.*\[duplicate-articles\]/g)).toHaveLength(1);
    expect(await run('--concurrency', '4')).toEqual(alone);
    expect(await run('--cache')).toEqual(alone);
    expect(await run('--cache')).toEqual(alone);
  });

  test('merged reports keep it with its file', async () => {
    const cwd = folder(COPIES);
    await govlint(['check', '.', '--format', 'json', '-o', 'all.json', ...RULE], {cwd});
    const {stdout, code} = await govlint(['merge', 'all.json', '--format', 'json'], {cwd});
    const {files, summary} = JSON.parse(stdout) as Json;
    expect(code).toBe(0);
    expect(files.map(({findings}) => findings.filter(({rule}) => rule === 'duplicate-articles').length).sort()).toEqual(
      [0, 0, 1],
    );
    expect(summary).toMatchObject({files: 3, warnings: 1});
  });

  test('a rule that fails at the end is reported, and the run is no success', async () => {
    const plugin = `export default [{id: 'own', severity: 'warning', basis: ['x'], summary: {zh: 'x', en: 'x'}, defaults: {}, messages: {},
      check() {}, summarize: () => ({value: 1, range: [0, 0]}), finish() { throw new Error('broken'); }}];`;
    const cwd = folder({...COPIES, 'own.mjs': plugin, 'govlint.config.json': '{"plugins": ["./own.mjs"]}'});
    const {code, stdout} = await govlint(['check', '.', '--format', 'compact', '--lang', 'zh'], {cwd});
    expect(code).toBe(2);
    expect(stdout).toMatch(/规则“own”在本文件上出错（broken）.*\[internal-error\]/);
  });
});
