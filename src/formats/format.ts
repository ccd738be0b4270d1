import type {Article} from '../core/article.js';
import type {Source} from '../core/source.js';
import {UserError} from '../core/user-error.js';

/** How articles of one kind of file are read. */
export interface Format {
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Loaded when the first such file is met, because parsers are slow to load. */
  load(): Promise<{parse(source: Source): Article}>;
}

/** A file that cannot be read as an article; its message tells the user what to do. */
export class UnreadableError extends UserError {}
