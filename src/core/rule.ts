import type * as zod from 'zod';
import type {Article, Block} from './article.js';
import type {Span} from './source.js';

export type Severity = 'note' | 'warning' | 'error';
export type Language = 'zh' | 'en';
/** The same words in both languages of the tool. */
export type Text = Readonly<Record<Language, string>>;
/** What fills a `{key}` of a message. */
export type Datum = string | number | Text;

/** An edit of the text a rule reports on: offsets in the same text as the finding's range. */
export interface Edit {
  readonly range: Span;
  readonly text: string;
}

/** A row of a list that a user supplies: its cells by the names of the columns, empty ones left out. */
export type Row = Readonly<Record<string, string>>;

/** The columns of a list. */
export type Columns = Readonly<
  Record<
    string,
    {
      /** Headings under which users write it, besides its name. */
      readonly headings: readonly string[];
      readonly required?: true;
      /**
       * `date`: YYYY-MM-DD, as the rule gets it. `expiry`: a date behind which the row is left out. `glob`: of files; the rule
       * gets the source of a regular expression for paths with `/`.
       */
      readonly form?: 'date' | 'expiry' | 'glob' | 'severity';
    }
  >
>;

export interface ReportDetails<M extends string = string> {
  /** Values for the `{keys}` of the message. */
  data?: Readonly<Record<string, Datum>>;
  /** Lowers the severity of this one finding; it never raises it above what the configuration says. */
  severity?: Severity;
  /** How to repair it; `rule.fix` says whether the edits are safe to apply unread. */
  fix?: readonly Edit[];
  /** Lowers a rule's `safe` to `suggested` for this one fix; it never raises it. */
  fixKind?: 'suggested';
  /** The range repeats earlier text: findings in it that equal earlier ones are left out, since the range should go. */
  repeat?: boolean;
  /** Other places that explain the finding, each with a message of the rule. */
  related?: ReadonlyArray<{place: Block | Article; range: Span; message: M; data?: Readonly<Record<string, Datum>>}>;
}

export interface RuleContext<O = object, M extends string = string> {
  /** The rule's defaults with the configuration's options over them. */
  readonly options: Readonly<O>;
  /**
   * Reports a finding.
   * @param place a block, then `range` counts in its text; or the article, then it counts in the source's text.
   * @param range UTF-16 code units, end exclusive; an empty range marks the place before a character.
   */
  report(place: Block | Article, range: Span, message: M, details?: ReportDetails<M>): void;
}

/** What a rule keeps of one article until all articles of the run have been checked. */
export interface Summary<S = unknown> {
  /** Plain JSON and small: one is held for every file, passed between threads and cached. */
  readonly value: S;
  /** Where findings about the article are reported: UTF-16 code units of the source. */
  readonly range: Span;
}

/** An article of the run as `finish` sees it. */
export interface Summarized<S = unknown> {
  readonly path: string;
  readonly value: S;
}

export interface FinishContext<O = object, M extends string = string, S = unknown> {
  readonly options: Readonly<O>;
  /** Reports a finding about an article, at the place its summary named; `related` are places in other articles. */
  report(
    article: Summarized<S>,
    message: M,
    details?: {
      data?: Readonly<Record<string, Datum>>;
      severity?: Severity;
      related?: ReadonlyArray<{article: Summarized<S>; message: M; data?: Readonly<Record<string, Datum>>}>;
    },
  ): void;
}

/**
 * A rule. Plain data and one function, so that a page, a test and a table can be made from it.
 * Built-in rules and those of plugins are the same.
 */
export interface Rule<O extends object = object, M extends string = string, S = unknown> {
  /** kebab-case; for built-in rules the name of its file. */
  readonly id: string;
  readonly summary: Text;
  /** Its severity in `govlint:recommended`; `off` for a rule whose findings do not yet hold up to an editor's reading. */
  readonly severity: Severity | 'off';
  /**
   * What a finding can cost at an inspection by 国办秘函〔2019〕19号: a veto of the whole site (单项否决), points (扣分), or
   * nothing (提示). The directive's deduction table was not at hand; what is not a veto item is told by whether inspectors
   * count it as an error of text or metadata.
   */
  readonly inspection?: 'veto' | 'points' | 'hint';
  /** The clauses it enforces, as cited: `GB/T 15834-2011 4.8`. */
  readonly basis: readonly string[];
  /** Whether its fixes may be applied unread (`safe`) or want a look (`suggested`). */
  readonly fix?: 'safe' | 'suggested';
  /** Value of every option when the configuration says nothing. */
  readonly defaults: O;
  /** Schema of each option, given zod so that nothing is loaded before a configuration asks; `.describe()` feeds the page. */
  options?(z: typeof zod.z): {readonly [K in keyof O]: zod.ZodType};
  /**
   * Options that are lists of rows, by the columns of the rows. An item of such an option may be the path of a file (CSV, TSV,
   * YAML, XLSX), which is read with the configuration: the rule is given its rows, in their place among the others.
   */
  readonly tables?: {readonly [K in keyof O]?: Columns};
  /**
   * Options that are paths of files, each with a function that throws a `UserError` for bytes that the rule cannot use. The
   * file is read with the configuration: the rule is given an `OptionFile` in place of its path.
   */
  readonly files?: {readonly [K in keyof O]?: (bytes: Uint8Array) => unknown};
  /** Every message the rule can give; `{key}` is filled from the finding's data. Both languages use the same keys. */
  readonly messages: Readonly<Record<M, Text>>;
  /** Where a reader finds more; built-in rules have their page. */
  readonly url?: string;
  /**
   * Loads what `check` needs and not every run does, such as a large table. Called before each article, so it keeps
   * what it has loaded; when it rejects, so does the check.
   */
  load?(options?: Readonly<O>): Promise<void>;
  check(article: Article, context: RuleContext<O, M>): void;
  /** For rules that compare articles: what to keep of this one; undefined to leave it out. */
  summarize?(article: Article, context: {readonly options: Readonly<O>}): Summary<S> | undefined;
  /**
   * Called once when every file of the run has been checked, with the summaries made under the same options, in the
   * order of the files. Checking a single article, as an editor does, never calls it.
   */
  finish?(articles: ReadonlyArray<Summarized<S>>, context: FinishContext<O, M, S>): void;
}

/** Declares a rule; only there so that option and message names are checked while writing. */
export function defineRule<O extends object, M extends string, S = unknown>(rule: Rule<O, M, S>): Rule<O, M, S> {
  return rule;
}

/** A rule whose option and message types do not matter to the caller. */
// biome-ignore lint/suspicious/noExplicitAny: check() is contravariant in options and messages
export type AnyRule = Rule<any, any, any>;

/** A rule as a configuration wants it. */
export interface ActiveRule {
  readonly rule: AnyRule;
  readonly severity: Severity;
  readonly options: object;
}
