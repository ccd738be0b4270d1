import {type Align, alignOf, type Css} from './css.js';
import {attribute, type HtmlElement} from './page.js';

/** What an element and those around it say about the words in it. */
export interface HtmlStyle {
  /** The innermost element that begins a line of its own. */
  readonly block: HtmlElement | undefined;
  readonly align: Align | undefined;
  /** Font size in points, where one is given. */
  readonly size: number | undefined;
  readonly bold: boolean;
  readonly link: boolean;
  readonly preformatted: boolean;
  /** The cell of a table of data; the cells of a table that only arranges the page do not count. */
  readonly cell: HtmlElement | undefined;
  /** 1 to 6 inside `<h1>` to `<h6>`, else 0. */
  readonly heading: number;
  readonly item: boolean;
  readonly figcaption: boolean;
}

export const PLAIN: HtmlStyle = {
  block: undefined,
  align: undefined,
  size: undefined,
  bold: false,
  link: false,
  preformatted: false,
  cell: undefined,
  heading: 0,
  item: false,
  figcaption: false,
};

type Style = {-readonly [K in keyof HtmlStyle]: HtmlStyle[K]};

/** Elements that say something by their names. */
const TELLING = new Set(['b', 'strong', 'a', 'font', 'center', 'table', 'td', 'th', 'li', 'pre', 'figcaption']);

/** The style inside an element, given that around it. */
export function styleInside(text: string, element: HtmlElement, outer: HtmlStyle): HtmlStyle {
  const {css} = element;
  const {name, isBlock, heading} = element.tag;
  if (!isBlock && css === undefined && !TELLING.has(name)) return outer;
  const style: Style = copy(outer);
  if (isBlock) style.block = element;
  if (heading > 0) style.heading = heading;
  if (TELLING.has(name)) byName(text, element, style);
  if (isBlock && name !== 'table') style.align = alignOf(attribute(text, element, 'align')) ?? style.align;
  if (css) byCss(css, style);
  return style;
}

/** Faster than spreading, and done for every box of a page. */
function copy({block, align, size, bold, link, preformatted, cell, heading, item, figcaption}: HtmlStyle): Style {
  return {block, align, size, bold, link, preformatted, cell, heading, item, figcaption};
}

function byName(text: string, element: HtmlElement, style: Style): void {
  const {name} = element;
  if (name === 'b' || name === 'strong') style.bold = true;
  else if (name === 'a') style.link = true;
  else if (name === 'font') style.size = FONT_SIZES[Number(attribute(text, element, 'size'))] ?? style.size;
  else if (name === 'center') style.align = 'center';
  else if (name === 'table') style.align = undefined;
  else if (name === 'td' || name === 'th') style.cell = isData(tableOf(element)) ? element : undefined;
  else if (name === 'li') style.item = true;
  else if (name === 'pre') style.preformatted = true;
  else style.figcaption = true;
}

/** `<font size=…>` in points. */
const FONT_SIZES: Readonly<Record<number, number>> = {1: 7.5, 2: 10, 3: 12, 4: 13.5, 5: 18, 6: 24, 7: 36};

function byCss({align, size, bold}: Css, style: Style): void {
  if (align) style.align = align;
  if (bold !== undefined) style.bold = bold;
  if (size !== undefined) style.size = size;
}

/** The table of a cell; its row and section lie between them. */
function tableOf(cell: HtmlElement): HtmlElement | undefined {
  let element = cell.parent;
  for (let steps = 0; element && steps < 4; steps++) {
    if (element.name === 'table') return element;
    element = element.parent;
  }
  return undefined;
}

/** A table with one cell, or with tables inside, arranges the page. */
function isData(table: HtmlElement | undefined): boolean {
  return table !== undefined && !table.nested && table.cells > 1;
}
