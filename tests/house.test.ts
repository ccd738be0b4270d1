import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {presets, rules} from '../rules/index.js';
import {keysOf} from '../src/core/message.js';

const root = fileURLToPath(new URL('..', import.meta.url));

// Which folder may import what (docs/architecture.md explains why); `type:` allows an `import type` alone.
const MAY_IMPORT: Readonly<Record<string, readonly RegExp[]>> = {
  'src/core': [/^src\/core\//, /^type:(?:zod|nlcst)$/],
  rules: [/^src\/core\//, /^rules\/data\//],
  'src/formats': [
    /^src\/(?:core|formats)\//,
    /^(?:yaml|entities(?:\/decode)?|@lezer\/(?:common|markdown)|parse5|htmlparser2|domhandler|fflate|saxes)$/,
  ],
  'src/unified': [
    /^src\/(?:core|unified|formats)\//,
    /^rules\/index/,
    /^(?:type:)?(?:unified|unified-lint-rule|vfile|vfile-message|unist|nlcst)$/,
  ],
  'src/config': [
    /^src\/(?:core|config)\//,
    /^src\/formats\/(?:format|docx\/(?:archive|relationships|xml))\.js$/,
    /^src\/unified\/processor/,
    /^rules\/index/,
    /^node:/,
    /^(?:zod|yaml|picomatch|papaparse|leven|import-meta-resolve|type:unified)$/,
  ],
  'src/report': [/^src\/(?:core|report)\//, /^(?:chalk|get-east-asian-width|type:sarif)$/],
  'src/annotate': [/^src\/(?:core|annotate|formats)\//, /^(?:fflate|saxes)$/],
  'src/engine': [/^src\/(?:core|formats|unified|config|report|engine|annotate)\//, /^node:/, /^globby$/],
  'src/learn': [/^src\/(?:core|config|engine|formats|learn)\//, /^node:/],
  'src/lsp': [
    /^src\/(?:core|lsp|config|engine|formats|report)\//,
    /^node:/,
    /^vscode-languageserver(?:\/node|-textdocument)$/,
  ],
  'src/cli': [
    /^src\/(?!commands)/,
    /^rules\/index/,
    /^node:/,
    /^(?:@oclif\/core(?:\/\w+)?|leven|import-meta-resolve|diff)$/,
  ],
  'src/commands': [
    /^src\//,
    /^rules\/index/,
    /^rules\/data\/missing-clause-punctuation\.js$/,
    /^node:/,
    /^(?:@oclif\/core(?:\/\w+)?)$/,
  ],
};

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), {withFileTypes: true, recursive: true})
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/g;

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return Array.from(text.matchAll(IMPORT), ([, type, from, dynamic]) => {
    const target = (from ?? dynamic)!;
    const named = target.startsWith('.')
      ? relative(root, resolve(root, dirname(file), target)).replaceAll('\\', '/')
      : target;
    return type && !target.startsWith('.') ? `type:${named}` : named;
  });
}

describe('the import table', () => {
  test.each(Object.keys(MAY_IMPORT).filter(folder => existsSync(join(root, folder))))('%s', folder => {
    const allowed = MAY_IMPORT[folder]!;
    const wrong = sources(folder).flatMap(file =>
      importsOf(file)
        .filter(target => !allowed.some(pattern => pattern.test(target) || pattern.test(target.replace('type:', ''))))
        .filter(_target => !(folder === 'rules' && file === 'rules/index.ts'))
        .map(target => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('covers every folder of src', () => {
    const folders = readdirSync(join(root, 'src'), {withFileTypes: true}).filter(entry => entry.isDirectory());
    expect(folders.map(({name}) => `src/${name}`).filter(folder => !(folder in MAY_IMPORT))).toEqual([]);
  });
});

describe('rules', () => {
  const files = readdirSync(join(root, 'rules')).filter(name => name.endsWith('.ts') && name !== 'index.ts');

  test('are all in the list, each named by its file', () => {
    expect(rules.map(({id}) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  test.each(rules.map(rule => [rule.id, rule] as const))(
    '%s has its page, its tests and both languages',
    (id, rule) => {
      expect(existsSync(join(root, 'rules', `${id}.md`)), 'page').toBe(true);
      expect(existsSync(join(root, 'tests', 'rules', `${id}.test.ts`)), 'tests').toBe(true);
      expect(rule.basis.length).toBeGreaterThan(0);
      expect(rule.inspection, 'inspection').toMatch(/^(?:veto|points|hint)$/);
      for (const [key, {zh, en}] of Object.entries(rule.messages)) expect(keysOf(zh), key).toEqual(keysOf(en));
    },
  );

  test('presets name rules that exist', () => {
    const ids = new Set(rules.map(({id}) => id));
    for (const [name, settings] of Object.entries(presets)) {
      expect(
        Object.keys(settings).filter(id => !ids.has(id)),
        name,
      ).toEqual([]);
    }
  });
});

describe('files', () => {
  test('none is longer than 300 lines', () => {
    const long = ['src', 'rules', 'scripts']
      .flatMap(sources)
      .filter(file => readFileSync(join(root, file), 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
