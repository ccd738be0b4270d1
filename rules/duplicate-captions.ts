import type {Article, Block} from '../src/core/article.js';
import {foldWidth} from '../src/core/characters.js';
import {captionWords} from '../src/core/photo-credit.js';
import {defineRule} from '../src/core/rule.js';

interface Options {
  ignore: readonly string[];
}

export default defineRule<Options, 'repeated' | 'stock' | 'first'>({
  id: 'duplicate-captions',
  severity: 'warning',
  inspection: 'hint',
  basis: ['《报纸编校质量评比差错认定细则》第十七条', '新闻图片说明写作惯例'],
  summary: {zh: '两张图片的说明不得相同', en: 'No two pictures have the same caption'},
  defaults: {ignore: []},
  options: z => ({
    ignore: z.array(z.string()).describe('可以重复的图片说明 / captions that may stand more than once'),
  }),
  messages: {
    repeated: {
      zh: '图片说明“{caption}”与第 {line} 行相同：应按这张图片改写，图片也重复的删去一张',
      en: 'Caption `{caption}` is the same as on line {line}: expected words on this picture, or one picture less',
    },
    stock: {
      zh: '图片说明“{caption}”与第 {line} 行相同：最好写出这张图片的时间、人物和所做的事，如“6月10日，白崖乡志愿者为老人理发”',
      en: 'Caption `{caption}` is the same as on line {line}: better say when, who and what is seen, such as `6月10日，白崖乡志愿者为老人理发`',
    },
    first: {zh: '第一次出现在这里', en: 'First stands here'},
  },
  check(article, {options, report}) {
    const ignored = new Set(options.ignore.map(foldWidth));
    const firstWith = new Map<string, Block>();
    for (const block of article.blocks) {
      if (block.role !== 'caption') continue;
      const caption = captionWords(block.text);
      const key = foldWidth(caption);
      if (key.length < 2 || key.length > LONGEST || ignored.has(key)) continue;
      const first = firstWith.get(key);
      if (!first) {
        firstWith.set(key, block);
        continue;
      }
      // A stretch of the article that stands twice is the matter of duplicate-paragraphs.
      if (sameNeighbour(article, first, block, -1) || sameNeighbour(article, first, block, 1)) continue;
      const line = article.source.point(first.at(0)).line;
      const stock = STOCK.test(caption);
      report(block, [0, block.text.length], stock ? 'stock' : 'repeated', {
        severity: stock ? 'note' : 'warning',
        data: {caption, line},
        related: [{place: first, range: [0, first.text.length], message: 'first'}],
      });
    }
  },
});

/** Longer ones are captions that copying has joined to a paragraph. */
const LONGEST = 120;
/** Words that say no more than that there is a picture: two of them are poor, not wrong. */
const STOCK =
  /^(?:会议|活动|培训|比赛|颁奖|启动|签约|调研|检查|施工|工作|座谈|演练|宣讲|宣传|考试|体检|课堂)?(?:会|仪式)?现场(?:图片?)?$/;

const BODY = new Set(['title', 'heading', 'paragraph', 'item']);

function sameNeighbour({blocks}: Article, first: Block, copy: Block, step: 1 | -1): boolean {
  const neighbour = (block: Block) => {
    let index = block.index + step;
    for (let skipped = 0; skipped < 4 && blocks[index] && !BODY.has(blocks[index]!.role); skipped++) index += step;
    return blocks[index];
  };
  const [one, two] = [neighbour(first), neighbour(copy)];
  return one !== undefined && two !== undefined && one !== two && one.folded === two.folded;
}
