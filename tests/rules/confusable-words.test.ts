import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import rule from '../../rules/confusable-words.js';
import {check, message, place} from '../helpers/check.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    '会议作出部署，要再接再厉。',
    '营造平安祥和的氛围，预防犯罪，不予备案，现予备付。',
    '企业按排污许可证管理，可以经批准后自己经营，发展悦己经济。',
    '恢复盖章服务，公布署名文章，顺延用地期限。',
    '良好象征，对象样本，不予算入，全部份额，供水份额。',
    '报名截止日期为5月1日，报名截止20日，截止时间另行通知。',
    '既使用又保护；药品审评检查长三角分中心；市检查院内感染防控。',
    '依据《其它收入帐户办法》办理。',
    {name: 'allowed', text: '白崖渡假村开业。', options: {allow: ['渡假']}},
    {name: 'quotations skipped', text: '他写作“布署”。', options: {quotations: 'skip'}},
  ],
  invalid: [
    {text: '会议布署。', findings: [{at: '1:3-1:5', message: 'found', severity: 'error', fixed: '会议部署。'}]},
    {text: '他写作“布署”。', findings: [{at: '1:5-1:7', message: 'found'}]},
    {
      text: '截止2023年底，截止目前，截止今年，截至日期为准。',
      findings: [
        {at: '1:1-1:3', message: 'found', severity: 'warning'},
        {at: '1:10-1:14', message: 'found', severity: 'error'},
        {at: '1:15-1:17', message: 'found'},
        {at: '1:20-1:24', message: 'found', fixed: '截止2023年底，截止目前，截止今年，截止日期为准。'},
      ],
    },
    {
      text: '发布招聘启示，防犯风险，安祥，我己经到，其它。',
      findings: [
        {at: '1:3-1:7', message: 'found', severity: 'error'},
        {at: '1:8-1:10', message: 'found', severity: 'warning'},
        {at: '1:13-1:15', message: 'found', severity: 'warning'},
        {at: '1:17-1:19', message: 'found', severity: 'warning'},
        {at: '1:21-1:23', message: 'found', severity: 'note'},
      ],
    },
    {
      name: 'titles checked',
      text: '《关于布署的通知》',
      options: {titles: 'check'},
      findings: [{at: '1:4-1:6', message: 'found'}],
    },
  ],
});

const rows = readFileSync(new URL('../../rules/data/confusable-words.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map(line => line.split('\t'));

test.each(rows)('%s is found where it may be, and not beside what forbids it', async (...row) => {
  const [word = '', right = '', , notBefore = '', notAfter = '', followedBy = ''] = row;
  expect(row).toHaveLength(7);
  expect(right).not.toBe(word);
  const next = followedBy.slice(0, 1);
  const found = async (text: string) =>
    (await check('a.txt', text, [rule])).map(finding => `${place(finding)} ${message(finding)}`);
  const expected = `1:2-1:${2 + word.length} “${word}”应为“${right}”`;
  expect(await found(`，${word}${next}。`)).toContain(expected);
  for (const before of notBefore) expect(await found(`${before}${word}${next}。`)).not.toContain(expected);
  for (const after of notAfter) expect(await found(`，${word}${after}。`)).not.toContain(expected);
  // What is recommended is clean itself.
  expect(await found(`，${right}${next}。`)).toEqual([]);
});
