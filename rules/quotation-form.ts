import type {Article, Block} from '../src/core/article.js';
import {HAN, hanAt} from '../src/core/characters.js';
import {type Match, nestedInOwnKind} from '../src/core/pairs.js';
import {defineRule, type Edit, type RuleContext} from '../src/core/rule.js';
import type {Span} from '../src/core/source.js';
import {straightQuotes} from '../src/core/straight-quotes.js';

type Message = 'straight' | 'throughout' | 'lone' | 'nested' | 'single' | 'corner';
type Report = RuleContext<object, Message>['report'];

export default defineRule<object, Message>({
  id: 'quotation-form',
  severity: 'warning',
  inspection: 'points',
  fix: 'safe',
  basis: ['GB/T 15834-2011 4.8.2', 'GB/T 15834-2011 4.8.3.4'],
  summary: {
    zh: '引号用“”，引号里面再用引号用‘’',
    en: 'Quotation marks are “ ”, and ‘ ’ inside them',
  },
  defaults: {},
  messages: {
    straight: {
      zh: '中文引号不用 {found}：应为{expected}',
      en: 'Unexpected {found} in Chinese text, expected {expected}',
    },
    throughout: {
      zh: '全文有 {count} 对 {found}，中文引号不用它：应一律改为“ ”，里层的改为‘ ’',
      en: '{count} pairs of {found} throughout the article: expected “ ” in Chinese text, and ‘ ’ inside them',
    },
    lone: {
      zh: '中文引号不用 {found}，而且缺少与它配对的一半：应改用成对的“ ”',
      en: 'Unexpected {found} in Chinese text, without a partner: expected a pair of “ ”',
    },
    nested: {
      zh: '引号里面再用引号，外层用“”，里层用‘’：应为{expected}',
      en: 'Quotation marks inside quotation marks, outer “ ” and inner ‘ ’: expected {expected}',
    },
    single: {
      zh: '单引号只用在双引号里面：应为{expected}',
      en: 'Single quotation marks stand inside double ones only: expected {expected}',
    },
    corner: {
      zh: '横排的简体文章引号用“”：应为{expected}',
      en: 'Quotation marks of horizontal text in simplified characters are “ ”: expected {expected}',
    },
  },
  check(article, {report}) {
    let inSpeech = false;
    let curly = 0;
    const found: Straight[] = [];
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image' || !ANY_QUOTE.test(block.text)) continue;
      if (STRAIGHT_QUOTE.test(block.text)) straight(report, block, found);
      const {matches, lone} = block.pairing;
      curly += matches.filter(({pair}) => pair.open === '“').length;
      const ends = lone.filter(({pair}) => pair.open === '“');
      nested(report, block, matches);
      outermost(report, block, matches, at => ends.findLast(mark => mark.at < at)?.open ?? inSpeech);
      inSpeech = ends.at(-1)?.open ?? inSpeech;
    }
    if (found.length >= HABIT && found.length >= curly) reportHabit(article, report, found);
    else
      for (const {block, range, data, fix, sure} of found)
        report(block, range, 'straight', {data, fix, ...(!sure && {fixKind: 'suggested'})});
  },
});

