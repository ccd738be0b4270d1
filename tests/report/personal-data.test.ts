import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {viewOf} from '../../src/core/view.js';
import {formats} from '../../src/report/index.js';
import {check} from '../helpers/check.js';
import {folder, govlint} from '../helpers/cli.js';
import {read} from '../helpers/read.js';

// Invented: the region does not exist.
const NUMBERS = ['629900198808088818', '13900005678', '6228480000000000125'];

/** Every line with a number has another fault, so that other rules quote the line as well. */
const ARTICLE = `青山县公布救助名单

来源：青山县民政局　发布时间：2024-05-20 09:00

户主尹小山（身份证号：629900198808088818已领取《救助手册。

手机号码13900005678，卡号：6228480000000000125，按《办法》规定》打入 卡内

家庭住址：青山县白崖乡白鹤村7组12号，已核实,

户主尹小山（身份证号：629900198808088818已领取《救助手册。
`;
const PAGE = `<html><head><meta name="Keywords" content="13900005678"></head><body><h1>公示《名单</h1>
<p title="629900198808088818">来源： 发布时间：2024-05-20</p><!-- govlint-disable-next-line paired-marks -- 见13900005678 -->
<p>领取《手册，卡号<b>6228480</b>000000000125</p></body></html>`;

/** Whether a text holds one of the numbers, however it is grouped. */
function leaks(text: string): string[] {
  return [...NUMBERS, '白鹤村7组'].filter(number => text.replace(/[\s-]/g, '').includes(number));
}

describe('personal data stays out of', () => {
  test.each(Object.keys(formats))('the report as %s', async format => {
    const cwd = folder({'a.txt': ARTICLE, 'b.html': PAGE});
    // A page shows the articles themselves, so that it is written without the cache; another report fills it.
    const files = ['--format', format, '--cache'];
    const {stdout, stderr, code} = await govlint(['check', '.', ...files], {cwd});
    if (format === 'html') await govlint(['check', '.', '--cache'], {cwd});
    expect(code).toBe(1);
    expect(stdout).toContain('personal-data');
    expect(leaks(stdout + stderr)).toEqual([]);
    expect(leaks(readFileSync(join(cwd, '.govlintcache'), 'utf8'))).toEqual([]);
  });

  test('the report of other rules when its own is off', async () => {
    const cwd = folder({'a.txt': ARTICLE, 'govlint.config.yaml': 'rules: {personal-data: off}\n'});
    const {stdout} = await govlint(['check', '.', '--format', 'sarif'], {cwd});
    expect(stdout).toContain('paired-marks');
    expect(leaks(stdout)).toEqual([]);
  });

  test('the baseline', async () => {
    const cwd = folder({'a.txt': ARTICLE});
    await govlint(['check', '.', '--update-baseline', '--baseline', 'known.json'], {cwd});
    expect(leaks(readFileSync(join(cwd, 'known.json'), 'utf8'))).toEqual([]);
  });

  test.each([
    ['a.txt', ARTICLE],
    ['b.html', PAGE],
  ])('the article as a report shows it: %s', async (path, text) => {
    const article = await read(path, text);
    const findings = await check(path, text);
    const views = viewOf(article, findings);
    expect(leaks(JSON.stringify([views, findings]))).toEqual([]);
    // The stars stand where the digits stood: places keep their meaning.
    expect(views.map(view => view.text.length)).toEqual(article.blocks.map(block => block.text.length));
  });
});
