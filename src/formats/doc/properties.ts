import {damaged} from '../docx/archive.js';

const PAGE = 512;

/** Properties of a stretch of the stream: of characters or of a paragraph. */
export interface Properties {
  readonly from: number;
  readonly to: number;
  /** Number of the paragraph's style; 0 for characters. */
  readonly style: number;
  /** Value of a property by its code (sprm), undefined when it is not set. */
  value(code: number): number | undefined;
}

/**
 * The formatted pages of a document (MS-DOC 2.9.33 and 2.9.175), stretch by stretch. Stretches do not overlap.
 * @param table the list of pages in the table stream.
 * @throws {UnreadableError} when it points outside the stream.
 */
export function* readProperties(
  stream: Uint8Array,
  table: DataView,
  kind: 'characters' | 'paragraphs',
): Generator<Properties> {
  const pages = (table.byteLength - 4) / 8;
  if (pages < 0) return;
  if (!Number.isInteger(pages)) throw damaged();
  let reached = 0;
  for (let index = 0; index < pages; index++) {
    const number = table.getUint32((pages + 1) * 4 + index * 4, true) & 0x3f_ffff;
    const page = stream.subarray(number * PAGE, (number + 1) * PAGE);
    if (page.length < PAGE) throw damaged();
    for (const properties of kind === 'characters' ? characters(page) : paragraphs(page)) {
      if (properties.from < reached || properties.to < properties.from) continue;
      reached = properties.to;
      yield properties;
    }
  }
}

function* characters(page: Uint8Array): Generator<Properties> {
  const {view, count} = opened(page);
  for (let run = 0; run < count; run++) {
    const at = (page[(count + 1) * 4 + run] ?? 0) * 2;
    if (at === 0) continue;
    const list = page.subarray(at + 1, at + 1 + page[at]!);
    yield {...stretch(view, run), style: 0, value: code => lastValue(list, code)};
  }
}

function* paragraphs(page: Uint8Array): Generator<Properties> {
  const {view, count} = opened(page);
  for (let run = 0; run < count; run++) {
    const at = (page[(count + 1) * 4 + run * 13] ?? 0) * 2;
    if (at === 0) {
      yield {...stretch(view, run), style: 0, value: () => undefined};
      continue;
    }
    const size = page[at]!;
    const start = size === 0 ? at + 2 : at + 1;
    const list = page.subarray(start, start + (size === 0 ? (page[at + 1] ?? 0) * 2 : size * 2 - 1));
    const properties = list.subarray(2);
    yield {
      ...stretch(view, run),
      style: (list[0] ?? 0) | ((list[1] ?? 0) << 8),
      value: code => lastValue(properties, code),
    };
  }
}

function opened(page: Uint8Array): {view: DataView; count: number} {
  const count = page[PAGE - 1]!;
  if ((count + 1) * 4 > PAGE) throw damaged();
  return {view: new DataView(page.buffer, page.byteOffset, page.byteLength), count};
}

function stretch(view: DataView, run: number): {from: number; to: number} {
  return {from: view.getUint32(run * 4, true), to: view.getUint32(run * 4 + 4, true)};
}

/** Bytes an operand takes, by the three highest bits of its code; 6 says so itself. */
const SIZES = [1, 1, 2, 4, 2, 2, undefined, 3] as const;
const TABLE_DEFINITION = 0xd608;

/** The last value a list gives a property: its first byte, or the first two. */
function lastValue(list: Uint8Array, wanted: number): number | undefined {
  let value: number | undefined;
  for (let at = 0; at + 2 < list.length; ) {
    const code = list[at]! | (list[at + 1]! << 8);
    at += 2;
    const size =
      SIZES[code >> 13] ?? (code === TABLE_DEFINITION ? 1 + (list[at]! | ((list[at + 1] ?? 0) << 8)) : 1 + list[at]!);
    if (code === wanted) value = size === 1 ? list[at]! : list[at]! | ((list[at + 1] ?? 0) << 8);
    at += size;
  }
  return value;
}
