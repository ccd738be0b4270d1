import {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import iconv from 'iconv-lite';
import {describe, expect, test} from 'vitest';
import {CLEAN, FAULTY, folder, govlint, WARNED} from '../helpers/cli.js';

interface Report {
  files: Array<{
    path: string;
    findings: Array<{rule: string; severity: string; text: string; start: {line: number; column: number}}>;
  }>;
  problems: Array<{code: string; text: string; path?: string}>;
  summary: {files: number; errors: number; warnings: number; notes: number};
}

async function json(args: string[], options: Parameters<typeof govlint>[1] = {}) {
  const output = await govlint(['check', '--format', 'json', ...args], options);
  return {...output, report: JSON.parse(output.stdout) as Report};
}

describe('exit codes', () => {
  const cwd = folder({'clean.txt': CLEAN, 'faulty.txt': FAULTY, 'warned.txt': WARNED});

  test.each([
    ['clean', ['clean.txt'], 0],
    ['an error', ['faulty.txt'], 1],
    ['a warning alone', ['warned.txt'], 0],
    ['a warning with --fail-on warning', ['warned.txt', '--fail-on', 'warning'], 1],
    ['an error lowered by --rule', ['faulty.txt', '--rule', 'paired-marks=warning'], 0],
    ['a rule switched off', ['faulty.txt', '--rule', 'paired-marks=off', '--fail-on', 'note'], 0],
    ['warnings within --max-warnings', ['warned.txt', '--max-warnings', '1'], 0],
    ['warnings above --max-warnings', ['warned.txt', '--max-warnings', '0'], 1],
    ['a missing path beside a clean file', ['clean.txt', '不存在.txt'], 2],
    ['a missing path beside an error', ['faulty.txt', '不存在.txt'], 2],
  ])('%s', async (_, args, code) => {
    expect((await govlint(['check', ...args], {cwd})).code).toBe(code);
  });
});

describe('--preset', () => {
  test('gate runs the rules without known false alarms, whatever the configuration says', async () => {
    const text = FAULTY.replace('现场答疑', '现场"答疑"');
    const config = '{"rules": {"paired-marks": "off", "quotation-form": "error"}}';
    const cwd = folder({'a.txt': text, 'govlint.config.json': config});
    const rules = async (args: string[]) =>
      (await json(['a.txt', ...args], {cwd})).report.files[0]!.findings.map(({rule}) => rule);
    expect(await rules([])).toEqual(['quotation-form']);
    expect(await rules(['--preset', 'gate'])).toEqual(['paired-marks']);
    expect(await rules(['--preset', 'gate', '--rule', 'paired-marks=off'])).toEqual([]);
    expect((await govlint(['check', '--preset', 'none'], {cwd})).code).toBe(2);
  });
});

describe('no silent clean', () => {
  test('a path that does not exist is named, and the rest is checked', async () => {
    const cwd = folder({'faulty.txt': FAULTY});
    const {code, stdout, stderr} = await govlint(['check', '不存在.txt', 'faulty.txt'], {cwd});
    expect(code).toBe(2);
    expect(stderr).toBe('govlint: 不存在.txt：没有这个文件或文件夹：请检查路径\n');
    expect(stdout).toContain('paired-marks');
  });

  test('a pattern that matches nothing', async () => {
    const {code, stderr} = await govlint(['check', '*.md'], {cwd: folder({'a.txt': CLEAN})});
    expect(code).toBe(2);
    expect(stderr).toContain('*.md：没有文件与这个模式相符');
  });

  test('a folder without articles', async () => {
    const {code, stderr} = await govlint(['check'], {cwd: folder({'image.png': 'x'})});
    expect(code).toBe(2);
    expect(stderr).toContain('没有可以检查的文章');
  });

  test('an unknown option', async () => {
    const {code, stderr, stdout} = await govlint(['check', '--formt', 'json'], {cwd: folder({'a.txt': CLEAN})});
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toContain('--formt');
    expect(stderr).toContain('--format');
  });

  test('an unknown format', async () => {
    const {code, stderr} = await govlint(['check', '--format', 'xml'], {cwd: folder({'a.txt': CLEAN})});
    expect(code).toBe(2);
    expect(stderr).toContain('text, compact, json, sarif');
  });

  test('an unknown rule: the run goes on without it', async () => {
    const {code, stderr, report} = await json(['a.txt', '--rule', 'paired-mark=off'], {cwd: folder({'a.txt': FAULTY})});
    expect(code).toBe(2);
    expect(stderr).toContain('paired-marks');
    expect(report.summary).toMatchObject({files: 1, errors: 1});
    expect(report.problems.map(({code}) => code)).toEqual(['unknown-rule']);
  });

  test('a severity that is none', async () => {
    const {code, stderr} = await govlint(['check', '--rule', 'paired-marks=loud'], {cwd: folder({'a.txt': FAULTY})});
    expect(code).toBe(2);
    expect(stderr).toContain('paired-marks=loud');
  });

  test('an unknown key of the configuration', async () => {
    const cwd = folder({'a.txt': FAULTY, 'govlint.config.json': '{"rule": {"paired-marks": "off"}}'});
    const {code, stderr, report} = await json(['a.txt'], {cwd});
    expect(code).toBe(2);
    expect(stderr).toMatch(/govlint\.config\.json.*rule.*rules/s);
    expect(report.summary).toMatchObject({files: 1, errors: 1});
  });

  test('a file that cannot be decoded', async () => {
    const cwd = folder({
      'big5.txt': iconv.encode('縣政府召開會議，研究部署今年工作，並對下階段任務提出要求。'.repeat(3), 'big5'),
      'b.txt': FAULTY,
    });
    const {code, stderr, report} = await json(['.'], {cwd});
    expect(code).toBe(2);
    expect(stderr).toContain('big5.txt');
    expect(stderr).toContain('GB18030');
    expect(report.files.map(({path}) => path)).toEqual(['b.txt']);
    expect(report.problems).toMatchObject([{code: 'unreadable-file', path: 'big5.txt'}]);
  });

  test('a rule that throws: the other rules and files go on', async () => {
    const cwd = folder({
      'a.txt': FAULTY,
      'b.txt': FAULTY,
      'broken.mjs': `export default [{id: 'broken-rule', severity: 'error', basis: ['x'], summary: {zh: '坏', en: 'bad'}, defaults: {},
        messages: {}, check(article) { if (article.source.path.endsWith('a.txt')) throw new Error('Kaputt'); }}];`,
      'govlint.config.json': '{"plugins": ["./broken.mjs"], "rules": {"broken-rule": "error"}}',
    });
    const {code, report} = await json(['.'], {cwd});
    expect(code).toBe(2);
    const rules = report.files.map(({path, findings}) => [path, findings.map(({rule}) => rule).sort()]);
    expect(rules).toEqual([
      ['a.txt', ['internal-error', 'paired-marks']],
      ['b.txt', ['paired-marks']],
    ]);
    expect(report.files[0]!.findings.find(({rule}) => rule === 'internal-error')!.text).toMatch(/broken-rule.*Kaputt/);
  });

  test('an article in a format that is not read', async () => {
    const cwd = folder({'a.txt': CLEAN, '稿件.wps': 'x'});
    expect((await govlint(['check', '.'], {cwd})).stderr).toContain('.wps × 1');
    const {code, stderr} = await govlint(['check', '稿件.wps'], {cwd});
    expect(code).toBe(2);
    expect(stderr).toContain('稿件.wps');
  });
});

describe('paths', () => {
  test('names with brackets, spaces, signs and emoji are names, not patterns', async () => {
    const names = [
      '附件1(名单).txt',
      '[通知].txt',
      '!重要.txt',
      '春节 放假.txt',
      '#1？.txt',
      '〔2024〕3号.txt',
      '{a,b}.txt',
      '🎉*.txt',
    ];
    const cwd = folder(Object.fromEntries(names.map(name => [name, FAULTY])));
    for (const name of names) {
      const {report} = await json(['--', name], {cwd});
      expect(report.files.map(({path}) => path)).toEqual([name]);
    }
    const {report} = await json(['.'], {cwd});
    expect(report.files.map(({path}) => path).sort()).toEqual([...names].sort());
  });

  test('folders are walked in order, node_modules and .git are not, each file is checked once', async () => {
    const cwd = folder({
      'b.txt': CLEAN,
      'a/2.md': CLEAN,
      'a/1.txt': CLEAN,
      'node_modules/x.txt': FAULTY,
      '.git/y.txt': FAULTY,
    });
    const {report} = await json(['.', 'a', 'b.txt', '*.txt'], {cwd});
    expect(report.files.map(({path}) => path.replaceAll('\\', '/'))).toEqual(['a/1.txt', 'a/2.md', 'b.txt']);
  });

  test('loops of symbolic links end', async () => {
    const cwd = folder({'a/1.txt': CLEAN});
    symlinkSync('..', join(cwd, 'a', 'loop'), 'dir');
    symlinkSync(join(cwd, 'a'), join(cwd, 'again'), 'dir');
    const {code, report} = await json(['.'], {cwd});
    expect(code).toBe(0);
    expect(report.files.length).toBeGreaterThanOrEqual(1);
    expect(report.files.every(({path}) => path.endsWith('1.txt'))).toBe(true);
  });

  test('patterns', async () => {
    const cwd = folder({'稿件/一.md': CLEAN, '稿件/二/三.md': CLEAN, '稿件/四.txt': CLEAN});
    const {report} = await json(['稿件/**/*.md'], {cwd});
    expect(report.files.map(({path}) => path)).toEqual(['稿件/一.md', '稿件/二/三.md']);
  });

  test('an ignored file is said, not failed', async () => {
    const cwd = folder({'a.txt': CLEAN, '归档/旧.txt': FAULTY, 'govlint.config.json': '{"ignores": ["归档/**"]}'});
    expect((await json(['.'], {cwd})).report.files.map(({path}) => path)).toEqual(['a.txt']);
    const {code, stderr} = await govlint(['check', '归档/旧.txt', 'a.txt'], {cwd});
    expect(code).toBe(0);
    expect(stderr).toContain('归档/旧.txt');
  });
});

describe('input', () => {
  test('standard input, with the name it would have', async () => {
    const {code, report} = await json(['--stdin', '--stdin-filename', '稿件/新.md'], {input: FAULTY});
    expect(code).toBe(1);
    expect(report.files[0]).toMatchObject({
      path: '稿件/新.md',
      findings: [{rule: 'paired-marks', start: {line: 5, column: 14}}],
    });
  });

  test('--stdin without a name is a usage error', async () => {
    expect((await govlint(['check', '--stdin'], {input: FAULTY})).code).toBe(2);
  });

  test.each(['gb18030', 'utf-16le', 'utf-16be', 'utf-8'])('%s with CRLF gives the same places', async encoding => {
    const bytes = iconv.encode(FAULTY.replaceAll('\n', '\r\n'), encoding, {addBOM: encoding.startsWith('utf')});
    const {report} = await json(['a.txt'], {cwd: folder({'a.txt': bytes})});
    expect(report.files[0]!.findings).toMatchObject([{rule: 'paired-marks', start: {line: 5, column: 14}}]);
  });
});

describe('output', () => {
  test('a report of 400,000 lines arrives whole through a pipe', async () => {
    const line = '会上解读了窗口服务规范》，并现场答疑，请各单位认真抓好落实。\n';
    const cwd = folder({'long.txt': line.repeat(134_000)});
    const {code, stdout} = await govlint(
      ['check', 'long.txt', '--rule', 'duplicate-paragraphs=off', '--rule', 'required-metadata=off'],
      {cwd},
    );
    expect(code).toBe(1);
    expect(stdout.split('\n').length).toBeGreaterThan(400_000);
    expect(stdout.match(/paired-marks/g)!.length).toBe(134_000);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/134,?000/);
  });

  test('a reader that goes away ends the run without a word', async () => {
    const {spawnSync} = await import('node:child_process');
    const cwd = folder({'long.txt': FAULTY.repeat(20_000)});
    const bin = join(import.meta.dirname, '../../bin/run.js');
    const {stdout, stderr} = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${bin}" check long.txt --rule duplicate-paragraphs=off | head -1`],
      {cwd, encoding: 'utf8'},
    );
    expect(stdout).toContain('long.txt');
    expect(stderr).toBe('');
  });

  test('--output-file is written whole or not at all', async () => {
    const cwd = folder({'faulty.txt': FAULTY, 'out/old.json': 'old'});
    const {code, stdout} = await govlint(
      ['check', 'faulty.txt', '--format', 'sarif', '--output-file', 'out/old.json'],
      {cwd},
    );
    expect({code, stdout}).toEqual({code: 1, stdout: ''});
    expect(JSON.parse(readFileSync(join(cwd, 'out/old.json'), 'utf8')).version).toBe('2.1.0');
    expect(readdirSync(join(cwd, 'out'))).toEqual(['old.json']);
    const missing = await govlint(['check', 'faulty.txt', '-o', 'nowhere/report.txt'], {cwd});
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('nowhere');
  });

  test('colours only when asked for, and never with NO_COLOR', async () => {
    const cwd = folder({'faulty.txt': FAULTY});
    const sequence = '\u001b[';
    expect((await govlint(['check', 'faulty.txt'], {cwd})).stdout).not.toContain(sequence);
    expect((await govlint(['check', 'faulty.txt'], {cwd, env: {FORCE_COLOR: '1'}})).stdout).toContain(sequence);
    expect(
      (await govlint(['check', 'faulty.txt'], {cwd, env: {FORCE_COLOR: '1', NO_COLOR: '1'}})).stdout,
    ).not.toContain(sequence);
    expect((await govlint(['check', 'faulty.txt', '--no-color'], {cwd, env: {FORCE_COLOR: '1'}})).stdout).not.toContain(
      sequence,
    );
  });

  test.each([
    ['zh_CN.UTF-8', [], '错误'],
    ['en_US.UTF-8', [], 'error'],
    ['en_US.UTF-8', ['--lang', 'zh'], '错误'],
    ['zh_CN.UTF-8', ['--lang', 'en'], 'error'],
  ])('speaks the language of LANG=%s %j', async (LANG, args, word) => {
    const {stdout} = await govlint(['check', 'faulty.txt', ...args], {
      cwd: folder({'faulty.txt': FAULTY}),
      env: {LANG},
    });
    expect(stdout).toContain(word);
  });

  test('--quiet leaves warnings out of the report', async () => {
    const cwd = folder({'faulty.txt': FAULTY, 'warned.txt': WARNED});
    const {report} = await json(['.', '--quiet'], {cwd});
    expect(report.files.flatMap(({findings}) => findings.map(({severity}) => severity))).toEqual(['error']);
  });

  test('the original is never touched', async () => {
    const cwd = folder({'faulty.txt': FAULTY});
    await govlint(['check', 'faulty.txt'], {cwd});
    expect(readFileSync(join(cwd, 'faulty.txt'), 'utf8')).toBe(FAULTY);
  });
});

describe('hostile input', () => {
  test('a line of 20 MB, NUL bytes, an empty file, a folder named like a file', async () => {
    const cwd = folder({
      'huge.txt': '县政府召开会议，部署今年工作。'.repeat(1_400_000),
      'nul.txt': 'a\0b',
      'empty.txt': '',
    });
    mkdirSync(join(cwd, 'folder.txt'));
    writeFileSync(join(cwd, 'folder.txt', 'a.md'), CLEAN);
    const {code, report} = await json(['.'], {cwd});
    expect(code).toBe(2);
    expect(report.problems).toMatchObject([{code: 'unreadable-file', path: 'nul.txt'}]);
    expect(report.files.map(({path}) => path.replaceAll('\\', '/'))).toEqual([
      'empty.txt',
      'folder.txt/a.md',
      'huge.txt',
    ]);
  });
});
