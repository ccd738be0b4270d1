import type {Article, Block} from '../src/core/article.js';
import {hanAt} from '../src/core/characters.js';
import {type LoneMark, loneMarks, marksOf, type Pair} from '../src/core/pairs.js';
import {defineRule, type RuleContext} from '../src/core/rule.js';

type Message = 'unopened' | 'unclosed' | 'reversed' | 'lone';
type Context = RuleContext<object, Message>;

export default defineRule<object, Message>({
  id: 'paired-marks',
  severity: 'error',
  fix: 'suggested',
  basis: [
    'GB/T 15834-2011 4.8.2',
    'GB/T 15834-2011 4.8.3.5',
    'GB/T 15834-2011 4.9.2',
    'GB/T 15834-2011 4.15.2',
    '《图书编校质量差错认定细则》第三十二条（一）',
  ],
  summary: {
    zh: '引号、括号、书名号等成对标点必须成对出现',
    en: 'Quotation marks, brackets and title marks come in pairs',
  },
  defaults: {},
  messages: {
    unopened: {
      zh: '{mark} 前面缺少与它配对的 {partner}：应在“{word}”之前补上 {partner}，或者删去 {mark}',
      en: 'Unexpected {mark}, expected {partner} before it: add {partner} before `{word}`, or remove {mark}',
    },
    unclosed: {
      zh: '{mark} 后面缺少与它配对的 {partner}：应在“{word}”之后补上 {partner}，或者删去 {mark}',
      en: 'Unexpected {mark} without {partner} after it: add {partner} after `{word}`, or remove {mark}',
    },
    reversed: {zh: '引号方向反了：{mark} 应为 {partner}', en: 'Reversed quotation mark: {mark}, expected {partner}'},
    lone: {zh: '落单的 {mark}', en: 'The lone {mark}'},
  },
  check(article, context) {
    const byPair = new Map<Pair, Lone[]>();
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image') continue;
      for (const [pair, marks] of marksOf(block.text)) {
        for (const mark of loneMarks(block.text, pair, marks)) {
          if (!matters(block.text, mark)) continue;
          const list = byPair.get(pair);
          if (list) list.push({block, mark});
          else byPair.set(pair, [{block, mark}]);
        }
      }
    }
    for (const [pair, lone] of byPair) {
      for (const found of acrossParagraphs(article, pair, lone)) report(context, pair, found);
    }
  },
});

interface Lone {
  readonly block: Block;
  readonly mark: LoneMark;
}

/** Half-width brackets away from Chinese belong to formulae, code and emoticons; 》》 before a line is an ornament. */
function matters(text: string, {at}: LoneMark): boolean {
  if (/^[》〉]{2,}/.test(text) && /^[》〉]*$/.test(text.slice(0, at))) return false;
  return (text[at] !== '(' && text[at] !== ')') || hanAt(text, at - 1) || hanAt(text, at + 1);
}

/**
 * What is left when pairs over several paragraphs are taken out: each paragraph of a quotation opens with “ and only
 * the last closes it (GB/T 15834-2011 4.8.3.5); a bracket or a headline may also run on into the next line.
 */
function acrossParagraphs(article: Article, pair: Pair, lone: readonly Lone[]): Lone[] {
  const left: Lone[] = [];
  for (let i = 0; i < lone.length; i++) {
    const current = lone[i]!;
    const next = lone[i + 1];
    if (current.mark.open && !current.mark.reversed) {
      if (pair.quote && goesOn(article, pair, current)) continue;
      if (next && !next.mark.open && spans(pair, current, next)) {
        i++;
        continue;
      }
    }
    left.push(current);
  }
  return left;
}

function goesOn(article: Article, pair: Pair, {block, mark}: Lone): boolean {
  if (mark.at > 0 && !/[：:]/.test(block.text[mark.at - 1]!)) return false;
  const next = article.blocks
    .slice(block.index + 1, block.index + 4)
    .find(({role}) => role === 'paragraph' || role === 'item');
  return next?.text.startsWith(pair.open) ?? false;
}

const LONGEST_SPAN = 30;

