import type {Article, Block} from './article.js';
import type {Finding} from './finding.js';
import type {BlockView, Mark} from './run.js';

/** The blocks of an article with the places of its findings in their texts. */
export function viewOf({blocks}: Article, findings: readonly Finding[]): BlockView[] {
  const views = blocks.map(({role, text}) => ({role, text, marks: [] as Mark[]}));
  const spans = blocks.map(block => block.span);
  findings.forEach(({start, end}, finding) => {
    // Blocks stand in order, and a finding runs over few of them.
    for (let index = firstEndingFrom(spans, start.offset); index < blocks.length; index++) {
      const [from, to] = spans[index]!;
      if (from > end.offset || (from === end.offset && end.offset > start.offset)) break;
      if (to === start.offset && end.offset > start.offset) continue;
      const block = blocks[index]!;
      views[index]!.marks.push({start: textOffset(block, start.offset), end: textOffset(block, end.offset), finding});
    }
  });
  return views;
}

function firstEndingFrom(spans: ReadonlyArray<readonly [number, number]>, offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]![1] < offset) low = middle + 1;
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
