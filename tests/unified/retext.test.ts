import retextRepeatedWords from 'retext-repeated-words';
import type {Plugin} from 'unified';
import {describe, expect, test} from 'vitest';
import {lint, messageOf} from '../../src/index.js';
import {FAULTY} from '../helpers/cli.js';

const repeatedWords = {
  name: 'retext-repeated-words',
  plugin: retextRepeatedWords as unknown as Plugin,
  severity: 'warning' as const,
};

describe('retext plugins inside govlint', () => {
  test('retext-repeated-words finds a repeated word at its place, beside our rules', async () => {
    const text = FAULTY.replace('，并现场答疑', '，并介绍 smart city city 平台');
    const findings = await lint(text, {path: '稿件.md', retext: [repeatedWords]});
    const found = findings.map(finding => [
      finding.rule,
      finding.severity,
      finding.start.line,
      finding.start.column,
      finding.end.column,
    ]);
    const line = text.split('\n')[4]!;
    expect(found).toEqual([
      ['paired-marks', 'error', 5, 14, 14],
      ['retext-repeated-words', 'warning', 5, line.indexOf('city') + 1, line.lastIndexOf('city') + 5],
    ]);
    expect(messageOf(findings[1]!)).toMatch(/city/);
  });

  test('places are exact in Markdown with front matter, emphasis and entities', async () => {
    const text =
      '---\ntitle: 县里建成平台\nsource: 某县\ndate: 2024-05-01 09:00\n---\n\n平台叫 **Smart** &amp; *city city*。\n';
    const findings = await lint(text, {path: '稿件.md', retext: [repeatedWords]});
    const line = text.split('\n')[6]!;
    expect(findings.map(({start, end}) => [start.line, start.column, end.column])).toEqual([
      [7, line.indexOf('city') + 1, line.lastIndexOf('city') + 5],
    ]);
  });

  test('one that throws becomes internal-error, and the rules still report', async () => {
    const broken: Plugin = () => () => {
      throw new Error('Kaputt');
    };
    const findings = await lint(FAULTY, {
      retext: [{name: 'retext-broken', plugin: broken, severity: 'note'}, repeatedWords],
    });
    expect(findings.map(({rule}) => rule)).toEqual(['internal-error', 'paired-marks']);
    expect(messageOf(findings[0]!)).toMatch(/retext-broken.*Kaputt/);
  });
});
