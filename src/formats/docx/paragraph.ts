import type {NumberingRef} from './styles.js';

/** Where an element of the text stands in the XML; offsets in UTF-16 code units. */
export interface RunPlace {
  /** Offset of the run's `<`, or that of the whole formula or phonetic guide, which must not be cut. */
  readonly start: number;
  /** Offset behind its end tag. */
  end: number;
  /** Its properties as they are written, `<w:rPr>…</w:rPr>`; undefined where the element must not be cut. */
  properties: string | undefined;
}

/** A stretch of a paragraph's text. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly run: RunPlace;
  /** Where its element begins and ends in the XML. */
  readonly start: number;
  readonly end: number;
  /** Where its characters stand in the XML one by one; undefined for a tab, a symbol, or space that does not show. */
  readonly content?: readonly [start: number, end: number];
}

/** A line end within a paragraph. */
interface LineBreak {
  readonly kind: 'break';
}

export interface Picture {
  readonly kind: 'image';
  /** Alternative text; empty when there is none. */
  readonly alt: string;
  /** Whether it floats beside the text instead of standing in it. */
  readonly floating: boolean;
}

type Inline = TextRun | LineBreak | Picture;

/** Where a paragraph stands in a table. */
export interface CellPlace {
  readonly table: Table;
  /** From 0. */
  readonly row: number;
  readonly column: number;
}

export interface Table {
  cells: number;
}

/** A `w:p` as it stands in the document. */
export interface Paragraph {
  readonly inlines: Inline[];
  styleId?: string;
  centred?: boolean;
  outline?: number;
  numbering?: Partial<NumberingRef>;
  /** Its end was deleted: the next paragraph goes on with its text. */
  joined?: boolean;
  readonly cell?: CellPlace;
  /** For the text of a box: the paragraph of the body that holds the box. */
  readonly anchor?: Paragraph;
  /** For footnotes and endnotes: which note. */
  readonly note?: {readonly kind: 'footnote' | 'endnote'; readonly id: string};
  /** Where it stands in the XML: `content` lies behind `<w:p …>` and its properties, `end` before `</w:p>`. */
  readonly xml: {readonly start: number; content: number; end: number; readonly selfClosing: boolean};
}

/** Where a note is referred to: the run with its mark. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly paragraph: Paragraph;
  readonly run: RunPlace;
}
