import {HAN} from '../src/core/characters.js';
import {defineRule} from '../src/core/rule.js';

interface Pattern {
  /** Matches from before the gap to behind it; the gap lies at the end of group 1. */
  readonly find: RegExp;
  readonly mark: string;
  /** Doubtful patterns give notes. */
  readonly note?: boolean;
}

const HAN_CHARACTER = `[${HAN}]`;
/** Two Han characters that do not begin with a conjunction or particle. */
const WORD = `(?![和与及或的对之等])${HAN_CHARACTER}{2}`;
const POWERS = '公信|执行|凝聚|战斗|创造|号召|组织|影响|竞争|向心|引领|感召';

/**
 * Gaps where a mark is certainly, or with `note` very likely, missing. They were chosen by reading their hits on
 * official prose; see the rule's page for what each finds.
 */
const PATTERNS: readonly Pattern[] = [
  // 进行总结和评析▮2016年以来，…: a time phrase with its comma opens a sentence.
  {
    find: new RegExp(
      `(${HAN_CHARACTER}{4}(?<![自从在对将和与及是把但的之于至到，月日年底])(?<!自|截至|截止))(?=(?:(?:19|20)\\d{2}年以来|今年以来|近年来|去年以来|年初以来)，)`,
      'g',
    ),
    mark: '。',
  },
  // 完成了任务▮下一步，…: so does an adverbial that speaks of the whole sentence.
  {
    find: new RegExp(
      `(${HAN_CHARACTER}{4}(?<![自从在对将和与及是把但的之于至到为了]))(?=(?:据悉|据了解|据介绍|据统计|下一步|此外|与此同时|截至目前)，)`,
      'g',
    ),
    mark: '。',
  },
  // 提高4.9个百分点▮民间投资增长7.3%: the figures of two indicators run together.
  {
    find: new RegExp(
      `(\\d(?:个百分点|[%％]))(?=(?!以上|以下|以内|左右|的|至|到)${HAN_CHARACTER}{2,14}(?:增长|下降|上升|提高|回落|上涨|减少|增加)(?:了)?\\d)`,
      'g',
    ),
    mark: '，',
  },
  // 知情权▮参与权▮表达权, 公信力▮执行力: words of one make in a row.
  {find: new RegExp(`(${WORD}权)(?=${WORD}权(?![利力益威限属重责]))`, 'g'), mark: '、'},
  {
    find: new RegExp(`((?:${POWERS}|服务|领导)力)(?=(?:${POWERS})力)`, 'g'),
    mark: '、',
  },
  // 进行了具体指导▮要求与会人员…
  {
    find: new RegExp(
      `(${HAN_CHARACTER}{4}(?<![并还也就又且将会曾均都应须请，]))(?=要求(?:与会|参会|各[级地单乡镇部区县市]|全[体县区市镇])${HAN_CHARACTER}{4})`,
      'g',
    ),
    mark: '，',
    note: true,
  },
  // 降低群众办事成本▮提高政务服务效能: two predicates, each with its object. Verbs that also stand as nouns
  // (保障机制, 改善计划) are not among the second ones.
  {
    find: new RegExp(
      `((?:^|[，。；：、]|对于|为了?|[要以])(?:降低|增强|提高|优化|完善|健全|改善|压实|深化|强化|减轻|规范|丰富|拓宽|畅通|维护)(?:(?![并以来而的])${HAN_CHARACTER}){3,14}(?<![并和与以来而及的能够地为等不可将需要进续断步化面力幅稳])(?<!有效|深入|积极|稳定|协同|共同|合理|依法|普遍|显著|明显))(?=(?:提高|提升|增强|降低|优化|完善|健全|强化|激发|凝聚|巩固|拓展|减轻)(?![的了后和与版型率度、，。；]|工作|工程|行动|水平)(?:(?!的)${HAN_CHARACTER}){4,16}[，。；])`,
      'g',
    ),
    mark: '，',
    note: true,
  },
];

export default defineRule<object, 'missing'>({
  id: 'missing-clause-punctuation',
  severity: 'warning',
  fix: 'suggested',
  basis: ['GB/T 15834-2011 4.1.3.1', 'GB/T 15834-2011 4.4.3', 'GB/T 15834-2011 4.5.3.1'],
  summary: {zh: '分句、并列成分之间不得漏标点', en: 'No mark is left out between clauses or parallel words'},
  defaults: {},
  messages: {
    missing: {
      zh: '“{before}”之后缺少标点：应为“{before}{mark}{after}”',
      en: 'Missing mark after `{before}`: expected `{before}{mark}{after}`',
    },
  },
  check(article, {report}) {
    for (const block of article.blocks) {
      if (block.role !== 'paragraph' && block.role !== 'item') continue;
      const text = block.normalized;
      const seen = new Set<number>();
      for (const {find, mark, note} of PATTERNS) {
        for (const match of text.matchAll(find)) {
          const gap = match.index + match[1]!.length;
          if (seen.has(gap) || block.inTitle(gap)) continue;
          seen.add(gap);
          report(block, [gap, gap], 'missing', {
            data: {before: tail(text.slice(0, gap)), after: head(text.slice(gap)), mark},
            ...(note && {severity: 'note' as const}),
            fix: [{range: [gap, gap], text: mark}],
          });
        }
      }
    }
  },
});

/** Up to this many characters on each side of the gap are shown. */
const CONTEXT = 6;
const MARK = /[，。；：、！？“”‘’《》（）]/;

function tail(text: string): string {
  let start = text.length;
  while (start > 0 && !MARK.test(text[start - 1]!) && (text.length - start < CONTEXT || /[\d.]/.test(text[start - 1]!)))
    start--;
  return text.slice(start);
}

function head(text: string): string {
  const word = text.slice(0, CONTEXT);
  const mark = word.search(MARK);
  return mark === -1 ? word : word.slice(0, mark);
}
