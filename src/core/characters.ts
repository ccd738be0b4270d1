// Character classes shared by all rules. Everything here works on UTF-16 code units, so that offsets stay offsets.

/** Characters of the Han script (with 〇), as a regex class body for use inside `[...]` without the `u` flag. */
export const HAN = '\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';

/** Whether the UTF-16 code unit is a Han character; surrogate halves of the rare planes count as Han. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    unit === 0x3007 ||
    (unit >= 0xd840 && unit <= 0xd87f) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}

/** Whether the UTF-16 code unit at `index` of `text` is a Han character; false outside the text. */
export function hanAt(text: string, index: number): boolean {
  return index >= 0 && index < text.length && isHan(text.charCodeAt(index));
}

const FULL_WIDTH: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};
const HALF_WIDTH_MARKS = /[,;:!?()]/g;
const CJK_NEIGHBOUR = /[\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]/;

/** Whether the UTF-16 code unit at `index` of `text` is a Han character or a mark of Chinese text; false outside the text. */
export function chineseAt(text: string, index: number): boolean {
  return index >= 0 && index < text.length && CJK_NEIGHBOUR.test(text[index]!);
}

/**
 * The text with every half-width mark next to a Chinese character replaced by the full-width mark it stands for.
 * Copies of articles are often normalised (，→,), and only the rule on width should mind. Same length, same offsets.
 */
export function fullWidthMarks(text: string): string {
  let result = '';
  let copied = 0;
  let last: string | undefined;
  for (const {0: mark, index: i} of text.matchAll(HALF_WIDTH_MARKS)) {
    const full = FULL_WIDTH[mark]!;
    // A mark right before is looked at as it is now; reading it from the result would join its pieces each time.
    const before = i === copied && last !== undefined ? last : text[i - 1];
    if (!CJK_NEIGHBOUR.test(before ?? '') && !CJK_NEIGHBOUR.test(text[i + 1] ?? '')) continue;
    result += text.slice(copied, i) + full;
    last = full;
    copied = i + 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
}

/**
 * The text for comparing: half-width letters, digits and marks instead of full-width ones, no white space at all.
 * Not for positions: the result is shorter than the text.
 */
export function foldWidth(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
