import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import type {Article} from '../../src/core/article.js';
import {parseArticle} from '../../src/engine/read.js';
import {lint} from '../../src/index.js';
import {document, docx, p, pack, part, parts, picture, r, styles} from '../helpers/docx.js';
import {fields, outline} from '../helpers/read.js';

function read(body: string, others: Readonly<Record<string, string>> = {}): Promise<Article> {
  return parseArticle('稿件.docx', () => docx(body, others));
}

/** The blocks as `paragraph number, role: text`. */
function numbered(article: Article): string[] {
  return article.blocks.map(block => `${article.source.point(block.at(0)).line} ${block.role}: ${block.text}`);
}

const HEAD = p('青山县举办龙舟赛') + p('来源：青山县融媒体中心　发布时间：2024-06-10 18:30');

describe('paragraphs', () => {
  test('each is a line, empty ones counted; runs are joined', async () => {
    const article = await read(
      HEAD + p('') + p(r('6月10日，青山县') + r('举办龙舟赛，', '<w:b/>') + r('12支队伍参赛。')),
    );
    expect(numbered(article)).toEqual([
      '1 title: 青山县举办龙舟赛',
      '2 metadata: 来源：青山县融媒体中心　发布时间：2024-06-10 18:30',
      '4 paragraph: 6月10日，青山县举办龙舟赛，12支队伍参赛。',
    ]);
    expect(article.source.point(article.blocks[2]!.at(7))).toMatchObject({line: 4, column: 8});
    expect(fields(article)).toEqual([
      'title = 青山县举办龙舟赛',
      'source = 青山县融媒体中心',
      'date = 2024-06-10 18:30',
    ]);
  });

  test('space counts as Word shows it', async () => {
    const article = await read(p('<w:r><w:t>\n  前 </w:t></w:r><w:r><w:t xml:space="preserve"> 后</w:t></w:r>'));
    expect(article.source.text).toBe('前 后');
  });

  test('tabs, hyphens, symbols, formulae and phonetic guides', async () => {
    const article = await read(
      p(
        '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:sym w:font="宋体" w:char="25B2"/></w:r>' +
          '<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>' +
          '<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>' +
          r('音'),
      ),
    );
    expect(article.source.text).toBe('甲\t乙-▲x=1拼音');
  });

  test('tab stops of a paragraph are no tabs', async () => {
    expect((await read(p('无', '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'))).source.text).toBe('无');
  });

  test('a line end within a paragraph begins a new block, but not in a centred headline', async () => {
    const broken = '<w:r><w:t>关于印发春耕方案</w:t><w:br/><w:t>的通知</w:t></w:r>';
    const article = await read(
      p(broken, '<w:jc w:val="center"/>') + p('<w:r><w:t>第一行。</w:t><w:br/><w:t>第二行。</w:t></w:r>'),
    );
    expect(numbered(article)).toEqual([
      '1 title: 关于印发春耕方案的通知',
      '2 paragraph: 第一行。',
      '2 paragraph: 第二行。',
    ]);
    expect(article.source.point(article.blocks[2]!.at(0))).toMatchObject({line: 2, column: 6});
  });

  test('page breaks are nothing', async () => {
    expect((await read(p('<w:r><w:br w:type="page"/><w:t>甲</w:t></w:r>'))).source.text).toBe('甲');
  });
});

