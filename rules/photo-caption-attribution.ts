import type {Article, Block} from '../src/core/article.js';
import {HAN} from '../src/core/characters.js';
import {defineRule} from '../src/core/rule.js';

interface Options {
  collectiveCredit: 'accept' | 'note' | 'require-each';
}

export default defineRule<Options, 'uncredited' | 'collective' | 'caption' | 'credit'>({
  id: 'photo-caption-attribution',
  severity: 'warning',
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
    collective: {
      zh: '{count} 处图片说明没有单独署名，仅由“{credit}”集中署名：确认它涵盖全部图片，最好逐图注明',
      en: '{count} captions have no credit of their own, only the collective `{credit}`: make sure that it covers every picture, or credit each',
    },
    caption: {zh: '没有单独署名的图片说明', en: 'Caption without a credit of its own'},
    credit: {zh: '集中署名在这里', en: 'The collective credit'},
  },
  check(article, {options, report}) {
    const bare = article.blocks.filter(
      block => block.role === 'caption' && !isCredited(block.text) && !isChart(block.text),
    );
    if (bare.length === 0) return;
    const credits = article.blocks.filter(isPhotoCredit);
    const uncovered = options.collectiveCredit === 'require-each' ? bare : withoutOwnLine(article, bare, credits);
    const collective = options.collectiveCredit === 'require-each' ? undefined : credits[0];
    if (!collective) {
      for (const block of uncovered)
        report(block, [0, block.text.length], 'uncredited', {data: {caption: brief(block.text)}});
      return;
    }
    const [first] = uncovered;
    if (options.collectiveCredit === 'accept' || !first) return;
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

/** The credit forms of news photos: X 摄, 摄影：X, 供图, 图片来源：X, 新华社发（X摄）, 图/X, X提供, 资料图, AI 生成. */
const CREDIT = new RegExp(
  [
    '摄影?(?:报道)?\\s*[)）】\\]]*[。.]?$',
    '摄影?\\s*[（(:：]',
    '摄影报道',
    '供\\s*图',
    '(?:图片?|照片)\\s*(?:来源|源|来自|由)\\s*[:：]?\\s*\\S',
    '图\\s*[/／]\\s*\\S',
    '文\\s*[/／、]\\s*图',
    '(?:新华社|中新社|中国新闻社|人民视觉|视觉中国|影像中国)',
    '资料(?:图|照)',
    `[${HAN}]提供\\s*[)）】\\]]*[。.]?$`,
    '(?:AI|人工智能)\\s*(?:生成|绘)',
    `图\\s*[:：]\\s*[${HAN}]{2,4}\\s*[)）]?$`,
  ].join('|'),
);

function isCredited(caption: string): boolean {
  return CREDIT.test(caption);
}

/** A line that credits pictures: a credit line, or a metadata line with 摄影：X. */
function isPhotoCredit({role, text}: Block): boolean {
  if (role === 'metadata') return /(?:摄影|图片|配图|供图)\s*[:：]\s*[^\s|｜]/.test(text);
  return role === 'credit' && (CREDIT.test(text) || /(?:摄影|图片|照片|供图)/.test(text));
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

function isChart(caption: string): boolean {
  return CHART.test(caption);
}

function brief(text: string): string {
  const bare = text
    .replace(/^[▲△▼▽]\s*/, '')
    .replace(/^[（(]([^（()）]*)[)）]$/, '$1')
    .replace(/[。．]$/, '');
  return bare.length > 16 ? `${bare.slice(0, 16)}…` : bare;
}
