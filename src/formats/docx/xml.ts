import {type SaxesAttributePlain, SaxesParser, type SaxesTagPlain} from 'saxes';
import {damaged} from './archive.js';

/** Usual prefixes of the namespaces of office documents; those of ISO 29500 Strict differ in their names alone. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
};

export interface Tag {
  /** With the usual prefix, whichever the document declares: `w:p`. */
  readonly name: string;
  /** Value of an attribute by its name with the usual prefix. */
  attribute(name: string): string | undefined;
  /** Offset in the XML of the tag's `<`, in UTF-16 code units. */
  readonly start: number;
  /** Offset behind its `>`. */
  readonly end: number;
}

export interface Visitor {
  open(tag: Tag): void;
  close(tag: Pick<Tag, 'name' | 'start' | 'end'>): void;
  text?(text: string): void;
}

/**
 * Walks through an XML part, element by element; nothing of it is kept.
 * @throws {UnreadableError} when it is not well formed.
 */
export function walk(xml: string, visitor: Visitor): void {
  const parser = new SaxesParser<{xmlns: false; position: false}>({xmlns: false, position: false});
  const prefixes = new Map<string, string>();
  let depth = 0;
  const usual = (name: string) => (prefixes.size === 0 ? name : renamed(name, prefixes));
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('opentag', tag => {
    // An office document nests some dozens deep; the parser keeps a stack of its own, and so do our readers.
    if (++depth > DEEPEST) throw damaged();
    if (depth === 1) declare(tag, prefixes);
    const end = parser.position;
    // No attribute holds a `<`.
    const start = xml.lastIndexOf('<', end - 1);
    visitor.open({name: usual(tag.name), start, end, attribute: name => attributeOf(tag, name, prefixes)});
  });
  parser.on('closetag', ({name}) => {
    depth--;
    const end = parser.position;
    visitor.close({name: usual(name), start: xml.lastIndexOf('<', end - 1), end});
  });
  if (visitor.text) {
    parser.on('text', text => visitor.text!(text));
    parser.on('cdata', text => visitor.text!(text));
  }
  parser.write(xml).close();
}

const DEEPEST = 2000;

/** Notes which prefixes of the root element are not the usual ones. */
function declare({attributes}: SaxesTagPlain, prefixes: Map<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const declared = name.slice('xmlns:'.length);
    const prefix = PREFIXES[value];
    if (prefix !== undefined && prefix !== declared) prefixes.set(declared, prefix);
  }
}

function renamed(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = prefixes.get(colon === -1 ? '' : name.slice(0, colon));
  if (prefix === undefined) return name;
  const local = name.slice(colon + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}

function attributeOf(
  {attributes}: SaxesTagPlain,
  name: string,
  prefixes: ReadonlyMap<string, string>,
): string | undefined {
  const value: SaxesAttributePlain['value'] | undefined = attributes[name];
  if (value !== undefined || prefixes.size === 0) return value;
  // Attributes without a prefix have no namespace, whatever the default one is.
  for (const [declared, prefix] of prefixes) {
    if (declared !== '' && name.startsWith(`${prefix}:`)) return attributes[declared + name.slice(prefix.length)];
  }
  return undefined;
}
