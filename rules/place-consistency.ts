import type {Block} from '../src/core/article.js';
import {defineRule, type Text} from '../src/core/rule.js';
import type {Above, Place} from './data/places.js';

type Places = typeof import('./data/places.js');

export default defineRule<object, 'replace' | 'wrong'>({
  id: 'place-consistency',
  severity: 'note',
  inspection: 'points',
  fix: 'suggested',
  basis: ['《报纸编校质量评比差错认定细则》第二十八条', '民政部《中华人民共和国县以上行政区划代码》'],
  summary: {
    zh: '省、市、县的上下级应对得上：没有“湖南省成都市”',
    en: 'Provinces, cities and counties that belong together: there is no 湖南省成都市',
  },
  defaults: {},
  messages: {
    replace: {
      zh: '“{found}”有误：{parent}没有{child}，应为“{expected}”',
      en: '`{found}` is wrong: {parent} has no {child}, expected `{expected}`',
    },
    wrong: {
      zh: '“{found}”有误：{parent}没有{child}，{child}属于{homes}',
      en: '`{found}` is wrong: {parent} has no {child}, which belongs to {homes}',
    },
  },
  async load() {
    places ??= await import('./data/places.js');
  },
  check(article, {report}) {
    if (!places) return;
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image' || !CHAIN.test(block.text)) continue;
      for (const mistake of mistakesIn(block, places)) {
        const {start, middle, end, parent, child, fix} = mistake;
        const found = block.text.slice(start, end);
        if (fix === undefined) {
          report(block, [start, end], 'wrong', {data: {found, parent, child: child.word, homes: homesOf(child)}});
          continue;
        }
        const [range, name] = fix;
        const expected =
          range[0] === start ? name + block.text.slice(middle, end) : block.text.slice(start, range[0]) + name;
        report(block, [start, end], 'replace', {
          data: {found, parent, child: child.word, expected},
          fix: [{range, text: name}],
        });
      }
    }
  },
});

/** The names of all divisions; undefined until the rule is first loaded. */
let places: Places | undefined;

/** Where no suffix of a division follows another one closely, no names stand together. */
const CHAIN = /[省市区州盟][^省市区州盟县旗\s，。、；：（）“”]{1,14}[市县区旗州盟]/;

interface Mistake {
  readonly start: number;
  /** Where the second name begins. */
  readonly middle: number;
  readonly end: number;
  readonly parent: string;
  readonly child: Place;
  /** The name to write in place of one of the two, when it is the only one possible. */
  readonly fix: readonly [readonly [number, number], string] | undefined;
}

/** Names that stand right behind each other and do not belong together; of a chain the first such pair. */
function* mistakesIn(block: Block, {namesAbove, placeAt, samePrefecture}: Places): Generator<Mistake> {
  const {text} = block;
  let checked = 0;
  let earlier: boolean | undefined;
  let before: Above | undefined;
  let beforeEnd = 0;
  for (const {start, end, entry} of namesAbove().find(text)) {
    const province = beforeEnd === start && before?.provinces.length === 0 ? before.word : undefined;
    [before, beforeEnd] = [entry, end];
    if (start < checked || block.inLiteral(start)) continue;
    const child = placeAt(text, end);
    if (!child || !isJudged(child, text, end) || belongs(child, entry, samePrefecture)) continue;
    const childEnd = end + child.word.length;
    checked = childEnd;
    earlier ??= EARLIER.test(text);
    if (earlier || isElsewhere(text, start, childEnd)) continue;
    const next = entry.provinces.length === 0 && child.prefectureIn.length > 0 ? placeAt(text, childEnd) : undefined;
    const fix = fixOf(entry, child, next, province);
    const range = fix === undefined ? undefined : fix.second ? ([end, childEnd] as const) : ([start, end] as const);
    const named = {start, middle: end, end: childEnd, parent: entry.word, child};
    yield {...named, fix: fix && [range!, fix.name]};
  }
}

/**
 * Names that are also common words (城区, 东区, 和县), or that zones of other cities bear, which no list holds: 西湖区,
 * 江北区, 滨海新区.
 */
