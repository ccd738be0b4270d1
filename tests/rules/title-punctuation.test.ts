import rule from '../../rules/title-punctuation.js';
import {ruleTester} from '../helpers/rule-tester.js';

const BODY =
  '\n\n来源：青山县林业局　发布时间：2024-03-12 16:20\n\n县里开展植树活动，共栽树苗三百余株，机关干部三十人参加了这次活动。';

ruleTester(rule, {
  valid: [
    `青山县开展植树活动${BODY}`,
    {name: 'marks a headline may have', text: `荒坡怎么变青山？${BODY}`},
    {name: 'an exclamation', text: `植树正当时！${BODY}`},
    {name: 'a quotation', text: `老支书：“荒坡变青山。”${BODY}`},
    {name: 'a headline over two lines', text: `关于深入开展植树造林、\n\n加强林木管护工作的通知${BODY}`},
    {name: 'a salutation', text: `青山县植树倡议书\n\n各位村民朋友：${BODY}`},
    {name: 'headings', path: 'article.md', text: `# 青山县开展植树活动\n\n## 一、强化管护${BODY}`},
    {
      name: 'a run-in heading',
      text: `青山县开展植树活动\n\n一、强化管护。县里落实了责任单位和责任人，定期检查成活情况。`,
    },
    {name: 'a caption that is a sentence', text: `青山县开展植树活动${BODY}\n\n▲机关干部在白鹤塘村植树。（韦明 摄）`},
    {name: 'a caption with 图为', text: `青山县开展植树活动${BODY}\n\n图为植树现场。`},
    {name: 'a caption that is a phrase', text: `青山县开展植树活动${BODY}\n\n▲植树现场`},
  ],
  invalid: [
    {
      text: `青山县开展植树活动。${BODY}`,
      findings: [{at: '1:10-1:11', message: 'title', severity: 'warning', fixed: `青山县开展植树活动${BODY}`}],
    },
    {
      name: 'a comma',
      text: `青山县开展植树活动，${BODY}`,
      findings: [{at: '1:10-1:11', message: 'title', fixed: `青山县开展植树活动${BODY}`}],
    },
    {
      name: 'a heading',
      path: 'article.md',
      text: `# 青山县开展植树活动\n\n## 一、强化管护。${BODY}`,
      findings: [{at: '3:10-3:11', message: 'heading', fixed: `# 青山县开展植树活动\n\n## 一、强化管护${BODY}`}],
    },
    {
      name: 'a heading that leads on',
      path: 'article.md',
      text: `# 青山县开展植树活动\n\n## 主要做法：${BODY}`,
      findings: [{at: '3:8-3:9', message: 'heading', severity: 'note'}],
    },
    {
      name: 'a caption that is a phrase',
      text: `青山县开展植树活动${BODY}\n\n▲白鹤塘村植树现场。`,
      findings: [{at: '7:10-7:11', message: 'caption', fixed: `青山县开展植树活动${BODY}\n\n▲白鹤塘村植树现场`}],
    },
  ],
});
