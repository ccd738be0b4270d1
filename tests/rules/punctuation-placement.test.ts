import rule from '../../rules/punctuation-placement.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    {name: 'code', path: 'article.md', text: '# 操作说明\n\n正则写作`甲 ，乙`和`（，甲）`。'},
    '县里开展植树活动，共栽“三百余株”树苗（含补栽）。',
    {name: 'labels set out with spaces', text: '县里开展植树活动。\n\n联 系 人 ：韦明\n\n电话 ：见附件'},
    {name: 'the line of source and date', text: '青山县植树忙\n\n来源 ：青山县林业局　发布时间 ：2024-03-12 16:20'},
    {name: 'blanks to fill in', text: '请单位签字（盖章　　），并注明日期。'},
    {name: 'marks spoken of', text: '书名号《》里的“，”和句号（。）都要改。'},
    {
      name: 'a quotation of several paragraphs',
      text: '老支书说：\n\n“从前这里是荒坡。\n\n“现在都绿了。”',
    },
    {
      name: 'lines cut at a width',
      text: [
        '县里开展植树活动，机关干部到白鹤塘村植树三百余株，大家干得热火朝天',
        '，村民也踊跃参加，有的挖坑，有的扶苗，有的培土，有的浇水，配合默契',
        '。活动由县林业局主办，县团委协办，白鹤塘村承办，各单位都派人参加了',
        '这次活动，县里还将定期组织管护，落实责任单位和责任人，确保成活率达',
        '到九成以上，让荒坡变成青山，让溪水变清，让村民在家门口就能看到美景',
        '，过上好日子，县林业局负责人说，这是今年的第三次植树活动，大家都很',
        '积极，效果很好。',
      ].join('\n'),
    },
    {name: 'Latin text', text: 'A lone “ where its ” belongs.'},
    {name: 'formulae', text: '函数f(x, y )=x+y 。'.replace(' 。', '。')},
    {name: 'a note that is a sentence', text: '县里开展植树活动。（共栽三百余株。）大家都很高兴。'},
  ],
  invalid: [
    {
      text: '县里开展植树活动 ，共栽三百余株 。',
      findings: [
        {at: '1:9-1:10', message: 'spaceBefore', severity: 'warning', fixed: '县里开展植树活动，共栽三百余株 。'},
        {at: '1:17-1:18', message: 'spaceBefore', fixed: '县里开展植树活动 ，共栽三百余株。'},
      ],
    },
    {
      name: 'spaces inside a pair',
      text: '叫响“ 马上就办 ”的口号（ 见附件 ）。',
      findings: [
        {at: '1:4-1:5', message: 'spaceInside', fixed: '叫响“马上就办 ”的口号（ 见附件 ）。'},
        {at: '1:9-1:10', message: 'spaceBefore', fixed: '叫响“ 马上就办”的口号（ 见附件 ）。'},
        {at: '1:15-1:16', message: 'spaceInside'},
        {at: '1:19-1:20', message: 'spaceBefore'},
      ],
    },
    {
      name: 'a mark at the start of a paragraph',
      text: '青山县植树忙\n\n县里开展植树活动，许多村民也来参加\n\n，共栽三百余株。',
      findings: [{at: '5:1-5:2', message: 'start', severity: 'warning'}],
    },
    {
      name: 'a closing mark at the start of a paragraph whose partner is above',
      text: '县里印发了《青山县林木管护办法\n\n》，明确了责任。',
      findings: [{at: '3:1-3:2', message: 'startClosing'}],
    },
    {
      name: 'an opening mark at the end of a paragraph whose partner is below',
      text: '县里印发了《\n\n青山县林木管护办法》，明确了责任。',
      findings: [{at: '1:6-1:7', message: 'endOpening'}],
    },
    {
      name: 'marks right inside a pair',
      text: '县林业局（，负责管护）印发《办法、》，叫响“马上就办、”的口号。',
      findings: [
        {at: '1:6-1:7', message: 'insidePair', fixed: '县林业局（负责管护）印发《办法、》，叫响“马上就办、”的口号。'},
        {at: '1:17-1:18', message: 'insidePair', fixed: '县林业局（，负责管护）印发《办法》，叫响“马上就办、”的口号。'},
        {at: '1:27-1:28', message: 'insidePair'},
      ],
    },
    {
      name: 'a full stop in a bracket within a sentence',
      text: '县里开展植树活动（共栽三百余株。），效果很好。',
      findings: [
        {
          at: '1:16-1:17',
          message: 'insidePair',
          severity: 'note',
          fixed: '县里开展植树活动（共栽三百余株），效果很好。',
        },
      ],
    },
  ],
});
