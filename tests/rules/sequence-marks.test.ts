import rule from '../../rules/sequence-marks.js';
import {ruleTester} from '../helpers/rule-tester.js';

const lines = (...list: string[]) => `关于开展清查工作的通知\n\n${list.join('\n\n')}`;

ruleTester(rule, {
  valid: [
    lines(
      '一、提高认识',
      '（一）加强领导。',
      '（二）压实责任。',
      '二、抓好落实',
      '（一）开展清查。',
      '1.登记。',
      '2.核对。',
      '（二）开展整改。',
    ),
    {
      name: 'from 一、 to 1. is common',
      text: lines('一、提高认识', '1.加强领导。', '2.压实责任。', '二、抓好落实', '1.登记。'),
    },
    {
      name: 'a list may begin in a paragraph',
      text: lines('工作分三步：（一）登记；', '（二）核对；', '（三）整改。', '另有要求如下。'),
    },
    {name: 'an item inside a paragraph counts', text: lines('一、登记。二、核对。', '三、整改。')},
    {
      name: 'every article numbers anew',
      text: lines('第三条　有下列情形之一的：', '（一）甲；', '（二）乙。', '第四条　下列材料应当提交：', '（三）丙。'),
    },
    {
      name: 'numbers that run through',
      text: lines(
        '二、流程（一）求助。',
        '1.登记。',
        '2.询问。',
        '（二）安检。',
        '3.检查。',
        '4.告别。',
        '（三）防控。',
      ),
    },
    {
      name: 'numbers in tables of contents start again',
      text: lines('一、总则', '二、附则', '一、总则', '正文如下。', '二、附则'),
    },
    {
      name: 'decimals and dates are no sequence marks',
      text: lines('1.5万亩农田受益。', '3.15活动启动。', '4.2亿元投入到位。'),
    },
    {name: 'half-width brackets are another rule’s', text: lines('(一)登记。', '(二)核对。', '1)甲', '2)乙')},
    {name: 'an attachment numbers anew', text: lines('一、登记', '二、核对', '附件1', '五、说明')},
    {name: 'one of several', text: lines('三是抓整改。二是核对也要跟上。')},
    '会议要求：一是登记；二是核对；三是整改。会议强调：一是安全，二是质量。',
    lines('第一、二产业增长较快。', '首先要抓好落实。', '第一，提高认识。', '最后一公里、最先一公里。'),
    lines('（一）目标任务', '（二）项目申报', '（三）条件审查', '（四）款项拨付'),
    {
      name: 'items that are spoken of',
      text: lines('（四）、（五）项所列人员不得参加。', '（二）项规定的情形除外。', '（一）至（三）项由区政府决定。'),
    },
    '三个方面：一是登记？二是核对！三是整改。',
  ],
  invalid: [
    {
      text: lines('（一）、加强领导。', '（二）.压实责任。', '（3）、整改。', '①、登记。'),
      findings: [
        {
          at: '3:1-3:5',
          message: 'mark',
          severity: 'error',
          fixed: lines('（一）加强领导。', '（二）.压实责任。', '（3）、整改。', '①、登记。'),
        },
        {at: '5:1-5:5', message: 'mark', severity: 'error'},
        {at: '7:1-7:5', message: 'mark', severity: 'error'},
        {
          at: '9:1-9:3',
          message: 'mark',
          severity: 'error',
          fixed: lines('（一）、加强领导。', '（二）.压实责任。', '（3）、整改。', '①登记。'),
        },
      ],
    },
    {
      text: lines('一.提高认识', '二，抓好落实'),
      findings: [
        {at: '3:1-3:3', message: 'mark', severity: 'warning', fixed: lines('一、提高认识', '二，抓好落实')},
        {at: '5:1-5:3', message: 'mark', severity: 'warning', fixed: lines('一.提高认识', '二、抓好落实')},
      ],
    },
    {
      name: '1、 is one note for the article',
      text: lines('1、登记。', '2、核对。', '3、整改。'),
      findings: [
        {at: '3:1-3:3', message: 'digits', severity: 'note', fixed: lines('1.登记。', '2.核对。', '3.整改。')},
      ],
    },
    {
      text: lines('一、登记', '三、核对', '四、整改'),
      findings: [{at: '5:1-5:3', message: 'skipped', severity: 'warning'}],
    },
    {
      text: lines('一、登记', '二、核对', '二、整改', '四、总结'),
      findings: [{at: '7:1-7:3', message: 'repeated', severity: 'warning'}],
    },
    {
      text: lines('1.登记。', '2.核对。', '4.整改2.5万处。'),
      findings: [{at: '7:1-7:3', message: 'skipped'}],
    },
    {
      text: lines('一、登记', '二、核对', '三、整改', '二、总结'),
      findings: [{at: '9:1-9:3', message: 'unordered', severity: 'note'}],
    },
    {
      text: lines('（一）加强领导。', '一、登记。', '二、核对。', '（二）压实责任。'),
      findings: [{at: '5:1-5:3', message: 'level', severity: 'warning'}],
    },
    {
      text: lines('第一、提高认识。', '首先、抓好落实。'),
      findings: [
        {at: '3:1-3:4', message: 'mark', severity: 'warning', fixed: lines('第一，提高认识。', '首先、抓好落实。')},
        {at: '5:1-5:4', message: 'mark', severity: 'warning'},
      ],
    },
    {
      text: '会议要求：一是，登记；二是核对。',
      findings: [{at: '1:6-1:9', message: 'mark', severity: 'warning', fixed: '会议要求：一是登记；二是核对。'}],
    },
    {
      text: '会议要求：一是登记；二是核对；四是整改。',
      findings: [{at: '1:16-1:18', message: 'series', severity: 'warning'}],
    },
    {
      text: '会议要求：一是登记；二是核对；二是整改；四是总结。',
      findings: [{at: '1:16-1:18', message: 'series'}],
    },
  ],
});
