import type {NumberingRef} from './styles.js';

/** No draft has more. The cells of a table count: a list of ten thousand names in ten columns is half of it. */
export const MOST_PARAGRAPHS = 200_000;

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
interface TextRun {
  readonly kind: 'text';
  readonly text: string;
}

/** The same with its place in the XML. */
export interface XmlText extends TextRun {
  readonly run: RunPlace;
  /** Where its element begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Where its characters stand one by one; undefined for a tab, a symbol, or space that does not show. */
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

export type Inline = TextRun | LineBreak | Picture;
type XmlInline = XmlText | LineBreak | Picture;

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

/** A paragraph of a document, as it stands in the file. */
export interface Paragraph {
  readonly inlines: readonly Inline[];
  readonly styleId?: string;
  readonly centred?: boolean;
  readonly outline?: number;
  readonly numbering?: Partial<NumberingRef>;
  /** Its end was deleted: the next paragraph goes on with its text. */
  readonly joined?: boolean;
  readonly cell?: CellPlace;
}

type Mutable<T> = {-readonly [K in keyof T]: T[K]};

/** A `w:p` of a .docx. */
export interface XmlParagraph extends Mutable<Paragraph> {
  readonly inlines: XmlInline[];
  /** For the text of a box: the paragraph of the body that holds the box. */
  readonly anchor?: XmlParagraph;
  /** For footnotes and endnotes: which note. */
  readonly note?: {readonly kind: 'footnote' | 'endnote'; readonly id: string};
  /** Where it stands in the XML: `content` lies behind `<w:p …>` and its properties, `end` before `</w:p>`. */
  readonly xml: {readonly start: number; content: number; end: number; readonly selfClosing: boolean};
}

/** Where a note is referred to: the run with its mark. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly paragraph: XmlParagraph;
  readonly run: RunPlace;
}
