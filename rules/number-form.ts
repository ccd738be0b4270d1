import type {Article, Block} from '../src/core/article.js';
import {HAN} from '../src/core/characters.js';
import type {ReportDetails} from '../src/core/rule.js';
import {defineRule, type RuleContext} from '../src/core/rule.js';
import type {Span} from '../src/core/source.js';

type Message =
  | 'fullWidth'
  | 'fullWidthThroughout'
  | 'range'
  | 'mixed'
  | 'zero'
  | 'approximate'
  | 'grouping'
  | 'clock'
  | 'afternoon'
  | 'year'
  | 'point'
  | 'connector'
  | 'dots';

type Report = RuleContext<object, Message>['report'];

/** One way of writing numbers that the standard does not know. */
interface Form {
  readonly message: Message;
  /** What every match holds: a cheap look before the search. */
  readonly hint: RegExp;
  readonly find: RegExp;
  /** What the match should be; undefined when it is none of this kind after all. */
  correct(match: RegExpExecArray): {expected: string; note?: boolean} | undefined;
  /** Whether its fix wants a look. */
  readonly suggestion?: boolean;
}

const NUMBER = '\\d{1,9}(?:\\.\\d{1,9})?';

const DIGIT_FORMS: readonly Form[] = [
  // 15～30%, 9～16亿元
  {
    message: 'range',
    hint: /\d(?:[～~—–－-]{1,2}|至)\d/,
    find: new RegExp(
      `(?<![\\d.A-Za-z年月第/:：\\-－～~—–])(${NUMBER})([～~—–]|——|至|[-－])(${NUMBER})(万亿|[%％‰万亿])(?!分)`,
      'g',
    ),
    correct: ([, from, sign, to, unit]) => {
      if (isYear(from!) || isYear(to!) || Number(from) >= Number(to)) return undefined;
      // A hyphen may stand between other things than the ends of a range.
      return {expected: `${from}${unit}${sign}${to}${unit}`, note: /[-－]/.test(sign!)};
    },
  },
  // 3千万元, 2万8千亩, 6百余万元
  {
    message: 'mixed',
    hint: /\d[百千]/,
    find: /(?<![\d.A-Za-z〔（(第、～~—–\-－至到])(\d{1,3}(?:\.\d{1,4})?)(万)?(?:(\d(?:\.\d)?))?([百千])(?:(\d)百)?([余多])?([万亿](?!亿))?(?![\d百千万亿克瓦米赫伏帕卡焦帧字牛安兆强佳优分事姓货科度年里乏巴升日])/g,
    correct: mixed,
    suggestion: true,
  },
  // 20几个, 几10个
  {
    message: 'approximate',
    hint: /几/,
    find: new RegExp(`(?<![\\d.第])([1-9])0几(?=[${HAN}])|(?<!第)几(10{1,3})(?![\\d.%％])(?=[${HAN}])`, 'g'),
    correct: ([, tens, round]) => ({
      expected: tens
        ? `${tens === '1' ? '' : HAN_DIGITS[Number(tens)]}十几`
        : `几${['十', '百', '千'][round!.length - 2]}`,
    }),
    suggestion: true,
  },
  // 1，256人
  {
    message: 'grouping',
    hint: /\d，\d/,
    find: /(?<![\d.，])(\d{1,3})((?:，\d{3}){1,3})(?![\d，.])(?=[人户个家件元吨亩名台辆套万亿公平])/g,
    correct: ([whole]) => ({expected: whole.replaceAll('，', ',')}),
    suggestion: true,
  },
  // 上午9：05, 9：00—11：30
  {
    message: 'clock',
    hint: /\d：\d/,
    find: /(?<=[日午晨晚]\s?|时间[：:]\s?|[：:]\d{2}\s?[至—－～~-]{1,2}\s?)([01]?\d|2[0-3])：([0-5]\d)(?![\d：%])|(?<![\d：])([01]?\d|2[0-3])：([0-5]\d)(?=\s?[至—－～~-]{1,2}\s?(?:[01]?\d|2[0-3])[：:][0-5]\d)/g,
    correct: ([whole]) => ({expected: whole.replace('：', ':')}),
  },
  {
    message: 'afternoon',
    hint: /下午|晚上/,
    find: /(?:下午|晚上)\s?(1[3-9]|2[0-3])(?=[时点:：])/g,
    correct: ([, hour]) => ({expected: hour!, note: true}),
    suggestion: true,
  },
  // 20年10月30日
  {
    message: 'year',
    hint: /\d年\d/,
    find: /(?<![\d.第近达满约逾过—－～~-])(\d{2})年(?=\d{1,2}月\d{1,2}日)/g,
    correct: ([, year]) => ({expected: `${Number(year) > 70 ? '19' : '20'}${year}年`}),
    suggestion: true,
  },
  // 2021-2025年
  {
    message: 'connector',
    hint: /\d[-－]\d/,
    find: /(?<![\d\-－])((?:19|20)\d{2})年?[-－]((?:19|20)\d{2})年(?!度?[级届])/g,
    correct: ([whole, from, to]) =>
      Number(from) < Number(to) ? {expected: whole.replace(/[-－]/, '—'), note: true} : undefined,
  },
  // 2024.5.20
  {
    message: 'dots',
    hint: /\d\.\d{1,2}\.\d/,
    find: /(?<![\d.\-A-Za-z])((?:19|20)\d{2})\.(0?[1-9]|1[0-2])\.(0?[1-9]|[12]\d|3[01])(?=[\u4e00-\u9fff，。、；）])/g,
    correct: ([, year, month, day]) => ({expected: `${year}年${Number(month)}月${Number(day)}日`, note: true}),
  },
  // 增长.46%
  {
    message: 'point',
    hint: /[^\d]\.\d|0。\d/,
    find: new RegExp(
      `(?<=[${HAN}（，：])\\.(\\d{1,4})(?=[%％‰个倍万亿])|(?<![\\d.])(0)。(\\d{1,4})(?=[%％‰个倍万亿])`,
      'g',
    ),
    correct: ([, bare, , rest]) => ({expected: `0.${bare ?? rest}`}),
    suggestion: true,
  },
];

const FULL_WIDTH = /[０-９](?:[０-９\d]|[．.](?=[０-９\d])|，(?=[０-９]{3}(?![０-９])))*％?/g;
/** An article with more full-width numbers than this gets one finding for all. */
const MOST_FULL_WIDTH = 5;

const HAN_DIGITS = '〇一二三四五六七八九';
/** Digits of a year, with the characters that are taken for 〇. */
const HAN_YEAR: Form = {
  message: 'zero',
  hint: /[零○OoＯ0０]/,
  find: /(?<![一二三四五六七八九十零〇○Oo0])[一二][一二三四五六七八九零〇○OoＯ0０\d]{3}(?=年)/g,
  correct: ([whole]) => {
    const expected = whole.replace(/[零○OoＯ0０]/g, '〇').replace(/[1-9]/g, digit => HAN_DIGITS[Number(digit)]!);
    return expected === whole ? undefined : {expected};
  },
};

export default defineRule<object, Message>({
  id: 'number-form',
  severity: 'warning',
  inspection: 'points',
  fix: 'safe',
  basis: ['GB/T 15835-2011 5.1', 'GB/T 15835-2011 5.2', 'GB/T 15835-2011 5.3', 'GB/T 15834-2011 4.13.3'],
  summary: {zh: '数字的写法须合规范', en: 'Numbers are written as the standard has them'},
  defaults: {},
  messages: {
    fullWidth: {zh: '数字用半角：“{found}”应为“{expected}”', en: 'Full-width digits `{found}`: expected `{expected}`'},
    fullWidthThroughout: {
      zh: '全文有 {count} 处全角数字，应改为半角，如“{found}”应为“{expected}”',
      en: '{count} numbers are in full-width digits, such as `{found}`: expected `{expected}`',
    },
    range: {
      zh: '范围的前一个数也要带“%”“万”“亿”：“{found}”应为“{expected}”',
      en: 'The first number of a range keeps its sign: `{found}`, expected `{expected}`',
    },
    mixed: {
      zh: '阿拉伯数字后面只能用“万”“亿”：“{found}”应为“{expected}”',
      en: 'Arabic digits go with 万 and 亿 alone: `{found}`, expected `{expected}`',
    },
    zero: {
      zh: '汉字年份的“零”写作“〇”：“{found}年”应为“{expected}年”',
      en: 'Zero in a Han year is 〇: `{found}年`, expected `{expected}年`',
    },
    approximate: {
      zh: '带“几”的约数用汉字：“{found}”应为“{expected}”',
      en: 'A number with 几 is written in Han: `{found}`, expected `{expected}`',
    },
    grouping: {
      zh: '千分位的逗号用半角：“{found}”应为“{expected}”',
      en: 'Digits are grouped by half-width commas: `{found}`, expected `{expected}`',
    },
    clock: {
      zh: '时间里的冒号用半角：“{found}”应为“{expected}”',
      en: 'The colon of a time is half-width: `{found}`, expected `{expected}`',
    },
    afternoon: {
      zh: '24 小时制前面不加“下午”“晚上”：“{found}”应为“{expected}”',
      en: 'No 下午 or 晚上 with the 24-hour clock: `{found}`, expected `{expected}`',
    },
    year: {zh: '年份写四位：“{found}”应为“{expected}”', en: 'A year has four digits: `{found}`, expected `{expected}`'},
    connector: {
      zh: '起止年份之间用一字线：“{found}”应为“{expected}”',
      en: 'The first and the last year of a period are joined by —: `{found}`, expected `{expected}`',
    },
    dots: {
      zh: '日期不用圆点分隔：“{found}”应为“{expected}”',
      en: 'A date is not written with dots: `{found}`, expected `{expected}`',
    },
    point: {
      zh: '小数点前要写“0”，小数点用半角：“{found}”应为“{expected}”',
      en: 'A decimal has its 0 and its point: `{found}`, expected `{expected}`',
    },
  },
  check(article, {report}) {
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image') continue;
      const {text} = block;
      if (/\d/.test(text) && block.role !== 'metadata') for (const form of DIGIT_FORMS) look(block, form, report);
      if (text.includes('年')) look(block, HAN_YEAR, report);
    }
    checkWidth(article, report);
  },
});

