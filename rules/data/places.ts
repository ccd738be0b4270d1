import {WordList} from '../../src/core/word-list.js';
import {places} from './place-consistency.js';

/** Where a prefecture or county lies, or lay. */
interface Home {
  readonly province: string;
  /** Empty for a prefecture, and for a county right below its province. */
  readonly prefecture: string;
  readonly former: boolean;
}

/** A name as a prefecture or county, or as several of them. */
export interface Place {
  readonly word: string;
  readonly prefectureIn: Home[];
  readonly countyIn: Home[];
}

/** A province or prefecture: what the name of a place may stand behind. */
export interface Above {
  readonly word: string;
  /** The provinces it lies in; none when it is a province. */
  readonly provinces: string[];
}

let above: WordList<Above> | undefined;
let below: ReadonlyMap<string, Place> | undefined;
let longest = 0;

const PEOPLES =
  /(?:(?:[藏羌彝苗侗壮傣白回]|土家|布依|哈尼|景颇|傈僳|朝鲜)族|蒙古族?|哈萨克|柯尔克孜)+自治州$/;

/** The name in full, and the usual short one of an autonomous prefecture: 恩施州. */
function namesOf(prefecture: string): string[] {
  return prefecture.endsWith('自治州') ? [prefecture, prefecture.replace(PEOPLES, '州')] : [prefecture];
}

/** The provinces and prefectures, with their suffix: 430 words. */
export function namesAbove(): WordList<Above> {
  if (above) return above;
  const words = new Map<string, Above>();
  for (const line of places) {
    const [province = '', ...prefectures] = line.split('|');
    words.set(province, {word: province, provinces: []});
    for (const list of prefectures) {
      for (const word of namesOf(list.slice(0, list.indexOf(':')).replace('*', ''))) {
        const known = words.get(word);
        if (known) known.provinces.push(province);
        else words.set(word, {word, provinces: [province]});
      }
    }
  }
  above = new WordList([...words.values()]);
  return above;
}

/** The prefecture or county with the longest name that begins at an offset of the text. */
export function placeAt(text: string, at: number): Place | undefined {
  below ??= namesBelow();
  for (let end = Math.min(text.length, at + longest); end > at + 1; end--) {
    const place = below.get(text.slice(at, end));
    if (place) return place;
  }
  return undefined;
}

function namesBelow(): Map<string, Place> {
  const words = new Map<string, Place>();
  const placeOf = (word: string): Place => {
    let place = words.get(word);
    if (!place) {
      place = {word, prefectureIn: [], countyIn: []};
      words.set(word, place);
      longest = Math.max(longest, word.length);
    }
    return place;
  };
  for (const line of places) {
    const [province = '', ...prefectures] = line.split('|');
    for (const list of prefectures) {
      const [written = '', counties = ''] = list.split(':');
      const [prefecture = '', short] = namesOf(written.replace('*', ''));
      const own = {province, prefecture: '', former: written.startsWith('*')};
      if (prefecture !== '') placeOf(prefecture).prefectureIn.push(own);
      if (short !== undefined) placeOf(short).prefectureIn.push(own);
      if (counties === '') continue;
      const home = {province, prefecture, former: false};
      const former = {...home, former: true};
      for (const county of counties.split(',')) {
        if (county.startsWith('*')) placeOf(county.slice(1)).countyIn.push(former);
        else placeOf(county).countyIn.push(home);
      }
    }
  }
  return words;
}

/** Whether two names are those of one prefecture, in full and short. */
export function samePrefecture(name: string, other: string): boolean {
  return name === other || namesOf(name).includes(other) || namesOf(other).includes(name);
}
