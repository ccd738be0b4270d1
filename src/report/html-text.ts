import type {Severity} from '../core/rule.js';
import type {BlockView, Mark} from '../core/run.js';
import {escapeHtml} from './html-escape.js';
import type {HtmlWords} from './html-words.js';

/** A finding as the page numbers it: `index` counts those listed of its file from 0, and is shown plus one. */
export interface Listed {
  readonly index: number;
  readonly severity: Severity;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** A place of a block where marks end or begin; those that end come first. */
interface Edge {
  readonly at: number;
  readonly kind: 'off' | 'on' | 'caret';
  readonly listed: Listed;
}

/** Which findings of a file, by their place among all of it, have a mark in its blocks. */
export function markedFindings(blocks: readonly BlockView[]): Set<number> {
  return new Set(blocks.flatMap(({marks}) => marks.map(({finding}) => finding)));
}

/**
 * The text of an article with the places of its findings. A place begins with a link to its entry in the list; marks
 * overlap, so the text between two edges is one `<mark>` with the class of the gravest, and `data-on`, `data-off` and
 * `data-at` name the entries that begin, end and stand at an edge. The text content of a paragraph is that of its block.
 * @param file number of the file on the page.
 * @param listed entries of the list by the finding's place among all of the file.
 */
export function* articleText(
  file: number,
  blocks: readonly BlockView[],
  listed: ReadonlyMap<number, Listed>,
  words: HtmlWords,
): Generator<string> {
  const placed = new Set<number>();
  for (const {role, text, marks} of blocks) {
    yield `<p class="${role}">`;
    const active: Record<Severity, number> = {error: 0, warning: 0, note: 0};
    let from = 0;
    for (const {at, kind, listed: entry} of edgesOf(text, marks, listed)) {
      if (at > from) yield segment(text.slice(from, at), active);
      from = at;
      if (kind === 'on') active[entry.severity]++;
      if (kind === 'off') active[entry.severity]--;
      yield kind === 'off' ? `<i data-off="${entry.index}"></i>` : opening(file, entry, kind, placed, words);
    }
    yield `${segment(text.slice(from), active)}</p>\n`;
  }
}

function segment(text: string, active: Readonly<Record<Severity, number>>): string {
  const gravest = SEVERITIES.find(severity => active[severity] > 0);
  const escaped = escapeHtml(text);
  return gravest && text !== '' ? `<mark class="${gravest}">${escaped}</mark>` : escaped;
}

/** Only the first mark of a finding is a link with its number; it goes on silently in the blocks behind. */
function opening(
  file: number,
  {index, severity}: Listed,
  kind: 'on' | 'caret',
  placed: Set<number>,
  words: HtmlWords,
): string {
  const data = kind === 'caret' ? `data-at="${index}"` : `data-on="${index}"`;
  if (placed.has(index)) return `<i ${data}></i>`;
  placed.add(index);
  const label = `${words.number(index + 1)} ${words.severities[severity]}`;
  return `<a class="place ${severity}" id="m${file}-${index}" href="#f${file}-${index}" ${data} data-number="${index + 1}" aria-label="${label}"></a>`;
}

function edgesOf(text: string, marks: readonly Mark[], listed: ReadonlyMap<number, Listed>): Edge[] {
  const edges: Edge[] = [];
  for (const mark of marks) {
    const entry = listed.get(mark.finding);
    if (!entry) continue;
    const start = splitsPair(text, mark.start) ? mark.start - 1 : mark.start;
    const end = splitsPair(text, mark.end) ? mark.end + 1 : mark.end;
    if (end <= start) edges.push({at: start, kind: 'caret', listed: entry});
    else edges.push({at: start, kind: 'on', listed: entry}, {at: end, kind: 'off', listed: entry});
  }
  return edges.sort((a, b) => a.at - b.at || Number(b.kind === 'off') - Number(a.kind === 'off'));
}

/** Whether an offset stands inside a surrogate pair: half a character is no text. */
function splitsPair(text: string, at: number): boolean {
  const low = text.charCodeAt(at);
  const high = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
}
