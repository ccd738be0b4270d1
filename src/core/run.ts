import type {Finding} from './finding.js';
import type {AnyRule, Text} from './rule.js';

/** What was found in one file; without findings it is clean. */
export interface FileResult {
  /** As the user gave it, or as it was found below a folder the user gave. */
  readonly path: string;
  /** In order of place. */
  readonly findings: readonly Finding[];
}

/**
 * Something that kept govlint from checking what it was asked to check: exit code 2.
 * `code` is stable for programs: `path-not-found`, `no-match`, `unreadable-file`, `unknown-rule`, `config`, `plugin`.
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
