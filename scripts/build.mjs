// npm run build: TypeScript to dist/, and oclif's manifest, without which every start of the CLI loads every command.
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {Config} from '@oclif/core';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(join(root, 'dist'), {recursive: true, force: true});
rmSync(join(root, 'oclif.manifest.json'), {force: true});

const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
const compiled = spawnSync(process.execPath, [join(typescript, 'bin', 'tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

/** oclif looks for commands in folders with it; ours are in a list. Loading it makes it look for another package on disk. */
const noGlobbing = {
  name: 'no-globbing',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^tinyglobby$/}, ({path}) => ({path, namespace: 'none'}));
    onLoad({filter: /.*/, namespace: 'none'}, () => ({contents: 'module.exports = {}', loader: 'js'}));
  },
};

/** A table that rules import as base64 in a module, so that browsers can: the command line reads its bytes from a file. */
const tablesAsFiles = {
  name: 'tables-as-files',
  setup({onLoad}) {
    onLoad({filter: /[\\/]rules[\\/]data[\\/](?:missing-clause-punctuation|omitted-character)\.ts$/}, ({path}) => {
      const [base64] = /[A-Za-z\d+/]{1000,}={0,2}/.exec(readFileSync(path, 'utf8'));
      const file = `${basename(path, '.ts')}.bin`;
      mkdirSync(cli, {recursive: true});
      writeFileSync(join(cli, file), Buffer.from(base64, 'base64'));
      const contents = `import {readFileSync} from 'node:fs';
export const table = readFileSync(new URL('./${file}', import.meta.url));`;
      return {contents, loader: 'js'};
    });
  },
};

const cli = join(root, 'dist', 'cli');
const settings = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
};

/** Packages that few runs need, as large as all of the rest: each stays in a file of its own. */
const APART = ['zod', 'globby', 'vscode-languageserver/node', 'vscode-languageserver-textdocument'];
const fileOf = name => `./${name.replace('/', '-')}.cjs`;
const apart = {
  name: 'apart',
  setup({onResolve, onLoad}) {
    onResolve({filter: new RegExp(`^(?:${APART.join('|')})$`)}, ({path}) => ({path, namespace: 'apart'}));
    onResolve({filter: /^\.\/.+\.cjs$/, namespace: 'apart'}, ({path}) => ({path, external: true}));
    onLoad({filter: /.*/, namespace: 'apart'}, ({path}) => ({contents: `module.exports = require('${fileOf(path)}')`}));
  },
};
for (const name of APART)
  await build({
    ...settings,
    stdin: {contents: `export * from '${name}'`, resolveDir: root},
    outfile: join(cli, fileOf(name)),
  });

// The command line in one file: starting it means reading a hundred modules otherwise. Parts that are imported lazily
// run only then. oclif asks for the TypeScript tools only in development. src/cli/load.ts runs the function it is.
const bundle = join(cli, 'main.cjs');
await build({
  ...settings,
  entryPoints: ['src/commands/bundle.ts'],
  outfile: bundle,
  // Its CommonJS build, which Node would take, loses its names when it is imported lazily.
  alias: {yaml: join(root, 'node_modules', 'yaml', 'browser', 'index.js')},
  external: ['typescript', 'tsx', 'tsx/*', 'ts-node'],
  define: {'import.meta.url': 'importMetaUrl'},
  banner: {
    js: "(function (exports, require, module, __filename, __dirname) { const importMetaUrl = require('node:url').pathToFileURL(__filename).href; const dynamicImport = require('./import.cjs');",
  },
  footer: {js: '})'},
  plugins: [noGlobbing, tablesAsFiles, apart],
});

// What is left of import() loads modules of users. In code that was kept compiled it would need a flag of Node's; a file
// of its own does it instead. esbuild leaves Chinese in regular expressions: without, the file is read as Latin-1, in half
// the time and memory.
const code = readFileSync(bundle, 'utf8').replaceAll(/(?<![\w.$])import\((?=[\w$(])/g, 'dynamicImport(');
if (/(?<![\w.$])import\((?!\))/.test(code)) throw new Error(`${bundle} still has an import()`);
const escaped = unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
if (/\\[^\0-\x7f]|String\.raw`[^`]*[^`\0-\x7f]/.test(code))
  throw new Error(`${bundle} has Chinese that cannot be escaped`);
writeFileSync(bundle, code.replaceAll(/[^\0-\x7f]/g, escaped));
writeFileSync(join(cli, 'import.cjs'), 'module.exports = specifier => import(specifier);\n');
writeFileSync(join(cli, 'worker.js'), "import {load} from '../src/cli/load.js';\nawait load().work();\n");

// oclif finds the commands in the bundle, once that is loaded.
const {load} = await import(pathToFileURL(join(root, 'dist', 'src', 'cli', 'load.js')).href);
load();
const config = new Config({root});
await config.load();
const plugin = config.plugins.get(config.pjson.name);
writeFileSync(join(root, 'oclif.manifest.json'), `${JSON.stringify(plugin.manifest, undefined, 2)}\n`);
