import rule from '../../rules/missing-terminal-punctuation.js';
import {ruleTester} from '../helpers/rule-tester.js';

const HEAD = '青山县部署医保征缴工作\n\n来源：青山县医疗保障局　发布时间：2024-09-25 10:20\n\n';
const UNFINISHED = '各乡镇要把征缴工作列入议事日程。实行领导包片、干部包户的责任制，确保任务落实到人';

ruleTester(rule, {
  valid: [
    `${HEAD}${UNFINISHED}。`,
    `${HEAD}大家表示：“要把政策讲清楚。要把好事办好。”`,
    `${HEAD}请按时缴费。逾期不再办理（特殊情况除外。）`,
    `${HEAD}现将有关事项通知如下。请认真贯彻执行：`,
    `${HEAD}各乡（镇）人民政府，县直有关单位：`,
    `${HEAD}请按时缴费。咨询电话：0889-5550505`,
    `${HEAD}请登录平台办理。网址：https://example.com/yb`,
    `${HEAD}征缴工作已经开始。（记者 罗雨桐）`,
    `${HEAD}征缴工作已经开始。责任编辑：罗雨桐`,
    `${HEAD}征缴工作已经开始。（略）`,
    `${HEAD}加大对困难群众的参保资助力度，确保应保尽保。（县医疗保障局、县民政局、县财政局、县税务局、各乡镇人民政府负责）`,
    `${HEAD}一、征缴对象\n\n具有本县户籍、未参加职工医保的城乡居民`,
    {name: 'a signature', text: `${HEAD}${UNFINISHED}。\n\n青山县医疗保障局\n\n2024年9月20日`},
    {
      name: 'a list written without end marks',
      text: `${HEAD}（一）准备身份证，填写申请表\n\n（二）到窗口缴费，领取凭证`,
    },
    {name: 'a caption', text: `${HEAD}▲工作人员讲解政策。群众现场缴费（陶一帆 摄）`},
    {name: 'a table', path: 'a.md', text: '| 事项。说明 | 办法 |\n| --- | --- |\n| 缴费。到窗口 | 咨询 |\n'},
  ],
  invalid: [
    {
      text: HEAD + UNFINISHED,
      findings: [{at: '5:41', message: 'missing', severity: 'warning', fixed: `${HEAD + UNFINISHED}。`}],
    },
    {
      name: 'a list item made of sentences',
      text: `${HEAD}（一）准备材料。群众携带身份证到所在村委会登记`,
      findings: [{at: '5:24', message: 'missing'}],
    },
    {
      name: 'one long sentence',
      text: `${HEAD}县医疗保障局联合税务、教育等部门，在集市、学校、村委会设立宣传点，发放宣传资料，面对面解答群众提出的缴费标准、报销比例等问题`,
      findings: [{at: '5:63', message: 'missing'}],
    },
    {
      name: 'before the white space at the end of the line',
      text: `${HEAD}${UNFINISHED}　 \r\n`,
      findings: [{at: '5:41', message: 'missing'}],
    },
    {
      name: 'half-width full stops inside show a sentence too',
      path: 'a.md',
      text: `# 青山县部署医保征缴工作\n\n**${UNFINISHED}**\n`,
      findings: [{at: '3:43', message: 'missing'}],
    },
  ],
});
