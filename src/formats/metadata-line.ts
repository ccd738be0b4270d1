import {LABELS, labelName} from './metadata.js';

/** One labelled value found in a line: offsets in the line's text. */
interface LabelledValue {
  readonly name: string;
  readonly label: string;
  readonly labelStart: number;
  readonly labelEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface MetadataLine {
  readonly values: readonly LabelledValue[];
}

const SEPARATOR = '|｜丨';
const FIRST_LABEL = new RegExp(`^[${SEPARATOR}\\s]*([【[]\\s*)?(${LABELS})[ \\t\u3000]*[:：]`);
const NEXT_LABEL = new RegExp(`[${SEPARATOR}\\s【】[\\]（(]+(${LABELS})[ \\t\u3000]*[:：]`, 'g');
const BAR = new RegExp(`[${SEPARATOR}]`);
const EDGE = new RegExp(`[${SEPARATOR}\\s【[（(]`);
/** Labels that are also common words of notices (时间：5月1日, 编号：…): a line of these alone is body text. */
const WEAK = new Set([
  '时间',
  '日期',
  '编号',
  '名称',
  '作者',
  '记者',
  '审核',
  '阅读',
  '点击',
  '浏览',
  '打印',
  '分享',
  '文字',
  '编辑',
  '供稿',
  '关键词',
  '监制',
  '校对',
]);
const LONGEST_LINE = 400;

/**
 * Reads a line such as 「来源：某县融媒体中心 | 发布日期：2024-05-01 | 」.
 * Undefined when the line is no metadata line: it starts with no known label, or reads like prose.
 */
export function parseMetadataLine(text: string): MetadataLine | undefined {
  if (text.length > LONGEST_LINE || !/[:：]/.test(text)) return undefined;
  const first = FIRST_LABEL.exec(text);
  if (!first) return undefined;
  const labels = [labelAt(text, first[2]!, first[0].length)];
  NEXT_LABEL.lastIndex = first[0].length - 1;
  // A label may follow at once on an empty value (来源：　发布时间：), so the search starts at the colon.
  for (let match = NEXT_LABEL.exec(text); match; match = NEXT_LABEL.exec(text)) {
    labels.push(labelAt(text, match[1]!, match.index + match[0].length));
    NEXT_LABEL.lastIndex = match.index + match[0].length - 1;
  }
  const values = labels.map((label, index) => valueAfter(text, label, labels[index + 1]?.labelStart ?? text.length));
  if (values.every(({label}) => WEAK.has(label))) return undefined;
  // 【来源：某报】 alone is a credit.
  if (first[1] !== undefined && !(values.length > 1 && values.some(({name}) => name === 'date'))) return undefined;
  if (
    values.some(({name, valueStart, valueEnd}) => name !== 'title' && /[。；]/.test(text.slice(valueStart, valueEnd)))
  )
    return undefined;
  return {values};
}

interface Label {
  name: string;
  label: string;
  labelStart: number;
  labelEnd: number;
  colonEnd: number;
}

function labelAt(text: string, label: string, colonEnd: number): Label {
  const labelStart = text.lastIndexOf(label, colonEnd - 1);
  return {name: labelName(label)!, label, labelStart, labelEnd: labelStart + label.length, colonEnd};
}

function valueAfter(text: string, {colonEnd, ...label}: Label, limit: number): LabelledValue {
  const raw = text.slice(colonEnd, limit);
  // What follows a separator has lost its label: it belongs to no field.
  const bar = raw.search(BAR);
  const own = bar === -1 ? raw : raw.slice(0, bar);
  let end = own.length;
  while (end > 0 && EDGE.test(own[end - 1]!)) end--;
  const bare = own.slice(0, end).trimStart();
  const close = loneClose(bare);
  const value = close === -1 ? bare : bare.slice(0, close).trimEnd();
  const valueStart = value === '' ? colonEnd : colonEnd + own.indexOf(value);
  return {...label, valueStart, valueEnd: valueStart + value.length};
}

/** Where a bracket stands whose other half is before the label, 【发布日期：2024-05-01】【打印】: there the value ends. */
function loneClose(value: string): number {
  const close = value.search(/[】\]]/);
  const open = value.search(/[【[]/);
  return open !== -1 && open < close ? -1 : close;
}