const COMMON = /^(?:.{2}|[新老市城河江湖海港桥铁路关山矿东西南北中上下内外前后郊]{2}区|.*(?:新区|矿区|林区|特区))$/;
/** What makes another word of a name's last character: 长沙市场, 雨花区域. */
const GOES_ON = /^(?:市(?:场|民(?![政族宗营办]))|区[域间块]|旗[下帜舰袍号])/;

function isJudged({word}: Place, text: string, start: number): boolean {
  return !COMMON.test(word) && !GOES_ON.test(text.slice(start + word.length - 1, start + word.length + 2));
}

/** 塔城 and 阿勒泰 are below 伊犁. */
const BELOW_ILI = new Set(['塔城地区', '阿勒泰地区']);

function belongs({prefectureIn, countyIn}: Place, parent: Above, same: Places['samePrefecture']): boolean {
  const {word, provinces} = parent;
  if (provinces.length === 0) {
    if ([...prefectureIn, ...countyIn].some(({province}) => province === word)) return true;
    // 上海市苏州市: rather two cities without the mark between.
    return word.endsWith('市') && prefectureIn.length > 0;
  }
  if (prefectureIn.length > 0) return true;
  return countyIn.some(
    ({province, prefecture}) =>
      same(prefecture, word) ||
      // 仙桃市 stands on its own, but is often counted to 荆州市, which it belonged to.
      (prefecture === '' && provinces.includes(province)) ||
      (BELOW_ILI.has(prefecture) && word.startsWith('伊犁')),
  );
}

/** How far around a pair its circumstances are looked for. */
const NEAR = 15;
/** Cities that help each other, and people who live in another province, stand together without a mark. */
const TOGETHER = /协作|对口|支援|援[藏疆青建]|结对|共建|商会|同乡会|校友会|联谊会|办事处/;
/** The lists begin at about 1999. */
const EARLIER = /(?<!\d)1\d{3}年|民国|[明清元宋唐][代朝]|[解建]放前|建国前|新中国成立前/;

/** Whether the pair may be right for a reason that the lists do not know. */
function isElsewhere(text: string, start: number, end: number): boolean {
  if (/[原驻]/.test(text[start - 1] ?? '')) return true;
  return TOGETHER.test(text.slice(Math.max(0, start - NEAR), end + NEAR));
}

/** The one name that would set the pair right: the second one's, or the first one's. */
function fixOf(
  parent: Above,
  child: Place,
  next: Place | undefined,
  province: string | undefined,
): {name: string; second?: true} | undefined {
  if (parent.provinces.length === 0) {
    // 湖南省成都市雨花区: 雨花区 says that it is the city that is wrong.
    const inParent = next?.countyIn.filter(home => home.province === parent.word && home.prefecture !== '') ?? [];
    if (inParent.length > 0) {
      const name = only(inParent.map(({prefecture}) => prefecture));
      return name === undefined ? undefined : {name, second: true};
    }
    const own = [...child.prefectureIn, ...child.countyIn];
    const agrees = !next || next.countyIn.some(home => own.some(({province}) => province === home.province));
    const name = agrees ? only(own.map(home => home.province)) : undefined;
    return name === undefined ? undefined : {name};
  }
  const within = province === undefined ? parent.provinces : [province];
  if (child.countyIn.some(home => !within.includes(home.province)) && province === undefined) return undefined;
  const name = only(
    child.countyIn.filter(home => !home.former && within.includes(home.province)).map(home => home.prefecture),
  );
  return name === undefined ? undefined : {name};
}

function only(names: readonly string[]): string | undefined {
  const distinct = new Set(names);
  const [name] = distinct;
  return distinct.size === 1 ? name : undefined;
}

const MOST_HOMES = 4;

/** Where a place lies; where it lies nowhere any more, where it lay. */
function homesOf({prefectureIn, countyIn}: Place): Text {
  const all = [...prefectureIn, ...countyIn];
  const now = all.filter(({former}) => !former);
  const names = [...new Set((now.length > 0 ? now : all).map(({province, prefecture}) => province + prefecture))];
  const some = names.slice(0, MOST_HOMES);
  const more = names.length > some.length;
  return {zh: some.join('、') + (more ? '等' : ''), en: some.join(', ') + (more ? ' and others' : '')};
}
