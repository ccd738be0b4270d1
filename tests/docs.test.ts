import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {rules} from '../rules/index.js';
import {check, checkAll, line} from './helpers/check.js';
import {type Example, examplesOf, filesOf} from './helpers/examples.js';

// Every example on a rule's page runs: a bad one gives exactly the findings written below it, a good one gives none.
describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const page = readFileSync(new URL(`../rules/${id}.md`, import.meta.url), 'utf8');
  const {bad, good} = examplesOf(page);

  test('has bad and good examples', () => {
    expect(bad.length).toBeGreaterThan(0);
    expect(good.length).toBeGreaterThan(0);
  });

  // A suppression is only unused when the rules it names run.
  const active = id === 'unused-suppression' ? rules : [rule];

  async function linesOf(example: Example): Promise<Array<{text: string; suppressed: boolean}>> {
    const several = example.format === 'files';
    const findings = several
      ? await checkAll(filesOf(example), rule, example.options)
      : await check(`example.${example.format}`, example.text, active, example.options);
    return findings
      .filter(finding => finding.rule === id)
      .map(finding => ({
        text: several ? `${finding.path} ${line(finding)}` : line(finding),
        suppressed: finding.suppressed !== undefined,
      }));
  }

  test.each(bad.map(example => [example.line, example] as const))('bad example at line %i', async (_, example) => {
    expect((await linesOf(example)).map(({text}) => text)).toEqual(example.findings);
  });

  test.each(good.map(example => [example.line, example] as const))('good example at line %i', async (_, example) => {
    expect((await linesOf(example)).filter(({suppressed}) => !suppressed).map(({text}) => text)).toEqual([]);
  });
});
