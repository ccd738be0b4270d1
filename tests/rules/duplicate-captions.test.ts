import rule from '../../rules/duplicate-captions.js';
import {ruleTester} from '../helpers/rule-tester.js';

const HEAD = ['青山县举办龙舟赛', '来源：青山县融媒体中心　发布时间：2024-06-10 18:30'];
const A = '6月10日，青山县在清水河举办龙舟赛，二十支队伍参加。';
const B = '比赛结束后，运动员与市民一起品尝粽子。';
const article = (...lines: string[]) => [...HEAD, ...lines].join('\n\n');

ruleTester(rule, {
  valid: [
    article('▲龙舟竞渡（陶一帆 摄）', A, '▲观众在岸边加油（陶一帆 摄）'),
    {name: 'the same photographer twice', text: article('（陶一帆 摄）', A, '（陶一帆 摄）', B)},
    {name: 'a part of the article that stands twice', text: article('▲龙舟竞渡', A, B, '▲龙舟竞渡', A)},
    {name: 'allowed by option', options: {ignore: ['龙舟竞渡']}, text: article('▲龙舟竞渡', A, '▲龙舟竞渡', B)},
  ],
  invalid: [
    {
      text: article('▲龙舟竞渡', A, '▲龙舟竞渡', B),
      findings: [{at: '9:1-9:6', message: 'repeated', severity: 'warning'}],
    },
    {
      name: 'marks, numbers, width and credits aside',
      text: article('图①：龙舟竞渡。陶一帆 摄', A, '图②：龙舟竞渡（罗雨桐　摄）', B),
      findings: [{at: '9:1-9:15', message: 'repeated'}],
    },
    {
      name: 'two pictures side by side',
      text: article(A, '▲龙舟竞渡', '▲龙舟竞渡', B),
      findings: [{at: '9:1-9:6', message: 'repeated'}],
    },
    {
      name: 'stock words are a note',
      text: article('▲活动现场', A, '▲活动现场（陶一帆 摄）', B, '▲活动现场'),
      findings: [
        {at: '9:1-9:13', message: 'stock', severity: 'note'},
        {at: '13:1-13:6', message: 'stock', severity: 'note'},
      ],
    },
  ],
});
