import type {Field} from '../../core/article.js';
import {HAN} from '../../core/characters.js';
import type {Span} from '../../core/source.js';
import {canonicalName, labelName} from '../metadata.js';
import type {HtmlLine} from './lines.js';
import {attribute, attributeName, attributeSpan, type HtmlElement, type HtmlPage} from './page.js';
import {attributeText} from './text.js';

/**
 * The names of page tags by 国办发〔2017〕47号, and those that publishing systems use beside them; others, such as
 * `viewport`, say nothing about the article.
 */
const TAGS = new Map(
  `SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnKeywords ColumnType ArticleTitle PubDate ContentSource
  Keywords Author Description Image Url publishdate source contentid`
    .split(/\s+/)
    .map(name => [name.toLowerCase(), name]),
);

/** The page's tags as fields: `<meta name="ArticleTitle" content="…">` and so on. */
export function tagFields(page: HtmlPage): Field[] {
  const fields: Field[] = [];
  for (const element of page.elements) {
    if (element.name !== 'meta') continue;
    const labelSpan = attributeSpan(page.text, element, 'name');
    if (!labelSpan) continue;
    const label = page.text.slice(labelSpan[0], labelSpan[1]).trim();
    const known = TAGS.get(label.toLowerCase());
    if (known === undefined) continue;
    fields.push({name: canonicalName(known), label, ...contentOf(page, element, labelSpan), labelSpan, origin: 'tag'});
  }
  return fields;
}

const CHARSET = /charset\s*=\s*["']?\s*([^\s;"']+)/i;
const LONGEST_CONTENT_TYPE = 200;

/** Every declaration of the page's character encoding as a field named `charset`. */
export function charsetFields({text, elements}: HtmlPage): Field[] {
  const fields: Field[] = [];
  const add = (value: string, span: Span, labelSpan: Span) =>
    fields.push({name: 'charset', label: 'charset', value, span, labelSpan, origin: 'tag'});
  for (const element of elements) {
    if (element.name !== 'meta') continue;
    const own = attributeSpan(text, element, 'charset');
    if (own) {
      const raw = text.slice(own[0], own[1]);
      const start = own[0] + (raw.length - raw.trimStart().length);
      add(raw.trim(), [start, start + raw.trim().length], attributeName(text, element, 'charset')!);
      continue;
    }
    const content = attributeSpan(text, element, 'content');
    if (!content || attribute(text, element, 'http-equiv').trim().toLowerCase() !== 'content-type') continue;
    const match = CHARSET.exec(text.slice(content[0], Math.min(content[1], content[0] + LONGEST_CONTENT_TYPE)));
    if (!match) continue;
    const end = content[0] + match.index + match[0].length;
    const label = content[0] + match.index;
    add(match[1]!, [end - match[1]!.length, end], [label, label + 'charset'.length]);
  }
  return fields;
}

function contentOf(page: HtmlPage, element: HtmlElement, labelSpan: Span): {value: string; span: Span} {
  const span = attributeSpan(page.text, element, 'content');
  if (!span) return {value: '', span: [labelSpan[1], labelSpan[1]]};
  const {text, map} = attributeText(page.text, span);
  return {value: text, span: text === '' ? [span[0], span[0]] : [map.start(0), map.end(text.length)]};
}

const PAIR = /^((?:[^\s:：]\s*){1,8})[:：]\s*/;

/** The field of a line that is one label and its value, such as 「索 引 号： 014717475N」; undefined when it is none. */
export function pairField({text, map}: HtmlLine): Field | undefined {
  const match = PAIR.exec(text.slice(0, 40));
  if (!match) return undefined;
  const label = match[1]!.replace(/\s/g, '');
  const name = labelName(label);
  if (name === undefined || name === 'furniture') return undefined;
  const value = text.slice(match[0].length);
  const end = map.end(match[1]!.length + 1);
  return {
    name,
    label,
    value,
    span: value === '' ? [end, end] : [map.start(match[0].length), map.end(text.length)],
    labelSpan: [map.start(0), map.end(match[1]!.trimEnd().length)],
    origin: 'visible',
  };
}

const CLOCK = '\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?![\\d:：])';
/** A date at the start of a line, with its time if it has one; without a time nothing but white space or a bar follows it. */
export const DATE = new RegExp(
  `^(?:19|20)\\d{2}(?:[-/.]\\d{1,2}[-/.]\\d{1,2}(?:\\s+${CLOCK}|(?=\\s|$|[|｜]))|年\\d{1,2}月\\d{1,2}日(?:\\s*${CLOCK}|(?=\\s|$|[|｜])))`,
);

/** The date with which a line below the headline begins, when it stands there without a label. */
export function bareDate(line: HtmlLine): {field: Field; length: number} | undefined {
  const match = DATE.exec(line.text);
  return match
    ? {field: bareField(line, 'date', '发布日期', [0, match[0].length]), length: match[0].length}
    : undefined;
}

const UNIT = `([${HAN}]{2,24}?(?:局|厅|委|办|府|网|报|社|台|部|院|会|处|所|站|中心|办公室|发布))`;
const UNIT_BEHIND = new RegExp(`^[\\s|｜]*${UNIT}(?=\\s|$|[|｜])`);
const UNIT_BEFORE = new RegExp(`(?:^|\\s)${UNIT}\\s+(?=\\d)`);

/** The unit named right behind such a date: 「2024-05-01 09:30　某县融媒体中心」. */
export function bareSource(line: HtmlLine, from: number): Field | undefined {
  const match = UNIT_BEHIND.exec(line.text.slice(from));
  if (!match) return undefined;
  const end = from + match[0].length;
  return bareField(line, 'source', '来源', [end - match[1]!.length, end]);
}

const LONGEST_FACTS = 80;

/** A unit and behind it, at the end of the line, a date without labels: 「青山发布　2024年5月1日 09:30」. */
export function sourceAndDate(line: HtmlLine): Field[] | undefined {
  const {text} = line;
  const match = text.length <= LONGEST_FACTS ? UNIT_BEFORE.exec(text) : null;
  if (!match) return undefined;
  const end = match.index + match[0].length;
  if (DATE.exec(text.slice(end))?.[0].length !== text.length - end) return undefined;
  const start = end - match[0].trimStart().length;
  return [
    bareField(line, 'source', '来源', [start, start + match[1]!.length]),
    bareField(line, 'date', '发布日期', [end, text.length]),
  ];
}

function bareField({text, map}: HtmlLine, name: string, label: string, [start, end]: Span): Field {
  const span: Span = [map.start(start), map.end(end)];
  return {name, label, value: text.slice(start, end), span, labelSpan: span, origin: 'visible'};
}

/**
 * Where an empty visible value belongs: publishing systems mark its place by a pair of comments
 * (`发布日期：<!-- begin --><!-- end -->`), and it is between them.
 */
export function slotOf(text: string, field: Field): Field {
  if (field.value !== '' || field.origin !== 'visible') return field;
  const [at] = field.span;
  if (!text.startsWith('<!--', at)) return field;
  const end = text.indexOf('-->', at);
  return end !== -1 && text.startsWith('<!--', end + 3) ? {...field, span: [end + 3, end + 3]} : field;
}
