import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {rules} from '../rules/index.js';
import {check, line} from './helpers/check.js';
import {examplesOf} from './helpers/examples.js';

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

  test.each(bad.map(example => [example.line, example] as const))('bad example at line %i', async (_, example) => {
    const findings = await check(`example.${example.format}`, example.text, active, example.options);
    expect(findings.filter(finding => finding.rule === id).map(line)).toEqual(example.findings);
  });

  test.each(good.map(example => [example.line, example] as const))('good example at line %i', async (_, example) => {
    const findings = await check(`example.${example.format}`, example.text, active, example.options);
    expect(findings.filter(finding => finding.rule === id && !finding.suppressed).map(line)).toEqual([]);
  });
});
