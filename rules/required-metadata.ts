import type {Article, Block, Field} from '../src/core/article.js';
import {
  ARTICLE_TYPES,
  type ArticleType,
  articleTypeSchema,
  asFields,
  fieldsOf,
  type RequiredField,
  typeOf,
} from '../src/core/article-types.js';
import {FIELD_NAMES} from '../src/core/field-names.js';
import {list} from '../src/core/message.js';
import {readDate} from '../src/core/publication-date.js';
import {defineRule, type RuleContext, type Severity, type Text} from '../src/core/rule.js';
import type {Span} from '../src/core/source.js';

interface Options {
  type: string;
  types: Readonly<Record<string, ArticleType>>;
  fields: ReadonlyArray<string | RequiredField>;
  time: 'require' | 'optional';
  tags: 'require' | 'optional';
}

type Message =
  | 'missing'
  | 'missingTags'
  | 'empty'
  | 'filler'
  | 'malformedValue'
  | 'malformedDate'
  | 'impossibleDate'
  | 'missingTime'
  | 'danglingSeparator'
  | 'unknownType';
type Context = RuleContext<Options, Message>;

export default defineRule<Options, Message>({
  id: 'required-metadata',
  severity: 'error',
  inspection: 'points',
  basis: [
    '国办发〔2017〕47号 附件《网页设计规范》',
    '国办秘函〔2019〕19号',
    '政府信息公开条例（2019）第十二条',
    '互联网新闻信息服务管理规定（2017）第十五条',
  ],
  summary: {
    zh: '文章须有标题、来源、发布日期等项目，且不得留空、写错',
    en: 'An article has a title, a source, a publication date and what its kind wants, filled in and well formed',
  },
  defaults: {type: 'auto', types: {}, fields: ['title', 'source', 'date'], time: 'optional', tags: 'optional'},
  options: z => {
    const {field, type} = articleTypeSchema(z);
    return {
      type: z
        .string()
        .min(1)
        .describe(
          '文章类型：auto 看 front matter 的 type 和栏目名，none 不分类型，或者一个类型的名称 / the type of the articles: `auto` by front matter and column, `none`, or a name',
        ),
      types: z
        .record(z.string(), type)
        .describe('自定的文章类型，同名的替换内置的 / types of your own, in place of built-in ones of the same name'),
      fields: z
        .array(field)
        .describe(
          '没有类型的文章必填的项目：名称，或 {name, labels, pattern, example, severity} / what articles of no type must have',
        ),
      time: z
        .enum(['require', 'optional'])
        .describe('发布日期是否必须写到时、分 / whether the publication date needs hours and minutes'),
      tags: z
        .enum(['require', 'optional'])
        .describe('网页是否必须有 ArticleTitle、PubDate、ContentSource 标签 / whether a page needs these three tags'),
    };
  },
  messages: {
    missing: {
      zh: '缺少{fields}：应在正文之前写明，如“{example}”',
      en: 'Missing {fields}: expected before the text, such as `{example}`',
    },
    missingTags: {
      zh: '网页缺少标签 {tags}：应在 <head> 里写明，如 {example}',
      en: 'The page lacks the tags {tags}: expected in <head>, such as {example}',
    },
    empty: {
      zh: '“{label}”后面是空的：应填写{field}，没有的请删去这一项',
      en: 'Empty `{label}`: expected the {field} after it, or remove the label',
    },
    filler: {
      zh: '“{label}”填的是“{value}”，等于没有填：应填写{field}，没有的请删去这一项',
      en: '`{label}` holds the filler `{value}`: expected the {field}, or remove it',
    },
    malformedValue: {
      zh: '{field}“{value}”写法不合规定，应写作“{expected}”这样',
      en: 'Malformed {field} `{value}`: expected such as `{expected}`',
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
    unknownType: {
      zh: '配置里没有“{type}”这个文章类型，或者它的 extends 绕了回来：可以用 {known}，或在 types 里写明',
      en: 'There is no article type `{type}` in the configuration, or its `extends` go in a circle: use {known}, or define it in `types`',
    },
  },
  check(article, context) {
    if (!article.holdsArticle) return;
    const required = requiredFields(article, context);
    checkMissing(article, required, context);
    if (article.format === 'html' && context.options.tags === 'require') checkTags(article, context);
    for (const [name, fields] of article.metadata) {
      for (const field of fields) {
        const spec = required.find(wanted => isField(wanted, name, field));
        checkField(article, context, name, field, spec);
      }
    }
    checkSeparators(article, context);
  },
});

function requiredFields(article: Article, {options, report}: Context): RequiredField[] {
  const types = {...ARTICLE_TYPES, ...options.types};
  const told = options.type === 'auto' ? typeOf(article, types) : undefined;
  const type = told?.name ?? (options.type === 'auto' || options.type === 'none' ? undefined : options.type);
  if (type === undefined) return asFields(options.fields);
  const fields = fieldsOf(type, types);
  // A column holds articles of other kinds, too: what it only suggests is no more than a note.
  if (fields && told?.told === 'column')
    return fields.map(field => (field.severity === 'warning' ? {...field, severity: 'note' as const} : field));
  if (fields) return fields;
  report(article, [0, 0], 'unknownType', {data: {type, known: Object.keys(types).join('、')}});
  return asFields(options.fields);
}

function isField({name, labels = []}: RequiredField, fieldName: string, {label}: Field): boolean {
  return name === fieldName || name === label || labels.includes(label) || labels.includes(fieldName);
}

const EXAMPLES: Readonly<Record<string, string>> = {
  title: '标题：某某县召开……会议',
  source: '来源：某某县融媒体中心',
  date: '发布日期：2024-05-01 09:30',
  writtenDate: '成文日期：2024-05-01',
  documentNumber: '发文字号：某政办发〔2024〕5号',
};

/** One finding for all missing fields of the same severity: at the metadata line, else at the headline, else at the start. */
function checkMissing(article: Article, required: readonly RequiredField[], {report}: Context): void {
  const missing = required.filter(field => !isThere(article, field));
  const place =
    article.blocks.find(({role}) => role === 'metadata') ?? article.blocks.find(({role}) => role === 'title');
  for (const severity of ['error', 'warning', 'note'] as const) {
    const alike = missing.filter(field => (field.severity ?? 'error') === severity);
    if (alike.length === 0) continue;
    const example = alike.map(exampleOf).join('　');
    const details = {data: {fields: list(alike.map(({name}) => nameOf(name))), example}, severity};
    if (place) report(place, [0, place.text.length], 'missing', details);
    else report(article, [0, 0], 'missing', details);
  }
}

function exampleOf({name, example}: RequiredField): string {
  return example === undefined ? (EXAMPLES[name] ?? `${nameOf(name).zh}：……`) : `${nameOf(name).zh}：${example}`;
}

function isThere(article: Article, field: RequiredField): boolean {
  for (const [name, fields] of article.metadata) if (fields.some(found => isField(field, name, found))) return true;
  // Catalogues of documents name who issued one (发文机关) in place of a source.
  if (field.name === 'source') return article.metadata.get('publisher')?.some(({value}) => value !== '') === true;
  if (field.name === 'publisher') return article.metadata.get('source')?.some(({value}) => value !== '') === true;
  if (field.name === 'documentNumber' && article.blocks.slice(0, HEAD).some(({text}) => NUMBER_LINE.test(text)))
    return true;
  // The date below the text is the one of writing.
  if (field.name === 'writtenDate' && article.blocks.some(({role, text}) => role === 'signature' && /日$/.test(text)))
    return true;
  return inText(article.blocks, field);
}

/** How many blocks stand above the text of a document at most. */
const HEAD = 12;
/** 青政发〔2024〕5号 on a line of its own. */
const NUMBER_LINE = /^[^\s，。]{1,14}[〔[【（(]\d{4}[〕\]】）)]\s?\d{1,5}\s?号$/;

/** Labels of an office's own (一审：张三) stand anywhere in the short lines around the text. */
function inText(blocks: readonly Block[], {name, labels = []}: RequiredField): boolean {
  const own = [name, ...labels].filter(label => /[\u4e00-\u9fff]/.test(label));
  return blocks.some(({text, role}) => {
    if (text.length > LONGEST_LINE || role === 'title' || role === 'caption') return false;
    return own.some(label => {
      const at = text.indexOf(label);
      return (
        at !== -1 && /^\s*[:：/／|｜丨]\s*[^\s|｜)）】]/.test(text.slice(at + label.length, at + label.length + 20))
      );
    });
  });
}

