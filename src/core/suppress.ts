import type {Article} from './article.js';
import {byPlace, createFinding, type Finding} from './finding.js';
import type {ActiveRule} from './rule.js';
import type {Span} from './source.js';

/**
 * A comment in the article that silences findings.
 * `next-line`: those that start on the next line with text; `disable` and `enable`: those between the two.
 */
export interface Suppression {
  readonly kind: 'next-line' | 'disable' | 'enable';
  /** The rules named; none named means all. */
  readonly rules: readonly string[];
  readonly reason?: string;
  /** The comment, in the source. */
  readonly span: Span;
}

const DIRECTIVE = /^\s*govlint-(disable-next-line|disable|enable)(?=\s|$)([\s\S]*)$/;

/** Reads `govlint-disable-next-line rule, rule -- reason` out of a comment's text; undefined when it is no directive. */
export function parseSuppression(comment: string, span: Span): Suppression | undefined {
  const match = DIRECTIVE.exec(comment);
  if (!match) return undefined;
  const [, verb, rest = ''] = match;
  const dashes = rest.indexOf('--');
  const names = dashes === -1 ? rest : rest.slice(0, dashes);
  const reason = dashes === -1 ? '' : rest.slice(dashes + 2).trim();
  return {
    kind: verb === 'disable-next-line' ? 'next-line' : verb === 'disable' ? 'disable' : 'enable',
    rules: names.split(/[\s,，、]+/).filter(Boolean),
    ...(reason && {reason}),
    span,
  };
}

/** Id of the rule that reports comments that silence nothing; it is declared with the others and applied here. */
const UNUSED_SUPPRESSION = 'unused-suppression';

/**
 * Marks the findings that the article's comments silence and adds a finding for each comment that silences none.
 * @param active the rules that ran, by id; a comment for a rule that is switched off is not unused.
 */
export function applySuppressions(
  article: Article,
  findings: readonly Finding[],
  active: ReadonlyMap<string, ActiveRule>,
): Finding[] {
  const {suppressions} = article;
  if (suppressions.length === 0) return [...findings];
  const used = new Set<Suppression>();
  const marked = findings.map(finding => {
    const suppression = suppressionOf(article, finding);
    if (!suppression) return finding;
    used.add(suppression);
    const {reason} = suppression;
    return {...finding, suppressed: reason === undefined ? {} : {reason: article.personal.words(reason)}};
  });
  const unused = active.get(UNUSED_SUPPRESSION);
  if (!unused) return marked;
  for (const suppression of suppressions) {
    if (suppression.kind === 'enable' || used.has(suppression)) continue;
    if (suppression.rules.length > 0 && !suppression.rules.some(rule => active.has(rule))) continue;
    // What a rule finds in the whole run is not known yet.
    if (suppression.rules.some(rule => active.get(rule)?.rule.finish)) continue;
    const data = {rules: suppression.rules.join(', ') || '*'};
    const {severity} = unused;
    const parts = {rule: UNUSED_SUPPRESSION, severity, place: article, range: suppression.span, message: 'unused'};
    marked.push(createFinding(article, {...parts, details: {data}}));
  }
  return marked.sort(byPlace);
}

/** The comment that silences a rule's findings at a place; undefined when none does. */
export function suppressionOf(article: Article, finding: Pick<Finding, 'rule' | 'start'>): Suppression | undefined {
  let region: Suppression | undefined;
  for (const suppression of article.suppressions) {
    if (suppression.span[0] >= finding.start.offset) break;
    const named = suppression.rules.length === 0 || suppression.rules.includes(finding.rule);
    if (!named) continue;
    if (suppression.kind === 'disable') region = suppression;
    else if (suppression.kind === 'enable') region = undefined;
    else if (nextLine(article, suppression) === finding.start.line) return suppression;
  }
  return region;
}

function nextLine(article: Article, {span}: Suppression): number {
  const {source} = article;
  let line = source.point(span[1]).line + 1;
  while (line < source.lineCount) {
    const [start, end] = source.line(line);
    if (source.text.slice(start, end).trim() !== '') break;
    line++;
  }
  return line;
}
