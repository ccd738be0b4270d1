import type {Text} from './rule.js';

const DATE =
  /^(\d{4})\s*([-/.年])\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:(?:[T\s]|(?<=日))\s*(\d{1,2})\s*[:：时]\s*(\d{1,2})(?:\s*[:：分]\s*(\d{1,2})(?:\.\d+)?)?\s*[分秒]?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const LONGEST = 60;

/** A date as metadata write it. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Minutes since midnight; undefined when no time is written. */
  readonly minutes: number | undefined;
  /** Why there is no such date or time. */
  readonly problem?: Text;
}

/** Reads YYYY-MM-DD HH:MM(:SS) and its usual variants; undefined when the value is no date at all. */
export function readDate(value: string): WrittenDate | undefined {
  const match = value.length <= LONGEST ? DATE.exec(value.trim()) : null;
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const minutes = match[5] === undefined ? undefined : Number(match[5]) * 60 + Number(match[6]);
  const date = {year, month, day, minutes};
  if (month < 1 || month > 12) return {...date, problem: {zh: `没有 ${month} 月`, en: `there is no month ${month}`}};
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > days)
    return {...date, problem: {zh: `${year} 年 ${month} 月只有 ${days} 天`, en: `${year}-${month} has ${days} days`}};
  if (minutes !== undefined && (Number(match[5]) > 23 || Number(match[6]) > 59 || Number(match[7] ?? 0) > 59)) {
    const problem = {zh: '时间应在 00:00 至 23:59 之间', en: 'the time must lie between 00:00 and 23:59'};
    return {...date, problem};
  }
  return date;
}

/** The day as a number of days, for comparing and for distances. */
export function dayNumber({year, month, day}: {year: number; month: number; day: number}): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
