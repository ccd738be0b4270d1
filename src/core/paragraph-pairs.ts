import type {Article, Block, Role} from './article.js';
import type {Pair} from './pair-marks.js';
import type {LoneMark} from './pairs.js';

/** A lone mark and the block it stands in. */
export interface PlacedMark {
  readonly block: Block;
  readonly mark: LoneMark;
}

/**
 * What is left when pairs over several paragraphs are taken out: each paragraph of a quotation opens with “ and only
 * the last closes it (GB/T 15834-2011 4.8.3.5); a bracket or a name may also run on into the next line. Blocks are
 * paragraphs of a quotation that lack their “.
 */
export function acrossParagraphs(
  article: Article,
  pair: Pair,
  marks: readonly PlacedMark[],
): Array<PlacedMark | Block> {
  const lone = pair.family === 'quote' ? acrossLines(pair, marks) : marks;
  const left: Array<PlacedMark | Block> = [];
  for (let i = 0; i < lone.length; i++) {
    const current = lone[i]!;
    const next = lone[i + 1];
    if (current.mark.open && current.mark.kind === 'lone') {
      if (pair.family === 'quote' && goesOn(article, pair, current)) continue;
      const closing = next && !next.mark.open && next.mark.kind === 'lone' ? next : undefined;
      if (closing && spans(article, pair, current, closing)) {
        i++;
        continue;
      }
      if (closing && pair.family === 'quote' && isContinued(current, closing)) {
        left.push(closing.block);
        i++;
        continue;
      }
    }
    left.push(current);
  }
  return left;
}

/** In lines cut at a width ”…“ is the end of one quotation and the beginning of the next, not one turned round. */
function acrossLines(pair: Pair, marks: readonly PlacedMark[]): PlacedMark[] {
  const lone: PlacedMark[] = [];
  for (const placed of marks) {
    const {block, mark} = placed;
    const before = lone.at(-1);
    const runsOn =
      before?.mark.open &&
      before.mark.kind === 'lone' &&
      before.block.index === block.index - 1 &&
      !/[。！？；]$/.test(before.block.text);
    if (runsOn && mark.kind === 'reversed' && !mark.open && block.text[mark.other!] === pair.open) {
      lone.push({block, mark: {pair, at: mark.at, open: false, kind: 'lone'}});
      lone.push({block, mark: {pair, at: mark.other!, open: true, kind: 'lone'}});
    } else lone.push(placed);
  }
  return lone;
}

/** Whether a quotation goes on in the next paragraph. */
function goesOn({blocks}: Article, pair: Pair, {block, mark}: PlacedMark): boolean {
  if (!beginsSpeech(block.text, mark.at)) return false;
  const next = blocks.slice(block.index + 1, block.index + 4).find(({role}) => role === 'paragraph' || role === 'item');
  if (!next?.text.startsWith(pair.open)) return false;
  const above = blocks[block.index - 1]?.text ?? '';
  if (mark.at > 0 || /[：:]$/.test(above) || above.startsWith(pair.open)) return true;
  // Behind no colon it is the first of several paragraphs only if the next one is all quotation too; else each is a
  // sentence of its own: “……”他说。
  const whole = next.pairing.matches.find(({open}) => open === 0);
  return !whole || whole.close >= next.text.length - 2;
}

function beginsSpeech(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '：' || text[at - 1] === ':';
}

/** Both in blocks. */
const LONGEST_SPAN = 30;
const LONGEST_SENTENCE = 3;

const BODY: ReadonlySet<Role> = new Set(['paragraph', 'item', 'heading', 'salutation', 'signature', 'cell']);

/** Whether a pair runs over several blocks as it may: a list of its own, or one sentence broken into lines. */
function spans({blocks}: Article, {family}: Pair, opening: PlacedMark, closing: PlacedMark): boolean {
  const [first, last] = [opening.block.index, closing.block.index];
  if (last <= first || last - first > LONGEST_SPAN) return false;
  const lines = blocks.slice(first, last);
  const together = lines.length === 1 || [...lines, closing.block].every(({role}) => BODY.has(role));
  if (!together) return false;
  if (lines.length <= LONGEST_SENTENCE && lines.every(({text}) => !/[。！？；]$/.test(text))) return true;
  const speech = family === 'quote' && beginsSpeech(opening.block.text, opening.mark.at);
  // A closing mark that the line end tore off is not lone, only misplaced.
  if (speech && lines.length === 1 && closing.mark.at === 0) return true;
  const after = closing.block.text.slice(closing.mark.at + 1, closing.mark.at + 6);
  if (!/^[。！？；，）”]{0,4}$/.test(after)) return false;
  return opening.mark.at === 0 || speech;
}

/** Whether a quotation goes on in the next paragraph without the opening mark that it should have there. */
function isContinued(opening: PlacedMark, closing: PlacedMark): boolean {
  if (closing.block.index !== opening.block.index + 1 || closing.mark.at === 0) return false;
  return beginsSpeech(opening.block.text, opening.mark.at);
}
