import type {Article, Block, Role} from '../src/core/article.js';
import {chineseAt, HAN} from '../src/core/characters.js';
import type {LoneMark} from '../src/core/pairs.js';
import {defineRule, type RuleContext} from '../src/core/rule.js';

type Message = 'spaceBefore' | 'spaceInside' | 'start' | 'startClosing' | 'endOpening' | 'insidePair';
type Report = RuleContext<object, Message>['report'];

export default defineRule<object, Message>({
  id: 'punctuation-placement',
  severity: 'warning',
  inspection: 'hint',
  fix: 'safe',
  basis: [
    'GB/T 15834-2011 5.1.1',
    'GB/T 15834-2011 5.1.2',
    'GB/T 15834-2011 5.1.3',
    'GB/T 15834-2011 A.8',
    'GB/T 15834-2011 B.2.2',
  ],
  summary: {
    zh: '标点紧跟前面的文字，点号和后一半引号、括号、书名号不放在段首',
    en: 'Marks follow the words at once and do not start a paragraph; opening marks do not end one',
  },
  defaults: {},
  messages: {
    spaceBefore: {
      zh: '{mark} 前面不应有空格：应为“{word}”',
      en: 'Unexpected space before `{mark}`: expected `{word}`',
    },
    spaceInside: {
      zh: '{mark} 后面不应有空格：应为“{word}”',
      en: 'Unexpected space after `{mark}`: expected `{word}`',
    },
    start: {
      zh: '{mark} 不能放在段首：应移到上一段末尾“{word}”之后，或者删去',
      en: 'Unexpected `{mark}` at the start of a paragraph: expected after `{word}` above, or nowhere',
    },
    startClosing: {
      zh: '{mark} 不能放在段首：应移到上一段末尾“{word}”之后，这里不应分段',
      en: 'Unexpected `{mark}` at the start of a paragraph: expected after `{word}` above, without a break',
    },
    endOpening: {
      zh: '{mark} 不能放在段末：应移到下一段开头“{word}”之前，这里不应分段',
      en: 'Unexpected `{mark}` at the end of a paragraph: expected before `{word}` below, without a break',
    },
    insidePair: {
      zh: '“{found}”里的“{mark}”多余：应为“{expected}”',
      en: 'Unexpected `{mark}` in `{found}`: expected `{expected}`',
    },
  },
  check(article, {report}) {
    let wrapped: boolean | undefined;
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image') continue;
      if (!SET_OUT.has(block.role) && ANY_SPACE.test(block.text)) spaces(report, block);
      insidePairs(report, block);
      if (!NEVER_FIRST.test(block.normalized) && !OPENING.includes(block.text.at(-1)!)) continue;
      wrapped ??= isHardWrapped(article);
      if (!wrapped) edges(article, report, block);
    }
  },
});

const SPACE = '[ \\u00a0\\u3000\\t]';
const CLOSING = '”’）》〉〕】';
const SPACE_BEFORE = new RegExp(`[${HAN}\\w%％℃${CLOSING}](${SPACE}{1,2})([，。、；：！？${CLOSING}])`, 'g');
const SPACE_INSIDE = new RegExp(`[“‘（《〈〔]([ \\u00a0])(?=[${HAN}])`, 'g');
const ANY_SPACE = /[ \u00a0\u3000\t]/;
/** Here spaces set out columns and names. */
const SET_OUT: ReadonlySet<Role> = new Set(['metadata', 'cell', 'credit']);

function spaces(report: Report, block: Block): void {
  const text = block.normalized;
  let closes: ReadonlySet<number> | undefined;
  for (const {0: found, 1: space = '', 2: mark = '', index} of text.matchAll(SPACE_BEFORE)) {
    const at = index + 1;
    const end = index + found.length - 1;
    if (block.inLiteral(at)) continue;
    if (CLOSING.includes(mark)) {
      if (!chineseAt(text, at - 1) && !chineseAt(text, end + 1)) continue;
      closes ??= new Set(block.pairing.matches.map(({close}) => close));
      // Wide space before a bracket is a blank to fill in: （盖章　　）.
      if (!closes.has(end) || space.length > 1 || space === '\u3000') continue;
    } else if (mark === '：' && isLabel(text, at)) continue;
    const word = text.slice(Math.max(0, at - 4), at) + text.slice(end, end + 4);
    report(block, [at, at + space.length], 'spaceBefore', {data: {mark, word}, fix: [{range: [at, end], text: ''}]});
  }
  for (const {0: mark, index} of text.matchAll(SPACE_INSIDE)) {
    const at = index + 1;
    const data = {mark: mark[0]!, word: text[index]! + text.slice(at + 1, at + 7)};
    report(block, [at, at + 1], 'spaceInside', {data, fix: [{range: [at, at + 1], text: ''}]});
  }
}

