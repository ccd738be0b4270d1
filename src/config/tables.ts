import {readFileSync} from 'node:fs';
import {dirname, extname, resolve} from 'node:path';
import type {AnyRule, Columns, Row, Text} from '../core/rule.js';
import type {Problem} from '../core/run.js';
import {UserError} from '../core/user-error.js';
import type {ConfigFile, ConfigPath} from './file.js';
import type {UserConfig} from './schema.js';
import {problem} from './validate.js';

type Settings = NonNullable<UserConfig['rules']>;
type Report = (problem: Problem) => void;

/** A list that cannot be used, or a row of it. */
class TableError extends UserError {}

/**
 * The settings with every list that a rule's option names by path read, its rows in its place. Paths count from the
 * configuration file. A list or row that cannot be used is reported and left out.
 */
export async function withTables(
  file: ConfigFile,
  at: ConfigPath,
  settings: Settings,
  known: ReadonlyMap<string, AnyRule>,
  report: Report,
): Promise<Settings> {
  const read: Record<string, Settings[string]> = {...settings};
  for (const [id, setting] of Object.entries(settings)) {
    const tables = known.get(id)?.tables;
    if (!tables || typeof setting === 'string' || setting[1] === undefined) continue;
    const options: Record<string, unknown> = {...setting[1]};
    for (const [name, columns] of Object.entries(tables as Readonly<Record<string, Columns>>)) {
      if (Array.isArray(options[name]))
        options[name] = await rowsOf(file, [...at, id, 1, name], options[name], columns, report);
    }
    read[id] = [setting[0], options];
  }
  return read;
}

async function rowsOf(
  file: ConfigFile,
  at: ConfigPath,
  items: ReadonlyArray<string | Record<string, unknown>>,
  columns: Columns,
  report: Report,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [index, item] of items.entries()) {
    const place = [...at, index];
    const where = typeof item === 'string' ? item : undefined;
    let line = 0;
    try {
      const raw =
        typeof item === 'string' ? await readTable(resolve(dirname(file.path), item)) : [{cells: item, line: 0}];
      for (const {cells, line: own} of raw) {
        line = own;
        try {
          const row = await rowOf(cells, columns);
          if (row) rows.push(row);
        } catch (error) {
          if (!(error instanceof TableError)) throw error;
          report(problem(file, place, inList(error.text, where, line)));
        }
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const text =
        error instanceof UserError ? error.text : {zh: `读不出来（${reason}）`, en: `it cannot be read (${reason})`};
      report(problem(file, place, inList(text, where, 0)));
    }
  }
  return rows;
}

function inList({zh, en}: Text, list: string | undefined, line: number): Text {
  if (list === undefined) return {zh, en};
  return {
    zh: `词表 ${list}${line > 0 ? ` 第 ${line} 行` : ''}：${zh}`,
    en: `list ${list}${line > 0 ? `, line ${line}` : ''}: ${en}`,
  };
}

interface RawRow {
  readonly cells: Readonly<Record<string, unknown>>;
  /** 1-based; 0 where it is not known. */
  readonly line: number;
}

async function readTable(path: string): Promise<RawRow[]> {
  const extension = extname(path).toLowerCase();
  if (extension === '.xls' || extension === '.et') {
    throw new TableError({
      zh: `不读 ${extension} 工作簿：请用 Excel 或 WPS 另存为 .xlsx 或 CSV`,
      en: `workbooks named ${extension} are not read: save it as .xlsx or CSV in Excel or WPS`,
    });
  }
  const bytes = readFileSync(path);
  if (extension === '.xlsx') return rowsOfWorkbook(bytes);
  const text = decode(bytes);
  if (extension === '.yaml' || extension === '.yml' || extension === '.json') {
    const {parse} = await import('yaml');
    const value: unknown = parse(text);
    if (!Array.isArray(value) || value.some(row => typeof row !== 'object' || row === null))
      throw new TableError({zh: '应是一个列表，每项是一组“列名: 值”', en: 'expected a list of rows with named cells'});
    return (value as RawRow['cells'][]).map(cells => ({cells, line: 0}));
  }
  const {default: papa} = await import('papaparse');
  const {rows, skipped} = withoutComments(text);
  const {data, meta} = papa.parse<Record<string, unknown>>(rows, {
    header: true,
    delimiter: extension === '.tsv' ? '\t' : '',
    delimitersToGuess: [',', '\t', ';'],
    quoteChar: extension === '.tsv' ? '\0' : '"',
    transformHeader: heading => heading.trim(),
  });
  if (!meta.fields?.length) throw new TableError({zh: '是空的，第一行应是列名', en: 'it is empty; expected headings'});
  return data
    .map((cells, index) => ({cells, line: skipped + index + 2}))
    .filter(({cells}) => Object.values(cells).some(cell => typeof cell === 'string' && cell.trim() !== ''));
}

