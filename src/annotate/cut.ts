import type {XmlParagraph, XmlText} from '../formats/docx/paragraph.js';

/**
 * A place in the XML where a mark can stand between two runs. `between` says what has to be ended there and begun again
 * to cut a run in two.
 */
export interface Cut {
  /** Offset in the XML. */
  readonly at: number;
  readonly between: 'runs' | 'elements' | 'characters';
  /** The text that is cut; undefined between runs. */
  readonly text?: XmlText;
}

/** The cut before the character at `offset` of a paragraph's text; undefined when the paragraph ends before it. */
export function cutBefore(xml: string, paragraph: XmlParagraph, offset: number): Cut | undefined {
  const found = find(paragraph, offset);
  if (!found) return undefined;
  const [text, within] = found;
  const at = within === 0 ? text.start : rawOffset(xml, text, within);
  return within === 0 || at === undefined ? elementCut(xml, text, 'start') : {at, between: 'characters', text};
}

/** The cut behind the character before `offset`. */
export function cutBehind(xml: string, paragraph: XmlParagraph, offset: number): Cut | undefined {
  const found = find(paragraph, offset - 1);
  if (!found) return undefined;
  const [text, within] = found;
  const last = within + 1 === text.text.length;
  const at = last ? text.end : rawOffset(xml, text, within + 1);
  return last || at === undefined ? elementCut(xml, text, 'end') : {at, between: 'characters', text};
}

/** The text that holds the character at an offset, and the offset in it. */
function find({inlines}: XmlParagraph, offset: number): [XmlText, number] | undefined {
  let at = 0;
  for (const inline of inlines) {
    if (inline.kind === 'break') at++;
    if (inline.kind !== 'text') continue;
    if (offset < at + inline.text.length) return [inline, Math.max(0, offset - at)];
    at += inline.text.length;
  }
  return undefined;
}

/** At an element's edge; between runs where it is the first or last of its run, or the run must not be cut. */
function elementCut(xml: string, text: XmlText, edge: 'start' | 'end'): Cut {
  const {run} = text;
  if (run.properties === undefined) return {at: run[edge], between: 'runs'};
  const first = xml.indexOf('>', run.start) + 1 + run.properties.length === text.start;
  const last = xml.indexOf('<', text.end) === xml.lastIndexOf('<', run.end - 1);
  if (edge === 'start' ? first : last) return {at: run[edge], between: 'runs'};
  return {at: text[edge], between: 'elements', text};
}

/** Offset in the XML of a character of the text; undefined where it is not written character by character. */
function rawOffset(xml: string, {content, run}: XmlText, within: number): number | undefined {
  if (!content || run.properties === undefined) return undefined;
  const [start, end] = content;
  let at = start;
  let units = 0;
  while (units < within) {
    if (at >= end || xml[at] === '<') return undefined;
    if (xml[at] === '&') {
      const close = xml.indexOf(';', at);
      const code = /^&#(?:x([\da-f]{1,6})|(\d{1,7}));/i.exec(xml.slice(at, close + 1));
      const value = code ? (code[1] ? Number.parseInt(code[1], 16) : Number(code[2])) : 0;
      units += value > 0xffff ? 2 : 1;
      at = close + 1;
    } else {
      at += xml[at] === '\r' && xml[at + 1] === '\n' ? 2 : 1;
      units++;
    }
  }
  return at;
}
