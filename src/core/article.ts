import type {Root} from 'nlcst';
import {foldWidth, fullWidthMarks} from './characters.js';
import {buildTree} from './nlcst.js';
import {type Pairing, pairingOf} from './pairs.js';
import {PersonalData} from './personal.js';
import type {Source, Span} from './source.js';
import type {SourceMap} from './source-map.js';
import type {Suppression} from './suppress.js';
import {isInside, type Zones, zonesOf} from './zones.js';

/**
 * What a block is in the article.
 * `salutation` is 「各位代表：」, `signature` the closing unit name and date, `credit` a line that names authors or
 * photographers, `furniture` text of the page template.
 */
export type Role =
  | 'title'
  | 'heading'
  | 'metadata'
  | 'salutation'
  | 'paragraph'
  | 'item'
  | 'caption'
  | 'credit'
  | 'image'
  | 'cell'
  | 'signature'
  | 'furniture';

/** One paragraph, line, caption, cell … of an article. Offsets are UTF-16 code units of `text`. */
export class Block {
  /** Position among the article's blocks. */
  readonly index: number;
  readonly role: Role;
  /** The words without markup, indentation and surrounding white space. */
  readonly text: string;
  /** For captions: whether an image stands right before it, as far as the format shows images. */
  readonly afterImage: boolean;
  readonly #map: SourceMap;
  #normalized: string | undefined;
  #folded: string | undefined;
  #zones: Zones | undefined;
  #pairing: Pairing | undefined;

  constructor(index: number, role: Role, text: string, map: SourceMap, afterImage = false) {
    this.index = index;
    this.role = role;
    this.text = text;
    this.afterImage = afterImage;
    this.#map = map;
  }

  /** The text with half-width marks next to Chinese as full-width marks: same length, same offsets. */
  get normalized(): string {
    this.#normalized ??= fullWidthMarks(this.text);
    return this.#normalized;
  }

  /** The text for comparing with others: no white space, half-width letters, digits and marks. Its offsets are its own. */
  get folded(): string {
    this.#folded ??= foldWidth(this.text);
    return this.#folded;
  }

  /** Names of documents, quotations and literal text of the block; found when first asked for. */
  get zones(): Zones {
    this.#zones ??= zonesOf(this.text, this.#map.literals);
    return this.#zones;
  }

  /** The pairs of quotation marks, title marks and brackets in the text, and the marks without partner; found when first asked for. */
  get pairing(): Pairing {
    this.#pairing ??= pairingOf(this.text);
    return this.#pairing;
  }

  /** Whether an offset of the text lies inside a 《…》. */
  inTitle(at: number): boolean {
    return isInside(this.zones.titles, at);
  }

  /** Whether an offset of the text lies inside a quotation. */
  inQuotation(at: number): boolean {
    return isInside(this.zones.quotations, at);
  }

  /** Whether an offset of the text lies inside code, an address or a file name. */
  inLiteral(at: number): boolean {
    return isInside(this.zones.literals, at);
  }

  /** Where the block stands in the source. */
  get span(): Span {
    return this.locate([0, this.text.length]);
  }

  /** Source offset of the character at `offset` of the text. */
  at(offset: number): number {
    return this.#map.start(offset);
  }

  /** Whether a span of the text stands in one piece in the source, without markup between its characters. */
  isWhole([start, end]: Span): boolean {
    return this.#map.isWhole(start, end);
  }

  /** The first offset of the text that stands at or behind a source offset. */
  offsetOf(source: number): number {
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle) < source) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Source span of a span of the text; an empty span stays empty and lies before the character it points at. */
  locate([start, end]: Span): Span {
    if (end > start) return [this.#map.start(start), this.#map.end(end)];
    const at = start >= this.text.length ? this.#map.end(start) : this.#map.start(start);
    return [at, at];
  }
}

/** A metadata field of the article, wherever it was written: front matter, page tag, or the visible line under the headline. */
export interface Field {
  /** Canonical name: `title`, `source`, `date` … (see formats/metadata.ts); unknown names stay as written. */
  readonly name: string;
  /** The name as written: 来源, 发布日期, `PubDate`. */
  readonly label: string;
  /** Trimmed; empty when the field was left empty. */
  readonly value: string;
  /** Where the value stands, or, when it is empty, the place where it should. Source offsets. */
  readonly span: Span;
  /** Where the name stands. Source offsets. */
  readonly labelSpan: Span;
  /** `tag`: a `<meta>` of a page; `property`: a property of an office document. */
  readonly origin: 'visible' | 'front-matter' | 'tag' | 'property';
}

export interface ArticleParts {
  source: Source;
  format: string;
  blocks: readonly Block[];
  fields: readonly Field[];
  suppressions?: readonly Suppression[];
  holdsArticle?: boolean;
  hidden?: () => readonly Block[];
}

/** One article: what every rule sees. */
export class Article {
  readonly source: Source;
  /** `text`, `markdown` … */
  readonly format: string;
  readonly blocks: readonly Block[];
  /** All fields by canonical name, in the order in which they stand. */
  readonly metadata: ReadonlyMap<string, readonly Field[]>;
  readonly suppressions: readonly Suppression[];
  /** False for a web page that only leads to articles: it has no blocks, and needs no headline, source or date. */
  readonly holdsArticle: boolean;
  readonly #readHidden: () => readonly Block[];
  #hidden: readonly Block[] | undefined;
  #root: Root | undefined;
  #personal: PersonalData | undefined;

  constructor({
    source,
    format,
    blocks,
    fields,
    suppressions = [],
    holdsArticle = true,
    hidden = () => [],
  }: ArticleParts) {
    this.source = source;
    this.format = format;
    this.blocks = blocks;
    this.suppressions = suppressions;
    this.holdsArticle = holdsArticle;
    this.#readHidden = hidden;
    const metadata = new Map<string, Field[]>();
    for (const field of fields) {
      const same = metadata.get(field.name);
      if (same) same.push(field);
      else metadata.set(field.name, [field]);
    }
    this.metadata = metadata;
  }

  /** What stands in the file and is not shown, such as text that the style of a page hides; read when first asked for. */
  get hidden(): readonly Block[] {
    this.#hidden ??= this.#readHidden();
    return this.#hidden;
  }

  /** The article as a natural language tree for retext plugins; built when first looked into. */
  get root(): Root {
    this.#root ??= buildTree(this);
    return this.#root;
  }

  /** The personal data in it, which no report may show; looked for when first asked. */
  get personal(): PersonalData {
    this.#personal ??= new PersonalData(this);
    return this.#personal;
  }
}
