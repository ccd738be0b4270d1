import {Tokenizer, type TokenizerCallbacks} from 'htmlparser2';
import {UnreadableError} from '../format.js';
import {rankOf} from './body.js';
import {type Css, readCss} from './css.js';
import {innermost, last, type OpenTag, OpenTags} from './open-tags.js';
import {attributeSpan, HtmlElement, type HtmlPage, type HtmlToken} from './page.js';
import type {Tag} from './tags.js';

// A web page as one flat list of tokens in the order of the source, repaired so that every element closes: a subtree is a
// stretch of the list, and no nesting, however deep, needs recursion. Every step is O(1): whether an end tag has something
// to close is looked up by name, not searched for in the stack.

/** More than any article has, by far: a file with more would only use up the memory. */
const MOST_TOKENS = 1_000_000;

/**
 * Reads a page, whatever the text is.
 * @throws {UnreadableError} when it has more than a million tags and stretches of text.
 */
export function readPage(text: string): HtmlPage {
  const builder = new TreeBuilder(text);
  const tokenizer = new Tokenizer({decodeEntities: false}, builder);
  tokenizer.write(text);
  tokenizer.end();
  return builder;
}

class TreeBuilder implements TokenizerCallbacks, HtmlPage {
  readonly text: string;
  readonly tokens: HtmlToken[] = [];
  readonly elements: HtmlElement[] = [];
  readonly comments: Array<readonly [number, number]> = [];
  readonly #attributes: number[] = [];
  readonly #stack: HtmlElement[] = [];
  readonly #stackTags: OpenTag[] = [];
  readonly #tags = new OpenTags();
  /** By the value of the attribute: the paragraphs of an article mostly share theirs. */
  readonly #css = new Map<string, Css>();
  readonly #headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(name => this.#tags.named(name));
  readonly #sections = ['tbody', 'thead', 'tfoot', 'tr'].map(name => this.#tags.named(name));
  readonly #cells = ['td', 'th'].map(name => this.#tags.named(name));
  readonly #terms = ['dt', 'dd'].map(name => this.#tags.named(name));
  readonly #paragraph = this.#tags.named('p').places;
  readonly #link = this.#tags.named('a').places;
  readonly #table = this.#tags.named('table').places;
  readonly #blocks: number[] = [];
  readonly #scopes: number[] = [];
  readonly #lists: number[] = [];
  #pending: HtmlElement;
  #pendingTag: OpenTag;
  #words = 0;
  #marks = 0;

  constructor(text: string) {
    this.text = text;
    this.#pendingTag = this.#tags.named('#root');
    this.#pending = new HtmlElement(this.#pendingTag.tag, 0, this.#attributes);
    this.#push(0);
  }

  onopentagname(start: number, end: number): void {
    this.#pendingTag = this.#tags.at(this.text, start, end);
    this.#pending = new HtmlElement(this.#pendingTag.tag, start - 1, this.#attributes);
  }

  onattribname(start: number, end: number): void {
    this.#attributes.push(start, end, end, end);
    this.#pending.lastAttribute = this.#attributes.length;
  }

  onattribdata(start: number, end: number): void {
    const attributes = this.#attributes;
    attributes[attributes.length - 2] = start;
    attributes[attributes.length - 1] = end;
  }

  onopentagend(end: number): void {
    this.#openTag(end + 1, false);
  }

  onselfclosingtag(end: number): void {
    this.#openTag(end + 1, true);
  }

  onclosetag(start: number, end: number): void {
    const {tag, places} = this.#tags.at(this.text, start, end);
    const at = start - 2;
    if (tag.name === 'body' || tag.name === 'html') return;
    if (tag.name === 'br')
      this.#add({kind: 'open', element: new HtmlElement(tag, at, this.#attributes), start: at, end: end + 1});
    else if (tag.heading > 0) this.#close(innermost(this.#headings), last(this.#scopes), at);
    else if (tag.isTablePart) this.#close(last(places), last(this.#table) - 1, at);
    else if (tag.isBlock) this.#close(last(places), last(this.#scopes), at);
    // An end tag of an inline element closes no paragraph: <b><p>…</b>…</p>.
    else this.#close(last(places), last(this.#blocks), at);
  }

  ontext(start: number, end: number): void {
    // A tag that the end of the file cuts off (`<x/`) arrives here as text from -1.
    if (start < 0) return;
    const element = this.#stack[this.#stack.length - 1]!;
    const {tag} = element;
    if (tag.isRaw && tag.name !== 'title') return;
    const before = this.tokens[this.tokens.length - 1]!;
    // A `<` that begins no tag divides the text.
    if (before.end === start && before.kind === 'text') before.end = end;
    else this.#add({kind: 'text', element, start, end});
    if (element.muted || tag.isRaw) return;
    if (this.#link.length === 0 || this.#headings[0]!.places.length > 0) this.#weigh(start, end);
  }

  oncomment(start: number, end: number): void {
    if (this.text.startsWith('<!--', start - 4)) this.comments.push([start - 4, Math.min(end + 1, this.text.length)]);
  }

  onend(): void {
    this.#close(0, -1, this.text.length);
  }

  onattribend(): void {}
  onattribentity(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}

  #openTag(end: number, selfClosed: boolean): void {
    const element = this.#pending;
    const {tag, start} = element;
    this.#closeImplied(tag, start);
    this.#push(end);
    // A script keeps its content even when it is written <script/>. Old pages leave <a name="top"> open.
    const isAnchor = tag.name === 'a' && !attributeSpan(this.text, element, 'href');
    if (tag.isVoid || isAnchor || (selfClosed && !tag.isRaw)) this.#close(this.#stack.length - 1, -1, end);
  }

