import {rules} from '../../rules/index.js';
import type {Finding} from '../../src/core/finding.js';
import {finish, type Kept} from '../../src/core/finish.js';
import {render} from '../../src/core/message.js';
import type {AnyRule, Language} from '../../src/core/rule.js';
import {parseArticle} from '../../src/engine/read.js';
import {createChecker} from '../../src/unified/processor.js';

const ids = new Map(rules.map(rule => [rule.id, rule]));

/** Checks a text as if it stood in a file of this name, with the given rules at their own severity. */
export async function check(
  path: string,
  text: string,
  only: readonly AnyRule[] = rules,
  options: object = {},
): Promise<Finding[]> {
  const active = only.map(rule => {
    const severity = rule.severity === 'off' ? ('warning' as const) : rule.severity;
    return {rule, severity, options: {...rule.defaults, ...options}};
  });
  const article = await parseArticle(path, () => new TextEncoder().encode(text));
  return createChecker(active).check(article);
}

/** What a rule finds when all of these files have been checked, the end of the run last. */
export async function checkAll(
  files: Readonly<Record<string, string>>,
  rule: AnyRule,
  options: object = {},
): Promise<Finding[]> {
  const severity = rule.severity === 'off' ? ('warning' as const) : rule.severity;
  const active = {rule, severity, options: {...rule.defaults, ...options}};
  const checker = createChecker([active]);
  const findings: Finding[] = [];
  const kept: Kept[] = [];
  for (const [path, text] of Object.entries(files)) {
    const checked = await checker.checkAndKeep(await parseArticle(path, () => new TextEncoder().encode(text)));
    findings.push(...checked.findings);
    kept.push(...checked.kept);
  }
  // As if it came from a thread or the cache.
  return [...findings, ...finish(active, JSON.parse(JSON.stringify(kept)) as Kept[])];
}

/** `line:column-line:column`. */
export function place({start, end}: Finding): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

export function message(finding: Finding, language: Language = 'zh'): string {
  const text = ids.get(finding.rule)?.messages[finding.message];
  if (!text) throw new Error(`no message ${finding.message} of ${finding.rule}`);
  return render(text, finding.data, language);
}

/** The finding as the pages of the rules write it. */
export function line(finding: Finding): string {
  return `${place(finding)} ${finding.severity} ${message(finding)}`;
}
