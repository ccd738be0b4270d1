import type {Article, Block} from '../src/core/article.js';
import {creditAt} from '../src/core/photo-credit.js';
import {defineRule, type RuleContext} from '../src/core/rule.js';
import type {Span} from '../src/core/source.js';

interface Options {
  altText: 'accept' | 'ignore';
}

type Message = 'missing' | 'image' | 'noPicture' | 'noSuchPicture';
type Context = RuleContext<Options, Message>;

export default defineRule<Options, Message>({
  id: 'photo-caption-missing',
  severity: 'note',
  inspection: 'hint',
  basis: ['新闻图片说明写作惯例', '著作权法实施条例（2013）第十九条'],
  summary: {
    zh: '图片与图片说明、署名须相配',
    en: 'Pictures, captions and credits go together',
  },
  defaults: {altText: 'accept'},
  options: z => ({
    altText: z
      .enum(['accept', 'ignore'])
      .describe('图片的替代文字算不算说明 / whether the alternative text of a picture counts as its caption'),
  }),
  messages: {
    missing: {
      zh: '{count} 张图片没有说明：应写明时间、地点、人物和摄影者，如“6月10日，白崖乡志愿者为老人理发（张三 摄）”',
      en: '{count} pictures have no caption: expected when, where, who and the photographer, such as `6月10日，白崖乡志愿者为老人理发（张三 摄）`',
    },
    image: {zh: '没有说明的图片', en: 'A picture without a caption'},
    noPicture: {
      zh: '“{found}”说的是图片，但全文没有图片：请补上图片，或者删去这几个字',
      en: '`{found}` speaks of a picture, but the article has none: add the picture or delete the words',
    },
    noSuchPicture: {
      zh: '“{found}”说的是第 {number} 张图片，但全文只有 {count} 张：请核对编号，或者补上图片',
      en: '`{found}` is about picture {number}, but the article has {count}: correct the number or add the picture',
    },
  },
  check(article, context) {
    // Plain text shows no pictures, so nothing can be said about them.
    if (article.format === 'text') return;
    const images = article.blocks.filter(({role}) => role === 'image');
    if (images.length === 0) checkNone(article, context);
    else {
      checkNumbers(article, images.length, context);
      checkMissing(article, context);
    }
  },
});

/** A post that is little more than its pictures, such as a long infographic, tells all in them. */
const LEAST_PROSE = 200;

/** One finding for all pictures without a caption, so that an article of thirty pictures is not thirty findings. */
function checkMissing({blocks}: Article, {options, report}: Context): void {
  const prose = blocks.reduce((sum, {role, text}) => (role === 'paragraph' ? sum + text.length : sum), 0);
  if (prose < LEAST_PROSE) return;
  const bare: Block[] = [];
  for (let index = 0; index < blocks.length; index++) {
    if (blocks[index]!.role !== 'image') continue;
    const start = index;
    while (blocks[index + 1]?.role === 'image') index++;
    // Pictures side by side share the caption above or below them.
    if (isWords(blocks[start - 1]) || isWords(blocks[index + 1])) continue;
    for (const image of blocks.slice(start, index + 1))
      if (options.altText === 'ignore' || !isDescription(image.text)) bare.push(image);
  }
  const [first, ...others] = bare;
  if (!first) return;
  report(first, [0, first.text.length], 'missing', {
    data: {count: bare.length},
    related: others.map(place => ({place, range: [0, place.text.length] as const, message: 'image' as const})),
  });
}

function isWords(block: Block | undefined): boolean {
  return block?.role === 'caption' || (block?.role === 'credit' && creditAt(block.text) !== -1);
}

/** 微信图片_20240610, IMG_0231.jpg and 图片1 describe nothing. */
function isDescription(alt: string): boolean {
  return (
    /[\u4e00-\u9fff]{4}/.test(alt) && !/^(?:点击|(?:微信)?(?:图片|照片|截图))|\.(?:jpe?g|png|gif|webp|bmp)$/i.test(alt)
  );
}

const POINTER =
  /[（(](?:前排|后排|图|中|图中)?(?:左|右)[一二三四五六七八九1-9](?:为[^（()）]{1,10})?[)）]|^[（(]?(?:上|下|左|右)图[为：:]/;
const NUMBERED = /图\s*([①-⑳])/g;

/** A caption, a credit or 左一 in a file that can hold pictures and holds none. */
function checkNone({blocks}: Article, {report}: Context): void {
  for (const block of blocks) {
    const range = pointerOf(block);
    if (range) report(block, range, 'noPicture', {data: {found: block.text.slice(...range)}});
  }
}

function pointerOf({role, text}: Block): Span | undefined {
  if (role !== 'caption' && role !== 'credit' && role !== 'paragraph') return undefined;
  const pointer = POINTER.exec(text);
  if (pointer) return [pointer.index, pointer.index + pointer[0].length];
  const isPhotoCredit =
    role === 'credit' && text.length <= 40 && /摄(?!像)|图片|照片/.test(text) && creditAt(text) !== -1;
  return isPhotoCredit ? [0, text.length] : undefined;
}

/** 图③ where there are two pictures. */
function checkNumbers({blocks}: Article, count: number, {report}: Context): void {
  for (const block of blocks) {
    if (block.role !== 'caption') continue;
    for (const match of block.text.matchAll(NUMBERED)) {
      const number = match[1]!.charCodeAt(0) - 0x245f;
      if (number <= count) continue;
      report(block, [match.index, match.index + match[0].length], 'noSuchPicture', {
        data: {found: match[0], number, count},
      });
    }
  }
}
