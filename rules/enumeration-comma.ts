import type {Block} from '../src/core/article.js';
import {defineRule, type ReportDetails, type RuleContext} from '../src/core/rule.js';

interface Options {
  adjacentMarks: boolean;
}

type Message = 'beforeEtc' | 'ellipsisAndEtc' | 'beforeAnd' | 'approximate' | 'adjacent';
type Report = RuleContext<Options, Message>['report'];

export default defineRule<Options, Message>({
  id: 'enumeration-comma',
  severity: 'warning',
  inspection: 'points',
  fix: 'safe',
  basis: [
    'GB/T 15834-2011 4.5.3.1',
    'GB/T 15834-2011 4.5.3.4',
    'GB/T 15834-2011 4.5.3.5',
    'GB/T 15834-2011 A.3',
    'GB/T 15834-2011 A.9.2',
    'GB/T 15834-2011 B.1.2',
  ],
  summary: {
    zh: '“等”和“和”之前、概数中间不用顿号，省略号不与“等”连用',
    en: 'No 、 before 等 and 和, nor within an approximate number; no …… with 等',
  },
  defaults: {adjacentMarks: false},
  options: z => ({
    adjacentMarks: z
      .boolean()
      .describe(
        '并列的书名号、引号之间的顿号也报（标准说“通常不用”） / report 、 between adjacent title or quotation marks as well; the standard says usually none',
      ),
  }),
  messages: {
    beforeEtc: {
      zh: '“等”前面不用顿号：应为“{expected}”',
      en: 'Unexpected `、` before 等: expected `{expected}`',
    },
    ellipsisAndEtc: {
      zh: '省略号与“{word}”只用一个：应为“{expected}”',
      en: 'Unexpected `……` with {word}: expected `{expected}`',
    },
    beforeAnd: {
      zh: '“{word}”前面一般不用顿号：应为“{expected}”',
      en: 'Unexpected `、` before {word}: expected `{expected}`',
    },
    approximate: {
      zh: '相邻两个数字表示概数，中间不用顿号：应为“{expected}”',
      en: 'Unexpected `、` within an approximate number: expected `{expected}`',
    },
    adjacent: {
      zh: '并列的{marks}之间通常不用顿号：应为“{expected}”',
      en: 'Unexpected `、` between adjacent {marks}: expected `{expected}`',
    },
  },
  check(article, {options, report}) {
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image') continue;
      if (block.text.includes('…')) ellipses(report, block);
      if (block.text.includes('、')) commas(report, block, options);
    }
  },
});

/** What may follow 等 where it closes a list, not where it begins a word as in 等级 or 等车: a mark, a number, 等, or a word that sums a list up. */
const CLOSES_LIST =
  /^等(?:$|[，。；：、！？）》”等]|[一二三四五六七八九十两几多各若共\d]|方面|内容|问题|工作|情况|部门|单位|有关|相关|形式|措施|领域|地|人(?!工)|项目|任务|活动|材料|信息|资料|重点|主要|行为|服务|环节|方式|方法|机构|人员|设施|设备|种类|品种|树种|作物|产品|商品|物资|企业|学校|医院|机关|团体|组织|场所|区域|乡镇|街道|村|社区|证件|手续|费用|政策|法律|法规|文件|制度|功能|因素|原因|手段|渠道|平台|系统|工具|车辆|群体|[省市县区](?:$|[，。；、（]))/;
const AND =
  /^(?:以及|和(?!谐|平|解|田|睦|县|顺|硕|静|林|布|政|龙|气|缓|善|美|蔼|声|好|议|康|安|面|尚|衷|苑|园)|及(?!时|格|早|至|第)|或(?!者|许|多|少))/;
/** What an approximate number counts; 期, 级, 次 and the like are numbered and keep their 、: 一、二期工程. */
const COUNTED = '天|个|位|户|家|岁|里|公里|千米|斤|公斤|吨|小时|分钟|米|亩|倍|辆|台|[十百千万亿]';
const COUNTED_DIGIT = new RegExp(`^.(?:${COUNTED})`);
const DIGITS = '一二三四五六七八九';
const ADJACENT = /([》”])、(?=[《“])/g;

function commas(report: Report, block: Block, {adjacentMarks}: Options): void {
  const {text} = block;
  for (let at = text.indexOf('、'); at !== -1; at = text.indexOf('、', at + 1)) {
    const after = text.slice(at + 1, at + 5);
    const next = after[0] ?? '';
    if (next === '等') {
      if (CLOSES_LIST.test(after)) remove(report, block, at, 'beforeEtc', {});
    } else if (/[以和及或]/.test(next)) {
      const word = AND.exec(after)?.[0];
      if (word) remove(report, block, at, 'beforeAnd', {fixKind: 'suggested', severity: 'note', data: {word}});
    } else if (isApproximate(text, at, after)) remove(report, block, at, 'approximate', {fixKind: 'suggested'});
  }
  if (!adjacentMarks) return;
  for (const {1: mark, index} of text.matchAll(ADJACENT)) {
    const marks = mark === '》' ? {zh: '书名号', en: 'title marks'} : {zh: '引号', en: 'quotation marks'};
    remove(report, block, index + 1, 'adjacent', {data: {marks}, severity: 'note'});
  }
}

/** Whether the 、 at `at` parts two neighbouring digits that count something: 三、五天. */
function isApproximate(text: string, at: number, after: string): boolean {
  const [first, second] = [digitOf(text[at - 1]), digitOf(after[0])];
  if (first === 0 || second === 0 || !COUNTED_DIGIT.test(after)) return false;
  if (second - first !== 1 && !(first === 3 && second === 5)) return false;
  // Not 第三、四个 or 周三、四天气, not the end of a longer number or list, not the numeral of a heading.
  return at > 1 && !/[第周期初、一二三四五六七八九十百千零〇。；：\s]/.test(text[at - 2]!);
}

/** The value of a Chinese digit; 0 for anything else. */
function digitOf(character: string | undefined): number {
  return character === '两' ? 2 : character ? DIGITS.indexOf(character) + 1 : 0;
}

const ETC = /…{1,2}(等等|等|之类|什么的)|(等等|等)…{1,2}/g;
/** How far before 等 a list is looked for. */
const LIST_REACH = 40;

/** …… says 等 already, so one of the two is enough. */
function ellipses(report: Report, block: Block): void {
  const {text} = block;
  for (const {0: found, 1: behind, 2: ahead, index} of text.matchAll(ETC)) {
    const word = (behind ?? ahead)!;
    const end = index + found.length;
    if (!/、[^。！？]*$/.test(text.slice(Math.max(0, index - LIST_REACH), index))) continue;
    if (behind === '等' && !CLOSES_LIST.test(text.slice(end - 1, end + 4)) && text[end] !== '的') continue;
    const start = behind ? index : index + word.length;
    const expected = text.slice(Math.max(0, index - 4), index) + word + text.slice(end, end + 4);
    report(block, [index, end], 'ellipsisAndEtc', {
      data: {word, expected},
      fix: [{range: [start, start + found.length - word.length], text: ''}],
      fixKind: 'suggested',
    });
  }
}

function remove(
  report: Report,
  block: Block,
  at: number,
  message: Message,
  details: Partial<ReportDetails<Message>>,
): void {
  const {text} = block;
  if (block.inLiteral(at)) return;
  const expected = text.slice(Math.max(0, at - 4), at) + text.slice(at + 1, at + 5);
  const data = {expected, ...details.data};
  report(block, [at, at + 1], message, {...details, data, fix: [{range: [at, at + 1], text: ''}]});
}
