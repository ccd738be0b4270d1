import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import iconv from 'iconv-lite';
import {expect, test} from 'vitest';
import {CLEAN, FAULTY, folder, govlint} from '../helpers/cli.js';

const MENDED = FAULTY.replace('2024年办事', '《2024年办事');

test('--fix leaves suggestions alone; --fix=suggested takes them, and says what is left and how many were fixed', async () => {
  const cwd = folder({'a.txt': FAULTY, 'b.txt': CLEAN});
  const safe = await govlint(['check', '--fix', '.'], {cwd});
  expect(safe.code).toBe(1);
  expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(FAULTY);
  const all = await govlint(['check', '--fix=suggested'], {cwd});
  expect(all).toMatchObject({code: 0, stderr: ''});
  expect(all.stdout).toBe('检查了 2 个文件：没有发现问题，修复 1 个\n');
  expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(MENDED);
  expect(readFileSync(join(cwd, 'b.txt'), 'utf8')).toBe(CLEAN);
});

test('the JSON report counts them', async () => {
  const cwd = folder({'a.txt': FAULTY});
  const {stdout} = await govlint(['check', '--fix=suggested', '-f', 'json', 'a.txt'], {cwd});
  expect(JSON.parse(stdout).summary).toMatchObject({errors: 0, fixed: 1});
});

test('--fix-dry-run prints a unified diff and changes nothing', async () => {
  const gb = iconv.encode(FAULTY, 'gbk');
  const cwd = folder({'a.txt': gb, '稿件/b.txt': CLEAN});
  const {stdout, stderr, code} = await govlint(['check', '.', '--fix-dry-run=suggested', '-f', 'json:r.json'], {cwd});
  expect(code).toBe(1);
  expect(stdout).toBe(`--- a/a.txt
+++ b/a.txt
@@ -2,4 +2,4 @@
 
 来源：青山县数据局　发布时间：2024-05-20 09:00
 
-会上解读了《窗口服务规范》2024年办事清单》，并现场答疑。
+会上解读了《窗口服务规范》《2024年办事清单》，并现场答疑。
`);
  expect(stderr).toBe('govlint: 可以修复 1 处，涉及 1 个文件；没有改动文件\n');
  expect(readFileSync(join(cwd, 'a.txt')).equals(gb)).toBe(true);
  expect(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')).summary).toMatchObject({errors: 1, fixed: 0});
});

test('git applies the diff: Chinese names, spaces, CRLF, a byte order mark, no newline at the end', async () => {
  const windows = FAULTY.replaceAll('\n', '\r\n').trimEnd();
  const cwd = folder({
    '子 目录/稿 件(1).txt': windows,
    'b.txt': `\ufeff会上解读了2024年办事清单》。`,
    '带"引号".txt': FAULTY,
  });
  const {stdout} = await govlint(['check', '.', '--fix-dry-run=suggested'], {cwd});
  expect(stdout).toContain('--- a/子 目录/稿 件(1).txt\t\n');
  execFileSync('git', ['apply', '-'], {cwd, input: stdout, env: {...process.env, GIT_CEILING_DIRECTORIES: cwd}});
  const mended = await govlint(['check', '.', '--fix-dry-run=suggested'], {cwd});
  expect(mended.stdout).toBe('');
  expect(readFileSync(join(cwd, '子 目录/稿 件(1).txt'), 'utf8')).toBe(MENDED.replaceAll('\n', '\r\n').trimEnd());
});

test('a dry run of standard input', async () => {
  const args = ['check', '--stdin', '--stdin-filename', 'x.md', '--fix=suggested', '--fix-dry-run'];
  const {stdout, code} = await govlint(args, {input: FAULTY});
  expect([code, stdout]).toEqual([2, '']);
  const dry = await govlint(['check', '--stdin', '--stdin-filename', 'x.md', '--fix-dry-run=suggested'], {
    input: FAULTY,
  });
  expect(dry.stdout).toContain('+会上解读了《窗口服务规范》《2024年办事清单》');
});

test('behind -- everything is a path', async () => {
  const cwd = folder({'a.txt': FAULTY});
  const {code, stderr} = await govlint(['check', 'a.txt', '--', '--fix'], {cwd});
  expect(code).toBe(2);
  expect(stderr).toContain('--fix：没有这个文件');
});

test('--fix does not go with a selection of lines', async () => {
  const {code, stderr} = await govlint(['check', '--fix', '--staged'], {cwd: folder({'a.txt': FAULTY})});
  expect(code).toBe(2);
  expect(stderr).toContain('--fix');
});
