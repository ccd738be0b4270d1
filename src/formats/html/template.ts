import {parseMetadataLine} from '../metadata-line.js';
import {pairField} from './fields.js';
import type {HtmlLine} from './lines.js';
import {attribute, type HtmlElement, type HtmlPage} from './page.js';

// Where no container of an editor is known, navigation, lists of other articles and the foot of the site may stand in what
// was taken for the body.

const SITE_FOOT = /网站标识码|ICP备\s*\d|公网安备|版权所有/;

/** Whether a line is one that only the foot of a site's pages has. */
export function isSiteFoot(text: string): boolean {
  return text.length <= 200 && SITE_FOOT.test(text);
}

/** Fewer links than this in a row may be the article's own. */
const FEWEST_LINKS = 3;
const FILE = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|txt|jpe?g|png|mp4)(?:$|[?#])/i;

/**
 * Which lines of a body belong to the page's template.
 * @param headline index of the headline among the lines; 0 when it stands above them.
 */
export function templateLines(page: HtmlPage, lines: readonly HtmlLine[], headline: number): Set<HtmlLine> {
  const found = new Set<HtmlLine>();
  for (const line of lines.slice(0, headline)) {
    if (line.kind === 'text' && !parseMetadataLine(line.text) && !pairField(line)) found.add(line);
  }
  let run: HtmlLine[] = [];
  for (const line of lines) {
    if (isLink(page, line)) run.push(line);
    else {
      if (run.length >= FEWEST_LINKS) for (const link of run) found.add(link);
      run = [];
    }
  }
  if (run.length >= FEWEST_LINKS) for (const link of run) found.add(link);
  const foot = footOf(page, lines, lines[headline]);
  if (foot) for (const line of lines) if (line.element.from >= foot.from && line.element.to <= foot.to) found.add(line);
  return found;
}

/** Whether most of a line leads to another page; links to files are attachments. */
function isLink({text}: HtmlPage, {kind, text: words, linked, element, style}: HtmlLine): boolean {
  if (kind === 'image' || linked * 2 < words.length) return false;
  for (let inner: HtmlElement | undefined = element; inner && inner !== style.block; inner = inner.parent) {
    if (inner.name === 'a') return !FILE.test(attribute(text, inner, 'href').trim());
  }
  return !FILE.test(words);
}

const MOST_MARKS_OF_A_FOOT = 2;

/** The box of the site's foot: the largest around the first line that only a foot has, with hardly any prose in it. */
function footOf({elements}: HtmlPage, lines: readonly HtmlLine[], headline: HtmlLine | undefined) {
  const line = lines.find(({kind, text}) => kind === 'text' && isSiteFoot(text));
  const isFoot = ({name, parent, marks, words, from, to}: HtmlElement) =>
    parent !== undefined &&
    name !== 'body' &&
    marks <= MOST_MARKS_OF_A_FOOT &&
    words * 2 <= elements[0]!.words &&
    !(headline && headline.element.from >= from && headline.element.to <= to);
  let foot: HtmlElement | undefined;
  for (let box = line?.style.block; box && isFoot(box); box = box.parent) foot = box;
  return foot;
}
