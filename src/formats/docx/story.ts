import {tooLarge} from './archive.js';
import {Fields} from './fields.js';
import {Inlines} from './inlines.js';
import {MOST_PARAGRAPHS, type NoteReference, type XmlParagraph} from './paragraph.js';
import {Tables} from './tables.js';
import {type Tag, walk} from './xml.js';

/** The paragraphs of a part in the order in which they begin, and the notes it refers to. */
export interface Story {
  readonly paragraphs: XmlParagraph[];
  readonly references: NoteReference[];
}

/** What puts elements of its own between a run and its text. */
const WITHIN = new Set(['w:tbl', 'w:tr', 'w:tc', 'mc:AlternateContent']);

/** Elements of which nothing is read: deleted text, field codes, former properties, phonetic guides, settings. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPr',
  'w:sdtPr',
  'w:rt',
  'w:tblPr',
  'w:tblGrid',
]);

/** Reads the body or the notes of a document. @throws {UnreadableError} when the XML is not well formed. */
export function readStory(xml: string): Story {
  const reader = new StoryReader(xml);
  walk(xml, reader);
  return {paragraphs: reader.paragraphs, references: reader.references};
}

class StoryReader {
  readonly paragraphs: XmlParagraph[] = [];
  readonly references: NoteReference[] = [];
  readonly #xml: string;
  /** The paragraphs that are open: a text box opens some inside a run of another. */
  readonly #open: Inlines[] = [];
  readonly #tables = new Tables();
  readonly #fields = new Fields();
  /** For each open `mc:AlternateContent`, whether one of its alternatives was read. */
  readonly #alternatives: boolean[] = [];
  #skipped = 0;
  #note: XmlParagraph['note'];

  constructor(xml: string) {
    this.#xml = xml;
  }

  open(tag: Tag): void {
    if (this.#skipped > 0) {
      this.#skipped++;
      return;
    }
    const inlines = this.#open.at(-1);
    inlines?.property(tag);
    if (SKIPPED.has(tag.name)) {
      this.#skipped = 1;
      return;
    }
    if (WITHIN.has(tag.name)) inlines?.nest();
    switch (tag.name) {
      case 'w:p':
        this.#openParagraph(tag);
        break;
      case 'w:tbl':
        this.#tables.openTable();
        break;
      case 'w:tr':
        this.#tables.openRow();
        break;
      case 'w:tc':
        this.#tables.openCell();
        break;
      case 'w:gridSpan':
        this.#tables.span(Number(tag.attribute('w:val')));
        break;
      case 'w:footnote':
      case 'w:endnote':
        this.#openNote(tag);
        break;
      case 'mc:AlternateContent':
        this.#alternatives.push(false);
        break;
      case 'mc:Choice':
      case 'mc:Fallback':
        this.#openAlternative();
        break;
      default:
        inlines?.open(tag);
    }
  }

  text(text: string): void {
    if (this.#skipped === 0) this.#open.at(-1)?.text(text);
  }

  close({name, start, end}: Pick<Tag, 'name' | 'start' | 'end'>): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    switch (name) {
      case 'w:p':
        this.#open.pop()?.end(start);
        if (this.#open.length === 0) this.#fields.endParagraph();
        break;
      case 'w:tbl':
        this.#tables.closeTable();
        break;
      case 'w:footnote':
      case 'w:endnote':
        this.#note = undefined;
        break;
      case 'mc:AlternateContent':
        this.#alternatives.pop();
        break;
      default:
        this.#open.at(-1)?.close(name, start, end);
    }
  }

  #openParagraph({start, end}: Tag): void {
    const outer = this.#open.at(-1)?.paragraph;
    const {cell} = this.#tables;
    const anchor = outer && (outer.anchor ?? outer);
    const paragraph: XmlParagraph = {
      inlines: [],
      ...(cell && {cell}),
      ...(anchor && {anchor}),
      ...(this.#note && {note: this.#note}),
      xml: {start, content: end, end, selfClosing: this.#xml.startsWith('/>', end - 2)},
    };
    if (this.paragraphs.push(paragraph) > MOST_PARAGRAPHS) throw tooLarge();
    this.#open.push(new Inlines(this.#xml, paragraph, this.#fields, this.references));
  }

  /** Word reads the first alternative it understands; all say the same. */
  #openAlternative(): void {
    if (this.#alternatives.at(-1)) this.#skipped = 1;
    else if (this.#alternatives.length > 0) this.#alternatives[this.#alternatives.length - 1] = true;
  }

  #openNote(tag: Tag): void {
    const kind = tag.name === 'w:footnote' ? 'footnote' : 'endnote';
    // The separators between text and notes are notes themselves.
    if ((tag.attribute('w:type') ?? 'normal') !== 'normal') this.#skipped = 1;
    else this.#note = {kind, id: tag.attribute('w:id') ?? ''};
  }
}