describe('what is not in the text', () => {
  test('deleted and moved text is out, inserted text is in', async () => {
    const article = await read(
      HEAD +
        p(
          `${r('会议')}<w:del w:id="1"><w:r><w:delText>听取</w:delText></w:r></w:del><w:ins w:id="2">${r('审议')}</w:ins>` +
            `<w:moveFrom w:id="3">${r('旧处')}</w:moveFrom><w:moveTo w:id="4">${r('了报告。')}</w:moveTo>`,
        ),
    );
    expect(article.blocks.at(-1)!.text).toBe('会议审议了报告。');
  });

  test('a paragraph whose end was deleted goes on in the next one', async () => {
    const article = await read(
      HEAD + p('会议听取', '<w:rPr><w:del w:id="1"/></w:rPr>') + p('了报告。') + p('会议闭幕。'),
    );
    expect(numbered(article).slice(2)).toEqual(['3 paragraph: 会议听取了报告。', '5 paragraph: 会议闭幕。']);
    expect(article.source.point(article.blocks[2]!.at(4))).toMatchObject({line: 4, column: 1});
  });

  test('codes of fields, with those inside them', async () => {
    const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText> IF </w:instrText></w:r>';
    const article = await read(
      HEAD +
        p(
          `${r('见图')}${char('begin')}${code}${char('begin')}${code}${char('separate')}${r('内')}${char('end')}${char('separate')}${r('3')}${char('end')}${r('。')}`,
        ) +
        p(`${r('链接')}<w:fldSimple w:instr="REF a">${r('甲')}</w:fldSimple><w:hyperlink>${r('乙。')}</w:hyperlink>`),
    );
    expect(article.blocks.slice(2).map(({text}) => text)).toEqual(['见图3。', '链接甲乙。']);
  });

  test('a field without an end does not swallow what follows', async () => {
    const article = await read(HEAD + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p('会议闭幕。'));
    expect(article.blocks.at(-1)!.text).toBe('会议闭幕。');
  });

  test('hidden text, former properties, placeholders, entries of a table of contents', async () => {
    const article = await read(
      HEAD +
        p(
          `${r('甲')}${r('藏', '<w:vanish/>')}${r('乙。', '<w:vanish w:val="0"/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}`,
        ) +
        `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p('丙。')}</w:sdtContent></w:sdt>` +
        p('一、赛程 1', '<w:pStyle w:val="a1"/>'),
      {'word/styles.xml': styles({a1: '<w:name w:val="toc 1"/>'})},
    );
    expect(outline(article).slice(2)).toEqual(['paragraph: 甲乙。', 'paragraph: 丙。', 'furniture: 一、赛程 1']);
  });
});

describe('roles', () => {
  const named = {
    'word/styles.xml': styles({
      1: '<w:name w:val="heading 1"/>',
      2: '<w:name w:val="小标题"/><w:basedOn w:val="1"/>',
      3: '<w:name w:val="Title"/>',
      4: '<w:name w:val="caption"/>',
      5: '<w:name w:val="Normal"/>',
    }),
  };
  const styled = (text: string, id: string) => p(text, `<w:pStyle w:val="${id}"/>`);

  test('headings, the title and captions by their styles', async () => {
    const article = await read(
      styled('青山县举办龙舟赛', '3') +
        styled('赛程安排', '1') +
        styled('预赛', '2') +
        styled('赛道分布', '4') +
        styled('比赛今天举行。', '5'),
      named,
    );
    expect(outline(article)).toEqual([
      'title: 青山县举办龙舟赛',
      'heading: 赛程安排',
      'heading: 预赛',
      'caption: 赛道分布',
      'paragraph: 比赛今天举行。',
    ]);
  });

  test('the first heading of the highest level is the title when nothing but short lines stands above it', async () => {
    const article = await read(p('附件1') + styled('龙舟赛实施方案', '1') + styled('赛程安排', '1'), named);
    expect(outline(article).slice(1)).toEqual(['title: 龙舟赛实施方案', 'heading: 赛程安排']);
  });

  test('a long sentence in the style of a heading is a paragraph', async () => {
    const long = `${'青山县机关干部到白鹤塘村开展义务植树活动，'.repeat(3)}共栽植树苗三百余株。`;
    expect(outline(await read(HEAD + styled(long, '1'), named))[2]).toBe(`paragraph: ${long}`);
  });
});

