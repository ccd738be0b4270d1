import {describe, expect, test} from 'vitest';
import type {AnyRule, Severity} from '../../src/core/rule.js';
import {check, message, place} from './check.js';

interface Case {
  /** What the case is about, when the text does not say it. */
  readonly name?: string;
  readonly text: string;
  /** File name; its extension decides the format. Plain text unless said. */
  readonly path?: string;
  readonly options?: object;
}

interface Invalid extends Case {
  /** Every finding of the rule, in order; `at` is `line:column-line:column`, or `line:column` when the range is empty. */
  readonly findings: ReadonlyArray<{at: string; message: string; severity?: Severity; fixed?: string}>;
}

/** Runs a rule on texts that must be clean and on texts with exactly the findings named. */
export function ruleTester(
  rule: AnyRule,
  {valid, invalid}: {valid: ReadonlyArray<Case | string>; invalid: readonly Invalid[]},
): void {
  const run = async ({text, path = 'article.txt', options = {}}: Case) =>
    (await check(path, text, [rule], options)).filter(
      finding => finding.rule === rule.id || finding.rule === 'internal-error',
    );

  describe(`${rule.id}: clean`, () => {
    test.each(
      valid
        .map(entry => (typeof entry === 'string' ? {text: entry} : entry))
        .map(entry => [title(entry), entry] as const),
    )('%s', async (_, entry) => {
      expect((await run(entry)).map(finding => `${place(finding)} ${message(finding)}`)).toEqual([]);
    });
  });

  describe(`${rule.id}: found`, () => {
    test.each(invalid.map(entry => [title(entry), entry] as const))('%s', async (_, entry) => {
      const found = await run(entry);
      expect(found.map(finding => ({at: place(finding), message: finding.message}))).toEqual(
        entry.findings.map(({at, message}) => ({at: at.includes('-') ? at : `${at}-${at}`, message})),
      );
      entry.findings.forEach((expected, index) => {
        const finding = found[index]!;
        if (expected.severity) expect(finding.severity).toBe(expected.severity);
        if (expected.fixed !== undefined) expect(apply(entry.text, finding.fix?.edits ?? [])).toBe(expected.fixed);
      });
    });
  });
}

function title({name, text}: Case): string {
  return name ?? (text.length > 50 ? `${text.slice(0, 50)}…` : text).replace(/\s+/g, ' ');
}

function apply(
  text: string,
  edits: ReadonlyArray<{start: {offset: number}; end: {offset: number}; text: string}>,
): string {
  let result = text;
  for (const edit of [...edits].reverse())
    result = result.slice(0, edit.start.offset) + edit.text + result.slice(edit.end.offset);
  return result;
}
