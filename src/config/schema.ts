import {z} from 'zod';
import {rules as builtIn, presets, type RuleSetting} from '../../rules/index.js';
import type {AnyRule} from '../core/rule.js';

const severity = z.enum(['off', 'note', 'warning', 'error']);
const retextSeverity = z.enum(['note', 'warning', 'error']);
const oneOrMore = z.union([z.string(), z.array(z.string())]);
const options = z.record(z.string(), z.unknown());
const retextPlugin = z.union([
  z.string(),

  z.tuple([z.string(), z.unknown()]),
  z.tuple([z.string(), z.unknown(), retextSeverity]),
]);
const ruleSettings = z.record(z.string(), z.union([severity, z.tuple([severity]), z.tuple([severity, options])]));

/** An element name, ids and classes written together; no spaces, commas or other signs of CSS. */
const SELECTOR = /^(?=.)[\w-]*(?:[#.][^\s#.,>+~:[\]()]+)*$/;

/** Every key of a configuration file. The values of `rules` are checked further by `ruleOptions`. */
export const KEYS = {
  $schema: z.string().describe('Address of this schema, for editors'),
  extends: oneOrMore.describe(
    'A preset (govlint:recommended, govlint:strict) or a path, or a list of them; later ones win',
  ),
  rules: ruleSettings.describe('Per rule a severity, or [severity, options]'),
  overrides: z
    .array(z.strictObject({files: oneOrMore, rules: ruleSettings}))
    .describe('Settings for the files that match the globs `files`; later ones win'),
  ignores: z.array(z.string()).describe('Globs of files that are not checked'),
  plugins: z.array(z.string()).describe('Packages or paths of modules whose default export is a list of rules'),
  retext: z.array(retextPlugin).describe('retext plugins: a package or path, or [plugin, options, severity]'),
  html: z
    .strictObject({
      body: z
        .array(
          z
            .string()
            .regex(
              SELECTOR,
              '应写成元素名、#id、.class，如 div.article / an element name, #id and .class, such as div.article',
            ),
        )
        .describe('Where the article stands in a page, tried in this order: `#id`, `.class`, `div`, `div.class`'),
    })
    .partial()
    .describe('How web pages are read'),
  language: z.enum(['zh', 'en']).describe('Language of reports; else from LANG'),
};

export const OVERRIDE_KEYS = ['files', 'rules'] as const;

/** A configuration as a user writes it. */
export interface UserConfig {
  $schema?: string;
  extends?: string | readonly string[];
  rules?: Readonly<Record<string, RuleSetting>>;
  overrides?: ReadonlyArray<{files: string | readonly string[]; rules: Readonly<Record<string, RuleSetting>>}>;
  ignores?: readonly string[];
  plugins?: readonly string[];
  retext?: ReadonlyArray<string | readonly [string, unknown?, ('note' | 'warning' | 'error')?]>;
  html?: {readonly body?: readonly string[]};
  language?: 'zh' | 'en';
}

/** Schema of a rule's options: each may be left out, none may be added. */
export function ruleOptions(rule: AnyRule): z.ZodType {
  return z.strictObject(rule.options?.(z) ?? {}).partial();
}

/** The JSON Schema that editors use: built-in rules with their options, and any name for the rules of plugins. */
export function jsonSchema(): object {
  const setting = (rule: AnyRule) =>
    z
      .union([severity, z.tuple([severity]), z.tuple([severity, ruleOptions(rule)])])
      .describe(`${rule.summary.zh} / ${rule.summary.en}`);
  const shape = Object.fromEntries(builtIn.map(rule => [rule.id, setting(rule)]));
  const rules = z
    .object(shape)
    .partial()
    .catchall(z.union([severity, z.tuple([severity]), z.tuple([severity, options])]));
  const config = z
    .strictObject({
      ...KEYS,
      extends: z.union([extendable(), z.array(extendable())]).describe(KEYS.extends.description!),
      rules: rules.describe(KEYS.rules.description!),
      overrides: z.array(z.strictObject({files: oneOrMore, rules})).describe(KEYS.overrides.description!),
    })
    .partial();
  return {title: 'govlint configuration', ...z.toJSONSchema(config, {unrepresentable: 'any', target: 'draft-7'})};
}

function extendable() {
  return z.union([z.enum(Object.keys(presets) as [string, ...string[]]), z.string()]);
}
