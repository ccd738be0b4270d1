import {UserError} from '../core/user-error.js';
import {Archive} from '../formats/docx/archive.js';
import {mainPart, type Part} from '../formats/docx/relationships.js';
import {walk} from '../formats/docx/xml.js';
import {UnreadableError} from '../formats/format.js';

/** A row of a worksheet. */
interface SheetRow {
  /** Its number in the sheet, 1-based. */
  readonly line: number;
  /** What its cells show, by their 0-based column; empty cells are left out. */
  readonly cells: ReadonlyMap<number, string>;
}

/**
 * The rows of the first visible worksheet of an Excel workbook (.xlsx). Dates become YYYY-MM-DD; other numbers are as
 * they are stored, and of formulas the result counts that was stored with them.
 * @throws {UserError} when it is damaged, protected by a password, or larger unpacked than any list.
 */
export function readWorkbook(bytes: Uint8Array): SheetRow[] {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new UserError({
      zh: '有密码保护，或者是旧的 .xls 格式，读不出来：请用 Excel 或 WPS 打开，取消密码，另存为 .xlsx 或 CSV',
      en: 'it is protected by a password, or an old .xls: open it in Excel or WPS, remove the password, save it as .xlsx or CSV',
    });
  }
  try {
    const archive = new Archive(bytes);
    const workbook = mainPart(archive);
    const {sheet, since1904} = firstSheet(archive, workbook);
    const strings = sharedStrings(archive.text(workbook.related.get('sharedStrings') ?? ''));
    const dates = dateStyles(archive.text(workbook.related.get('styles') ?? ''));
    return rowsOf(archive.text(sheet) ?? '', (type, style, value) => {
      if (type === 's') return strings[Number(value)] ?? '';
      if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
      if (type === 'd') return value.slice(0, 'YYYY-MM-DD'.length);
      if (type !== 'n') return unescaped(value);
      const number = Number(value);
      if (value === '' || !Number.isFinite(number)) return value;
      return (dates.has(style) ? dateOf(number, since1904) : undefined) ?? String(number);
    });
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new UserError({
      zh: 'Excel 工作簿已经损坏，或者解压后大得不像词表，读不出来：请用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV',
      en: 'the workbook is damaged, or larger unpacked than any list: open it in Excel or WPS, save it as .xlsx or CSV',
    });
  }
}

/** The part of the first worksheet that is not hidden, and whether days are counted from 1904. */
function firstSheet(archive: Archive, {name, relationships}: Part): {sheet: string; since1904: boolean} {
  const targets = new Map<string, string>();
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  walk(archive.text(relationships) ?? '<none/>', {
    open(tag) {
      if (!tag.attribute('Type')?.endsWith('/worksheet')) return;
      const target = tag.attribute('Target') ?? '';
      targets.set(tag.attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : folder + target);
    },
    close() {},
  });
  let sheet: string | undefined;
  let since1904 = false;
  walk(archive.text(name) ?? '<none/>', {
    open(tag) {
      if (tag.name === 'workbookPr') since1904 = /^(?:1|true)$/.test(tag.attribute('date1904') ?? '');
      if (tag.name !== 'sheet' || /^(?:h|veryH)idden$/.test(tag.attribute('state') ?? '')) return;
      sheet ??= targets.get(tag.attribute('r:id') ?? '');
    },
    close() {},
  });
  if (sheet === undefined || !archive.has(sheet)) {
    throw new UserError({
      zh: '工作簿里没有能读的工作表：请用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV',
      en: 'the workbook has no worksheet to read: open it in Excel or WPS, save it as .xlsx or CSV',
    });
  }
  return {sheet, since1904};
}

/** The texts that cells refer to by number: plain ones, and those of several runs; readings above characters are no text. */
function sharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let runs: string[] = [];
  let inText = false;
  let inReading = false;
  walk(xml, {
    open({name}) {
      if (name === 'si') runs = [];
      if (name === 'rPh') inReading = true;
      inText = name === 't' && !inReading;
    },
    close({name}) {
      if (name === 'si') strings.push(unescaped(runs.join('')));
      if (name === 'rPh') inReading = false;
      inText = false;
    },
    text(text) {
      if (inText) runs.push(text);
    },
  });
  return strings;
}

/** Formats of dates among those that have no code of their own, Chinese and Japanese ones included. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
}

/** The styles of cells that show a number as a date, by the index that cells give. */
function dateStyles(xml: string | undefined): Set<number> {
  const styles = new Set<number>();
  if (xml === undefined) return styles;
  const codes = new Map<number, boolean>();
  let inFormats = false;
  let index = 0;
  walk(xml, {
    open(tag) {
      if (tag.name === 'cellXfs') inFormats = true;
      const id = Number(tag.attribute('numFmtId') ?? '0');
      if (tag.name === 'numFmt') codes.set(id, showsDay(tag.attribute('formatCode') ?? ''));
      if (tag.name !== 'xf' || !inFormats) return;
      if (codes.get(id) ?? isBuiltInDate(id)) styles.add(index);
      index++;
    },
    close({name}) {
      if (name === 'cellXfs') inFormats = false;
    },
  });
  return styles;
}

/** Whether a format code has a year or day outside its quoted and bracketed parts. */
function showsDay(code: string): boolean {
  return /[yde]/i.test(code.replace(/"[^"]{0,255}"|\[[^\]]{0,255}\]|\\./g, '').replace(/E[+-]/gi, ''));
}

const DAY = 86_400_000;
/** The first and last day that a workbook can hold, as days of 1900. */
const LAST_DAY = 2_958_465;

/** A day as Excel counts them; undefined where there is no such day. */
function dateOf(serial: number, since1904: boolean): string | undefined {
  const day = Math.floor(serial);
  if (day < (since1904 ? 0 : 1) || day > LAST_DAY) return undefined;
  // Day 60 of 1900 is 29 February, which that year did not have: days before it count from a day later.
  const first = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(first + day * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

function rowsOf(xml: string, shown: (type: string, style: number, value: string) => string): SheetRow[] {
  const rows: SheetRow[] = [];
  let line = 0;
  let cells = new Map<number, string>();
  let column = -1;
  let cell = {type: 'n', style: 0};
  let value: string[] = [];
  let reading: 'v' | 't' | undefined;
  let inReading = false;
  walk(xml, {
    open(tag) {
      if (tag.name === 'row') {
        line = Number(tag.attribute('r') ?? line + 1);
        cells = new Map();
        column = -1;
      } else if (tag.name === 'c') {
        column = columnOf(tag.attribute('r')) ?? column + 1;
        cell = {type: tag.attribute('t') ?? 'n', style: Number(tag.attribute('s') ?? '0')};
        value = [];
      } else if (tag.name === 'rPh') inReading = true;
      reading = tag.name === 'v' ? 'v' : tag.name === 't' && !inReading ? 't' : undefined;
    },
    close({name}) {
      reading = undefined;
      if (name === 'rPh') inReading = false;
      if (name === 'row') rows.push({line, cells});
      if (name !== 'c') return;
      const text = shown(cell.type, cell.style, value.join(''));
      if (text.trim() !== '') cells.set(column, text);
    },
    text(text) {
      if (reading) value.push(text);
    },
  });
  return rows;
}

/** The 0-based column of a cell's address: AB12 is in the 28th. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(address ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Characters that XML cannot hold are written as their code: _x000D_. */
function unescaped(text: string): string {
  return text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
