import rule from '../../rules/quotation-form.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    {name: 'code', path: 'article.md', text: '# 操作说明\n\n执行`git commit -m "修改说明"`，参数写作`‘甲’`。'},
    '县里推行“一件事一次办”。',
    '老支书说：“要记住‘绿水青山’这四个字。”',
    {name: 'inches', text: '会议室新装了一台65"的显示屏和两台24"的显示器。'},
    {name: 'code', text: '在页面上填写<a href="办事指南.html">即可，表单里写{"姓名":"张三"}。'},
    {name: 'an assignment', text: "执行name='青山县'这一句。"},
    {name: 'a Latin quotation among Latin words', text: 'The slogan reads "Clean rivers" on the wall of the hall.'},
    {name: 'apostrophes', text: "参展的有Men's Wear和Macy's两家公司，'98洪水的照片也在其中。"},
    {name: 'minutes and seconds', text: '观测站位于东经108°56\'32"、北纬24°20\'15"。'},
    {name: 'an address', text: '请登录http://www.example.cn/?q="河湖"查看。'},
    {
      name: 'single marks in a quotation of several paragraphs',
      text: '老支书说：“以前办一件事要跑好几个部门。\n\n“现在大家都说‘省心’。”',
    },
    {name: 'single marks round Latin words', text: 'The ‘river chief’ system works well here.'},
    {name: 'two quotations in one block', text: '坚持“一河一策”“一湖一策”，做到“一网通办”。'},
    {name: 'furniture', text: '欢迎访问"青山县"门户网站\n\n青山县治理河湖'},
  ],
  invalid: [
    {
      text: '县里推行"一件事一次办"改革。',
      findings: [{at: '1:5-1:13', message: 'straight', severity: 'warning', fixed: '县里推行“一件事一次办”改革。'}],
    },
    {
      name: 'full-width straight marks',
      text: '县里推行＂一件事一次办＂改革。',
      findings: [{at: '1:5-1:13', message: 'straight', fixed: '县里推行“一件事一次办”改革。'}],
    },
    {
      name: 'straight single marks',
      text: "县里推行'一件事一次办'改革。",
      findings: [{at: '1:5-1:13', message: 'straight', fixed: '县里推行“一件事一次办”改革。'}],
    },
    {
      name: 'slanted marks',
      text: '县里推行〝一件事一次办〞改革。',
      findings: [{at: '1:5-1:13', message: 'straight', fixed: '县里推行“一件事一次办”改革。'}],
    },
    {
      name: 'straight marks inside a quotation',
      text: '老支书说：“要记住"绿水青山"这四个字。”',
      findings: [{at: '1:10-1:16', message: 'straight', fixed: '老支书说：“要记住‘绿水青山’这四个字。”'}],
    },
    {
      name: 'one half straight',
      text: '县里推行“一件事一次办"改革。',
      findings: [{at: '1:5-1:13', message: 'straight', fixed: '县里推行“一件事一次办”改革。'}],
    },
    {
      name: 'two in a row',
      text: '做到"一网通办"、"一窗受理"。',
      findings: [
        {at: '1:3-1:9', message: 'straight'},
        {at: '1:10-1:16', message: 'straight'},
      ],
    },
    {
      name: 'a straight mark without a partner',
      text: '老支书说："这条路修得好，大家出门方便了。',
      findings: [{at: '1:6-1:7', message: 'lone'}],
    },
    {
      name: 'a lost mark does not put the next ones out of step',
      text: '做到一网通办"，坚持"一窗受理"，推行"一次办好"。',
      findings: [
        {at: '1:7-1:8', message: 'lone'},
        {at: '1:11-1:17', message: 'straight'},
        {at: '1:20-1:26', message: 'straight'},
      ],
    },
    {
      name: 'double marks inside double ones',
      text: '老支书说：“要记住“绿水青山”这四个字。”',
      findings: [{at: '1:10-1:16', message: 'nested', fixed: '老支书说：“要记住‘绿水青山’这四个字。”'}],
    },
    {
      name: 'single marks alone',
      text: '县里推行‘一件事一次办’改革。',
      findings: [{at: '1:5-1:13', message: 'single', severity: 'warning', fixed: '县里推行“一件事一次办”改革。'}],
    },
    {
      name: 'corner marks',
      text: '县里推行「一件事一次办」改革。',
      findings: [{at: '1:5-1:13', message: 'corner', severity: 'note', fixed: '县里推行“一件事一次办”改革。'}],
    },
    {
      name: 'straight marks throughout are one finding',
      text: '做到"一网通办"，推行"一窗受理"。\n\n'.repeat(5).trim(),
      findings: [
        {at: '1:3-1:9', message: 'throughout', fixed: '做到“一网通办”，推行“一窗受理”。\n\n'.repeat(5).trim()},
      ],
    },
  ],
});
