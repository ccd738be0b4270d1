import type {Article, Block} from '../src/core/article.js';
import {defineRule, type RuleContext, type Text} from '../src/core/rule.js';
import type {Span} from '../src/core/source.js';

type Message = 'date' | 'time' | 'weekday' | 'order' | 'years';
type Report = RuleContext<object, Message>['report'];

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const ENGLISH_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

// 2024年3月5日, 3月5日, with what follows: a weekday, or the end of a period.
const DATE =
  /(?<!\d)(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号](?:\s?(?:[（(]\s?)?(?:(?:星期|礼拜)([一二三四五六日天])|周([一二三四五六日天])(?=[）)\s，。、；上下中晚早]|$)))?/g;
const YEAR_MONTH = /(?<!\d)((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月(?!\s?\d{1,2}\s?[日号])/g;
const ISO = /(?<![\w.\-/])((?:19|20)\d{2})([-/])(\d{1,2})\2(\d{1,2})(?![\w\-/])/g;
const CLOCK = /[日午晚晨]\s?(\d{1,2})[时点](?:\s?(\d{1,2})\s?分)?(?!间)/g;
/** What may stand between the two dates of a period. */
const UNTIL =
  /^[^\d，。；、]{0,8}?(?:[至到]|[—－~～-]{1,2})\s?(?:(\d{4})\s?年\s?)?(?:(\d{1,2})\s?月\s?)?(\d{1,2})\s?日(?![内前后均])/;
const YEARS = /(?<![\d.])((?:19|20)\d{2})\s?年?\s?(?:[—－～~-]{1,2}|至)\s?((?:19|20)\d{2})\s?年(?![\d])/g;
/** The lunar months have other lengths. */
const LUNAR = /(?:农历|阴历|夏历|古历|腊月|正月)[^，。；]{0,8}$/;

export default defineRule<object, Message>({
  id: 'impossible-date',
  severity: 'error',
  inspection: 'points',
  fix: 'suggested',
  basis: ['GB/T 15835-2011 5.1.4', 'GB/T 15835-2011 5.1.5'],
  summary: {
    zh: '日期、时间须存在，星期与日期相符，起止先后不得颠倒',
    en: 'Dates and times exist, weekdays match their dates, and periods do not end before they start',
  },
  defaults: {},
  messages: {
    date: {zh: '没有“{found}”这一天：{reason}', en: 'There is no `{found}`: {reason}'},
    time: {zh: '没有“{found}”这个时间：一天到 24 时为止，一小时有 60 分', en: 'There is no time `{found}`'},
    weekday: {
      zh: '{date}是{expected}，不是{found}：日期和星期有一个写错了',
      en: '{date} is a {expected}, not a {found}: one of the two is wrong',
    },
    order: {
      zh: '“{found}”的结束日期早于开始日期，请核对',
      en: '`{found}` ends before it starts: check the dates',
    },
    years: {zh: '“{found}”的结束年份早于开始年份，请核对', en: '`{found}` ends before it starts: check the years'},
  },
  check(article, {report}) {
    for (const block of article.blocks) {
      const {text} = block;
      if (block.role === 'furniture' || block.role === 'image') continue;
      if (text.includes('年') || text.includes('月')) checkChineseDates(article, block, report);
      if (/\d{4}[-/]/.test(text)) checkIsoDates(article, block, report);
      if (text.includes('时') || text.includes('点')) checkTimes(block, report);
    }
  },
});

function checkChineseDates(article: Article, block: Block, report: Report): void {
  const {text} = block;
  let year: number | undefined;
  for (const match of text.matchAll(DATE)) {
    const range: Span = [match.index, match.index + match[0].length];
    if (match[1]) year = Number(match[1]);
    if (block.inLiteral(range[0]) || isPublicationDate(article, block, range[0])) continue;
    if (LUNAR.test(text.slice(Math.max(0, range[0] - 14), range[0]))) continue;
    const [month, day] = [Number(match[2]), Number(match[3])];
    const reason = impossible(match[1] ? year : undefined, month, day);
    if (reason) {
      const found = match[0].replace(/[（(]?(?:星期|礼拜|周).*$/, '');
      report(block, [range[0], range[0] + found.length], 'date', {data: {found: found.trim(), reason}});
      continue;
    }
    if (match[4] ?? match[5]) checkWeekday(article, block, match, year, report);
    checkPeriod(block, match, report);
  }
  for (const match of text.matchAll(YEAR_MONTH)) {
    const month = Number(match[2]);
    if (month >= 1 && month <= 12) continue;
    report(block, [match.index, match.index + match[0].length], 'date', {
      data: {found: match[0], reason: noMonth(month)},
    });
  }
  for (const match of text.matchAll(YEARS)) {
    if (Number(match[2]) >= Number(match[1])) continue;
    report(block, [match.index, match.index + match[0].length], 'years', {
      data: {found: match[0]},
      severity: 'warning',
    });
  }
}

function checkIsoDates(article: Article, block: Block, report: Report): void {
  for (const match of block.text.matchAll(ISO)) {
    const range: Span = [match.index, match.index + match[0].length];
    const reason = impossible(Number(match[1]), Number(match[3]), Number(match[4]));
    if (!reason || block.inLiteral(range[0]) || isPublicationDate(article, block, range[0])) continue;
    // In running text it may be the number of something.
    const severity = block.role === 'metadata' || block.role === 'signature' ? 'error' : 'warning';
    report(block, range, 'date', {data: {found: match[0], reason}, severity});
  }
}

function checkTimes(block: Block, report: Report): void {
  for (const match of block.text.matchAll(CLOCK)) {
    const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
    if ((hour < 24 && minute < 60) || (hour === 24 && minute === 0)) continue;
    const found = match[0].slice(1).trimStart();
    const end = match.index + match[0].length;
    report(block, [end - found.length, end], 'time', {data: {found}, severity: 'warning'});
  }
}

/** `required-metadata` answers for the publication date. */
function isPublicationDate(article: Article, block: Block, offset: number): boolean {
  if (block.role !== 'metadata') return false;
  const at = block.at(offset);
  return (article.metadata.get('date') ?? []).some(({span: [start, end]}) => at >= start && at < end);
}

/** Without a year, 29 February is possible. */
function impossible(year: number | undefined, month: number, day: number): Text | undefined {
  if (month < 1 || month > 12) return noMonth(month);
  const days = new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
  if (day >= 1 && day <= days) return undefined;
  const when =
    year === undefined
      ? {zh: `${month} 月`, en: `month ${month}`}
      : {zh: `${year} 年 ${month} 月`, en: `${year}-${month}`};
  return {zh: `${when.zh}只有 ${days} 天`, en: `${when.en} has ${days} days`};
}

function noMonth(month: number): Text {
  return {zh: `没有 ${month} 月`, en: `there is no month ${month}`};
}

/** Without its own year, a date has that of the date before it in the paragraph, or the one that the article's own date suggests. */
function checkWeekday(
  article: Article,
  block: Block,
  match: RegExpExecArray,
  lastYear: number | undefined,
  report: Report,
): void {
  const [month, day] = [Number(match[2]), Number(match[3])];
  const written = WEEKDAYS.indexOf((match[4] ?? match[5])!.replace('天', '日'));
  const years = lastYear === undefined ? likelyYears(article) : match[1] ? [lastYear] : [lastYear, lastYear + 1];
  const weekdays = years.map(year => new Date(Date.UTC(year, month - 1, day)).getUTCDay());
  if (weekdays.length === 0 || weekdays.includes(written)) return;
  const [year, weekday] = [years[0]!, weekdays[0]!];
  const at = match.index + match[0].length - 1;
  report(block, [match.index, match.index + match[0].length], 'weekday', {
    data: {
      date: {zh: `${year}年${month}月${day}日`, en: `${year}-${month}-${day}`},
      expected: nameOf(weekday),
      found: nameOf(written),
    },
    severity: match[1] ? 'error' : 'warning',
    fix: [{range: [at, at + 1], text: WEEKDAYS[weekday]!}],
  });
}

function nameOf(weekday: number): Text {
  return {zh: `星期${WEEKDAYS[weekday]!}`, en: ENGLISH_WEEKDAYS[weekday]!};
}

/** The year of publication, and with it the next and the last one, which an announcement or a report may speak of. */
function likelyYears(article: Article): number[] {
  const published = /(?:19|20)\d{2}/.exec(article.metadata.get('date')?.[0]?.value ?? '');
  if (!published) return [];
  const year = Number(published[0]);
  return [year, year + 1, year - 1];
}

function checkPeriod(block: Block, match: RegExpExecArray, report: Report): void {
  const end = match.index + match[0].length;
  const until = UNTIL.exec(block.text.slice(end, end + 40));
  if (!until) return;
  const [, endYear, endMonth, endDay] = until;
  const [startMonth, startDay] = [Number(match[2]), Number(match[3])];
  const [month, day] = [endMonth ? Number(endMonth) : startMonth, Number(endDay)];
  const backwards =
    match[1] && endYear
      ? compare([+match[1], startMonth, startDay], [+endYear, month, day]) > 0
      : // From December to January is no mistake where a year is left out.
        !endYear && month === startMonth && day < startDay;
  if (!backwards || impossible(undefined, month, day)) return;
  const range: Span = [match.index, end + until[0].length];
  report(block, range, 'order', {data: {found: block.text.slice(...range)}, severity: 'warning'});
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing === -1 ? 0 : a[differing]! - b[differing]!;
}
