import {existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {strFromU8, unzipSync} from 'fflate';
import {describe, expect, test} from 'vitest';
import {CLEAN, FAULTY, folder, govlint} from '../helpers/cli.js';
import {docx, p} from '../helpers/docx.js';

function saved(text: string): Uint8Array {
  return docx(
    text
      .trimEnd()
      .split('\n')
      .map(line => p(line))
      .join(''),
  );
}

const faulty = saved(FAULTY);
const clean = saved(CLEAN);

function comments(path: string): string[] {
  const xml = unzipSync(readFileSync(path))['word/comments.xml'];
  return xml ? Array.from(strFromU8(xml).matchAll(/<w:t [^>]*>([^<]*)/g), ([, text]) => text!) : [];
}

describe('govlint check --annotate', () => {
  test('writes a copy of each .docx, with comments where something was found', async () => {
    const cwd = folder({'a/稿.docx': faulty, 'b/稿.docx': clean, 'c.txt': CLEAN});
    const {code, stdout, stderr} = await govlint(['check', '--annotate', '批注'], {cwd});
    expect(code).toBe(1);
    expect(stdout).toContain('第 5 段');
    expect(stderr).toBe('govlint: 2 个 .docx 的批注副本写在 批注\ngovlint: 1 个文件不是 .docx，没有批注副本\n');
    expect(comments(join(cwd, '批注/a/稿.docx'))).toEqual([
      expect.stringMatching(/^错误：》前面缺少|^错误：.*《/),
      'paired-marks',
    ]);
    expect(comments(join(cwd, '批注/b/稿.docx'))).toEqual([]);
    expect(Buffer.compare(readFileSync(join(cwd, 'a/稿.docx')), faulty)).toBe(0);
    expect(readdirSync(join(cwd, '批注/a'))).toEqual(['稿.docx']);
  });

  test('a second run checks the originals alone and replaces its copies', async () => {
    const cwd = folder({'稿.docx': faulty});
    await govlint(['check', '--annotate', '批注'], {cwd});
    writeFileSync(join(cwd, '稿.docx'), clean);
    const {code, stdout, stderr} = await govlint(['check', '--annotate', '批注'], {cwd});
    expect({code, stderr}).toEqual({code: 0, stderr: 'govlint: 1 个 .docx 的批注副本写在 批注\n'});
    expect(stdout).toContain('检查了 1 个文件');
    expect(comments(join(cwd, '批注/稿.docx'))).toEqual([]);
  });

  test('a copy that was changed since, or a file of someone’s, stays as it is: exit code 2', async () => {
    const cwd = folder({'稿.docx': faulty, '批注/稿.docx': clean});
    const {code, stderr} = await govlint(['check', '稿.docx', '--annotate', '批注'], {cwd});
    expect(code).toBe(2);
    expect(stderr).toMatch(/^govlint: 稿\.docx：.*没有覆盖/m);
    expect(Buffer.compare(readFileSync(join(cwd, '批注/稿.docx')), clean)).toBe(0);
    expect(readdirSync(join(cwd, '批注'))).toEqual(['稿.docx']);
  });

  test.each([
    [['稿.docx', '--annotate', '.']],
    [['--annotate', '.']],
    [['*.docx', '--annotate', '.']],
    [['稿.docx', '--annotate', '..']],
    [['稿.docx', '--annotate', '链接']],
  ])('refuses a folder that holds originals: %j', async args => {
    const cwd = folder({'稿.docx': faulty});
    symlinkSync('.', join(cwd, '链接'));
    const {code, stdout, stderr} = await govlint(['check', ...args], {cwd});
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toContain('请另选一个文件夹');
    expect(readdirSync(cwd).sort()).toEqual(['稿.docx', '链接'].sort());
    expect(Buffer.compare(readFileSync(join(cwd, '稿.docx')), faulty)).toBe(0);
  });

  test('originals outside the current folder keep their paths, and none lands on another', async () => {
    const elsewhere = folder({'稿.docx': faulty});
    const path = join(elsewhere, '稿.docx');
    const inside = path.replace(/^(?:[a-z]:)?[\\/]/i, '');
    const cwd = folder({[inside]: clean});
    const {stderr} = await govlint(['check', path, inside, '--annotate', '批注'], {cwd});
    expect(stderr).toContain('2 个 .docx');
    expect(comments(join(cwd, '批注', inside))).toHaveLength(2);
    expect(existsSync(join(cwd, '批注', inside.replace('.docx', ' (2).docx')))).toBe(true);
  });

  test('--quiet and --rule decide what becomes a comment', async () => {
    const cwd = folder({'稿.docx': saved(FAULTY.replace('。', ''))});
    await govlint(['check', '--annotate', 'all', '--rule', 'paired-marks=warning'], {cwd});
    await govlint(['check', '--annotate', 'none', '--rule', 'paired-marks=warning', '--quiet', '稿.docx'], {cwd});
    expect(comments(join(cwd, 'all/稿.docx'))).toContain('paired-marks');
    expect(comments(join(cwd, 'none/稿.docx'))).toEqual([]);
  });
});

describe('documents on the command line', () => {
  test('one with a password, damaged or of another kind: exit code 2, each named, the rest checked', async () => {
    const cwd = folder({'坏.docx': faulty.subarray(0, 900), '好.docx': clean, 'x.wps': 'x', '~$好.docx': 'x'});
    const {code, stdout, stderr} = await govlint(['check', '.', 'x.wps'], {cwd});
    expect(code).toBe(2);
    expect(stdout).toContain('检查了 1 个文件');
    expect(stderr).toContain('govlint: 坏.docx：Word 文件已经损坏');
    expect(stderr).toMatch(/govlint: x\.wps：.*另存为.*\*\.docx/);
    expect(stderr).not.toContain('~$');
  });

  test('a folder of WPS files says what to do with them', async () => {
    const {stderr} = await govlint(['check'], {cwd: folder({'a.wps': 'x', 'b.txt': CLEAN})});
    expect(stderr).toContain('（.wps × 1）：WPS 等的文稿请另存为 .docx');
  });

  test('reports show paragraphs; SARIF has both', async () => {
    const cwd = folder({'稿.docx': faulty});
    const {stdout} = await govlint(['check', '--format', 'sarif'], {cwd});
    expect(JSON.parse(stdout).runs[0].results[0].locations[0]).toMatchObject({
      physicalLocation: {region: {startLine: 5, startColumn: 14}},
      logicalLocations: [{name: '第 5 段', kind: 'paragraph'}],
    });
    expect(JSON.parse((await govlint(['check', '--format', 'json'], {cwd})).stdout).files[0].unit).toBe('paragraph');
    expect((await govlint(['check', '--format', 'markdown'], {cwd})).stdout).toContain('| 第 5 段 |');
  });

  test('a cache remembers that lines are paragraphs', async () => {
    const cwd = folder({'稿.docx': faulty});
    const args = ['check', '稿.docx', '--cache'];
    const first = await govlint(args, {cwd});
    expect(first.stdout).toContain('第 5 段');
    expect(await govlint(args, {cwd})).toEqual(first);
  });
});
