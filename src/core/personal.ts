import type {Article, Block} from './article.js';
import type {Exposure, PersonalKind, PersonalMatch} from './personal-numbers.js';
import {mayBePersonal, personalIn} from './personal-text.js';
import type {Datum} from './rule.js';
import type {Span} from './source.js';

/** Personal data in an article: in a block, or in what no block shows, such as an attribute, a comment or front matter. */
export interface PersonalDatum extends PersonalMatch {
  /** What `range` counts in. */
  readonly place: Block | Article;
  /** The data as written: it must not leave the article. */
  readonly value: string;
}

/** A stretch of the source and what stands for it in reports; both have the same length. */
interface Star {
  readonly span: Span;
  readonly text: string;
}

/** So many characters of each value are looked up; no value is shorter. */
const BEGINNING = 2;

/** The personal data of an article, and the means to keep it out of reports. */
export class PersonalData {
  readonly all: readonly PersonalDatum[];
  readonly #stars: readonly Star[];
  readonly #byBlock: ReadonlyMap<Block | Article, PersonalDatum[]>;
  /** What stands for each value. */
  readonly #masks: ReadonlyMap<string, string>;
  /** How long the values with these first characters are: looking for thousands of them takes one pass. */
  readonly #lengths: ReadonlyMap<string, ReadonlySet<number>>;

