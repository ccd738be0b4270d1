import {formatNumber} from './number-format.js';
import type {NumberingRef} from './styles.js';
import {walk} from './xml.js';

interface Level {
  format: string;
  /** `%1、`: what stands before a paragraph, `%n` for the number of level n. */
  text: string;
  start: number;
  /** Whether a space follows. */
  spaced: boolean;
}

interface List {
  abstract: string;
  starts: Map<number, number>;
}

/** Lists have nine levels. */
const LEVELS = 9;
const DEFAULT: Level = {format: 'decimal', text: '', start: 1, spaced: true};

/** What Word writes before the paragraphs of its lists: 「一、」, 「（二）」, 「3.」; it is nowhere in the text itself. */
export class Numbering {
  readonly #levels = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, List>();
  /** Counters of each abstract list: lists that share it go on counting. */
  readonly #counters = new Map<string, number[]>();
  readonly #started = new Set<string>();

  constructor(xml: string | undefined) {
    if (xml !== undefined) this.#read(xml);
  }

  #read(xml: string): void {
    let levels: Map<number, Level> | undefined;
    let level: Level | undefined;
    let list: List | undefined;
    let override = 0;
    walk(xml, {
      open: tag => {
        const value = () => tag.attribute('w:val') ?? '';
        if (tag.name === 'w:abstractNum') {
          levels = new Map();
          this.#levels.set(tag.attribute('w:abstractNumId') ?? '', levels);
        } else if (tag.name === 'w:num') {
          list = {abstract: '', starts: new Map()};
          this.#lists.set(tag.attribute('w:numId') ?? '', list);
        } else if (tag.name === 'w:abstractNumId') {
          if (list) list.abstract = value();
        } else if (tag.name === 'w:lvlOverride') override = Number(tag.attribute('w:ilvl'));
        else if (tag.name === 'w:startOverride') list?.starts.set(override, Number(value()) || 0);
        else if (tag.name === 'w:lvl' && levels && !list) {
          level = {...DEFAULT};
          levels.set(Number(tag.attribute('w:ilvl')), level);
        } else if (!level) return;
        else if (tag.name === 'w:numFmt') level.format = value();
        else if (tag.name === 'w:lvlText') level.text = value();
        else if (tag.name === 'w:start') level.start = Number(value()) || 0;
        else if (tag.name === 'w:suff') level.spaced = value() !== 'nothing';
      },
      close: ({name}) => {
        if (name === 'w:lvl') level = undefined;
        else if (name === 'w:num') list = undefined;
      },
    });
  }

  /** What stands before the next paragraph of a list; bullets are `•`. Call once per paragraph, in order. */
  next({id, level}: NumberingRef): string {
    const list = this.#lists.get(id);
    const levels = list && this.#levels.get(list.abstract);
    const own = level >= 0 && level < LEVELS ? levels?.get(level) : undefined;
    if (!list || !levels || !own) return '';
    const counters = this.#count(id, list, levels, level);
    if (own.format === 'none' && !own.text.includes('%')) return own.text;
    if (own.format === 'bullet') return '• ';
    const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      return formatNumber(counters[index] ?? 1, (levels.get(index) ?? DEFAULT).format);
    });
    // A full-width mark brings its own space.
    return own.spaced && text !== '' && !/[、，．）】〕]$/.test(text) ? `${text} ` : text;
  }

  #count(id: string, list: List, levels: ReadonlyMap<number, Level>, level: number): number[] {
    const counters = this.#counters.get(list.abstract) ?? [];
    this.#counters.set(list.abstract, counters);
    if (!this.#started.has(id)) {
      this.#started.add(id);
      for (const [at, start] of list.starts) counters[at] = start - 1;
    }
    for (let at = 0; at < level; at++) counters[at] ??= levels.get(at)?.start ?? 1;
    counters[level] = (counters[level] ?? (levels.get(level)?.start ?? 1) - 1) + 1;
    counters.length = level + 1;
    return counters;
  }
}
