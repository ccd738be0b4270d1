// npm run build: TypeScript to dist/, and oclif's manifest, without which every start of the CLI loads every command.
import {spawnSync} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Config} from '@oclif/core';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(join(root, 'dist'), {recursive: true, force: true});
rmSync(join(root, 'oclif.manifest.json'), {force: true});

const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
const compiled = spawnSync(process.execPath, [join(typescript, 'bin', 'tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

const config = new Config({root});
await config.load();
const plugin = config.plugins.get(config.pjson.name);
writeFileSync(join(root, 'oclif.manifest.json'), `${JSON.stringify(plugin.manifest, undefined, 2)}\n`);
