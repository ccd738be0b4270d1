import type * as zod from 'zod';
import type {Article} from './article.js';
import {FIELD_NAMES} from './field-names.js';
import type {Severity} from './rule.js';

/** A field that an article must have. */
export interface RequiredField {
  /** Canonical name (`date`), its Chinese name (发布日期), or a label of the user's own (一审). */
  readonly name: string;
  /** Other labels under which it may stand. */
  readonly labels?: readonly string[] | undefined;
  /** Regular expression that the whole value must match. */
  readonly pattern?: string | undefined;
  /** A value as it should be, for the message. */
  readonly example?: string | undefined;
  /** Severity when it is missing, empty or malformed; `error` unless said. */
  readonly severity?: Severity | undefined;
}

/** A kind of article by what must be known about it. */
export interface ArticleType {
  /** The type whose fields come first; its fields of the same name are replaced. */
  readonly extends?: string | undefined;
  /** Columns of a site, or values of `type` in front matter, that tell the type. */
  readonly names?: readonly string[] | undefined;
  readonly fields?: ReadonlyArray<string | RequiredField> | undefined;
}

/**
 * The built-in types. 国办发〔2017〕47号 asks every item for a source and a time of publication; 政府信息公开条例（2019）第十二条
 * has 索引、名称、生成日期 in the catalogue of documents; 互联网新闻信息服务管理规定（2017）第十五条 wants the author and the editor of
 * a reprint named.
 */
export const ARTICLE_TYPES: Readonly<Record<string, ArticleType>> = {
  news: {names: ['新闻', '新闻动态', '工作动态', '政务动态', '政务要闻'], fields: ['title', 'source', 'date']},
  notice: {
    names: ['通知', '公告', '公示', '通知公告', '公示公告', '公告公示'],
    fields: ['title', 'source', 'date'],
  },
  policy: {
    names: ['政策文件', '规范性文件', '行政规范性文件', '政府文件', '部门文件'],
    fields: [
      'title',
      'publisher',
      'date',
      {name: 'indexNumber', severity: 'warning'},
      {name: 'writtenDate', severity: 'warning'},
      {name: 'documentNumber', severity: 'warning'},
      {name: 'subject', severity: 'note'},
      {name: 'status', severity: 'note'},
    ],
  },
  interpretation: {names: ['解读', '政策解读', '文件解读'], fields: ['title', 'source', 'date']},
  reprint: {
    names: ['转载', '媒体转载'],
    fields: ['title', 'source', 'date', {name: 'author', severity: 'warning'}, {name: 'editor', severity: 'warning'}],
  },
  meeting: {names: ['会议', '政府会议', '常务会议'], fields: ['title', 'source', 'date']},
  personnel: {
    names: ['人事', '人事任免', '人事信息'],
    fields: ['title', 'source', 'date', {name: 'documentNumber', severity: 'note'}],
  },
};

/** Front matter fields that may name the type. */
const TYPE_FIELDS = ['type', '类型', '文章类型'];

/** The type that an article names in its front matter, else the one that its column tells; undefined for neither. */
export function typeOf(
  {metadata}: Article,
  types: Readonly<Record<string, ArticleType>>,
): {name: string; told: 'front-matter' | 'column'} | undefined {
  const find = (value: string) =>
    Object.hasOwn(types, value) ? value : Object.keys(types).find(type => types[type]!.names?.includes(value));
  for (const {value, origin} of TYPE_FIELDS.flatMap(name => metadata.get(name) ?? [])) {
    const name = origin === 'front-matter' ? find(value.trim()) : undefined;
    if (name) return {name, told: 'front-matter'};
  }
  for (const {value} of metadata.get('column') ?? []) {
    const name = find(value.trim());
    if (name) return {name, told: 'column'};
  }
  return undefined;
}

/** The fields of a type with those of the types that it extends; undefined when one of them does not exist or they go in a circle. */
export function fieldsOf(name: string, types: Readonly<Record<string, ArticleType>>): RequiredField[] | undefined {
  const fields = new Map<string, RequiredField>();
  const chain: ArticleType[] = [];
  for (let next: string | undefined = name; next !== undefined; next = chain[0]!.extends) {
    if (!Object.hasOwn(types, next) || chain.includes(types[next]!)) return undefined;
    chain.unshift(types[next]!);
  }
  for (const type of chain) for (const field of asFields(type.fields ?? [])) fields.set(field.name, field);
  return [...fields.values()];
}

/** Fields as written, with canonical names where they have one: 发文字号 is `documentNumber`. */
export function asFields(fields: ReadonlyArray<string | RequiredField>): RequiredField[] {
  return fields.map(field => {
    const {name, ...rest} = typeof field === 'string' ? {name: field} : field;
    return {...rest, name: CANONICAL.get(name) ?? name};
  });
}

const CANONICAL = new Map(Object.entries(FIELD_NAMES).map(([name, {zh}]) => [zh, name]));

/** The schema of a required field and of a type as a configuration writes them. */
export function articleTypeSchema(z: typeof zod.z) {
  const labels = z.array(z.string().min(1));
  const pattern = z.string().refine(isPattern, {error: '不是正确的正则表达式 / not a valid regular expression'});
  const severity = z.enum(['note', 'warning', 'error']);
  const field = z.union([
    z.string().min(1),
    z
      .strictObject({name: z.string().min(1), labels, pattern, example: z.string(), severity})
      .partial({labels: true, pattern: true, example: true, severity: true}),
  ]);
  const type = z.strictObject({extends: z.string(), names: labels, fields: z.array(field)}).partial();
  return {field, type};
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
