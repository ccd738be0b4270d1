import {type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range} from 'vscode-languageserver/node';
import type {Finding} from '../core/finding.js';
import type {AnyRule, Language} from '../core/rule.js';
import type {Point} from '../core/source.js';
import {ruleOf, wordsOf} from '../report/words.js';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
} as const;

/** A finding as an editor shows it. Both count columns in UTF-16 code units; the protocol counts from 0. */
export function diagnosticOf(
  finding: Finding,
  uri: string,
  rules: ReadonlyMap<string, AnyRule>,
  language: Language,
): Diagnostic {
  const rule = ruleOf(finding.rule, rules);
  const related = finding.related?.filter(({path}) => path === undefined || path === finding.path);
  return {
    range: shown(finding),
    severity: SEVERITIES[finding.severity],
    source: 'govlint',
    code: finding.rule,
    message: wordsOf(finding, rule, language),
    ...(finding.repeat && {tags: [DiagnosticTag.Unnecessary]}),
    ...(related && {
      relatedInformation: related.map(place => ({
        location: {uri, range: rangeOf(place.start, place.end)},
        message: wordsOf(place, rule, language),
      })),
    }),
  };
}

export function rangeOf(start: Point, end: Point): Range {
  return {
    start: {line: start.line - 1, character: start.column - 1},
    end: {line: end.line - 1, character: end.column - 1},
  };
}

/** An empty range can be seen in no editor: where something is missing, the character before it is underlined. */
function shown({start, end}: Finding): Range {
  const range = rangeOf(start, end);
  if (start.offset === end.offset && range.start.character > 0) range.start.character--;
  return range;
}
