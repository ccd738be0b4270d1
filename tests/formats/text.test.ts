import {describe, expect, test} from 'vitest';
import {fields, fromSource, outline, read} from '../helpers/read.js';

const NEWS = `　　青山县举办龙舟赛
来源：青山县融媒体中心 | 发布时间：2024-06-10 18:30 | 浏览次数：
【字体：大 中 小】

　　6月10日，青山县在清水河举办龙舟赛，12支代表队参加比赛。
▲比赛现场（陶一帆 摄）
　　一、赛程安排
　　比赛分预赛和决赛。
　　（一）预赛在上午举行。
　　（记者 罗雨桐）
　　青山县文化和旅游局
　　2024年6月10日
打印 关闭
`;

describe('a plain text article', () => {
  test('each line has its role', async () => {
    expect(outline(await read('a.txt', NEWS))).toEqual([
      'title: 青山县举办龙舟赛',
      'metadata: 来源：青山县融媒体中心 | 发布时间：2024-06-10 18:30 | 浏览次数：',
      'furniture: 【字体：大 中 小】',
      'paragraph: 6月10日，青山县在清水河举办龙舟赛，12支代表队参加比赛。',
      'caption: ▲比赛现场（陶一帆 摄）',
      'heading: 一、赛程安排',
      'paragraph: 比赛分预赛和决赛。',
      'item: （一）预赛在上午举行。',
      'credit: （记者 罗雨桐）',
      'signature: 青山县文化和旅游局',
      'signature: 2024年6月10日',
      'furniture: 打印 关闭',
    ]);
  });

  test('the visible line gives the metadata, each value with its place', async () => {
    const article = await read('a.txt', NEWS);
    expect(fields(article)).toEqual([
      'title = 青山县举办龙舟赛',
      'source = 青山县融媒体中心',
      'date = 2024-06-10 18:30',
      'views = ',
    ]);
    const date = article.metadata.get('date')![0]!;
    expect(article.source.text.slice(...date.span)).toBe('2024-06-10 18:30');
    expect(article.source.text.slice(...date.labelSpan)).toBe('发布时间');
  });

  test.each(['\n', '\r\n', '\r'])('line ends %j: same blocks, and each stands where it says', async eol => {
    const article = await read('a.txt', NEWS.replaceAll('\n', eol));
    expect(outline(article)).toEqual(outline(await read('a.txt', NEWS)));
    expect(fromSource(article)).toEqual(article.blocks.map(({text}) => text));
    expect(article.source.point(article.blocks[3]!.at(0))).toMatchObject({line: 5, column: 3});
  });

  test('「标题：…」 names the title', async () => {
    const article = await read('a.txt', '标题：青山县举办龙舟赛\n来源：青山县融媒体中心\n正文：\n比赛今天举行。');
    expect(fields(article)).toEqual(['title = 青山县举办龙舟赛', 'source = 青山县融媒体中心']);
    expect(outline(article)[0]).toBe('title: 青山县举办龙舟赛');
  });

  test('a line about time in a notice is no metadata', async () => {
    const article = await read('a.txt', '关于召开会议的通知\n\n请准时参加。\n\n时间：5月1日上午9时\n');
    expect(fields(article)).toEqual(['title = 关于召开会议的通知']);
  });
});
