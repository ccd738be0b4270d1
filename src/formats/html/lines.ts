import {HAN} from '../../core/characters.js';
import type {SourceMap} from '../../core/source-map.js';
import {LABELS} from '../metadata.js';
import {imageText, isIcon} from './image.js';
import {attribute, type HtmlElement, type HtmlPage, type HtmlToken} from './page.js';
import {type HtmlStyle, PLAIN, styleInside} from './style.js';
import {isBlank, lineEnd, PieceCollector} from './text.js';

/** A line of a page as a reader sees it: a paragraph, what stands between two `<br>`, a cell; or an image. */
export interface HtmlLine {
  readonly kind: 'text' | 'image';
  /** For images the alternative text. */
  readonly text: string;
  readonly map: SourceMap;
  /** Offset in the source where it begins. */
  readonly start: number;
  /** The element that holds its first word, or the image. */
  readonly element: HtmlElement;
  /** Style of its first word. */
  readonly style: HtmlStyle;
  /** Whether all of it is bold; whether all of it is a link, and how many units of the source in it are linked words. */
  readonly bold: boolean;
  readonly link: boolean;
  readonly linked: number;
  /** The image right before it, with only white space in between. */
  readonly image: HtmlLine | undefined;
  /** Whether it is a cell of a row under a row of images. */
  readonly underImages: boolean;
  /** Whether a form control stands in it. */
  readonly control: boolean;
}

interface Row {
  readonly parent: HtmlElement | undefined;
  images: number;
  hasText: boolean;
}

/** The labels with white space allowed between their characters (索 引 号：). */
const SPACED_LABELS = LABELS.replace(/[^|]/g, '$&\\s*');
const LABEL_ONLY = new RegExp(`^(?:${SPACED_LABELS})[:：]$`);
/** A label in a cell of its own needs no colon when it is one that only tables of facts about documents have. */
const BARE_LABEL =
  /^(?:信息)?索\s*引\s*号$|^(?:发布机构|发文机关|发文机构|公开机构|发布日期|发布时间|发文日期|成文日期|成文时间|生成日期|发文字号|文\s*号|主题分类|有\s*效\s*性|名\s*称|标\s*题)$/;
const LABEL_AT = new RegExp(`(?:${SPACED_LABELS})[:：]`, 'y');
/** A string in a script that may be a source or a date: it begins with a Chinese character or a year. */
const LITERAL = new RegExp(`(["'])(?:[${HAN}]|20\\d\\d[-/年.])[^"'<>:：\\n\\\\]{1,40}(?:[:：]\\d\\d){0,2}\\1`);
const LONGEST_SCRIPT = 1000;
const CELLS = new Set(['td', 'th', 'dt', 'dd']);

/**
 * What a stretch of a page is: `body`, `mixed` for a body in which lines of the template may stand, too, or `around` the
 * body; `hidden` for what its style hides. In `mixed` and `around`, a label and its value in neighbouring boxes
 * (索引号：│ 0147…) are one line, and labels in inline elements without white space in between are set apart. Around the
 * body, boxes of nothing but links are stepped over.
 */
type PagePart = 'body' | 'mixed' | 'around' | 'hidden';

/** Reads the lines of a stretch of tokens. */
export function readLines(page: HtmlPage, from: number, to: number, part: PagePart): HtmlLine[] {
  return new LineReader(page, part).read(from, to);
}

class LineReader {
  readonly #page: HtmlPage;
  readonly #part: PagePart;
  readonly #joinsLabels: boolean;
  readonly #lines: HtmlLine[] = [];
  readonly #collector: PieceCollector;
  #style = PLAIN;
  #element: HtmlElement;
  #start = 0;
  #bold = true;
  #link = true;
  #linked = 0;
  #control = false;
  #image: HtmlLine | undefined;
  /** Images met in the middle of the line, and whether words came after the last. */
  #inside: HtmlElement[] = [];
  #wordsAfter = true;
  #row: Row | undefined;
  #rowAbove: Row | undefined;
  /** Token at which a line that is only a label began to wait for its value; -1 when none waits. */
  #held = -1;
  /** Whether that label has no colon of its own: without a value it is no field. */
  #bareLabel = false;

  constructor(page: HtmlPage, part: PagePart) {
    this.#page = page;
    this.#part = part;
    this.#joinsLabels = part === 'mixed' || part === 'around';
    this.#element = page.elements[0]!;
    this.#collector = new PieceCollector(page.text);
  }

  read(from: number, to: number): HtmlLine[] {
    const {tokens} = this.#page;
    for (let i = from; i < to; i++) {
      const token = tokens[i]!;
      const {element, kind} = token;
      if (kind === 'text') this.#words(token);
      else if (kind === 'close') {
        if (element.tag.isBlock) this.#boundary(i, element, true);
      } else if (this.#isLeftOut(element)) {
        if (element.tag.isBlock) this.#boundary(i, element, false);
        if (element.name === 'select') this.#control = true;
        else if (element.name === 'script') this.#written(token.end, tokens[element.to]!.start);
        i = element.to;
      } else this.#open(i, element);
    }
    this.#flush();
    return this.#lines;
  }

  #isLeftOut({muted, tag, words}: HtmlElement): boolean {
    if (this.#part === 'hidden') return tag.isSilent;
    if (muted || tag.name === 'title') return true;
    // Around the body, a box of nothing but links is navigation, unless a label waits for it.
    return this.#part === 'around' && words === 0 && tag.isBlock && !tag.isVoid && this.#collector.isBlank;
  }

