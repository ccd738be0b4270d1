import {dirname, isAbsolute, relative, resolve} from 'node:path';
import {rules as builtIn, presets, type RuleSetting} from '../../rules/index.js';
import type {ActiveRule, AnyRule, Language, Severity, Text} from '../core/rule.js';
import type {Problem} from '../core/run.js';
import type {RetextPlugin} from '../unified/processor.js';
import {type ConfigFile, ConfigFileError, type ConfigPath, configFileIn, readConfigFile} from './file.js';
import {matcher} from './globs.js';
import type {UserConfig} from './schema.js';
import {closest} from './suggest.js';

type Settings = NonNullable<UserConfig['rules']>;

/** Settings of one place, for all files or for those that match. */
interface Layer {
  readonly rules: Settings;
  /** Takes an absolute path. */
  readonly matches?: (path: string) => boolean;
}

/** A configuration file with everything it extends, ready to be applied to files. */
interface Loaded {
  /** The files it was read from, the extended ones first. */
  readonly files: string[];
  /** Later ones win. */
  readonly layers: Layer[];
  readonly ignores: Array<(path: string) => boolean>;
  readonly known: Map<string, AnyRule>;
  readonly retext: RetextPlugin[];
  html?: UserConfig['html'];
  language?: Language;
  /** Resolved configurations by the layers that apply. */
  readonly resolved: Map<string, ResolvedConfig>;
}

/** What applies to one file. The same object for all files to which the same applies. */
export interface ResolvedConfig {
  /** Configuration files behind it, absolute; empty when the defaults apply. */
  readonly files: readonly string[];
  /** The rules that run. */
  readonly rules: readonly ActiveRule[];
  /** Every known rule, those that are off too. */
  readonly settings: Readonly<Record<string, {severity: Severity | 'off'; options: object}>>;
  readonly retext: readonly RetextPlugin[];
  /** Whether code outside govlint runs: rules or retext plugins of other modules. */
  readonly foreign: boolean;
  readonly html?: NonNullable<UserConfig['html']>;
  readonly language?: Language;
}

export interface ConfigsOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Taken for every file instead of the nearest one; relative to `cwd`. */
  readonly configFile?: string;
  /** Settings over those of any configuration, from the command line. */
  readonly ruleOverrides?: ReadonlyArray<readonly [string, Severity | 'off']>;
}

/** The configurations of a run: each file's nearest one, found upward from it, each read once. */
export class Configs {
  /** Every rule that a configuration met so far knows. */
  readonly rules = new Map<string, AnyRule>(builtIn.map(rule => [rule.id, rule]));
  /** Mistakes in the configurations read so far. */
  readonly problems: Problem[] = [];
  readonly options: ConfigsOptions;
  readonly #byFolder = new Map<string, Promise<Loaded>>();
  readonly #byFile = new Map<string, Promise<Loaded>>();
  #defaults: Promise<Loaded> | undefined;
  readonly #unknownOverrides = new Set<string>();

  constructor(options: ConfigsOptions) {
    this.options = options;
  }

  /** What applies to a file, by its absolute path. */
  async for(path: string): Promise<ResolvedConfig> {
    const loaded = await this.#loadedFor(dirname(path));
    const applying = loaded.layers.map(({matches}) => matches?.(path) ?? true);
    const key = applying.map(Number).join('');
    let resolved = loaded.resolved.get(key);
    if (!resolved) {
      await this.#checkOverrides(loaded.known);
      const layers = loaded.layers.filter((_, index) => applying[index]).map(({rules}) => rules);
      resolved = resolveSettings(loaded, [...layers, Object.fromEntries(this.options.ruleOverrides ?? [])]);
      loaded.resolved.set(key, resolved);
    }
    return resolved;
  }

  /** Whether the configuration's `ignores` leave out a file or a folder, by its absolute path. */
  async isIgnored(path: string, _isDirectory: boolean): Promise<boolean> {
    const {ignores} = await this.#loadedFor(dirname(path));
    return ignores.some(matches => matches(path));
  }

