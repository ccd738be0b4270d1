import type {Picture} from './paragraph.js';
import type {Tag} from './xml.js';

/** Elements that are pictures: those of DrawingML and VML, charts, diagrams. */
const PICTURE = new Set(['pic:pic', 'v:imagedata', 'c:chart', 'dgm:relIds']);

/** A drawing while it is read. It may hold several pictures, or none: a text box, a line. */
export class Drawing {
  #pictures = 0;
  #alt = '';
  #floating = false;

  /** Takes an element of the drawing. */
  open(tag: Tag): void {
    if (PICTURE.has(tag.name)) this.#pictures++;
    else if (tag.name === 'wp:anchor') this.#floating = true;
    else if (tag.name === 'wp:docPr' || tag.name === 'pic:cNvPr') this.#alt ||= tag.attribute('descr') ?? '';
    else if (tag.name === 'v:shape') {
      this.#alt ||= tag.attribute('alt') ?? '';
      if (/position:\s{0,4}absolute/.test(tag.attribute('style') ?? '')) this.#floating = true;
    }
  }

  /** Its picture; undefined when it has none. */
  get picture(): Picture | undefined {
    if (this.#pictures === 0) return undefined;
    return {kind: 'image', alt: this.#alt.replace(/\s+/g, ' ').trim(), floating: this.#floating};
  }
}
