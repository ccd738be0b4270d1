import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Text} from '../core/rule.js';

/** Names under which a configuration is looked for, in this order. */
const NAMES = [
  'govlint.config.json',
  'govlint.config.yaml',
  'govlint.config.yml',
  'govlint.config.js',
  'govlint.config.mjs',
  '.govlintrc',
  '.govlintrc.json',
  '.govlintrc.yaml',
  '.govlintrc.yml',
];

/** Where a value stands in a configuration, such as `['rules', 'paired-marks', 1]`. */
export type ConfigPath = ReadonlyArray<string | number>;

/** A configuration file as it was read, not yet checked. */
export interface ConfigFile {
  readonly path: string;
  readonly value: unknown;
  /** 1-based line of a value; undefined where the format has none, as in JavaScript. */
  lineOf(path: ConfigPath): number | undefined;
}

/** A configuration file that cannot be read at all. */
export class ConfigFileError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** The configuration file of a folder itself; undefined when it has none. `package.json` counts when it has the key `govlint`. */
export function configFileIn(folder: string): string | undefined {
  for (const name of NAMES) {
    const path = join(folder, name);
    if (existsSync(path)) return path;
  }
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && hasKey(manifest) ? manifest : undefined;
}

function hasKey(manifest: string): boolean {
  try {
    const text = readFileSync(manifest, 'utf8');
    return text.includes('"govlint"') && Object.hasOwn(JSON.parse(text) as object, 'govlint');
  } catch {
    // A package.json that npm cannot read either is not ours to complain about.
    return false;
  }
}

/**
 * Reads a configuration file.
 * @throws {ConfigFileError} when it does not exist or is not valid JSON, YAML or JavaScript.
 */
export async function readConfigFile(path: string): Promise<ConfigFile> {
  if (!existsSync(path)) throw new ConfigFileError({zh: '没有这个配置文件', en: 'no such configuration file'});
  if (/\.(?:js|mjs)$/.test(path)) return {path, value: await importDefault(path), lineOf: () => undefined};
  const {value, lineOf} = await parseData(readFileSync(path, 'utf8'));
  if (!path.endsWith('package.json')) return {path, value, lineOf};
  return {path, value: (value as {govlint: unknown}).govlint, lineOf: at => lineOf(['govlint', ...at])};
}

async function importDefault(path: string): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(path).href)) as {default?: unknown};
    return module.default;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigFileError({zh: `配置文件运行出错：${reason}`, en: `the configuration file failed: ${reason}`});
  }
}

/** YAML, and with it JSON, which is a part of YAML; one parser gives both their lines. */
async function parseData(text: string): Promise<Pick<ConfigFile, 'value' | 'lineOf'>> {
  const {isMap, isNode, isPair, isScalar, LineCounter, parseDocument} = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), {lineCounter, prettyErrors: false});
  const [error] = document.errors;
  if (error) {
    const {line} = lineCounter.linePos(error.pos[0]);
    throw new ConfigFileError({
      zh: `第 ${line} 行不是有效的 JSON 或 YAML：${error.message}`,
      en: `line ${line} is not valid JSON or YAML: ${error.message}`,
    });
  }
  const lineOf = (path: ConfigPath): number | undefined => {
    // A key's own line tells more than that of the value, which may begin on the next one.
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    const pair = isMap(parent)
      ? parent.items.find(item => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1))
      : undefined;
    const node = pair?.key ?? document.getIn(path, true);
    return isNode(node) && node.range ? lineCounter.linePos(node.range[0]).line : undefined;
  };
  return {value: document.toJS() as unknown, lineOf};
}
