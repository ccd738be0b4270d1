import type {Article, Block, Field} from '../core/article.js';
import type {Language} from '../core/rule.js';
import type {Point, Source, Span} from '../core/source.js';
import type {Suppression} from '../core/suppress.js';
import {cellsOf, cut, textOfCells, widthOfCells} from '../report/cells.js';

interface Place {
  readonly start: Point;
  readonly end: Point;
}

type Placed<T> = Omit<T, 'span' | 'labelSpan'> & Place;

/** What was read of a file, as plain JSON: what the rules see. */
export interface Inspection {
  readonly path: string;
  readonly format: string;
  readonly encoding: string;
  /** Whether the file began with a byte order mark. */
  readonly bom: boolean;
  readonly lines: number;
  /** False for a web page that only leads to articles. */
  readonly holdsArticle: boolean;
  readonly fields: ReadonlyArray<Placed<Field>>;
  readonly blocks: ReadonlyArray<Placed<Pick<Block, 'role' | 'text' | 'afterImage'>>>;
  /** What stands in the file and is not shown. */
  readonly hidden: ReadonlyArray<Placed<Pick<Block, 'text'>>>;
  readonly suppressions: ReadonlyArray<Placed<Suppression>>;
}

export function inspect(article: Article): Inspection {
  const {source, format, holdsArticle, blocks, hidden, metadata, suppressions} = article;
  const fields = [...metadata.values()].flat().sort((a, b) => a.span[0] - b.span[0]);
  return {
    path: source.path,
    format,
    encoding: source.encoding,
    bom: source.bom,
    lines: source.lineCount,
    holdsArticle,
    fields: fields.map(({span, labelSpan: _, ...field}) => ({...field, ...place(source, span)})),
    blocks: blocks.map(({role, text, afterImage, span}) => ({role, text, afterImage, ...place(source, span)})),
    hidden: hidden.map(({text, span}) => ({text, ...place(source, span)})),
    suppressions: suppressions.map(({span, ...suppression}) => ({...suppression, ...place(source, span)})),
  };
}

function place(source: Source, [start, end]: Span): Place {
  return {start: source.point(start), end: source.point(end)};
}

const HEADS = {
  fields: {zh: '元数据', en: 'metadata'},
  blocks: {zh: '段落', en: 'blocks'},
  hidden: {zh: '隐藏的文字', en: 'hidden text'},
  suppressions: {zh: '屏蔽注释', en: 'suppressions'},
} as const;

/** The same for reading: tables of what was read, each row with its place, cut to `width` columns. */
export function inspectionText(inspection: Inspection, language: Language, width: number): string {
  const {path, format, encoding, bom, lines, holdsArticle, fields, blocks, hidden, suppressions} = inspection;
  const zh = language === 'zh';
  const about = [format, bom ? `${encoding} BOM` : encoding, zh ? `${lines} 行` : `${lines} lines`];
  if (!holdsArticle) about.push(zh ? '没有文章（列表、导航、跳转页）' : 'no article (list, navigation, redirect)');
  const tables = {
    fields: fields.map(field => [placeText(field), field.name, field.origin, field.label, field.value]),
    blocks: blocks.map(block => [placeText(block), block.role, block.text]),
    hidden: hidden.map(block => [placeText(block), block.text]),
    suppressions: suppressions.map(comment => [placeText(comment), comment.kind, comment.rules.join(' ')]),
  };
  const parts = [cutLine(`${path}: ${about.join(', ')}`, width)];
  for (const [name, rows] of Object.entries(tables) as Array<[keyof typeof tables, string[][]]>) {
    if (rows.length > 0) parts.push([HEADS[name][language], ...table(rows, width)].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

function placeText({start, end}: Place): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/** No column but the last is wider than this; a name or a label may be anything. */
const WIDEST = 24;

function table(rows: readonly string[][], width: number): string[] {
  const cells = rows.map(row =>
    row.map((text, column) => cut(cellsOf(text), column < row.length - 1 ? WIDEST : width)),
  );
  const widths = rows[0]!.map((_, column) =>
    cells.reduce((most, row) => Math.max(most, widthOfCells(row[column]!)), 0),
  );
  return cells.map(row => {
    const padded = row.map((cell, column) => textOfCells(cell) + ' '.repeat(widths[column]! - widthOfCells(cell)));
    return cutLine(`  ${padded.join('  ')}`.trimEnd(), width);
  });
}

function cutLine(line: string, width: number): string {
  return textOfCells(cut(cellsOf(line), width));
}
