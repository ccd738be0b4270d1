import {expect, test} from 'vitest';
import {hanOfNumber, numberOfHan} from '../../src/core/han-number.js';

test.each([
  ['一', 1],
  ['九', 9],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['九十九', 99],
])('%s is %i', (han, number) => {
  expect(numberOfHan(han)).toBe(number);
  expect(hanOfNumber(number)).toBe(han);
});

test.each(['', '一二', '十十', '二三十', '十一二', '百'])('%j is no number', han => {
  expect(numberOfHan(han)).toBeNaN();
});
