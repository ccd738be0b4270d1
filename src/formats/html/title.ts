import {foldWidth} from '../../core/characters.js';
import type {Span} from '../../core/source.js';
import {type Run, SourceMap} from '../../core/source-map.js';
import type {MappedText} from '../inline.js';
import {parseMetadataLine} from '../metadata-line.js';
import {bareDate} from './fields.js';
import type {HtmlLine} from './lines.js';
import {attribute, type HtmlElement, type HtmlPage} from './page.js';
import {PieceCollector} from './text.js';

/** What is known of the article's title before its headline is looked for. */
export interface KnownTitle {
  /** The value of the title tag or of the row 标题 in a table of facts, compared as a whole; empty when there is none. */
  readonly exact: string;
  /** The content of `<title>`, in which the headline stands with names of the site and column; empty when there is none. */
  readonly around: string;
}

/** A headline in the body is looked for among so many lines. */
const FIRST_LINES = 12;
const SHORTEST = 4;
const LONGEST = 120;

/**
 * The headline among the lines before the body: the last that says what the tags say; else the last `<h1>`, else the
 * last in an element named for a title. Undefined when there is none.
 */
export function findHeadline(page: HtmlPage, lines: readonly HtmlLine[], known: KnownTitle): HtmlLine | undefined {
  const exact = foldWidth(known.exact);
  const around = foldWidth(known.around);
  let best: HtmlLine | undefined;
  let bestScore = 0;
  for (const line of lines) {
    if (line.kind !== 'text' || line.text.length > LONGEST * 2) continue;
    const score = scoreOf(page, line, exact, around);
    if (score > 0 && score >= bestScore) {
      best = line;
      bestScore = score;
    }
  }
  return best;
}

function scoreOf(page: HtmlPage, line: HtmlLine, exact: string, around: string): number {
  const words = foldWidth(line.text);
  if (words.length < SHORTEST || words.length > LONGEST) return 0;
  if (exact !== '' && words === exact) return line.link ? 1 : 100;
  if (line.link) return 0;
  const named = line.style.heading === 1 ? 2 : isNamedTitle(page, line) ? 1 : 0;
  // A headline that differs from its tag is still mostly the same.
  if (exact !== '') return named > 0 && likeness(words, exact) >= 0.6 ? 40 + named : 0;
  if (around !== '' && around.includes(words))
    return 10 + named * 10 + (words.length * 2 >= around.length ? 20 : 0) + (around.startsWith(words) ? 20 : 0);
  return named > 0 && around === '' ? named : 0;
}

/**
 * A headline that neither tags nor its element name: what stands right above the line that names source or date, when it is
 * centred, bold or set in large type.
 */
export function headlineAboveFacts(lines: readonly HtmlLine[]): HtmlLine | undefined {
  const facts = lines.findIndex(line => line.kind === 'text' && (isFacts(line.text) || bareDate(line) !== undefined));
  const line = lines[facts - 1];
  if (!line || line.kind === 'image' || line.link || line.text.length < SHORTEST || line.text.length > LONGEST)
    return undefined;
  const {align, size, heading} = line.style;
  const stands = align === 'center' || line.bold || heading > 0 || (size ?? 0) >= LARGE;
  return stands && !/[。；，：:]$/.test(line.text) ? line : undefined;
}

const LARGE = 14;

function isFacts(text: string): boolean {
  return parseMetadataLine(text)?.values.some(({name}) => name === 'source' || name === 'date') === true;
}

const LONGEST_NAME = 200;
const TITLE_NAME = /(?:^|[\s_-])(?:\w*title\w*|headline|biaoti|bt)(?:$|[\s_-])/i;

/** Whether the words stand in an element named for a title, with nothing but inline elements in between. */
function isNamedTitle({text}: HtmlPage, line: HtmlLine): boolean {
  let element: HtmlElement | undefined = line.element;
  for (let steps = 0; element && steps < 5; steps++) {
    const names = [element.name, attribute(text, element, 'class'), attribute(text, element, 'id')];
    if (names.some(name => name.length <= LONGEST_NAME && TITLE_NAME.test(name))) return true;
    if (element === line.style.block) return false;
    element = element.parent;
  }
  return false;
}

/** Share of a text's characters that the other has too. */
function likeness(words: string, other: string): number {
  const known = new Set(other);
  let same = 0;
  for (const unit of words) if (known.has(unit)) same++;
  return (same * 2) / (words.length + other.length);
}

