import rule from '../../rules/repeated-punctuation.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    {name: 'code', path: 'article.md', text: '# 操作说明\n\n正则写作`[，。]+`，结果是`，，`。'},
    '山绿了，水清了；大家说：“真好！”',
    '真好！！！这还是从前的荒坡吗？？？',
    '这还是从前的荒坡吗？！',
    {name: 'an ellipsis behind a mark', text: '他说：“我们……”'},
    {name: 'three stops are an ellipsis', text: '栽了杉树、松树。。。\n\n还有竹子、、、'},
    {name: 'an address', text: '请登录https://www.example.cn/a,,b查看。'},
    {name: 'marks in a pair', text: '为什么叫《谁的山？》，他说得很清楚。'},
    {name: 'a speech that is whole', text: '老支书说：“山绿了。”大家都笑了。'},
    {name: 'a character that was lost', text: '整治了青山、?水两个灌区。'},
    {name: 'an emoji', text: '‼️重要通知'},
    {name: 'Latin text', text: 'Use std::cout here.'},
  ],
  invalid: [
    {
      text: '山绿了，，水清了。。',
      findings: [
        {at: '1:4-1:6', message: 'repeated', severity: 'error', fixed: '山绿了，水清了。。'},
        {at: '1:9-1:11', message: 'repeated', fixed: '山绿了，，水清了。'},
      ],
    },
    {
      name: 'half-width marks',
      text: '山绿了,,水清了。',
      findings: [{at: '1:4-1:6', message: 'repeated', fixed: '山绿了，水清了。'}],
    },
    {
      name: 'one of them half-width',
      text: '山绿了，,水清了。',
      findings: [{at: '1:4-1:6', message: 'repeated', fixed: '山绿了，水清了。'}],
    },
    {
      name: 'two marks in one place',
      text: '山绿了，。水清了；。',
      findings: [
        {at: '1:4-1:6', message: 'two', fixed: '山绿了。水清了；。'},
        {at: '1:9-1:11', message: 'two', fixed: '山绿了，。水清了。'},
      ],
    },
    {
      name: 'too many',
      text: '真好！！！！',
      findings: [{at: '1:3-1:7', message: 'tooMany', fixed: '真好！！！'}],
    },
    {
      name: 'as many as the option allows',
      text: '真好！！！真好！！真好！',
      options: {atMost: 2},
      findings: [{at: '1:3-1:6', message: 'tooMany', fixed: '真好！！真好！！真好！'}],
    },
    {
      name: 'the question mark comes first',
      text: '这还是从前的荒坡吗！？',
      findings: [{at: '1:10-1:12', message: 'order', severity: 'note', fixed: '这还是从前的荒坡吗？！'}],
    },
    {
      name: 'two marks in one character',
      text: '真好‼这还是从前的荒坡吗⁉',
      findings: [
        {at: '1:3-1:4', message: 'oneCharacter', severity: 'warning', fixed: '真好！！这还是从前的荒坡吗⁉'},
        {at: '1:13-1:14', message: 'oneCharacter', fixed: '真好‼这还是从前的荒坡吗？！'},
      ],
    },
    {
      name: 'a stop on both sides of a speech',
      text: '老支书说：“山绿了。”。',
      findings: [{at: '1:10-1:13', message: 'quoted', severity: 'warning', fixed: '老支书说：“山绿了。”'}],
    },
    {
      name: 'a stop on both sides of quoted words',
      text: '大家都说“山绿了。”，很高兴。',
      findings: [{at: '1:9-1:12', message: 'quoted', fixed: '大家都说“山绿了”，很高兴。'}],
    },
    {
      name: 'in a headline and in a caption',
      text: '青山县植树忙！！！！\n\n县里开展植树活动。\n\n▲植树现场，，人头攒动（韦明 摄）',
      findings: [
        {at: '1:7-1:11', message: 'tooMany'},
        {at: '5:6-5:8', message: 'repeated'},
      ],
    },
  ],
});
