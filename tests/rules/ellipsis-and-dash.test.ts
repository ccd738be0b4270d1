import rule from '../../rules/ellipsis-and-dash.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    {name: 'code', path: 'article.md', text: '# 操作说明\n\n参数写作`甲...`和`甲--乙`。'},
    '他想了想，说：“我们……”大家都笑了——原来如此。',
    {name: 'twelve dots', text: '…………'},
    {name: 'a connector', text: '云岭—望河公路3月—5月施工，京—沪线照常。'},
    {name: 'a formula', text: '总分为x1，x2，…，xn之和，依次取1…n。'},
    {name: 'a table of contents', text: '第一章 总则......3\n\n第二章 责任…………12\n\n第三章 附则...（15）'},
    {name: 'blanks', text: '姓名：......　单位：____'},
    {name: 'a rule across the page', text: '青山县\n\n----------\n\n——————————'},
    {name: 'options of a command', text: '执行govlint --help查看用法。'},
    {name: 'ranges', text: '2016--2020年增长5%--8%，2016年--2020年完成。'},
    {name: 'Latin words', text: 'Wait... there is more -- much more. 完'},
    {name: 'an address', text: '请看https://www.example.cn/a--b...c。'},
    {name: 'a phone number', text: '电话：0771--1234567。'},
  ],
  invalid: [
    {
      text: '树种有杉树、松树...每个人都在忙。',
      findings: [{at: '1:9-1:12', message: 'ellipsis', severity: 'warning', fixed: '树种有杉树、松树……每个人都在忙。'}],
    },
    {
      text: '树种有杉树、松树…每个人都在忙。',
      findings: [{at: '1:9-1:10', message: 'ellipsis', fixed: '树种有杉树、松树……每个人都在忙。'}],
    },
    {
      name: 'stops and other dots',
      text: '有杉树。。。有松树、、、有银杏・・・有竹子。',
      findings: [
        {at: '1:4-1:7', message: 'ellipsis', fixed: '有杉树……有松树、、、有银杏・・・有竹子。'},
        {at: '1:10-1:13', message: 'ellipsis'},
        {at: '1:16-1:19', message: 'ellipsis'},
      ],
    },
    {
      name: 'three of them, and two apart',
      text: '有杉树………有松树… …有银杏。',
      findings: [
        {at: '1:4-1:7', message: 'ellipsis', fixed: '有杉树……有松树… …有银杏。'},
        {at: '1:10-1:13', message: 'ellipsis', fixed: '有杉树………有松树……有银杏。'},
      ],
    },
    {
      name: 'a headline cut short',
      text: '青山县植树忙\n\n县里开展植树活动。\n\n关于做好春季植树造林工作的...',
      findings: [{at: '5:14-5:17', message: 'ellipsis', severity: 'note'}],
    },
    {
      text: '老支书盼着这一天--荒坡变青山。',
      findings: [{at: '1:9-1:11', message: 'dash', fixed: '老支书盼着这一天——荒坡变青山。'}],
    },
    {
      name: 'other strokes',
      text: '盼着这一天――荒坡变青山，从前──那时穷，如今———好了。',
      findings: [
        {at: '1:6-1:8', message: 'dash', fixed: '盼着这一天——荒坡变青山，从前──那时穷，如今———好了。'},
        {at: '1:16-1:18', message: 'dash'},
        {at: '1:24-1:27', message: 'dash'},
      ],
    },
    {
      name: 'at the start of a line',
      text: '青山县植树忙\n\n--荒坡变青山。\n\n—溪水变清。',
      findings: [
        {at: '3:1-3:3', message: 'dash', fixed: '青山县植树忙\n\n——荒坡变青山。\n\n—溪水变清。'},
        {at: '5:1-5:2', message: 'single', fixed: '青山县植树忙\n\n--荒坡变青山。\n\n——溪水变清。'},
      ],
    },
  ],
});
