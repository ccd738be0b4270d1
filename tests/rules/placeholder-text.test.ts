import rule from '../../rules/placeholder-text.js';
import {ruleTester} from '../helpers/rule-tester.js';

const draft = (...lines: string[]) =>
  [
    '青山县林业局关于征集古树线索的通知',
    '来源：青山县林业局　发布时间：2024-03-12',
    '请各乡镇于4月1日前报送线索。',
    ...lines,
  ].join('\n\n');

ruleTester(rule, {
  valid: [
    draft(),
    draft('村民张××提供了两条线索，联系电话138****1234，车牌滇A××123。'),
    draft('联系人：张××，联系电话：138****1234。'),
    draft('场地为30×20米，采用X射线检测，型号XX-2000，配图2×3张。'),
    draft('请在“姓名”一栏填写真实姓名（请填写正楷）。'),
    draft('人工智能模型在林业中的应用日益广泛，为您的生活带来便利。'),
    {name: 'an annex is a form', text: draft('附件1', '联系人：×××', '填报日期：××××年×月×日')},
    {
      name: 'a model of a document',
      text: '古树认养协议（示范文本）\n\n甲方代表与乙方约定如下。\n\n联系人：×××\n\n2024年×月×日\n',
    },
    {
      name: 'blanks everywhere are a form',
      text: draft('联系人：×××', '电话：×××', '地址：×××', '传真：×××', '邮箱：×××', '负责人：×××', '××县', '×月×日'),
    },
    {
      name: 'a variable of code',
      path: 'post.md',
      text: '# 青山县\n\n请各乡镇于4月1日前报送线索，文件名用 `XX县` 开头。\n',
    },
  ],
  invalid: [
    {text: draft('联系人：×××。'), findings: [{at: '7:1-7:8', message: 'label', severity: 'warning'}]},
    {text: draft('（联系人：XX，联系电话：0889-5550505）'), findings: [{at: '7:2-7:8', message: 'label'}]},
    {text: draft('联系电话：××××-×××××××'), findings: [{at: '7:1-7:18', message: 'label'}]},
    {
      name: 'the date of signature',
      text: draft('青山县林业局', '2024年9月×日'),
      findings: [{at: '9:1-9:10', message: 'date', severity: 'warning'}],
    },
    {
      name: 'a date in the text may be left out on purpose',
      text: draft('×月×日，李某在青山县砍伐古树一株，县林业局依法立案调查。'),
      findings: [{at: '7:1-7:5', message: 'date', severity: 'note'}],
    },
    {
      text: draft('会议要求XX县林业局抓紧办理有关事项。'),
      findings: [{at: '7:5-7:8', message: 'unit', severity: 'note'}],
    },
    ...[
      '（此处插入图片）',
      '【待补充】',
      '[请填写单位名称]',
      '{{title}}',
      '单击此处输入文字',
      '（此处添加会议照片）',
    ].map(line => ({
      text: draft(line),
      findings: [{at: `7:1-7:${line.length + 1}`, message: 'draft', severity: 'warning' as const}],
    })),
    ...[
      '以下是为您生成的通讯稿：',
      '好的，以下是根据您的要求撰写的通知：',
      '希望这篇通知对您有所帮助！',
      '如需修改，请随时告诉我。',
    ].map(line => ({
      text: draft(line),
      findings: [{at: `7:1-7:${line.length + 1}`, message: 'assistant'}],
    })),
    {text: draft('作为AI语言模型，我不能提供实时数据。'), findings: [{at: '7:1-7:10', message: 'assistant'}]},
    {
      name: 'marks of a draft are found in forms, too',
      text: '古树认养协议（示范文本）\n\n甲方代表与乙方约定如下。\n\n（此处插入图片）\n\n联系人：×××\n',
      findings: [{at: '5:1-5:9', message: 'draft'}],
    },
  ],
});
