import rule from '../../rules/name-and-title.js';
import {ruleTester} from '../helpers/rule-tester.js';

const roster = [
  {name: '尹大山', post: '云岭县委副书记、县长'},
  {name: '白小溪', post: '云岭县副县长', to: '2023-12-31'},
  {name: '白小溪', post: '云岭县委常委', from: '2024-01-01'},
  {name: '覃谷一', post: '云岭县副县长'},
];
const dated = (date: string, text: string) => `---\ntitle: 会议\ndate: ${date}\n---\n\n${text}\n`;

ruleTester(rule, {
  valid: [
    {name: 'without a roster', text: '副县长尹大山'},
    ...[
      '县长尹大山出席。',
      '云岭县委副书记、县长尹大山出席。',
      '县委副书记尹大山出席。',
      '原副县长白小溪出席。',
      '记者尹大山报道。',
      '尹大山、白小溪和覃谷一出席。',
      '覃谷一出席，尹大山讲话。',
      '县委常委白小溪出席。',
    ].map(text => ({text, options: {roster}})),
    {name: 'of that day', path: 'a.md', text: dated('2023-06-01', '副县长白小溪出席。'), options: {roster}},
    {name: 'order ignored', text: '覃谷一、尹大山', options: {roster, order: 'ignore'}},
  ],
  invalid: [
    {text: '副县长尹大山出席。', options: {roster}, findings: [{at: '1:1-1:7', message: 'post', severity: 'error'}]},
    {text: '会上，县长　覃谷一讲话。', options: {roster}, findings: [{at: '1:4-1:10', message: 'post'}]},
    {
      text: '县委常委尹大山、县长白小溪。',
      options: {roster},
      findings: [
        {at: '1:1-1:8', message: 'post'},
        {at: '1:9-1:14', message: 'post'},
      ],
    },
    {
      name: 'of that day',
      path: 'a.md',
      text: dated('2024-06-01', '副县长白小溪出席。'),
      options: {roster},
      findings: [{at: '6:1-6:7', message: 'post'}],
    },
    {text: '覃谷一、尹大山出席。', options: {roster}, findings: [{at: '1:5-1:8', message: 'order'}]},
  ],
});
