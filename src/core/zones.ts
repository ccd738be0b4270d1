import type {Span} from './source.js';

/** Stretches of a text that rules treat in their own way. Each list is in order and without overlaps; ends are exclusive. */
export interface Zones {
  /** Names of documents: outermost 《…》, the marks included. */
  readonly titles: readonly Span[];
  /** Outermost “…” and 「…」, the marks included. */
  readonly quotations: readonly Span[];
  /** Code, addresses of pages and mailboxes, and names of files: their marks are no punctuation. */
  readonly literals: readonly Span[];
}

/** Finds the zones of a text, whose `code` is known, in one pass each. A mark without its partner opens no zone. */
export function zonesOf(text: string, code: readonly Span[] = []): Zones {
  return {
    titles: pairs(text, '《', '》'),
    quotations: merge(pairs(text, '“', '”'), pairs(text, '「', '」')),
    // A zone begins behind its first character, and code has no mark of its own there.
    literals: merge(
      code.map(([start, end]) => [start - 1, end] as const),
      literals(text),
    ),
  };
}

/** Whether an offset lies inside a zone: behind its first character and before its end. */
export function isInside(zones: readonly Span[], at: number): boolean {
  let low = 0;
  let high = zones.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [start, end] = zones[middle]!;
    if (at <= start) high = middle - 1;
    else if (at >= end) low = middle + 1;
    else return true;
  }
  return false;
}

/** The outermost matched pairs; an opening mark that is never closed is passed over, so that it swallows nothing. */
function pairs(text: string, open: string, close: string): Span[] {
  const found: Span[] = [];
  const opened: number[] = [];
  let opening = text.indexOf(open);
  if (opening === -1) return found;
  for (let closing = text.indexOf(close, opening + 1); closing !== -1; closing = text.indexOf(close, closing + 1)) {
    for (; opening !== -1 && opening < closing; opening = text.indexOf(open, opening + 1)) opened.push(opening);
    const start = opened.pop();
    if (start === undefined) continue;
    while (found.length > 0 && found.at(-1)![0] > start) found.pop();
    found.push([start, closing + 1]);
  }
  return found;
}

function merge(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const merged: Span[] = [];
  for (const span of [...a, ...b].sort((x, y) => x[0] - y[0] || y[1] - x[1])) {
    if (merged.length === 0 || span[0] >= merged.at(-1)![1]) merged.push(span);
  }
  return merged;
}

const LITERAL =
  /(?:https?|ftp):\/\/[!-~]+|www\.[!-~]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|[\w-]{1,100}\.(?:com|cn|net|org|gov|edu|html?|docx?|xlsx?|pptx?|pdf|zip|rar|jpe?g|png|gif|mp4|txt|wps)(?![A-Za-z0-9])[!-~]*/gi;

function literals(text: string): Span[] {
  // Most texts have none; a look for their one common character is cheaper than the expression.
  if (!text.includes('.')) return [];
  return Array.from(text.matchAll(LITERAL), ({0: found, index}) => [index, index + literalLength(found)] as const);
}

/** A mark at the end of an address belongs to the sentence around it, as does a bracket that opened before it. */
function literalLength(found: string): number {
  let end = found.length;
  while (/[,.;:!?'")>]/.test(found[end - 1]!) && !(found[end - 1] === ')' && found.includes('('))) end--;
  return end;
}
