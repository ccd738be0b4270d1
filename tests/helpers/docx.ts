import {strToU8, zipSync} from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const TYPES: Readonly<Record<string, string>> = {
  'word/styles.xml': 'styles',
  'word/numbering.xml': 'numbering',
  'word/footnotes.xml': 'footnotes',
  'word/comments.xml': 'comments',
};

/** The parts of a Word document, by name: the body's XML, and other parts as they are. */
export function parts(body: string, others: Readonly<Record<string, string>> = {}): Record<string, string> {
  const related = Object.keys(others).filter(name => name in TYPES);
  const overrides = related.map(
    name =>
      `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${TYPES[name]}+xml"/>`,
  );
  const relationships = related.map(
    (name, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${TYPES[name]}" Target="/${name}"/>`,
  );
  return {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`,
    'word/document.xml': document(body),
    ...others,
  };
}

export function document(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`;
}

/** A Word document of these parts. */
export function pack(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file]);
  return zipSync(Object.fromEntries(bytes));
}

/** A Word document with this body. */
export function docx(body: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  return pack(parts(body, others));
}

/** A paragraph; its text may hold runs of its own. */
export function p(content: string, properties = ''): string {
  const runs = content.startsWith('<') || content === '' ? content : r(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A run of text. */
export function r(text: string, properties = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

/** A run with a picture. */
export function picture(alt = '', place: 'inline' | 'anchor' = 'inline'): string {
  return `<w:r><w:drawing><wp:${place}><wp:docPr id="1" name="图片" descr="${alt}"/><pic:pic/></wp:${place}></w:drawing></w:r>`;
}

/** A part of styles: paragraph styles by id, each with what stands in it. */
export function styles(declared: Readonly<Record<string, string>>): string {
  const all = Object.entries(declared).map(
    ([id, content]) => `<w:style w:type="paragraph" w:styleId="${id}">${content}</w:style>`,
  );
  return `<w:styles xmlns:w="${W}">${all.join('')}</w:styles>`;
}

/** A part of another kind with the namespace declared. */
export function part(name: string, content: string): string {
  return `<w:${name} xmlns:w="${W}">${content}</w:${name}>`;
}
