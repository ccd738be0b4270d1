import iconv from 'iconv-lite';
import {describe, expect, test} from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import {CLEAN, folder, govlint} from '../helpers/cli.js';

const ARTICLE = CLEAN.replace('活动，', '活动，便民大厅举办某某杯，');

interface Report {
  readonly files: ReadonlyArray<{findings: ReadonlyArray<{rule: string; data: Record<string, string>}>}>;
  readonly problems: ReadonlyArray<{path: string; text: string}>;
}

const findingsOf = ({files}: Report) => files.flatMap(({findings}) => findings);

/** What is found in the article with this list; the list's name stands in the configuration. */
async function run(name: string, list: string | Uint8Array, items = `[${name}]`) {
  const config = `extends: []\nrules:\n  terms: [error, {lists: ${items}}]\n`;
  const cwd = folder({'稿件/a.txt': ARTICLE, [name]: list, 'govlint.config.yaml': config});
  const {stdout, code} = await govlint(['check', '稿件', '--format', 'json'], {cwd});
  const report = JSON.parse(stdout) as Report;
  return {
    code,
    found: findingsOf(report).map(({data}) => `${data.word}→${data.right}`),
    problems: report.problems.map(({path, text}) => [path, text]),
  };
}

describe('a list of words', () => {
  test.each([
    ['list.csv', '词,应为,理由\n便民大厅,政务大厅,"更名,见通知"\n某某杯,,\n'],
    ['list.csv', '\ufeff词,应为\r\n便民大厅,政务大厅\r\n某某杯,\r\n'],
    ['list.csv', iconv.encode('词,应为\r\n便民大厅,政务大厅\r\n某某杯,\r\n', 'gbk')],
    ['list.tsv', '# 本单位词表\nword\tright\n便民大厅\t政务大厅\n# 下面的禁用\n某某杯\n'],
    ['list.yaml', '- {词: 便民大厅, 应为: 政务大厅}\n- 词: 某某杯\n'],
    ['list.json', '[{"word": "便民大厅", "right": "政务大厅"}, {"word": "某某杯"}]'],
  ])('%s', async (name, list) => {
    const {found, problems, code} = await run(name, list);
    expect(problems).toEqual([]);
    expect(found).toEqual(['便民大厅→政务大厅', '某某杯→']);
    expect(code).toBe(1);
  });

  test('rows that have expired are left out', async () => {
    const {found} = await run('a.csv', '词,应为,有效期至\n便民大厅,政务大厅,2020-01-31\n某某杯,,2999年1月1日\n');
    expect(found).toEqual(['某某杯→']);
  });

  test('a workbook: comments, dates that have passed, and a row that cannot be used', async () => {
    const day = (year: number) => ({value: new Date(Date.UTC(year, 0, 31)), type: Date, format: 'yyyy-mm-dd'});
    const rows = [
      ['# 本单位词表'],
      ['词', '应为', '有效期至'],
      ['便民大厅', '政务大厅', day(2999)],
      ['某某杯', null, day(2020)],
      ['# 下面的还不完整'],
      [null, '比赛'],
      ['便民', null, '明年'],
    ].map(cells => cells.map(cell => (typeof cell === 'string' ? {value: cell} : cell)));
    const {found, problems} = await run('词表.xlsx', await writeExcelFile(rows as never).toBuffer());
    expect(found).toEqual(['便民大厅→政务大厅']);
    expect(problems).toEqual([
      ['govlint.config.yaml', expect.stringContaining('词表 词表.xlsx 第 6 行：缺少“词”')],
      ['govlint.config.yaml', expect.stringContaining('词表 词表.xlsx 第 7 行：日期“明年”应写作 2024-05-01')],
    ]);
  });

  test('files and layers', async () => {
    const list = '词,应为,适用文件\n便民大厅,政务大厅,稿件/**\n某某杯,,通知/**\n';
    expect((await run('a.csv', list)).found).toEqual(['便民大厅→政务大厅']);
    const {found} = await run('a.csv', list, '[a.csv, {词: 便民大厅, 类别: 允许}, {词: 某某杯, 应为: 比赛}]');
    expect(found).toEqual(['某某杯→比赛']);
  });

  test.each([
    ['a.csv', '词,应为\n,政务大厅\n某某杯,\n', 'rules.terms.1.lists.0：词表 a.csv 第 2 行：缺少“词”'],
    ['a.csv', '词,有效期至\n便民大厅,明年\n某某杯,\n', '词表 a.csv 第 2 行：日期“明年”应写作 2024-05-01'],
    ['a.csv', '# 说明\n词,级别\n便民大厅,严重\n某某杯,\n', '词表 a.csv 第 3 行：没有“严重”这个级别'],
  ])('a row that cannot be used is named, the others count: %s', async (name, list, message) => {
    const {found, problems, code} = await run(name, list);
    expect(found).toEqual(['某某杯→']);
    expect(problems).toEqual([['govlint.config.yaml', expect.stringContaining(message)]]);
    expect(code).toBe(2);
  });

  test.each([
    ['a.xlsx', 'PK', '词表 a.xlsx：Excel 工作簿已经损坏'],
    ['a.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), '词表 a.xlsx：有密码保护'],
    ['a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), '另存为 .xlsx 或 CSV'],
    ['a.yaml', '词: 便民大厅', '应是一个列表'],
    ['a.yaml', '- [', '读不出来'],
    ['b/a.csv', '', '是空的'],
  ])('a list that cannot be read is named: %s', async (name, list, message) => {
    const {problems, code} = await run(name, list);
    expect(problems).toEqual([['govlint.config.yaml', expect.stringContaining(message)]]);
    expect(code).toBe(2);
  });

  test('a list that is not there is named', async () => {
    const {problems, code} = await run('a.csv', '词\n', '[b.csv]');
    expect(problems).toEqual([['govlint.config.yaml', expect.stringContaining('词表 b.csv')]]);
    expect(code).toBe(2);
  });
});

test('the example lists work', async () => {
  const text = CLEAN.replace('活动，', '活动，便民服务大厅由副县长尹大山宣讲《政府信息公开条列》，');
  const cwd = folder({'a.txt': text});
  const config = new URL('../../examples/lists/govlint.config.yaml', import.meta.url).pathname;
  const {stdout} = await govlint(['check', 'a.txt', '--config', config, '--format', 'json'], {cwd});
  const report = JSON.parse(stdout) as Report;
  expect(report.problems).toEqual([]);
  expect(findingsOf(report).map(({rule}) => rule)).toEqual(['terms', 'name-and-title', 'official-names']);
});
