import type {Span} from './source.js';

/** What kind of personal data a piece of text is. */
export type PersonalKind =
  | 'identity-number'
  | 'masked-identity-number'
  | 'mobile'
  | 'bank-card'
  | 'travel-document'
  | 'number-plate'
  | 'email'
  | 'address';

/**
 * How sure it is that the text is about a private person: `private` where the words around say so or the form leaves no
 * doubt, `unclear` where nothing says whose it is, `contact` where it stands as the contact of an office.
 */
export type Exposure = 'private' | 'unclear' | 'contact';

/** Personal data in a text. */
export interface PersonalMatch {
  readonly kind: PersonalKind;
  readonly range: Span;
  /** The text with its telling part starred out: as long as the text itself. */
  readonly masked: string;
  readonly exposure: Exposure;
}

/** The full-width digits and letters of a number as half-width ones: same length, same offsets. */
export function foldDigits(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ－＠．]/g, unit => String.fromCharCode(unit.charCodeAt(0) - 0xfee0));
}

/** Stars out the letters and digits of a number but the first `head` and the last `tail`; what separates them stays. */
export function star(value: string, head: number, tail: number): string {
  const total = value.replace(/[^0-9A-Za-z\u3400-\u9fff]/g, '').length;
  let seen = 0;
  return value.replace(/[0-9A-Za-z\u3400-\u9fff]/g, unit => {
    seen++;
    return seen <= head || seen > total - tail ? unit : '*';
  });
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether the last of the 18 characters is the check character of the others (GB 11643-1999). */
export function identityCheckHolds(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += WEIGHTS[at]! * Number(digits[at]);
  return '10X98765432'[sum % 11] === digits[17]!.toUpperCase();
}

/** The first two digits of the codes of GB/T 2260, and those of residents from Hong Kong, Macao and Taiwan. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/** Whether a number begins with the code of a province. */
export function hasProvince(digits: string): boolean {
  return PROVINCES.has(digits.slice(0, 2));
}

/** Whether YYYYMMDD is a day on which somebody who has an identity number can have been born. */
export function isBirthDate(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  if (year < 1890 || year > 2059 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether the 18 characters are a 统一社会信用代码 with its right check character (GB 32100-2015): that is public. */
export function isCreditCode(code: string): boolean {
  if (!/^[159YN][1239]\d{6}/.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < 17; at++) {
    const value = CODE_ALPHABET.indexOf(code[at]!);
    if (value === -1) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return CODE_ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

/** Whether the digits pass the check of bank cards (ISO/IEC 7812-1 annex B). */
export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, twice = false; at >= 0; at--, twice = !twice) {
    const digit = Number(digits[at]) * (twice ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** Beginnings of card numbers and how long the issuer makes them. */
const ISSUERS: ReadonlyArray<readonly [RegExp, readonly number[]]> = [
  [/^62/, [16, 17, 18, 19]],
  [/^(?:60[13]|68|69|84|87|88|90|94|95|96|98|99)/, [16, 17, 18, 19]],
  [/^4/, [16, 19]],
  [/^5[0-9]/, [16, 19]],
  [/^2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)/, [16]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^3[47]/, [15]],
  [/^6(?:011|5)/, [16]],
];

/** Whether a card number of an issuer begins so and is as long. */
export function hasIssuer(digits: string): boolean {
  return ISSUERS.some(([beginning, lengths]) => beginning.test(digits) && lengths.includes(digits.length));
}
