import type {Article} from '../core/article.js';
import type {Source} from '../core/source.js';
import {UserError} from '../core/user-error.js';

/** What a configuration says about reading, by the name of the format. */
export interface ReadOptions {
  readonly html?: {
    /** Where the article's text stands in a page, when the known names do not tell: `#id`, `.class`, element names. */
    readonly body?: readonly string[];
  };
}

/** Reads text, whatever its encoding was. */
interface TextReader {
  parse(source: Source, options?: ReadOptions): Article;
}

/** Reads files that are no text. */
interface BinaryReader {
  /** @throws {UnreadableError} */
  parseBytes(path: string, bytes: Uint8Array): Article | Promise<Article>;
}

export type Reader = TextReader | BinaryReader;

/** How articles of one kind of file are read. */
export interface Format {
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** What a line of the source is in the file, where it is no line. */
  readonly unit?: 'paragraph';
  /** Loaded when the first such file is met, because parsers are slow to load. */
  load(): Promise<Reader>;
}

/** A file that cannot be read as an article; its message tells the user what to do. */
export class UnreadableError extends UserError {}