  #loadedFor(folder: string): Promise<Loaded> {
    const {configFile, cwd} = this.options;
    if (configFile !== undefined) return this.#load(resolve(cwd, configFile));
    let loaded = this.#byFolder.get(folder);
    if (!loaded) {
      const own = configFileIn(folder);
      const parent = dirname(folder);
      if (own !== undefined) loaded = this.#load(own);
      else if (parent === folder) loaded = this.#defaults ??= this.#start();
      else loaded = this.#loadedFor(parent);
      this.#byFolder.set(folder, loaded);
    }
    return loaded;
  }

  #load(file: string): Promise<Loaded> {
    let loaded = this.#byFile.get(file);
    if (!loaded) {
      loaded = this.#start(file);
      this.#byFile.set(file, loaded);
    }
    return loaded;
  }

  async #start(file?: string): Promise<Loaded> {
    const known = new Map<string, AnyRule>(builtIn.map(rule => [rule.id, rule]));
    const loaded: Loaded = {files: [], layers: [], ignores: [], known, retext: [], resolved: new Map()};
    if (file !== undefined) await this.#add(file, loaded, []);
    if (loaded.layers.length === 0) loaded.layers.push({rules: presets['govlint:recommended']!});
    for (const [id, rule] of known) this.rules.set(id, rule);
    return loaded;
  }

  /** Adds a configuration file to what is loaded: first what it extends, then its plugins, then its own settings. */
  async #add(path: string, loaded: Loaded, extending: readonly string[]): Promise<void> {
    const report = (problem: Problem) => void this.problems.push({...problem, path: this.#shown(problem.path ?? path)});
    let file: ConfigFile;
    try {
      file = await readConfigFile(path);
    } catch (error) {
      if (!(error instanceof ConfigFileError)) throw error;
      const by = extending.at(-1);
      report({code: 'config', message: by === undefined ? error.text : extendedBy(this.#shown(by), error.text)});
      return;
    }
    const {problem, unknownPreset, validateForm, validateRules} = await import('./validate.js');
    const config = await validateForm(file, report);
    for (const name of listOf(config.extends)) {
      const parent = resolve(dirname(path), name);
      if (Object.hasOwn(presets, name)) loaded.layers.push({rules: presets[name]!});
      else if (name.startsWith('govlint:')) report(await unknownPreset(file, name));
      else if (parent === path || extending.includes(parent)) {
        report(
          problem(file, ['extends'], {zh: `${name} 又继承了本文件，成了循环`, en: `${name} extends this file again`}),
        );
      } else await this.#add(parent, loaded, [...extending, path]);
    }
    // Also when all that it extends failed to load: no rules would be a silent clean.
    if (loaded.layers.length === 0) loaded.layers.push({rules: presets['govlint:recommended']!});
    loaded.files.push(path);
    if (config.language) loaded.language = config.language;
    if (config.html) loaded.html = {...loaded.html, ...config.html};
    for (const [index, name] of (config.plugins ?? []).entries()) {
      await attempt(['plugins', index], name, async () => {
        const {loadRules} = await import('./modules.js');
        addRules(await loadRules(name, path), loaded);
      });
    }
    for (const [index, entry] of (config.retext ?? []).entries()) {
      await attempt(['retext', index], typeof entry === 'string' ? entry : entry[0], async () => {
        const {loadRetext} = await import('./modules.js');
        loaded.retext.push(await loadRetext(entry, path));
      });
    }
    const base = dirname(path);
    for (const glob of config.ignores ?? []) loaded.ignores.push(await matcher(base, [glob], true));
    const usable = async (at: ConfigPath, rules: Settings) => {
      let settings = await validateRules(file, at, rules, loaded.known, report);
      if (Object.keys(settings).some(id => loaded.known.get(id)?.files)) {
        const {withFiles} = await import('./option-files.js');
        settings = withFiles(file, at, settings, loaded.known, report);
      }
      if (!Object.keys(settings).some(id => loaded.known.get(id)?.tables)) return settings;
      const {withTables} = await import('./tables.js');
      return withTables(file, at, settings, loaded.known, report);
    };
    if (config.rules) loaded.layers.push({rules: await usable(['rules'], config.rules)});
    for (const [index, {files, rules}] of (config.overrides ?? []).entries()) {
      const matches = await matcher(base, listOf(files), false);
      loaded.layers.push({rules: await usable(['overrides', index, 'rules'], rules), matches});
    }

    async function attempt(at: Array<string | number>, name: string, load: () => Promise<void>): Promise<void> {
      try {
        await load();
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const text = {zh: `“${name}”装载不了：${reason}`, en: `\`${name}\` does not load: ${reason}`};
        report({...problem(file, at, text), code: 'plugin'});
      }
    }
  }

  #shown(path: string): string {
    const short = relative(this.options.cwd, path);
    return short.startsWith('..') || isAbsolute(short) ? path : short;
  }

  /** `--rule` may name a rule that no configuration knows. */
  async #checkOverrides(known: ReadonlyMap<string, AnyRule>): Promise<void> {
    for (const [id] of this.options.ruleOverrides ?? []) {
      if (known.has(id) || this.#unknownOverrides.has(id)) continue;
      this.#unknownOverrides.add(id);
      const guess = await closest(id, known.keys());
      this.problems.push({
        code: 'unknown-rule',
        message: {
          zh: `--rule：没有“${id}”这条规则${guess ? `，是不是 ${guess}？` : ''}`,
          en: `--rule: unknown rule \`${id}\`${guess ? `. Did you mean ${guess}?` : ''}`,
        },
      });
    }
  }
}

function extendedBy(file: string, {zh, en}: Text): Text {
  return {zh: `${zh}（由 ${file} 的 extends 引用）`, en: `${en} (extended by ${file})`};
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** Rules of a plugin run at their own severity unless the configuration says otherwise. */
function addRules(rules: readonly AnyRule[], {known, layers}: Loaded): void {
  for (const rule of rules) {
    if (known.has(rule.id)) throw new Error(`there is a rule ${rule.id} already`);
    known.set(rule.id, rule);
  }
  layers.push({rules: Object.fromEntries(rules.map(({id, severity}) => [id, severity]))});
}

/** Lays settings over one another: a later severity wins; later options take the place of earlier ones, no options leave them. */
function resolveSettings(
  {files, known, retext, html, language}: Loaded,
  layers: ReadonlyArray<Readonly<Record<string, RuleSetting>>>,
): ResolvedConfig {
  const settings: Record<string, {severity: Severity | 'off'; options: object}> = {};
  for (const [id, rule] of known) settings[id] = {severity: 'off', options: rule.defaults};
  for (const layer of layers) {
    for (const [id, setting] of Object.entries(layer)) {
      const rule = known.get(id);
      if (!rule) continue;
      const [severity, options] = typeof setting === 'string' ? [setting] : setting;
      settings[id] = {severity, options: options ? {...rule.defaults, ...options} : settings[id]!.options};
    }
  }
  const rules: ActiveRule[] = [];
  for (const [id, {severity, options}] of Object.entries(settings)) {
    if (severity !== 'off') rules.push({rule: known.get(id)!, severity, options});
  }
  const foreign = retext.length > 0 || known.size > builtIn.length;
  return {files, rules, settings, retext, foreign, ...(html && {html}), ...(language && {language})};
}