const STRAIGHT_QUOTE = /["'＂＇〝]/;
const ANY_QUOTE = /["'＂＇“‘「『〝]/;
const LONGEST_SURE = 60;

/** From this many straight pairs on, and no fewer than curly ones, they are a habit and one finding. */
const HABIT = 10;

interface Straight {
  readonly block: Block;
  readonly range: Span;
  readonly data: {readonly found: string; readonly expected: string};
  readonly fix: readonly Edit[];
  /** Whether the repair is safe. */
  readonly sure: boolean;
}

function reportHabit(article: Article, report: Report, found: readonly Straight[]): void {
  const {block, range, data} = found[0]!;
  const fix = found.flatMap(({block, fix}) => fix.map(({range, text}) => ({range: block.locate(range), text})));
  report(article, block.locate(range), 'throughout', {
    data: {count: found.length, found: data.found},
    fix: fix.sort((a, b) => a.range[0] - b.range[0]),
    ...(!found.every(({sure}) => sure) && {fixKind: 'suggested'}),
  });
}

/** Straight quotes, and the slanted ones of no standard, round Chinese words. */
function straight(report: Report, block: Block, found: Straight[]): void {
  const {text} = block;
  const {pairs, lone} = straightQuotes(text);
  for (const {open, close} of [...pairs, ...singleQuotes(text)]) {
    if (block.inLiteral(open) || block.inLiteral(close)) continue;
    const [left, right] = block.inQuotation(open) ? '‘’' : '“”';
    const fix = [replace(open, text[open]!, left!), replace(close, text[close]!, right!)].filter(
      edit => edit !== undefined,
    );
    const sure = left === '“' && lone.length === 0 && fix.length === 2 && close - open <= LONGEST_SURE;
    const data = {
      found: fix.map(({range: [at]}) => text[at]).join(' '),
      expected: quoted(text, open, close, left!, right!),
    };
    found.push({block, range: [open, close + 1], data, fix, sure});
  }
  for (const at of lone) if (!block.inLiteral(at)) report(block, [at, at + 1], 'lone', {data: {found: text[at]!}});
}

function replace(at: number, found: string, expected: string): Edit | undefined {
  return found === expected ? undefined : {range: [at, at + 1], text: expected};
}

function quoted(text: string, open: number, close: number, left: string, right: string): string {
  const inner = text.slice(open + 1, close);
  return left + (inner.length > 20 ? `${inner.slice(0, 8)}…${inner.slice(-8)}` : inner) + right;
}

const SINGLE = new RegExp(`['＇〝]([^'＇〝〞〟。；\n]{1,${LONGEST_SURE}})['＇〞〟]`, 'g');
const ANY_HAN = new RegExp(`[${HAN}]`);

/** '…' and 〝…〞 round Chinese words; an apostrophe stands between or behind Latin letters and digits. */
function* singleQuotes(text: string): Generator<{open: number; close: number}> {
  SINGLE.lastIndex = 0;
  for (let match = SINGLE.exec(text); match; match = SINGLE.exec(text)) {
    const open = match.index;
    const close = open + match[0].length - 1;
    if (/\w/.test(text[open - 1] ?? '') || !ANY_HAN.test(match[1]!)) SINGLE.lastIndex = open + 1;
    else if (text[open - 1] !== '=' && text[open - 1] !== '(') yield {open, close};
  }
}

/** Double quotation marks right inside double ones. */
function nested(report: Report, block: Block, matches: readonly Match[]): void {
  for (const {open, close} of nestedInOwnKind(matches, '“')) {
    if (block.inLiteral(open)) continue;
    const fix = [
      {range: [open, open + 1] as const, text: '‘'},
      {range: [close, close + 1] as const, text: '’'},
    ];
    const expected = quoted(block.text, open, close, '‘', '’');
    report(block, [open, close + 1], 'nested', {data: {expected}, fix, fixKind: 'suggested'});
  }
}

/** Single and corner marks where double ones belong. `inSpeech` tells whether a quotation of several blocks is open. */
function outermost(report: Report, block: Block, matches: readonly Match[], inSpeech: (at: number) => boolean): void {
  const {text} = block;
  let end = -1;
  for (const {pair, open, close} of matches) {
    if (pair.family !== 'quote' || open < end) continue;
    end = close;
    if (
      pair.open === '“' ||
      block.inLiteral(open) ||
      !(ANY_HAN.test(text.slice(open + 1, close)) || hanAt(text, open - 1)) ||
      inSpeech(open)
    )
      continue;
    const fix = [
      {range: [open, open + 1] as const, text: '“'},
      {range: [close, close + 1] as const, text: '”'},
    ];
    const data = {expected: quoted(text, open, close, '“', '”')};
    if (pair.open === '‘') report(block, [open, close + 1], 'single', {data, fix, fixKind: 'suggested'});
    else report(block, [open, close + 1], 'corner', {data, fix, fixKind: 'suggested', severity: 'note'});
  }
}
