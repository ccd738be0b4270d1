import type {Span} from './source.js';

/** A stretch of a block's text and where it stands in the source. All figures are UTF-16 code units. */
export interface Run {
  /** Where the run starts in the block's text. */
  readonly text: number;
  /** Where it starts in the source. */
  readonly source: number;
  /** Length in the block's text. */
  readonly length: number;
  /** Length in the source; equal to `length` when the run is copied as it is, else the run is one entity or escape. */
  readonly width: number;
  /** Whether the markup says that the run is code. */
  readonly literal?: true;
}

/** Tells where each character of a block's text stands in the source. Markup is never searched for again. */
export class SourceMap {
  readonly #runs: readonly Run[];

  /** @param runs in order of the text, without gaps in it; at least one. */
  constructor(runs: readonly Run[]) {
    this.#runs = runs;
  }

  /** The map of a text copied unchanged from `source`. */
  static shift(source: number, length: number): SourceMap {
    return new SourceMap([{text: 0, source, length, width: length}]);
  }

  /** Source offset where the character at `offset` of the text begins. */
  start(offset: number): number {
    const run = this.#find(offset);
    if (offset >= run.text + run.length) return run.source + run.width;
    return run.width === run.length ? run.source + (offset - run.text) : run.source;
  }

  /** Source offset where the character before `offset` of the text ends. */
  end(offset: number): number {
    if (offset <= 0) return this.start(0);
    const run = this.#find(offset - 1);
    const within = Math.min(offset - run.text, run.length);
    return run.width === run.length ? run.source + within : run.source + run.width;
  }

  /** The stretches of the text that are code, in order. */
  get literals(): Span[] {
    return this.#runs.filter(({literal}) => literal).map(({text, length}) => [text, text + length] as const);
  }

  /** Whether a span of the text stands in one piece in the source, without markup between its characters. */
  isWhole(start: number, end: number): boolean {
    let at = this.start(start);
    for (let offset = start; offset < end; ) {
      const run = this.#find(offset);
      const copied = run.width === run.length;
      if ((copied ? run.source + (offset - run.text) : run.source) !== at) return false;
      const to = Math.min(end, run.text + run.length);
      if (to <= offset) return false;
      at = copied ? at + (to - offset) : run.source + run.width;
      offset = to;
    }
    return true;
  }

  /** The map of the part of the text from `from` to `to`. */
  slice(from: number, to: number): SourceMap {
    const runs: Run[] = [];
    for (const run of this.#runs) {
      const start = Math.max(run.text, from);
      const end = Math.min(run.text + run.length, to);
      if (end <= start) continue;
      const copied = run.width === run.length;
      runs.push({
        text: start - from,
        source: copied ? run.source + (start - run.text) : run.source,
        length: end - start,
        width: copied ? end - start : run.width,
        ...(run.literal && {literal: run.literal}),
      });
    }
    return runs.length > 0 ? new SourceMap(runs) : SourceMap.shift(this.start(from), 0);
  }

  #find(offset: number): Run {
    const runs = this.#runs;
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle]!.text <= offset) low = middle;
      else high = middle - 1;
    }
    return runs[low]!;
  }
}