  /** A script right behind a label writes its value (来源：<script>…</script>): the first literal in it is taken for that. */
  #written(start: number, end: number): void {
    if (!this.#joinsLabels || end <= start || !this.#collector.endsWithColon) return;
    const match = LITERAL.exec(this.#page.text.slice(start, Math.min(end, start + LONGEST_SCRIPT)));
    if (!match) return;
    const from = start + match.index + 1;
    this.#collector.add(from, from + match[0].length - 2);
  }

  #open(index: number, element: HtmlElement): void {
    const {name} = element;
    if (name === 'br') this.#lineBreak(element);
    else if (name === 'hr') this.#flush();
    else if (name === 'img') this.#picture(element);
    else if (name === 'input') this.#control ||= attribute(this.#page.text, element, 'type') !== 'hidden';
    else {
      element.style = styleInside(this.#page.text, element, this.#styleOf(element.parent));
      if (element.tag.isBlock) this.#boundary(index, element, false);
      if (name === 'tr') {
        this.#rowAbove = this.#row?.parent === element.parent ? this.#row : undefined;
        this.#row = {parent: element.parent, images: 0, hasText: false};
      }
    }
  }

  #styleOf(element: HtmlElement | undefined): HtmlStyle {
    return element?.style ?? PLAIN;
  }

  #words({element, start, end}: HtmlToken): void {
    const {text} = this.#page;
    const style = this.#styleOf(element);
    const wasBlank = this.#collector.isBlank;
    if (this.#joinsLabels && !wasBlank) this.#setApart(start);
    if (wasBlank) {
      this.#style = style;
      this.#element = element;
      this.#start = start;
    }
    if (style.preformatted) this.#preformatted(start, end);
    else this.#collector.add(start, end);
    if (this.#collector.isBlank) return;
    if (style.link) this.#linked += end - start;
    const tells = (this.#bold && !style.bold) || (this.#link && !style.link) || !this.#wordsAfter;
    if (!tells || isBlank(text, start, end)) return;
    this.#bold &&= style.bold;
    this.#link &&= style.link;
    this.#wordsAfter = true;
  }

  /** A label in an element of its own begins a new field, though no white space stands before it. */
  #setApart(start: number): void {
    LABEL_AT.lastIndex = start;
    if (!LABEL_AT.test(this.#page.text)) return;
    if (this.#held !== -1) this.#flush();
    else this.#collector.space(start, start, false);
  }

  #preformatted(start: number, end: number): void {
    const {text} = this.#page;
    for (let at = start; at < end; ) {
      const stop = lineEnd(text, at, end);
      this.#collector.add(at, stop);
      if (stop < end) this.#flush();
      at = stop + 1;
    }
  }

  #lineBreak(element: HtmlElement): void {
    const {heading, figcaption} = this.#styleOf(element.parent);
    if (heading > 0 || figcaption) this.#collector.space(element.start, element.start, heading > 0);
    else this.#flush();
  }

  #boundary(index: number, element: HtmlElement, closes: boolean): void {
    if (this.#joinsLabels && !this.#collector.isBlank && this.#waitsForValue(index, element, closes)) {
      const at = this.#page.tokens[index]!.start;
      this.#collector.space(at, at, false);
    } else this.#flush();
  }

  /** Whether the line so far is a label whose value stands in the next cell, or in a box behind it in the same cell. */
  #waitsForValue(index: number, element: HtmlElement, closes: boolean): boolean {
    const {name, parent} = element;
    if (this.#held !== -1) return !closes && (CELLS.has(name) || index > this.#held + 1);
    if (closes ? !CELLS.has(name) : !CELLS.has(parent?.name ?? '')) return false;
    if (this.#collector.length > 40) return false;
    const label = this.#collector.peek().trim();
    if (!LABEL_ONLY.test(label)) {
      if (this.#part !== 'around' || !closes || !BARE_LABEL.test(label)) return false;
      this.#collector.insert('：', this.#page.tokens[index]!.start);
      this.#bareLabel = true;
    }
    this.#held = index;
    return true;
  }

  #picture(element: HtmlElement): void {
    if (isIcon(this.#page.text, element)) return;
    if (this.#collector.isBlank) {
      this.#flush();
      this.#image = this.#addImage(element);
    } else {
      this.#inside.push(element);
      this.#wordsAfter = false;
    }
  }

  #addImage(element: HtmlElement): HtmlLine {
    const line: HtmlLine = {
      kind: 'image',
      ...imageText(this.#page.text, element),
      start: element.start,
      element,
      style: this.#styleOf(element.parent),
      bold: false,
      link: false,
      linked: 0,
      image: undefined,
      underImages: false,
      control: false,
    };
    this.#lines.push(line);
    if (this.#row) this.#row.images++;
    return line;
  }

  #flush(): void {
    const inside = this.#inside;
    if (!this.#collector.isBlank && !(this.#bareLabel && this.#collector.endsWithColon)) {
      const style = this.#style;
      const underImages =
        style.cell !== undefined &&
        this.#rowAbove !== undefined &&
        this.#rowAbove.images > 0 &&
        !this.#rowAbove.hasText;
      this.#lines.push({
        kind: 'text',
        ...this.#collector.take(),
        start: this.#start,
        element: this.#element,
        style,
        bold: this.#bold,
        link: this.#link,
        linked: this.#linked,
        image: this.#image,
        underImages,
        control: this.#control,
      });
      this.#image = undefined;
      if (this.#row) this.#row.hasText = true;
    } else this.#collector.take();
    const ended = inside.length > 0 && !this.#wordsAfter;
    this.#inside = [];
    for (const element of inside) {
      const line = this.#addImage(element);
      if (ended) this.#image = line;
    }
    this.#bold = true;
    this.#link = true;
    this.#linked = 0;
    this.#control = false;
    this.#held = -1;
    this.#bareLabel = false;
  }
}