async function rowsOfWorkbook(bytes: Uint8Array): Promise<RawRow[]> {
  const {readWorkbook} = await import('./workbook.js');
  const rows = readWorkbook(bytes).filter(({cells}) => {
    const [first] = cells.values();
    return first !== undefined && !first.startsWith('#');
  });
  const [head, ...others] = rows;
  if (!head) throw new TableError({zh: '是空的，第一行应是列名', en: 'it is empty; expected headings'});
  const headings = Array.from(head.cells, ([column, heading]) => [column, heading.trim()] as const);
  return others.map(({line, cells}) => ({
    cells: Object.fromEntries(headings.map(([column, heading]) => [heading, cells.get(column)])),
    line,
  }));
}

/** Excel saves CSV in the encoding of the system, which is GBK on a Chinese Windows. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Lines that begin with # say something about the list; behind the headings they stay as empty lines, so that lines count. */
function withoutComments(text: string): {rows: string; skipped: number} {
  const lines = text.split(/\r\n?|\n/).map(line => (line.startsWith('#') ? '' : line));
  const skipped = Math.max(
    lines.findIndex(line => line.trim() !== ''),
    0,
  );
  return {rows: lines.slice(skipped).join('\n'), skipped};
}

const SEVERITIES: Readonly<Record<string, string>> = {
  错误: 'error',
  警告: 'warning',
  提示: 'note',
  error: 'error',
  warning: 'warning',
  note: 'note',
};

/** A row with the columns' own names; undefined when it has expired. */
async function rowOf(cells: RawRow['cells'], columns: Columns): Promise<Row | undefined> {
  const row: Record<string, string> = {};
  for (const [name, {headings, required, form}] of Object.entries(columns)) {
    const heading = [name, ...headings].find(heading => Object.hasOwn(cells, heading));
    const cell = heading === undefined ? undefined : cells[heading];
    const value = cell === null || cell === undefined ? '' : String(cell).trim();
    if (value === '') {
      if (!required) continue;
      const wanted = headings[0] ?? name;
      throw new TableError({zh: `缺少“${wanted}”`, en: `\`${name}\` is missing`});
    }
    if (form === 'date' || form === 'expiry') {
      const date = dateOf(value);
      if (form === 'expiry' && date < today()) return undefined;
      row[name] = date;
    } else if (form === 'severity') {
      const severity = SEVERITIES[value];
      if (!severity) throw new TableError({zh: `没有“${value}”这个级别`, en: `unknown severity \`${value}\``});
      row[name] = severity;
    } else row[name] = form === 'glob' ? await expressionOf(value) : value;
  }
  return row;
}

function dateOf(value: string): string {
  const match = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$/.exec(value);
  if (!match)
    throw new TableError({zh: `日期“${value}”应写作 2024-05-01`, en: `expected a date as 2024-05-01, got ${value}`});
  const [, year, month = '', day = '1'] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** A glob counts from any folder: 通知/** matches below every folder 通知. */
async function expressionOf(glob: string): Promise<string> {
  const {default: picomatch} = await import('picomatch');
  return picomatch.makeRe(`**/${glob.replace(/^\.?\//, '')}`, {dot: true}).source;
}
