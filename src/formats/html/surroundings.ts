import type {Field} from '../../core/article.js';
import type {MappedText} from '../inline.js';
import {labelName} from '../metadata.js';
import {parseMetadataLine} from '../metadata-line.js';
import type {Draft} from '../roles.js';
import {bareDate, bareSource, pairField, sourceAndDate} from './fields.js';
import {type HtmlLine, readLines} from './lines.js';
import type {HtmlElement, HtmlPage} from './page.js';

/** What stands around the body and belongs to the article: the headline, and the lines and tables that name source and date. */
export interface Surroundings {
  readonly above: readonly Draft[];
  readonly below: readonly Draft[];
  /** Fields of drafts that have a role already; those of the others are read with their roles. */
  readonly fields: readonly Field[];
}

/** The row 标题 of a table of facts above the body, and its value. */
export function titleRow(lines: readonly HtmlLine[]): {line: HtmlLine; value: MappedText} | undefined {
  for (const line of lines) {
    const field = line.kind === 'text' && !line.control ? pairField(line) : undefined;
    if (field?.name !== 'title' || field.value === '') continue;
    const from = line.text.length - field.value.length;
    return {line, value: {text: field.value, map: line.map.slice(from, line.text.length)}};
  }
  return undefined;
}

export function readSurroundings(
  page: HtmlPage,
  body: HtmlElement,
  before: readonly HtmlLine[],
  headline: HtmlLine | undefined,
): Surroundings {
  const collector = new FieldCollector();
  const frame = frameOf(page, body, headline);
  for (const line of before) {
    if (line.start < frame.start) continue;
    if (line === headline) collector.drafts.push({text: line.text, map: line.map, role: 'title'});
    else collector.add(line, headline !== undefined && line.start > headline.start);
  }
  const above = collector.drafts;
  collector.drafts = [];
  if (headline && frame.name !== 'body' && frame.name !== 'html' && frame.parent) {
    for (const line of readLines(page, body.to + 1, frame.to, 'around')) collector.add(line, false);
  }
  return {above, below: collector.drafts, fields: collector.fields};
}

/** The innermost element that holds both headline and body; what is outside belongs to the site. */
function frameOf({elements}: HtmlPage, body: HtmlElement, headline: HtmlLine | undefined): HtmlElement {
  const around = new Set<HtmlElement>();
  for (let element: HtmlElement | undefined = body; element; element = element.parent) around.add(element);
  let frame = headline?.style.block;
  while (frame && !around.has(frame)) frame = frame.parent;
  return frame ?? elements[0]!;
}

class FieldCollector {
  drafts: Draft[] = [];
  readonly fields: Field[] = [];

  add(line: HtmlLine, belowHeadline: boolean): void {
    if (line.kind === 'image' || line.control) return;
    const {text, map} = line;
    const pair = pairField(line);
    // The head of a list of documents: 索引号 │ 发布机构.
    if (pair && labelName(pair.value) !== undefined) return;
    const values = parseMetadataLine(text)?.values;
    if (values && values[0]!.name !== 'title' && (values.length > 1 || !pair || !isEmptyRow(pair))) {
      if (values.some(({name}) => name !== 'views' && name !== 'furniture')) this.drafts.push({text, map});
      return;
    }
    if (pair) this.#addPair(line, pair);
    else if (belowHeadline) this.#addBareDate(line);
  }

  #addPair({text, map}: HtmlLine, field: Field): void {
    if (field.name === 'views' || isEmptyRow(field)) return;
    this.fields.push(field);
    this.drafts.push({text, map, role: 'metadata'});
  }

  #addBareDate(line: HtmlLine): void {
    const read = readBareDate(line);
    if (!read) return;
    this.fields.push(...read.fields);
    this.drafts.push(...read.drafts);
  }
}

/** Rows of a template that were left empty say nothing, unless the article must have them. */
function isEmptyRow({name, value}: Field): boolean {
  return value === '' && name !== 'source' && name !== 'date';
}

export interface BareLine {
  readonly fields: Field[];
  readonly drafts: Draft[];
}

/**
 * A line that begins with a date without a label (「2024-05-01 09:30　来源：某县融媒体中心」) as one draft for the date,
 * whose field is known, and one for the rest, if that is a line of fields or names a unit; or a line that ends with a unit
 * and such a date.
 */
export function readBareDate(line: HtmlLine): BareLine | undefined {
  const date = bareDate(line);
  if (!date) {
    const fields = sourceAndDate(line);
    return fields && {fields, drafts: [{text: line.text, map: line.map, role: 'metadata'}]};
  }
  const {length, field} = date;
  const part = (from: number, to: number) => ({text: line.text.slice(from, to), map: line.map.slice(from, to)});
  const first: Draft = {...part(0, length), role: 'metadata'};
  const rest = line.text.slice(length);
  const from = length + rest.length - rest.trimStart().length;
  const last = part(from, line.text.length);
  if (parseMetadataLine(last.text)) return {fields: [field], drafts: [first, last]};
  const source = bareSource(line, length);
  return source
    ? {fields: [field, source], drafts: [first, {...last, role: 'metadata'}]}
    : {fields: [field], drafts: [first]};
}
