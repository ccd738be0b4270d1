import fc from 'fast-check';
import iconv from 'iconv-lite';
import {expect, test} from 'vitest';
import {rules} from '../../rules/index.js';
import {viewOf} from '../../src/core/view.js';
import {parseArticle} from '../../src/engine/read.js';
import {createChecker} from '../../src/unified/processor.js';

const checker = createChecker(
  rules.map(rule => ({
    rule,
    severity: rule.severity === 'off' ? ('warning' as const) : rule.severity,
    options: rule.defaults,
  })),
);

interface Draft {
  readonly title: string;
  readonly facts: string;
  readonly body: readonly string[];
}

const title = fc.constantFrom('青山县召开防汛工作会议', '青山县解读《办事清单', '青山县开展“送政策”活动');
const facts = fc.constantFrom(
  '来源：青山县融媒体中心　发布时间：2024-05-20 09:30',
  '来源：　发布时间：2024-05-20 09:30',
  '来源：青山县水务局　发布时间：2024-02-30',
  '发布时间：2024-05-20',
);
const sentence = fc.constantFrom(
  '会议指出，今年以来，全县上下攻坚克难，各项工作取得新成效。',
  '会上解读了《窗口服务规范》2024年办事清单》，并现场答疑。',
  '大家表示，要把“早谋划、早部署、早落实的要求落到实处。',
  '青山县水务局（以下简称“县水务局”负责统筹协调。',
  '会议要求各级各部门要压实责任会议强调，要守住底线。',
  '活动吸引了3,000多名群众参加,现场气氛热烈。',
  '各乡镇要实行领导包片、干部包户的责任制。确保任务落实到人',
);
const draft: fc.Arbitrary<Draft> = fc.record({
  title,
  facts,
  body: fc.array(
    fc.array(sentence, {minLength: 1, maxLength: 3}).map(sentences => sentences.join('')),
    {minLength: 2, maxLength: 5},
  ),
});

const WAYS: Readonly<Record<string, (draft: Draft) => string>> = {
  'a.txt': ({title, facts, body}) => [title, facts, ...body].join('\n\n'),
  'a.md': ({title, facts, body}) => [`# ${title}`, facts, ...body].join('\n\n'),
  'a.html': ({title, facts, body}) => `<html>
<head><title>${title}_青山县人民政府</title></head>
<body><div class="nav"><a href="/">首页</a></div>
<h1>${title}</h1>
<p class="info">${facts}</p>
<div class="TRS_Editor">
${body.map(words => `  <p style="text-indent: 2em">　　${marked(words)}</p>`).join('\n')}
</div>
<div class="foot">网站标识码：5399000001</div></body></html>`,
};

/** The words with references and nested tags in them, and broken over lines. */
function marked(words: string): string {
  return words
    .replace(/“/g, '&ldquo;')
    .replace(/《/, '<span><b>《</b></span>')
    .replace(/会议/g, '会<font face="宋体">\n议</font>')
    .replace(/。(?=.)/, '&#12290;<!-- 注 -->');
}

const ENCODINGS = [
  ['utf-8', false],
  ['utf-8', true],
  ['gb18030', false],
  ['utf-16le', true],
] as const;

/** Every finding with the words of its block and where it stands in them. */
async function found(path: string, bytes: Uint8Array): Promise<unknown[]> {
  const article = await parseArticle(path, () => bytes);
  const findings = await checker.check(article);
  return viewOf(article, findings).flatMap(({text, marks}) =>
    marks.map(({start, end, finding}) => [findings[finding]!.rule, findings[finding]!.message, text, start, end]),
  );
}

test('one article in three formats, four encodings and with any line ends: the same findings at the same words', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(draft, async article => {
      const expected = await found('a.txt', Buffer.from(WAYS['a.txt']!(article)));
      seen += expected.length;
      for (const [path, write] of Object.entries(WAYS)) {
        for (const [encoding, addBOM] of ENCODINGS) {
          for (const end of ['\n', '\r\n', '\r']) {
            const bytes = iconv.encode(write(article).replaceAll('\n', end), encoding, {addBOM});
            expect(await found(path, bytes), `${path} ${encoding} ${JSON.stringify(end)}`).toEqual(expected);
          }
        }
      }
    }),
    {numRuns: 60},
  );
  expect(seen).toBeGreaterThan(60);
});
