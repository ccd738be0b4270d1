import type {Article, Block} from '../src/core/article.js';
import {HAN} from '../src/core/characters.js';
import {defineRule} from '../src/core/rule.js';

interface Options {
  minLength: number;
}

export default defineRule<Options, 'missing'>({
  id: 'missing-terminal-punctuation',
  severity: 'warning',
  inspection: 'points',
  fix: 'suggested',
  basis: ['GB/T 15834-2011 4.1.3.1', '《报纸编校质量评比差错认定细则》第三十六条'],
  summary: {zh: '正文段落末尾须有句末标点', en: 'A paragraph of the body ends with an end mark'},
  defaults: {minLength: 60},
  options: z => ({
    minLength: z
      .int()
      .min(1)
      .describe(
        '段内没有句号时，短于此字数的段落只在确是句子、前后段落都有句末标点时才报 / below this length, paragraphs without any full stop inside are reported only when their words and neighbours show that they are sentences',
      ),
  }),
  messages: {
    missing: {zh: '段末缺少句末标点：应在“{word}”之后加“。”', en: 'Missing end mark: expected `。` after `{word}`'},
  },
  check(article, {options, report}) {
    for (const block of article.blocks) {
      if (!lacksEnd(block) || !isProse(article, block, options.minLength)) continue;
      const end = block.text.length;
      report(block, [end, end], 'missing', {
        data: {word: block.text.slice(Math.max(0, end - 6))},
        fix: [{range: [end, end], text: '。'}],
      });
    }
  },
});

/**
 * What a finished paragraph ends with; ： and ； lead on to the next one, and a break is the business of other rules, as is
 * an opening mark without its partner. Characters of no width may stand behind.
 */
const ENDED =
  /[。！？…；：，、—～．!?;:.,“‘（(《【〔「]["'”’）)》】〕」\u0000-\u001f\u00ad\u200b-\u200f\u2060\ue000-\uf8ff\ufeff]*$/;
/** Paragraphs whose last words are no part of a sentence, each for its own reason. */
const NO_SENTENCE: readonly RegExp[] = [
  // a signature or list set apart behind the last sentence
  /。\s{3,}[^。，]{1,120}$/,
  // a telephone number, a date set below the text
  /\d[\d-]{6,30}[)）]?$|\s\d{4}年\d{1,2}月\d{1,2}日$|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$/,
  // a labelled line
  /^(?:[^，。：:]{0,8}(?:单位|部门|机关|科室|时限|时间|地点|对象)|联系人|联系方式|联系电话|咨询电话|电话|传真|地址|邮编|邮箱|附件|附表|注|备注|抄送|主送|主办|承办|编辑|记者|来源|责任编辑)\s{0,9}\d{0,9}\s{0,9}[:：]/,
  // who wrote it or took the picture: after the last sentence or in brackets
  /(?:责任编辑|责编|编辑|记者|通讯员|来源|作者|供稿|审核|校对)\s*[:：]\s*[^。，；]{1,24}$/,
  /”[（(][^（）()]{2,24}[)）]$/,
  // a note in brackets behind the last sentence: who is in charge of a measure （民政部、财政部等负责）, （略）, （多选）
  /[。！？；：][（(][^（）()]{1,120}[)）]$/,
  // names of documents behind the last sentence, not in one: 【政策依据】《……》（2020年第8号）
  /[。；）)】]\s*(?:[^。，；：]{0,12}：\s*)?(?:（\d{1,2}）)?《[^《》]{1,120}》(?:[（(][^（）()]{1,40}[)）])?$/,
  /[（(](?:记者|通讯员|供稿|来源|编辑|作者|见习记者|本报记者|责编|审核)[^（）()]{0,40}[)）]$/,
  // set phrases of the page or of the document
  /[[【]\s*(?:详细|全文|更多|原文)\s*[\]】]$|（此件[^（）]{2,12}）$/,
  /[（(][^（）()]{0,30}(?:摄|供稿|供图|报道|撰稿|提供|整理)[)）]$/,
  /(?:记者|通讯员)\s*[^。，；]{1,20}[摄文图]$/,
];

