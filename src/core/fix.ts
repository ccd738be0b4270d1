import type {Finding} from './finding.js';

/** Which fixes are applied: the `safe` ones alone, or `suggested` ones too. */
export type FixKind = 'safe' | 'suggested';

/** An edit of a source's text: offsets in UTF-16 code units, `end` exclusive. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Chosen {
  /** In order of place; no two overlap or touch, except edits of one fix. */
  readonly edits: readonly TextEdit[];
  /** The findings that these edits repair. */
  readonly fixed: readonly Finding[];
}

/**
 * Chooses the fixes that can be applied to a text at once. A fix is taken whole or not at all. Where two overlap or touch,
 * the safe one goes before the suggested one and then the one that stands first; checking again brings up the other.
 * Suppressed findings are not repaired.
 * @param possible says no to an edit that cannot be written, such as one with a character that the file's encoding lacks.
 */
export function chooseFixes(
  text: string,
  findings: readonly Finding[],
  kind: FixKind,
  possible: (edit: TextEdit) => boolean = () => true,
): Chosen {
  const candidates = findings
    .filter(({fix, suppressed}) => fix && !suppressed && (kind === 'suggested' || fix.kind === 'safe'))
    .map(finding => ({finding, edits: editsOf(finding)}))
    .filter(({edits}) => isSound(text, edits))
    .sort((a, b) => rank(a.finding) - rank(b.finding) || inOrder(a, b));
  const edits: TextEdit[] = [];
  const fixed: Finding[] = [];
  for (const {finding, edits: wanted} of candidates) {
    const places = wanted.map(edit => placeFor(edits, edit));
    if (places.some(place => place === undefined) || !wanted.every(possible)) continue;
    // From the last to the first, so that the places of those before stay right.
    for (let index = wanted.length - 1; index >= 0; index--) edits.splice(places[index]!, 0, wanted[index]!);
    fixed.push(finding);
  }
  return {edits, fixed};
}

/** The text with edits made in it, given in order and without overlaps. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let copied = 0;
  for (const edit of edits) {
    result += text.slice(copied, edit.start) + edit.text;
    copied = edit.end;
  }
  return result + text.slice(copied);
}

function editsOf({fix}: Finding): TextEdit[] {
  return fix!.edits.map(({start, end, text}) => ({start: start.offset, end: end.offset, text}));
}

/** Whether edits are in order and apart, split no surrogate pair and change something. */
function isSound(text: string, edits: readonly TextEdit[]): boolean {
  let last = 0;
  let changes = false;
  for (const {start, end, text: replacement} of edits) {
    if (start < last || end < start || end > text.length) return false;
    if (splitsPair(text, start) || splitsPair(text, end)) return false;
    changes ||= text.slice(start, end) !== replacement;
    last = end;
  }
  return changes;
}

function splitsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && text.codePointAt(at - 1)! > 0xffff;
}

function rank({fix}: Finding): number {
  return fix!.kind === 'safe' ? 0 : 1;
}

interface Candidate {
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
}

function inOrder(a: Candidate, b: Candidate): number {
  return (
    a.edits[0]!.start - b.edits[0]!.start ||
    a.edits[0]!.end - b.edits[0]!.end ||
    compare(a.finding.rule, b.finding.rule) ||
    compare(a.finding.message, b.finding.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where an edit goes among those chosen; undefined when it overlaps or touches one of them. */
function placeFor(edits: readonly TextEdit[], {start, end}: TextEdit): number | undefined {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[middle]!.end < start) low = middle + 1;
    else high = middle;
  }
  const next = edits[low];
  return next && next.start <= end ? undefined : low;
}
