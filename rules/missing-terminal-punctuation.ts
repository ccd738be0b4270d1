import type {Article, Block} from '../src/core/article.js';
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
        '段内没有句号时，短于此字数的段落不报 / paragraphs without any full stop inside are left alone below this length',
      ),
  }),
  messages: {
    missing: {zh: '段末缺少句末标点：应在“{word}”之后加“。”', en: 'Missing end mark: expected `。` after `{word}`'},
  },
  check(article, {options, report}) {
    for (const block of article.blocks) {
      if (!lacksEnd(block, options.minLength)) continue;
      if (block.role === 'item' && inUnmarkedList(article, block)) continue;
      const end = block.text.length;
      report(block, [end, end], 'missing', {
        data: {word: block.text.slice(Math.max(0, end - 6))},
        fix: [{range: [end, end], text: '。'}],
      });
    }
  },
});

/** What a finished paragraph ends with; ： and ； lead on to the next one, and a break is the business of other rules. */
const ENDED = /[。！？…；：，、—～!?;:.,]["'”’）)》】〕」]*$/;
/** A closing mark after an end mark inside it: 「……。”」, 「（……。）」. */
const CLOSED_AFTER_END = /[。！？…][”’）)】」]+$/;
/** Paragraphs whose last words are no part of a sentence, each for its own reason. */
const NO_SENTENCE: readonly RegExp[] = [
  // an address of a page, mail box or file
  /(?:https?:\/\/\S+|[\w.-]+@[\w.-]+|\.(?:docx?|xlsx?|pdf|zip|rar|jpe?g|png))$/i,
  // a telephone number, a date set below the text
  /\d[\d-]{6,}[)）]?$|\s\d{4}年\d{1,2}月\d{1,2}日$|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$/,
  // a labelled line
  /^(?:联系人|联系方式|联系电话|咨询电话|电话|传真|地址|邮编|邮箱|附件|附表|注|备注|抄送|主送|主办|承办|编辑|记者|来源|责任编辑)\s*\d*\s*[:：]/,
  // who wrote it or took the picture: after the last sentence or in brackets
  /(?:责任编辑|责编|编辑|记者|通讯员|来源|作者|供稿|审核|校对)\s*[:：]\s*[^。，；]{1,24}$/,
  /”[（(][^（）()]{2,24}[)）]$/,
  // a note in brackets behind the last sentence: who is in charge of a measure （民政部、财政部等负责）, （略）
  /[。！？][（(][^（）()]{1,120}[)）]$/,
  /[（(](?:记者|通讯员|供稿|来源|编辑|作者|见习记者|本报记者|责编|审核)[^（）()]{0,40}[)）]$/,
  // set phrases of the page or of the document
  /[[【]\s*(?:详细|全文|更多|原文)\s*[\]】]$|（此件[^（）]{2,12}）$/,
  /[（(][^（）()]{0,30}(?:摄|供稿|供图|报道|撰稿|提供|整理)[)）]$/,
];

function lacksEnd({role, text, afterImage}: Block, minLength: number): boolean {
  if (role !== 'paragraph' && role !== 'item') return false;
  if (ENDED.test(text) || CLOSED_AFTER_END.test(text)) return false;
  if (NO_SENTENCE.some(pattern => pattern.test(text))) return false;
  if (afterImage && text.length < 80) return false;
  // A full stop before the end shows that the paragraph is made of sentences.
  const inner = text.search(/[。！？；]./);
  if (inner !== -1) return !endsWithList(text);
  return text.length >= minLength && /[，：]/.test(text) && !/[\t\u3000]|\s{2}/.test(text);
}

/** A list none of whose items ends with a mark is written so on purpose. */
function inUnmarkedList({blocks}: Article, {index, text}: Block): boolean {
  if (/[。！？；]./.test(text)) return false;
  return [blocks[index - 1], blocks[index + 1]].some(next => next?.role === 'item' && !ENDED.test(next.text));
}

/** 「……联系电话：0889-5550505」 and the like at the end of a paragraph. */
function endsWithList(text: string): boolean {
  const tail = text.slice(Math.max(text.lastIndexOf('。'), text.lastIndexOf('；'), text.lastIndexOf('！')) + 1);
  return /^[^，。]{0,16}[:：][^，]{0,40}$/.test(tail.trim()) && /[\d\w]$/.test(tail);
}
