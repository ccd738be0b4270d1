import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {textWidth} from '../../src/report/width.js';

// string-width knows every sequence, and costs a third of a cold start.
test.each([
  '县政府召开会议，“含金量”——全部……',
  'A区①、ｶﾅ（）〔2024〕',
  'e\u0301a\u0308',
  '😀👨‍👩‍👧🇨🇳👍🏽',
  '1️⃣✔️❤️',
  '한국어 ไทย',
  '\u200b\u200d',
])('%s is as wide as string-width says', text => {
  expect(textWidth(text)).toBe(stringWidth(text));
});
