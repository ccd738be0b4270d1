import type {Article, Block} from '../src/core/article.js';
import {HAN} from '../src/core/characters.js';
import {creditAt, creditOfNobody} from '../src/core/photo-credit.js';
import {defineRule} from '../src/core/rule.js';
import type {Span} from '../src/core/source.js';

interface Options {
  collectiveCredit: 'accept' | 'note' | 'require-each';
}

export default defineRule<Options, 'uncredited' | 'glued' | 'nobody' | 'collective' | 'caption' | 'credit'>({
  id: 'photo-caption-attribution',
  severity: 'warning',
  inspection: 'points',
  basis: ['著作权法（2020）第十条（二）', '著作权法实施条例（2013）第十九条', '国办发〔2017〕47号'],
  summary: {
    zh: '图片说明须注明摄影者或图片来源',
    en: 'A photo caption names the photographer or where the picture is from',
  },
  defaults: {collectiveCredit: 'note'},
  options: z => ({
    collectiveCredit: z
      .enum(['accept', 'note', 'require-each'])
      .describe(
        '全文只有一处集中署名时：认可、提示一次、要求逐图署名 / when one line credits all pictures: accept it, note it once, or require a credit for each',
      ),
  }),
  messages: {
    uncredited: {
      zh: '图片说明没有署名：应注明摄影者或来源，如“{caption}（张三 摄）”',
      en: 'Caption without a credit: expected the photographer or the source, such as `{caption}（张三 摄）`',
    },
    glued: {
      zh: '图片说明“{caption}”没有署名，又与正文连在了一起：应另起一行，写作“{expected}”',
      en: 'Caption `{caption}` has no credit and runs into the text: expected a line of its own, `{expected}`',
    },
    nobody: {
      zh: '“{found}”没有写明作者：应写明摄影者或提供图片的单位，如“{expected}”',
      en: '`{found}` names no author: expected the photographer or the unit that gave the picture, such as `{expected}`',
    },
    collective: {
      zh: '{count} 处图片说明没有单独署名，仅由“{credit}”集中署名：确认它涵盖全部图片，最好逐图注明',
      en: '{count} captions have no credit of their own, only the collective `{credit}`: make sure that it covers every picture, or credit each',
    },
    caption: {zh: '没有单独署名的图片说明', en: 'Caption without a credit of its own'},
    credit: {zh: '集中署名在这里', en: 'The collective credit'},
  },
  check(article, {options, report}) {
    const captions = article.blocks.filter(({role}) => role === 'caption');
    const credits = article.blocks.filter(isPhotoCredit);
    for (const block of [...captions, ...credits]) {
      const range = creditOfNobody(block.text);
      const found = range && block.text.slice(...range);
      if (range && found) report(block, range, 'nobody', {data: {found, expected: '图片来源：某某县融媒体中心'}});
    }
    const bare = captions.filter(({text}) => creditAt(text) === -1 && !isChart(text));
    if (bare.length === 0) return;
    const reportEach = (blocks: readonly Block[]) => {
      for (const block of blocks) {
        const glued = gluedCaption(block.text);
        if (glued)
          report(block, glued.range, 'glued', {data: {caption: glued.caption, expected: example(glued.caption)}});
        else report(block, [0, block.text.length], 'uncredited', {data: {caption: brief(block.text)}});
      }
    };
    if (options.collectiveCredit === 'require-each') return reportEach(bare);
    const uncovered = withoutOwnLine(article, bare, credits);
    const [collective] = credits;
    if (!collective) return reportEach(uncovered);
    const [first] = uncovered;
    if (options.collectiveCredit === 'accept' || !first || credits.some(saysAll)) return;
    // One line right under the only picture is that picture's credit.
    if (uncovered.length === 1 && article.blocks[first.index + 1] === collective) return;
    report(first, [0, first.text.length], 'collective', {
      severity: 'note',
      data: {count: uncovered.length, credit: brief(collective.text)},
      related: [
        ...uncovered
          .slice(1)
          .map(place => ({place, range: [0, place.text.length] as const, message: 'caption' as const})),
        {place: collective, range: [0, collective.text.length], message: 'credit'},
      ],
    });
  },
});

/** A line that credits pictures: a credit line, or a metadata line with 摄影：X. */
function isPhotoCredit({role, text}: Block): boolean {
  if (role === 'metadata') return /(?:摄影|图片|配图|供图|图文|文图)\s*[:：/／]\s*[^\s|｜]/.test(text);
  if (role === 'credit') return creditAt(text) !== -1 || /(?:摄影|图片|照片|供图)/.test(text);
  return role === 'paragraph' && text.length <= LONGEST_CREDIT && saysAll({text});
}

const LONGEST_CREDIT = 60;
/** 以上图片均由X提供, 本文图片：X摄, 除署名外，图片由X提供 say themselves that they cover every picture; so does the byline of one author. */
const ALL =
  /(?:以上|本文|文中|全部|所有|上述|其余|本组|组图|本版)[^，。；]{0,6}(?:图片|照片|图|摄影)|(?:图片|照片|图)[^，。；]{0,2}(?:均|都|全部)|文\s*[/／、]?\s*图|摄影报道/;

function saysAll({text}: {text: string}): boolean {
  return ALL.test(text) && creditAt(text) !== -1;
}

/** ▲比赛现场5月3日，……: copying has joined the caption to the paragraph below it. Undefined for a caption that stands alone. */
function gluedCaption(text: string): {caption: string; range: Span} | undefined {
  const match = text.length > 40 ? GLUED.exec(text) : null;
  if (!match) return undefined;
  return {caption: match[1]!, range: [0, match[0].length]};
}

const GLUED = new RegExp(
  `^[▲△▼▽↑↓]\\s*([${HAN}“”]{2,24}?)(?=(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日|份)|近日，|日前，|今年以来)`,
);

function example(caption: string): string {
  return `${caption}（张三 摄）`;
}

/** Where each picture has its own credit on the next line, those lines are no collective credit. */
function withoutOwnLine(article: Article, captions: readonly Block[], credits: readonly Block[]): readonly Block[] {
  if (credits.length < 2) return captions;
  const own = new Set(credits);
  return captions.filter(({index}) => {
    const next = article.blocks[index + 1];
    return !next || !own.has(next);
  });
}

/** 「图1 2018—2022年粮食产量及增长速度」 describes a chart the office drew itself, not a photograph. */
const CHART =
  /^图\s*[\d一二三四五六七八九十]+.*(?:示意图|流程图|结构图|框架图|分布图|平面图|效果图|趋势图|曲线|速度|增速|增长率|比重|占比|构成|走势|产量|产值|增加值|收入|支出|总额|数量|情况|指数|人口|面积)$/;

const LONGEST_CHART = 120;

function isChart(caption: string): boolean {
  return caption.length <= LONGEST_CHART && CHART.test(caption);
}

function brief(text: string): string {
  const words = text
    .replace(/^[▲△▼▽↑↓]\s*/, '')
    .replace(/^[（(]([^（()）]*)[)）]$/, '$1')
    .replace(/[。．]$/, '');
  return words.length > 16 ? `${words.slice(0, 16)}…` : words;
}
