/**
 * The programming interface of govlint.
 *
 * ```js
 * import {lint} from 'govlint';
 * const findings = await lint('……', {path: '稿件.md'});
 * ```
 * @module
 */
import {presets, type RuleSetting, rules} from '../rules/index.js';
import type {Article} from './core/article.js';
import type {Finding} from './core/finding.js';
import {internalError} from './core/internal-error.js';
import {render} from './core/message.js';
import type {ActiveRule, AnyRule, Language} from './core/rule.js';
import {Source} from './core/source.js';
import type {Reader} from './formats/format.js';
import {formatOf} from './formats/index.js';
import {createChecker, RETEXT_MESSAGE, type RetextPlugin} from './unified/processor.js';

export type {UserConfig} from './config/schema.js';
export {Article, Block, type Field, type Role} from './core/article.js';
export type {Excerpt, Finding, Fix, Related} from './core/finding.js';
export {
  type AnyRule,
  defineRule,
  type Edit,
  type FinishContext,
  type Language,
  type ReportDetails,
  type Rule,
  type RuleContext,
  type Severity,
  type Summarized,
  type Summary,
  type Text,
} from './core/rule.js';
export {type Point, Source, type Span} from './core/source.js';
export type {RetextPlugin} from './unified/processor.js';
export {presets, type RuleSetting, rules};

export interface LintOptions {
  /** File name; its extension decides how the text is read. `article.txt` unless said. */
  readonly path?: string;
  /** Settings over those of the preset `govlint:recommended`, by rule id. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Rules beside the built-in ones; each runs at its own severity unless `rules` says otherwise. */
  readonly plugins?: readonly AnyRule[];
  /** retext plugins to run beside the rules. */
  readonly retext?: readonly RetextPlugin[];
}

/**
 * Checks one article.
 * @param source its text, or a Source that knows its path and encoding; the bytes of a Word document.
 * @returns findings in order of place; those silenced by a comment have `suppressed`.
 * @throws {TypeError} when the path's format is not supported or wants bytes, or `rules` names an unknown rule.
 * @throws {UnreadableError} when the text is no such format, as with broken front matter.
 */
export async function lint(
  source: string | Source | Uint8Array,
  {path = 'article.txt', rules: settings = {}, plugins = [], retext = []}: LintOptions = {},
): Promise<Finding[]> {
  const name = source instanceof Source ? source.path : path;
  const format = formatOf(name);
  if (!format) throw new TypeError(`govlint does not read files such as ${name}`);
  const known = [...rules, ...plugins];
  const unknown = Object.keys(settings).find(id => !known.some(rule => rule.id === id));
  if (unknown !== undefined) throw new TypeError(`unknown rule ${unknown}`);
  const active = known.map(rule => activate(rule, settings[rule.id])).filter(entry => entry !== undefined);
  const article = await read(source, name, await format.load());
  return createChecker(active, retext).check(article);
}

function read(source: string | Source | Uint8Array, path: string, reader: Reader): Article | Promise<Article> {
  if (source instanceof Uint8Array) {
    if ('parseBytes' in reader) return reader.parseBytes(path, source);
    throw new TypeError(`${path}: expected text, decoded`);
  }
  if ('parse' in reader) return reader.parse(typeof source === 'string' ? new Source(path, source) : source);
  throw new TypeError(`${path}: expected the bytes of the file`);
}

function activate(rule: AnyRule, setting: RuleSetting = rule.severity): ActiveRule | undefined {
  const [severity, options] = typeof setting === 'string' ? [setting, {}] : setting;
  return severity === 'off' ? undefined : {rule, severity, options: {...rule.defaults, ...options}};
}

/** The words of a finding in a language. Give the plugin rules that ran; built-in ones are known. */
export function messageOf(finding: Finding, language: Language = 'zh', plugins: readonly AnyRule[] = []): string {
  if (finding.message === RETEXT_MESSAGE) return String(finding.data.reason);
  const known: readonly AnyRule[] = [...rules, ...plugins, internalError];
  const rule = known.find(({id}) => id === finding.rule);
  const template = rule?.messages[finding.message];
  return template ? render(template, finding.data, language) : finding.message;
}

/** Gives a configuration file in JavaScript its type. */
export function defineConfig(config: import('./config/schema.js').UserConfig): import('./config/schema.js').UserConfig {
  return config;
}
