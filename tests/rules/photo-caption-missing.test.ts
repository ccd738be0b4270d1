import rule from '../../rules/photo-caption-missing.js';
import {ruleTester} from '../helpers/rule-tester.js';

const SENTENCE = '6月10日，青山县在清水河举办龙舟赛，来自各乡镇的二十支队伍参加比赛，两岸观众为选手加油。';
const LONG = SENTENCE.repeat(5);
const post = (...blocks: string[]) => ({path: 'post.md', text: ['# 青山县举办龙舟赛', ...blocks].join('\n\n')});
const page = (...blocks: string[]) => ({
  path: 'page.html',
  text: `<html><head><title>青山县举办龙舟赛</title></head><body><div class="TRS_Editor">\n${blocks.join('\n')}\n</div></body></html>`,
});

ruleTester(rule, {
  valid: [
    {name: 'a caption below', ...post('![](1.jpg)', '▲龙舟竞渡（陶一帆 摄）', LONG)},
    {name: 'a caption above', ...post(LONG, '▲龙舟竞渡（陶一帆 摄）', '![](1.jpg)')},
    {name: 'an alternative text', ...post('![选手在清水河上竞渡](1.jpg)', LONG)},
    {name: 'two pictures with one caption', ...post('![](1.jpg)', '![](2.jpg)', '▲龙舟竞渡（陶一帆 摄）', LONG)},
    {name: 'a post that is all picture', ...post('![](1.jpg)', SENTENCE)},
    {name: 'no picture and no word of one', ...post(LONG)},
    {name: 'plain text shows no pictures', text: `青山县举办龙舟赛\n\n${LONG}\n\n陶一帆（左一）获得第一名。\n`},
    {name: 'as many pictures as numbers', ...post('![](1.jpg)', '![](2.jpg)', '图①、图②：龙舟竞渡（陶一帆 摄）', LONG)},
    {
      name: 'a page',
      ...page(
        '<p align="center"><img src="1.jpg"/></p>',
        '<p align="center">图为龙舟竞渡。陶一帆 摄</p>',
        `<p>${LONG}</p>`,
      ),
    },
  ],
  invalid: [
    {
      name: 'no caption',
      ...post(LONG, '![](1.jpg)', LONG),
      findings: [{at: '5:3', message: 'missing', severity: 'note'}],
    },
    {
      name: 'one finding for all pictures',
      ...post('![](1.jpg)', LONG, '![](2.jpg)', LONG, '![](3.jpg)'),
      findings: [{at: '3:3', message: 'missing'}],
    },
    {
      name: 'a file name describes nothing',
      ...post('![微信图片_20240610](1.jpg)', LONG),
      findings: [{at: '3:3-3:16', message: 'missing'}],
    },
    {
      name: 'alternative texts that do not count',
      options: {altText: 'ignore'},
      ...post('![选手在清水河上竞渡](1.jpg)', LONG),
      findings: [{at: '3:3-3:12', message: 'missing'}],
    },
    {
      name: 'a person in a picture that is not there',
      ...post('获得第一名的陶一帆（左一）在领奖。'),
      findings: [{at: '3:10-3:14', message: 'noPicture'}],
    },
    {
      name: 'a credit without a picture',
      ...post(LONG, '（陶一帆 摄）'),
      findings: [{at: '5:1-5:8', message: 'noPicture'}],
    },
    {
      name: 'a number above that of the pictures',
      ...post('![](1.jpg)', '图①：龙舟竞渡；图②：颁奖现场（陶一帆 摄）', LONG),
      findings: [{at: '5:9-5:11', message: 'noSuchPicture'}],
    },
  ],
});
