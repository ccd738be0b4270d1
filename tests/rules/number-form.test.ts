import rule from '../../rules/number-form.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    '增长15%～30%，投资9亿～16亿元，面积3万至5万亩。',
    '2016—2020年投入3000万元，2.8万亩农田受益。',
    '总装机5千瓦，质量3千克，全长8千米，气压3百帕，带宽2千兆。',
    '拨打12345百姓热线，评选2024百强县、2023十大新闻。',
    '二十几个乡镇，几十名党员，几千人。',
    '二〇二四年三月，一九九五年九月。',
    '共有1,256人参加，比例为3：10。',
    '上午9:05开始，15时结束，下午3时复会。',
    '有期徒刑10年6个月，合同期20年。',
    '增长0.46%，达到1.5倍。',
    '条文第15至30万字。',
    '约2—3千人到场，2、3百人报名。',
    '近20年10月入秋最晚。',
    '算力达到10.36百亿亿次。',
    '按照《关于２０２４年工作的通知》执行。',
    '从2020—2025万元的变化看。',
    '由5—3万元的差额',
    '型号A15—30%浓度。',
    '请看第1，256页。',
    '软件升级到2024.5.20.1版，2020-2021学年，2021—2025年。',
  ],
  invalid: [
    {
      text: '增长15～30%。',
      findings: [{at: '1:3-1:9', message: 'range', severity: 'warning', fixed: '增长15%～30%。'}],
    },
    {text: '投资9～16亿元。', findings: [{at: '1:3-1:8', message: 'range', fixed: '投资9亿～16亿元。'}]},
    {text: '规模1至2万亿元。', findings: [{at: '1:3-1:8', message: 'range', fixed: '规模1万亿至2万亿元。'}]},
    {text: '增长4.5-5%。', findings: [{at: '1:3-1:9', message: 'range', severity: 'note', fixed: '增长4.5%-5%。'}]},
    {text: '投入3千万元。', findings: [{at: '1:3-1:6', message: 'mixed', fixed: '投入3000万元。'}]},
    {text: '种植2万8千亩。', findings: [{at: '1:3-1:7', message: 'mixed', fixed: '种植2.8万亩。'}]},
    {text: '最高3千5百元。', findings: [{at: '1:3-1:7', message: 'mixed', fixed: '最高3500元。'}]},
    {text: '最高3万5千5百元。', findings: [{at: '1:3-1:9', message: 'mixed', fixed: '最高3.55万元。'}]},
    {text: '消费券6百余万元。', findings: [{at: '1:4-1:8', message: 'mixed', fixed: '消费券600余万元。'}]},
    {text: '他说：“挣了3千块。”', findings: [{at: '1:7-1:9', message: 'mixed', severity: 'note'}]},
    {
      text: '20几个乡镇，10几人。',
      findings: [
        {at: '1:1-1:4', message: 'approximate', fixed: '二十几个乡镇，10几人。'},
        {at: '1:8-1:11', message: 'approximate', fixed: '20几个乡镇，十几人。'},
      ],
    },
    {
      text: '共几10人，几100户。',
      findings: [
        {at: '1:2-1:5', message: 'approximate', fixed: '共几十人，几100户。'},
        {at: '1:7-1:11', message: 'approximate', fixed: '共几10人，几百户。'},
      ],
    },
    {text: '二○二四年三月', findings: [{at: '1:1-1:5', message: 'zero', severity: 'warning', fixed: '二〇二四年三月'}]},
    {
      text: '二零二零年，二0二0年，二O二O年',
      findings: [
        {at: '1:1-1:5', message: 'zero', fixed: '二〇二〇年，二0二0年，二O二O年'},
        {at: '1:7-1:11', message: 'zero', fixed: '二零二零年，二〇二〇年，二O二O年'},
        {at: '1:13-1:17', message: 'zero', fixed: '二零二零年，二0二0年，二〇二〇年'},
      ],
    },
    {text: '共有1，256人。', findings: [{at: '1:3-1:8', message: 'grouping', fixed: '共有1,256人。'}]},
    {text: '上午9：05开始。', findings: [{at: '1:3-1:7', message: 'clock', fixed: '上午9:05开始。'}]},
    {
      text: '工作时间：9：00—17：30。',
      findings: [
        {at: '1:6-1:10', message: 'clock', fixed: '工作时间：9:00—17：30。'},
        {at: '1:11-1:16', message: 'clock', fixed: '工作时间：9：00—17:30。'},
      ],
    },
    {text: '下午15时召开。', findings: [{at: '1:1-1:5', message: 'afternoon', severity: 'note', fixed: '15时召开。'}]},
    {text: '于20年10月30日召开。', findings: [{at: '1:2-1:5', message: 'year', fixed: '于2020年10月30日召开。'}]},
    {
      text: '增长.46%，下降0。5%。',
      findings: [
        {at: '1:3-1:6', message: 'point', fixed: '增长0.46%，下降0。5%。'},
        {at: '1:10-1:13', message: 'point', fixed: '增长.46%，下降0.5%。'},
      ],
    },
    {
      text: '出栏１８．３万头，增长５％。',
      findings: [
        {at: '1:3-1:7', message: 'fullWidth', severity: 'warning', fixed: '出栏18.3万头，增长５％。'},
        {at: '1:12-1:14', message: 'fullWidth', fixed: '出栏１８．３万头，增长5%。'},
      ],
    },
    {
      text: '2021-2025年投资增长，2024.5.20发布。',
      findings: [
        {at: '1:1-1:11', message: 'connector', severity: 'note', fixed: '2021—2025年投资增长，2024.5.20发布。'},
        {at: '1:16-1:25', message: 'dots', severity: 'note', fixed: '2021-2025年投资增长，2024年5月20日发布。'},
      ],
    },
    {
      text: '第１，２项，共１，２５６人，２0年。',
      findings: [
        {at: '1:2-1:3', message: 'fullWidth'},
        {at: '1:4-1:5', message: 'fullWidth'},
        {at: '1:8-1:13', message: 'fullWidth', fixed: '第１，２项，共1,256人，２0年。'},
        {at: '1:15-1:17', message: 'fullWidth', fixed: '第１，２项，共１，２５６人，20年。'},
      ],
    },
    {
      name: 'full-width digits throughout are one finding',
      text: '１月、２月、３月。\n４月、５月、６月。',
      findings: [{at: '1:1-1:2', message: 'fullWidthThroughout', fixed: '1月、2月、3月。\n4月、5月、6月。'}],
    },
  ],
});
