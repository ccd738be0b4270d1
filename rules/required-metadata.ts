import type {Article, Field} from '../src/core/article.js';
import {FIELD_NAMES} from '../src/core/field-names.js';
import {list} from '../src/core/message.js';
import {defineRule, type RuleContext, type Text} from '../src/core/rule.js';

interface Options {
  fields: readonly string[];
  time: 'require' | 'optional';
}

type Message = 'missing' | 'empty' | 'malformedDate' | 'impossibleDate' | 'missingTime' | 'danglingSeparator';
type Context = RuleContext<Options, Message>;

export default defineRule<Options, Message>({
  id: 'required-metadata',
  severity: 'error',
  basis: ['国办发〔2017〕47号 附件《网页设计规范》', '国办秘函〔2019〕19号'],
  summary: {
    zh: '文章须有标题、来源、发布日期，且不得留空、写错',
    en: 'An article has a title, a source and a publication date, filled in and well formed',
  },
  defaults: {fields: ['title', 'source', 'date'], time: 'optional'},
  options: z => ({
    fields: z.array(z.string()).describe('必填的元数据名称 / names of the fields that must be there'),
    time: z
      .enum(['require', 'optional'])
      .describe('发布日期是否必须写到时、分 / whether the publication date needs hours and minutes'),
  }),
  messages: {
    missing: {
      zh: '缺少{fields}：应在正文之前写明，如“{example}”',
      en: 'Missing {fields}: expected before the text, such as `{example}`',
    },
    empty: {
      zh: '“{label}”后面是空的：应填写{field}，没有的请删去这一项',
      en: 'Empty `{label}`: expected the {field} after it, or remove the label',
    },
    malformedDate: {
      zh: '{field}“{value}”写法不规范，应写作“2024-05-01 09:30”这样的年、月、日和时间',
      en: 'Malformed {field} `{value}`: expected year, month, day and time, such as `2024-05-01 09:30`',
    },
    impossibleDate: {zh: '{field}“{value}”不存在：{reason}', en: 'Impossible {field} `{value}`: {reason}'},
    missingTime: {
      zh: '{field}“{value}”没有写到时、分，应写作“{value} 09:30”这样',
      en: '{field} `{value}` has no time: expected such as `{value} 09:30`',
    },
    danglingSeparator: {
      zh: '行末的“{mark}”后面是空的：应填写这一项，或者删去“{mark}”',
      en: 'Nothing after the last `{mark}`: expected a field there, or no separator',
    },
  },
  check(article, context) {
    if (!article.holdsArticle) return;
    checkMissing(article, context);
    for (const [name, fields] of article.metadata) {
      for (const field of fields) checkField(article, context, name, field);
    }
    checkSeparators(article, context);
  },
});

const EXAMPLES: Readonly<Record<string, string>> = {
  title: '标题：某某县召开……会议',
  source: '来源：某某县融媒体中心',
  date: '发布日期：2024-05-01 09:30',
};

/** One finding for all fields that are nowhere: at the metadata line, else at the headline, else at the start. */
function checkMissing(article: Article, {options, report}: Context): void {
  const missing = options.fields.filter(
    name => !article.metadata.has(name) && !(name === 'source' && isDocument(article)),
  );
  if (missing.length === 0) return;
  const place =
    article.blocks.find(({role}) => role === 'metadata') ?? article.blocks.find(({role}) => role === 'title');
  const example = missing.map(name => EXAMPLES[name] ?? `${nameOf(name).zh}：……`).join('　');
  const data = {fields: list(missing.map(nameOf)), example};
  if (place) report(place, [0, place.text.length], 'missing', {data});
  else report(article, [0, 0], 'missing', {data});
}

/** Catalogues of documents name who issued one (发文机关) in place of a source. */
function isDocument({metadata}: Article): boolean {
  return metadata.get('publisher')?.some(({value}) => value !== '') === true;
}

function nameOf(name: string): Text {
  return FIELD_NAMES[name] ?? {zh: name, en: name};
}

function checkField(article: Article, {options, report}: Context, name: string, field: Field): void {
  const required = options.fields.includes(name);
  if (field.value === '') {
    // An empty 来源 fails an inspection; an empty 作者 only looks careless.
    const severity = required ? 'error' : 'warning';
    // 国办发〔2017〕47号 leaves page tags such as Author and Image to the site.
    const optional = field.origin === 'tag' && !required;
    if (!isCounter(name) && !optional)
      report(article, field.span, 'empty', {data: {label: field.label, field: nameOf(name)}, severity});
    return;
  }
  if (name !== 'date' || !required) return;
  const data = {field: nameOf(name), value: field.value};
  const parsed = parseDate(field.value);
  if (!parsed) report(article, field.span, 'malformedDate', {data});
  else if (parsed.problem) report(article, field.span, 'impossibleDate', {data: {...data, reason: parsed.problem}});
  else if (!parsed.time && options.time === 'require') report(article, field.span, 'missingTime', {data});
}

/** Counters are filled in by the site when the page is shown; in a copy they are often empty. */
function isCounter(name: string): boolean {
  return name === 'views';
}

const DATE =
  /^(\d{4})\s*([-/.年])\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:(?:[T\s]|(?<=日))\s*(\d{1,2})\s*[:：时]\s*(\d{1,2})(?:\s*[:：分]\s*(\d{1,2})(?:\.\d+)?)?\s*[分秒]?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/;

interface ParsedDate {
  time: boolean;
  problem?: Text;
}

/** Reads YYYY-MM-DD HH:MM and its usual variants; undefined when the value is no date at all. */
function parseDate(value: string): ParsedDate | undefined {
  const match = DATE.exec(value.trim());
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const time = match[5] !== undefined;
  if (month < 1 || month > 12) return {time, problem: {zh: `没有 ${month} 月`, en: `there is no month ${month}`}};
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > days) {
    return {time, problem: {zh: `${year} 年 ${month} 月只有 ${days} 天`, en: `${year}-${month} has ${days} days`}};
  }
  if (time && (Number(match[5]) > 23 || Number(match[6]) > 59 || Number(match[7] ?? 0) > 59)) {
    return {time, problem: {zh: '时间应在 00:00 至 23:59 之间', en: 'the time must lie between 00:00 and 23:59'}};
  }
  return {time};
}

/** 「来源：… | 发布日期：… |」: whatever stood after the last separator is gone. */
function checkSeparators(article: Article, {report}: Context): void {
  for (const block of article.blocks) {
    if (block.role !== 'metadata') continue;
    const match = /[|｜丨]$/.exec(block.text);
    if (!match) continue;
    report(block, [0, block.text.length], 'danglingSeparator', {data: {mark: match[0]}, severity: 'warning'});
  }
}
