import rule from '../../rules/duplicate-paragraphs.js';
import {ruleTester} from '../helpers/rule-tester.js';

const A = '5月19日，青山县在白崖乡开展山洪灾害防御演练，共有三百余人参加。';
const B = '演练检验了预警、转移、安置等环节的衔接，达到了预期目的。';
const C = '下一步，各乡镇将逐村完善预案，备足物资，确保群众安全度汛。';
const HEAD = ['青山县启动防汛演练', '来源：青山县应急管理局　发布时间：2024-05-20 09:00'];
const article = (...blocks: string[]) => [...HEAD, ...blocks].join('\n\n');

ruleTester(rule, {
  valid: [
    article(A, B, C),
    {name: 'short lines may stand twice', text: article('（盖章）', A, '（盖章）', B)},
    {
      name: 'a refrain without end marks',
      text: article('山那边的灯还亮着，等你，也等我，等赶路的人', A, '山那边的灯还亮着，等你，也等我，等赶路的人'),
    },
    {
      name: 'parallel sentences with other figures',
      text: article(
        '白崖乡共排查山洪灾害隐患点12处，转移群众35户108人，发放应急物资220件。',
        '清水乡共排查山洪灾害隐患点18处，转移群众41户126人，发放应急物资260件。',
      ),
    },
    {
      name: 'edited copies not asked for',
      options: {similarity: 1},
      text: article(A + B + C, B, `${A}${B}${C.replace('确保', '保证')}`),
    },
  ],
  invalid: [
    {
      name: 'a paragraph twice',
      text: article(A, B, A, C),
      findings: [{at: '9:1-9:34', message: 'repeated', severity: 'error'}],
    },
    {name: 'side by side', text: article(A, A, B), findings: [{at: '7:1-7:34', message: 'repeated'}]},
    {
      name: 'a run of paragraphs is one finding',
      text: article(A, B, C, A, B),
      findings: [{at: '11:1-13:29', message: 'repeatedRun'}],
    },
    {
      name: 'the whole article twice is one finding, whatever its metadata say',
      text: `${article(A, B)}\n\n${article(A, B).replace('09:00', '10:30')}`,
      findings: [{at: '9:1-15:29', message: 'repeatedRun'}],
    },
    {
      name: 'three times: two findings',
      text: article(A, A, A),
      findings: [
        {at: '7:1-7:34', message: 'repeated'},
        {at: '9:1-9:34', message: 'repeated'},
      ],
    },
    {
      name: 'width and spaces do not count',
      text: article(
        '会议要求： 各乡镇要备足抢险物资，确保 2 小时内到位。',
        B,
        '会议要求:各乡镇要备足抢险物资,确保２小时内到位。',
      ),
      findings: [{at: '9:1-9:26', message: 'repeated'}],
    },
    {
      name: 'an edited copy is a warning',
      text: article(A + B + C, B, `${A}${B}${C.replace('确保', '保证')}`),
      findings: [{at: '9:1-9:91', message: 'similar', severity: 'warning'}],
    },
    {
      name: 'shorter paragraphs by option',
      options: {minLength: 5},
      text: article('请互相转告。', A, '请互相转告。'),
      findings: [{at: '9:1-9:7', message: 'repeated'}],
    },
  ],
});
