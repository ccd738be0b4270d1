import {expect, test} from 'vitest';
import rule from '../../rules/paired-marks.js';
import {check} from '../helpers/check.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    {name: 'code', path: 'article.md', text: '# 操作说明\n\n左引号写作`“`，空书名号写作`《》`，参数写作`甲（乙`。'},
    '会上学习了《公文处理办法》（试行），讨论了“一件事”（见附件〔1〕）【内部】。',
    '《〈窗口服务规范〉实施细则》已经印发。',
    '结果是 :) 或者 f(x) = (a + b',
    '》》查看更多',
    {name: 'half-width brackets count as full-width', text: '会议地点在县政府（三楼会议室)。'},
    '会议学习了《青山县河湖管理办法》，讨论了“一河一策”方案（征求意见稿）。',
    '老支书说：“要记住‘绿水青山’这四个字。”',
    '根据《关于印发〈青山县河湖管理办法〉的通知》，制定本方案。',
    {name: 'list numerals', text: '办理方式有三种：1）到窗口办理；2）在网上办理；3）由村干部代办。'},
    {name: 'list numerals with letters', text: 'a）带身份证；b）带户口簿。\n\nⅰ）其他材料。'},
    {name: 'two ways of counting', text: '（1）河湖治理：1）清淤；2）护岸。\n\n（2）林木管护：1）补栽；2）巡查。'},
    {name: 'list numeral at the start', text: '一）提高认识，加强领导。'},
    {name: 'half-width list numerals', text: '需要带：1)身份证；2)户口簿。'},
    {name: 'apostrophes', text: '参展的有Men’s Wear和Macy’s两家公司，’98洪水的照片也在其中。'},
    {name: 'more apostrophes', text: '节目有Rock ’n’ Roll和teachers’ choir的合唱。'},
    {name: 'the path to a page', text: '首页》政务公开》通知公告\n\n青山县开展植树活动。'},
    {name: 'a mark spoken of in Latin text', text: 'An unclosed 《 is found, and so is a lone “ in it.'},
    {name: 'arrows between menus', text: '依次点开“设置”》“通用”》“关于本机”即可。'},
    {name: 'seconds of arc', text: '观测站位于东经108°56’32”、北纬24°20’15”。'},
    {name: 'intervals', text: '得分在[60，80)之间为合格，在（80，100]之间为优秀。'},
    {name: 'formulae', text: '得分按f(x)=(a+b)×c)计算。'},
    {name: 'emoticons', text: '感谢大家的支持:)'},
    {name: 'times', text: '会议9:00开始，14:05结束（含午休）。'},
    {name: 'signs of arithmetic', text: '细颗粒物浓度<35微克/立方米，合格率>95%。'},
    {name: 'an ornament', text: '》》青山县全力推进河湖治理'},
    {
      name: 'a quotation of several paragraphs',
      text: '老支书讲了这样一段话：\n\n“以前办一件事，要跑好几个部门。\n\n“现在村里就能办，大家都说省心。”',
    },
    {
      name: 'a quotation that begins behind a colon and goes on',
      text: '老支书说：“以前办一件事，要跑好几个部门。\n\n“现在村里就能办，大家都说省心。”',
    },
    {
      name: 'a list in quotation marks',
      text: '“一、提高认识。\n\n二、加强领导。\n\n三、抓好落实。”',
    },
    {name: 'a name over two lines', text: '关于印发《青山县河湖\n管理办法》的通知'},
    {name: 'a credit over two lines', text: '（来源：青山县\n\n融媒体中心）'},
    {
      name: 'lines cut at a width',
      text: '各单位要深入学习贯彻“绿水青山就是金山\n银山”的理念，坚持“一河\n一策”的治理办法，把各项措施落到实处。',
    },
    {name: 'a furniture line', text: '青山县河湖治理\n\n【打印本页】【关闭\n\n河水清了。'},
    {name: 'marks spoken of', text: '这里的逗号应改为顿号，书名号《》和引号“”都不能少。'},
  ],
  invalid: [
    {
      name: '《 is missing before a year',
      text: '会上解读了《青山县政务公开办法》2024年重点工作安排》，并现场答疑。',
      findings: [
        {
          at: '1:17',
          message: 'unopened',
          severity: 'error',
          fixed: '会上解读了《青山县政务公开办法》《2024年重点工作安排》，并现场答疑。',
        },
      ],
    },
    {
      name: '《 is missing behind a verb',
      text: '会上印发青山县河湖管理办法》，并作了说明。',
      findings: [{at: '1:5', message: 'unopened', fixed: '会上印发《青山县河湖管理办法》，并作了说明。'}],
    },
    {
      name: '》 is missing behind the name',
      text: '根据《青山县河湖管理办法的规定，制定本方案。',
      findings: [{at: '1:3-1:4', message: 'unclosed', fixed: '根据《青山县河湖管理办法》的规定，制定本方案。'}],
    },
    {
      name: '” is missing',
      text: '目标是做到“一次办好，让群众少跑腿。',
      findings: [{at: '1:11', message: 'unclosed', fixed: '目标是做到“一次办好”，让群众少跑腿。'}],
    },
    {
      name: '“ is missing',
      text: '目标是做到，一次办好”，让群众少跑腿。',
      findings: [{at: '1:11-1:12', message: 'unopened', fixed: '目标是做到，“一次办好”，让群众少跑腿。'}],
    },
    {
      name: '” is missing at the end of a speech',
      text: '老支书说：“这条路修得好，大家出门方便了。',
      findings: [{at: '1:22', message: 'unclosed', fixed: '老支书说：“这条路修得好，大家出门方便了。”'}],
    },
    {
      name: '” is missing at the end of a quotation of several paragraphs',
      text: '老支书说：“从前这里是荒坡，没有一棵树。\n\n“现在栽活了，大家都说好。\n\n县里开展了植树活动。',
      findings: [{at: '3:14', message: 'unclosed'}],
    },
    {
      name: '） is missing',
      text: '青山县水利局（以下简称县水利局负责落实。',
      findings: [{at: '1:7-1:8', message: 'unclosed'}],
    },
    {
      name: '（ is missing before a list numeral among whole ones',
      text: '（一）加强领导。\n\n二）落实责任。\n\n（三）抓好督查：（1）查进度； 2）查质量；（3）查安全。',
      findings: [
        {
          at: '3:2-3:3',
          message: 'unopened',
          fixed: '（一）加强领导。\n\n（二）落实责任。\n\n（三）抓好督查：（1）查进度； 2）查质量；（3）查安全。',
        },
        {at: '5:18-5:19', message: 'unopened'},
      ],
    },
    {
      name: '” is missing behind a sentence of its own',
      text: '“路修好了，出门方便多了！村民韦大爷说。\n\n“灯也亮了。”村干部接着说。',
      findings: [{at: '1:14', message: 'unclosed'}],
    },
    {
      name: '》 is missing before the next name',
      text: '学习《河湖管理办法、《林木管护办法》。',
      findings: [{at: '1:3-1:4', message: 'unclosed', fixed: '学习《河湖管理办法》、《林木管护办法》。'}],
    },
    {
      name: '（ is missing',
      text: '青山县水利局以下简称县水利局）负责落实。',
      findings: [{at: '1:15-1:16', message: 'unopened', fixed: '青山县水利局（以下简称县水利局）负责落实。'}],
    },
    {
      name: 'half-width brackets round Chinese',
      text: '青山县水利局(以下简称县水利局负责落实。',
      findings: [{at: '1:7-1:8', message: 'unclosed'}],
    },
    {
      name: 'both marks reversed',
      text: '要把”一件事“办到群众心坎上。',
      findings: [{at: '1:3-1:4', message: 'reversed', fixed: '要把“一件事”办到群众心坎上。'}],
    },
    {
      name: 'two reversed pairs',
      text: '要把”一件事“和”一次办“办到群众心坎上。',
      findings: [
        {at: '1:3-1:4', message: 'reversed'},
        {at: '1:9-1:10', message: 'reversed'},
      ],
    },
    {
      name: 'a reversed speech',
      text: '老支书说：”这条路修得好。大家出门方便了，老人看病也不用愁了。孩子上学再也不用绕远路，全村人都高兴。“',
      findings: [
        {
          at: '1:6-1:7',
          message: 'reversed',
          fixed: '老支书说：“这条路修得好。大家出门方便了，老人看病也不用愁了。孩子上学再也不用绕远路，全村人都高兴。”',
        },
      ],
    },
    {
      name: 'two closing marks',
      text: '要把”一件事”办到群众心坎上。',
      findings: [{at: '1:3-1:4', message: 'reversed', fixed: '要把“一件事”办到群众心坎上。'}],
    },
    {
      name: 'two opening marks',
      text: '要把“一件事“办到群众心坎上。',
      findings: [{at: '1:7-1:8', message: 'reversed', fixed: '要把“一件事”办到群众心坎上。'}],
    },
    {
      name: 'a closing mark that lost its partner before whole pairs',
      text: '要做到一网通办”，把“一件事”和“一次办”落到实处。',
      findings: [{at: '1:8-1:9', message: 'unopened'}],
    },
    {
      name: 'a lone closing mark does not take the next pair with it',
      text: '要让一网通办”成为“金字招牌”。',
      findings: [{at: '1:7-1:8', message: 'unopened'}],
    },
    {
      name: 'a torn closing mark before a whole quotation and an open one',
      text: '山绿了。\n\n”《林木管护办法》规定：“要定期检查。”《河湖管理办法》规定：“要落实责任。”',
      findings: [{at: '3:1-3:2', message: 'atStart'}],
    },
    {
      name: 'marks of two pairs',
      text: '学习《青山县河湖管理办法〉，落实青政办发〔2024］5号文件。',
      findings: [
        {at: '1:13-1:14', message: 'mismatched', fixed: '学习《青山县河湖管理办法》，落实青政办发〔2024］5号文件。'},
        {at: '1:26-1:27', message: 'mismatched', fixed: '学习《青山县河湖管理办法〉，落实青政办发〔2024〕5号文件。'},
      ],
    },
    {
      name: 'a mark that looks like the partner',
      text: '学习《青山县河湖管理办法>，落实到位。',
      findings: [{at: '1:13-1:14', message: 'mismatched', fixed: '学习《青山县河湖管理办法》，落实到位。'}],
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
    {
      name: 'crossing pairs',
      text: '宣传“绿水青山（就是金山银山”）的理念。',
      findings: [{at: '1:16-1:17', message: 'crossed', fixed: '宣传“绿水青山（就是金山银山）”的理念。'}],
    },
    {
      name: '《》 inside 《》',
      text: '根据《关于印发《青山县河湖管理办法》的通知》，制定本方案。',
      findings: [
        {at: '1:8-1:19', message: 'nested', fixed: '根据《关于印发〈青山县河湖管理办法〉的通知》，制定本方案。'},
      ],
    },
    {
      name: 'an empty pair',
      text: '根据《》的规定，制定本方案。',
      findings: [{at: '1:3-1:5', message: 'empty'}],
    },
    {
      name: 'a closing mark at the start of a paragraph',
      text: '村里的路修好了。\n\n”大家出门方便了。',
      findings: [{at: '3:1-3:2', message: 'atStart'}],
    },
    {
      name: 'an opening mark at the end of a paragraph',
      text: '村里的路修好了。“\n\n大家出门方便了。',
      findings: [{at: '1:9-1:10', message: 'atEnd'}],
    },
    {
      name: 'a paragraph of a quotation without its “',
      text: '老支书说：“以前办一件事，要跑好几个部门。\n\n现在村里就能办，大家都说省心。”他很高兴。',
      findings: [
        {
          at: '3:1',
          message: 'continued',
          severity: 'warning',
          fixed: '老支书说：“以前办一件事，要跑好几个部门。\n\n“现在村里就能办，大家都说省心。”他很高兴。',
        },
      ],
    },
  ],
});

const LEVELS = 40;

ruleTester(rule, {
  valid: [
    {
      name: `${LEVELS} levels of brackets`,
      text: `青山县（${'甲（'.repeat(LEVELS)}乙${'）'.repeat(LEVELS)}）河湖治理。`,
    },
  ],
  invalid: [
    {
      name: 'the outermost of many levels lacks its partner',
      text: `青山县（${'甲（'.repeat(LEVELS)}乙${'）'.repeat(LEVELS)}河湖治理。`,
      findings: [{at: '1:4-1:5', message: 'unclosed'}],
    },
  ],
});

test('a paragraph of lone marks is checked to its end', async () => {
  const found = await check('article.txt', `${'“甲《乙（'.repeat(2000)}。`, [rule]);
  expect(found).toHaveLength(6000);
});

test('many crossing pairs are each reported once', async () => {
  const found = await check('article.txt', '甲“乙（丙”丁）。'.repeat(2000), [rule]);
  expect(found.map(({message}) => message)).toEqual(Array.from({length: 2000}, () => 'crossed'));
});
