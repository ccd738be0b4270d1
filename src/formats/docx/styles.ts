import {walk} from './xml.js';

/** A numbering list and a level of it, 0 the outermost. */
export interface NumberingRef {
  readonly id: string;
  readonly level: number;
}

/** What a paragraph style says that matters to a reader. */
export interface Style {
  /** Built-in name in lower case, the same in every language of Word: `title`, `heading 1`, `caption`, `toc 2`. */
  readonly name: string;
  readonly centred?: boolean;
  /** 0 for chapters; undefined for body text. */
  readonly outline?: number;
  readonly numbering?: Partial<NumberingRef>;
}

interface Declared {
  name: string;
  basedOn?: string;
  centred?: boolean;
  outline?: number;
  numbering?: Partial<NumberingRef>;
}

/** Reads the styles part; each style comes with what it inherits. */
export function readStyles(xml: string | undefined): Map<string, Style> {
  const declared = new Map<string, Declared>();
  if (xml === undefined) return new Map();
  let style: Declared | undefined;
  walk(xml, {
    open(tag) {
      const value = () => tag.attribute('w:val');
      if (tag.name === 'w:style') {
        style = {name: ''};
        if (tag.attribute('w:type') === 'paragraph') declared.set(tag.attribute('w:styleId') ?? '', style);
      } else if (!style) return;
      else if (tag.name === 'w:name') style.name = (value() ?? '').toLowerCase();
      else if (tag.name === 'w:basedOn') style.basedOn = value() ?? '';
      else if (tag.name === 'w:jc') style.centred = value() === 'center';
      else if (tag.name === 'w:outlineLvl') style.outline = Number(value());
      else if (tag.name === 'w:numId') style.numbering = {...style.numbering, id: value() ?? '0'};
      else if (tag.name === 'w:ilvl') style.numbering = {...style.numbering, level: Number(value())};
    },
    close({name}) {
      if (name === 'w:style') style = undefined;
    },
  });
  return new Map([...declared.keys()].map(id => [id, inherited(id, declared)]));
}

const LONGEST_CHAIN = 20;

function inherited(id: string, declared: ReadonlyMap<string, Declared>): Style {
  const chain: Declared[] = [];
  for (let next = declared.get(id); next && chain.length < LONGEST_CHAIN; next = declared.get(next.basedOn ?? ''))
    chain.push(next);
  const result: Declared = {name: chain[0]?.name ?? ''};
  for (const {name, centred, outline, numbering} of chain.reverse()) {
    if (centred !== undefined) result.centred = centred;
    if (outline !== undefined) result.outline = outline;
    if (numbering !== undefined) result.numbering = {...result.numbering, ...numbering};
    // A style of one's own that is based on a heading is a heading.
    if (/^(?:title|caption|heading \d|toc \d)$/.test(name)) result.name = name;
  }
  return result;
}
