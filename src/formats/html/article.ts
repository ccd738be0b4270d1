import {Article, Block, type Field} from '../../core/article.js';
import type {Source} from '../../core/source.js';
import {parseSuppression, type Suppression} from '../../core/suppress.js';
import type {ReadOptions} from '../format.js';
import type {MappedText} from '../inline.js';
import {assignRoles, type Draft} from '../roles.js';
import {chosenBody, findBody, type HtmlBody} from './body.js';
import {holdsArticle} from './content.js';
import {bodyDrafts} from './drafts.js';
import {charsetFields, slotOf, tagFields} from './fields.js';
import {type HtmlLine, readLines} from './lines.js';
import type {HtmlElement, HtmlPage} from './page.js';
import {readBareDate, readSurroundings, titleRow} from './surroundings.js';
import {templateLines} from './template.js';
import {attributeText} from './text.js';
import {
  findHeadline,
  headlineAboveFacts,
  headlineInBody,
  joinLines,
  type KnownTitle,
  titleElement,
  unnamedHeadline,
  withoutSiteName,
} from './title.js';
import {readPage} from './tree.js';

/** A web page: its headline, metadata and body; what else the page's template holds is left out. */
export function parse(source: Source, {html = {}}: ReadOptions = {}): Article {
  const page = readPage(source.text);
  const tags = tagFields(page);
  const chosen = html.body && chosenBody(page, html.body);
  const body = chosen ?? findBody(page);
  const {drafts, fields, titleIsTag} = readArticle(page, body, tags);
  const read = assignRoles(drafts);
  const visible = titleIsTag ? withTitleOfTag(read.fields, tags) : read.fields;
  const all = [...tags, ...fields, ...visible];
  const common = {source, format: 'html', suppressions: suppressions(page)};
  if (!chosen && !holdsArticle(page, body, tags, [...fields, ...visible]))
    return new Article({
      ...common,
      blocks: [],
      fields: inOrder(source, tags, charsetFields(page)),
      holdsArticle: false,
    });
  return new Article({
    ...common,
    blocks: read.blocks,
    fields: inOrder(source, all, charsetFields(page)),
    hidden: () => hiddenBlocks(page, body.element),
  });
}

function inOrder({text}: Source, ...fields: ReadonlyArray<readonly Field[]>): Field[] {
  return fields
    .flat()
    .map(field => slotOf(text, field))
    .sort((a, b) => a.span[0] - b.span[0]);
}

/** The words in the body that its style hides, line by line. */
function hiddenBlocks(page: HtmlPage, body: HtmlElement): Block[] {
  const blocks: Block[] = [];
  let end = body.from;
  for (const {hidden, from, to} of page.elements) {
    if (!hidden || from < end || to > body.to) continue;
    end = to;
    for (const {kind, text, map} of readLines(page, from, to, 'hidden'))
      if (kind === 'text') blocks.push(new Block(blocks.length, 'furniture', text, map));
  }
  return blocks;
}

/** What an unclosed tag lets run over the page is no title. */
const LONGEST_TITLE = 200;

interface Reading {
  readonly drafts: readonly Draft[];
  /** Visible fields that are known by where they stand. */
  readonly fields: readonly Field[];
  /** Whether the title was nowhere but in the page's tags. */
  readonly titleIsTag: boolean;
}

function readArticle(page: HtmlPage, {element, isPure}: HtmlBody, tags: readonly Field[]): Reading {
  const before = readLines(page, 0, element.from, 'around');
  const lines = readLines(page, element.from + 1, element.to, isPure ? 'body' : 'mixed');
  const tag = tags.find(({name, value}) => name === 'title' && value !== '');
  const row = titleRow(before);
  const tab = titleElement(page);
  const known: KnownTitle = {
    exact: (tag?.value ?? row?.value.text ?? '').slice(0, LONGEST_TITLE),
    around: (tab?.text ?? '').slice(0, LONGEST_TITLE),
  };
  const told = findHeadline(page, before, known);
  const inside = headlineInBody(page, lines, known, told !== undefined);
  const headline = told ?? (inside ? undefined : headlineAboveFacts(before));
  const place = inside ?? (headline ? undefined : unnamedHeadline(lines, known));
  const {above, below, fields} = readSurroundings(page, element, before, headline);
  const template = isPure ? new Set<HtmlLine>() : templateLines(page, lines, place?.[0] ?? 0);
  const drafts: Draft[][] = bodyDrafts(lines, template).map(draft => [draft]);
  if (place) drafts.fill([], ...place)[place[0]] = [titleDraft(joinLines(lines.slice(...place)))];
  const dates = isPure || !place ? [] : datesBelow(place[1], lines, drafts);
  const reading = {drafts: [...above, ...drafts.flat(), ...below], fields: [...fields, ...dates], titleIsTag: false};
  if (headline || place) return reading;
  if (row) {
    const drafts = reading.drafts.map(draft => (draft.map === row.line.map ? titleDraft(row.value) : draft));
    return {...reading, drafts};
  }
  const hidden = tag ? attributeText(page.text, tag.span) : tab && withoutSiteName(tab);
  if (!hidden || hidden.text === '' || hidden.text.length > LONGEST_TITLE) return reading;
  return {...reading, drafts: inPlace(reading.drafts, titleDraft(hidden)), titleIsTag: true};
}

function titleDraft(words: MappedText): Draft {
  return {...words, role: 'title'};
}

/** Blocks stand in the order of the source, even where a tag stands behind text in a broken page. */
function inPlace(drafts: readonly Draft[], draft: Draft): Draft[] {
  const at = drafts.findIndex(({map}) => map.start(0) > draft.map.start(0));
  const index = at === -1 ? drafts.length : at;
  return [...drafts.slice(0, index), draft, ...drafts.slice(index)];
}

/** Below a headline in the body the line of facts may begin with a date, too, but then with the time or more facts. */
function datesBelow(headline: number, lines: readonly HtmlLine[], drafts: Draft[][]): Field[] {
  for (let index = headline; index < Math.min(headline + 3, lines.length); index++) {
    const read = readBareDate(lines[index]!);
    if (!read || (read.drafts.length === 1 && !read.fields.some(({value}) => /[:：]/.test(value)))) continue;
    drafts[index] = read.drafts;
    return read.fields;
  }
  return [];
}

/** The title block points at a tag: it is no second, visible title. */
function withTitleOfTag(fields: readonly Field[], tags: readonly Field[]): Field[] {
  const known = tags.some(({name, value}) => name === 'title' && value !== '');
  return fields.flatMap(field => (field.name !== 'title' ? field : known ? [] : {...field, origin: 'tag' as const}));
}

function suppressions({text, comments}: HtmlPage): Suppression[] {
  if (!text.includes('govlint-')) return [];
  return comments.flatMap(span => {
    const end = text.startsWith('-->', span[1] - 3) ? span[1] - 3 : span[1];
    return parseSuppression(text.slice(span[0] + 4, end), span) ?? [];
  });
}
