import {describe, expect, test} from 'vitest';
import {fields, fromSource, outline, read} from '../helpers/read.js';

const POST = `---
title: 青山县举办龙舟赛
来源: 青山县融媒体中心
date: 2024-06-10 18:30
---

6月10日，青山县在**清水河**举办[龙舟赛](https://example.com/a_(b))，\`12\`支代表队参加。

![比赛现场](images/1.jpg)

比赛现场（陶一帆 摄）

## 一、赛程

- 预赛在上午举行。
- 决赛在下午举行。

| 时间 | 项目 |
| --- | --- |
| 9:00 | 预赛 |

\`\`\`sh
echo 《未闭合
\`\`\`
`;

describe('a Markdown article', () => {
  test('front matter, images, lists and tables have their roles; code is left out', async () => {
    expect(outline(await read('a.md', POST))).toEqual([
      'title: 青山县举办龙舟赛',
      'paragraph: 6月10日，青山县在清水河举办龙舟赛，12支代表队参加。',
      'image: 比赛现场',
      'caption: 比赛现场（陶一帆 摄）',
      'heading: 一、赛程',
      'item: 预赛在上午举行。',
      'item: 决赛在下午举行。',
      'cell: 时间',
      'cell: 项目',
      'cell: 9:00',
      'cell: 预赛',
    ]);
  });

  test('front matter is metadata under its canonical names', async () => {
    const article = await read('a.md', POST);
    expect(fields(article)).toEqual([
      'title = 青山县举办龙舟赛',
      'source = 青山县融媒体中心',
      'date = 2024-06-10 18:30',
    ]);
    const source = article.metadata.get('source')![0]!;
    expect(article.source.text.slice(...source.span)).toBe('青山县融媒体中心');
  });

  test('without front matter the first heading is the title and the visible line the metadata', async () => {
    const article = await read(
      'a.md',
      '# 青山县举办龙舟赛\n\n来源：青山县融媒体中心　发布时间：2024-06-10\n\n比赛今天举行。\n',
    );
    expect(fields(article)).toEqual(['title = 青山县举办龙舟赛', 'source = 青山县融媒体中心', 'date = 2024-06-10']);
  });

  test('offsets go through inline markup', async () => {
    const article = await read('a.md', POST);
    const {text} = article.source;
    const block = article.blocks[1]!;
    for (const word of ['清水河', '龙舟赛', '支代表队参加。']) {
      expect(text.slice(block.at(block.text.indexOf(word))).startsWith(word), word).toBe(true);
    }
  });

  test('offsets go through entities and escapes', async () => {
    const article = await read('a.md', '# 甲&amp;乙\\*丙\n');
    const [block] = article.blocks;
    expect(block!.text).toBe('甲&乙*丙');
    expect([0, 1, 2, 3, 4].map(at => block!.at(at))).toEqual([2, 3, 8, 9, 11]);
    expect(block!.span).toEqual([2, 12]);
  });

  test('CRLF gives the same blocks and lines', async () => {
    const article = await read('a.md', POST.replaceAll('\n', '\r\n'));
    const plain = await read('a.md', POST);
    expect(outline(article)).toEqual(outline(plain));
    const lines = (a: typeof article) => a.blocks.map(block => a.source.point(block.at(0)));
    expect(lines(article).map(({line, column}) => [line, column])).toEqual(
      lines(plain).map(({line, column}) => [line, column]),
    );
    expect(fromSource(article)[3]).toBe('比赛现场（陶一帆 摄）');
  });

  test('front matter that is no YAML is an error with its line, not an article without metadata', async () => {
    await expect(read('a.md', '---\ntitle: 甲\nsource: [乙\n---\n\n比赛今天举行。\n')).rejects.toThrow(/^line 4: /);
  });

  test('an answer to choose from below a picture is no caption', async () => {
    expect(outline(await read('a.md', '# 考题\n\n![](1.jpg)\n\nA．①②⑥\n\nB．③④⑤\n'))).not.toContain('caption: A．①②⑥');
  });

  test('paragraphs indented by spaces are prose', async () => {
    expect(outline(await read('a.md', '# 甲\n\n    比赛今天举行。\n\n      明天颁奖。\n'))).toEqual([
      'title: 甲',
      'paragraph: 比赛今天举行。',
      'paragraph: 明天颁奖。',
    ]);
  });

  test('10,000 nested quotes and brackets are read', async () => {
    const article = await read('a.md', `${'>'.repeat(10_000)}甲\n\n${'['.repeat(10_000)}乙\n`);
    expect(article.blocks.map(({text}) => text.slice(-1))).toContain('乙');
  });
});
