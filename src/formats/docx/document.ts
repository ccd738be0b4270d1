import type {Field} from '../../core/article.js';
import {Archive, damaged} from './archive.js';
import {Numbering} from './numbering.js';
import type {NoteReference, XmlParagraph} from './paragraph.js';
import {readProperties} from './properties.js';
import {mainPart, type Part, propertiesPart} from './relationships.js';
import {readStory} from './story.js';
import {readStyles, type Style} from './styles.js';

/** A Word document as far as an article needs it. */
export interface Document {
  readonly archive: Archive;
  readonly main: Part;
  /** XML of the main part. */
  readonly xml: string;
  /** Those of the body, then those of the footnotes and endnotes that it refers to. */
  readonly paragraphs: readonly XmlParagraph[];
  readonly references: readonly NoteReference[];
  readonly styles: ReadonlyMap<string, Style>;
  readonly numbering: Numbering;
  readonly properties: readonly Field[];
}

/** @throws {UnreadableError} when it is no Word document, damaged or a zip bomb. */
export function readDocument(bytes: Uint8Array): Document {
  const archive = new Archive(bytes);
  const main = mainPart(archive);
  const part = (name: string) => {
    const target = main.related.get(name);
    return target === undefined ? undefined : archive.text(target);
  };
  const xml = archive.text(main.name);
  if (xml === undefined) throw damaged();
  const {paragraphs, references} = readStory(xml);
  for (const kind of ['footnote', 'endnote'] as const) {
    const notes = part(`${kind}s`);
    if (notes === undefined) continue;
    const used = new Set(references.filter(reference => reference.kind === kind).map(({id}) => id));
    paragraphs.push(...readStory(notes).paragraphs.filter(({note}) => note && used.has(note.id)));
  }
  return {
    archive,
    main,
    xml,
    paragraphs,
    references,
    styles: readStyles(part('styles')),
    numbering: new Numbering(part('numbering')),
    properties: readProperties(archive.text(propertiesPart(archive))),
  };
}
