// What rules/missing-clause-punctuation finds without its model.
import {HAN} from '../../src/core/characters.js';

/** A gap that an expression finds. */
interface Pattern {
  /** Words of which one stands in every match: where none does, the search is spared. */
  readonly words: readonly string[];
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
export const PATTERNS: readonly Pattern[] = [
  // 进行总结和评析▮2016年以来，…: a time phrase with its comma opens a sentence.
  {
    words: ['年以来，', '近年来，', '年初以来，'],
    find: new RegExp(
      `(${HAN_CHARACTER}{4}(?<![自从在对将和与及是把但的之于至到，月日年底])(?<!自|截至|截止))(?=(?:(?:19|20)\\d{2}年以来|今年以来|近年来|去年以来|年初以来)，)`,
      'g',
    ),
    mark: '。',
  },
  // 完成了任务▮下一步，…: so does an adverbial that speaks of the whole sentence.
  {
    words: ['据悉，', '据了解，', '据介绍，', '据统计，', '下一步，', '此外，', '与此同时，', '截至目前，'],
    find: new RegExp(
      `(${HAN_CHARACTER}{4}(?<![自从在对将和与及是把但的之于至到为了]))(?=(?:据悉|据了解|据介绍|据统计|下一步|此外|与此同时|截至目前)，)`,
      'g',
    ),
    mark: '。',
  },
  // 提高4.9个百分点▮民间投资增长7.3%: the figures of two indicators run together.
  {
    words: ['个百分点', '%', '％'],
    find: new RegExp(
      `(\\d(?:个百分点|[%％]))(?=(?!以上|以下|以内|左右|的|至|到)${HAN_CHARACTER}{2,14}(?:增长|下降|上升|提高|回落|上涨|减少|增加)(?:了)?\\d)`,
      'g',
    ),
    mark: '，',
  },
  // 知情权▮参与权▮表达权, 公信力▮执行力: words of one make in a row.
  {words: ['权'], find: new RegExp(`(${WORD}权)(?=${WORD}权(?![利力益威限属重责]))`, 'g'), mark: '、'},
  {
    words: ['力'],
    find: new RegExp(`((?:${POWERS}|服务|领导)力)(?=(?:${POWERS})力)`, 'g'),
    mark: '、',
  },
  // 进行了具体指导▮要求与会人员…
  {
    words: ['要求'],
    find: new RegExp(
      `(${HAN_CHARACTER}{4}(?<![并还也就又且将会曾均都应须请，]))(?=要求(?:与会|参会|各[级地单乡镇部区县市]|全[体县区市镇])${HAN_CHARACTER}{4})`,
      'g',
    ),
    mark: '，',
    note: true,
  },
  // 学习了会议精神▮会议强调，…: the words before do not name a meeting.
  {
    words: ['会议强调，', '会议指出，', '会议要求，', '会议认为，'],
    find: new RegExp(
      `(${HAN_CHARACTER}{2}(?:精神|情况|汇报|讲话|方案|意见|措施|任务|事项|发言))(?=会议(?:强调|指出|要求|认为)，)`,
      'g',
    ),
    mark: '。',
  },
  // 要加强值班值守▮要严格落实责任，: a second demand. No edited text of the training corpus has one without a mark.
  {
    words: ['要'],
    find: new RegExp(
      `((?:^|[，。；：])要(?![求让使是点素害为像]|督促|引导|教育|推动|确保|指导|提醒|告知|带领|带动|促使|知道|认识)${HAN_CHARACTER}{4,14}(?<![的和与及是不需还只都也可就须重主必]))(?=要(?:加强|加快|加大|坚持|强化|落实|做好|抓好|突出|着力|严格|深入|切实|积极|充分|认真|进一步|全力|聚焦|深化|把)${HAN_CHARACTER}{2,12}[，。；])`,
      'g',
    ),
    mark: '，',
  },
  // 就有关情况作了汇报▮各单位负责人…
  {
    words: ['作了', '作出了'],
    find: new RegExp(
      `(作(?:出)?了(?!重要)${HAN_CHARACTER}{0,6}(?:汇报|发言|部署|说明|介绍|交流))(?=(?![的后时和与并及或等会以稿之要中前人])${HAN_CHARACTER}{4})`,
      'g',
    ),
    mark: '，',
    note: true,
  },
  // 时间过半▮任务过半: four characters and four with one ending.
  {
    words: ['，', '、', '：', '。', '；'],
    find: new RegExp(
      `((?<=[，。；：、]|坚持|实现了?|做到了?|力争|力戒|确保|反对)${HAN_CHARACTER}{2}(?!.?[几谁])(?!什么|多少|哪里)(${HAN_CHARACTER}{2}))(?=(?![人者的和与或及并物品机专无以之政但而主权区站])${HAN_CHARACTER}{2}\\2[，。；])`,
      'g',
    ),
    mark: '、',
    note: true,
  },
  // 降低群众办事成本▮提高政务服务效能: two predicates, each with its object. Verbs that also stand as nouns
  // (保障机制, 改善计划) are not among the second ones.
  {
    words: ['提高', '提升', '增强', '降低', '优化', '完善', '健全', '强化', '激发', '凝聚', '巩固', '拓展', '减轻'],
    find: new RegExp(
      `((?:^|[，。；：、]|对于|为了?|[要以])(?:降低|增强|提高|优化|完善|健全|改善|压实|深化|强化|减轻|规范|丰富|拓宽|畅通|维护)(?:(?![并以来而的])${HAN_CHARACTER}){3,14}(?<![并和与以来而及的能够地为等不可将需要进续断步化面力幅稳])(?<!有效|深入|积极|稳定|协同|共同|合理|依法|普遍|显著|明显))(?=(?:提高|提升|增强|降低|优化|完善|健全|强化|激发|凝聚|巩固|拓展|减轻)(?![的了后和与版型率度、，。；]|工作|工程|行动|水平)(?:(?!的)${HAN_CHARACTER}){4,16}[，。；])`,
      'g',
    ),
    mark: '，',
    note: true,
  },
];