describe('pictures', () => {
  test('are blocks with their alternative text, at a place without length', async () => {
    const article = await read(
      HEAD + p(picture('比赛现场')) + p('参赛队伍冲刺（陶一帆 摄）') + p('比赛今天举行，12支队伍参赛。'),
    );
    expect(numbered(article).slice(2)).toEqual([
      '3 image: 比赛现场',
      '4 caption: 参赛队伍冲刺（陶一帆 摄）',
      '5 paragraph: 比赛今天举行，12支队伍参赛。',
    ]);
    expect(article.blocks[3]!.afterImage).toBe(true);
    expect(article.source.point(article.blocks[2]!.span[1])).toMatchObject({line: 3, column: 1});
  });

  test('a caption in the picture’s own paragraph', async () => {
    const article = await read(HEAD + p(`${picture()}<w:r><w:br/></w:r>${r('参赛队伍冲刺')}`));
    expect(outline(article).slice(2)).toEqual(['image: ', 'caption: 参赛队伍冲刺']);
  });

  test('a small picture in a sentence does not break it', async () => {
    const article = await read(HEAD + p(`${r('点击')}${picture('图标')}${r('按钮报名。')}`));
    expect(outline(article).slice(2)).toEqual(['paragraph: 点击按钮报名。', 'image: 图标']);
  });

  test('what stands beside a floating picture is no caption', async () => {
    const article = await read(HEAD + p(`${picture('', 'anchor')}${r('比赛当天人山人海')}`));
    expect(article.blocks.at(-1)).toMatchObject({text: '比赛当天人山人海', afterImage: false});
  });

  test('a red head above the headline does not make it a caption', async () => {
    expect(outline(await read(p(picture()) + HEAD))[1]).toBe('title: 青山县举办龙舟赛');
  });

  test('pictures of VML', async () => {
    const pict = '<w:r><w:pict><v:shape alt="会场"><v:imagedata r:id="x"/></v:shape></w:pict></w:r>';
    expect(outline(await read(HEAD + p(pict)))[2]).toBe('image: 会场');
  });
});

describe('tables', () => {
  const cell = (content: string) => `<w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr>${content}</w:tc>`;
  const table = (...rows: string[][]) =>
    `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map(row => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;

  test('each paragraph of a cell is a block, with a number of its own', async () => {
    const article = await read(HEAD + table([p('队名'), p('成绩')], [p('清水队'), p('')]) + p('比赛今天举行。'));
    expect(numbered(article).slice(2)).toEqual([
      '3 cell: 队名',
      '4 cell: 成绩',
      '5 cell: 清水队',
      '7 paragraph: 比赛今天举行。',
    ]);
  });

  test('below a picture, in its own cell or the one under it, stands its caption', async () => {
    const article = await read(
      HEAD +
        table([p(picture('左')), p(picture('右'))], [p('冲刺'), p('颁奖')]) +
        table([p(picture()) + p('合影'), p('青山县')]),
    );
    expect(outline(article).slice(2)).toEqual([
      'image: 左',
      'image: 右',
      'caption: 冲刺',
      'caption: 颁奖',
      'image: ',
      'caption: 合影',
      'cell: 青山县',
    ]);
  });

  test('a table of one cell is a frame around text', async () => {
    expect(outline(await read(HEAD + table([p('比赛今天举行。')])))[2]).toBe('paragraph: 比赛今天举行。');
  });
});

describe('text boxes', () => {
  const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;

  test('are read once, behind the paragraph they belong to', async () => {
    const shape =
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>${box('咨询电话见附件。')}</wps:txbx></wp:anchor></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box('咨询电话见附件。')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const article = await read(HEAD + p(`${r('报名今天')}${shape}${r('开始。')}`) + p('欢迎参加。'));
    expect(numbered(article).slice(2)).toEqual([
      '3 paragraph: 报名今天开始。',
      '4 paragraph: 咨询电话见附件。',
      '5 paragraph: 欢迎参加。',
    ]);
  });
});

describe('numbers of lists', () => {
  const level = (index: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = {
    'word/numbering.xml': part(
      'numbering',
      `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3', '<w:suff w:val="nothing"/>')}</w:abstractNum>` +
        `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum>` +
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    ),
  };
  const item = (text: string, id: number, at = 0) =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

  test('stand before their paragraphs and take no place', async () => {
    const article = await read(
      HEAD +
        item('赛程安排', 1) +
        item('预赛上午举行。', 1, 1) +
        item('分两组。', 1, 2) +
        item('决赛下午举行。', 1, 1) +
        item('报名办法', 1) +
        item('重新计数。', 1, 1) +
        item('领队会议。', 2) +
        item('其他', 3),
      numbering,
    );
    expect(numbered(article).slice(2)).toEqual([
      '3 heading: 一、赛程安排',
      '4 item: 1. 预赛上午举行。',
      '5 paragraph: 1.1分两组。',
      '6 item: 2. 决赛下午举行。',
      '7 heading: 二、报名办法',
      '8 item: 1. 重新计数。',
      '9 item: • 领队会议。',
      '10 heading: 五、其他',
    ]);
    expect(article.source.line(3).map(at => article.source.text[at])).toEqual(['赛', '\n']);
    expect(article.source.point(article.blocks[2]!.at(2))).toMatchObject({line: 3, column: 1});
    expect(article.source.point(article.blocks[2]!.at(3))).toMatchObject({line: 3, column: 2});
  });

  test('a list that is switched off gives none', async () => {
    expect(outline(await read(HEAD + item('领队会议。', 0), numbering))[2]).toBe('paragraph: 领队会议。');
  });
});

