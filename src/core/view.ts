import type {Article} from './article.js';
import type {Finding} from './finding.js';
import type {BlockView, Mark} from './run.js';

/** The blocks of an article with the places of its findings in their texts; personal data in them is starred out. */
export function viewOf({blocks, personal}: Article, findings: readonly Finding[]): BlockView[] {
  const views = blocks.map(block => ({role: block.role, text: personal.block(block), marks: [] as Mark[]}));
  const spans = blocks.map(block => block.span);
  const ends = furthestEnds(spans);
  findings.forEach(({start, end}, finding) => {
    // Blocks begin in order, and a finding runs over few of them.
    for (let index = firstFrom(ends, start.offset); index < blocks.length; index++) {
      const [from, to] = spans[index]!;
      if (from > end.offset || (from === end.offset && end.offset > start.offset)) break;
      if (to < start.offset || (to === start.offset && end.offset > start.offset)) continue;
      const block = blocks[index]!;
      views[index]!.marks.push({start: block.offsetOf(start.offset), end: block.offsetOf(end.offset), finding});
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
