import {describe, expect, test} from 'vitest';
import type {Article} from '../../src/core/article.js';
import {Source} from '../../src/core/source.js';
import {parse} from '../../src/formats/html/article.js';

const read = (text: string, body?: readonly string[]) => parse(new Source('page.html', text), body && {html: {body}});
const outline = (article: Article) => article.blocks.map(({role, text}) => `${role} ${text}`);
const fields = (article: Article) =>
  [...article.metadata.values()].flat().map(({name, value, origin}) => `${name} ${value} ${origin}`);
/** What the source holds where a piece of a block's text should be. */
function raw(article: Article, words: string): string {
  for (const block of article.blocks) {
    const from = block.text.indexOf(words);
    if (from !== -1) return article.source.text.slice(...block.locate([from, from + words.length]));
  }
  throw new Error(`no block has ${words}`);
}

const PROSE =
  '<p>会议指出，今年以来，全县上下攻坚克难，各项工作取得新成效。</p><p>会议要求，各级各部门要压实责任，抓好落实。</p>';
const page = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`;

describe('fragments', () => {
  test('a paragraph is all body', () => {
    expect(outline(read('<p>各单位要抓好落实。</p>'))).toEqual(['paragraph 各单位要抓好落实。']);
  });

  test('headline, line of facts and body without a page around', () => {
    const article = read(
      `<h1>某县召开<br>防汛会议</h1><div><span>发布时间：2024-05-01</span><span>来源：某县水务局</span></div>${PROSE}`,
    );
    expect(outline(article).slice(0, 2)).toEqual([
      'title 某县召开防汛会议',
      'metadata 发布时间：2024-05-01 来源：某县水务局',
    ]);
    expect(fields(article)).toEqual([
      'title 某县召开防汛会议 visible',
      'date 2024-05-01 visible',
      'source 某县水务局 visible',
    ]);
  });

  test.each(['', ' ', '<', '<div>', '<!-- -->', '<title>', '</p>', '\0', '\ud800'])('%j gives an article', text => {
    expect(read(text).format).toBe('html');
  });
});

describe('where the body is', () => {
  const around = '<div class="nav"><a href="/">首页</a></div>';

  test('by the name of its container, not of a counter with the same name', () => {
    const article = read(
      page('', `${around}<h1>某县召开会议</h1><b id="view">4859</b><div class="view">${PROSE}</div>`),
    );
    expect(outline(article)).toEqual([
      'title 某县召开会议',
      'paragraph 会议指出，今年以来，全县上下攻坚克难，各项工作取得新成效。',
      'paragraph 会议要求，各级各部门要压实责任，抓好落实。',
    ]);
  });

  test('by where the prose is', () => {
    const article = read(
      page('', `${around}<h1>某县召开会议</h1><section>${PROSE}</section><div>主办：某县人民政府</div>`),
    );
    expect(outline(article)).toHaveLength(3);
  });

  test('an article in several boxes of the editor', () => {
    const article = read(
      page(
        '',
        `<div class="content"><div class="TRS_Editor">${PROSE}</div><div class="TRS_Editor">${PROSE}</div></div>`,
      ),
    );
    expect(article.blocks).toHaveLength(4);
  });

  test('in an <article>, with the pictures beside its text', () => {
    const figure = '<figure><img src="a.jpg"><figcaption>会议现场。张三 摄</figcaption></figure>';
    const article = read(
      page('', `${around}<main><article><h1>某县召开会议</h1><section>${PROSE}</section>${figure}</article></main>`),
    );
    expect(article.blocks.map(({role}) => role)).toEqual(['title', 'paragraph', 'paragraph', 'image', 'caption']);
  });

  test('the reading of a rare character is no text', () => {
    expect(outline(read('<p><ruby>饕<rp>(</rp><rt>tāo</rt></ruby>餮，文字。</p>'))).toEqual(['paragraph 饕餮，文字。']);
  });

  test('by a name with a number, in any letter case', () => {
    expect(outline(read(page('', `${around}<p>广告，广告。</p><td ID="Vsb_Content_2">${PROSE}</td>`)))).toHaveLength(2);
  });

  test('in a container that holds the headline and the line of facts too', () => {
    const facts =
      '<h3><span>2024-05-01 09：30</span><span>来源：某县融媒体中心</span><span>【字体：<a>大</a>】</span></h3>';
    const article = read(page('', `${around}<div class="article"><h1>某县召开会议</h1>${facts}${PROSE}</div>`));
    expect(outline(article).slice(0, -2)).toEqual([
      'title 某县召开会议',
      'metadata 2024-05-01 09：30',
      'metadata 来源：某县融媒体中心【字体：大】',
    ]);
    expect(fields(article)).toContain('source 某县融媒体中心 visible');
    expect(fields(article)).toContain('date 2024-05-01 09：30 visible');
  });

  test('where the caller says', () => {
    const text = page(
      '',
      `<div class="zoom">${PROSE}${PROSE}</div><div id="mine" class="a b"><p>另一处正文。</p></div>`,
    );
    for (const body of ['#mine', '.b']) expect(outline(read(text, [body]))).toEqual(['paragraph 另一处正文。']);
    expect(read(text, ['#none']).blocks).toHaveLength(4);
  });

  test('in the container that WeChat hides until the page has loaded', () => {
    const article = read(
      page(
        '',
        `<h1 id="activity-name">某县召开会议</h1><div><span><a>某县发布</a></span> <em>2024年5月1日 09:30</em></div>
        <div id="js_content" style="visibility: hidden; opacity: 0;">${PROSE}<p style="display:none">看不见</p></div>`,
      ),
    );
    expect(outline(article).slice(0, 2)).toEqual(['title 某县召开会议', 'metadata 某县发布 2024年5月1日 09:30']);
    expect(article.blocks).toHaveLength(4);
    expect(fields(article).slice(1)).toEqual(['source 某县发布 visible', 'date 2024年5月1日 09:30 visible']);
  });

  test('scripts, hidden elements and form controls are left out', () => {
    const hidden =
      '<script>var a="<p>脚本</p>";</script><p style="color:red; DISPLAY : none">看不见</p><p hidden>看不见</p><select><option>选项</option></select>';
    expect(outline(read(`<div id="zoom">${hidden}${PROSE}<noscript>请开启脚本</noscript></div>`))).toHaveLength(2);
  });

  test('links to other articles at its end are furniture', () => {
    const article = read(
      `<div id="zoom">${PROSE}<ul><li><a href="1">相关文章一</a></li><li><a href="2">相关文章二</a></li></ul></div>`,
    );
    expect(article.blocks.map(({role}) => role)).toEqual(['paragraph', 'paragraph', 'furniture', 'furniture']);
  });
});

describe('title', () => {
  const body = `<div id="zoom">${PROSE}</div>`;

  test('the tag, with its place and without the letter case', () => {
    const article = read(
      page("<META NAME='articletitle' CONTENT=' 防汛&amp;抗旱 '>", `<div>防汛&amp;抗旱</div>${body}`),
    );
    const [tag, visible] = article.metadata.get('title')!;
    expect([tag!.value, tag!.label, article.source.text.slice(...tag!.span)]).toEqual([
      '防汛&抗旱',
      'articletitle',
      '防汛&amp;抗旱',
    ]);
    expect(visible!.origin).toBe('visible');
  });

  test('an empty tag, and one without a value', () => {
    const article = read(page('<meta name=ContentSource content=""><meta name="PubDate">', body));
    const places = ['source', 'date'].map(name =>
      article.source.text.slice(0, article.metadata.get(name)![0]!.span[0]),
    );
    expect(places.map(text => text.slice(-10))).toEqual([' content="', 'e="PubDate']);
  });

  test('a headline that differs from its tag', () => {
    const article = read(
      page(
        '<meta name="ArticleTitle" content="某县召开2024年防汛会议">',
        `<h1>某县政府</h1><div class="title">某县召开2023年防汛会议</div>${body}`,
      ),
    );
    expect(article.metadata.get('title')!.map(({value}) => value)).toEqual([
      '某县召开2024年防汛会议',
      '某县召开2023年防汛会议',
    ]);
  });

  test.each([
    ['某县召开防汛会议_某县人民政府', '<div>某县召开防汛会议</div>', 'visible'],
    ['某县召开防汛会议_某县人民政府', '', 'tag'],
    ['某县召开防汛会议-某县人民政府网', '', 'tag'],
    ['某县人民政府 工作动态 某县召开防汛会议', '<h1>某县召开防汛会议</h1>', 'visible'],
  ])('in <title>%s</title> with %s', (title, headline, origin) => {
    const article = read(page(`<title>\n ${title}\n</title>`, headline + body));
    expect(fields(article)).toEqual([`title 某县召开防汛会议 visible`].map(text => text.replace('visible', origin)));
    expect(outline(article)[0]).toBe('title 某县召开防汛会议');
  });

  test.each([
    ['某县关于印发《2021-2025年各局工作规划》的通知', '某县关于印发《2021-2025年各局工作规划》的通知'],
    ['凝心聚力促发展——某县办公室工作纪实', '凝心聚力促发展——某县办公室工作纪实'],
    ['凝心聚力促发展——某县工作纪实-某县人民政府', '凝心聚力促发展——某县工作纪实'],
    ['某县召开会议 - 某县人民政府门户网站', '某县召开会议'],
  ])('<title>%s</title> alone', (title, expected) => {
    expect(outline(read(page(`<title>${title}</title>`, body)))[0]).toBe(`title ${expected}`);
  });

  test('no title is a <title> that holds the whole article', () => {
    const article = read(page(`<title>${'会议指出，（今年以来）成效显著。'.repeat(60)}</title>`, body));
    expect(article.metadata.get('title')).toBeUndefined();
  });

  test('over several lines of the body', () => {
    const article = read(
      page(
        '<meta name="ArticleTitle" content="某县人民政府关于印发实施方案的通知">',
        `<div id="zoom"><p>某县人民政府关于印发</p><p>实施方案的通知</p>${PROSE}</div>`,
      ),
    );
    expect(outline(article)[0]).toBe('title 某县人民政府关于印发实施方案的通知');
    expect(article.source.text.slice(...article.blocks[0]!.span)).toBe('某县人民政府关于印发</p><p>实施方案的通知');
  });
});

describe('the line below the headline', () => {
  const withLine = (line: string) =>
    read(page('', `<div class="article"><h1>某县召开会议</h1>${line}<div id="zoom">${PROSE}</div></div>`));
  const found = (line: string) =>
    fields(withLine(line))
      .filter(text => !text.startsWith('title'))
      .map(text => text.replace(' visible', ''));

  test.each([
    [
      '<p>来源：某县融媒体中心&nbsp;&nbsp;发布时间：2024-05-01 09:30</p>',
      ['source 某县融媒体中心', 'date 2024-05-01 09:30'],
    ],
    [
      '<p><span>来源：</span><em>某县融媒体中心</em><span>时间：2024-05-01</span></p>',
      ['source 某县融媒体中心', 'date 2024-05-01'],
    ],
    [
      '<p>来源：<!-- a -->某县<!-- b -->融媒体中心<b>发布时间：</b>2024&#45;05-01</p>',
      ['source 某县融媒体中心', 'date 2024-05-01'],
    ],
    [
      '<p><i>2024-05-01 09:30</i> <span>来源: 某县融媒体中心</span></p>',
      ['date 2024-05-01 09:30', 'source 某县融媒体中心'],
    ],
    ['<p>2024年5月1日</p>', ['date 2024年5月1日']],
    [
      '<table><tr><td>来 源：</td><td><a href="#">某县水务局</a></td></tr><tr><td>文　号：</td><td></td></tr></table>',
      ['source 某县水务局'],
    ],
    [
      '<table><tr><th>索引号</th><td>0147-2024</td><th>发布机构</th><td>某县水务局</td></tr><tr><th>发布日期</th><td>2024-05-01</td><th>文号</th><td></td></tr></table>',
      ['indexNumber 0147-2024', 'publisher 某县水务局', 'date 2024-05-01'],
    ],
    ['<table><tr><th>索引号</th><th>发布机构</th><th>发布日期</th></tr></table>', []],
    ['<dl><dd><label>发布机构：</label><div>某县水务局</div></dd></dl>', ['publisher 某县水务局']],
    [
      '<p>【发布日期：2024-05-01 】【来源：某县水务局】【阅读次数：9】【打印】</p>',
      ['date 2024-05-01', 'source 某县水务局', 'views 9'],
    ],
    ['<form>标题：<input name="q"> 来源：<input></form>', []],
    ['<p><span>来源：</span><span>浏览次数：<script>hits()</script></span></p>', ['source ', 'views ']],
  ])('%s', (line, expected) => {
    expect(found(line)).toEqual(expected);
  });

  test('knows its places', () => {
    const article = withLine('<p>来源：<b>某县</b>融媒体&#x4E2D;心</p>');
    const [field] = article.metadata.get('source')!;
    expect(article.source.text.slice(...field!.span)).toBe('某县</b>融媒体&#x4E2D;心');
    expect(article.source.text.slice(...field!.labelSpan)).toBe('来源');
  });
});

describe('images and captions', () => {
  const roles = (body: string) => outline(read(`<div id="zoom">${PROSE}${body}${PROSE}</div>`)).slice(2, -2);

  test.each([
    [
      'figcaption',
      '<figure><img src="a.jpg" alt="会场"><figcaption>会议现场<br>记者 张三 摄</figcaption></figure>',
      ['image 会场', 'caption 会议现场 记者 张三 摄'],
    ],
    ['the title of an image', '<p><img src="a.jpg" alt="" title="会场"></p>', ['image 会场']],
    [
      'a centred line',
      '<p align="center"><img src="a.jpg"></p><p align="center">会议现场。</p>',
      ['image ', 'caption 会议现场。'],
    ],
    [
      'the same paragraph',
      '<p style="text-align: center"><img src="a.jpg"><br>会议现场</p>',
      ['image ', 'caption 会议现场'],
    ],
    [
      'smaller type',
      '<p><img src="a.jpg"></p><p><span style="font-size: 9pt">会议现场。张三 摄</span></p>',
      ['image ', 'caption 会议现场。张三 摄'],
    ],
    ['a marked line', '<p><img src="a.jpg"></p><p>▲会议现场</p>', ['image ', 'caption ▲会议现场']],
    [
      'a cell under the image',
      '<table><tr><td><img src="a.jpg"></td><td><img src="b.jpg"></td></tr><tr><td>会议现场</td><td>签约现场</td></tr></table>',
      ['image ', 'image ', 'caption 会议现场', 'caption 签约现场'],
    ],
    [
      'the article going on',
      '<p align="center"><img src="a.jpg"></p><p>问：哪些主体可以申报？</p>',
      ['image ', 'paragraph 问：哪些主体可以申报？'],
    ],
    ['a heading', '<p align="center"><img src="a.jpg"></p><p>二、主要任务</p>', ['image ', 'heading 二、主要任务']],
    [
      'an icon in front of an attachment',
      '<p><img src="/images/icon_doc.gif">附件1：名单.docx</p>',
      ['item 附件1：名单.docx'],
    ],
    [
      'a formula in a sentence',
      '<p>通过<img src="f.png">计算得出结果，误差很小。</p>',
      ['paragraph 通过计算得出结果，误差很小。', 'image '],
    ],
    [
      'an image at the end of a paragraph',
      '<p>会议强调，要抓好落实。<img src="a.jpg"></p><p>图为会议现场</p>',
      ['paragraph 会议强调，要抓好落实。', 'image ', 'caption 图为会议现场'],
    ],
  ])('%s', (_, body, expected) => {
    expect(roles(body)).toEqual(expected);
  });
});

describe('tables, lists and headings', () => {
  test('cells of data, but not of a table that arranges the page', () => {
    const data = '<table><tr><th>镇</th><th>户数</th></tr><tr><td>青山镇</td><td>12</td></tr></table>';
    expect(outline(read(`<div id="zoom">${PROSE}${data}</div>`)).slice(2)).toEqual([
      'cell 镇',
      'cell 户数',
      'cell 青山镇',
      'cell 12',
    ]);
    expect(read(`<div id="zoom"><table><tr><td>${PROSE}</td></tr></table></div>`).blocks.map(({role}) => role)).toEqual(
      ['paragraph', 'paragraph'],
    );
  });

  test('headings, bold lines and items', () => {
    const body =
      '<h2>总体要求</h2><p><strong>工作原则</strong></p><p><b>会议强调，</b>要抓好落实。</p><p><b>有关要求：</b></p><ul><li>统筹推进</li><li><p>分类指导</p></li></ul>';
    expect(outline(read(`<div id="zoom">${PROSE}${body}</div>`)).slice(2)).toEqual([
      'heading 总体要求',
      'heading 工作原则',
      'paragraph 会议强调，要抓好落实。',
      'paragraph 有关要求：',
      'item 统筹推进',
      'item 分类指导',
    ]);
  });

  test('a line break ends a line, also in preformatted text', () => {
    expect(
      outline(
        read('<div id="zoom"><p>第一行，还有。<br/>第二行，还有。</p><pre>第三行，还有。\r第四行，还有。</pre></div>'),
      ),
    ).toEqual([
      'paragraph 第一行，还有。',
      'paragraph 第二行，还有。',
      'paragraph 第三行，还有。',
      'paragraph 第四行，还有。',
    ]);
  });

  test('tags that nobody closed', () => {
    expect(
      outline(read('<div id=zoom><p>甲，乙。<p>丙，丁。<b><p>戊，己。</b>庚，辛。<a name=top><p>壬，癸。')),
    ).toEqual(['paragraph 甲，乙。', 'paragraph 丙，丁。', 'paragraph 戊，己。庚，辛。', 'paragraph 壬，癸。']);
  });
});

describe('places', () => {
  const article = read(
    '<p>　　&ldquo;甲&rdquo;乙&nbsp&#20013;&#x2F;<b>丙</b>丁<!-- 注 -->戊&amp;己\r\n庚 \r 辛  a  b</p>',
  );

  test('through references, nested tags, comments and line ends', () => {
    expect(article.blocks[0]!.text).toBe('“甲”乙\u00a0中/丙丁戊&己庚辛 a b');
    const pieces = {
      '“': '&ldquo;',
      乙: '乙',
      '\u00a0': '&nbsp',
      中: '&#20013;',
      '/': '&#x2F;',
      丙: '丙',
      丁戊: '丁<!-- 注 -->戊',
      '&己': '&amp;己',
      己庚: '己\r\n庚',
      'a b': 'a  b',
    };
    for (const [words, source] of Object.entries(pieces)) expect(raw(article, words)).toBe(source);
  });

  test('an empty span lies before its character', () => {
    const block = article.blocks[0]!;
    const [start, end] = block.locate([3, 3]);
    expect([start, end, article.source.text[start]]).toEqual([start, start, '乙']);
  });
});

test('comments silence findings', () => {
  const article = read(
    '<p>一。</p><!-- govlint-disable-next-line paired-marks -- 原文如此 -->\n<p>二。<!--govlint-disable--></p><!-- 其他 -->',
  );
  expect(
    article.suppressions.map(({kind, rules, reason, span}) => [
      kind,
      rules,
      reason,
      article.source.text.slice(...span),
    ]),
  ).toEqual([
    ['next-line', ['paired-marks'], '原文如此', '<!-- govlint-disable-next-line paired-marks -- 原文如此 -->'],
    ['disable', [], undefined, '<!--govlint-disable-->'],
  ]);
});
