import type {Article} from './article.js';
import type {PlacedMark} from './paragraph-pairs.js';

const DIGITS = '一二三四五六七八九';
const NUMERAL = '[一二三四五六七八九十]{1,3}|\\d{1,2}';
const BARE = new RegExp(`(?:${NUMERAL})$`);
const BRACKETED = new RegExp(`[（(](${NUMERAL})[）)]`, 'g');

/**
 * The closing brackets of list numerals whose opening bracket was lost: 二） in an article that counts （一） and （三）.
 * An article that counts 1）, 2）, 3） means it so.
 */
export function halfNumerals({blocks}: Article): PlacedMark[] {
  const bare: Array<PlacedMark & {numeral: string}> = [];
  for (const block of blocks) {
    if (block.role === 'furniture' || block.role === 'image') continue;
    for (const mark of block.pairing.numerals) {
      const numeral = BARE.exec(block.text.slice(Math.max(0, mark.at - 3), mark.at))?.[0];
      if (numeral) bare.push({block, mark: {...mark, kind: 'lone'}, numeral});
    }
  }
  if (bare.length === 0) return [];
  const bracketed = new Set<string>();
  for (const {text} of blocks) for (const [, numeral] of text.matchAll(BRACKETED)) bracketed.add(keyOf(numeral!));
  const alone = new Set(bare.map(({numeral}) => keyOf(numeral)));
  return bare.filter(({numeral}) => {
    const near = [keyOf(numeral, -1), keyOf(numeral, 1)];
    return near.some(key => bracketed.has(key)) && !near.some(key => alone.has(key));
  });
}

/** A numeral, or one some steps on, as a key: its script and its value. */
function keyOf(numeral: string, step = 0): string {
  return /\d/.test(numeral) ? `1:${Number(numeral) + step}` : `一:${valueOfHan(numeral) + step}`;
}

/** 1 to 99. */
function valueOfHan(numeral: string): number {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const ten = numeral.includes('十') ? (tens ? DIGITS.indexOf(tens) + 1 : 1) : 0;
  return 10 * ten + (ones ? DIGITS.indexOf(ones) + 1 : 0);
}
