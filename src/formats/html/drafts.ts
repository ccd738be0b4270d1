import {parseMetadataLine} from '../metadata-line.js';
import type {Draft} from '../roles.js';
import type {HtmlLine} from './lines.js';

type Certain = NonNullable<Draft['role']>;

/**
 * The lines of the body as drafts: with a role where the markup leaves no doubt, else for `assignRoles` to tell.
 * @param template the lines of the page's template among them.
 */
export function bodyDrafts(lines: readonly HtmlLine[], template: ReadonlySet<HtmlLine>): Draft[] {
  const looks = lookOf(lines);
  return lines.map((line, index) => {
    const {text, map} = line;
    if (line.kind === 'image') return {text, map, role: 'image'};
    const outside = template.has(line) || (index >= looks.linksFrom && line.link);
    const role = outside ? 'furniture' : roleOf(line, looks);
    const afterImage = line.image !== undefined && mayBeCaption(line, looks);
    return {text, map, ...(role && {role}), ...(afterImage && {afterImage})};
  });
}

/** What the lines of this body usually look like, by which the others stand out. */
interface Looks {
  /** Font size of most of the text, undefined when most of it has none. */
  readonly size: number | undefined;
  readonly mostlyBold: boolean;
  readonly mostlyCentered: boolean;
  /** Whether the text stands in `<p>`. */
  readonly inParagraphs: boolean;
  /** Index after the last line that is no link: links below it lead to other articles. */
  readonly linksFrom: number;
}

function lookOf(lines: readonly HtmlLine[]): Looks {
  const sizes = new Map<number | undefined, number>();
  let [total, bold, centered, paragraphs, linksFrom] = [0, 0, 0, 0, lines.length];
  lines.forEach((line, index) => {
    const {length} = line.text;
    if (line.kind === 'image') return;
    total += length;
    if (line.bold) bold += length;
    if (line.style.align === 'center') centered += length;
    if (line.style.block?.name === 'p') paragraphs += length;
    sizes.set(line.style.size, (sizes.get(line.style.size) ?? 0) + length);
    if (!line.link || !line.style.item) linksFrom = index + 1;
  });
  const [size] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? [undefined];
  return {
    size,
    mostlyBold: bold * 2 > total,
    mostlyCentered: centered * 2 > total,
    inParagraphs: paragraphs * 2 > total,
    linksFrom,
  };
}

const LONGEST_CAPTION = 120;

function roleOf(line: HtmlLine, looks: Looks): Certain | undefined {
  const {style} = line;
  if (style.figcaption) return 'caption';
  if (style.cell) return underImage(line) && isShort(line) && !isNumbered(line) ? 'caption' : 'cell';
  if (style.heading > 0) return parseMetadataLine(line.text) ? undefined : 'heading';
  if (line.image && isCertainCaption(line, looks)) return 'caption';
  if (style.item) return line.image ? undefined : 'item';
  if (looks.inParagraphs && !line.image && isScrap(line)) return 'furniture';
  return isBoldHeading(line, looks) ? 'heading' : undefined;
}

/** A few characters in a box of their own among paragraphs: a counter, the name of a button. */
function isScrap({style, text}: HtmlLine): boolean {
  return style.block?.name !== 'p' && text.length <= 4 && !/^(?:附|注|答|问|[一二三四五六七八九十]、)/.test(text);
}

function underImage({image, underImages}: HtmlLine): boolean {
  return image !== undefined || underImages;
}

function isShort({text}: HtmlLine): boolean {
  return text.length <= LONGEST_CAPTION;
}

function isNumbered({text}: HtmlLine): boolean {
  return /^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]/.test(text);
}

/** Set smaller than the body, or centred where the body is not, and whole sentences: shorter ones are told by their words. */
function isCertainCaption(line: HtmlLine, looks: Looks): boolean {
  if (!isShort(line) || !/[。；]$/.test(line.text) || /^[（(【]/.test(line.text)) return false;
  const small = line.style.size !== undefined && line.style.size <= 10.5 && line.style.size !== looks.size;
  const centered = line.style.align === 'center' && !looks.mostlyCentered;
  return small || centered;
}

/** Below a centred image, a line of its own that is not centred is the article going on. */
function mayBeCaption({image, style, text}: HtmlLine, {size}: Looks): boolean {
  if (style.align === 'right' || text.startsWith('附件')) return false;
  if (image!.style.align !== 'center' || style.align === 'center' || style.block === image!.style.block) return true;
  return style.size !== undefined && style.size !== size;
}

/** A line that ends with a colon leads on to the next. */
function isBoldHeading({bold, image, style, text}: HtmlLine, looks: Looks): boolean {
  if (!bold || image || looks.mostlyBold || style.align === 'right' || text.length > 40) return false;
  return !/[。；，、！？…:：]$/.test(text) && !/[。；]|[:：]./.test(text) && !/^[（(【▲△▼]/.test(text);
}
