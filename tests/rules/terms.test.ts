import rule from '../../rules/terms.js';
import {ruleTester} from '../helpers/rule-tester.js';

const lists = [
  {word: '便民大厅', right: '政务大厅', reason: '更名'},
  {word: '某某杯', severity: 'warning'},
  {word: '某某杯旧址', kind: '允许'},
  {word: '示范户', right: '带头户', roles: '标题、图片说明'},
  {word: '年度会', right: '年会', files: '(?:^|/)通知/.*$'},
];

ruleTester(rule, {
  valid: [
    {name: 'without a list', text: '便民大厅'},
    ...['政务大厅', '某某杯旧址', '《便民大厅守则》“便民大厅”', '这里有示范户。', '年度会'].map(text => ({
      text,
      options: {lists},
    })),
    {
      name: 'a later layer allows it',
      text: '便民大厅',
      options: {lists: [...lists, {word: '便民大厅', kind: 'allowed'}]},
    },
    {
      name: 'a later layer allows it in these files',
      path: '通知/a.txt',
      text: '便民大厅',
      options: {lists: [...lists, {word: '便民大厅', kind: '允许', files: '(?:^|/)通知/.*$'}]},
    },
  ],
  invalid: [
    {
      text: '在便民大厅举办某某杯。',
      options: {lists},
      findings: [
        {at: '1:2-1:6', message: 'replace', severity: 'error', fixed: '在政务大厅举办某某杯。'},
        {at: '1:8-1:11', message: 'forbidden', severity: 'warning'},
      ],
    },
    {
      name: 'files',
      path: '通知/a.txt',
      text: '年度会',
      options: {lists},
      findings: [{at: '1:1-1:4', message: 'replace'}],
    },
    {
      name: 'roles',
      path: 'a.md',
      text: '# 示范户\n\n示范户。\n',
      options: {lists},
      findings: [{at: '1:3-1:6', message: 'replace'}],
    },
    {
      name: 'a later layer replaces otherwise',
      text: '便民大厅',
      options: {lists: [...lists, {word: '便民大厅', right: '办事大厅'}]},
      findings: [{at: '1:1-1:5', message: 'replace', fixed: '办事大厅'}],
    },
    {
      name: 'quotations',
      text: '“某某杯”',
      options: {lists, quotations: 'check'},
      findings: [{at: '1:2-1:5', message: 'forbidden'}],
    },
  ],
});
