import type {Document} from '../formats/docx/document.js';
import {textOf} from '../formats/docx/line.js';
import type {XmlParagraph} from '../formats/docx/paragraph.js';
import {type Cut, cutBefore, cutBehind} from './cut.js';
import type {Markup} from './markup.js';

/** What a comment is attached to: offsets in the article's source. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Insertion {
  readonly cut: Cut;
  /** Marks that end ranges, or mark nothing but a place, stand before those that begin others. */
  ends: string;
  starts: string;
}

/** The document's XML with the marks of comments in it; comment n of the list has the id `firstId + n`. */
export function withMarks(document: Document, markup: Markup, ranges: readonly Range[], firstId: number): string {
  const marks = new Marks(document, markup);
  ranges.forEach((range, index) => {
    marks.add(range, firstId + index);
  });
  return marks.xml();
}

class Marks {
  readonly #document: Document;
  readonly #markup: Markup;
  readonly #starts: number[] = [];
  readonly #texts: string[];
  readonly #insertions = new Map<number, Insertion>();

  constructor(document: Document, markup: Markup) {
    this.#document = document;
    this.#markup = markup;
    this.#texts = document.paragraphs.map(textOf);
    let at = 0;
    for (const text of this.#texts) {
      this.#starts.push(at);
      at += text.length + 1;
    }
  }

  add(range: Range, id: number): void {
    const [before, behind] = this.#cuts(range);
    const {declaration} = this.#markup;
    const mark = (name: string) => `<w:${name}${declaration} w:id="${id}"/>`;
    const reference = `<w:r${declaration}><w:commentReference w:id="${id}"/></w:r>`;
    const end = mark('commentRangeEnd') + reference;
    if (before.at === behind.at) this.#insertion(before).ends += mark('commentRangeStart') + end;
    else {
      this.#insertion(before).starts += mark('commentRangeStart');
      this.#insertion(behind).ends += end;
    }
  }

  #insertion(cut: Cut): Insertion {
    let insertion = this.#insertions.get(cut.at);
    if (!insertion) {
      insertion = {cut, ends: '', starts: ''};
      this.#insertions.set(cut.at, insertion);
    }
    return insertion;
  }

  /** A comment stands in one paragraph of the body: a longer finding is marked where it begins. */
  #cuts({start, end}: Range): [Cut, Cut] {
    const index = this.#paragraphAt(start);
    const paragraph = this.#document.paragraphs[index]!;
    if (paragraph.note) return this.#noteCuts(paragraph.note);
    if (paragraph.anchor) return whole(paragraph.anchor);
    const text = this.#texts[index]!;
    const [from, to] = widened(text, start - this.#starts[index]!, end - this.#starts[index]!);
    const {xml} = this.#document;
    const before = cutBefore(xml, paragraph, from);
    const behind = cutBehind(xml, paragraph, to);
    // An element that cannot be cut can put the one behind the other.
    return before && behind && before.at < behind.at ? [before, behind] : whole(paragraph);
  }

  /** Comments cannot stand in a note: they go to its mark in the text. */
  #noteCuts({kind, id}: NonNullable<XmlParagraph['note']>): [Cut, Cut] {
    const reference = this.#document.references.find(entry => entry.kind === kind && entry.id === id)!;
    if (reference.paragraph.anchor) return whole(reference.paragraph.anchor);
    return [
      {at: reference.run.start, between: 'runs'},
      {at: reference.run.end, between: 'runs'},
    ];
  }

  #paragraphAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  xml(): string {
    const {xml, paragraphs} = this.#document;
    const sorted = [...this.#insertions.values()].sort((a, b) => a.cut.at - b.cut.at);
    const empty = new Set(paragraphs.filter(({xml}) => xml.selfClosing).map(({xml}) => xml.end));
    let result = '';
    let copied = 0;
    const copy = (to: number) => {
      result += xml.slice(copied, to);
      copied = to;
    };
    for (const insertion of sorted) {
      const {cut, ends, starts} = insertion;
      if (empty.has(cut.at)) {
        copy(cut.at - '/>'.length);
        result += `>${ends}${starts}</${this.#markup.prefix}p>`;
        copied = cut.at;
        continue;
      }
      if (cut.between === 'characters') this.#keepSpace(cut, copy, space => (result += space), copied);
      copy(cut.at);
      const [close, open] = this.#around(cut);
      result += close + ends + starts + open;
    }
    copy(xml.length);
    return result;
  }

  /** Space at the new edges of a text that is cut would not show without `xml:space`. */
  #keepSpace({text}: Cut, copy: (to: number) => void, add: (text: string) => void, copied: number): void {
    const content = text?.content;
    if (!text || !content || copied >= content[0]) return;
    if (this.#document.xml.slice(text.start, content[0]).includes('xml:space')) return;
    copy(content[0] - '>'.length);
    add(' xml:space="preserve"');
  }

  #around({between, text}: Cut): [close: string, open: string] {
    if (between === 'runs' || !text) return ['', ''];
    const {prefix} = this.#markup;
    const properties = text.run.properties ?? '';
    if (between === 'elements') return [`</${prefix}r>`, `<${prefix}r>${properties}`];
    return [`</${prefix}t></${prefix}r>`, `<${prefix}r>${properties}<${prefix}t xml:space="preserve">`];
  }
}

/** All of a paragraph. */
function whole({xml}: XmlParagraph): [Cut, Cut] {
  return [
    {at: xml.content, between: 'runs'},
    {at: xml.end, between: 'runs'},
  ];
}

/** A range within the text and not empty: where something is missing, the characters on both sides. */
function widened(text: string, start: number, end: number): [number, number] {
  let from = Math.max(0, Math.min(start, text.length));
  let to = Math.max(from, Math.min(end, text.length));
  if (from === to) {
    from = Math.max(0, from - 1);
    to = Math.min(text.length, to + 1);
  }
  if (from > 0 && isLow(text, from)) from--;
  if (to < text.length && isLow(text, to)) to++;
  return [from, to];
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