describe('notes and properties', () => {
  test('footnotes that are referred to follow the body', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const article = await read(HEAD + p(`${r('比赛今天举行')}${reference}${r('。')}`), {
      'word/footnotes.xml': part(
        'footnotes',
        `<w:footnote w:type="separator" w:id="0">${p('x')}</w:footnote><w:footnote w:id="2">${p('时间以当天通知为准。')}</w:footnote><w:footnote w:id="3">${p('未引用。')}</w:footnote>`,
      ),
    });
    expect(numbered(article).slice(2)).toEqual(['3 paragraph: 比赛今天举行。', '4 paragraph: 时间以当天通知为准。']);
  });

  test('properties are metadata that say where they come from; when the file was made is no publication date', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>去年的龙舟赛</dc:title><dc:creator></dc:creator><cp:keywords>龙舟</cp:keywords><dcterms:created>2024-06-11T01:00:00Z</dcterms:created></cp:coreProperties>';
    const article = await read(HEAD, {'docProps/core.xml': core});
    expect(fields(article)).toEqual([
      'title = 青山县举办龙舟赛',
      'title = 去年的龙舟赛',
      'source = 青山县融媒体中心',
      'date = 2024-06-10 18:30',
      'keywords = 龙舟',
      'created = 2024-06-11T01:00:00Z',
    ]);
    expect(article.metadata.get('title')!.map(({origin}) => origin)).toEqual(['visible', 'property']);
  });
});

describe('other writers', () => {
  test('prefixes other than the usual ones, and the namespaces of ISO 29500 Strict', async () => {
    const xml = document(HEAD)
      .replace('xmlns:w=', 'xmlns:ns0=')
      .replaceAll('w:', 'ns0:')
      .replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      );
    expect(xml).toContain('xmlns:ns0="http://purl');
    const article = await parseArticle('a.docx', () => pack({...parts(''), 'word/document.xml': xml}));
    expect(outline(article)).toHaveLength(2);
  });

  test('a document under another name, found by the relationships, in UTF-16', async () => {
    const {'word/document.xml': xml, ...others} = parts(HEAD);
    const text = Buffer.from(`\ufeff${xml!.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const rels = others['_rels/.rels']!.replace('word/document.xml', '/word/document2.xml');
    const article = await parseArticle('a.docx', () =>
      pack({...others, '_rels/.rels': rels, 'word/document2.xml': text}),
    );
    expect(outline(article)).toHaveLength(2);
  });
});

describe('articles with known facts', () => {
  test.each([
    ['c16.docx', 33, ['白崖乡开展农村饮水安全管护员技能培训', '白崖乡人民政府', '2025-06-12 17:46'], 2],
    ['d16.docx', 28, ['木叶镇召开2025年上半年经济运行分析会', '木叶镇人民政府', '2025-07-09 09:58'], 2],
  ])('%s', async (name, lines, facts, captions) => {
    const bytes = readFileSync(new URL(`../fixtures/word/${name}`, import.meta.url));
    const article = await parseArticle(name, () => bytes);
    expect(article.source.lineCount).toBe(lines);
    expect(['title', 'source', 'date'].map(field => article.metadata.get(field)?.[0]?.value)).toEqual(facts);
    expect(article.blocks.filter(({role}) => role === 'caption')).toHaveLength(captions);
    expect(article.blocks.filter(({role}) => role === 'image')).toHaveLength(2);
  });
});

describe('the programming interface', () => {
  const body = p('青山县召开会议') + p('会上解读了《窗口服务规范》2024年办事清单》，并现场答疑。');

  test('checks the bytes of a document', async () => {
    const findings = await lint(docx(body), {path: '稿件.docx'});
    expect(findings.map(({rule, start}) => [rule, start.line])).toContainEqual(['paired-marks', 2]);
  });

  test('text where bytes are wanted, and bytes where text is wanted, are errors', async () => {
    await expect(lint('青山县', {path: '稿件.docx'})).rejects.toThrow(TypeError);
    await expect(lint(docx(body), {path: '稿件.txt'})).rejects.toThrow(TypeError);
  });
});
