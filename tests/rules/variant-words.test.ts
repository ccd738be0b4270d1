import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import rule from '../../rules/variant-words.js';
import {check} from '../helpers/check.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    '账本、百叶窗、毕恭毕敬。',
    '指定单位、绿色采购、台湾同胞子女、规定货物、标识牌。',
    '人民币为记帐本位币。',
    '《帐本》，“帐本”。',
    {name: 'allowed', text: '帐本', options: {allow: ['帐本']}},
  ],
  invalid: [
    {text: '交回帐本。', findings: [{at: '1:3-1:5', message: 'found', severity: 'note', fixed: '交回账本。'}]},
    {name: 'doubtful', text: '定单。', options: {doubtful: true}, findings: [{at: '1:1-1:3', message: 'found'}]},
    {name: 'quotations', text: '“帐本”', options: {quotations: 'check'}, findings: [{at: '1:2-1:4', message: 'found'}]},
  ],
});

test('every row of the list is found, and its recommended word is clean', async () => {
  const rows = readFileSync(new URL('../../rules/data/variant-words.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map(line => line.split('\t'));
  expect(rows.length).toBe(402);
  const found = (text: string) => check('a.txt', text, [rule], {doubtful: true});
  for (const [variant, recommended] of rows) {
    expect(
      (await found(`，${variant}。`)).map(({data: {right}}) => right),
      variant,
    ).toContain(recommended);
    expect(
      (await found(`，${recommended}。`)).map(({data}) => data),
      recommended,
    ).toEqual([]);
  }
});
