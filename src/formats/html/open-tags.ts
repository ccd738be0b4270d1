import {type Tag, tagOf} from './tags.js';

/** A tag of this page and where in the stack elements of its name are open. */
export interface OpenTag {
  readonly tag: Tag;
  readonly places: number[];
}

/** The tags of a page by their names. */
export class OpenTags {
  readonly #byName = new Map<string, OpenTag>();
  /** The same by `keyOf`, which saves cutting out the name of each tag. */
  readonly #byKey = new Map<number, OpenTag>();

  /** The tag whose name stands in the text from `start` to `end`. */
  at(text: string, start: number, end: number): OpenTag {
    const key = keyOf(text, start, end);
    if (key === 0) return this.named(text.slice(start, end));
    let entry = this.#byKey.get(key);
    if (!entry) {
      entry = this.named(text.slice(start, end));
      this.#byKey.set(key, entry);
    }
    return entry;
  }

  /** The tag of a name, in any letter case. */
  named(written: string): OpenTag {
    const tag = tagOf(written);
    let entry = this.#byName.get(tag.name);
    if (!entry) {
      entry = {tag, places: []};
      this.#byName.set(tag.name, entry);
    }
    return entry;
  }
}

/** A number for a name of up to six letters, in any letter case; 0 for other names. */
function keyOf(text: string, start: number, end: number): number {
  if (end - start > 6) return 0;
  let key = 0;
  for (let i = start; i < end; i++) {
    const letter = (text.charCodeAt(i) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) return 0;
    key = (key << 5) | letter;
  }
  return key;
}

/** The innermost place of a list; -1 when it is empty. */
export function last(places: readonly number[]): number {
  return places.length > 0 ? places[places.length - 1]! : -1;
}

/** The innermost place at which one of the tags is open; -1 when none is. */
export function innermost(tags: readonly OpenTag[]): number {
  let place = -1;
  for (const {places} of tags) place = Math.max(place, last(places));
  return place;
}
