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
      name: 'what a column of documents wants',
      ...post(
        '标题: 办法\n发文机关: 青山县人民政府\n发布日期: 2024-03-12\n索引号: 000-1\n成文日期: 2024-03-01\n发文字号: 青政发〔2024〕1号\n主题分类: 农业\n有效性: 有效\ncategory: 政策文件',
      ),
    },
    {
      name: 'a document that has its number and its date in the text',
      options: {type: '文件', types: {文件: {fields: ['title', '发文字号', '成文日期']}}},
      text: '青山县水价管理办法\n\n青政发〔2024〕1号\n\n第一条　为加强水价管理，制定本办法。\n\n青山县人民政府\n\n2024年3月1日\n',
    },
    {
      name: 'no types asked for',
      options: {type: 'none'},
      ...post('title: 办法\nsource: 青山县人民政府\ndate: 2024-03-12\ntype: policy'),
    },
    {
      name: 'a type of another tool',
      ...post('title: 办法\nsource: 青山县人民政府\ndate: 2024-03-12\ntype: post'),
    },
    {
      name: 'three reviewers below the text',
      options: {fields: ['title', '一审', '二审', '三审']},
      text: `青山县开展义务植树活动${BODY}\n（撰稿：陶一帆　一审：罗雨桐　二审：岑溪　三审：段启明）\n`,
    },
    {
      name: 'another label, with a slash',
      options: {fields: ['title', {name: '撰稿', labels: ['采写']}]},
      text: `青山县开展义务植树活动${BODY}\n采写/陶一帆\n`,
    },
    {
      name: 'a number of the form asked for',
      options: {fields: ['title', {name: '索引号', pattern: '\\d{6}-\\d{4}'}]},
      text: page('来源：青山县林业局　索引号：450221-0012'),
    },
    {
      name: 'a type of the configuration that extends another',
      options: {type: '会议纪要', types: {会议纪要: {extends: 'news', fields: [{name: 'source', severity: 'note'}]}}},
      text: page('来源：青山县林业局　发布时间：2024-03-12 16:20'),
    },
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
    {
      name: 'what a column suggests is a note',
      ...post('title: 办法\npublisher: 青山县人民政府\ndate: 2024-03-12\ncategory: 政策文件\ndocno: 青政发〔2024〕1号'),
      findings: [{at: '2:8-2:10', message: 'missing', severity: 'note'}],
    },
    {
      name: 'a document by front matter: each severity its own finding',
      ...post('title: 办法\npublisher: 青山县人民政府\ndate: 2024-03-12\ntype: policy\ndocno: 青政发〔2024〕1号'),
      findings: [
        {at: '2:8-2:10', message: 'missing', severity: 'warning'},
        {at: '2:8-2:10', message: 'missing', severity: 'note'},
      ],
    },
    {
      name: 'a reprint by front matter',
      ...post('title: 植树\nsource: 青山日报\ndate: 2024-03-12\ntype: reprint'),
      findings: [{at: '2:8-2:10', message: 'missing', severity: 'warning'}],
    },
    {
      name: 'a type by option, with fields of its own and an alias left empty',
      options: {
        type: '会议纪要',
        types: {会议纪要: {fields: ['title', {name: '记录人', labels: ['责任编辑'], severity: 'warning'}]}},
      },
      text: page('来源：青山县林业局　责任编辑：　发布时间：2024-03-12 16:20'),
      findings: [{at: '3:16', message: 'empty', severity: 'warning'}],
    },
    {
      name: 'no reviewer',
      options: {fields: ['title', '三审']},
      text: `青山县开展义务植树活动${BODY}\n（一审：罗雨桐　二审：岑溪　三审：）\n`,
      findings: [{at: '1:1-1:12', message: 'missing', severity: 'error'}],
    },
    {
      name: 'a value of another form',
      options: {fields: [{name: '索引号', pattern: '\\d{6}-\\d{4}', example: '450221-0012', severity: 'warning'}]},
      text: page('来源：青山县林业局　索引号：450221'),
      findings: [{at: '3:15-3:21', message: 'malformedValue', severity: 'warning'}],
    },
    {
      name: 'fillers',
      ...post('title: 植树\nsource: undefined\ndate: 2024-03-12\nauthor: 暂无'),
      findings: [
        {at: '3:9-3:18', message: 'filler', severity: 'error'},
        {at: '5:9-5:11', message: 'filler', severity: 'warning'},
      ],
    },
    {
      name: 'a type that is not defined',
      options: {type: '简报'},
      text: page('来源：青山县林业局　发布时间：2024-03-12 16:20'),
      findings: [{at: '1:1', message: 'unknownType'}],
    },
    {
      name: 'types that extend each other',
      options: {type: '甲', types: {甲: {extends: '乙'}, 乙: {extends: '甲'}}},
      text: page('来源：青山县林业局　发布时间：2024-03-12 16:20'),
      findings: [{at: '1:1', message: 'unknownType'}],
    },
    {
      name: 'a page without its tags',
      options: {tags: 'require'},
      path: 'page.html',
      text: '<html><head><meta name="ArticleTitle" content="青山县开展义务植树活动"></head><body><h1>青山县开展义务植树活动</h1><p>来源：青山县林业局　发布时间：2024-03-12 16:20</p><div class="TRS_Editor"><p>3月12日，青山县机关干部到白鹤塘村开展义务植树活动。</p></div></body></html>',
      findings: [{at: '1:78-1:89', message: 'missingTags', severity: 'warning'}],
    },
  ],
});
