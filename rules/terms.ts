import type {Block} from '../src/core/article.js';
import {defineRule, type Row, type Severity, type Text} from '../src/core/rule.js';
import {WordList} from '../src/core/word-list.js';

interface Options {
  lists: readonly Row[];
  titles: 'skip' | 'check';
  quotations: 'skip' | 'check';
}

/** A word and what the lists say about it, the highest layer last. */
interface Term {
  readonly word: string;
  readonly uses: Use[];
}

/** What one row says about a word. */
interface Use {
  /** What to write; empty for a word that is only forbidden. */
  readonly right: string;
  readonly allowed: boolean;
  readonly severity: Severity;
  readonly reason: Text;
  readonly roles: readonly string[];
  readonly files: RegExp | undefined;
}

export default defineRule<Options, 'replace' | 'forbidden'>({
  id: 'terms',
  severity: 'error',
  inspection: 'points',
  fix: 'suggested',
  basis: ['《报纸编校质量评比差错认定细则》第二十八条', '本单位的用语规范'],
  summary: {
    zh: '按本单位的词表查用语：应替换的、禁用的',
    en: 'Words of the unit’s own lists: those to replace and those not to use',
  },
  defaults: {lists: [], titles: 'skip', quotations: 'skip'},
  options: z => ({
    lists: z
      .array(z.union([z.string(), z.record(z.string(), z.string())]))
      .describe(
        '词表文件（CSV、TSV、YAML、XLSX）的路径，或者直接写词条；后面的优先 / paths of lists, or rows; later ones win',
      ) as never,
    titles: z.enum(['skip', 'check']).describe('书名号里的词 / words inside 《》'),
    quotations: z.enum(['skip', 'check']).describe('引号里的词 / words inside “”'),
  }),
  tables: {
    lists: {
      word: {headings: ['词', '错误写法', '禁用词', 'wrong', 'term'], required: true},
      right: {headings: ['应为', '正确写法', '规范写法', 'preferred']},
      kind: {headings: ['类别', '类型']},
      severity: {headings: ['级别'], form: 'severity'},
      files: {headings: ['适用文件', '文件'], form: 'glob'},
      roles: {headings: ['适用位置', '位置']},
      until: {headings: ['有效期至', '截止日期', 'expires'], form: 'expiry'},
      reason: {headings: ['理由', '说明', '依据']},
    },
  },
  messages: {
    replace: {zh: '“{word}”应为“{right}”{reason}', en: 'Unexpected `{word}`, expected `{right}`{reason}'},
    forbidden: {
      zh: '不得使用“{word}”{reason}：应删去或者改写',
      en: 'Forbidden word `{word}`{reason}: remove or reword it',
    },
  },
  check(article, {options, report}) {
    if (options.lists.length === 0) return;
    const list = listOf(options.lists);
    const path = article.source.path.replaceAll('\\', '/');
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image') continue;
      for (const {start, end, entry} of list.find(block.text, term => useOf(term, path, block) !== undefined)) {
        const use = useOf(entry, path, block)!;
        if (use.allowed || block.inLiteral(start)) continue;
        if (options.titles === 'skip' && block.inTitle(start)) continue;
        if (options.quotations === 'skip' && block.inQuotation(start)) continue;
        const {right, reason, severity} = use;
        const data = {word: entry.word, right, reason};
        if (right === '') report(block, [start, end], 'forbidden', {data, severity});
        else report(block, [start, end], 'replace', {data, severity, fix: [{range: [start, end], text: right}]});
      }
    }
  },
});

/** The highest layer that speaks about a word at this place. */
function useOf({uses}: Term, path: string, {role}: Block): Use | undefined {
  return uses.findLast(({files, roles}) => (files?.test(path) ?? true) && (roles.length === 0 || roles.includes(role)));
}

const lists = new WeakMap<readonly Row[], WordList<Term>>();

function listOf(rows: readonly Row[]): WordList<Term> {
  const known = lists.get(rows);
  if (known) return known;
  const terms = new Map<string, Term>();
  for (const row of rows) {
    const {word = ''} = row;
    const term = terms.get(word);
    if (term) term.uses.push(readUse(row));
    else terms.set(word, {word, uses: [readUse(row)]});
  }
  const list = new WordList([...terms.values()]);
  lists.set(rows, list);
  return list;
}

const ROLES: Readonly<Record<string, string>> = {
  标题: 'title',
  小标题: 'heading',
  正文: 'paragraph',
  列表: 'item',
  图片说明: 'caption',
  署名: 'credit',
  表格: 'cell',
  落款: 'signature',
  元数据: 'metadata',
};

function readUse({right = '', kind = '', severity = 'error', files, roles = '', reason = ''}: Row): Use {
  return {
    right,
    allowed: kind === '允许' || kind === 'allowed',
    severity: severity as Severity,
    reason: reason === '' ? {zh: '', en: ''} : {zh: `（${reason}）`, en: ` (${reason})`},
    roles: roles
      .split(/[、,，;；\s]+/)
      .filter(Boolean)
      .map(role => ROLES[role] ?? role),
    files: files === undefined ? undefined : new RegExp(files),
  };
}
