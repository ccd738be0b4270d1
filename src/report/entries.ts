import type {Finding} from '../core/finding.js';
import type {Language} from '../core/rule.js';
import type {FileResult, Problem, Run} from '../core/run.js';
import {ruleOf, wordsOf} from './words.js';

/** A finding with its words, as the line-by-line formats for other programs need it. */
export interface Entry {
  readonly finding: Finding;
  readonly text: string;
}

/** The findings of a file that are not suppressed: a suppressed one is no business of a gate. */
export function* entriesOf({findings}: FileResult, run: Run, language: Language): Generator<Entry> {
  for (const finding of findings) {
    if (!finding.suppressed) yield {finding, text: wordsOf(finding, ruleOf(finding.rule, run.rules), language)};
  }
}

/** Where a problem without a path belongs: the run itself. */
export const NO_PATH = 'govlint';

/** A problem as `path: words`; formats that know no paths of problems show it so. */
export function problemText({message, path}: Problem, language: Language): string {
  return path === undefined ? message[language] : `${path}: ${message[language]}`;
}
