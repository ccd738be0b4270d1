import type {Block} from '../src/core/article.js';
import {chineseAt, HAN, hanAt} from '../src/core/characters.js';
import {defineRule, type RuleContext} from '../src/core/rule.js';

type Message = 'ellipsis' | 'dash' | 'single';
type Report = RuleContext<object, Message>['report'];

export default defineRule<object, Message>({
  id: 'ellipsis-and-dash',
  severity: 'warning',
  inspection: 'points',
  fix: 'safe',
  basis: [
    'GB/T 15834-2011 4.10.2',
    'GB/T 15834-2011 4.11.2',
    'GB/T 15834-2011 5.1.4',
    'GB/T 15834-2011 5.1.5',
    'GB/T 15834-2011 A.9.1',
  ],
  summary: {zh: '省略号用“……”，破折号用“——”', en: 'The ellipsis is …… and the dash is ——'},
  defaults: {},
  messages: {
    ellipsis: {
      zh: '省略号写作“……”，不写作“{found}”：应为“{word}”',
      en: 'Unexpected `{found}`, expected the ellipsis `……`: `{word}`',
    },
    dash: {
      zh: '破折号写作“——”，不写作“{found}”：应为“{word}”',
      en: 'Unexpected `{found}`, expected the dash `——`: `{word}`',
    },
    single: {
      zh: '段首的“{found}”不是破折号，破折号占两个字：应为“{word}”',
      en: 'Unexpected `{found}` at the start of a paragraph, expected the dash `——`: `{word}`',
    },
  },
  check(article, {report}) {
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image') continue;
      if (ELLIPSIS_MARK.test(block.text)) ellipses(report, block);
      if (DASH_MARK.test(block.text)) dashes(report, block);
    }
  },
});

const ELLIPSIS_MARK = /\.{3}|。{3}|、{3}|…|⋯|[・·•]{3}|．{3}/;
const ELLIPSIS = /\.{3,}|。{3,}|、{3,}|…(?: ?…)*|⋯+|[・·•]{3,}|．{3,}/g;
/** What joins an entry of a table of contents to its page. */
const PAGE = /^\s{0,3}[（(]?\d{1,3}[）)]?\s{0,3}$/;
/** More marks in a row than this are a leader or a blank to fill in. */
const LONGEST_ELLIPSIS = 6;

function ellipses(report: Report, block: Block): void {
  const {text} = block;
  for (const {0: found, index: at} of text.matchAll(ELLIPSIS)) {
    const end = at + found.length;
    // Twelve dots are allowed where whole lines are left out (4.11.3.7).
    if (found === '……' || found === '…………' || found.length > LONGEST_ELLIPSIS) continue;
    if (!chineseAt(text, at - 1) && !chineseAt(text, end)) continue;
    if (found.length > 3 && /[：:]/.test(text[at - 1] ?? '')) continue;
    if (block.inLiteral(at) || PAGE.test(text.slice(end, end + 12)) || isSeries(text, at, end)) continue;
    report(block, [at, end], 'ellipsis', {
      ...replaced(text, at, end, '……'),
      ...(!/[…⋯]/.test(found) && {fixKind: 'suggested'}),
      // A list of links cuts its headlines short in this way.
      ...(end === text.length && !/[，。；：！？]/.test(block.normalized) && {severity: 'note'}),
    });
  }
}

/** `x1，x2，…，xn`, `1…n`: formulae take a single …. */
function isSeries(text: string, at: number, end: number): boolean {
  return (
    /[A-Za-z\d][，,]?$/.test(text.slice(Math.max(0, at - 2), at)) && /^[，,]?[A-Za-z\d]/.test(text.slice(end, end + 2))
  );
}

const DASH_MARK = /[-－]{2}|[—―─]/;
const DASH = /[-－—―─]{2,}|— —|[—―]/g;
/** Longer rows are rules across the page or blanks to fill in; four em dashes are two dashes. */
const LONGEST_DASH = 4;

function dashes(report: Report, block: Block): void {
  const {text} = block;
  for (const {0: found, index: at} of text.matchAll(DASH)) {
    const end = at + found.length;
    if (found === '——' || found === '————' || found.length > LONGEST_DASH || block.inLiteral(at)) continue;
    if (found.length === 1) {
      // Inside a line a single — may be the mark of a range or a relation; no line starts with one (5.1.6).
      if (at === 0 && hanAt(text, end))
        report(block, [at, end], 'single', {...replaced(text, at, end, '——'), fixKind: 'suggested'});
    } else if (isChineseDash(text, at, end)) {
      // Between two names -- may also be meant for the — of a route.
      const unsure = at > 0 && /[-－]/.test(found);
      report(block, [at, end], 'dash', {...replaced(text, at, end, '——'), ...(unsure && {fixKind: 'suggested'})});
    }
  }
}

const BEFORE_DASH = new RegExp(`(?:^|[${HAN}\\u2018-\\u201d\\u3000-\\u303f\\uff01-\\uff60\\d%]) ?$`);
const AFTER_DASH = new RegExp(`^ ?(?:[${HAN}\\u2018-\\u201d\\u3000-\\u303f\\uff01-\\uff60\\dA-Z]|$)`);

/** Whether a row of strokes stands in Chinese text: not an option of a command, not between two numbers. */
function isChineseDash(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(end, end + 2);
  if (!BEFORE_DASH.test(before) || !AFTER_DASH.test(after)) return false;
  // 2016年--2020年 is a range, which takes another mark (4.13.3.2).
  if (/^ ?\d/.test(after) && /[\d%年月日号时分元] ?$/.test(before)) return false;
  return /[^\s\d%A-Z]/.test(before) || /[^\s\d%A-Z]/.test(after);
}

function replaced(text: string, at: number, end: number, expected: string) {
  const word = text.slice(Math.max(0, at - 4), at) + expected + text.slice(end, end + 4);
  return {data: {found: text.slice(at, end), word}, fix: [{range: [at, end] as const, text: expected}]};
}