/** Marks right behind the first half of a pair or right before the second one. */
function insidePairs(report: Report, block: Block): void {
  const text = block.normalized;
  for (const {pair, open, close} of block.pairing.matches) {
    // A mark alone in its pair is the thing spoken of.
    if (close - open < 3) continue;
    if ('，、；：。'.includes(text[open + 1]!)) reportInside(report, block, open + 1, open);
    const last = text[close - 1]!;
    if (last === '、' || ('，；'.includes(last) && pair.family !== 'quote'))
      reportInside(report, block, close - 1, close);
    // A full stop belongs into brackets that hold a sentence of their own, not into those within a sentence.
    else if (last === '。' && pair.family === 'bracket' && /[，、；。]/.test(text[close + 1] ?? ''))
      reportInside(report, block, close - 1, close, 'note');
  }
}

function reportInside(report: Report, block: Block, at: number, half: number, severity?: 'note'): void {
  if (block.inLiteral(at)) return;
  const text = block.normalized;
  const start = Math.min(at, half);
  report(block, [at, at + 1], 'insidePair', {
    data: {found: text.slice(start, start + 2), mark: text[at]!, expected: text[half]!},
    fix: [{range: [at, at + 1], text: ''}],
    fixKind: 'suggested',
    ...(severity && {severity}),
  });
}

/** Whether ： follows a label that is set out with spaces: 联 系 人 ：. */
function isLabel(text: string, at: number): boolean {
  return at < 6 || ANY_SPACE.test(text.slice(Math.max(0, at - 6), at));
}

const NEVER_FIRST = /^[，。、；：！？”’）》〉〕】]/;
const OPENING = '“‘（(《〈〔【';

/** Marks at the edges of a paragraph that belong to the one next to it. */
function edges(article: Article, report: Report, block: Block): void {
  const {blocks} = article;
  const text = block.normalized;
  const before = blocks[block.index - 1];
  const first = text[0]!;
  const last = text.at(-1)!;
  const data = {mark: first, word: before?.text.slice(-6) ?? ''};
  if (/[，。、；：！？]/.test(first)) {
    if (before && isBody(before) && isBody(block) && text.length > 1) report(block, [0, 1], 'start', {data});
  } else if (CLOSING.includes(first)) {
    const mark = block.pairing.lone.find(({at}) => at === 0);
    if (before && mark && reaches(blocks, block.index, -1, mark)) report(block, [0, 1], 'startClosing', {data});
  }
  if (OPENING.includes(last)) {
    const at = text.length - 1;
    const mark = block.pairing.lone.find(mark => mark.at === at);
    if (!mark || !reaches(blocks, block.index, 1, mark)) return;
    const word = blocks[block.index + 1]!.text.slice(0, 6);
    report(block, [at, at + 1], 'endOpening', {data: {mark: last, word}});
  }
}

function isBody({role}: Block): boolean {
  return role === 'paragraph' || role === 'item' || role === 'heading';
}

/** How many blocks away the other half of a pair is looked for. */
const REACH = 3;

/** Whether a mark at the edge of a block has its partner in one of the next blocks. */
function reaches(blocks: readonly Block[], from: number, step: 1 | -1, {pair, open}: LoneMark): boolean {
  for (let index = from + step; Math.abs(index - from) <= REACH; index += step) {
    const block = blocks[index];
    if (!block) return false;
    const {lone} = block.pairing;
    const other = step === 1 ? lone.find(mark => mark.pair === pair) : lone.findLast(mark => mark.pair === pair);
    if (other) return other.open !== open;
  }
  return false;
}

/** Whether the lines of a plain text file are cut at a width, so that they are no paragraphs. */
function isHardWrapped({blocks}: Article): boolean {
  const body = blocks.filter(isBody);
  const cut = body
    .filter(({text}) => text.length >= 20 && !/[。！？：；…”）》]$/.test(text))
    .map(({text}) => text.length);
  if (cut.length < 5 || cut.length < 0.4 * body.length) return false;
  const median = cut.sort((a, b) => a - b)[cut.length >> 1]!;
  return cut.filter(length => Math.abs(length - median) <= 3).length >= 0.6 * cut.length;
}
