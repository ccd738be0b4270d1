import type {Field} from '../../core/article.js';
import {walk} from './xml.js';

/** Properties and the canonical names of those that mean what the name of a field means: when a file was made is no publication date. */
const NAMES: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:creator': 'author',
  'dc:subject': 'subject',
  'cp:keywords': 'keywords',
  'cp:category': 'category',
  'dc:description': 'description',
  'cp:lastModifiedBy': 'lastModifiedBy',
  'dcterms:created': 'created',
  'dcterms:modified': 'modified',
};

/** The document's properties that are filled in. They have no place in the text: their spans are its start. */
export function readProperties(xml: string | undefined): Field[] {
  const fields: Field[] = [];
  if (xml === undefined) return fields;
  let value: string | undefined;
  walk(xml, {
    open({name}) {
      value = name in NAMES ? '' : undefined;
    },
    text(text) {
      if (value !== undefined) value += text;
    },
    close({name: label}) {
      const name = NAMES[label];
      const trimmed = value?.trim();
      if (name && trimmed)
        fields.push({name, label, value: trimmed, span: [0, 0], labelSpan: [0, 0], origin: 'property'});
      value = undefined;
    },
  });
  return fields;
}
