import rule from '../../rules/duplicate-paragraphs.js';
import {ruleTester} from '../helpers/rule-tester.js';

const HEAD = ['乌溪县推进家庭医生签约服务', '来源：乌溪县融媒体中心　发布时间：2024-06-19 10:30'];
const article = (...blocks: string[]) => [...HEAD, ...blocks].join('\n\n');

const VILLAGE =
  '清水镇老街社区把签约服务点设在村口的卫生室，每逢赶集日由两名家庭医生坐诊，老年人量血压、测血糖、配药不用再跑县城，走几步路就能办完。';
const FIGURES =
  '据介绍，乌溪县今年以来已组建家庭医生团队46个，签约居民32800人，其中六十五岁以上老年人签约率达到82%，慢性病患者随访率达到91%。';
const NEXT = '下一步，县卫生健康局将把签约服务延伸到偏远村寨，安排流动诊疗车每月巡回一次，方便行动不便的群众就近看病。';
const LEAD = '6月18日，乌溪县在清水镇老街社区举办家庭医生签约服务宣传活动，县医院和镇卫生院的医务人员到场义诊。';
const REMARK = '上述服务免费，办理时请带身份证。需要上门的，请提前一天预约。';

ruleTester(rule, {
  valid: [
    {
      name: 'parallel statements about two places, figures apart',
      text: article(FIGURES, FIGURES.replace('46个', '39个').replace('32800', '27100').replace('82%', '77%')),
    },
    {
      name: 'one month and the next, with one figure changed among few',
      text: article(
        '6月，全县家庭医生团队上门随访慢性病患者、孕产妇和行动不便的老年人，发放健康手册，讲解合理用药和报销办法。',
        '7月，全县家庭医生团队上门随访慢性病患者、孕产妇和行动不便的老年人，发放健康手册，讲解合理用药和报销办法。',
      ),
    },
    {
      name: 'the same document named below two answers',
      text: article(
        LEAD,
        '《乌溪县家庭医生签约服务管理办法》（乌卫发〔2023〕12号）',
        NEXT,
        '《乌溪县家庭医生签约服务管理办法》（乌卫发〔2023〕12号）',
      ),
    },
    {
      name: 'a set remark that is allowed',
      options: {allow: ['上述服务免费']},
      text: article(LEAD, REMARK, NEXT, REMARK),
    },
    {
      name: 'a short sentence twice in a paragraph',
      text: article('我们说到做到。群众看得见摸得着，才会信得过。我们说到做到。'),
    },
    {
      name: 'a quoted sentence said twice',
      text: article(
        `${LEAD}“有病早看、没病早防，这是老人家常挂在嘴边的话。”“有病早看、没病早防，这是老人家常挂在嘴边的话。”`,
      ),
    },
  ],
  invalid: [
    {
      name: 'words cut out of a copy',
      text: article(VILLAGE, NEXT, VILLAGE.replace('两名家庭医生', '医生')),
      findings: [{at: '9:1-9:63', message: 'similar', severity: 'warning'}],
    },
    {
      name: 'a figure cut short is no other statement',
      text: article(FIGURES, NEXT, FIGURES.replace('32800', '328')),
      findings: [{at: '9:1-9:68', message: 'similar', severity: 'warning'}],
    },
    {
      name: 'behind the last sentence stands who wrote it',
      text: article(`${VILLAGE}（记者 覃小兰）`, NEXT, `${VILLAGE.replace('走几步路就能', '很快')}（记者 覃小兰）`),
      findings: [{at: '9:1-9:71', message: 'similar'}],
    },
    {
      name: 'provisions of a regulation, worded alike on purpose, are a note',
      text: article(
        '第一条 为了规范家庭医生签约服务，制定本办法。',
        '第二条 本办法适用于全县签约服务机构。',
        '第三条 签约医生未按约定上门服务的，由县卫生健康局责令限期改正，情节严重的，取消其签约服务资格并予以通报。',
        '第四条 签约机构未按约定上门服务的，由县卫生健康局责令限期改正，情节严重的，取消其签约服务资格并予以通报。',
      ),
      findings: [{at: '11:1-11:54', message: 'similar', severity: 'note'}],
    },
    {
      name: 'items worded alike are a note',
      text: article(
        '（一）签约居民到镇卫生院就诊的，凭身份证即可享受优先挂号、优先检查、优先转诊服务，费用按规定比例报销，住院的由家庭医生全程跟踪，出院后七日内上门随访。',
        '（二）签约居民到村卫生室就诊的，凭身份证即可享受优先挂号、优先检查、优先转诊服务，费用按规定比例报销，住院的由家庭医生全程跟踪，出院后七日内上门随访。',
      ),
      findings: [{at: '7:1-7:76', message: 'similar', severity: 'note'}],
    },
    {
      name: 'the whole article again, one paragraph edited and one left out',
      text: `${article(LEAD, VILLAGE, FIGURES, NEXT, REMARK)}\n\n${article(LEAD, VILLAGE.replace('走几步路就能', '很快'), NEXT, REMARK)}`,
      findings: [{at: '15:1-25:31', message: 'repeatedRun', severity: 'error'}],
    },
    {
      name: 'a line of the site between two copies',
      text: `${article(LEAD, VILLAGE, NEXT)}\n\n签约服务专栏（归档时间：2024年8月1日）\n\n${article(LEAD, VILLAGE, NEXT)}`,
      findings: [{at: '13:1-21:53', message: 'repeatedRun'}],
    },
    {
      name: 'a remark below three answers is a note',
      text: article(LEAD, REMARK, VILLAGE, REMARK, NEXT, REMARK),
      findings: [
        {at: '11:1-11:31', message: 'repeated', severity: 'note'},
        {at: '15:1-15:31', message: 'repeated', severity: 'note'},
      ],
    },
    {
      name: 'a sentence twice in its paragraph',
      text: article('签约服务点就设在村口的卫生室里。每逢赶集日由家庭医生坐诊。签约服务点就设在村口的卫生室里。'),
      findings: [
        {
          at: '5:30-5:46',
          message: 'sentence',
          severity: 'warning',
          fixed: article('签约服务点就设在村口的卫生室里。每逢赶集日由家庭医生坐诊。'),
        },
      ],
    },
  ],
});
