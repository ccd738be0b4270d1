const DIGITS = '零一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: ReadonlyArray<readonly [number, string]> = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number in one of the formats of ECMA-376 Part 1, 17.18.59 (ST_NumberFormat); decimal in those of other languages. */
export function formatNumber(value: number, format: string): string {
  if (value < 0 || value > 9999) return String(value);
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);
    case 'decimalEnclosedParen':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2474 + value - 1) : String(value);
    case 'decimalEnclosedFullstop':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2488 + value - 1) : String(value);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return chinese(value, DIGITS, ['', '十', '百', '千'], true);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return chinese(value, LEGAL, ['', '拾', '佰', '仟'], false);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return String(value).replace(/\d/g, digit => (digit === '0' ? '〇' : DIGITS[Number(digit)]!));
    case 'ideographTraditional':
      return value >= 1 && value <= 10 ? STEMS[value - 1]! : String(value);
    case 'ideographZodiac':
      return value >= 1 && value <= 12 ? BRANCHES[value - 1]! : String(value);
    default:
      return String(value);
  }
}

/** a, b … z, aa, bb …, as Word counts on. */
function letters(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text === '' ? '0' : text;
}

/** 12 is 十二, 105 一百零五; with `short`, 一十 at the beginning is 十. */
function chinese(value: number, digits: string, units: readonly string[], short: boolean): string {
  if (value === 0) return digits[0]!;
  const figures = String(value);
  let text = '';
  let zero = false;
  for (const [index, figure] of [...figures].entries()) {
    if (figure === '0') zero = true;
    else {
      text += (zero ? digits[0]! : '') + digits[Number(figure)]! + units[figures.length - 1 - index]!;
      zero = false;
    }
  }
  return short && value >= 10 && value < 20 ? text.slice(1) : text;
}
