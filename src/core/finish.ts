import type {Article} from './article.js';
import {excerptAt, type Finding, fingerprintOf, lowerSeverity, numberFingerprints} from './finding.js';
import type {ActiveRule, Severity, Summarized} from './rule.js';
import {suppressionOf} from './suppress.js';

/** What one rule keeps of one article, with all that a finding about it needs later. Plain JSON. */
export interface Kept extends Summarized, Pick<Finding, 'start' | 'end' | 'excerpt' | 'suppressed'> {
  readonly rule: string;
  readonly severity: Severity;
}

/** The summary of an article by a rule; undefined when the rule keeps none. */
export function keep({rule, severity, options}: ActiveRule, article: Article): Kept | undefined {
  const summary = rule.summarize?.(article, {options});
  if (!summary) return undefined;
  const {source} = article;
  const start = source.point(summary.range[0]);
  const suppression = suppressionOf(article, {rule: rule.id, start});
  return {
    rule: rule.id,
    severity,
    path: source.path,
    value: summary.value,
    start,
    end: source.point(summary.range[1]),
    excerpt: excerptAt(article, start.offset),
    ...(suppression && {suppressed: suppression.reason === undefined ? {} : {reason: suppression.reason}}),
  };
}

/**
 * Ends a run for one rule.
 * @param articles what it kept, in the order of the files.
 * @returns findings in the order in which the rule reports them; what it throws is thrown.
 */
export function finish({rule, options}: Pick<ActiveRule, 'rule' | 'options'>, articles: readonly Kept[]): Finding[] {
  const findings: Finding[] = [];
  rule.finish?.(articles, {
    options,
    report(article, message: string, {data = {}, severity, related} = {}) {
      const {path, start, end, excerpt, severity: own, suppressed} = article as Kept;
      findings.push({
        rule: rule.id,
        message,
        data,
        severity: severity ? lowerSeverity(severity, own) : own,
        path,
        start,
        end,
        excerpt,
        fingerprint: fingerprintOf(rule.id, message, data, excerpt),
        ...(related && {
          related: related.map(({article, message, data = {}}) => {
            const {path, start, end} = article as Kept;
            return {message, data, start, end, path};
          }),
        }),
        ...(suppressed && {suppressed}),
      });
    },
  });
  return numberFingerprints(findings);
}
