// Numbers below one hundred in Han characters, as sequence marks have them: 一, 十二, 三十.

const DIGITS = '零一二三四五六七八九';

/** The number that Han numerals stand for; NaN when they are none below one hundred. */
export function numberOfHan(han: string): number {
  const ten = han.indexOf('十');
  if (ten === -1) return han.length === 1 && DIGITS.includes(han) ? DIGITS.indexOf(han) : Number.NaN;
  if (ten > 1 || han.length > ten + 2) return Number.NaN;
  const tens = ten === 0 ? 1 : DIGITS.indexOf(han[0]!);
  const ones = ten + 1 < han.length ? DIGITS.indexOf(han[ten + 1]!) : 0;
  return tens < 1 || ones < 0 ? Number.NaN : tens * 10 + ones;
}

/** A number from 1 to 99 in Han numerals. */
export function hanOfNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}
