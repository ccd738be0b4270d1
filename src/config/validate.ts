import {z} from 'zod';
import {presets} from '../../rules/index.js';
import type {AnyRule, Text} from '../core/rule.js';
import type {Problem} from '../core/run.js';
import type {ConfigFile, ConfigPath} from './file.js';
import {KEYS, OVERRIDE_KEYS, ruleOptions, type UserConfig} from './schema.js';
import {closest} from './suggest.js';

type Report = (problem: Problem) => void;

/** The words of zod in both languages of the tool. */
const LOCALES = {zh: z.locales.zhCN().localeError, en: z.locales.en().localeError};

/**
 * Checks the form of a configuration file. What is wrong is reported with its place and left out, the rest is returned,
 * so that one mistake does not switch off everything else. Names of rules are checked by `validateRules`.
 */
export async function validateForm(file: ConfigFile, report: Report): Promise<UserConfig> {
  const {value} = file;
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    report(
      problem(file, [], {
        zh: '配置应是一个对象，如 {"rules": {}}',
        en: 'the configuration must be an object, such as {"rules": {}}',
      }),
    );
    return {};
  }
  const config: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    const schema = Object.hasOwn(KEYS, key) ? KEYS[key as keyof typeof KEYS] : undefined;
    if (!schema) report(await unknownName(file, [key], {zh: '配置项', en: 'key'}, Object.keys(KEYS)));
    else if (key === 'rules') config[key] = entriesThatFit(file, ['rules'], part, KEYS.rules.valueType, report);
    else if (key === 'overrides') config[key] = await overridesThatFit(file, part, report);
    else if (fits(file, [key], part, schema, report)) config[key] = part;
  }
  return config as UserConfig;
}

async function overridesThatFit(file: ConfigFile, value: unknown, report: Report): Promise<unknown[]> {
  if (!Array.isArray(value)) {
    fits(file, ['overrides'], value, KEYS.overrides, report);
    return [];
  }
  const overrides: unknown[] = [];
  for (const [index, item] of value.entries()) {
    const at = ['overrides', index];
    if (typeof item === 'object' && item !== null) {
      const unknown = Object.keys(item).filter(key => !(OVERRIDE_KEYS as readonly string[]).includes(key));
      for (const key of unknown)
        report(await unknownName(file, [...at, key], {zh: '配置项', en: 'key'}, OVERRIDE_KEYS));
      const {files, rules} = item as {files?: unknown; rules?: unknown};
      if (!fits(file, [...at, 'files'], files, KEYS.overrides.element.shape.files, report)) continue;
      overrides.push({files, rules: entriesThatFit(file, [...at, 'rules'], rules ?? {}, KEYS.rules.valueType, report)});
    } else fits(file, at, item, KEYS.overrides.element, report);
  }
  return overrides;
}

function entriesThatFit(
  file: ConfigFile,
  at: ConfigPath,
  value: unknown,
  schema: z.ZodType,
  report: Report,
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fits(file, at, value, KEYS.rules, report);
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).filter(([key, part]) => fits(file, [...at, key], part, schema, report)),
  );
}

/**
 * Checks the rules that a configuration names and their options.
 * @returns the settings that can be used.
 */
export async function validateRules(
  file: ConfigFile,
  at: ConfigPath,
  settings: NonNullable<UserConfig['rules']>,
  known: ReadonlyMap<string, AnyRule>,
  report: Report,
): Promise<NonNullable<UserConfig['rules']>> {
  const usable: Array<[string, NonNullable<UserConfig['rules']>[string]]> = [];
  for (const [id, setting] of Object.entries(settings)) {
    const rule = known.get(id);
    if (!rule) {
      report({...(await unknownName(file, [...at, id], {zh: '规则', en: 'rule'}, known.keys())), code: 'unknown-rule'});
    } else if (typeof setting === 'string' || setting[1] === undefined) {
      usable.push([id, setting]);
    } else {
      const unknown = unknownOptions(rule, setting[1]);
      for (const name of unknown) {
        report(
          await unknownName(
            file,
            [...at, id, 1, name],
            {zh: `规则 ${id} 的选项`, en: `option of rule ${id}`},
            Object.keys(rule.defaults),
          ),
        );
      }
      const options = Object.fromEntries(Object.entries(setting[1]).filter(([name]) => !unknown.includes(name)));
      if (fits(file, [...at, id, 1], options, ruleOptions(rule), report)) usable.push([id, [setting[0], options]]);
    }
  }
  return Object.fromEntries(usable);
}

function unknownOptions(rule: AnyRule, options: object): string[] {
  const known = rule.options ? Object.keys(rule.options(z)) : [];
  return Object.keys(options).filter(name => !known.includes(name));
}

/** A preset that does not exist. */
export function unknownPreset(file: ConfigFile, name: string): Promise<Problem> {
  return unknownName(file, ['extends'], {zh: '预设', en: 'preset'}, Object.keys(presets), name);
}

/** A mistake at a place of a configuration file. */
export function problem(file: ConfigFile, at: ConfigPath, text: Text): Problem {
  const line = file.lineOf(at);
  const name = at.map(String).join('.');
  const zh = `${line ? `第 ${line} 行` : ''}${name && line ? '，' : ''}${name}`;
  const en = `${line ? `line ${line}` : ''}${name && line ? ', ' : ''}${name}`;
  return {
    code: 'config',
    path: file.path,
    message: {zh: zh ? `${zh}：${text.zh}` : text.zh, en: en ? `${en}: ${text.en}` : text.en},
  };
}

async function unknownName(
  file: ConfigFile,
  at: ConfigPath,
  kind: Text,
  known: Iterable<string>,
  name = String(at.at(-1)),
): Promise<Problem> {
  const guess = await closest(name, known);
  return problem(file, at, {
    zh: `没有“${name}”这个${kind.zh}${guess ? `，是不是 ${guess}？` : ''}`,
    en: `unknown ${kind.en} \`${name}\`${guess ? `. Did you mean ${guess}?` : ''}`,
  });
}

function fits(file: ConfigFile, at: ConfigPath, value: unknown, schema: z.ZodType, report: Report): boolean {
  const zh = schema.safeParse(value, {error: LOCALES.zh});
  if (zh.success) return true;
  const en = schema.safeParse(value, {error: LOCALES.en});
  zh.error.issues.forEach((issue, index) => {
    const path = [...at, ...issue.path.map(part => (typeof part === 'number' ? part : String(part)))];
    report(problem(file, path, {zh: issue.message, en: en.error?.issues[index]?.message ?? issue.message}));
  });
  return false;
}
