import {DecodingMode, EntityDecoder, htmlDecodeTree} from 'entities/decode';
import {isHan} from '../../core/characters.js';
import {type Run, SourceMap} from '../../core/source-map.js';
import type {MappedText} from '../inline.js';

// One decoder for all references: it starts afresh at each, and building it is not free.
let decoded = '';
const decoder = new EntityDecoder(htmlDecodeTree, codePoint => {
  decoded += String.fromCodePoint(codePoint);
});

/** Decodes the reference at `at`, which holds `&`; undefined when it is none. `limit` ends the text or attribute. */
function decodeReference(
  text: string,
  at: number,
  limit: number,
  mode: DecodingMode,
): {value: string; end: number} | undefined {
  decoded = '';
  decoder.startEntity(mode);
  // The longest name has 33 characters; a longer number is cut, which only leaves its last digits as text.
  const raw = text.slice(at + 1, Math.min(limit, at + 64));
  const length = decoder.write(raw, 0);
  const consumed = length < 0 ? decoder.end() : length;
  return consumed > 0 && decoded !== '' ? {value: decoded, end: at + consumed} : undefined;
}

/** The words of an attribute value, mapped to the source. */
export function attributeText(text: string, [start, end]: readonly [number, number]): MappedText {
  const collector = new PieceCollector(text);
  collector.add(start, end, DecodingMode.Attribute);
  return collector.take();
}

/**
 * Collects the words of one line and where they stand: decodes references and folds white space as a browser does. A line
 * end between two Chinese characters is no space, because Chinese has none between words.
 */
export class PieceCollector {
  readonly #text: string;
  #words = '';
  #runs: Run[] = [];
  /** The white space before what comes next, not yet written; `start` is -1 when there is none. */
  #gapStart = -1;
  #gapEnd = -1;
  #gapIsLineEnd = false;
  /** The last unit collected. */
  #last = 0;
  #blank = true;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether nothing but white space was collected. */
  get isBlank(): boolean {
    return this.#blank;
  }

  /** Whether the last thing collected but for white space is a colon. */
  get endsWithColon(): boolean {
    return this.#last === 0x3a || this.#last === 0xff1a;
  }

  /** Takes in a stretch of the source. */
  add(start: number, end: number, mode = DecodingMode.Legacy): void {
    const text = this.#text;
    let copied = start;
    let at = start;
    while (at < end) {
      const unit = text.charCodeAt(at);
      if (isSpace(unit)) {
        this.#copy(copied, at);
        const from = at;
        let lineEnd = false;
        for (; at < end && isSpace(text.charCodeAt(at)); at++)
          lineEnd ||= text.charCodeAt(at) < 0x0e && text.charCodeAt(at) !== 0x09;
        this.space(from, at, lineEnd);
        copied = at;
      } else if (unit === 0x26) {
        const reference = decodeReference(text, at, end, mode);
        if (!reference) {
          at++;
          continue;
        }
        this.#copy(copied, at);
        this.#decoded(at, reference.end, reference.value);
        copied = at = reference.end;
      } else {
        at++;
      }
    }
    this.#copy(copied, end);
  }

  /** Takes in white space, or a place that separates words without any. */
  space(start: number, end: number, lineEnd: boolean): void {
    this.#gapIsLineEnd = lineEnd && (this.#gapStart === -1 || this.#gapIsLineEnd);
    if (this.#gapEnd > this.#gapStart) return;
    this.#gapStart = start;
    this.#gapEnd = end;
  }

  /** Takes in a mark that the source has not, at a place in it. */
  insert(mark: string, at: number): void {
    this.#gapStart = this.#gapEnd = -1;
    this.#write(mark, at, at);
  }

  /** How many units were collected. */
  get length(): number {
    return this.#words.length;
  }

  /** What was collected so far. */
  peek(): string {
    return this.#words;
  }

  /** What was collected, white space at both ends dropped; the collector is empty then. */
  take(): MappedText {
    const words = this.#words;
    const trimmed = words.trim();
    const runs = this.#runs;
    this.#words = '';
    this.#runs = [];
    this.#gapStart = this.#gapEnd = -1;
    this.#last = 0;
    this.#blank = true;
    if (trimmed === '') return {text: '', map: SourceMap.shift(runs[0]?.source ?? 0, 0)};
    const map = new SourceMap(runs);
    if (trimmed.length === words.length) return {text: words, map};
    const from = words.length - words.trimStart().length;
    return {text: trimmed, map: map.slice(from, from + trimmed.length)};
  }

  #copy(start: number, end: number): void {
    if (end <= start) return;
    const text = this.#text;
    this.#writeGap(text.charCodeAt(start));
    this.#write(text.slice(start, end), start, end);
  }

  #decoded(start: number, end: number, value: string): void {
    this.#writeGap(value.charCodeAt(0));
    this.#write(value, start, end);
  }

  #write(value: string, start: number, end: number): void {
    this.#runs.push({text: this.#words.length, source: start, length: value.length, width: end - start});
    this.#words += value;
    this.#last = value.charCodeAt(value.length - 1);
    this.#blank &&= value.trim() === '';
  }

  #writeGap(next: number): void {
    if (this.#gapStart === -1) return;
    const [start, end] = [this.#gapStart, this.#gapEnd];
    this.#gapStart = this.#gapEnd = -1;
    if (this.#runs.length === 0 || (this.#gapIsLineEnd && isChinese(this.#last) && isChinese(next))) return;
    this.#runs.push({text: this.#words.length, source: start, length: 1, width: end - start});
    this.#words += ' ';
  }
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09 || unit === 0x0c;
}

function isChinese(unit: number): boolean {
  return (
    isHan(unit) ||
    (unit >= 0x2018 && unit <= 0x201d) ||
    unit === 0x2026 ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff01 && unit <= 0xff60)
  );
}

/** Where the line at `from` ends: at a line end or at `limit`. */
export function lineEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at++;
  return at;
}

/** Whether a stretch of the source holds nothing but white space and references to it. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; ) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x20 || unit === 0xa0 || unit === 0x3000) at++;
    else if (unit === 0x26 && (text.startsWith('&nbsp;', at) || text.startsWith('&#160;', at))) at += 6;
    else return false;
  }
  return true;
}
