import type {Article, Block} from './article.js';
import {hash} from './hash.js';
import type {Datum, Edit, ReportDetails, Severity} from './rule.js';
import type {Point, Span} from './source.js';

/** The words around a finding, as far as a reader needs them. */
export interface Excerpt {
  /** A piece of the line the finding starts on. */
  readonly text: string;
  /** Column (1-based, UTF-16) at which the piece starts. */
  readonly column: number;
}

export interface Related {
  readonly message: string;
  readonly data: Readonly<Record<string, Datum>>;
  readonly start: Point;
  readonly end: Point;
  /** The other file, when the place is not in the finding's own. */
  readonly path?: string;
}

/** A repair: edits that do not overlap, in order. */
export interface Fix {
  readonly kind: 'safe' | 'suggested';
  readonly edits: ReadonlyArray<{readonly start: Point; readonly end: Point; readonly text: string}>;
}

/** What a rule found. Plain JSON and free of language: a reporter makes the words from `message` and `data`. */
export interface Finding {
  readonly rule: string;
  /** Key of the rule's `messages`. */
  readonly message: string;
  readonly data: Readonly<Record<string, Datum>>;
  readonly severity: Severity;
  /** Path of the file as it was given. */
  readonly path: string;
  readonly start: Point;
  /** Exclusive; equal to `start` where something is missing between two characters. */
  readonly end: Point;
  readonly excerpt: Excerpt;
  /** Stays the same when lines above are added or removed. */
  readonly fingerprint: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
  /** Whether the range repeats earlier text of the article. */
  readonly repeat?: true;
  /** Present when a comment in the article silenced it. */
  readonly suppressed?: {readonly reason?: string};
}

const SEVERITIES: readonly Severity[] = ['note', 'warning', 'error'];

/** The lower of two severities. */
export function lowerSeverity(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b;
}

/** Whether `severity` is at or above `threshold`. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}

/** Orders findings as a reader meets them: by place, then by rule. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    a.start.offset - b.start.offset || a.end.offset - b.end.offset || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

const EXCERPT_LENGTH = 240;

/** The piece of the line around an offset; at most 240 code units, never half a surrogate pair, without personal data. */
export function excerptAt(article: Article, offset: number): Excerpt {
  const {source} = article;
  const point = source.point(offset);
  const [lineStart, lineEnd] = source.line(point.line);
  let start = Math.max(lineStart, offset - EXCERPT_LENGTH / 2);
  let end = Math.min(lineEnd, start + EXCERPT_LENGTH);
  start = Math.max(lineStart, Math.min(start, end - EXCERPT_LENGTH));
  if (start > lineStart && isLowSurrogate(source.text.charCodeAt(start))) start++;
  if (end < lineEnd && isLowSurrogate(source.text.charCodeAt(end))) end++;
  return {text: article.personal.source(article, [start, end]), column: start - lineStart + 1};
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

export interface FindingParts {
  rule: string;
  severity: Severity;
  fixKind?: 'safe' | 'suggested' | undefined;
  place: Block | Article;
  range: Span;
  message: string;
  details: ReportDetails;
}

/**
 * Turns what a rule reported into a finding: the one place where offsets become lines and columns, and where personal
 * data is starred out, so that no report, cache or baseline can hold it.
 */
export function createFinding(article: Article, parts: FindingParts): Finding {
  const {place, range, details} = parts;
  const {source} = article;
  const [startOffset, endOffset] = locate(place, range);
  const start = source.point(startOffset);
  const end = source.point(endOffset);
  const excerpt = excerptAt(article, startOffset);
  const data = article.personal.data(details.data ?? {});
  return {
    rule: parts.rule,
    message: parts.message,
    data,
    severity: details.severity ? lowerSeverity(details.severity, parts.severity) : parts.severity,
    path: source.path,
    start,
    end,
    excerpt,
    fingerprint: fingerprintOf(parts.rule, parts.message, data, excerpt),
    ...(details.repeat && {repeat: true as const}),
    ...(details.related && {
      related: details.related.map(({place, range, message, data = {}}) => {
        const [from, to] = locate(place, range);
        return {message, data: article.personal.data(data), start: source.point(from), end: source.point(to)};
      }),
    }),
    ...(!details.fix?.some(({text}) => article.personal.holds(text)) && fixOf(article, parts)),
  };
}

/** Where something stands must not change it, nor may another line's number in the words. */
export function fingerprintOf(rule: string, message: string, data: Finding['data'], {text}: Excerpt): string {
  const {line: _line, ...identity} = data;
  return hash(`${rule}\0${message}\0${JSON.stringify(identity)}\0${text.trim()}`);
}

function locate(place: Block | Article, range: Span): Span {
  return 'locate' in place ? place.locate(range) : range;
}

/** A fix with markup inside one of its ranges is left out: it would take the markup away. */
function fixOf(article: Article, {place, details, fixKind}: FindingParts): {fix?: Fix} {
  const {fix} = details;
  if (!fix || ('isWhole' in place && !fix.every(({range}) => place.isWhole(range)))) return {};
  const kind = details.fixKind ?? fixKind ?? 'suggested';
  return {fix: {kind, edits: fix.map(edit => locateEdit(article, place, edit))}};
}

function locateEdit(article: Article, place: Block | Article, {range, text}: Edit) {
  const [start, end] = locate(place, range);
  return {start: article.source.point(start), end: article.source.point(end), text};
}

/** Leaves out findings inside repeated text that equal an earlier finding outside it: mending the original mends them. */
export function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const repeats = findings.filter(({repeat}) => repeat);
  if (repeats.length === 0) return [...findings];
  const inside = (finding: Finding) =>
    !finding.repeat &&
    repeats.some(({start, end}) => finding.start.offset >= start.offset && finding.start.offset < end.offset);
  const outside = new Set(findings.filter(finding => !inside(finding)).map(({fingerprint}) => fingerprint));
  return findings.filter(finding => !inside(finding) || !outside.has(finding.fingerprint));
}

/** Makes equal fingerprints of one file distinct by counting them in order, so that each finding has its own. */
export function numberFingerprints(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    return count === 1 ? finding : {...finding, fingerprint: `${finding.fingerprint}:${count}`};
  });
}
