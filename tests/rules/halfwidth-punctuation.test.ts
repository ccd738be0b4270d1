import rule from '../../rules/halfwidth-punctuation.js';
import {ruleTester} from '../helpers/rule-tester.js';

const CLEAN = '县里开展植树活动，共栽树苗三百余株；机关干部三十人参加。';

ruleTester(rule, {
  valid: [
    {name: 'code', path: 'article.md', text: '# 操作说明\n\n执行`git add 说明(一),说明(二)`后再提交。'},
    CLEAN,
    {name: 'times', text: '会议9:00开始，14:05结束，窗口8:30至17:30开放。'},
    {name: 'ratios and scores', text: '配比为1:3，上半场比分2:1。'},
    {name: 'decimals and thousands', text: '投资1,200,000元，增长3.5%，版本为2.0。'},
    {name: 'addresses', text: '请登录https://www.example.cn/a?b=1,2;c(3)查看，或发邮件到office@example.cn。'},
    {name: 'file names', text: '附件见“申报表(空白).docx”和list.xlsx。'},
    {name: 'Latin words and Chinese ones', text: 'The (Qingshan) plan: rivers, lakes and 湿地.'},
    {name: 'Latin in brackets', text: '世界卫生组织(WHO)和人工智能(AI)专家出席。'},
    {name: 'lists of Latin letters', text: '材料分为A,B,C三类。'},
    {name: 'names with a dot', text: '阿依古丽.买买提同志主持会议，讨论了河湖治理。'},
    {name: 'numerals', text: '1.提高认识。\n\n2.加强领导。'},
    {name: 'entities', text: '甲&nbsp;乙&lt;丙。'},
    {name: 'an emoticon', text: '感谢大家的支持:)'},
    {name: 'a character that was lost', text: '整治了青山、?水两个灌区。'},
    {name: 'furniture', text: '欢迎访问青山县门户网站! 今天是:\n\n青山县治理河湖'},
  ],
  invalid: [
    {
      text: '县里开展植树活动,共栽树苗三百余株。',
      findings: [{at: '1:9-1:10', message: 'mark', severity: 'error', fixed: '县里开展植树活动，共栽树苗三百余株。'}],
    },
    {
      name: 'the space behind the mark goes with it',
      text: '县里开展植树活动, 共栽树苗三百余株。',
      findings: [{at: '1:9-1:10', message: 'mark', fixed: '县里开展植树活动，共栽树苗三百余株。'}],
    },
    {
      name: 'every kind of mark',
      text: '树栽好了吗?栽好了!领导指出:一要管护;二要补栽。',
      findings: [
        {at: '1:6-1:7', message: 'mark', severity: 'error'},
        {at: '1:10-1:11', message: 'mark', severity: 'error'},
        {at: '1:15-1:16', message: 'mark', severity: 'warning'},
        {at: '1:20-1:21', message: 'mark', severity: 'error'},
      ],
    },
    {
      name: 'behind a percentage',
      text: '成活率为98.5%;补栽率为1.5%。',
      findings: [{at: '1:10-1:11', message: 'mark', fixed: '成活率为98.5%；补栽率为1.5%。'}],
    },
    {
      name: 'brackets round Chinese words',
      text: '县林业局(以下简称县局)负责管护。',
      findings: [
        {at: '1:5-1:13', message: 'brackets', severity: 'warning', fixed: '县林业局（以下简称县局）负责管护。'},
      ],
    },
    {
      name: 'in a table',
      path: 'article.md',
      text: '# 植树情况\n\n| 树种 | 数量(株) |\n| --- | --- |\n| 杉树 | 300 |',
      findings: [{at: '3:10-3:13', message: 'brackets', severity: 'note'}],
    },
    {
      name: 'one bracket of two',
      text: '县林业局（以下简称县局)负责管护。',
      findings: [{at: '1:12-1:13', message: 'brackets', fixed: '县林业局（以下简称县局）负责管护。'}],
    },
    {
      name: 'Latin in brackets, if asked',
      text: '世界卫生组织(WHO)专家出席。',
      options: {latinBrackets: true},
      findings: [{at: '1:7-1:12', message: 'brackets', fixed: '世界卫生组织（WHO）专家出席。'}],
    },
    {
      name: 'title marks made of signs of arithmetic',
      text: '印发《关于修改<青山县林木管护办法>的决定》。',
      findings: [{at: '1:8-1:19', message: 'brackets', fixed: '印发《关于修改〈青山县林木管护办法〉的决定》。'}],
    },
    {
      name: 'half-width marks of Chinese',
      text: '县里开展植树活動､共栽樹苗三百餘株｡',
      findings: [
        {at: '1:9-1:10', message: 'mark', severity: 'error'},
        {at: '1:18-1:19', message: 'mark', fixed: '县里开展植树活動､共栽樹苗三百餘株。'},
      ],
    },
    {
      name: 'full stops of Latin script',
      text: '县里开展植树活动，共栽树苗三百余株.机关干部三十人参加了这次活动.',
      findings: [
        {at: '1:18-1:19', message: 'mark', severity: 'warning'},
        {at: '1:33-1:34', message: 'mark', fixed: '县里开展植树活动，共栽树苗三百余株.机关干部三十人参加了这次活动。'},
      ],
    },
    {
      name: 'the line of source and date is made by the page template',
      text: '青山县开展植树活动\n\n来源:青山县林业局　发布时间:2024-03-12 16:20\n\n县里开展植树活动。',
      findings: [
        {at: '3:3-3:4', message: 'mark', severity: 'note'},
        {at: '3:15-3:16', message: 'mark', severity: 'note'},
      ],
    },
    {
      name: 'marks that are half-width throughout are one finding',
      text: '县里开展植树活动,共栽树苗三百余株;机关干部(含离退休干部)参加.\n\n'.repeat(3).trim(),
      findings: [
        {
          at: '1:9-1:10',
          message: 'throughout',
          severity: 'error',
          fixed: '县里开展植树活动，共栽树苗三百余株；机关干部（含离退休干部）参加.\n\n'.repeat(3).trim(),
        },
      ],
    },
    {
      name: 'brackets that are half-width throughout are one finding, a comma is another',
      text: `${'(一)加强林木管护，落实责任单位，抓好补栽。\n\n'.repeat(10)}县里开展植树活动,共栽树苗三百余株。`,
      findings: [
        {at: '1:1-1:4', message: 'throughout', severity: 'warning'},
        {at: '21:9-21:10', message: 'mark', severity: 'error'},
      ],
    },
  ],
});
