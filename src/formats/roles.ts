import {Block, type Field, type Role} from '../core/article.js';
import {HAN} from '../core/characters.js';
import type {SourceMap} from '../core/source-map.js';
import {type MetadataLine, parseMetadataLine} from './metadata-line.js';

/** A line, paragraph or cell as a format reads it, before it is known what it is in the article. */
export interface Draft {
  readonly text: string;
  readonly map: SourceMap;
  /** Set where the markup says what it is; only drafts without a role are classified by their words. */
  readonly role?: Role;
  /** Whether an image stands right before it. */
  readonly afterImage?: boolean;
}

/** One expression for all of them: it runs on every short line. */
const FURNITURE = new RegExp(
  [
    /今日是\s*[:：]/,
    /^(?:今天是|现在是|今日是)/,
    /欢迎(?:访问|光临|您访问)/,
    /^模式切换$/,
    /^(?:[【[\]】\s]*(?:(?:打印|关闭|返回|收藏|我要纠错|纠错|分享|推荐)(?:本页|此页|窗口|正文|页面|顶部|文章)?|(?<=[【[\]】\s])顶部))+[】\]\s]*$/,
    /^[【[]?\s*(?:字体|字号|文字大小)\s*[:：]?[\s【[（(]*(?:特?大|加大|放大|中|小|默认)/,
    /^(?:上一篇|下一篇|上一条|下一条)\s*[:：]?/,
    /^(?:您?当前(?:的)?位置|您?现在(?:的)?位置|您的位置|首页\s*[>＞»/›])/,
    /归档时间\s*[:：]/,
    /^(?:浏览次数|点击数|点击率|阅读次数|阅读量|浏览量|访问量|访问次数)\s*[:：]?\s*\d*\s*次?$/,
    /^(?:扫一扫|长按(?:识别|二维码|关注)|关注(?:我们|公众号)|分享到)/,
    /(?:网站标识码|ICP备\d|公网安备|版权所有)/,
    /^正文\s*[:：]?$/,
  ]
    .map(({source}) => source)
    .join('|'),
);

const CHINESE_NUMBER = '[一二三四五六七八九十百零〇]+';
const HEADING = new RegExp(
  `^(?:第${CHINESE_NUMBER}[编章节部]|${CHINESE_NUMBER}、|[（(]${CHINESE_NUMBER}[)）]|\\d{1,2}[.．、](?!\\d)|【[^】]{2,20}】$)`,
);
const ITEM = new RegExp(
  `^(?:[（(](?:${CHINESE_NUMBER}|\\d{1,2})[)）]|\\d{1,2}(?:[.．、](?!\\d)|[)）])|[a-zA-Z][)）.．](?=[\\s${HAN}])|[①-⑳]|第${CHINESE_NUMBER}条|[-*•·●■◆□◇]\\s*(?=\\S)|附件\\s*\\d*\\s*[:：]|\\[\\d{1,3}\\]|${CHINESE_NUMBER}、)`,
);
const FINISHED = /[。！？；][”’）)】》]?$/;
const CAPTION_MARK = new RegExp(`^(?:[▲△▼▽]\\s*\\S|[↑↓]\\s*[${HAN}])`);
const CAPTION_WORDS =
  /^[（(]?(?:图为|图中为|上图为?|下图为?|左图为?|右图为?|以上图为|图[①-⑳]|图片为|照片为)|^[（(]?(?:图片?说明|图注|图说)\s*[:：]/;
const FIGURE = /^图\s*(?:\d{1,2}(?:[-—.]\d{1,2})?|[一二三四五六七八九十]{1,2})(?:[\s：:.．、]|$)/;
const CREDIT_START =
  /^[（(【[]?\s*(?:(?:本文|文中|以上|文章)?(?:所有|全部)?(?:图片|照片|摄影|摄像|图|图源|供图|配图|图文|文字|文图|文|撰文|来源|供稿|通讯员|记者|作者|编辑|撰稿|见习记者|全媒体记者|本报记者|首席记者|实习生|审核|校对|责编|责任编辑|一审|二审|三审|初审|复审|终审|监制)(?:\/(?:图|文|摄影|摄|视频)|来源|提供|均?由|及?图片|、图)?\s*[:：/／\s]?)/;
const CREDIT_WORDS =
  /(?:摄影?报道|[摄摄][)）】\]]?$|供图|供稿|图[/／]文|文[/／]图|图片来源|照片来源|图源|摄影\s*[:：]|(?:图片|照片)(?:均)?由.{2,30}提供|[（(](?:本报|本网|见习|全媒体|首席|特约)?(?:记者|通讯员|作者|编辑|供稿|撰稿|来源|责编|审核))/;
const DATE_LINE =
  /^(?:\d{4}|[二〇○零一三四五六七八九]{4})年[\d一二三四五六七八九十×X]{1,3}月[\d一二三四五六七八九十×X]{1,3}日$/;
/** With the white space by which such lines are spread out or set to the right. */
const LONGEST_DATE_LINE = 80;
/** 国发〔2018〕38号 on a line of its own, between the headline and whom a document is sent to. */
const DOCUMENT_NUMBER = /^[^\s，。]{1,12}[〔[【（(]\d{4}[〕\]】）)]\d{1,5}号$/;
const COLUMN_GAP = /\t|\u3000{2,}| {2,}|\u3000(?=\S)/g;

/** What each draft is in the article, and the metadata that stands in the text. */
export function assignRoles(drafts: readonly Draft[]): {blocks: Block[]; fields: Field[]} {
  const blocks: Block[] = [];
  const fields: Field[] = [];
  const roles = classify(drafts);
  drafts.forEach((draft, index) => {
    const {role, line} = roles[index]!;
    if (line) fields.push(...fieldsOf(draft, line));
    const title = role === 'title' && line ? line.values[0]! : undefined;
    const text = title ? draft.text.slice(title.valueStart, title.valueEnd) : draft.text;
    const map = title ? draft.map.slice(title.valueStart, title.valueEnd) : draft.map;
    blocks.push(new Block(index, role, text, map, draft.afterImage ?? false));
  });
  if (!fields.some(({name}) => name === 'title')) {
    const title = blocks.find(({role}) => role === 'title');
    if (title) fields.unshift(titleField(title));
  }
  return {blocks, fields};
}

function fieldsOf({text, map}: Draft, {values}: MetadataLine): Field[] {
  const fields: Field[] = [];
  for (const {name, label, labelStart, labelEnd, valueStart, valueEnd} of values) {
    if (name === 'furniture') continue;
    const at = valueEnd > valueStart ? map.start(valueStart) : map.end(valueStart);
    fields.push({
      name,
      label,
      value: text.slice(valueStart, valueEnd),
      span: [at, valueEnd > valueStart ? map.end(valueEnd) : at],
      labelSpan: [map.start(labelStart), map.end(labelEnd)],
      origin: 'visible',
    });
  }
  return fields;
}

function titleField(title: Block): Field {
  return {name: 'title', label: '标题', value: title.text, span: title.span, labelSpan: title.span, origin: 'visible'};
}

interface Classified {
  role: Role;
  line?: MetadataLine;
}

function classify(drafts: readonly Draft[]): Classified[] {
  const results: Classified[] = [];
  const plainCells = textTables(drafts);
  let title: string | undefined = drafts.find(({role}) => role === 'title')?.text;
  let bodyStarted = false;
  drafts.forEach((draft, index) => {
    const result = draft.role ? certain(draft, draft.role) : guess(index);
    results.push(result);
    if (result.role === 'title') title ??= draft.text;
    if (result.role === 'paragraph' || result.role === 'item' || result.role === 'heading')
      bodyStarted ||= !DOCUMENT_NUMBER.test(draft.text);
  });
  signatures(drafts, results);
  return results;

  function certain(draft: Draft, role: Role): Classified {
    if (role !== 'title') return {role};
    const line = parseMetadataLine(draft.text);
    return line?.values[0]?.name === 'title' ? {role, line} : {role};
  }

  function guess(index: number): Classified {
    const draft = drafts[index]!;
    const {text} = draft;
    if (text.length <= 120 && FURNITURE.test(text)) return {role: 'furniture'};
    const line = parseMetadataLine(text);
    if (line) return {role: line.values[0]!.name === 'title' ? 'title' : 'metadata', line};
    if (isCaption(draft, index)) return {role: 'caption'};
    if (plainCells.has(index)) return {role: 'cell'};
    if (isCredit(text)) return {role: 'credit'};
    if (title === undefined ? !bodyStarted && couldBeTitle(index) : text === title) return {role: 'title'};
    if (!bodyStarted && text.length <= 80 && /[:：]$/.test(text) && !HEADING.test(text)) return {role: 'salutation'};
    if (HEADING.test(text) && text.length <= 60 && !FINISHED.test(text) && !/[。；：:，]/.test(text))
      return {role: 'heading'};
    if (ITEM.test(text)) return {role: 'item'};
    return {role: 'paragraph'};
  }

  function isCaption({text, afterImage}: Draft, index: number): boolean {
    if (CAPTION_MARK.test(text)) return !isBulletList(drafts, index);
    if (CAPTION_WORDS.test(text)) return text.length <= 200;
    if (FIGURE.test(text)) return text.length <= 80 && !/[。；]$/.test(text);
    return (
      afterImage === true &&
      text.length <= 80 &&
      !/[。；：]$/.test(text) &&
      !HEADING.test(text) &&
      !/^[A-Z][.．、]/.test(text) &&
      !couldBeCreditOnly(text)
    );
  }

  function couldBeTitle(index: number): boolean {
    const {text} = drafts[index]!;
    const next = drafts[index + 1]?.text;
    if (next !== undefined && text.length <= 80 && parseMetadataLine(next)) return true;
    return text.length <= 80 && !/[。；，、：:]$/.test(text) && !/。/.test(text);
  }
}

/** Three or more marked lines in a row that are sentences are a list with fancy bullets, not captions. */
function isBulletList(drafts: readonly Draft[], index: number): boolean {
  const bullet = (at: number) => {
    const text = drafts[at]?.text ?? '';
    return CAPTION_MARK.test(text) && FINISHED.test(text);
  };
  if (!bullet(index)) return false;
  let first = index;
  while (bullet(first - 1)) first--;
  let last = index;
  while (bullet(last + 1)) last++;
  return last - first >= 2;
}

function isCredit(text: string): boolean {
  if (text.length > 80 || /[。；，]./.test(text)) return false;
  const bracketed = /^[（(【[].*[)）】\]]$/.test(text);
  return CREDIT_WORDS.test(text) && (bracketed || CREDIT_START.test(text) || text.length <= 24);
}

function couldBeCreditOnly(text: string): boolean {
  return isCredit(text) && (CREDIT_START.test(text) || /^[（(]/.test(text));
}

/** Lines of a table typed with spaces or tabs: at least two neighbouring lines of three or more columns. */
function textTables(drafts: readonly Draft[]): Set<number> {
  const columns = drafts.map(({role, text}) =>
    role || /[。！？]/.test(text) ? 0 : (text.match(COLUMN_GAP)?.length ?? 0) + 1,
  );
  const cells = new Set<number>();
  columns.forEach((count, index) => {
    if (count >= 3 && ((columns[index - 1] ?? 0) >= 3 || (columns[index + 1] ?? 0) >= 3)) cells.add(index);
  });
  return cells;
}

/** The closing lines: a date alone on its line and the unit names right above it. */
function signatures(drafts: readonly Draft[], results: Classified[]): void {
  for (let index = drafts.length - 1; index >= 0; index--) {
    if (drafts[index]!.text.length > LONGEST_DATE_LINE) continue;
    const text = drafts[index]!.text.replace(/\s/g, '');
    if (!DATE_LINE.test(text) || !isBody(results[index]!.role)) continue;
    results[index] = {role: 'signature'};
    for (let above = index - 1; above >= Math.max(0, index - 4); above--) {
      const line = drafts[above]!.text;
      if (!isBody(results[above]!.role) || line.length > 40 || /[。；：:，！？]/.test(line)) break;
      results[above] = {role: 'signature'};
    }
  }
}

function isBody(role: Role): boolean {
  return role === 'paragraph' || role === 'item';
}
