// The hook as the pre-commit framework installs and runs it, in a real repository.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'govlint-hook-'));
after(() => rmSync(folder, {recursive: true, force: true}));
const git = (...args) => execFileSync('git', args, {cwd: folder, encoding: 'utf8'});

const CLEAN =
  '青山县开展义务植树活动\n\n来源：青山县林业局　发布时间：2024-03-12 16:20\n\n3月12日，青山县机关干部到白鹤塘村开展义务植树活动。\n';
const NAMES = ['附件1(名单).txt', '稿件/【通知】春节 放假.md'];

function preCommit() {
  return spawnSync('pre-commit', ['try-repo', project, 'govlint', '--verbose'], {
    cwd: folder,
    encoding: 'utf8',
    env: {...process.env, LANG: 'C.UTF-8', PRE_COMMIT_HOME: join(folder, '.git', 'pre-commit')},
  });
}

test('pre-commit stops a faulty draft and lets a clean one pass', () => {
  git('init', '-q');
  git('config', 'user.email', 'editor@example.com');
  git('config', 'user.name', 'editor');
  mkdirSync(join(folder, '稿件'));
  for (const name of NAMES) writeFileSync(join(folder, name), CLEAN.replace('白鹤塘村', '《白鹤塘村'));
  git('add', '-A');
  const stopped = preCommit();
  assert.equal(stopped.status, 1, `${stopped.stdout}${stopped.stderr}`);
  for (const name of NAMES) assert.ok(stopped.stdout.includes(name), name);
  assert.match(stopped.stdout, /paired-marks/);

  for (const name of NAMES) writeFileSync(join(folder, name), CLEAN);
  git('add', '-A');
  const passed = preCommit();
  assert.equal(passed.status, 0, `${passed.stdout}${passed.stderr}`);
});
