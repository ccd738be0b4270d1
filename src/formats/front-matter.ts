import {isMap, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap} from 'yaml';
import type {Field} from '../core/article.js';
import type {Source, Span} from '../core/source.js';
import {UnreadableError} from './format.js';
import {canonicalName} from './metadata.js';

const OPENING = /^---[ \t]*(?:\r\n?|\n)/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/gm;

export interface FrontMatter {
  readonly fields: readonly Field[];
  /** Offset at which the article proper begins. */
  readonly end: number;
}

/**
 * The YAML front matter at the top of a source, undefined when there is none.
 * @throws {UnreadableError} when it is not valid YAML, with the line.
 */
export function readFrontMatter(source: Source): FrontMatter | undefined {
  const opening = OPENING.exec(source.text);
  if (!opening) return undefined;
  CLOSING.lastIndex = opening[0].length;
  const closing = CLOSING.exec(source.text);
  if (!closing) return undefined;
  const start = opening[0].length;
  const end = closing.index + closing[0].length;
  const yaml = source.text.slice(start, closing.index);
  const plain = readPlainFields(yaml, start);
  if (plain) return {fields: plain, end};
  const document = parseDocument(yaml, {lineCounter: new LineCounter(), prettyErrors: false, uniqueKeys: false});
  const error = document.errors[0];
  if (error) {
    const {line} = source.point(start + error.pos[0]);
    throw new UnreadableError({
      zh: `第 ${line} 行：开头的 YAML 元数据写法有误（${error.message}），请改正后再检查`,
      en: `line ${line}: the YAML front matter is not valid (${error.message}); correct it and check again`,
    });
  }
  const fields = isMap(document.contents) ? readFields(document.contents, source, start) : [];
  return {fields, end};
}

/** A key and a value that mean themselves in YAML: no indicators, no quotes, no comments, no other types than text. */
const PLAIN_LINE = /^([^\s#:'"[\]{}&*!|>%@`,?-][^\s:#]*): +([^\s'"[\]{}&*!|>%@`#,?:-][^#]*)$/;
const NOTHING = /^(?:~|null)$/i;

/** Nearly all front matter is lines of `key: value`, which need no YAML parser; undefined for any other. */
function readPlainFields(yaml: string, start: number): Field[] | undefined {
  const fields: Field[] = [];
  let at = 0;
  while (at < yaml.length) {
    const lineEnd = yaml.indexOf('\n', at);
    if (lineEnd === -1) return undefined;
    const match = PLAIN_LINE.exec(yaml.slice(at, lineEnd));
    if (!match) return undefined;
    const [whole, label, rest] = match as unknown as [string, string, string];
    const value = rest.trimEnd();
    if (NOTHING.test(value) || /:(?:\s|$)|\r./.test(value) || !onlyAsciiSpace(rest, value.length)) return undefined;
    const valueStart = start + at + whole.length - rest.length;
    fields.push({
      name: canonicalName(label),
      label,
      value,
      span: [valueStart, valueStart + value.length],
      labelSpan: [start + at, start + at + label.length],
      origin: 'front-matter',
    });
    at = lineEnd + 1;
  }
  return fields;
}

function onlyAsciiSpace(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) if (text.charCodeAt(at) > 0x20) return false;
  return true;
}

function readFields(map: YAMLMap, source: Source, start: number): Field[] {
  const fields: Field[] = [];
  for (const pair of map.items) {
    const {key} = pair as Pair;
    if (!isScalar(key) || !key.range) continue;
    const label = String(key.value);
    const labelSpan: Span = [start + key.range[0], start + key.range[1]];
    const {value, span} = readValue(pair as Pair, source, start, labelSpan[1]);
    fields.push({name: canonicalName(label), label, value, span, labelSpan, origin: 'front-matter'});
  }
  return fields;
}

function readValue({value: node}: Pair, source: Source, start: number, keyEnd: number): {value: string; span: Span} {
  if (isScalar(node) && node.range && node.value !== null) {
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
    const span: Span = [start + node.range[0] + quoted, start + node.range[1] - quoted];
    const value = String(node.source ?? node.value).trim();
    return {value, span: value === '' ? [span[0], span[0]] : span};
  }
  if (node && typeof node === 'object' && 'toJSON' in node && 'range' in node && node.range && !isScalar(node)) {
    const range = node.range as [number, number, number];
    const json: unknown = (node as {toJSON(): unknown}).toJSON();
    const value = Array.isArray(json) ? json.join('、') : JSON.stringify(json);
    return {value, span: [start + range[0], start + range[1]]};
  }
  const colon = source.text.indexOf(':', keyEnd);
  const place = colon === -1 ? keyEnd : source.text[colon + 1] === ' ' ? colon + 2 : colon + 1;
  return {value: '', span: [place, place]};
}
