import type {Article, Block} from './article.js';
import type {Finding} from './finding.js';
import type {BlockView, Mark} from './run.js';

/** The blocks of an article with the places of its findings in their texts. */
export function viewOf({blocks}: Article, findings: readonly Finding[]): BlockView[] {
  const views = blocks.map(({role, text}) => ({role, text, marks: [] as Mark[]}));
  const spans = blocks.map(block => block.span);
  const ends = furthestEnds(spans);
  findings.forEach(({start, end}, finding) => {
    // Blocks begin in order, and a finding runs over few of them.
    for (let index = firstFrom(ends, start.offset); index < blocks.length; index++) {
      const [from, to] = spans[index]!;
      if (from > end.offset || (from === end.offset && end.offset > start.offset)) break;
      if (to < start.offset || (to === start.offset && end.offset > start.offset)) continue;
      const block = blocks[index]!;
      views[index]!.marks.push({start: textOffset(block, start.offset), end: textOffset(block, end.offset), finding});
    }
  });
  return views;
}

/** For each block where it, or one before it, ends furthest on: an image may stand in the middle of a paragraph. */
function furthestEnds(spans: ReadonlyArray<readonly [number, number]>): number[] {
  let furthest = 0;
  return spans.map(([, end]) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
}

function firstFrom(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first offset of the block's text that stands at or behind a source offset. */
function textOffset(block: Block, offset: number): number {
  let low = 0;
  let high = block.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (block.at(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
