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
      name: 'doubtful patterns are notes',
      text: '降低群众办事成本提高政务服务效能，是今年的重点。',
      findings: [{at: '1:9', message: 'missing', severity: 'note'}],
    },
  ],
});