  constructor(article: Article) {
    this.all = [...inBlocks(article), ...elsewhere(article)];
    this.#stars = this.all.flatMap(datum => starsOf(article, datum)).sort((a, b) => a.span[0] - b.span[0]);
    this.#byBlock = groupBy(this.all, ({place}) => place);
    this.#masks = new Map(this.all.map(({value, masked}) => [value, masked]));
    const byBeginning = groupBy([...this.#masks.keys()], value => value.slice(0, BEGINNING));
    this.#lengths = new Map(
      Array.from(byBeginning, ([beginning, values]) => [beginning, new Set(values.map(({length}) => length))]),
    );
  }

  /** The source from `start` to `end` with the personal data in it starred out; as long as it was. */
  source(article: Article, [start, end]: Span): string {
    const {text} = article.source;
    if (this.#stars.length === 0) return text.slice(start, end);
    let result = '';
    let copied = start;
    for (let index = this.#firstEndingAfter(start); index < this.#stars.length; index++) {
      const star = this.#stars[index]!;
      if (star.span[0] >= end) break;
      const from = Math.max(star.span[0], copied);
      const to = Math.min(star.span[1], end);
      if (to <= from) continue;
      result += text.slice(copied, from) + star.text.slice(from - star.span[0], to - star.span[0]);
      copied = to;
    }
    return result + text.slice(copied, end);
  }

  /** The text of a block with its personal data starred out; as long as it was. */
  block(block: Block): string {
    let result = '';
    let copied = 0;
    for (const {range, masked} of this.#byBlock.get(block) ?? []) {
      result += block.text.slice(copied, range[0]) + masked;
      copied = range[1];
    }
    return copied === 0 ? block.text : result + block.text.slice(copied);
  }

  /** Any words with the personal data of the article starred out in them. */
  words(text: string): string {
    if (this.#masks.size === 0) return text;
    let result = '';
    let copied = 0;
    for (let at = 0; at + BEGINNING <= text.length; at++) {
      for (const length of this.#lengths.get(text.slice(at, at + BEGINNING)) ?? []) {
        const masked = this.#masks.get(text.slice(at, at + length));
        if (masked === undefined) continue;
        result += text.slice(copied, at) + masked;
        copied = at + length;
        at = copied - 1;
        break;
      }
    }
    return copied === 0 ? text : result + text.slice(copied);
  }

  /** What fills the messages of a finding, without personal data. */
  data(data: Readonly<Record<string, Datum>>): Readonly<Record<string, Datum>> {
    if (this.#masks.size === 0) return data;
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => {
        if (typeof value === 'object') return [key, {zh: this.words(value.zh), en: this.words(value.en)}];
        return [key, typeof value === 'string' ? this.words(value) : value];
      }),
    );
  }

  /** Whether a text holds personal data of the article in full. */
  holds(text: string): boolean {
    return this.words(text) !== text;
  }

  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#stars.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#stars[middle]!.span[1] <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

function* inBlocks({blocks}: Article): Generator<PersonalDatum> {
  let header = '';
  for (const block of blocks) {
    const previous = blocks[block.index - 1];
    if (block.role !== 'cell') header = '';
    // A table's first cells are its head; a cell alone does not say what its number is.
    else if (previous?.role !== 'cell') header = headOf(blocks, block.index);
    if (!mayBePersonal(block.text)) continue;
    const label = block.role === 'cell' && previous ? `${header} ${previous.text.slice(-40)} ` : header;
    for (const match of personalIn(block.text, label))
      yield {...match, place: block, value: block.text.slice(match.range[0], match.range[1])};
  }
}

/** How many cells of a table are taken for its head. */
const HEAD_CELLS = 12;

function headOf(blocks: readonly Block[], start: number): string {
  const cells: string[] = [];
  for (let index = start; index < start + HEAD_CELLS; index++) {
    const block = blocks[index];
    if (block?.role !== 'cell') break;
    cells.push(block.text.slice(0, 20));
  }
  return cells.join(' ');
}

/** In what no block shows, a number tells less: dates, file names and addresses of pages are full of digits. */
const CERTAIN: ReadonlySet<PersonalKind> = new Set(['identity-number', 'bank-card', 'mobile']);
/** Stretches of the source that may hold one: digits and what groups them. */
const DIGITS = /[\d０-９+][\d０-９ -]{9,40}[\dXx０-９Ｘ]/g;

function* elsewhere(article: Article): Generator<PersonalDatum> {
  const {source, blocks} = article;
  let isShown: ((offset: number) => boolean) | undefined;
  for (const {0: digits, index} of source.text.matchAll(DIGITS)) {
    isShown ??= shownBy(blocks, source.text);
    if (isShown(index)) continue;
    const start = Math.max(0, index - 60);
    const window = source.text.slice(start, index + digits.length + 20);
    for (const {kind, range, masked, exposure} of personalIn(window)) {
      const span: Span = [start + range[0], start + range[1]];
      if (span[0] < index || span[0] >= index + digits.length || !CERTAIN.has(kind)) continue;
      if (kind !== 'identity-number' && !standsAlone(source.text, span)) continue;
      yield {kind, range: span, masked, exposure: settled(exposure), place: article, value: source.text.slice(...span)};
    }
  }
}

/** Nobody publishes a contact where no reader sees it. */
function settled(exposure: Exposure): Exposure {
  return exposure === 'contact' ? 'unclear' : exposure;
}

/** Whether a number is no part of an address, a file name or a program. */
function standsAlone(text: string, [start, end]: Span): boolean {
  return (
    /["'\s:：>，,；;（(\u3400-\u9fff]/.test(text[start - 1] ?? ' ') &&
    /["'\s<，,；;）)\u3400-\u9fff。、]/.test(text[end] ?? ' ')
  );
}

/** Tells whether the character at a source offset stands in the text of a block. Blocks begin in order and may overlap. */
function shownBy(blocks: readonly Block[], text: string): (offset: number) => boolean {
  const spans = blocks.map(({span}) => span);
  let furthest = 0;
  const ends = spans.map(([, end]) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return offset => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    for (let index = low; index < blocks.length && spans[index]![0] <= offset; index++) {
      const block = blocks[index]!;
      const at = block.offsetOf(offset);
      if (at < block.text.length && block.at(at) === offset && block.text[at] === text[offset]) return true;
    }
    return false;
  };
}

function starsOf({source}: Article, {place, range, masked, value}: PersonalDatum): Star[] {
  if (!('locate' in place)) return [{span: range, text: masked}];
  const span = place.locate(range);
  if (source.text.slice(...span) === value) return [{span, text: masked}];
  // Markup stands between the digits, or entities stand for them.
  return Array.from({length: value.length}, (_, index) => {
    const at = place.locate([range[0] + index, range[0] + index + 1]);
    const width = at[1] - at[0];
    return {span: at, text: width === 1 ? masked[index]! : '*'.repeat(width)};
  });
}
