import rule from '../../rules/page-furniture.js';
import {ruleTester} from '../helpers/rule-tester.js';

const BODY = '3月12日，青山县召开春季义务植树动员会。';
const draft = (...lines: string[]) =>
  ['青山县召开动员会', '来源：青山县林业局　发布时间：2024-03-12', BODY, ...lines].join('\n\n');
const page = (line: string) => ({
  path: 'page.html',
  text: `<html><body><h1>青山县召开动员会</h1><p>来源：青山县林业局　发布时间：2024-03-12</p><div class="TRS_Editor"><p>${BODY}</p>\n<p>${line}</p></div><div>【打印本页】【关闭窗口】</div></body></html>`,
});

ruleTester(rule, {
  valid: [
    draft(),
    draft('欢迎大家到青山县来植树，一起建设美丽家园。'),
    draft('参会人员长按屏幕上的二维码签到，会务组统计到会人数。'),
    {
      name: 'a metadata line with its buttons',
      text: '青山县召开动员会\n\n来源：青山县林业局　字体：大 中 小　浏览次数：12\n\n3月12日，青山县召开动员会。\n',
    },
    {name: 'the template of a page', ...page('会议还部署了造林工作。')},
    {name: 'a heading of the editor', text: `正文：\n\n${BODY}\n`},
  ],
  invalid: [
    ...[
      '今天是：2024年2月2日 星期五',
      '【打印本页】【关闭窗口】',
      '上一篇：青山县召开会议',
      '模式切换',
      '归档时间：2024年3月20日',
      '阅读原文',
    ].map(line => ({text: draft(line), findings: [{at: `7:1-7:${line.length + 1}`, message: 'found'}]})),
    {
      name: 'neighbouring lines are one finding',
      text: draft('【打印本页】【关闭窗口】', '上一篇：青山县召开会议', '下一篇：没有了'),
      findings: [{at: '7:1-11:8', message: 'found'}],
    },
    {
      name: 'a line of a social media post in a page',
      ...page('长按识别二维码 关注青山发布'),
      findings: [{at: '2:4-2:18', message: 'found', severity: 'warning'}],
    },
    {
      name: 'in Markdown',
      path: 'post.md',
      text: `# 青山县召开动员会\n\n${BODY}\n\n点击上方蓝字关注我们\n`,
      findings: [{at: '5:1-5:11', message: 'found'}],
    },
  ],
});
