import {Drawing} from './drawing.js';
import type {Fields} from './fields.js';
import type {NoteReference, RunPlace, XmlParagraph} from './paragraph.js';
import type {Tag} from './xml.js';

/** Reads what stands in one paragraph. */
export class Inlines {
  readonly paragraph: XmlParagraph;
  readonly #xml: string;
  readonly #fields: Fields;
  readonly #references: NoteReference[];
  readonly #drawings: Drawing[] = [];
  #run: RunPlace | undefined;
  #hidden = false;
  /** A formula or the run of a phonetic guide: what stands in it must not be cut. */
  #whole: RunPlace | undefined;
  #inProperties = false;
  /** The `w:t` that is open, and its text so far. */
  #element: Tag | undefined;
  #text = '';
  #propertiesStart = 0;

  /** @param references takes the references to notes that are met. */
  constructor(xml: string, paragraph: XmlParagraph, fields: Fields, references: NoteReference[]) {
    this.#xml = xml;
    this.paragraph = paragraph;
    this.#fields = fields;
    this.#references = references;
  }

  /** Takes an element if it is a property of the paragraph. */
  property(tag: Tag): void {
    if (!this.#inProperties) return;
    const {paragraph} = this;
    const value = tag.attribute('w:val');
    if (tag.name === 'w:pStyle') paragraph.styleId = value ?? '';
    else if (tag.name === 'w:jc') paragraph.centred = value === 'center';
    else if (tag.name === 'w:outlineLvl') paragraph.outline = Number(value);
    else if (tag.name === 'w:numId') paragraph.numbering = {...paragraph.numbering, id: value ?? '0'};
    else if (tag.name === 'w:ilvl') paragraph.numbering = {...paragraph.numbering, level: Number(value)};
    else if (tag.name === 'w:del' || tag.name === 'w:moveFrom') paragraph.joined = true;
  }

  /** The paragraph ends; its end tag begins at this offset. */
  end(start: number): void {
    if (!this.paragraph.xml.selfClosing) this.paragraph.xml.end = start;
  }

  /** Elements begin that hold text of their own: the run around them cannot be cut in two. */
  nest(): void {
    if (this.#run) this.#run.properties = undefined;
  }

  text(text: string): void {
    if (this.#element) this.#text += text;
  }

  open(tag: Tag): void {
    switch (tag.name) {
      case 'w:pPr':
        this.#inProperties = true;
        return;
      case 'w:r':
        if (this.#whole) return;
        this.#run = {start: tag.start, end: tag.end, properties: ''};
        this.#hidden = false;
        return;
      case 'm:oMath':
        this.#whole = {start: tag.start, end: tag.end, properties: undefined};
        return;
      case 'w:ruby':
        this.#whole = this.#run;
        if (this.#run) this.#run.properties = undefined;
        return;
      case 'w:rPr':
        this.#propertiesStart = tag.start;
        return;
      case 'w:vanish':
        if (this.#run && !isOff(tag)) this.#hidden = true;
        return;
      case 'w:t':
      case 'm:t':
        this.#text = '';
        this.#element = tag;
        return;
      case 'w:tab':
      case 'w:ptab':
        if (!this.#inProperties) this.#add(tag, '\t');
        return;
      case 'w:noBreakHyphen':
        this.#add(tag, '-');
        return;
      case 'w:sym':
        this.#add(tag, symbol(tag.attribute('w:char')));
        return;
      case 'w:br':
      case 'w:cr':
        if ((tag.attribute('w:type') ?? 'textWrapping') === 'textWrapping' && this.#visible)
          this.paragraph.inlines.push({kind: 'break'});
        return;
      case 'w:fldChar':
        this.#fields.mark(tag.attribute('w:fldCharType'));
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#reference(tag);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawings.push(new Drawing());
        return;
    }
    this.#drawings.at(-1)?.open(tag);
  }

  close(name: string, start: number, end: number): void {
    switch (name) {
      case 'w:pPr':
        this.#inProperties = false;
        this.paragraph.xml.content = end;
        return;
      case 'w:rPr':
        if (this.#run?.properties !== undefined && !this.#whole)
          this.#run.properties = this.#xml.slice(this.#propertiesStart, end);
        return;
      case 'w:r':
        if (this.#whole) return;
        if (this.#run) this.#run.end = end;
        this.#run = undefined;
        this.#hidden = false;
        return;
      case 'm:oMath':
        if (this.#whole) this.#whole.end = end;
        this.#whole = undefined;
        return;
      case 'w:ruby':
        this.#whole = undefined;
        return;
      case 'w:t':
      case 'm:t':
        this.#addText(start, end);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#addPicture();
        return;
    }
  }

  get #visible(): boolean {
    return !this.#hidden && !this.#fields.inCode;
  }

  #addText(contentEnd: number, end: number): void {
    const element = this.#element;
    const text = this.#text;
    this.#element = undefined;
    if (!element || text === '' || !this.#visible) return;
    const preserved = element.attribute('xml:space') === 'preserve';
    const shown = preserved
      ? text.replace(/[\r\n\t]/g, ' ')
      : text.replace(/^[ \r\n\t]+|(?<![ \r\n\t])[ \r\n\t]+$/g, '');
    if (shown === '') return;
    const {start} = element;
    const run = this.#whole ?? this.#run ?? {start, end, properties: undefined};
    this.paragraph.inlines.push({
      kind: 'text',
      text: shown,
      run,
      start,
      end,
      ...(shown.length === text.length && {content: [element.end, contentEnd] as const}),
    });
  }

  #add({start, end}: Tag, text: string): void {
    if (text === '' || !this.#visible) return;
    const run = this.#whole ?? this.#run ?? {start, end, properties: undefined};
    this.paragraph.inlines.push({kind: 'text', text, run, start, end});
  }

  #addPicture(): void {
    const picture = this.#drawings.pop()?.picture;
    if (picture && this.#visible) this.paragraph.inlines.push(picture);
  }

  #reference(tag: Tag): void {
    const {paragraph} = this;
    const run = this.#run;
    if (!run) return;
    const kind = tag.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    this.#references.push({kind, id: tag.attribute('w:id') ?? '', paragraph, run});
  }
}

/** A switch such as `w:vanish` is on unless it says otherwise. */
function isOff(tag: Tag): boolean {
  return /^(?:0|false|off)$/.test(tag.attribute('w:val') ?? '');
}

/** A character given by its code; symbol fonts put theirs into the private use area. */
function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  return value >= 0x20 && value <= 0xffff ? String.fromCharCode(value) : '';
}
