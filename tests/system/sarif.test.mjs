// The SARIF log before Microsoft's own validator, with the rules that GitHub code scanning sets.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const bin = fileURLToPath(new URL('../../bin/run.js', import.meta.url));
const multitool = fileURLToPath(new URL('node_modules/.bin/sarif-multitool', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'govlint-sarif-'));
after(() => rmSync(folder, {recursive: true, force: true}));

test('sarif-multitool validate, GitHub rules included, has no error and no warning', () => {
  mkdirSync(join(folder, '稿件'));
  writeFileSync(
    join(folder, '稿件', '【通知】春节 放假.txt'),
    '青山县解读办事清单\n\n来源：　发布时间：2024-05-20 09:00\n\n会上解读了《窗口服务规范》2024年办事清单》，并现场答疑。\n\n▲解读现场\n',
  );
  writeFileSync(join(folder, 'binary.txt'), 'x\0y');
  const log = join(folder, 'log.sarif');
  const check = spawnSync(process.execPath, [bin, 'check', '.', '--format', 'sarif', '--output-file', log], {
    cwd: folder,
  });
  assert.equal(check.status, 2);
  assert.equal(JSON.parse(readFileSync(log, 'utf8')).runs[0].results.length, 3);
  const report = join(folder, 'validation.sarif');
  const validation = spawnSync(
    multitool,
    [
      'validate',
      log,
      '--output',
      report,
      '--rule-kind',
      '"Sarif;Ghas"',
      '--log',
      'ForceOverwrite',
      '--level',
      '"Error;Warning"',
      '--kind',
      'Fail',
    ],
    {cwd: folder, encoding: 'utf8'},
  );
  assert.equal(validation.status, 0, `${validation.stdout}${validation.stderr}`);
  const {results} = JSON.parse(readFileSync(report, 'utf8').replace(/^\uFEFF/, '')).runs[0];
  const said = results.map(({ruleId, message}) => `${ruleId} ${message.arguments.join(' ')}`);
  // The one thing left open: the tool has no home page that it could name.
  assert.deepEqual(said, ['SARIF2005 runs[0].tool.driver govlint']);
});
