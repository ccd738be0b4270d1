import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {rules} from '../rules/index.js';
import {check} from './helpers/check.js';

// Every text that docs/comparison.md says other tools and govlint both report is reported, by the rule it names.
const page = readFileSync(new URL('../docs/comparison.md', import.meta.url), 'utf8');
const rows = Array.from(page.matchAll(/^\| `(.+?)` \| .+ \| ([a-z-]+)(?: \((note|off)\))? \|$/gm));

describe('what other tools report', () => {
  test('is in the table', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  test.each(rows.map(([, text = '', id = '', note = '']) => [text, id, note] as const))(
    '%s',
    async (text, id, note) => {
      const rule = rules.find(rule => rule.id === id)!;
      const article = text.startsWith('#') ? text : `青山县植树忙\n\n${text}`;
      const found = await check(text.startsWith('#') ? 'article.md' : 'article.txt', article, [rule]);
      expect(found.map(finding => finding.rule)).toContain(id);
      expect(rule.severity === 'off').toBe(note === 'off');
      expect(found.every(({severity}) => severity === 'note')).toBe(note === 'note');
    },
  );
});
