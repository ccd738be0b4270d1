import type {Finding, Related} from '../core/finding.js';
import {internalError} from '../core/internal-error.js';
import {render} from '../core/message.js';
import type {AnyRule, Language} from '../core/rule.js';

/**
 * The words of a finding, or of one of its related places, in a language. A rule or message that is not known must not
 * lose a finding: what a retext plugin said stands in `data.reason`, and the message's key is the last resort.
 */
export function wordsOf(
  {message, data}: Pick<Finding | Related, 'message' | 'data'>,
  rule: AnyRule | undefined,
  language: Language,
): string {
  const messages = rule?.messages;
  if (messages && Object.hasOwn(messages, message)) return render(messages[message]!, data, language);
  return 'reason' in data ? render({zh: '{reason}', en: '{reason}'}, data, language) : message;
}

/** The rule a finding names, as far as the run knows it. */
export function ruleOf(id: string, rules: ReadonlyMap<string, AnyRule>): AnyRule | undefined {
  return rules.get(id) ?? (id === internalError.id ? internalError : undefined);
}
