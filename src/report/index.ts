import type {Language, Text} from '../core/rule.js';
import type {Run} from '../core/run.js';

export interface ReportOptions {
  readonly language: Language;
  readonly color: boolean;
  /** Terminal columns that a line may fill. */
  readonly width: number;
  /** Of the tool. */
  readonly version: string;
  /** Told of what a report leaves out; said to the user beside the report. */
  notice?(text: Text): void;
  /** The Markdown page of a rule; undefined when it has none. */
  page?(ruleId: string): Promise<string | undefined>;
}

/**
 * Writes the report of a run in chunks, file after file as they are checked: nothing of a file is kept behind it.
 * The reporters of other packages are the same: a module whose default export is such a function.
 */
export interface Reporter {
  (run: Run, options: ReportOptions): AsyncIterable<string>;
  /** Whether it wants the articles' blocks beside the findings. */
  readonly blocks?: boolean;
}

/** Every report format; each is loaded when it is asked for. */
export const formats: Readonly<Record<string, () => Promise<Reporter>>> = {
  text: async () => (await import('./text.js')).reportText,
  compact: async () => (await import('./compact.js')).reportCompact,
  json: async () => (await import('./json.js')).reportJson,
  sarif: async () => (await import('./sarif.js')).reportSarif,
  markdown: async () => (await import('./markdown.js')).reportMarkdown,
  html: async () => (await import('./html.js')).reportHtml,
  github: async () => (await import('./github.js')).reportGithub,
  gitlab: async () => (await import('./gitlab.js')).reportGitlab,
  junit: async () => (await import('./junit.js')).reportJunit,
  checkstyle: async () => (await import('./checkstyle.js')).reportCheckstyle,
  rdjson: async () => (await import('./rdjson.js')).reportRdjson,
};
