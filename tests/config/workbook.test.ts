import {describe, expect, test} from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import {readWorkbook} from '../../src/config/workbook.js';
import {UserError} from '../../src/core/user-error.js';
import {shared, sheet, styles, workbook, xlsx} from '../helpers/xlsx.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const values = (bytes: Uint8Array) => readWorkbook(bytes).map(({line, cells}) => [line, ...cells]);
const row = (cells: string) => `<row r="1">${cells}</row>`;

/** What one cell of this XML shows. */
const shown = (cell: string, others: Record<string, string> = {}) =>
  readWorkbook(xlsx(row(cell), others))[0]!.cells.get(0);

describe('a workbook', () => {
  test('as a library writes it', async () => {
    const rows = [
      [{value: '词'}, {value: '有效期至'}, {value: '排序'}],
      [{value: '便民 <大厅>'}, {value: new Date(Date.UTC(2026, 11, 31)), type: Date, format: 'yyyy/mm/dd'}, {value: 3}],
      [{value: '  '}, null, {value: true}],
    ];
    expect(values(await writeExcelFile(rows as never, {sheet: '词表'}).toBuffer())).toEqual([
      [1, [0, '词'], [1, '有效期至'], [2, '排序']],
      [2, [0, '便民 <大厅>'], [1, '2026-12-31'], [2, '3']],
      [3, [2, 'TRUE']],
    ]);
  });

  test('texts in the table of strings: plain, in runs, with readings', () => {
    const strings = shared(['<t>甲</t>', '<r><t>乙</t></r><r><t>丙_x000D_</t></r><rPh><t>bing</t></rPh>']);
    const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>9</v></c>';
    expect(values(xlsx(row(cells), {'xl/sharedStrings.xml': strings}))).toEqual([[1, [0, '甲'], [1, '乙丙\r']]]);
  });

  test.each([
    ['<c t="inlineStr"><is><t>甲</t></is></c>', '甲'],
    ['<c t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c>', '甲乙'],
    ['<c><v>0.1</v></c>', '0.1'],
    ['<c t="n"><v>1E3</v></c>', '1000'],
    ['<c t="b"><v>0</v></c>', 'FALSE'],
    ['<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c t="d"><v>2026-12-31T00:00:00</v></c>', '2026-12-31'],
  ])('%s', (cell, text) => expect(shown(cell)).toBe(text));

  test.each([
    [14, '', '46387', '2026-12-31'],
    [31, '', '46387.75', '2026-12-31'],
    [
      176,
      '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>',
      '46387',
      '2026-12-31',
    ],
    [176, '<numFmt numFmtId="176" formatCode="[$-409]0.00&quot;day&quot;"/>', '46387', '46387'],
    [176, '<numFmt numFmtId="176" formatCode="0.00E+00"/>', '46387', '46387'],
    [20, '', '0.5', '0.5'],
    [14, '', '1', '1900-01-01'],
    [14, '', '61', '1900-03-01'],
    [14, '', '-1', '-1'],
    [14, '', '9999999', '9999999'],
  ])('a number with format %i %s: %s is %s', (format, codes, value, text) => {
    expect(shown(`<c s="1"><v>${value}</v></c>`, {'xl/styles.xml': styles([format], codes)})).toBe(text);
    expect(shown(`<c s="0"><v>${value}</v></c>`, {'xl/styles.xml': styles([format], codes)})).toBe(value);
  });

  test('days counted from 1904', () => {
    const others = {
      'xl/styles.xml': styles([14]),
      'xl/workbook.xml': workbook('<sheet name="a" sheetId="1" r:id="rId1"/>', ' date1904="1"'),
    };
    expect(shown('<c s="1"><v>44925</v></c>', others)).toBe('2026-12-31');
    expect(shown('<c s="1"><v>0</v></c>', others)).toBe('1904-01-01');
  });

  test('rows and cells that are left out', () => {
    const rows =
      '<row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row><row r="9"/>';
    expect(values(xlsx(rows))).toEqual([[3, [1, '1'], [26, '2']], [4, [0, '3'], [1, '4']], [9]]);
  });

  test('the first sheet that shows, as the workbook orders them', () => {
    const sheets = '<sheet name="a" sheetId="1" state="hidden" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId2"/>';
    const others = {
      'xl/workbook.xml': workbook(sheets),
      'xl/worksheets/sheet2.xml': sheet(row('<c><v>2</v></c>')),
    };
    expect(values(xlsx(row('<c><v>1</v></c>'), others))).toEqual([[1, [0, '2']]]);
  });

  test('with names of its own for the namespace', () => {
    const part = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(values(xlsx('', {'xl/worksheets/sheet1.xml': part}))).toEqual([[1, [0, '5']]]);
  });
});

describe('a workbook that cannot be read', () => {
  const whole = xlsx(row('<c><v>1</v></c>'));
  const bomb = xlsx('', {'xl/worksheets/sheet1.xml': sheet(' '.repeat(40_000_000))});
  test.each([
    ['encrypted', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '取消密码'],
    ['empty', new Uint8Array(), '已经损坏'],
    ['text', new TextEncoder().encode('词,应为\n'), '已经损坏'],
    ['cut off', whole.slice(0, whole.length / 2), '已经损坏'],
    ['no XML', xlsx('', {'xl/worksheets/sheet1.xml': '<worksheet><row>'}), '已经损坏'],
    ['a bomb', bomb, '大得不像词表'],
    ['without sheets', xlsx('', {'xl/workbook.xml': workbook('')}), '没有能读的工作表'],
    ['no relationships', xlsx('', {'xl/_rels/workbook.xml.rels': '<a/>'}), '没有能读的工作表'],
  ])('%s', (_, bytes, message) => {
    let caught: unknown;
    try {
      readWorkbook(bytes);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(UserError);
    expect((caught as UserError).text.zh).toContain(message);
    expect((caught as UserError).text.zh).toContain('另存为 .xlsx 或 CSV');
  });
});