function lacksEnd(block: Block): boolean {
  const {role, normalized, afterImage} = block;
  if (role !== 'paragraph' && role !== 'item') return false;
  if (ENDED.test(normalized) || (afterImage && normalized.length < 80)) return false;
  if (NO_SENTENCE.some(pattern => pattern.test(normalized))) return false;
  // An address of a page or mail box, or the name of a file.
  const [, addressEnd] = block.zones.literals.at(-1) ?? [0, 0];
  return addressEnd === 0 || HAN_AFTER.test(normalized.slice(addressEnd));
}

const HAN_AFTER = new RegExp(`[${HAN}]`);

/** Whether the paragraph is made of sentences, as its words or those around it show. */
function isProse(article: Article, block: Block, minLength: number): boolean {
  const text = outsideBrackets(block.normalized);
  if (isWrapped(article, block)) return false;
  // A full stop before the end is the surest sign; a question may be that of a heading.
  if (/[。！；]./.test(text)) return !endsWithList(text);
  if (block.role === 'item' && inUnmarkedList(article, block) && !endsItsParagraphs(article.blocks, block))
    return false;
  if (text.length < minLength) return isShortSentence(article, block, text);
  return /[，：]/.test(text) && !/[\t\u3000]|\s{2}/.test(text);
}

/** Without what stands in brackets, where a heading may hold a whole sentence. */
function outsideBrackets(text: string): string {
  const bracketed = /[（(][^（）()]{0,300}[)）]/g;
  return text.replace(bracketed, '').replace(bracketed, '');
}

/** From here on a paragraph without a full stop can be a sentence; headings and slogans are mostly shorter. */
const SHORT = 24;
/** From here on it is one unless something speaks against it. */
const MIDDLE = 40;
/** Words that headings do without: what opens a report, and 了; figures at the end. */
const SENTENCE =
  /^(?:据|截[至止]|目前|此外|近日|日前|随后|对此|为此|今年|去年|根据|下一步|\d{1,4}[年月])|[示调出醒绍]，|了|\d(?:[%％]|[万亿]?[元人个件次户家例吨亩名起项])$/;
/** Words of captions and labels, and what sets columns or parts of a headline apart. */
const NOT_SENTENCE = /^[^，。]{1,12}：|正在|[摄图]$|\s/;

/**
 * A sentence shorter than `minLength`: it has a comma, and stands among paragraphs with end marks in an article that
 * puts them.
 */
function isShortSentence(article: Article, block: Block, text: string): boolean {
  if (text.length < SHORT || !text.includes('，') || NOT_SENTENCE.test(text)) return false;
  if (text.length < MIDDLE && (block.role === 'item' || !SENTENCE.test(text))) return false;
  const {blocks} = article;
  const before = blocks[block.index - 1];
  const after = blocks[block.index + 1];
  if (
    before?.role === 'title' ||
    [before, after].some(next => next?.role === block.role && !ENDED.test(next.normalized))
  )
    return false;
  return endsItsParagraphs(blocks, block);
}

/** Whether most other blocks of the same role and some length have their end marks. */
function endsItsParagraphs(blocks: readonly Block[], {index, role}: Block): boolean {
  let ended = 0;
  let open = 0;
  for (const other of blocks) {
    if (other.role !== role || other.index === index || other.text.length < MIDDLE) continue;
    if (ENDED.test(other.normalized)) ended++;
    else open++;
  }
  return ended >= 2 && ended >= 4 * open;
}

/** A line that the next one goes on with was broken by whatever wrote the file. */
function isWrapped({blocks}: Article, {index}: Block): boolean {
  return /^[，。；：、！？）》”]/.test(blocks[index + 1]?.normalized ?? '');
}

/** A list none of whose items ends with a mark is written so on purpose. */
function inUnmarkedList({blocks}: Article, {index}: Block): boolean {
  return [blocks[index - 1], blocks[index + 1]].some(next => next?.role === 'item' && !ENDED.test(next.normalized));
}

/** 「……联系电话：0889-5550505」 and the like at the end of a paragraph. */
function endsWithList(text: string): boolean {
  const tail = text.slice(Math.max(text.lastIndexOf('。'), text.lastIndexOf('；'), text.lastIndexOf('！')) + 1);
  return /^[^，。]{0,16}：[^，]{0,40}$/.test(tail.trim()) && /[\d\w]$/.test(tail);
}
