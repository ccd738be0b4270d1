import type {ReportingDescriptor} from 'sarif';
import type {AnyRule, Language} from '../core/rule.js';

/**
 * A rule as SARIF describes it.
 * @param rule its declaration; one that is not known is described by its id alone.
 * @param page its Markdown page.
 */
export function descriptorOf(
  id: string,
  rule: AnyRule | undefined,
  language: Language,
  page: string | undefined,
): ReportingDescriptor {
  const summary = rule?.summary[language] ?? id;
  const basis = rule?.basis ?? [];
  const description = basis.length > 0 ? withBasis(summary, basis, language) : summary;
  const severity = rule?.severity ?? 'warning';
  return {
    id,
    name: pascalCase(id),
    shortDescription: {text: summary},
    fullDescription: {text: description},
    help: {text: description, ...(page && {markdown: page})},
    ...(rule?.url && URL.canParse(rule.url) && {helpUri: rule.url}),
    defaultConfiguration: {enabled: severity !== 'off', level: severity === 'off' ? 'warning' : severity},
    properties: {
      tags: rule?.fix ? ['compliance', 'fixable'] : ['compliance'],
      basis: [...basis],
      ...(rule?.inspection && {inspection: rule.inspection}),
    },
  };
}

function withBasis(summary: string, basis: readonly string[], language: Language): string {
  return language === 'zh' ? `${summary}。依据：${basis.join('；')}。` : `${summary}. Basis: ${basis.join('; ')}.`;
}

/** `paired-marks` → `PairedMarks`: SARIF's names are identifiers, and must not be the id again (`terms` → `TermsRule`). */
function pascalCase(id: string): string {
  const words = id.match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words.map(word => word[0]!.toUpperCase() + word.slice(1)).join('') || id;
  return name.toLowerCase() === id.toLowerCase() ? `${name}Rule` : name;
}
