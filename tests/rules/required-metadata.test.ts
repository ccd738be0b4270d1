import rule from '../../rules/required-metadata.js';
import {ruleTester} from '../helpers/rule-tester.js';

const BODY = '\n\n3月12日，青山县机关干部到白鹤塘村开展义务植树活动。\n';
const page = (line: string) => `青山县开展义务植树活动\n\n${line}${BODY}`;
const post = (frontMatter: string) => ({path: 'post.md', text: `---\n${frontMatter}\n---${BODY}`});

ruleTester(rule, {
  valid: [
    page('来源：青山县林业局　发布时间：2024-03-12 16:20'),
    page('信息来源：青山县林业局 | 发布日期：2024年3月12日 | 浏览次数：'),
    page('稿件来源：青山县林业局  发布时间：2024/3/12  责任编辑：罗雨桐'),
    page('发文机关：青山县人民政府　发布日期：2024-03-12'),
    page('来源：青山县林业局　发布时间：2024年03月12日16:20'),
    {name: 'half-width colons', text: page('来源:青山县林业局 发布时间:2024-03-12 16:20')},
    {name: 'front matter', ...post('title: 青山县开展义务植树活动\nsource: 青山县林业局\ndate: 2024-03-12 16:20')},
    {name: 'Chinese front matter', ...post('标题: 青山县开展义务植树活动\n来源: 青山县林业局\n发布日期: 2024-03-12')},
    {name: 'an ISO date', ...post('title: 植树\nsource: 青山县林业局\ndate: 2024-03-12T16:20:00+08:00')},
    {name: 'only the title asked for', options: {fields: ['title']}, text: `青山县开展义务植树活动${BODY}`},
    {
      name: 'a time where one is required',
      options: {time: 'require'},
      text: page('来源：青山县林业局　发布时间：2024-03-12 16:20'),
    },
  ],
  invalid: [
    {
      name: 'a publisher left empty is no source',
      text: page('发布机构：　发布日期：2024-03-12'),
      findings: [
        {at: '3:1-3:22', message: 'missing', severity: 'error'},
        {at: '3:6', message: 'empty', severity: 'warning'},
      ],
    },
    {
      name: 'an empty source',
      text: page('来源：　　发布时间：2024-03-12 16:20'),
      findings: [{at: '3:4', message: 'empty', severity: 'error'}],
    },
    {
      name: 'an empty date at the end of the line',
      text: page('来源：青山县林业局　发布时间：'),
      findings: [{at: '3:16', message: 'empty', severity: 'error'}],
    },
    {
      name: 'an optional field left empty is a warning',
      text: page('来源：青山县林业局　发布时间：2024-03-12 16:20　作者：'),
      findings: [{at: '3:36', message: 'empty', severity: 'warning'}],
    },
    {
      name: 'no source at all: at the metadata line',
      text: page('发布时间：2024-03-12 16:20'),
      findings: [{at: '3:1-3:22', message: 'missing'}],
    },
    {
      name: 'nothing at all: at the headline',
      text: `青山县开展义务植树活动${BODY}`,
      findings: [{at: '1:1-1:12', message: 'missing'}],
    },
    {name: 'an empty file', text: '', findings: [{at: '1:1', message: 'missing'}]},
    {
      name: 'a day that does not exist',
      text: page('来源：青山县林业局　发布时间：2023-02-29'),
      findings: [{at: '3:16-3:26', message: 'impossibleDate'}],
    },
    {
      name: 'a month and an hour that do not exist',
      text: page('来源：青山县林业局　发布时间：2023-13-01').replace('\n\n3月', '\n发布日期：2023-12-01 24:10\n\n3月'),
      findings: [
        {at: '3:16-3:26', message: 'impossibleDate'},
        {at: '4:6-4:22', message: 'impossibleDate'},
      ],
    },
    {
      name: 'words for a date',
      ...post('title: 植树\nsource: 青山县林业局\ndate: 去年三月'),
      findings: [{at: '4:7-4:11', message: 'malformedDate'}],
    },
    {
      name: 'no time where one is required',
      options: {time: 'require'},
      text: page('来源：青山县林业局　发布时间：2024-03-12'),
      findings: [{at: '3:16-3:26', message: 'missingTime'}],
    },
    {
      name: 'a separator with nothing behind it',
      text: page('来源：青山县林业局 | 发布时间：2024-03-12 16:20 |'),
      findings: [{at: '3:1-3:36', message: 'danglingSeparator', severity: 'warning'}],
    },
    {
      name: 'a field of the policy documents',
      options: {fields: ['title', 'documentNumber']},
      text: page('来源：青山县林业局　发布时间：2024-03-12 16:20'),
      findings: [{at: '3:1-3:32', message: 'missing'}],
    },
  ],
});
