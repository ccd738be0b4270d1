import type {Block} from '../src/core/article.js';
import {type Gap, type GapModel, missingMarks, modelFrom} from '../src/core/gap-model.js';
import {unpackTable} from '../src/core/gap-table.js';
import type {OptionFile} from '../src/core/option-file.js';
import {defineRule} from '../src/core/rule.js';
import {PATTERNS} from './data/missing-clause-punctuation-patterns.js';

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
