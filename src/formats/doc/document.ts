import {damaged, tooLarge} from '../docx/archive.js';
import type {Style} from '../docx/styles.js';
import type {CompoundFile} from './compound.js';
import {PieceTable} from './pieces.js';
import {readProperties} from './properties.js';
import {readStyles} from './styles.js';

/** Characters of a draft; a thousand pages have about a million. */
const LONGEST = 5_000_000;
/** Codes of properties (MS-DOC 2.6). */
const DELETED = 0x0800;
const HIDDEN = 0x083c;
const ROW_END = 0x2417;
const IN_TABLE = 0x2416;
const ALIGNMENT = 0x2461;
const ALIGNMENT_97 = 0x2403;
const CENTRED = 1;

/** What is known of a paragraph, by the position of the character that ends it. */
export interface ParagraphProperties {
  readonly styleId: string;
  readonly centred: boolean | undefined;
  readonly inTable: boolean;
  readonly rowEnd: boolean;
}

/** A Word 97 document: its text with what is known of it. Positions are UTF-16 code units of the text. */
export interface BinaryDocument {
  readonly text: string;
  /** Start and end of the body, text boxes, footnotes and endnotes in the text. */
  readonly stories: ReadonlyArray<readonly [start: number, end: number]>;
  /** 1 for each character that was deleted or is hidden. */
  readonly left: Uint8Array;
  readonly paragraphs: ReadonlyMap<number, ParagraphProperties>;
  readonly styles: ReadonlyMap<string, Style>;
}

/**
 * Reads the streams of a document whose header has been looked at.
 * @throws {UnreadableError} when it is damaged.
 */
export function readBinary(file: CompoundFile, stream: Uint8Array): BinaryDocument {
  const header = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const table = file.read(header.getUint16(0x0a, true) & 0x0200 ? '1Table' : '0Table');
  const part = (at: number) => {
    const start = header.getUint32(at, true);
    const length = header.getUint32(at + 4, true);
    if (start + length > table.length) throw damaged();
    return new DataView(table.buffer, table.byteOffset + start, length);
  };
  const pieces = new PieceTable(stream, part(0x1a2));
  if (pieces.text.length > LONGEST) throw tooLarge();
  const left = new Uint8Array(pieces.text.length);
  for (const {from, to, value} of readProperties(stream, part(0xfa), 'characters')) {
    if (isOn(value(DELETED)) || isOn(value(HIDDEN))) pieces.each(from, to, (start, end) => left.fill(1, start, end));
  }
  const paragraphs = new Map<number, ParagraphProperties>();
  for (const {to, style, value} of readProperties(stream, part(0x102), 'paragraphs')) {
    const alignment = value(ALIGNMENT) ?? value(ALIGNMENT_97);
    const properties: ParagraphProperties = {
      styleId: String(style),
      centred: alignment === undefined ? undefined : alignment === CENTRED,
      inTable: isOn(value(IN_TABLE)),
      rowEnd: isOn(value(ROW_END)),
    };
    pieces.each(to - 1, to, (_, end) => paragraphs.set(end - 1, properties));
  }
  return {
    text: pieces.text,
    stories: storiesOf(header, pieces.text.length),
    left,
    paragraphs,
    styles: readStyles(part(0xa2)),
  };
}

function isOn(value: number | undefined): boolean {
  return value !== undefined && (value & 1) === 1;
}

/** The parts of the text follow one another: body, footnotes, headers, macros, comments, endnotes, text boxes of the body. */
function storiesOf(header: DataView, length: number): Array<[number, number]> {
  let at = 0;
  const stories = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((field): [number, number] => {
    const start = at;
    at += header.getUint32(field, true);
    if (at > length) throw damaged();
    return [start, at];
  });
  const [body, footnotes, , , , endnotes, boxes] = stories;
  return [body!, boxes!, footnotes!, endnotes!];
}
