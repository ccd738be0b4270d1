import type {Article, Block} from '../src/core/article.js';
import {defineRule, type Row, type RuleContext} from '../src/core/rule.js';
import {type Hit, WordList} from '../src/core/word-list.js';

interface Options {
  roster: readonly Row[];
  order: 'check' | 'ignore';
}

type Message = 'post' | 'order' | 'earlier';
type Context = RuleContext<Options, Message>;

/** One person of the roster. */
interface Person {
  readonly word: string;
  readonly terms: Array<{posts: readonly string[]; from: string; to: string; rank: number}>;
}

interface Roster {
  readonly people: WordList<Person>;
  /** Every ending of two characters or more of every post, and the post. */
  readonly endings: ReadonlySet<string>;
  readonly longest: number;
}

export default defineRule<Options, Message>({
  id: 'name-and-title',
  severity: 'error',
  inspection: 'points',
  basis: ['《报纸编校质量评比差错认定细则》第二十八条', '本单位的领导名单'],
  summary: {
    zh: '按本单位的名单查领导的职务和排序',
    en: 'Posts and order of the people on the unit’s own roster',
  },
  defaults: {roster: [], order: 'check'},
  options: z => ({
    roster: z
      .array(z.union([z.string(), z.record(z.string(), z.string())]))
      .describe('名单文件（CSV、TSV、YAML、XLSX）的路径，或者直接写各行 / paths of rosters, or rows') as never,
    order: z.enum(['check', 'ignore']).describe('是否查排序 / whether to check the order'),
  }),
  tables: {
    roster: {
      name: {headings: ['姓名', '名字'], required: true},
      post: {headings: ['职务', '职位', 'title'], required: true},
      from: {headings: ['任职日期', '起', '开始日期'], form: 'date'},
      to: {headings: ['离任日期', '止', '结束日期'], form: 'date'},
      rank: {headings: ['排序', '序号', 'order']},
    },
  },
  messages: {
    post: {
      zh: '{name}的职务写作“{post}”，名单上是“{expected}”',
      en: '{name} is called `{post}`; the roster says `{expected}`',
    },
    order: {zh: '{name}应排在{other}前面', en: '{name} belongs before {other}'},
    earlier: {zh: '写在前面的{other}', en: '{other}, who stands before'},
  },
  check(article, context) {
    if (context.options.roster.length === 0) return;
    const roster = rosterOf(context.options.roster);
    const date = dateOf(article);
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image') continue;
      const hits = roster.people.find(block.text);
      for (const hit of hits) checkPost(context, roster, block, hit, date);
      if (context.options.order === 'check') checkOrder(context, block, hits, date);
    }
  },
});

/** How far before a name its post may reach. */
const LONGEST_POST = 40;

function checkPost({report}: Context, {endings, longest}: Roster, block: Block, hit: Hit<Person>, date: string): void {
  const before = block.text.slice(Math.max(0, hit.start - LONGEST_POST), hit.start).trimEnd();
  const gap = hit.start - Math.max(0, hit.start - LONGEST_POST) - before.length;
  let post = '';
  for (let length = Math.min(longest, before.length); length >= 2 && post === ''; length--) {
    const ending = before.slice(-length);
    if (endings.has(ending)) post = ending;
  }
  if (post === '') return;
  const lead = before.at(-post.length - 1) ?? '';
  // 原县长、前县长 says that the post is not held any more.
  if (/[原前]/.test(lead)) return;
  if (lead === '副') post = `副${post}`;
  const own = termsAt(hit.entry, date).flatMap(({posts}) => posts);
  if (own.length === 0 || own.some(held => holds(held, post))) return;
  const end = hit.start - gap;
  const data = {name: hit.entry.word, post, expected: own.join('、')};
  report(block, [end - post.length, hit.end], 'post', {data});
}

/** Whether a post may be called so: 云岭县副县长 is a 副县长, but no 县长. */
function holds(held: string, called: string): boolean {
  return held.endsWith(called) && held.at(-called.length - 1) !== '副';
}

/** Names that only 、 or 和 parts stand in the order of the roster. */
function checkOrder({report}: Context, block: Block, hits: ReadonlyArray<Hit<Person>>, date: string): void {
  for (let index = 1; index < hits.length; index++) {
    const [first, second] = [hits[index - 1]!, hits[index]!];
    if (!/^\s?[、和与及]\s?$/.test(block.text.slice(first.end, second.start))) continue;
    const [a, b] = [rankOf(first.entry, date), rankOf(second.entry, date)];
    if (a === undefined || b === undefined || a <= b) continue;
    const data = {name: second.entry.word, other: first.entry.word};
    const related = [
      {place: block, range: [first.start, first.end] as const, message: 'earlier' as const, data: {other: data.other}},
    ];
    report(block, [second.start, second.end], 'order', {data, related});
  }
}

/** The terms of a person on the day of the article; without one, those that have not ended. */
function termsAt({terms}: Person, date: string): Person['terms'] {
  if (date === '') return terms.filter(({to}) => to === '');
  return terms.filter(({from, to}) => from <= date && (to === '' || date <= to));
}

function rankOf(person: Person, date: string): number | undefined {
  return termsAt(person, date).at(0)?.rank;
}

/** The day of publication as YYYY-MM-DD; empty when it is not known. */
function dateOf({metadata}: Article): string {
  const match = /(\d{4})\D(\d{1,2})\D(\d{1,2})/.exec(metadata.get('date')?.[0]?.value ?? '');
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : '';
}

const rosters = new WeakMap<readonly Row[], Roster>();

function rosterOf(rows: readonly Row[]): Roster {
  const known = rosters.get(rows);
  if (known) return known;
  const people = new Map<string, Person>();
  const endings = new Set<string>();
  rows.forEach(({name = '', post = '', from = '', to = '', rank}, index) => {
    const posts = post.split(/[、,，;；/]+/).filter(Boolean);
    const term = {posts, from, to, rank: rank === undefined ? index : Number(rank)};
    const person = people.get(name);
    if (person) person.terms.push(term);
    else people.set(name, {word: name, terms: [term]});
    for (const one of posts) for (let at = 0; at <= one.length - 2; at++) endings.add(one.slice(at));
  });
  const longest = Math.max(...Array.from(endings, ending => ending.length), 0);
  const roster = {people: new WordList([...people.values()]), endings, longest};
  rosters.set(rows, roster);
  return roster;
}
