import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {decodeHTML} from 'entities';
import {describe, expect, test} from 'vitest';
import photoCaptionAttribution from '../../rules/photo-caption-attribution.js';
import type {Article} from '../../src/core/article.js';
import {Source} from '../../src/core/source.js';
import {parse} from '../../src/formats/html/article.js';
import {createChecker} from '../../src/unified/processor.js';

const folder = fileURLToPath(new URL('../fixtures/html/', import.meta.url));
const read = (name: string) => parse(new Source(name, readFileSync(folder + name, 'utf8')));

/** What a reader sees in each page: title, source, date, captions, captions with a credit. */
const FACTS: ReadonlyArray<readonly [string, string, string, string, number, number]> = [
  ['c11.html', '金沙坝镇：冬修水利正当时 蓄水保供惠民生', '云岭县水务局', '2024-11-07 15:20', 2, 2],
  [
    'c12.html',
    '望河区残疾人联合会 望河区民政局关于开展2023年度残疾人两项补贴资格复核工作的通知',
    '望河区残疾人联合会',
    '2023-09-28 16:32',
    0,
    0,
  ],
  ['c13.html', '山寨里的“健康守门人”', '乌溪县融媒体中心', '2025-03-19 10:20', 2, 2],
  ['c14.html', '2025年上半年凤栖县主要经济指标完成情况', '凤栖县统计局', '2025-07-24 17:08', 0, 0],
  ['c15.html', '茶岭县2025年小麦油菜“一喷三防”补助政策问答', '茶岭县农业农村局', '2025-01-22 09:15', 0, 0],
  ['d11.html', '云岭县举办2024年人民调解员业务培训班', '', '2024-09-20 11:42', 2, 1],
  ['d12.html', '岩口镇：“四强化”织密地质灾害防护网', '岩口镇人民政府', '', 0, 0],
  ['d13.html', '盘岭市2025年“书香盘岭·全民阅读”系列活动启动', '盘岭市文化和旅游局', '2025-04-11 09:36', 2, 1],
  [
    'd14.html',
    '龙塘区人民政府办公室关于开展行政规范性文件清理工作的通知',
    '龙塘区人民政府办公室',
    '2023-06-07 15:10',
    0,
    0,
  ],
  [
    'd15.html',
    '茶岭县2024年第三季度公共租赁住房拟保障对象名单公示',
    '茶岭县住房和城乡建设局',
    '2024-09-02 09:02',
    0,
    0,
  ],
];

const first = (article: Article, name: string) => article.metadata.get(name)?.[0]?.value;
const titles = (article: Article) => article.blocks.filter(({role}) => role === 'title').map(({text}) => text);
const at = (article: Article, offset: number) => {
  const {line, column} = article.source.point(offset);
  return `${line}:${column}`;
};

test('every page has its facts here', () => {
  expect(readdirSync(folder).filter(name => name.endsWith('.html'))).toEqual(FACTS.map(([name]) => name));
});

