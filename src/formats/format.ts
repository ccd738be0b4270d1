import type {Article} from '../core/article.js';
import type {Text} from '../core/rule.js';
import type {Source} from '../core/source.js';

/** How articles of one kind of file are read. */
export interface Format {
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Loaded when the first such file is met, because parsers are slow to load. */
  load(): Promise<{parse(source: Source): Article}>;
}

/** A file that cannot be read as an article; its message tells the user what to do. */
export class UnreadableError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'UnreadableError';
    this.text = text;
  }
}
