import {eastAsianWidth} from 'get-east-asian-width';

let graphemes: Intl.Segmenter | undefined;

/** The characters of a text as they are drawn: an emoji of several code points is one. */
export function graphemesOf(text: string): Iterable<{segment: string}> {
  graphemes ??= new Intl.Segmenter();
  return graphemes.segment(text);
}

const ASCII = /^[ -~]*$/;
const INVISIBLE = /^[\p{Mark}\p{Format}\p{Control}]/u;
/** Emoji by a variation selector, keycaps, and flags, which are two letters each. */
const EMOJI_SEQUENCE = /\ufe0f|\u20e3|^[\u{1f1e6}-\u{1f1ff}]{2}/u;

/** Columns of a terminal that a character fills; ambiguous ones such as “ count as narrow, as most terminals draw them. */
export function widthOf(character: string): number {
  if (character.length > 1 && EMOJI_SEQUENCE.test(character)) return 2;
  if (INVISIBLE.test(character)) return 0;
  return eastAsianWidth(character.codePointAt(0)!, {ambiguousAsWide: false});
}

/** Columns that a text fills. */
export function textWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const {segment} of graphemesOf(text)) width += widthOf(segment);
  return width;
}
