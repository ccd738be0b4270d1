import {dirname, isAbsolute, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Plugin} from 'unified';
import type {AnyRule} from '../core/rule.js';
import type {RetextPlugin} from '../unified/processor.js';

/**
 * Loads the rules of a plugin: the default export of a module is a rule or a list of rules.
 * @throws {Error} when the module does not load or exports no rules.
 */
export async function loadRules(name: string, configFile: string): Promise<AnyRule[]> {
  const exported = await importFrom(name, configFile);
  const rules = (Array.isArray(exported) ? exported : [exported]) as unknown[];
  for (const rule of rules) {
    if (!isRule(rule)) throw new Error('its default export must be a rule made by defineRule, or a list of them');
  }
  return rules as AnyRule[];
}

function isRule(value: unknown): value is AnyRule {
  if (typeof value !== 'object' || value === null) return false;
  const {id, check, messages, summary, severity, basis, defaults} = value as Partial<AnyRule>;
  return (
    typeof id === 'string' &&
    typeof check === 'function' &&
    typeof messages === 'object' &&
    typeof summary?.zh === 'string' &&
    typeof summary.en === 'string' &&
    Array.isArray(basis) &&
    typeof defaults === 'object' &&
    ['off', 'note', 'warning', 'error'].includes(severity!)
  );
}

/**
 * Loads a retext plugin.
 * @throws {Error} when the module does not load or exports no plugin.
 */
export async function loadRetext(
  entry: string | readonly [string, unknown?, RetextPlugin['severity']?],
  configFile: string,
): Promise<RetextPlugin> {
  const [name, options, severity = 'warning'] = typeof entry === 'string' ? [entry] : entry;
  const plugin = await importFrom(name, configFile);
  if (typeof plugin !== 'function') throw new Error('its default export must be a unified plugin');
  return {name, plugin: plugin as Plugin, severity, ...(options !== undefined && {options})};
}

async function importFrom(name: string, configFile: string): Promise<unknown> {
  const module = (await import(await resolveModule(name, configFile))) as {default?: unknown};
  if (module.default === undefined) throw new Error('it has no default export');
  return module.default;
}

/** Paths count from the configuration file, and packages are found from there too. */
async function resolveModule(name: string, configFile: string): Promise<string> {
  if (name.startsWith('.') || isAbsolute(name)) return pathToFileURL(resolve(dirname(configFile), name)).href;
  const {resolve: resolvePackage} = await import('import-meta-resolve');
  return resolvePackage(name, pathToFileURL(configFile).href);
}
