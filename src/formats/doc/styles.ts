import type {Style} from '../docx/styles.js';

/** Built-in styles by their number, which is the same in every language of Word (MS-DOC 2.9.260). */
const BUILT_IN: Readonly<Record<number, string>> = {34: 'caption', 62: 'title'};
const LONGEST_CHAIN = 20;

interface Declared {
  readonly number: number;
  readonly basedOn: number;
}

/** The names of the styles that matter, by the number that paragraphs have for them. */
export function readStyles(sheet: DataView): Map<string, Style> {
  const declared: Array<Declared | undefined> = [];
  if (sheet.byteLength < 4) return new Map();
  const count = sheet.getUint16(2, true);
  let at = 2 + sheet.getUint16(0, true);
  for (let index = 0; index < count && at + 2 <= sheet.byteLength; index++) {
    const size = sheet.getUint16(at, true);
    at += 2;
    if (size >= 4 && at + 4 <= sheet.byteLength)
      declared[index] = {
        number: sheet.getUint16(at, true) & 0xfff,
        basedOn: sheet.getUint16(at + 2, true) >> 4,
      };
    at += size + (size % 2);
  }
  const styles = new Map<string, Style>();
  declared.forEach((_, index) => {
    const name = nameOf(index, declared);
    if (name !== undefined) styles.set(String(index), {name});
  });
  return styles;
}

/** A style of one's own that is based on a heading is a heading. */
function nameOf(index: number, declared: ReadonlyArray<Declared | undefined>): string | undefined {
  let style = declared[index];
  for (let steps = 0; style && steps < LONGEST_CHAIN; steps++) {
    const {number, basedOn} = style;
    if (number >= 1 && number <= 9) return `heading ${number}`;
    if (number >= 19 && number <= 27) return `toc ${number - 18}`;
    if (BUILT_IN[number]) return BUILT_IN[number];
    style = declared[basedOn];
  }
  return undefined;
}
