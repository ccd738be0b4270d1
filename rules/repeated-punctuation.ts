import type {Block} from '../src/core/article.js';
import {defineRule, type RuleContext} from '../src/core/rule.js';

interface Options {
  atMost: number;
}

type Message = 'repeated' | 'two' | 'tooMany' | 'order' | 'oneCharacter' | 'quoted';
type Report = RuleContext<Options, Message>['report'];

export default defineRule<Options, Message>({
  id: 'repeated-punctuation',
  severity: 'error',
  inspection: 'points',
  fix: 'safe',
  basis: [
    'GB/T 15834-2011 4.2.3.3',
    'GB/T 15834-2011 4.3.3.3',
    'GB/T 15834-2011 4.3.3.4',
    'GB/T 15834-2011 5.1.1',
    'GB/T 15834-2011 B.2.1',
  ],
  summary: {zh: '点号不重复，也不叠用', en: 'Marks are not doubled'},
  defaults: {atMost: 3},
  options: z => ({
    atMost: z
      .int()
      .min(1)
      .max(3)
      .describe(
        '？和！最多可以连用几个，国家标准为3个 / how many ？ or ！ may stand together; the standard says three',
      ),
  }),
  messages: {
    repeated: {zh: '“{found}”重复：应为“{expected}”', en: 'Repeated `{found}`, expected `{expected}`'},
    two: {
      zh: '“{found}”两个点号叠用：应只用一个，如“{expected}”',
      en: 'Two marks in one place, `{found}`: expected one, such as `{expected}`',
    },
    tooMany: {
      zh: '“{found}”连用 {count} 个，最多 {limit} 个：应为“{expected}”',
      en: '{count} marks in a row, `{found}`: expected at most {limit}, `{expected}`',
    },
    order: {
      zh: '问号和叹号连用，各用一个，问号在前：“{found}”应为“{expected}”',
      en: 'Unexpected `{found}`, expected one of each, the question mark first: `{expected}`',
    },
    oneCharacter: {
      zh: '“{found}”是一个字符，问号、叹号连用时各占一个字：应为“{expected}”',
      en: 'Unexpected single character `{found}`, expected the marks one by one: `{expected}`',
    },
    quoted: {
      zh: '引号里外都用了点号“{found}”：应只留一个，如“{expected}”',
      en: 'A mark both inside and outside the quotation mark, `{found}`: expected one, such as `{expected}`',
    },
  },
  check(article, {options: {atMost}, report}) {
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image') continue;
      const text = block.normalized;
      for (const {0: found, index: at} of text.matchAll(RUN)) {
        if (block.inLiteral(at)) continue;
        if (found[1] === '”') reportBothSides(report, block, found, at);
        else reportRun(report, block, found, at, atMost);
      }
    }
  },
});

const RUN = /[，、。；：？！]{2,}|。”[。，；]|[⁇‼⁈⁉](?!\ufe0f)/g;
/** Two marks in one character, which no Chinese font sets in the width of two. */
const ONE_CHARACTER: Readonly<Record<string, string>> = {'⁇': '？？', '‼': '！！', '⁈': '？！', '⁉': '？！'};

function reportRun(report: Report, block: Block, found: string, at: number, atMost: number): void {
  const wrong = judge(found, atMost);
  if (!wrong) return;
  const {message, expected} = wrong;
  // A ? behind a mark is what a character lost in conversion became: 、?水灌区.
  if (message === 'two' && block.text[at + 1] === '?') return;
  const end = at + found.length;
  report(block, [at, end], message, {
    data: message === 'tooMany' ? {found, expected, count: found.length, limit: atMost} : {found, expected},
    fix: [{range: [at, end], text: expected}],
    ...(message !== 'repeated' && message !== 'oneCharacter' && {fixKind: 'suggested'}),
    ...(message === 'order' && {severity: 'note'}),
    ...(message === 'oneCharacter' && {severity: 'warning'}),
  });
}

function reportBothSides(report: Report, block: Block, found: string, at: number): void {
  const inside = isSpeech(block.normalized, at);
  const extra = inside ? at + 2 : at;
  report(block, [at, at + 3], 'quoted', {
    data: {found, expected: inside ? found.slice(0, 2) : found.slice(1)},
    fix: [{range: [extra, extra + 1], text: ''}],
    fixKind: 'suggested',
    severity: 'warning',
  });
}

function judge(found: string, atMost: number): {message: Message; expected: string} | undefined {
  const parts = ONE_CHARACTER[found];
  if (parts) return {message: 'oneCharacter', expected: parts};
  const asking = found.includes('？');
  const calling = found.includes('！');
  if (/^[？！]+$/.test(found)) {
    // Of each kind one, the question mark first; of one kind as many as the option says.
    if (asking && calling) return found === '？！' ? undefined : {message: 'order', expected: '？！'};
    return found.length > atMost ? {message: 'tooMany', expected: found[0]!.repeat(atMost)} : undefined;
  }
  if (isOneMark(found)) {
    // Three 。 or 、 are meant for an ellipsis, which is another rule's business.
    if (found.length > 2 && /[。、]/.test(found)) return undefined;
    return {message: 'repeated', expected: found[0]!};
  }
  return {message: 'two', expected: [...STRONGEST].find(mark => found.includes(mark))!};
}

/** Of two marks in one place the one that ends more stays. */
const STRONGEST = '？！。；：，、';

function isOneMark(found: string): boolean {
  return found === found[0]!.repeat(found.length);
}

const FARTHEST_OPENING = 500;

/** Whether the quotation whose 。 stands at `at` is a speech behind a colon: its own 。 stays. */
function isSpeech(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - FARTHEST_OPENING), at);
  return /[：]$/.test(before.slice(0, Math.max(0, before.lastIndexOf('“'))));
}
