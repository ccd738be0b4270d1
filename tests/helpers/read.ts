import type {Article} from '../../src/core/article.js';
import {parseArticle} from '../../src/engine/read.js';

/** Reads a text as if it stood in a file of this name. */
export function read(path: string, text: string): Promise<Article> {
  return parseArticle(path, () => new TextEncoder().encode(text));
}

/** The blocks as `role: text`. */
export function outline({blocks}: Article): string[] {
  return blocks.map(({role, text}) => `${role}: ${text}`);
}

/** The metadata as `name = value`, in the order of the names. */
export function fields({metadata}: Article): string[] {
  return [...metadata].flatMap(([name, values]) => values.map(({value}) => `${name} = ${value}`));
}

/** What each block says, read again from the source at the place the block claims. */
export function fromSource({blocks, source}: Article): string[] {
  return blocks.map(({span: [start, end]}) => source.text.slice(start, end));
}
