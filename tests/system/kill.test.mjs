// Killed at any moment, govlint leaves every file whole: the old one or the new one.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const bin = fileURLToPath(new URL('../../bin/run.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'govlint-kill-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const KILLS = 50;
const DRAFTS = 120;
const draft = index =>
  `青山县第${index}次解读办事清单\n\n来源：青山县数据局　发布时间：2024-05-20 09:00\n\n${'会上解读了《窗口服务规范》2024年办事清单》，并现场答疑。\n\n'.repeat(20)}`;

function start(args) {
  const child = spawn(process.execPath, [bin, 'check', '.', ...args], {cwd: folder, stdio: 'ignore'});
  const ended = new Promise(resolve => child.on('exit', (_code, signal) => resolve(signal)));
  return {child, ended};
}

/** Kills runs at moments spread over the time that the last whole run took; one that ends in time tells it anew. */
async function killed(args, check) {
  let whole = await timeOf(args);
  let hits = 0;
  for (let i = 0; i < KILLS; i++) {
    const began = performance.now();
    const {child, ended} = start(args);
    // The last part, in which files are written, gets half of the moments.
    const share = i % 2 === 0 ? Math.random() : 0.7 + Math.random() * 0.3;
    const timer = setTimeout(() => child.kill('SIGKILL'), whole * share);
    if ((await ended) === 'SIGKILL') hits++;
    else whole = performance.now() - began;
    clearTimeout(timer);
    check();
  }
  assert.ok(hits >= KILLS / 4, `only ${hits} of ${KILLS} runs were killed in time`);
}

async function timeOf(args) {
  const began = performance.now();
  await start(args).ended;
  return performance.now() - began;
}

for (let i = 0; i < DRAFTS; i++) writeFileSync(join(folder, `${i}.txt`), draft(i));
const untouched = () => {
  for (let i = 0; i < DRAFTS; i++) assert.equal(readFileSync(join(folder, `${i}.txt`), 'utf8'), draft(i));
};

test('--update-baseline', async () => {
  let turn = 0;
  await killed(['--update-baseline'], () => {
    const {version, files} = JSON.parse(readFileSync(join(folder, 'govlint-baseline.json'), 'utf8'));
    assert.equal(version, 1);
    assert.equal(Object.keys(files).length, DRAFTS);
    turn++;
  });
  assert.equal(turn, KILLS);
  untouched();
});

test('--cache', async () => {
  const path = join(folder, '.govlintcache');
  let turn = 0;
  await killed(['--cache'], () => {
    const lines = readFileSync(path, 'utf8').split('\n');
    assert.equal(lines.length, DRAFTS + 2);
    for (const line of lines.slice(1, -1)) JSON.parse(line.split('\t')[2]);
    // So that the next run has something to write.
    writeFileSync(join(folder, '0.txt'), `${draft(0)}${turn++}`);
  });
  writeFileSync(join(folder, '0.txt'), draft(0));
  untouched();
});

test('--fix: every draft is the old one or the new one, whole', async () => {
  const old = index => draft(index).replace('，并现场', '，，并现场');
  const mended = index => draft(index);
  const names = new Set();
  const restore = () => {
    for (let i = 0; i < DRAFTS; i++) writeFileSync(join(folder, `${i}.txt`), old(i));
  };
  restore();
  let turn = 0;
  await killed(['--fix'], () => {
    for (let i = 0; i < DRAFTS; i++) {
      const text = readFileSync(join(folder, `${i}.txt`), 'utf8');
      assert.ok(text === old(i) || text === mended(i), `${i}.txt is half written`);
      names.add(text === old(i) ? 'old' : 'new');
    }
    restore();
    turn++;
  });
  assert.equal(turn, KILLS);
  assert.deepEqual([...names].sort(), ['new', 'old']);
});
