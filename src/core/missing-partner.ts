import type {Pair} from './pair-marks.js';

// Where the partner of a lone mark most likely belongs. Both searches look at most this far, so that a text of nothing
// but lone marks stays linear.
const REACH = 200;

const OPENING = '“‘「『《〈（(〔【［';
const CLOSING = '”’」』》〉）)〕】］';
const STOP = /[，。；：！？]/;
const CONJUNCTION = /^[和与及或、]/;

/** Words after which the name of a document begins. */
const BEFORE_TITLE =
  /.*(?:根据|按照|依据|依照|遵照|印发|转发|发布|出台|制定|修订|修改|学习|贯彻|落实|宣读|解读|讲解|观看|审议|通过|执行|签订|签署|对|和|与|及|的|了|为|按|以|将|把|《)/;
/** Words with which a note in brackets begins. */
const BRACKET_START =
  /.*(?=以下简称|下称|(?<!以下)简称|详见|参见|见附|见表|见图|不含|包括|以下同|下同|试行|暂行|草案|修订|征求意见|附后|记者|通讯员|责任单位|牵头单位|来源|摄影)/;
/** The mark behind which it is told who spoke: “……，”他说。 */
const BEFORE_SPEAKER = /[，。！？…](?=[^，。！？]{1,30}(?:说|道|称|表示|介绍|告诉记者|赞叹|感叹|感慨)[，。：])/;
const LIST_NUMERAL = /(?:^|\s)([一二三四五六七八九十\d]{1,3})$/;
/** Words with which the name of a document ends. */
const TITLE_END =
  /^.{0,40}?(?:条例|规定|办法|细则|决定|意见|通知|方案|规划|计划|要点|指南|公告|公报|报告|纲要|法|准则|规范|标准|清单|日报)(?:（[^（）]{1,10}）)?/;
const BRACKET_END = /^(?:试行|暂行|草案|修订稿?|修正|征求意见稿|送审稿|下同|以下简称[“《][^”》]{1,20}[”》])/;

/** The offset before which the opening mark of the lone closing mark at `at` most likely stood; at most `at`. */
export function placeOfOpening(text: string, pair: Pair, at: number): number {
  // A closing mark behind a full stop ends a speech, which began behind a colon.
  const speech = pair.family === 'quote' && /[。！？…]/.test(text[at - 1] ?? '');
  const start = clauseStart(text, at, speech ? /：/ : /[，。；：！？、]/);
  const clause = text.slice(start, at);
  const numeral = pair.family === 'bracket' ? LIST_NUMERAL.exec(clause) : null;
  if (numeral) return at - numeral[1]!.length;
  const skipped = CONJUNCTION.test(clause) && closes(text[start - 1]) ? 1 : 0;
  const lead = pair.family === 'quote' ? undefined : pair.family === 'title' ? BEFORE_TITLE : BRACKET_START;
  const within = lead?.exec(clause.slice(0, -2))?.[0].length ?? 0;
  const enough = pair.family === 'title' ? clause.length - within >= 4 : clause.length > within;
  return start + Math.max(skipped, enough && !closes(text[start - 1]) ? within : 0);
}

/**
 * The offset before which the closing mark of the lone opening mark at `at` most likely stood; more than `at`.
 * `above` is the paragraph above: what begins behind its colon, or goes on with a quotation of several paragraphs, is a
 * speech of whole sentences.
 */
export function placeOfClosing(text: string, pair: Pair, at: number, above = ''): number {
  const speech = pair.family === 'quote' && (at === 0 ? leadsOn(above, pair) : /[：:]/.test(text[at - 1]!));
  const [limit, stop] = clauseEnd(text, pair, at, speech ? /[。！？]/ : STOP);
  const rest = text.slice(at + 1, limit);
  const said = pair.family === 'quote' && at === 0 ? BEFORE_SPEAKER.exec(rest) : null;
  if (said) return at + 1 + said.index + 1;
  if (speech) {
    if (limit === text.length && !rest.includes(pair.open)) return limit;
    return Math.min(stop + 1, limit);
  }
  const name = pair.family === 'title' ? TITLE_END : pair.family === 'bracket' ? BRACKET_END : undefined;
  const known = name?.exec(rest);
  return known ? at + 1 + known[0].length : stop;
}

function leadsOn(above: string, {open}: Pair): boolean {
  return /[：:]/.test(above.at(-1) ?? '') || above.startsWith(open) || above.includes(`：${open}`);
}

function closes(character: string | undefined): boolean {
  return character !== undefined && CLOSING.includes(character);
}

/** Where the clause before `at` begins: behind a mark of `stop`, a mark that opens around `at`, or what closed before. */
function clauseStart(text: string, at: number, stop: RegExp): number {
  const from = Math.max(0, at - REACH);
  for (let i = at - 1; i >= from; i--) {
    const character = text[i]!;
    if (CLOSING.includes(character)) {
      const opened = openingBefore(text, i, from);
      // What stands in a pair of its own belongs to the clause, unless it is a pair of the same kind right before.
      if (opened === -1 || character === text[at]) return i + 1;
      i = opened;
    } else if (OPENING.includes(character) || stop.test(character)) return i + 1;
  }
  return from;
}

/** Where the pair that closes at `at` opened, not before `from`; -1 when it did not. */
function openingBefore(text: string, at: number, from: number): number {
  let depth = 0;
  for (let i = at; i >= from; i--) {
    if (CLOSING.includes(text[i]!)) depth++;
    else if (OPENING.includes(text[i]!) && --depth === 0) return i;
  }
  return -1;
}

/** How far the partner of the mark at `at` can stand, and where the first mark of `stop` before that is. */
function clauseEnd(text: string, pair: Pair, at: number, stop: RegExp): [limit: number, stop: number] {
  const end = Math.min(text.length, at + 1 + REACH);
  let found = -1;
  let depth = 0;
  for (let i = at + 1; i < end; i++) {
    const character = text[i]!;
    if (depth === 0 && (character === pair.open || CLOSING.includes(character))) {
      // In 《甲、《乙》 the 、 stands between the two names.
      const end = character === pair.open && CONJUNCTION.test(text[i - 1]!) ? i - 1 : i;
      return [end, found === -1 ? end : found];
    }
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth--;
    else if (depth === 0 && found === -1 && stop.test(character)) found = i;
  }
  return [end, found === -1 ? end : found];
}
