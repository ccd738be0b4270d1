import rule from '../../rules/paired-marks.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    '会上学习了《公文处理办法》（试行），讨论了“一件事”（见附件〔1〕）【内部】。',
    '大家说：“村里修了路，‘出门一脚泥’成了过去。”',
    '《〈窗口服务规范〉实施细则》已经印发。',
    '办理方式有三种：1）到窗口办理；2）在网上办理；a)由村干部代办。',
    '负责人说it’s fine，大家都笑了。',
    '结果是 :) 或者 f(x) = (a + b',
    '》》查看更多',
    {
      name: 'a quotation over two paragraphs opens twice and closes once',
      text: '老支书讲道：\n\n“以前办一件事，要跑好几个部门。\n\n“现在村里就能办。”',
    },
    {name: 'a bracket over two lines', text: '（来源：青山县\n\n融媒体中心）'},
    {name: 'half-width brackets count as full-width', text: '会议地点在县政府（三楼会议室)。'},
  ],
  invalid: [
    {
      name: 'a title without its 《',
      text: '会上解读了《窗口服务规范》2024年办事清单》，并现场答疑。',
      findings: [
        {
          at: '1:14',
          message: 'unopened',
          severity: 'error',
          fixed: '会上解读了《窗口服务规范》《2024年办事清单》，并现场答疑。',
        },
      ],
    },
    {
      name: 'a title without its 》',
      text: '便于群众理解《规定的内容，现作如下解读。',
      findings: [{at: '1:7-1:8', message: 'unclosed', fixed: '便于群众理解《规定》的内容，现作如下解读。'}],
    },
    {
      name: 'a quotation without its ”',
      text: '目标是做到“一次办好，让群众少跑腿。',
      findings: [{at: '1:11', message: 'unclosed', fixed: '目标是做到“一次办好”，让群众少跑腿。'}],
    },
    {
      name: 'reversed quotation marks are one finding',
      text: '要把”一件事“办到群众心坎上。',
      findings: [{at: '1:3-1:4', message: 'reversed', fixed: '要把“一件事”办到群众心坎上。'}],
    },
    {
      name: 'a bracket without its partner',
      text: '现就有关问题（见附件作如下解读。',
      findings: [{at: '1:7-1:8', message: 'unclosed'}],
    },
    {
      name: 'one lone mark does not cascade',
      text: '会议传达《工作要点，学习《管理办法》《实施细则》和“十条措施”，讨论《评分标准》。',
      findings: [
        {
          at: '1:5-1:6',
          message: 'unclosed',
          fixed: '会议传达《工作要点》，学习《管理办法》《实施细则》和“十条措施”，讨论《评分标准》。',
        },
      ],
    },
    {
      name: 'in a caption, a heading and a table cell too',
      path: 'post.md',
      text: '# 解读《办法\n\n| 项目（旧 | 数量 |\n| --- | --- |\n| 《清单 | 2 |\n',
      findings: [
        {at: '1:5-1:6', message: 'unclosed'},
        {at: '3:5-3:6', message: 'unclosed'},
        {at: '5:3-5:4', message: 'unclosed'},
      ],
    },
  ],
});
