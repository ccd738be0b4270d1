import type {Language} from '../core/rule.js';
import type {Run} from '../core/run.js';

export interface ReportOptions {
  readonly language: Language;
  readonly color: boolean;
  /** Terminal columns that a line may fill. */
  readonly width: number;
  /** Of the tool. */
  readonly version: string;
  /** The Markdown page of a rule; undefined when it has none. */
  page?(ruleId: string): Promise<string | undefined>;
}

/** Writes the report of a run in chunks, file after file as they are checked: nothing of a file is kept behind it. */
export type Reporter = (run: Run, options: ReportOptions) => AsyncIterable<string>;

/** Every report format; each is loaded when it is asked for. */
export const formats = {
  text: {load: async (): Promise<Reporter> => (await import('./text.js')).reportText},
  json: {load: async (): Promise<Reporter> => (await import('./json.js')).reportJson},
  sarif: {load: async (): Promise<Reporter> => (await import('./sarif.js')).reportSarif},
};
