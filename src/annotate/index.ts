import {readDocument} from '../formats/docx/document.js';
import {withMarks} from './marks.js';
import {markupOf} from './markup.js';
import {commentsPart, type Signature, withComments, withContentType, withRelationship} from './parts.js';
import {commentOf, withComment, withParts} from './zip.js';

/** A comment to be written into a document. */
export interface Remark {
  /** Offsets in the source of the article that the document is, in UTF-16 code units; equal where something is missing. */
  readonly start: number;
  readonly end: number;
  /** A paragraph each. */
  readonly text: readonly string[];
}

/** Comment of the archive by which a copy is known that nobody has changed: word processors do not keep it. */
const MARK = 'annotated by govlint';
const CONTENT_TYPES = '[Content_Types].xml';

/**
 * A copy of a .docx with Word comments. Everything else stays as it is: parts without comments are copied
 * byte for byte, and without remarks so is the whole archive but for its mark.
 * @throws {UnreadableError} when the document cannot be read.
 */
export function annotate(bytes: Uint8Array, remarks: readonly Remark[], signature: Signature): Uint8Array {
  if (remarks.length === 0) return withComment(bytes, MARK);
  const document = readDocument(bytes);
  // A body without a paragraph, which Word does not write, has no place for a comment.
  if (document.paragraphs.length === 0) return withComment(bytes, MARK);
  const {archive, main, xml} = document;
  const markup = markupOf(xml);
  const comments = commentsPart(document);
  const texts = remarks.map(({text}) => text);
  const parts = new Map<string, string>();
  parts.set(main.name, withMarks(document, markup, remarks, comments.firstId));
  parts.set(comments.name, withComments(comments, texts, markup, signature));
  if (comments.xml === undefined) {
    parts.set(CONTENT_TYPES, withContentType(archive.text(CONTENT_TYPES) ?? '', comments.name));
    parts.set(main.relationships, withRelationship(archive.text(main.relationships), comments.name, markup));
  }
  const encoder = new TextEncoder();
  const stored = Array.from(parts, ([name, text]): [string, Uint8Array] => [
    archive.storedName(name),
    encoder.encode(asUtf8(text)),
  ]);
  return withParts(bytes, new Map(stored), MARK);
}

/** Whether the bytes are a copy that `annotate` made and nobody has changed since. */
export function isAnnotatedCopy(bytes: Uint8Array): boolean {
  return commentOf(bytes) === MARK;
}

/** Parts are written in UTF-8, so they must not say otherwise. */
function asUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^<>]{0,200}?encoding=["'])utf-16[a-z]*/i, '$1UTF-8');
}
