import rule from '../../rules/missing-clause-punctuation.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    '会议对政务公开工作进行总结和评析。2021年以来，全区工作有了新进展。',
    '自2021年以来，全区保障群众的知情权、参与权、表达权。',
    '使用权利用情况良好，政府公信力和执行力不断提升。',
    '产业投资比重提高4.9个百分点以上，民间投资增长7.3%。',
    '会上宣读了《关于保障知情权参与权的意见》。',
    '为此，要降低办事成本以提高服务效能。',
    '全体会议强调，各部门要各司其职。',
    '会议学习了有关精神。会议强调，各部门要各司其职。',
    '要求各镇派驻企业的干部要切实履行职责，定期回访。',
    '要督促用人单位负责人要加强管理，定期自查。',
    '两家企业就用工情况作了汇报后，与会人员进行了讨论。',
    '要坚持有一条说一条，管用几条制定几条，不贪多求全。',
  ],
  invalid: [
    {
      text: '会议对政务公开工作进行总结和评析2021年以来，全区工作有了新进展。',
      findings: [
        {
          at: '1:17',
          message: 'missing',
          severity: 'warning',
          fixed: '会议对政务公开工作进行总结和评析。2021年以来，全区工作有了新进展。',
        },
      ],
    },
    {
      text: '全镇干部群众共同参加了活动据悉，活动将持续到月底。',
      findings: [{at: '1:14', message: 'missing', fixed: '全镇干部群众共同参加了活动。据悉，活动将持续到月底。'}],
    },
    {
      text: '要保障群众的知情权参与权表达权。',
      findings: [
        {at: '1:10', message: 'missing', fixed: '要保障群众的知情权、参与权表达权。'},
        {at: '1:13', message: 'missing'},
      ],
    },
    {text: '全面提升政府公信力执行力。', findings: [{at: '1:10', message: 'missing'}]},
    {
      text: '产业投资比重提高4.9个百分点民间投资增长7.3%。',
      findings: [{at: '1:16', message: 'missing', fixed: '产业投资比重提高4.9个百分点，民间投资增长7.3%。'}],
    },
    {
      text: '会议传达学习了有关讲话精神会议强调，各部门要各司其职。',
      findings: [{at: '1:14', message: 'missing', fixed: '会议传达学习了有关讲话精神。会议强调，各部门要各司其职。'}],
    },
    {
      text: '要认真做好汛期值守要严格执行报告制度，及时处置险情。',
      findings: [{at: '1:10', message: 'missing', fixed: '要认真做好汛期值守，要严格执行报告制度，及时处置险情。'}],
    },
    {
      text: '区农业农村局就春耕备耕作了汇报几位种粮大户谈了打算。',
      findings: [{at: '1:16', message: 'missing', severity: 'note'}],
    },
    {
      text: '全区项目建设实现了进度超前质量超前，群众普遍满意。',
      findings: [
        {
          at: '1:14',
          message: 'missing',
          severity: 'note',
          fixed: '全区项目建设实现了进度超前、质量超前，群众普遍满意。',
        },
      ],
    },
    {
      name: 'doubtful patterns are notes',
      text: '降低群众办事成本提高政务服务效能，是今年的重点。',
      findings: [{at: '1:9', message: 'missing', severity: 'note'}],
    },
  ],
});
