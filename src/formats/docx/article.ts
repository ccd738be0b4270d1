import {Article, type Field} from '../../core/article.js';
import {Source} from '../../core/source.js';
import {SourceMap} from '../../core/source-map.js';
import {joinPieces, type MappedText, type Piece} from '../inline.js';
import {assignRoles, type Draft} from '../roles.js';
import {type Line, linesOf, type PlacedPicture, textOf} from './line.js';
import type {Numbering} from './numbering.js';
import type {Paragraph} from './paragraph.js';
import type {Style} from './styles.js';

/** A heading this long that ends like a sentence is body text in the wrong style. */
const LONGEST_HEADING = 60;
const LONGEST_CAPTION = 80;
const MOST_LINES_ABOVE = 3;
const LONGEST_LINE_ABOVE = 20;

/** What an article is made of, whichever file holds it. */
interface Contents {
  readonly paragraphs: readonly Paragraph[];
  readonly styles: ReadonlyMap<string, Style>;
  readonly numbering: Numbering;
  readonly properties: readonly Field[];
}

/** The article of a document. A line of its source is a paragraph, empty ones and those in tables and boxes counted. */
export function articleOf(path: string, format: string, document: Contents): Article {
  const texts = document.paragraphs.map(textOf);
  const source = new Source(path, texts.join('\n'));
  const drafts = new Drafts(source.text, document.styles, document.numbering);
  let at = 0;
  document.paragraphs.forEach((paragraph, index) => {
    drafts.add(paragraph, at);
    at += texts[index]!.length + 1;
  });
  const {blocks, fields} = assignRoles(drafts.all());
  return new Article({source, format, blocks, fields: [...fields, ...propertiesBeside(fields, document)]});
}

/** A property that says what the text says is no field of its own. */
function propertiesBeside(fields: readonly Field[], {properties}: Contents): Field[] {
  return properties.filter(({name, value}) => !fields.some(field => field.name === name && field.value === value));
}

class Drafts {
  readonly #text: string;
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #numbering: Numbering;
  readonly #drafts: Draft[] = [];
  #lead: Piece[] = [];
  #afterImage = false;
  #titled = false;
  /** The cells of the table being read that end with a picture: `row:column`. */
  readonly #pictureCells = new Set<string>();
  #table: object | undefined;

  constructor(text: string, styles: ReadonlyMap<string, Style>, numbering: Numbering) {
    this.#text = text;
    this.#styles = styles;
    this.#numbering = numbering;
  }

  all(): readonly Draft[] {
    return this.#drafts;
  }

  add(paragraph: Paragraph, at: number): void {
    if (paragraph.cell?.table !== this.#table) this.#pictureCells.clear();
    this.#table = paragraph.cell?.table;
    const style = this.#styles.get(paragraph.styleId ?? '');
    const number = this.#number(paragraph, style);
    if (number !== '' && this.#lead.length === 0) this.#lead.push({kind: 'decoded', start: at, end: at, value: number});
    const centred = paragraph.centred ?? style?.centred ?? false;
    const whole = centred || levelOf(paragraph, style) !== undefined;
    if (paragraph.joined) {
      this.#carry(linesOf(paragraph, at, [], false));
      return;
    }
    const lines = linesOf(paragraph, at, this.#lead, !whole);
    this.#lead = [];
    for (const line of lines) this.#line(line, paragraph, style, number === '• ');
  }

  /** A paragraph whose end was deleted: its text goes on in the next one. */
  #carry(lines: readonly Line[]): void {
    for (const {before, pieces, after} of lines) {
      for (const picture of [...before, ...after]) this.#picture(picture, true);
      for (const piece of pieces) this.#lead.push(piece);
    }
  }

  #number({numbering}: Paragraph, style: Style | undefined): string {
    const {id = '0', level = 0} = {...style?.numbering, ...numbering};
    return id === '0' ? '' : this.#numbering.next({id, level});
  }

  #line({before, pieces, after}: Line, paragraph: Paragraph, style: Style | undefined, bullet: boolean): void {
    const mapped = joinPieces(this.#text, pieces);
    const filled = mapped.text !== '';
    for (const picture of before) this.#picture(picture, filled);
    if (filled) this.#add(mapped, this.#roleOf(mapped, paragraph, style, bullet));
    for (const picture of after) this.#picture(picture, filled);
    const {cell} = paragraph;
    if (!cell) return;
    const key = `${cell.row}:${cell.column}`;
    if (filled) this.#pictureCells.delete(key);
    if (after.length > 0 || (before.length > 0 && !filled)) this.#pictureCells.add(key);
  }

  /** A picture that floats beside text stands there for reasons of layout: what follows is no caption of it. */
  #picture({alt, at, floating}: PlacedPicture, besideText: boolean): void {
    const map = new SourceMap([{text: 0, source: at, length: alt.length, width: 0}]);
    this.#drafts.push({text: alt, map, role: 'image'});
    if (!floating || !besideText) this.#afterImage = true;
  }

  #add(mapped: MappedText, role: Partial<Draft>): void {
    // A crest or a red head above the headline has no caption.
    const captioned = this.#afterImage && (this.#titled || this.#drafts.some(({role}) => role !== 'image'));
    this.#drafts.push({...mapped, ...role, ...(captioned && {afterImage: true})});
    if (role.role === 'title') this.#titled = true;
    this.#afterImage = false;
  }

  #roleOf({text}: MappedText, paragraph: Paragraph, style: Style | undefined, bullet: boolean): Partial<Draft> {
    const {cell} = paragraph;
    if (cell && isTable(cell.table)) return this.#cellRole(text, cell.row, cell.column);
    if (style?.name === 'title') return {role: 'title'};
    if (style?.name === 'caption') return text.length <= LONGEST_CAPTION ? {role: 'caption'} : {};
    if (style?.name.startsWith('toc ')) return {role: 'furniture'};
    const level = levelOf(paragraph, style);
    if (level !== undefined && !(text.length > LONGEST_HEADING && /[。；]/.test(text))) {
      return {role: level === 0 && this.#mayBeTitled() ? 'title' : 'heading'};
    }
    return bullet ? {role: 'item'} : {};
  }

  /** Before the headline stand pictures and lines such as 「附件1」 and a document number, no text. */
  #mayBeTitled(): boolean {
    let lines = 0;
    for (const {role, text} of this.#drafts) {
      if (role === 'image') continue;
      if (++lines > MOST_LINES_ABOVE || role || text.length > LONGEST_LINE_ABOVE) return false;
    }
    return true;
  }

  #cellRole(text: string, row: number, column: number): Partial<Draft> {
    const below = this.#pictureCells.has(`${row}:${column}`) || this.#pictureCells.has(`${row - 1}:${column}`);
    this.#afterImage = below && text.length <= LONGEST_CAPTION && !/[。；：:]$/.test(text);
    return {role: this.#afterImage ? 'caption' : 'cell'};
  }
}

/** A table of one cell is a frame around text. */
function isTable({cells}: {readonly cells: number}): boolean {
  return cells > 1;
}

/** Level of a heading, 0 the highest; undefined for body text. */
function levelOf({outline}: Paragraph, style: Style | undefined): number | undefined {
  const named = /^heading (\d)$/.exec(style?.name ?? '');
  const level = outline ?? style?.outline ?? (named ? Number(named[1]) - 1 : undefined);
  return level !== undefined && level >= 0 && level < 9 ? level : undefined;
}
