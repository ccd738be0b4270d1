import type {Document} from '../formats/docx/document.js';
import {escapeXml, type Markup} from './markup.js';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What a comment says, a paragraph each. */
type CommentText = readonly string[];

/** Whose comments they are, and of when: LibreOffice writes a date that Word refuses where there is none. */
export interface Signature {
  readonly author: string;
  readonly initials: string;
  readonly date: Date;
}

/** The part with the document's comments, as it is or to be made. */
export interface CommentsPart {
  readonly name: string;
  /** Its XML; undefined when the document has none. */
  readonly xml: string | undefined;
  /** The first id that is free. */
  readonly firstId: number;
}

export function commentsPart({archive, main, xml: body}: Document): CommentsPart {
  const related = main.related.get('comments');
  const xml = related === undefined ? undefined : archive.text(related);
  let highest = -1;
  for (const text of [xml ?? '', body]) {
    for (const [, id] of text.matchAll(
      /<[\w.-]{0,40}:?comment(?:RangeStart|Reference)?\s[^<>]{0,400}?\bid="(\d{1,9})"/g,
    ))
      highest = Math.max(highest, Number(id));
  }
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1);
  const free = archive.has(`${folder}comments.xml`) ? `${folder}commentsGovlint.xml` : `${folder}comments.xml`;
  return {name: xml === undefined ? free : related!, xml, firstId: highest + 1};
}

/** The part with comments added behind those that are there. */
export function withComments(
  {xml, firstId}: CommentsPart,
  texts: readonly CommentText[],
  markup: Markup,
  signature: Signature,
): string {
  const added = texts.map((text, index) => comment(text, firstId + index, markup, signature)).join('');
  const root = `<w:comments xmlns:w="${markup.namespace}">`;
  if (xml === undefined) return `${DECLARATION}${root}${added}</w:comments>`;
  return insideRoot(xml, added);
}

function comment(text: CommentText, id: number, {namespace}: Markup, {author, initials, date}: Signature): string {
  const paragraphs = text.map(
    (line, index) =>
      `<w:p>${index === 0 ? '<w:r><w:annotationRef/></w:r>' : ''}<w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`,
  );
  const by = `w:author="${escapeXml(author)}" w:date="${localTime(date)}" w:initials="${escapeXml(initials)}"`;
  return `<w:comment xmlns:w="${namespace}" w:id="${id}" ${by}>${paragraphs.join('')}</w:comment>`;
}

/** Word writes and shows local time, though it ends in Z. */
function localTime(date: Date): string {
  return `${new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)}Z`;
}

/** Adds to `[Content_Types].xml` what a new part is. */
export function withContentType(xml: string, part: string): string {
  return insideRoot(xml, `<Override PartName="/${escapeXml(part)}" ContentType="${COMMENTS_TYPE}"/>`);
}

/** Adds to the relationships of the main part that the new part belongs to it. */
export function withRelationship(xml: string | undefined, part: string, {strict}: Markup): string {
  const type = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
  let id = 'rIdGovlint';
  while (xml?.includes(`"${id}"`)) id += '0';
  const added = `<Relationship Id="${id}" Type="${type}" Target="/${escapeXml(part)}"/>`;
  return insideRoot(xml ?? `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}"></Relationships>`, added);
}

/** Adds elements at the end of the root element. They have no prefix or declare their own. */
function insideRoot(xml: string, added: string): string {
  const end = xml.lastIndexOf('</');
  const selfClosing = xml.lastIndexOf('/>');
  if (end > selfClosing || /^<\/[^<>]*>\s*(?:<!--[^<>]*-->\s*)?$/.test(xml.slice(end))) {
    const prefix = /^<\/([\w.-]+:)?/.exec(xml.slice(end))?.[1] ?? '';
    return xml.slice(0, end) + prefixed(added, prefix) + xml.slice(end);
  }
  const name = /^<([\w.-]+:)?([\w.-]+)/.exec(xml.slice(xml.lastIndexOf('<', selfClosing), selfClosing));
  const prefix = name?.[1] ?? '';
  return `${xml.slice(0, selfClosing)}>${prefixed(added, prefix)}</${prefix}${name?.[2] ?? ''}>${xml.slice(selfClosing + 2)}`;
}

/** Elements written without a prefix take that of their root. */
function prefixed(added: string, prefix: string): string {
  return prefix === '' || prefix === 'w:' ? added : added.replace(/<(?=(?:Override|Relationship)\b)/g, `<${prefix}`);
}
