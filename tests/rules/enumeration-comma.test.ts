import rule from '../../rules/enumeration-comma.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    {name: 'code', path: 'article.md', text: '# 操作说明\n\n正则写作`甲、等`。'},
    '栽了杉树、松树和银杏等树种。',
    {
      name: 'words that begin with 等',
      text: '按规格、等级分类，不得等待、等靠要，不得招呼停车、等车，研究面积、等高线。',
    },
    {name: 'words that begin with 和', text: '建设文明、和谐、和美乡村，促进团结、和睦。'},
    {name: 'words that begin with 及 and 或', text: '做到准确、及时、及早，或者、或许都行。'},
    {name: '第 and phases', text: '第三、四个村民小组，周三、四天气晴好，一、二期工程，二、三产业，小学一、二年级。'},
    {name: 'approximate numbers', text: '用了三五天，走了八九公里。'},
    {name: 'numerals', text: '一、二个村的做法'},
    {name: 'an ellipsis and a wait', text: '他想了想……等大家到齐才说：“我们等……”'},
    {name: 'marks between names, by default', text: '学习《青山县林木管护办法》、《青山县河湖管理办法》。'},
    {name: 'a list that goes on behind a note', text: '栽了杉树、松树（含马尾松）等。'},
  ],
  invalid: [
    {
      text: '栽了杉树、松树、银杏、等树种，请县林业局、县水利局、等单位负责。',
      findings: [
        {at: '1:11-1:12', message: 'beforeEtc', severity: 'warning'},
        {
          at: '1:26-1:27',
          message: 'beforeEtc',
          severity: 'warning',
          fixed: '栽了杉树、松树、银杏、等树种，请县林业局、县水利局等单位负责。',
        },
      ],
    },
    {
      name: 'at the end',
      text: '栽了杉树、松树、银杏、等。',
      findings: [{at: '1:11-1:12', message: 'beforeEtc', severity: 'warning', fixed: '栽了杉树、松树、银杏等。'}],
    },
    {
      name: '、等等',
      text: '栽了杉树、松树、等等。',
      findings: [{at: '1:8-1:9', message: 'beforeEtc', severity: 'warning'}],
    },
    {
      text: '栽了杉树、松树、和银杏。',
      findings: [{at: '1:8-1:9', message: 'beforeAnd', severity: 'note', fixed: '栽了杉树、松树和银杏。'}],
    },
    {
      name: '…… with 等',
      text: '栽了杉树、松树……等树，还有竹子、桂花等……都活了。',
      findings: [
        {
          at: '1:20-1:23',
          message: 'ellipsisAndEtc',
          severity: 'warning',
          fixed: '栽了杉树、松树……等树，还有竹子、桂花等都活了。',
        },
      ],
    },
    {
      name: '……等 before a mark',
      text: '栽了杉树、松树……等，还有竹子、桂花……之类的。',
      findings: [
        {at: '1:8-1:11', message: 'ellipsisAndEtc', fixed: '栽了杉树、松树等，还有竹子、桂花……之类的。'},
        {at: '1:19-1:23', message: 'ellipsisAndEtc'},
      ],
    },
    {
      name: 'an approximate number',
      text: '活动持续三、五天，来了七、八位老人，走了两、三公里。',
      findings: [
        {
          at: '1:6-1:7',
          message: 'approximate',
          severity: 'warning',
          fixed: '活动持续三五天，来了七、八位老人，走了两、三公里。',
        },
        {at: '1:13-1:14', message: 'approximate'},
        {at: '1:22-1:23', message: 'approximate'},
      ],
    },
    {
      name: 'marks between names and quotations, if asked',
      text: '学习《林木管护办法》、《河湖管理办法》，做到“一网通办”、“一窗受理”。',
      options: {adjacentMarks: true},
      findings: [
        {
          at: '1:11-1:12',
          message: 'adjacent',
          severity: 'note',
          fixed: '学习《林木管护办法》《河湖管理办法》，做到“一网通办”、“一窗受理”。',
        },
        {at: '1:29-1:30', message: 'adjacent', severity: 'note'},
      ],
    },
  ],
});