function look(block: Block, {message, hint, find, correct, suggestion}: Form, report: Report) {
  if (!hint.test(block.text)) return;
  for (const match of block.text.matchAll(find)) {
    const {index} = match;
    if (block.inLiteral(index) || block.inTitle(index)) continue;
    const corrected = correct(match);
    if (!corrected) continue;
    const {expected, note} = corrected;
    const range = [index, index + match[0].length] as const;
    const details: ReportDetails<Message> = {
      data: {found: match[0], expected},
      fix: [{range, text: expected}],
      // What somebody said or wrote is quoted as it is.
      ...((note || block.inQuotation(index)) && {severity: 'note' as const}),
      ...((suggestion || note || block.inQuotation(index)) && {fixKind: 'suggested'}),
    };
    report(block, range, message, details);
  }
}

function checkWidth(article: Article, report: Report): void {
  const found: Array<{block: Block; range: Span; number: string; expected: string}> = [];
  for (const block of article.blocks) {
    if (block.role === 'furniture' || block.role === 'image' || !/[０-９]/.test(block.text)) continue;
    for (const {0: number, index} of block.text.matchAll(FULL_WIDTH)) {
      const range: Span = [index, index + number.length];
      if (!block.inTitle(index)) found.push({block, range, number, expected: halfWidth(number)});
    }
  }
  const [first] = found;
  if (first && found.length > MOST_FULL_WIDTH) {
    const edits = found.filter(({block, range}) => block.isWhole(range));
    const fix = edits.map(({block, range, expected}) => ({range: block.locate(range), text: expected}));
    const data = {found: first.number, expected: first.expected, count: found.length};
    report(article, first.block.locate(first.range), 'fullWidthThroughout', {data, fix});
    return;
  }
  for (const {block, range, number, expected} of found)
    report(block, range, 'fullWidth', {data: {found: number, expected}, fix: [{range, text: expected}]});
}

function halfWidth(text: string): string {
  return text.replaceAll(/[０-９．，％]/g, mark => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

function isYear(number: string): boolean {
  return /^(?:19|20)\d{2}$/.test(number);
}

/** 3千 → 3000, 3千5百 → 3500, 3千万 → 3000万, 2万8千 → 2.8万, 6百余万 → 600余万. */
function mixed([, number, myriads, next, unit, hundreds, more = '', scale = '']: RegExpExecArray) {
  const size = unit === '千' ? 1000 : 100;
  const rest = Number(hundreds ?? 0) * 100;
  if (rest > 0 && unit === '百') return undefined;
  if (!myriads) {
    if (next !== undefined) return undefined;
    return {expected: `${plain(Number(number) * size + rest)}${more}${scale}`};
  }
  if (next === undefined || scale || number!.includes('.')) return undefined;
  return {expected: `${plain((Number(number) * 10_000 + Number(next) * size + rest) / 10_000)}万${more}`};
}

/** Without the traces of binary fractions: 2.8, not 2.8000000000000003. */
function plain(number: number): string {
  return String(Number(number.toFixed(6)));
}
