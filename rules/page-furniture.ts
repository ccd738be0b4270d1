import type {Article, Block} from '../src/core/article.js';
import {defineRule} from '../src/core/rule.js';

export default defineRule({
  id: 'page-furniture',
  severity: 'warning',
  inspection: 'points',
  basis: ['国办秘函〔2019〕19号', '无专门条款：复制残留'],
  summary: {zh: '文章里不得混入网页模板的文字', en: 'No words of the page template stand in the article'},
  defaults: {},
  messages: {
    found: {
      zh: '“{found}”是网页模板上的文字，不是文章内容：应删去这{count}行',
      en: '`{found}` belongs to the page template, not to the article: expected without these {count} lines',
    },
  },
  check(article, {report}) {
    for (const run of runsOf(article)) {
      const [first, last] = [run[0]!, run.at(-1)!];
      const {text} = first;
      report(article, [first.span[0], last.span[1]], 'found', {
        data: {found: text.length > 30 ? `${text.slice(0, 29)}…` : text, count: run.length},
      });
    }
  },
});

/** Template lines that stand together are one finding. */
function runsOf(article: Article): Block[][] {
  const isFurniture = article.format === 'html' ? isShare : isCopied;
  const runs: Block[][] = [];
  let before: Block | undefined;
  for (const block of article.blocks) {
    if (isFurniture(block)) {
      if (before) runs.at(-1)!.push(block);
      else runs.push([block]);
      before = block;
    } else before = undefined;
  }
  return runs;
}

/** In a draft the site's own lines can only have come with a copy. 正文 alone is a heading of the editor's. */
function isCopied(block: Block): boolean {
  return (block.role === 'furniture' && !block.text.startsWith('正文')) || isShare(block);
}

const LONGEST = 80;
/** Lines of a social media post; a page has no use for them anywhere. */
const SHARE =
  /^[\s【[（(↑↓]*(?:长按(?:识别|扫描|上图|图片|下方|上方|二维码)|点击(?:上方|下方|左下角|文末)[^。]{0,8}(?:蓝字|阅读原文|关注|名片)|阅读原文$|识别(?:图中|上图|下图|上方|下方)?二维码|[点分]?[赞享][、和]?(?:点亮)?[“"]?在看)/;

function isShare({role, text}: Block): boolean {
  return role !== 'image' && role !== 'cell' && text.length <= LONGEST && SHARE.test(text);
}
