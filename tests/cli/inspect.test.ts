import {expect, test} from 'vitest';
import type {Inspection} from '../../src/cli/inspection.js';
import {CLEAN, folder, govlint} from '../helpers/cli.js';

const PAGE = `<html><head><meta name="ArticleTitle" content="青山县开展义务植树活动"></head><body>
<h1>青山县开展义务植树活动</h1><p>来源：青山县林业和草原局</p>
<div id="zoom"><!-- govlint-disable paired-marks --><p>活动中，共栽植树苗&nbsp;三百余株。</p><p style="display:none">看不见，也不读。</p></div>
</body></html>`;

test('shows what was read of a page, and where', async () => {
  const {code, stdout, stderr} = await govlint(['inspect', 'a.html'], {cwd: folder({'a.html': PAGE})});
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(stdout).toBe(`a.html: html, utf-8, 4 行

元数据
  1:48-1:59  title   tag      ArticleTitle  青山县开展义务植树活动
  2:5-2:16   title   visible  标题          青山县开展义务植树活动
  2:27-2:36  source  visible  来源          青山县林业和草原局

段落
  2:5-2:16   title      青山县开展义务植树活动
  2:24-2:36  metadata   来源：青山县林业和草原局
  3:56-3:76  paragraph  活动中，共栽植树苗\u00a0三百余株。

隐藏的文字
  3:104-3:112  看不见，也不读。

屏蔽注释
  3:16-3:53  disable  paired-marks
`);
});

test('--format json has the whole, with the words of long lines', async () => {
  const long = '植树造林，绿化家园。'.repeat(30);
  const cwd = folder({'a.txt': `${CLEAN}\n${long}\n`});
  const {code, stdout} = await govlint(['inspect', 'a.txt', '--format', 'json'], {cwd});
  const {fields, blocks, ...about} = JSON.parse(stdout) as Inspection;
  expect(code).toBe(0);
  expect(about).toEqual({
    path: 'a.txt',
    format: 'text',
    encoding: 'utf-8',
    bom: false,
    lines: 8,
    holdsArticle: true,
    hidden: [],
    suppressions: [],
  });
  expect(fields.map(({name, origin, start}) => [name, origin, start.line, start.column])).toEqual([
    ['title', 'visible', 1, 1],
    ['source', 'visible', 3, 4],
    ['date', 'visible', 3, 19],
  ]);
  expect(blocks.at(-1)).toMatchObject({role: 'paragraph', text: long, start: {line: 7, column: 1}});
});

test('the configuration says where the body is', async () => {
  const cwd = folder({
    'govlint.config.json': '{"html": {"body": ["#mine"]}}',
    'a.html': `<body><div id="zoom"><p>一处，文字。</p></div><div id="mine"><p>另一处，文字。</p></div></body>`,
  });
  const {stdout} = await govlint(['inspect', 'a.html'], {cwd});
  expect(stdout).toContain('另一处，文字。');
  expect(stdout).not.toContain('一处，文字。\n  1:');
});

test('a selector that is none is said, and the rest is read', async () => {
  const cwd = folder({'govlint.config.json': '{"html": {"body": ["div > p"]}}', 'a.html': PAGE});
  const {code, stdout, stderr} = await govlint(['inspect', 'a.html'], {cwd});
  expect(code).toBe(2);
  expect(stderr).toContain('html.body.0：应写成元素名、#id、.class');
  expect(stdout).toContain('活动中，共栽植树苗');
});

test.each([['missing.html'], ['a.pdf'], ['.']])('a file that cannot be read is said: %s', async name => {
  const {code, stdout, stderr} = await govlint(['inspect', name], {cwd: folder({'a.pdf': '%PDF'})});
  expect({code, stdout}).toEqual({code: 2, stdout: ''});
  expect(stderr).toContain(`govlint: ${name}`);
});