describe.each(FACTS)('%s', (name, title, source, date, captions, credited) => {
  const article = read(name);

  test('title, source and date', () => {
    expect([first(article, 'title'), first(article, 'source'), first(article, 'date')]).toEqual([title, source, date]);
    expect(titles(article)).toEqual([title]);
    // The block is the headline on the page, not the tag.
    expect(article.blocks.find(({role}) => role === 'title')!.span[0]).toBeGreaterThan(
      article.source.text.search(/<body/i),
    );
  });

  test('captions, and those with a credit', async () => {
    const active = [
      {rule: photoCaptionAttribution, severity: 'warning' as const, options: photoCaptionAttribution.defaults},
    ];
    const findings = await createChecker(active).check(article);
    const found = article.blocks.filter(({role}) => role === 'caption');
    expect(found).toHaveLength(captions);
    expect(found.length - findings.filter(({message}) => message === 'uncredited').length).toBe(credited);
  });

  test('nothing of the template', () => {
    const words = article.blocks
      .filter(({role}) => role !== 'furniture')
      .map(({text}) => text)
      .join('\n');
    expect(words).not.toMatch(
      /网站标识码|ICP备|上一[篇条]|下一[篇条]|友情链接|当前位置|您的位置|分享到|打印本页|领导之窗|返回顶部|扫一扫/,
    );
  });

  test('every character stands where its block says', () => {
    for (const block of article.blocks) {
      for (let i = 0; i < block.text.length; i++) {
        const raw = article.source.text.slice(...block.locate([i, i + 1]));
        const character = block.text[i]!;
        // A space between words may be a line end, or a gap between two elements.
        if (character === ' ' && /^[ \t\r\n]*$/.test(raw)) continue;
        expect(raw.startsWith('&') ? decodeHTML(raw) : raw, `${block.role} ${at(article, block.at(i))}`).toBe(
          character,
        );
      }
    }
  });

  test('the tags and the visible fields know their places', () => {
    for (const field of [...article.metadata.values()].flat()) {
      const raw = article.source.text.slice(...field.span);
      expect(decodeHTML(raw).replace(/<script>[^<]*<\/script>|<[^>]*>|\s/g, '')).toBe(field.value.replace(/\s/g, ''));
    }
  });
});

test('empty values point at the place between the quotes, behind the label, or between the comments that mark it', () => {
  const places = (name: string, field: string) =>
    read(name)
      .metadata.get(field)!
      .map(({span}) => at(read(name), span[0]));
  expect(places('d11.html', 'source')).toEqual(['16:37', '74:62']);
  expect(places('d12.html', 'date')).toEqual(['89:138']);
});

test('tag and visible line each have their say', () => {
  const article = read('d13.html');
  expect(article.metadata.get('date')!.map(({value, origin, span}) => [value, origin, at(article, span[0])])).toEqual([
    ['2025-04-11 09:36', 'tag', '15:31'],
    ['2025-04-21 09:36', 'visible', '73:33'],
  ]);
});

test('a table of facts above the headline, its labels spaced out', () => {
  const article = read('d14.html');
  const facts = ['indexNumber', 'subject', 'publisher', 'title'].map(name => {
    const field = article.metadata.get(name)!.find(({origin}) => origin === 'visible')!;
    return [field.label, field.value, at(article, field.labelSpan[0]), at(article, field.span[0])];
  });
  expect(facts).toEqual([
    ['索引号', 'LT0102-2023-00031', '94:12', '94:22'],
    ['主题分类', '法制', '94:51', '94:60'],
    ['发布机构', '龙塘区人民政府办公室', '95:12', '95:21'],
    ['名称', '龙塘区人民政府办公室关于开展行政规范性文件清理工作的通知', '96:24', '96:33'],
  ]);
});

test('the outline of a page', () => {
  const article = read('c12.html');
  expect(article.blocks.map(({role, text, span}) => `${at(article, span[0])} ${role} ${text.slice(0, 12)}`)).toEqual([
    '87:71 title 望河区残疾人联合会 望河',
    '89:66 metadata 来源：望河区残疾人联合会',
    '91:17 salutation 各乡镇人民政府、街道办事',
    '92:6 paragraph 根据《中华人民共和国残疾',
    '93:9 heading 一、复核对象',
    '94:6 paragraph 截至2023年9月30日',
    '95:9 heading 二、复核时间',
    '96:6 paragraph 2023年10月9日（星',
    '97:9 heading 三、复核方式',
    '98:6 item （一）信息比对。区残联向',
    '98:74 item （二）入户核查。对信息比',
    '98:160 item （三）公示。复核结果在村',
    '99:9 heading 四、工作要求',
    '100:6 item 1.\u00a0提高认识。两项补贴',
    '100:107 item 2.\u00a0简化程序。凡通过数',
    '100:173 item 3.\u00a0严肃纪律。对弄虚作',
    '101:6 paragraph 联系人：望河区残联康复与',
    '102:6 item 附件：望河区残疾人两项补',
    '103:18 signature 望河区残疾人联合会　　望',
    '103:63 signature 2023年9月28日',
  ]);
});