  #closeImplied({name, closesParagraph, heading}: Tag, at: number): void {
    if (closesParagraph) {
      this.#close(last(this.#paragraph), last(this.#scopes), at);
      const list = Math.max(last(this.#lists), last(this.#scopes));
      if (name === 'li') this.#close(last(this.#tags.named('li').places), list, at);
      else if (name === 'dt' || name === 'dd') this.#close(innermost(this.#terms), list, at);
      else if (heading > 0 && this.#stack[this.#stack.length - 1]!.tag.heading > 0) {
        this.#close(this.#stack.length - 1, -1, at);
      }
    } else if (name === 'a') this.#close(last(this.#link), last(this.#blocks), at);
    else if (name === 'td' || name === 'th') this.#close(innermost(this.#cells), last(this.#table), at);
    else if (name === 'tr') this.#close(last(this.#tags.named('tr').places), last(this.#table), at);
    else if (name === 'tbody' || name === 'thead' || name === 'tfoot') {
      this.#close(innermost(this.#sections), last(this.#table), at);
    } else if (name === 'body') this.#close(last(this.#tags.named('head').places), -1, at);
  }

  #push(end: number): void {
    const element = this.#pending;
    const {tag, places} = this.#pendingTag;
    const place = this.#stack.length;
    const parent = this.#stack[place - 1];
    element.parent = parent;
    this.#readStyle(element);
    element.muted = parent?.muted === true || tag.isSilent || element.hidden;
    element.words = this.#words;
    element.marks = this.#marks;
    element.from = this.tokens.length;
    this.#add({kind: 'open', element, start: element.start, end});
    this.elements.push(element);
    this.#stack.push(element);
    if (tag.name === 'table') {
      const outer = this.#stack[last(this.#table)];
      if (outer) outer.nested = true;
    }
    this.#stackTags.push(this.#pendingTag);
    places.push(place);
    if (tag.isBlock) this.#blocks.push(place);
    if (tag.isScope) this.#scopes.push(place);
    if (tag.isList) this.#lists.push(place);
  }

  /** Closes the element at `place` of the stack and all inside it, unless it lies at or before `bound`. */
  #close(place: number, bound: number, at: number): void {
    if (place < 0 || place <= bound) return;
    while (this.#stack.length > place) {
      const element = this.#stack.pop()!;
      const {tag, places} = this.#stackTags.pop()!;
      element.words = this.#words - element.words;
      element.marks = this.#marks - element.marks;
      element.to = this.tokens.length;
      this.#add({kind: 'close', element, start: at, end: at});
      places.pop();
      if (tag.isBlock) this.#blocks.pop();
      if (tag.isScope) this.#scopes.pop();
      if (tag.isList) this.#lists.pop();
      if ((tag.name === 'td' || tag.name === 'th') && element.words > 0) {
        const table = this.#stack[last(this.#table)];
        if (table) table.cells++;
      }
    }
  }

  #readStyle(element: HtmlElement): void {
    const {attributes, firstAttribute, lastAttribute} = element;
    for (let i = firstAttribute; i < lastAttribute; i += 4) {
      const start = attributes[i]!;
      const length = attributes[i + 1]! - start;
      if (length !== 5 && length !== 6) continue;
      const first = this.text.charCodeAt(start) | 0x20;
      if (first !== 0x73 && first !== 0x68) continue;
      const name = this.text.slice(start, start + length).toLowerCase();
      if (name === 'hidden') element.hidden = true;
      else if (name === 'style') {
        element.css = this.#cssOf(this.text.slice(attributes[i + 2], attributes[i + 3]));
        element.hidden ||= element.css.hidden;
      }
    }
    // WeChat's pages hide the article until it has loaded.
    if (element.hidden && rankOf(this, element) === 2) element.hidden = false;
  }

  #cssOf(value: string): Css {
    let css = this.#css.get(value);
    if (!css) {
      css = readCss(value);
      this.#css.set(value, css);
    }
    return css;
  }

  #add(token: HtmlToken): void {
    if (this.tokens.push(token) > MOST_TOKENS) {
      throw new UnreadableError({
        zh: '网页里的标签超过一百万个，不像是文章：请只保留文章所在的部分再检查',
        en: 'the page has more than a million tags and is hardly an article: keep only the part that is one and check again',
      });
    }
  }

  #weigh(start: number, end: number): void {
    const {text} = this;
    let words = 0;
    let marks = 0;
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit <= 0x20) continue;
      words++;
      // ，。；！？
      if (unit === 0xff0c || unit === 0x3002 || unit === 0xff1b || unit === 0xff01 || unit === 0xff1f) marks++;
    }
    this.#words += words;
    this.#marks += marks;
  }
}
