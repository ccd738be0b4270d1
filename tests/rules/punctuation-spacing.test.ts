import rule from '../../rules/punctuation-spacing.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    '县里开展植树活动，共栽树苗300株，用GPS记录。',
    {name: 'Latin words, by default', text: '用 GPS 记录每株树苗的位置。'},
    {name: 'numbers among Latin words', text: '活动用 GPS 12 型记录。', options: {digits: false}},
    {name: 'the line of source and date', text: '青山县植树忙\n\n来源：青山县林业局 发布时间：2024-03-12 16:20'},
    {name: 'names set out with spaces', text: '县里开展植树活动，参加的有韦　明、覃 小 兰。'},
    {name: 'nothing asked for', text: '共栽 300 株， 用时 3 天。', options: {digits: false, marks: false}},
  ],
  invalid: [
    {
      text: '县里共栽树苗 300 株，成活率达 98.5% 以上。',
      findings: [
        {at: '1:7-1:8', message: 'space', severity: 'warning', fixed: '县里共栽树苗300 株，成活率达 98.5% 以上。'},
        {at: '1:11-1:12', message: 'space'},
        {at: '1:18-1:19', message: 'space'},
        {at: '1:24-1:25', message: 'space', fixed: '县里共栽树苗 300 株，成活率达 98.5%以上。'},
      ],
    },
    {
      name: 'beside marks',
      text: '县里开展植树活动， 共栽 “三百余株” 树苗。',
      findings: [
        {at: '1:10-1:11', message: 'space', fixed: '县里开展植树活动，共栽 “三百余株” 树苗。'},
        {at: '1:13-1:14', message: 'space'},
        {at: '1:20-1:21', message: 'space'},
      ],
    },
    {
      name: 'Latin letters, if asked',
      text: '用 GPS 记录位置。',
      options: {latin: true},
      findings: [
        {at: '1:2-1:3', message: 'space', fixed: '用GPS 记录位置。'},
        {at: '1:6-1:7', message: 'space'},
      ],
    },
  ],
});
