import rule from '../../rules/photo-caption-attribution.js';
import {ruleTester} from '../helpers/rule-tester.js';

const article = (...lines: string[]) =>
  [
    '青山县举办龙舟赛',
    '来源：青山县融媒体中心　发布时间：2024-06-10 18:30',
    '6月10日，青山县在清水河举办龙舟赛。',
    ...lines,
  ].join('\n\n');

ruleTester(rule, {
  valid: [
    article('▲比赛现场（陶一帆 摄）'),
    article('▲比赛现场 陶一帆摄'),
    article('图为比赛现场。摄影：陶一帆'),
    article('（图为比赛现场。青山县融媒体中心供图）'),
    article('图①：龙舟竞渡。陶一帆 摄影报道'),
    article('图片说明：比赛现场，图片来源：青山县融媒体中心'),
    article('▲比赛现场（新华社发）'),
    article('▲比赛现场 图/陶一帆'),
    article('▲比赛现场（文/图 陶一帆）'),
    article('▲比赛现场（青山县文旅局提供）'),
    article('▲比赛现场（资料图）'),
    article('▲比赛海报（AI生成）'),
    ...[
      '▲比赛现场（记者 陶一帆 摄）',
      '图为比赛现场。新华社记者 陶一帆 摄',
      '图为比赛现场。陶一帆 摄（人民视觉）',
      '图为比赛现场。新华社发（陶一帆 摄）',
      '图为比赛现场（5月3日摄）。陶一帆摄',
      '▲比赛现场　图源：青山发布',
      '▲比赛现场 图｜陶一帆',
      '▲比赛现场 摄影 陶一帆',
      '▲比赛现场（陶一帆航拍）',
      '▲比赛现场（记者 陶一帆）',
      '▲比赛现场（视频截图）',
      '▲比赛现场（来源：青山县文旅局）',
      '上图：比赛现场　图：陶一帆',
      '▲《青山日报》关于比赛的报道截图',
      '▲比赛现场（图片由人工智能生成）',
      '▲比赛现场。通讯员 陶一帆、罗雨桐 摄影报道',
    ].map(caption => ({text: article(caption)})),
    ...['（以上图片均由青山县融媒体中心提供）', '本文图片：陶一帆 摄', '除署名外，本文图片由青山县融媒体中心提供'].map(
      credit => ({
        name: `a line that says what it covers: ${credit}`,
        text: article('▲比赛现场', '两岸观众为选手加油。', '▲颁奖现场', credit),
      }),
    ),
    {name: 'its credit on the next line', text: article('▲比赛现场', '（摄影：陶一帆）')},
    {
      name: 'each picture with its own credit line',
      text: article('▲比赛现场', '（摄影：陶一帆）', '▲颁奖现场', '（摄影：罗雨桐）'),
    },
    {name: 'a chart drawn by the office', text: article('图1 2018—2022年粮食产量')},
    {
      name: 'a collective credit accepted',
      options: {collectiveCredit: 'accept'},
      text: article('▲比赛现场', '两岸观众为选手加油。', '▲颁奖现场', '（图片来源：青山县融媒体中心）'),
    },
    {name: 'no picture', text: article()},
    {name: 'a list with fancy bullets', text: article('▲请提前到场。', '▲请有序停车。', '▲请爱护环境。')},
  ],
  invalid: [
    {text: article('▲比赛现场'), findings: [{at: '7:1-7:6', message: 'uncredited', severity: 'warning'}]},
    {text: article('图为比赛现场。'), findings: [{at: '7:1-7:8', message: 'uncredited'}]},
    {text: article('（图为比赛现场）'), findings: [{at: '7:1-7:9', message: 'uncredited'}]},
    {text: article('图①：龙舟竞渡'), findings: [{at: '7:1-7:8', message: 'uncredited'}]},
    ...[
      '上图：比赛现场',
      '↑比赛现场',
      '图为游客在拍摄。',
      '图为摄影爱好者在摄影。',
      '图为比赛现场（6月10日摄）。',
      '图为采访团参观新华社旧址。',
    ].map(caption => ({
      name: `no credit: ${caption}`,
      text: article(caption),
      findings: [{at: `7:1-7:${caption.length + 1}`, message: 'uncredited'}],
    })),
    {
      name: 'a caption that copying has joined to the text',
      text: article('▲比赛现场6月10日，青山县在清水河举办龙舟赛，来自各乡镇的二十支队伍参加比赛，两岸观众为选手加油。'),
      findings: [{at: '7:1-7:6', message: 'glued'}],
    },
    {
      name: 'nobody named',
      text: article('▲比赛现场（图片来源：网络）'),
      findings: [{at: '7:7-7:14', message: 'nobody', severity: 'warning'}],
    },
    {
      name: 'nobody named for all pictures',
      text: article('▲比赛现场（陶一帆 摄）', '（文中图片来源于互联网）'),
      findings: [{at: '9:4-9:12', message: 'nobody'}],
    },
    {
      name: 'two pictures, two findings',
      text: article('▲比赛现场', '▲颁奖现场'),
      findings: [
        {at: '7:1-7:6', message: 'uncredited'},
        {at: '9:1-9:6', message: 'uncredited'},
      ],
    },
    {
      name: 'a collective credit gives one note for all pictures',
      text: article('▲比赛现场', '两岸观众为选手加油。', '▲颁奖现场', '（图片来源：青山县融媒体中心）'),
      findings: [{at: '7:1-7:6', message: 'collective', severity: 'note'}],
    },
    {
      name: 'each picture must have its own',
      options: {collectiveCredit: 'require-each'},
      text: article('▲比赛现场', '▲颁奖现场（陶一帆 摄）', '（图片来源：青山县融媒体中心）'),
      findings: [{at: '7:1-7:6', message: 'uncredited'}],
    },
    {
      name: 'the line below an image of a Markdown file',
      path: 'post.md',
      text: '# 青山县举办龙舟赛\n\n![](1.jpg)\n\n比赛现场\n\n6月10日，青山县在清水河举办龙舟赛。\n',
      findings: [{at: '5:1-5:5', message: 'uncredited'}],
    },
  ],
});