const LONGEST_LINE = 200;

/** 国办发〔2017〕47号 附件 网页标签. */
const TAGS = {title: 'ArticleTitle', date: 'PubDate', source: 'ContentSource'} as const;

function checkTags(article: Article, {report}: Context): void {
  const missing = Object.entries(TAGS).filter(
    ([name, tag]) =>
      !article.metadata
        .get(name)
        ?.some(({origin, label}) => origin === 'tag' && label.toLowerCase() === tag.toLowerCase()),
  );
  if (missing.length === 0) return;
  const place = article.blocks.find(({role}) => role === 'title');
  const [start, end]: Span = place ? place.span : [0, 0];
  const tags = missing.map(([, tag]) => tag).join('、');
  report(article, [start, end], 'missingTags', {
    data: {tags, example: `<meta name="${missing[0]![1]}" content="……">`},
    severity: 'warning',
  });
}

function nameOf(name: string): Text {
  return FIELD_NAMES[name] ?? {zh: name, en: name};
}

/** What publishing systems and hurried editors put where nothing is known; 暂无 too, but not 无, which is an answer. */
const FILLER = /^(?:null|undefined|none|n\/a|test|测试|暂无|空|\{\{[^{}]*\}\}|\$\{[^{}]*\}|#[a-z]+#)$/i;

function checkField(
  article: Article,
  {options, report}: Context,
  name: string,
  field: Field,
  spec: RequiredField | undefined,
): void {
  // An empty 来源 fails an inspection; an empty 作者 only looks careless.
  const severity: Severity = spec ? (spec.severity ?? 'error') : 'warning';
  const data = {
    label: field.label,
    field: spec && !FIELD_NAMES[name] ? nameOf(spec.name) : nameOf(name),
    value: field.value,
  };
  if (field.value === '') {
    // 国办发〔2017〕47号 leaves page tags such as Author and Image to the site.
    const optional = field.origin === 'tag' && !spec;
    if (!isCounter(name) && !optional) report(article, field.span, 'empty', {data, severity});
    return;
  }
  if (name in FIELD_NAMES && !isCounter(name) && FILLER.test(field.value)) {
    report(article, field.span, 'filler', {data, severity});
    return;
  }
  if (spec?.pattern !== undefined && !new RegExp(`^(?:${spec.pattern})$`).test(field.value)) {
    const expected = spec.example ?? spec.pattern;
    report(article, field.span, 'malformedValue', {data: {...data, expected}, severity});
    return;
  }
  if (name !== 'date' || !spec) return;
  const parsed = readDate(field.value);
  if (!parsed) report(article, field.span, 'malformedDate', {data, severity});
  else if (parsed.problem)
    report(article, field.span, 'impossibleDate', {data: {...data, reason: parsed.problem}, severity});
  else if (parsed.minutes === undefined && options.time === 'require')
    report(article, field.span, 'missingTime', {data, severity});
}

/** Counters are filled in by the site when the page is shown; in a copy they are often empty. */
function isCounter(name: string): boolean {
  return name === 'views';
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
