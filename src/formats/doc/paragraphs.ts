import {tooLarge} from '../docx/archive.js';
import {Fields} from '../docx/fields.js';
import {type CellPlace, type Inline, MOST_PARAGRAPHS, type Paragraph} from '../docx/paragraph.js';
import {Tables} from '../docx/tables.js';
import type {BinaryDocument, ParagraphProperties} from './document.js';

const PLAIN: ParagraphProperties = {styleId: '0', centred: undefined, inTable: false, rowEnd: false};
const FIELDS: Readonly<Record<string, string>> = {'\u0013': 'begin', '\u0014': 'separate', '\u0015': 'end'};
/** Characters that Word keeps for itself (MS-DOC 2.4.1 and 2.8.25). */
const CELL_END = '\u0007';
const SPECIAL = /[\u0000-\u001f]/;

/** The paragraphs of a document in the order in which they stand, as those of a .docx are. */
export function paragraphsOf(document: BinaryDocument): Paragraph[] {
  const reader = new Reader(document);
  for (const [start, end] of document.stories) reader.read(start, end);
  return reader.paragraphs;
}

class Reader {
  readonly paragraphs: Paragraph[] = [];
  readonly #document: BinaryDocument;
  readonly #fields = new Fields();
  #tables = new Tables();
  #inTable = false;
  #inRow = false;
  #inCell = false;
  #inlines: Inline[] = [];
  #text = '';

  constructor(document: BinaryDocument) {
    this.#document = document;
  }

  read(start: number, end: number): void {
    const {text, left, paragraphs} = this.#document;
    for (let at = start; at < end; at++) {
      const character = text[at]!;
      // A form feed ends a section, and with it a paragraph, or is a page break within one.
      if (character === '\r' || character === CELL_END || (character === '\f' && paragraphs.has(at)))
        this.#end(character, paragraphs.get(at) ?? PLAIN, left[at] === 1);
      else if (FIELDS[character]) this.#fields.mark(FIELDS[character]);
      else if (left[at] === 0 && !this.#fields.inCode) this.#add(character);
    }
    // Every story ends with a paragraph; one that does not is cut off.
    if (this.#text !== '' || this.#inlines.length > 0) this.#end('\r', PLAIN, false);
    this.#leaveTable();
  }

  #add(character: string): void {
    if (!SPECIAL.test(character) || character === '\t') this.#text += character;
    else if (character === '\u001e') this.#text += '-';
    else if (character === '\u000b') {
      this.#flush();
      this.#inlines.push({kind: 'break'});
    } else if (character === '\u0001' || character === '\u0008') {
      this.#flush();
      this.#inlines.push({kind: 'image', alt: '', floating: character === '\u0008'});
    }
  }

  #flush(): void {
    if (this.#text !== '') this.#inlines.push({kind: 'text', text: this.#text});
    this.#text = '';
  }

  #end(character: string, properties: ParagraphProperties, deleted: boolean): void {
    this.#fields.endParagraph();
    const inTable = properties.inTable || character === CELL_END;
    if (!inTable) this.#leaveTable();
    if (inTable && properties.rowEnd) {
      // What ends a row is no paragraph.
      this.#inRow = false;
      this.#text = '';
      this.#inlines = [];
      return;
    }
    const cell = inTable ? this.#cell() : undefined;
    this.#flush();
    if (this.paragraphs.length === MOST_PARAGRAPHS) throw tooLarge();
    this.paragraphs.push({
      inlines: this.#inlines,
      styleId: properties.styleId,
      ...(properties.centred !== undefined && {centred: properties.centred}),
      ...(deleted && !inTable && {joined: true}),
      ...(cell && {cell}),
    });
    this.#inlines = [];
    if (character === CELL_END) this.#inCell = false;
  }

  #cell(): CellPlace | undefined {
    if (!this.#inTable) this.#tables.openTable();
    if (!this.#inRow) this.#tables.openRow();
    if (!this.#inCell) this.#tables.openCell();
    this.#inTable = true;
    this.#inRow = true;
    this.#inCell = true;
    return this.#tables.cell;
  }

  #leaveTable(): void {
    if (this.#inTable) this.#tables.closeTable();
    this.#inTable = false;
    this.#inRow = false;
    this.#inCell = false;
  }
}
