// npm run test:system: tests against programs that npm alone does not bring. What is missing is installed here: packages
// from npm into tests/system/node_modules, the others from Debian.
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
/** Commands the tests call, and the Debian package that brings each. */
const DEBIAN = {
  git: 'git',
  'pre-commit': 'pre-commit',
  libreoffice: 'libreoffice-writer-nogui',
  chromium: 'chromium',
};

const missing = Object.entries(DEBIAN)
  .filter(([command]) => !onPath(command))
  .map(([, name]) => name);
if (missing.length > 0) {
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]);
}
run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--prefix', here, '--no-audit', '--no-fund']);
run(process.execPath, [
  '--test',
  ...readdirSync(here)
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => join(here, name)),
]);

function onPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, command)));
}

function run(command, args) {
  const {status, error} = spawnSync(command, args, {stdio: 'inherit'});
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
