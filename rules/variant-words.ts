import {defineRule} from '../src/core/rule.js';
import {doubtfulWordsIn, wordsIn} from './data/words.js';

interface Options {
  allow: readonly string[];
  doubtful: boolean;
  titles: 'skip' | 'check';
  quotations: 'skip' | 'check';
}

export default defineRule<Options, 'found'>({
  id: 'variant-words',
  severity: 'note',
  inspection: 'hint',
  fix: 'suggested',
  basis: ['GF 1001-2001', '《中华人民共和国国家通用语言文字法》第九条'],
  summary: {
    zh: '异形词用推荐词形：账本不写“帐本”',
    en: 'Of the variants of a word, the recommended one is used',
  },
  defaults: {allow: [], doubtful: false, titles: 'skip', quotations: 'skip'},
  options: z => ({
    allow: z.array(z.string()).describe('不查的词 / words that are right here'),
    doubtful: z
      .boolean()
      .describe('也查容易与前后字连成别的词的异形词 / also variants that come about where two other words meet'),
    titles: z.enum(['skip', 'check']).describe('书名号里的词 / words inside 《》'),
    quotations: z.enum(['skip', 'check']).describe('引号里的词 / words inside “”'),
  }),
  messages: {
    found: {
      zh: '“{word}”是异形词，推荐写作“{right}”',
      en: '`{word}` is a variant: `{right}` is recommended',
    },
  },
  check(article, {options, report}) {
    const words = options.doubtful ? [...wordsIn(article), ...doubtfulWordsIn(article)] : wordsIn(article);
    for (const {block, start, end, entry} of words) {
      if (entry.list !== 'variant' || options.allow.includes(entry.word) || block.inLiteral(start)) continue;
      if (options.titles === 'skip' && block.inTitle(start)) continue;
      if (options.quotations === 'skip' && block.inQuotation(start)) continue;
      const {word, right} = entry;
      report(block, [start, end], 'found', {data: {word, right}, fix: [{range: [start, end], text: right}]});
    }
  },
});
