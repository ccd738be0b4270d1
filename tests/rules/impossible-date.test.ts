import rule from '../../rules/impossible-date.js';
import {ruleTester} from '../helpers/rule-tester.js';

const HEAD = '望河区通报\n\n来源：望河区政府办公室　发布时间：2024-03-12 09:00\n\n';

ruleTester(rule, {
  valid: [
    '2024年2月29日举行；2月29日报名截止。',
    '自2024年12月25日至1月5日，办事大厅暂停服务。',
    '2024年4月12日（星期五）上午9时30分至24时。',
    '4月12日（星期五）召开会议。',
    '农历2月30日是他的生日。',
    '工程历时48时30分。',
    '望河政务网http://www.example.gov.cn/art/2024-13-45/x.html',
    '电话0770-2024-13-45。',
    '他们在5月1日周边游活动中受到欢迎。',
    '2016—2020年、2021至2025年两个时期。',
    '3月15日至20日报名，3月28日至4月2日考试。',
    '自3月25日至10日内答复。',
    '型号2024-13-45-A。',
    {
      name: 'required-metadata answers for the publication date',
      text: '望河区通报\n\n来源：区政府　发布时间：2024-02-30 09:00\n\n正文。',
    },
    {name: 'the year of publication decides about a date without a year', text: `${HEAD}4月12日（星期五）召开会议。`},
    {name: 'it may be of the year before or after', text: `${HEAD}1月3日（星期五）召开会议。`},
  ],
  invalid: [
    {text: '2024年2月30日举行。', findings: [{at: '1:1-1:11', message: 'date', severity: 'error'}]},
    {text: '2023年2月29日举行。', findings: [{at: '1:1-1:11', message: 'date'}]},
    {text: '会议于4月31日（星期三）召开。', findings: [{at: '1:4-1:9', message: 'date'}]},
    {text: '会议于13月3日召开。', findings: [{at: '1:4-1:9', message: 'date'}]},
    {text: '截至2024年13月，已办结三件。', findings: [{at: '1:3-1:11', message: 'date'}]},
    {text: '受理时间为2024-06-31，请准备材料。', findings: [{at: '1:6-1:16', message: 'date', severity: 'warning'}]},
    {
      text: '2024年4月12日（星期四）召开会议。',
      findings: [{at: '1:1-1:15', message: 'weekday', severity: 'error', fixed: '2024年4月12日（星期五）召开会议。'}],
    },
    {
      name: 'without a bracket',
      text: '2024年4月12日周四上午召开会议。',
      findings: [{at: '1:1-1:13', message: 'weekday', fixed: '2024年4月12日周五上午召开会议。'}],
    },
    {
      name: 'with the year of publication',
      text: `${HEAD}4月12日（星期一）召开会议。`,
      findings: [{at: '5:1-5:10', message: 'weekday', severity: 'warning'}],
    },
    {
      name: 'with the year of the date before it',
      text: '2024年4月11日报名，4月12日（星期一）召开会议。',
      findings: [{at: '1:14-1:23', message: 'weekday', severity: 'warning'}],
    },
    {
      text: '报名时间：2024年3月15日至2024年3月5日。',
      findings: [{at: '1:6-1:26', message: 'order', severity: 'warning'}],
    },
    {text: '报名时间：3月15日—10日。', findings: [{at: '1:6-1:15', message: 'order'}]},
    {text: '2025—2020年共投入三千万元。', findings: [{at: '1:1-1:11', message: 'years'}]},
    {
      text: '3月5日25时举行，3月6日9时70分结束。',
      findings: [
        {at: '1:5-1:8', message: 'time'},
        {at: '1:15-1:20', message: 'time'},
      ],
    },
  ],
});
