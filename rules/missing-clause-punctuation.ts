import type {Block} from '../src/core/article.js';
import {HAN} from '../src/core/characters.js';
import {type Gap, type GapModel, missingMarks, modelFrom} from '../src/core/gap-model.js';
import {unpackTable} from '../src/core/gap-table.js';
import type {OptionFile} from '../src/core/option-file.js';
import {defineRule} from '../src/core/rule.js';

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
const PATTERNS: readonly Pattern[] = [
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

interface Options {
  threshold: number;
  noteThreshold: number;
  /** A path counts in configuration files alone, which read it. */
  model: OptionFile | Uint8Array | string;
}

export default defineRule<Options, 'missing'>({
  id: 'missing-clause-punctuation',
  severity: 'warning',
  inspection: 'points',
  fix: 'suggested',
  basis: ['GB/T 15834-2011 4.1.3.1', 'GB/T 15834-2011 4.4.3', 'GB/T 15834-2011 4.5.3.1'],
  summary: {zh: '分句、并列成分之间不得漏标点', en: 'No mark is left out between clauses or parallel words'},
  defaults: {threshold: 6, noteThreshold: 4.2, model: ''},
  options: z => ({
    threshold: z
      .number()
      .describe('得分（对数几率）达到此值的空当报警告，越高越少报 / score (log-odds) from which a gap is a warning'),
    noteThreshold: z
      .number()
      .describe('得分达到此值、不到 threshold 的空当报提示 / score from which a gap below `threshold` is a note'),
    model: z
      .string()
      .describe(
        '用 govlint train 从本单位文章学得的模型文件，路径从配置文件算起；空为自带的模型 / a model that govlint train learned from your own articles, by its path from the configuration; empty for the one that ships',
      ),
  }),
  files: {model: unpackTable},
  messages: {
    missing: {
      zh: '“{before}”之后缺少标点：应为“{before}{mark}{after}”',
      en: 'Missing mark after `{before}`: expected `{before}{mark}{after}`',
    },
  },
  async load(options) {
    if (shipped || (options && options.model !== '')) return;
    const {table} = await import('./data/missing-clause-punctuation.js');
    shipped = modelFrom(table);
  },
  check(article, {options, report}) {
    const model = modelOf(options.model);
    for (const block of article.blocks) {
      if (block.role !== 'paragraph' && block.role !== 'item') continue;
      const text = block.normalized;
      const gaps = new Map<number, {mark: string; note: boolean}>();
      // The patterns come first: what they say of a gap stands, whatever its score.
      const add = (at: number, mark: string, note: boolean) => {
        if (!gaps.has(at) && !block.inTitle(at)) gaps.set(at, {mark, note});
      };
      for (const {words, find, mark, note} of PATTERNS) {
        if (!words.some(word => text.includes(word))) continue;
        for (const match of text.matchAll(find)) add(match.index + match[1]!.length, mark, note === true);
      }
      if (model && PROSE.test(text)) {
        const least = Math.min(options.threshold, options.noteThreshold);
        for (const {at, score, mark} of likely(block, missingMarks(model, text, least)))
          if (score >= least) add(at, mark, score < options.threshold);
      }
      for (const [at, {mark, note}] of gaps)
        report(block, [at, at], 'missing', {
          data: {before: tail(text, at), after: head(text.slice(at, at + CONTEXT)), mark},
          ...(note && {severity: 'note' as const}),
          fix: [{range: [at, at], text: mark}],
        });
    }
  },
});

/** The model that ships, shared by all runs; undefined until it is first loaded. */
let shipped: GapModel | undefined;
/** Models of sites. */
const adapted = new WeakMap<object, GapModel>();

function modelOf(given: Options['model']): GapModel | undefined {
  if (given === '') return shipped;
  if (typeof given === 'string')
    throw new Error(`options.model: only a configuration file may name a file (${given}); give its bytes instead`);
  let model = adapted.get(given);
  if (!model) {
    model = unpackTable(given instanceof Uint8Array ? given : given.bytes);
    adapted.set(given, model);
  }
  return model;
}

/** A paragraph without any mark between clauses is a headline, a label or a list of names. */
const PROSE = /[，。；]/;
const SHORT_QUOTATION = 24;

/** The gaps where the model's word counts: names of documents and short quotations have no marks to miss. */
function* likely(block: Block, gaps: readonly Gap[]): Generator<Gap> {
  const {quotations} = block.zones;
  let next = 0;
  let checked = -1;
  let prose = false;
  for (const gap of gaps) {
    if (block.inTitle(gap.at) || block.inLiteral(gap.at) || isBesideMark(block.normalized, gap.at)) continue;
    while (next < quotations.length && quotations[next]![1] <= gap.at) next++;
    const [start, end] = quotations[next] ?? [gap.at, gap.at];
    if (start < gap.at) {
      if (checked !== start) prose = end - start > SHORT_QUOTATION && PROSE.test(block.normalized.slice(start, end));
      checked = start;
      if (!prose) continue;
    }
    yield isOptional(block.normalized, gap) ? {...gap, score: gap.score - OPTIONAL_COST} : gap;
  }
}

/** Beside half-width marks that stand between figures and letters there is a mark already. */
function isBesideMark(text: string, at: number): boolean {
  return /[,;:!?]/.test(text[at - 1]! + text[at]!);
}

/** What a comma that good writers also leave out takes from its score. */
const OPTIONAL_COST = 2;
/** 在……的同时▮, 按照……要求▮: an adverbial phrase, after which the comma is a matter of taste (GB/T 15834-2011 4.4.3). */
const ADVERBIAL =
  /^(?:同时|并|要|应)?(?:在|以|按|根据|依据|依托|依照|通过|对|为|将|把|从|由|经|随着|围绕|针对|除|与|向|自|就|因|如何|利用|充分)/;
/** 请按照……要求▮, 浙江通过……▮: the same behind a subject or a polite word. */
const LATE_ADVERBIAL = /^.{1,8}(?:按照|根据|依据|依照|依托|通过|围绕|针对|结合|对于|充分(?:运用|利用|发挥)).{2,12}$/;
/** 以“一窗办理”▮: a quotation with its preposition. */
const QUOTED_ADVERBIAL = /(?:[以用由按将把对在为]|通过|围绕|按照)“[^“”]{1,24}”$/;
/** 促进院校▮加强: who is moved to act, followed by the act. */
const PIVOT =
  /(?:促进|推动|鼓励|支持|引导|督促|指导|帮助|要求|组织|动员|促使|带动|协助|倡导|敦促|[让使令请])[^，。；：！？]{2,16}$/;
/** 局长介绍▮发挥……: a verb of saying, followed by what is said. */
const SAYING = /(?:介绍|表示|指出|提出|认为|强调|决定|显示|表明|[说称])$/;
/** What may follow without a comma: a linking word, or the verb of a subject that stands before. */
const JOINED = /^(?:以及|并|和|及|或|而|也|均|都|既是|就是|是)/;
/** A clause that opens so has no subject of its own: what follows the gap is a second predicate, and the comma a must. */
const PREDICATE =
  /^(?:要|须|应|必须|不得|严禁|坚决|坚持|切实|全面|进一步|积极|大力|加强|加快|加大|推进|推动|完善|健全|强化|深化|落实)/;
/** How far back a clause is looked for. */
const CLAUSE = 60;

/** 2月5日▮出台, 75%▮酒精, 《……通知》▮要求: what figures, dates and names of documents are followed by is mostly theirs. */
const BELONGING = /(?:\d[年月日时分秒个号]?|[%％》])$/;
/** 为环境保护▮提供支撑, 以完成任务▮为期限: a preposition and the verb that takes it. */
const TAKEN = /^(?:提供|作出|做出|带来|造成|产生|发挥|起到|创造|为)/;
const TAKER = /[为对给向以][^，。；：！？]{2,24}$/;

function isOptional(text: string, {at, mark}: Gap): boolean {
  const before = text.slice(Math.max(0, at - CLAUSE), at);
  const behind = text.slice(at, at + 2);
  const start = before.search(/[^，。；：！？]*$/);
  const clause = before.slice(start);
  if (PIVOT.test(clause) || BELONGING.test(before) || (TAKEN.test(behind) && TAKER.test(clause))) return true;
  // The model takes a comma for a full stop too often to tell them apart here.
  if (mark !== '，' && mark !== '。') return false;
  if (ADVERBIAL.test(clause) || LATE_ADVERBIAL.test(clause) || QUOTED_ADVERBIAL.test(before)) return true;
  if (SAYING.test(clause) || JOINED.test(behind)) return true;
  // The first comma of a sentence often only parts its subject from the rest.
  const first = start === 0 ? at <= CLAUSE : /[。：！？]/.test(before[start - 1]!);
  return first && !PREDICATE.test(clause);
}

/** Up to this many characters on each side of the gap are shown. */
const CONTEXT = 6;
const MARK = /[，。；：、！？“”‘’《》（）]/;

function tail(text: string, end: number): string {
  let start = end;
  while (start > 0 && !MARK.test(text[start - 1]!) && (end - start < CONTEXT || /[\d.]/.test(text[start - 1]!)))
    start--;
  // Behind a closing mark there is no word of its own to show.
  return text.slice(start < end ? start : Math.max(0, end - CONTEXT), end);
}

function head(text: string): string {
  const word = text.slice(0, CONTEXT);
  const mark = word.search(MARK);
  return mark === -1 ? word : word.slice(0, mark);
}
