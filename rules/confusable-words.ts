import {defineRule} from '../src/core/rule.js';
import {wordsIn} from './data/words.js';

interface Options {
  allow: readonly string[];
  titles: 'skip' | 'check';
  quotations: 'skip' | 'check';
}

export default defineRule<Options, 'found'>({
  id: 'confusable-words',
  severity: 'error',
  inspection: 'points',
  fix: 'suggested',
  basis: [
    '《报纸编校质量评比差错认定细则》第十八、二十二、二十五、二十六条',
    '《图书编校质量差错认定细则》第六、七、十二、十四条',
  ],
  summary: {
    zh: '不写错别字：部署不写“布署”，截至目前不写“截止目前”',
    en: 'No confused words, such as 布署 for 部署',
  },
  defaults: {allow: [], titles: 'skip', quotations: 'check'},
  options: z => ({
    allow: z.array(z.string()).describe('不查的词，如地名、店名 / words that are right here, such as names'),
    titles: z.enum(['skip', 'check']).describe('书名号里的词 / words inside 《》'),
    quotations: z.enum(['skip', 'check']).describe('引号里的词 / words inside “”'),
  }),
  messages: {
    found: {zh: '“{word}”应为“{right}”', en: 'Unexpected `{word}`, expected `{right}`'},
  },
  check(article, {options, report}) {
    for (const {block, start, end, entry} of wordsIn(article)) {
      if (entry.list !== 'confusable' || options.allow.includes(entry.word) || block.inLiteral(start)) continue;
      if (options.titles === 'skip' && block.inTitle(start)) continue;
      if (options.quotations === 'skip' && block.inQuotation(start)) continue;
      const {word, right, severity} = entry;
      report(block, [start, end], 'found', {data: {word, right}, severity, fix: [{range: [start, end], text: right}]});
    }
  },
});
