import type {Block} from '../src/core/article.js';
import {NameIndex} from '../src/core/near-names.js';
import {defineRule, type Row, type RuleContext} from '../src/core/rule.js';
import {WordList} from '../src/core/word-list.js';

interface Options {
  documents: readonly Row[];
  institutions: readonly Row[];
}

type Message = 'document' | 'institution';
type Context = RuleContext<Options, Message>;

const COLUMNS = {name: {headings: ['名称', '全称', '标题', 'title'], required: true}} as const;

export default defineRule<Options, Message>({
  id: 'official-names',
  severity: 'warning',
  inspection: 'points',
  fix: 'suggested',
  basis: ['《报纸编校质量评比差错认定细则》第二十八条', '《图书编校质量差错认定细则》第十五条', '本单位的名称表'],
  summary: {
    zh: '按名称表查法规、文件和机构的全称是否写错一两个字',
    en: 'Names of documents and institutions that nearly equal one of the unit’s own list',
  },
  defaults: {documents: [], institutions: []},
  options: z => {
    const list = z.array(z.union([z.string(), z.record(z.string(), z.string())]));
    return {
      documents: list.describe(
        '法规、文件名称表（CSV、TSV、YAML、XLSX）的路径，或者直接写各行 / lists of names of documents',
      ) as never,
      institutions: list.describe(
        '机构全称表（CSV、TSV、YAML、XLSX）的路径，或者直接写各行 / lists of names of institutions',
      ) as never,
    };
  },
  tables: {documents: COLUMNS, institutions: COLUMNS},
  messages: {
    document: {
      zh: '名称表里没有《{name}》，是不是《{expected}》？',
      en: 'No document 《{name}》, did you mean 《{expected}》?',
    },
    institution: {zh: '名称表里没有“{name}”，是不是“{expected}”？', en: 'No `{name}`, did you mean `{expected}`?'},
  },
  check(article, context) {
    const {documents, institutions} = context.options;
    if (documents.length === 0 && institutions.length === 0) return;
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image') continue;
      if (documents.length > 0) checkDocuments(context, block, indexOf(documents));
      if (institutions.length > 0) checkInstitutions(context, block, beginningsOf(institutions));
    }
  },
});

function checkDocuments({report}: Context, block: Block, index: NameIndex): void {
  for (const [open, close] of block.zones.titles) {
    const name = block.text.slice(open + 1, close - 1);
    const expected = index.near(name);
    if (expected === undefined) continue;
    const range = [open + 1, close - 1] as const;
    report(block, range, 'document', {data: {name, expected}, fix: [{range, text: expected}]});
  }
}

/** How many characters at the beginning of a name show where it may stand. */
const BEGINNING = 4;

interface Beginning {
  readonly word: string;
  readonly names: string[];
}

function checkInstitutions({report}: Context, block: Block, beginnings: WordList<Beginning>): void {
  let checked = 0;
  for (const {start, entry} of beginnings.find(block.text)) {
    if (start < checked) continue;
    const exact = entry.names.find(name => block.text.startsWith(name, start));
    if (exact !== undefined) {
      checked = start + exact.length;
      continue;
    }
    const near = nearAt(block.text, start, entry.names);
    if (!near) continue;
    checked = near.end;
    const range = [start, near.end] as const;
    const data = {name: block.text.slice(...range), expected: near.expected};
    report(block, range, 'institution', {data, fix: [{range, text: near.expected}]});
  }
}

/** A name that the text at `start` equals but for one character in its middle, or for one that is missing. */
function nearAt(text: string, start: number, names: readonly string[]): {end: number; expected: string} | undefined {
  for (const expected of names) {
    for (const length of [expected.length, expected.length - 1]) {
      const found = text.slice(start, start + length);
      if (found.length < length || found.at(-1) !== expected.at(-1)) continue;
      if (differsOnce(found, expected)) return {end: start + length, expected};
    }
  }
  return undefined;
}

function differsOnce(found: string, expected: string): boolean {
  let at = 0;
  while (at < found.length && found[at] === expected[at]) at++;
  return found.slice(at + (found.length === expected.length ? 1 : 0)) === expected.slice(at + 1);
}

const indexes = new WeakMap<readonly Row[], NameIndex>();

function indexOf(rows: readonly Row[]): NameIndex {
  let index = indexes.get(rows);
  if (!index) {
    index = new NameIndex(rows.map(({name = ''}) => name.replace(/^《|》$/g, '')));
    indexes.set(rows, index);
  }
  return index;
}

const lists = new WeakMap<readonly Row[], WordList<Beginning>>();

function beginningsOf(rows: readonly Row[]): WordList<Beginning> {
  const known = lists.get(rows);
  if (known) return known;
  const byBeginning = new Map<string, Beginning>();
  for (const {name = ''} of rows) {
    // Of a short name every other institution is one character away.
    if (name.length < 2 * BEGINNING) continue;
    const word = name.slice(0, BEGINNING);
    const beginning = byBeginning.get(word);
    if (beginning) beginning.names.push(name);
    else byBeginning.set(word, {word, names: [name]});
  }
  for (const {names} of byBeginning.values()) names.sort((a, b) => b.length - a.length);
  const list = new WordList([...byBeginning.values()]);
  lists.set(rows, list);
  return list;
}
