/** A place in a source. */
export interface Point {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units (as SARIF `utf16CodeUnits`, vfile and LSP count). */
  readonly column: number;
  /** 0-based, in UTF-16 code units from the start of the decoded text, a byte order mark not counted. */
  readonly offset: number;
}

/** Start and end (exclusive), as offsets in UTF-16 code units. */
export type Span = readonly [start: number, end: number];

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A decoded file: its text and how to find lines in it. Line ends are `\n`, `\r\n` and a lone `\r`. */
export class Source {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether the file began with a byte order mark; the text does not hold it. */
  readonly bom: boolean;
  #lineStarts: number[] | undefined;

  constructor(
    path: string,
    text: string,
    {encoding = 'utf-8', bom = false}: {encoding?: Encoding; bom?: boolean} = {},
  ) {
    this.path = path;
    this.text = text;
    this.encoding = encoding;
    this.bom = bom;
  }

  /** Line and column of an offset; offsets outside the text are clamped to it. */
  point(offset: number): Point {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return {line: low + 1, column: at - starts[low]! + 1, offset: at};
  }

  /** Start and end of a 1-based line, its line end not included; the last line where there is no such line. */
  line(line: number): Span {
    const starts = this.#starts();
    const index = Math.max(0, Math.min(line - 1, starts.length - 1));
    const start = starts[index]!;
    let end = index + 1 < starts.length ? starts[index + 1]! : this.text.length;
    if (end > start && this.text[end - 1] === '\n') end--;
    if (end > start && this.text[end - 1] === '\r') end--;
    return [start, end];
  }

  /** Number of lines; an empty text has one. */
  get lineCount(): number {
    return this.#starts().length;
  }

  #starts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const {text} = this;
    const starts = [0];
    if (text.includes('\r')) {
      for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
    } else {
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    }
    this.#lineStarts = starts;
    return starts;
  }
}
