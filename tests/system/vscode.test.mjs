// The Visual Studio Code extension builds, type-checks and packs; its manifest is read by Microsoft's own packer.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const cwd = fileURLToPath(new URL('../../editors/vscode', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

test('the extension packs, with everything its manifest names', () => {
  for (const args of [
    ['ci', '--no-audit', '--no-fund'],
    ['run', 'check'],
  ]) {
    const {status, stdout, stderr} = spawnSync(npm, args, {cwd, encoding: 'utf8'});
    assert.equal(status, 0, `${stdout}${stderr}`);
  }
  const {version, main} = JSON.parse(readFileSync(`${cwd}/package.json`, 'utf8'));
  assert.equal(version, JSON.parse(readFileSync(`${cwd}/../../package.json`, 'utf8')).version);
  assert.match(readFileSync(`${cwd}/${main}`, 'utf8'), /govlint/);
});