/**
 * Which lines of the body are its headline: the first ones, when together they say what the tags say; without a headline
 * above the body also an `<h1>` or one that an element or `<title>` names. Undefined when none is.
 */
export function headlineInBody(
  page: HtmlPage,
  lines: readonly HtmlLine[],
  known: KnownTitle,
  hasHeadline: boolean,
): Span | undefined {
  const count = equalLines(lines, known);
  if (count > 0) return [0, count];
  if (hasHeadline) return undefined;
  const first = lines.findIndex(({style}) => style.heading === 1);
  if (first !== -1) return [first, first + 1];
  const found = findHeadline(page, lines.slice(0, FIRST_LINES), known);
  return found && [lines.indexOf(found), lines.indexOf(found) + 1];
}

/** A headline in the body that nothing names: right above the line of facts, or a short centred line at the top. */
export function unnamedHeadline(lines: readonly HtmlLine[], known: KnownTitle): Span | undefined {
  const line = headlineAboveFacts(lines.slice(0, FIRST_LINES));
  if (line) return [lines.indexOf(line), lines.indexOf(line) + 1];
  const [top] = lines;
  return top && known.exact === '' && isCentredTitle(top) ? [0, 1] : undefined;
}

/** How many lines from the first on are together the title, or what `<title>` begins with. */
function equalLines(lines: readonly HtmlLine[], {exact, around}: KnownTitle): number {
  const title = foldWidth(exact || around);
  let words = '';
  let count = 0;
  for (const line of lines.slice(0, 6)) {
    if (line.kind !== 'text' || line.text.length > LONGEST) break;
    words += foldWidth(line.text);
    if (!title.startsWith(words)) break;
    count++;
    if (words.length === title.length) return count;
  }
  const begun = lines.slice(0, count).reduce((sum, {text}) => sum + text.length, 0);
  return exact === '' && begun >= 2 * SHORTEST ? count : 0;
}

function isCentredTitle({kind, style, text, link}: HtmlLine): boolean {
  return (
    kind === 'text' &&
    !link &&
    style.align === 'center' &&
    text.length >= SHORTEST &&
    text.length <= 60 &&
    !/[。；，：:]$/.test(text)
  );
}

/** Lines as one text; between Chinese characters nothing is put. */
export function joinLines(lines: readonly HtmlLine[]): MappedText {
  let text = '';
  const runs: Run[] = [];
  for (const line of lines) {
    const start = line.map.start(0);
    if (/[\w.,]$/.test(text) && /^\w/.test(line.text)) {
      runs.push({text: text.length, source: start, length: 1, width: 0});
      text += ' ';
    }
    for (let i = 0; i < line.text.length; i++) {
      const source = line.map.start(i);
      runs.push({text: text.length + i, source, length: 1, width: line.map.end(i + 1) - source});
    }
    text += line.text;
  }
  return {text, map: new SourceMap(runs)};
}

/** The content of `<title>`. */
export function titleElement({text, tokens, elements}: HtmlPage): MappedText | undefined {
  const element = elements.find(({name, parent}) => name === 'title' && parent?.name !== 'svg');
  if (!element) return undefined;
  const collector = new PieceCollector(text);
  for (let i = element.from + 1; i < element.to && collector.length < 1000; i++)
    collector.add(tokens[i]!.start, tokens[i]!.end);
  return collector.take();
}

const SITE_WORDS = /政府|网|门户|委员会|局|厅|部|办公室/;
/** A dash and the name of a site; not the years of a plan (2021-2025年), nor what follows a dash in the title itself (——). */
const SITE_NAME = /^[-–—]\s*[^\d，。《》（）()“”—-]{2,40}$/;

/** The article's title in the content of `<title>`: what stands before the name of the site. */
export function withoutSiteName({text, map}: MappedText): MappedText {
  const bar = text.search(/[_|｜]| [-–—] /);
  const dash = Math.max(text.lastIndexOf('-'), text.lastIndexOf('–'), text.lastIndexOf('—'));
  const tail = dash > 0 && text[dash - 1] !== '—' ? text.slice(dash) : '';
  const cut = bar > 0 ? bar : SITE_NAME.test(tail) && SITE_WORDS.test(tail) ? dash : text.length;
  const end = text.slice(0, cut).trimEnd().length;
  return {text: text.slice(0, end), map: map.slice(0, end)};
}
