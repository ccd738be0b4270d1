const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** How a document writes the elements of WordprocessingML. */
export interface Markup {
  readonly namespace: string;
  readonly strict: boolean;
  /** Before the names of its own elements: `w:`, or nothing. */
  readonly prefix: string;
  /** A declaration of `w:` for elements of ours, where the document does not have it. */
  readonly declaration: string;
}

/** Reads it from the root element. */
export function markupOf(xml: string): Markup {
  const root = xml.slice(0, 20_000);
  const strict = !root.includes(TRANSITIONAL) && root.includes(STRICT);
  const namespace = strict ? STRICT : TRANSITIONAL;
  const before = root.slice(0, root.indexOf(namespace));
  const declared = /xmlns(?::([\w.-]{1,40}))?\s{0,9}=\s{0,9}["']$/.exec(before)?.[1];
  return {
    namespace,
    strict,
    prefix: declared === undefined ? '' : `${declared}:`,
    declaration: declared === 'w' ? '' : ` xmlns:w="${namespace}"`,
  };
}

/** Text as XML content: markup escaped, characters that XML cannot hold left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
