import fc from 'fast-check';
import {expect, test} from 'vitest';
import {WordList} from '../../src/core/word-list.js';

const found = (words: readonly string[], text: string) =>
  new WordList(words.map(word => ({word}))).find(text).map(({start, end}) => `${start} ${text.slice(start, end)}`);

test('the longest word at each place, from left to right, without overlaps', () => {
  expect(found(['中华', '中华人民', '民族', '人'], '中华人民族人')).toEqual(['0 中华人民', '5 人']);
  expect(found(['𠮷野', 'ab'], 'a𠮷野ab')).toEqual(['1 𠮷野', '4 ab']);
  expect(found([], '中华')).toEqual([]);
  expect(found(['中'], '')).toEqual([]);
});

test('a word that does not count leaves its place to a shorter one', () => {
  const list = new WordList([{word: '甲乙丙'}, {word: '甲乙'}]);
  expect(list.find('甲乙丙', ({word}) => word !== '甲乙丙').map(({end}) => end)).toEqual([2]);
});

test('finds what comparing every word at every place finds', () => {
  const text = fc.string({unit: fc.constantFrom('甲', '乙', '丙', 'a'), maxLength: 60});
  const words = fc.uniqueArray(fc.string({unit: fc.constantFrom('甲', '乙', '丙', 'a'), minLength: 1, maxLength: 4}), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, text, (words, text) => {
      const expected: string[] = [];
      const longest = [...words].sort((a, b) => b.length - a.length);
      for (let at = 0; at < text.length; at++) {
        const word = longest.find(word => text.startsWith(word, at));
        if (word === undefined) continue;
        expected.push(`${at} ${word}`);
        at += word.length - 1;
      }
      expect(found(words, text)).toEqual(expected);
    }),
  );
});
