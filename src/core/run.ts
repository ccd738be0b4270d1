import type {Role} from './article.js';
import type {Finding} from './finding.js';
import type {AnyRule, Text} from './rule.js';

/** What was found in one file; without findings it is clean. */
export interface FileResult {
  /** As the user gave it, or as it was found below a folder the user gave. */
  readonly path: string;
  /** In order of place. */
  readonly findings: readonly Finding[];
  /** How many findings were repaired before; absent when none were. */
  readonly fixed?: number;
  /** What a line is in the file, where it is no line: office documents have paragraphs. */
  readonly unit?: 'paragraph';
  /** The article as it was read, where a report asks for it. */
  readonly blocks?: readonly BlockView[];
  /** A second result for a file that was reported before: findings that only all files together show. */
  readonly late?: true;
}

/** A block as a report shows it: plain JSON. */
export interface BlockView {
  readonly role: Role;
  readonly text: string;
  /** The findings in it. They may overlap; an empty range marks the place before a character. */
  readonly marks: readonly Mark[];
}

export interface Mark {
  /** Offsets in the block's text, in UTF-16 code units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Its finding, counted among those of the file from 0. */
  readonly finding: number;
}

/**
 * Something that kept govlint from checking what it was asked to check: exit code 2.
 * `code` is stable for programs: `path-not-found`, `no-match`, `unreadable-file`, `unwritable-file`, `unknown-rule`, `config`, `plugin`.
 */
export interface Problem {
  readonly code: string;
  readonly message: Text;
  /** The file or argument concerned. */
  readonly path?: string;
}

/** A run in progress: reporters take the files as they come. */
export interface Run {
  readonly files: AsyncIterable<FileResult>;
  /** Every rule that a finding may name, built-in ones, those of plugins and `internal-error`; complete when `files` is exhausted. */
  readonly rules: ReadonlyMap<string, AnyRule>;
  /** Complete when `files` is exhausted. */
  readonly problems: readonly Problem[];
}
