import type {Span} from '../../core/source.js';
import type {Css} from './css.js';
import type {HtmlStyle} from './style.js';
import type {Tag} from './tags.js';

/** An element of a page. Attributes are kept as offsets and read when asked for. */
export class HtmlElement {
  readonly tag: Tag;
  /** Offset of its `<`. */
  readonly start: number;
  /** Four offsets for each attribute: start and end of its name, start and end of its value. One list for the whole page. */
  readonly attributes: number[];
  /** Where its own begin and end in that list. */
  readonly firstAttribute: number;
  lastAttribute: number;
  parent: HtmlElement | undefined = undefined;
  /** Index of its opening and closing token; everything in between is its content. */
  from = 0;
  to = 0;
  /** Left out of the article: hidden by its style, navigation, a form control, a script … or inside such an element. */
  muted = false;
  /** Its `style` attribute, where it has one. */
  css: Css | undefined = undefined;
  /** Whether its own style or attributes hide it. */
  hidden = false;
  /** How many units of text outside links it holds, and how many marks that end or divide sentences. */
  words = 0;
  marks = 0;
  /** For tables: how many cells have text, and whether one holds a table. */
  cells = 0;
  nested = false;
  /** What it says about the words in it; set while lines are read. */
  style: HtmlStyle | undefined = undefined;

  constructor(tag: Tag, start: number, attributes: number[]) {
    this.tag = tag;
    this.start = start;
    this.attributes = attributes;
    this.firstAttribute = this.lastAttribute = attributes.length;
  }

  get name(): string {
    return this.tag.name;
  }
}

export interface HtmlToken {
  readonly kind: 'open' | 'close' | 'text';
  /** The element that opens or closes, or that holds the text. */
  readonly element: HtmlElement;
  readonly start: number;
  end: number;
}

export interface HtmlPage {
  readonly text: string;
  readonly tokens: readonly HtmlToken[];
  readonly elements: readonly HtmlElement[];
  /** Start and end of each comment, with its `<!--` and `-->`. */
  readonly comments: ReadonlyArray<readonly [number, number]>;
}

/** Where an attribute's four offsets begin in `attributes`; -1 when the element has no such attribute. */
function indexOf(text: string, element: HtmlElement, name: string): number {
  const {attributes, firstAttribute, lastAttribute} = element;
  const first = name.charCodeAt(0);
  for (let i = firstAttribute; i < lastAttribute; i += 4) {
    const start = attributes[i]!;
    const end = attributes[i + 1]!;
    if (end - start !== name.length || (text.charCodeAt(start) | 0x20) !== first) continue;
    if (text.slice(start, end).toLowerCase() === name) return i;
  }
  return -1;
}

/** Start and end of an attribute's name; undefined when the element has no such attribute. */
export function attributeName(text: string, element: HtmlElement, name: string): Span | undefined {
  const index = indexOf(text, element, name);
  return index === -1 ? undefined : [element.attributes[index]!, element.attributes[index + 1]!];
}

/** Start and end of an attribute's value; undefined when the element has no such attribute. */
export function attributeSpan(text: string, element: HtmlElement, name: string): Span | undefined {
  const index = indexOf(text, element, name);
  return index === -1 ? undefined : [element.attributes[index + 2]!, element.attributes[index + 3]!];
}

/** An attribute's value as it stands in the source, entities and all; empty when there is none. */
export function attribute(text: string, element: HtmlElement, name: string): string {
  const span = attributeSpan(text, element, name);
  return span ? text.slice(span[0], span[1]) : '';
}