function spans(pair: Pair, opening: Lone, closing: Lone): boolean {
  const distance = closing.block.index - opening.block.index;
  if (distance < 1 || distance > LONGEST_SPAN) return false;
  const before = opening.block.text.slice(0, opening.mark.at);
  const after = closing.block.text.slice(closing.mark.at + 1);
  if (distance === 1 && !/[。！？；]$/.test(opening.block.text)) return true;
  return (before === '' || (pair.quote && /[：:]$/.test(before))) && /^[。！？；，）”]*$/.test(after);
}

function report({report}: Context, pair: Pair, {block, mark}: Lone): void {
  const {text} = block;
  const found = mark.open ? pair.open : pair.close;
  const partner = mark.open ? pair.close : pair.open;
  const own = [mark.at, mark.at + 1] as const;
  const related = [{place: block, range: own, message: 'lone' as const, data: {mark: found}}];
  if (mark.reversed) {
    report(block, own, 'reversed', {data: {mark: found, partner}, fix: reversedFix(text, pair, mark)});
  } else if (mark.open) {
    const place = placeOfClose(text, pair, mark.at);
    const data = {mark: found, partner, word: text.slice(Math.max(mark.at, place - 6), place)};
    const fix = [{range: [place, place] as const, text: partner}];
    // A quotation is repaired where it should end; where a title ends is less sure than where it begins.
    if (pair.quote) report(block, [place, place], 'unclosed', {data, related, fix});
    else report(block, own, 'unclosed', {data, fix});
  } else {
    const place = placeOfOpen(text, pair, mark.at);
    const data = {mark: found, partner, word: text.slice(place, Math.min(mark.at + 1, place + 6))};
    const fix = [{range: [place, place] as const, text: partner}];
    if (pair.open === '《') report(block, [place, place], 'unopened', {data, related, fix});
    else report(block, own, 'unopened', {data, fix});
  }
}

function reversedFix(text: string, pair: Pair, mark: LoneMark) {
  if (mark.open) return [{range: [mark.at, mark.at + 1] as const, text: pair.close}];
  const edits = [{range: [mark.at, mark.at + 1] as const, text: pair.open}];
  const next = text.slice(mark.at + 1).search(new RegExp(`[${pair.open}${pair.close}]`));
  const other = mark.at + 1 + next;
  if (next !== -1 && text[other] === pair.open) edits.push({range: [other, other + 1] as const, text: pair.close});
  return edits;
}

/** Words after which the name of a document begins. */
const BEFORE_TITLE =
  /.*(?:根据|按照|依据|依照|遵照|印发|转发|发布|出台|制定|修订|修改|学习|贯彻|落实|宣读|解读|讲解|观看|审议|通过|执行|签订|签署|对|和|与|及|的|了|为|按|以|将|把|《)/;

/** Where the opening partner of a lone closing mark most likely stood (before this offset). */
function placeOfOpen(text: string, pair: Pair, at: number): number {
  const stop = pair.open === '《' ? /[，。；：！？、》]/g : /[，。；：！？、]/g;
  let start = 0;
  for (const match of text.slice(0, at).matchAll(stop)) start = match.index + 1;
  const clause = text.slice(start, at);
  if (pair.open !== '《') return start;
  if (text[start - 1] === '》' && /^[和与及、]/.test(clause)) return start + 1;
  if (text[start - 1] === '》') return start;
  const lead = BEFORE_TITLE.exec(clause.slice(0, -2))?.[0].length ?? 0;
  return start + (clause.length - lead >= 4 ? lead : 0);
}

/** Where the closing partner of a lone opening mark most likely stood (before this offset). */
function placeOfClose(text: string, pair: Pair, at: number): number {
  const rest = text.slice(at + 1);
  const again = rest.indexOf(pair.open);
  const limit = again === -1 ? rest.length : again;
  if (pair.open === '《') {
    const name =
      /^.{0,40}?(?:条例|规定|办法|细则|决定|意见|通知|方案|规划|计划|要点|指南|公告|公报|报告|纲要|法|准则|规范|标准|清单|日报)/.exec(
        rest.slice(0, limit),
      );
    if (name) return at + 1 + name[0].length;
  }
  // A speech after a colon runs to its full stop, a phrase to the next mark.
  const speech = pair.quote && /[：:]$/.test(text.slice(0, at));
  if (speech && again === -1) return text.length;
  const stop = rest.slice(0, limit).search(speech ? /[。！？]/ : /[，。；：！？]/);
  if (stop === -1) return at + 1 + limit;
  return at + 1 + stop + (speech ? 1 : 0);
}
