import fc from 'fast-check';
import iconv from 'iconv-lite';
import {describe, expect, test} from 'vitest';
import {rules} from '../rules/index.js';
import {Fixer} from '../src/engine/fix.js';
import {parseArticle} from '../src/engine/read.js';
import {createChecker} from '../src/unified/processor.js';
import {docx, p, r} from './helpers/docx.js';

const checker = createChecker(
  rules.map(rule => ({
    rule,
    severity: rule.severity === 'off' ? ('warning' as const) : rule.severity,
    options: rule.defaults,
  })),
);

async function check(path: string, bytes: Uint8Array) {
  const article = await parseArticle(path, () => bytes);
  return {source: article.source, findings: await checker.check(article)};
}

/** Articles put together from what rules look for, whole and broken. */
const piece = fc.constantFrom(
  ...'“”‘’《》〈〉（）()〔〕【】「」，。；：、！？…—,.;:!? \t　\n\n\n#*|>-'.split(''),
  ...[
    '青山县',
    '召开会议',
    '2024年以来，',
    '知情权',
    '参与权',
    '▲比赛现场',
    '（陶一帆 摄）',
    '图为会场',
    '来源：',
    '发布时间：',
    '2024-02-30',
  ],
  ...[
    '第3条',
    '一、',
    '（一）',
    '1.',
    '15%',
    '。\n会议要求，各乡镇要备足抢险物资，确保按时到位。\n',
    '![](a.jpg)',
    '2024年',
    '13月',
    '33日（星期四）',
    '至',
    '望政发[2024]第',
    '9号',
    '3千',
    '5百万',
    '２０',
    '几10',
    '二○二四年',
    '（二）、',
    '二是',
    '9：30',
    '<!-- govlint-disable -->',
    '&amp;',
    '😀',
  ],
);
const article = fc.array(piece, {maxLength: 60}).map(pieces => pieces.join(''));
const path = fc.constantFrom('a.txt', 'a.md');

describe('every rule, on any article', () => {
  test('never throws, and its places lie inside the text', async () => {
    await fc.assert(
      fc.asyncProperty(path, article, async (name, text) => {
        const {source, findings} = await check(name, Buffer.from(text));
        for (const {rule, start, end, related = [], fix} of findings) {
          expect(rule).not.toBe('internal-error');
          for (const place of [{start, end}, ...related, ...(fix?.edits ?? [])]) {
            expect(place.start.offset).toBeGreaterThanOrEqual(0);
            expect(place.end.offset).toBeGreaterThanOrEqual(place.start.offset);
            expect(place.end.offset).toBeLessThanOrEqual(source.text.length);
            expect(source.point(place.start.offset)).toEqual(place.start);
          }
        }
      }),
      {numRuns: 400},
    );
  });

  test('finds the same in LF and CRLF', async () => {
    await fc.assert(
      fc.asyncProperty(path, article, async (name, text) => {
        const unix = await check(name, Buffer.from(text));
        const windows = await check(name, Buffer.from(text.replaceAll('\n', '\r\n')));
        const seen = (findings: typeof unix.findings) =>
          findings.map(({rule, message, start, end}) => [
            rule,
            message,
            start.line,
            start.column,
            end.line,
            end.column,
          ]);
        expect(seen(windows.findings)).toEqual(seen(unix.findings));
      }),
      {numRuns: 400},
    );
  });

  test('finds the same in text and in a Word document with a paragraph for each line', async () => {
    await fc.assert(
      fc.asyncProperty(article, fc.integer({min: 1, max: 9}), async (text, length) => {
        // Word keeps tabs apart from text, and knows no comments that silence.
        const plain = text.replaceAll('\t', ' ').replaceAll('<!--', '<');
        const runs = (line: string) => (line.match(new RegExp(`.{1,${length}}`, 'gsu')) ?? []).map(part => r(part));
        const body = plain.split('\n').map(line => p(runs(line).join('')));
        const written = await check('a.txt', Buffer.from(plain));
        const saved = await check('a.docx', docx(body.join('')));
        expect(saved.source.text).toBe(plain);
        // Only where pictures can be seen is it known that one is missing.
        const same = saved.findings.filter(({rule}) => rule !== 'photo-caption-missing');
        expect(same).toEqual(written.findings.map(finding => ({...finding, path: 'a.docx'})));
      }),
      {numRuns: 400},
    );
  });

  test('finds the same in UTF-8 and GB18030', async () => {
    // Enough ordinary characters that the encoding can be told.
    const lead = '青山县人民政府办公室关于印发年度工作要点的通知已经发布，请各单位遵照执行。\n';
    await fc.assert(
      fc.asyncProperty(path, article, async (name, text) => {
        const utf8 = await check(name, Buffer.from(lead + text));
        const gb = await check(name, iconv.encode(lead + text, 'gb18030'));
        expect(gb.findings).toEqual(utf8.findings);
      }),
      {numRuns: 200},
    );
  });

  test('fixing twice is fixing once', async () => {
    await fc.assert(
      fc.asyncProperty(
        path,
        article,
        fc.constantFrom('safe' as const, 'suggested' as const),
        async (name, text, kind) => {
          const once = await fix(name, Buffer.from(text), kind);
          const twice = await fix(name, once.bytes, kind);
          expect(twice.fixed).toBe(0);
          expect(twice.bytes.equals(once.bytes)).toBe(true);
        },
      ),
      {numRuns: 300},
    );
  });
});

async function fix(path: string, bytes: Buffer, kind: 'safe' | 'suggested') {
  const article = await parseArticle(path, () => bytes);
  const findings = await checker.check(article);
  let after = bytes;
  const fixer = new Fixer({kind, dryRun: (_path, _before, text) => (after = Buffer.from(text))});
  await fixer.fix({path, absolute: path, bytes, article, findings}, changed => checker.check(changed));
  return {bytes: after, fixed: fixer.fixed};
}
