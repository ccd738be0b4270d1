import rule from '../../rules/personal-data.js';
import {ruleTester} from '../helpers/rule-tester.js';

// The numbers are invented: their regions do not exist, their check digits are right.
ruleTester(rule, {
  valid: [
    '统一社会信用代码：91350100M000100Y43。',
    '咨询电话：0596-6123456，监督电话 010-64960000。',
    '热线12345，报名网址 https://example.gov.cn/13800001234.html。',
    '户主尹某某，身份证号 11*************232，电话 138****1234。',
    {name: 'a wrong check digit, no label', text: '项目代码119900199001011233。'},
    {name: 'an impossible birth date', text: '身份证号：119900199013011232。'},
    {name: 'a number within a longer one', text: '流水号5119900199001011232，批次1199001990010112320。'},
    {name: 'a number within letters', text: '附件W119900199001011232已上传。'},
    {name: 'an amount', text: '总投资13800001234元，建筑面积13800001234.5平方米。'},
    {name: 'fails the check of cards', text: '卡号：6222021234567890127。'},
    {name: 'no issuer makes such numbers', text: '账号：1234567890123452。'},
    {name: 'the account of an office', text: '户名：云岭县财政局，账号：6222021234567890128。'},
    {name: 'the number of a thing', text: '项目编号6222021234567890128已入库。'},
    {name: '15 digits without a word', text: '台账第119900900101123号。'},
    '电子邮箱：yunlingban@163.com，欢迎来信。',
    '公司住所：云岭县白崖乡龙塘路12号。',
    '村民住房改造3号楼2单元已完工。',
    '家庭住址：云岭县白崖乡。',
    {name: 'published on purpose', text: '电话 138-0000-1234。', options: {allow: ['13800001234']}},
    {name: 'contacts of an office', text: '联系人：尹某，电话13800001234。'},
    {name: 'kinds', text: '户主尹某，13800001234。', options: {kinds: ['bank-card']}},
  ],
  invalid: [
    {
      name: 'what follows a number that is called one is no unit',
      text: '户主电话：13800001234千万记牢。',
      findings: [{at: '1:6-1:17', message: 'exposed'}],
    },
    {
      text: '经查，119900199001011232在册。',
      findings: [{at: '1:4-1:22', message: 'identity', severity: 'error', fixed: '经查，11*************232在册。'}],
    },
    {
      name: 'grouped, full-width, small x',
      text: '身份证号 119900 19900101 1232，身份证号１１９９００１９９００１０１１２３２，身份证号11019919491231002x。',
      findings: [
        {at: '1:6-1:26', message: 'identity'},
        {at: '1:31-1:49', message: 'identity'},
        {at: '1:54-1:72', message: 'identity'},
      ],
    },
    {
      name: 'a region that does not exist, with a label',
      text: '身份证号码：990102198503124050。',
      findings: [{at: '1:7-1:25', message: 'identity', severity: 'error'}],
    },
    {
      name: 'a wrong check digit, with a label',
      text: '身份证号：119900199001011233。',
      findings: [{at: '1:6-1:24', message: 'doubtfulIdentity', severity: 'warning'}],
    },
    {
      name: '15 digits with a label',
      text: '身份证号：119900900101123。',
      findings: [{at: '1:6-1:21', message: 'identity', fixed: '身份证号：11**********123。'}],
    },
    {
      name: 'masked too little',
      text: '尹某某，******199001011232。',
      findings: [{at: '1:5-1:23', message: 'weakMask', fixed: '尹某某，***************232。'}],
    },
    {
      text: '户主尹某，13800001234；村民白某，139 0000 1234；张某 +86-13700001234',
      findings: [
        {at: '1:6-1:17', message: 'exposed', severity: 'error'},
        {at: '1:23-1:36', message: 'exposed', severity: 'error'},
        {at: '1:40-1:55', message: 'exposed', severity: 'error'},
      ],
    },
    {
      text: '尹某，13800001234。',
      findings: [{at: '1:4-1:15', message: 'exposed', severity: 'warning', fixed: '尹某，138****1234。'}],
    },
    {
      text: '联系人：尹某，电话：13800001234。',
      options: {contacts: 'note'},
      findings: [{at: '1:11-1:22', message: 'contact', severity: 'note'}],
    },
    {
      text: '补助打入卡号6222 0212 3456 7890 128。',
      findings: [
        {at: '1:7-1:30', message: 'exposed', severity: 'error', fixed: '补助打入卡号6222 **** **** **** 128。'},
      ],
    },
    {
      name: 'an office is named, but not as the holder',
      text: '县财政局对公众负责，卡号：6222021234567890128。',
      findings: [{at: '1:14-1:33', message: 'exposed', severity: 'error'}],
    },
    {
      name: 'a card of nobody',
      text: '见6222021234567890128。',
      findings: [{at: '1:2-1:21', message: 'doubtful', severity: 'note'}],
    },
    {
      text: '护照号码：E12345678，港澳通行证 H1234567800。',
      findings: [
        {at: '1:6-1:15', message: 'exposed'},
        {at: '1:22-1:33', message: 'exposed'},
      ],
    },
    {
      text: '车牌号：云A·1Q234。',
      findings: [{at: '1:5-1:13', message: 'exposed', severity: 'warning', fixed: '车牌号：云A·1***4。'}],
    },
    {
      text: '路口停放京AD00001。',
      findings: [{at: '1:5-1:13', message: 'doubtful', severity: 'note', fixed: '路口停放京AD****1。'}],
    },
    {
      text: '村民尹某，yinmou@qq.com。',
      findings: [{at: '1:6-1:19', message: 'exposed', severity: 'warning', fixed: '村民尹某，y*****@qq.com。'}],
    },
    {
      text: '尹某某，男，住云岭县白崖乡龙塘村3组12号。',
      findings: [{at: '1:14-1:22', message: 'address', fixed: '尹某某，男，住云岭县白崖乡。'}],
    },
    {
      name: 'a table says in its head whose numbers these are',
      path: 'article.md',
      text: '| 户主 | 号码 |\n| --- | --- |\n| 尹某 | 13800001234 |\n',
      findings: [{at: '3:8-3:19', message: 'exposed', severity: 'error'}],
    },
    {
      name: 'front matter',
      path: 'article.md',
      text: '---\ntitle: 公示\nowner: 13800001234\n---\n\n正文。\n',
      findings: [{at: '3:8-3:19', message: 'exposed', severity: 'warning'}],
    },
    {
      name: 'attributes, comments, hidden elements; markup between the digits',
      path: 'article.html',
      text: '<h1>公示</h1>\n<p data-id="119900199001011232">尹某</p>\n<!-- 13800001234 -->\n<p style="display:none">119900199001011232</p>\n<p>1199001990<b>01011232</b></p>\n',
      findings: [
        {at: '2:13-2:31', message: 'identity'},
        {at: '3:6-3:17', message: 'exposed'},
        {at: '4:25-4:43', message: 'identity'},
        {at: '5:4-5:25', message: 'identity'},
      ],
    },
  ],
});
