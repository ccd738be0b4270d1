import type {Location, Notification} from 'sarif';
import type {Finding} from '../core/finding.js';
import {internalError} from '../core/internal-error.js';
import type {Language} from '../core/rule.js';
import type {Problem} from '../core/run.js';
import {uriOf} from './uri.js';
import {wordsOf} from './words.js';

/** Failures of rules kept for the end of the report; a rule that fails on each of a million files is only counted on. */
const MOST_FAILURES = 1000;

/** What kept the tool from checking what it was asked to check. */
export class Notifications {
  readonly #language: Language;
  readonly #failures: Notification[] = [];
  #unlisted = 0;

  constructor(language: Language) {
    this.#language = language;
  }

  /** Takes an `internal-error`: a rule that failed is a fault of the tool and no finding about the article. */
  addFailure(finding: Finding): void {
    if (this.#failures.length === MOST_FAILURES) {
      this.#unlisted++;
      return;
    }
    const {rule} = finding.data;
    this.#failures.push({
      ...this.#notification(internalError.id, wordsOf(finding, internalError, this.#language), finding.path),
      ...(typeof rule === 'string' && {associatedRule: {id: rule}}),
    });
  }

  /** Problems first, then failures of rules in the order in which they came. */
  all(problems: readonly Problem[]): Notification[] {
    const notifications = problems.map(({code, message, path}) =>
      this.#notification(code, message[this.#language], path),
    );
    notifications.push(...this.#failures);
    if (this.#unlisted > 0) notifications.push(this.#notification(internalError.id, this.#rest()));
    return notifications;
  }

  #rest(): string {
    return this.#language === 'zh'
      ? `规则运行出错还有 ${this.#unlisted} 次，不再列出`
      : `Rules failed ${this.#unlisted} more times, not listed here`;
  }

  #notification(id: string, text: string, path?: string): Notification {
    const locations: Location[] | undefined = path
      ? [{physicalLocation: {artifactLocation: {uri: uriOf(path)}}}]
      : undefined;
    return {level: 'error', message: {text}, descriptor: {id}, ...(locations && {locations})};
  }
}
