import rule from '../../rules/missing-terminal-punctuation.js';
import {ruleTester} from '../helpers/rule-tester.js';

const HEAD = '青山县部署医保征缴工作\n\n来源：青山县医疗保障局　发布时间：2024-09-25 10:20\n\n';
const UNFINISHED = '各乡镇要把征缴工作列入议事日程。实行领导包片、干部包户的责任制，确保任务落实到人';

/** Three paragraphs that end with their marks, so that a short one behind them is known for a sentence. */
const ENDED = `${HEAD}${UNFINISHED}。\n\n县医疗保障局组织业务骨干深入乡镇、村屯，面对面向群众讲解缴费标准和报销办法，受到群众欢迎。\n\n各乡镇对照参保名册逐户核对，对外出务工人员通过电话、微信等方式逐一通知，确保不漏一户。\n\n`;
const FIGURES = '据统计，今年以来全县共办理参保登记3.6万人，参保率达97.98%';
const CLOSING = '县医疗保障局将继续优化服务流程，压缩办理时限，让更多群众在家门口享受到便捷的医保服务';

ruleTester(rule, {
  valid: [
    {name: 'a short sentence in an article without other paragraphs', text: HEAD + FIGURES},
    {name: 'a slogan', text: `${ENDED}多措并举，全力打好医保征缴攻坚战`},
    {
      name: 'a headline with a comma in two halves',
      text: `${ENDED}县镇村三级联动 宣传、登记、缴费一站办结，医保征缴工作跑出为民服务加速度，群众少跑腿`,
    },
    {
      name: 'a list of names',
      text: `${ENDED}县医疗保障局、县税务局、县民政局、县财政局、县乡村振兴局、县残疾人联合会、各乡镇人民政府`,
    },
    {
      name: 'a label',
      text: `${ENDED}责任单位：县医疗保障局、县税务局，各乡镇人民政府，县直有关部门，青山工业园区管理委员会，各医保定点医疗机构，各村民委员会`,
    },
    {
      name: 'a short sentence next to one without its mark: the article leaves them out there',
      text: `${ENDED}${CLOSING}\n\n${CLOSING.replace('办理', '审核')}`,
    },
    {
      name: 'a heading with a note in brackets',
      text: `${HEAD}一、参保登记（城乡居民：凭户口簿办理；在校学生：由学校统一办理）`,
    },
    {name: 'a question of several choices', text: `${HEAD}（4）下列说法正确的有：（多选）`},
    {
      name: 'documents listed behind the last sentence',
      text: `${HEAD}困难群众参保由财政给予补助。【政策依据】《青山县城乡居民医疗救助办法》（青政发〔2023〕8号）`,
    },
    {name: 'a line broken by the program that wrote the file', text: `${HEAD}${UNFINISHED}\n\n，让群众得到实惠。`},
    {name: 'a mark with a character of no width behind it', text: `${HEAD}${UNFINISHED}。\u200b`},
    {name: 'an opening mark at the end', text: `${HEAD}征缴工作已经开始。请遵守《`},
    {
      name: 'a history of changes in brackets',
      text: `${HEAD}（2019年3月5日县人民政府第12次常务会议通过，根据2023年6月8日县人民政府第31次常务会议修正，自公布之日起施行，原办法同时废止）`,
    },
    {
      name: 'an address with words behind',
      text: `${HEAD}请登录平台办理。网址： https://example.com/yb?id=8 （备用 https://example.com/b）`,
    },
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
      name: 'a short sentence with figures, as the last paragraph',
      text: ENDED + FIGURES,
      findings: [{at: '11:34', message: 'missing', fixed: `${ENDED}${FIGURES}。`}],
    },
    {
      name: 'a sentence of some length between paragraphs that end with marks',
      text: `${ENDED}${CLOSING}\n\n${UNFINISHED}。`,
      findings: [{at: '11:43', message: 'missing'}],
    },
    {
      name: 'a long item before a short line without a mark',
      text: `${HEAD}一、参保登记从2024年10月8日开始，城乡居民凭户口簿或者居民身份证到所在村（社区）登记，外出务工人员通过手机登记。\n\n二、集中缴费从2024年10月20日开始，至2024年12月20日为止，逾期缴费的，按规定设置三个月的待遇等待期，期满才享受。\n\n三、本通告自公布之日起施行，征缴停止时间由县医疗保障局会同县税务局、县财政局根据工作进度和上级部门的要求研究确定，届时另行通告\n\n附件：参保登记表`,
      findings: [{at: '9:64', message: 'missing'}],
    },
    {
      name: 'a sentence behind an address',
      text: `${HEAD}各乡镇要认真学习征缴政策。群众可登录平台https://example.com/yb查询缴费情况，也可到窗口查询`,
      findings: [{at: '5:57', message: 'missing'}],
    },
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
