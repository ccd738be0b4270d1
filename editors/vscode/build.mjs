// Bundles the extension and takes the configuration schema along.
import {copyFileSync} from 'node:fs';
import {build} from 'esbuild';

await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.cjs',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  minify: true,
});
copyFileSync('../../config.schema.json', 'config.schema.json');
copyFileSync('../../LICENSE', 'LICENSE');
