import {execFileSync} from 'node:child_process';
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import iconv from 'iconv-lite';
import {describe, expect, test} from 'vitest';
import {CLEAN, FAULTY, folder, govlint} from '../helpers/cli.js';

/** A real repository. */
function repository(files: Record<string, string | Uint8Array> = {}) {
  const cwd = folder(files);
  const git = (...args: string[]) => execFileSync('git', args, {cwd, encoding: 'utf8', stdio: 'pipe'});
  git('init', '-q');
  git('config', 'user.email', 'editor@example.com');
  git('config', 'user.name', 'editor');
  git('config', 'core.autocrlf', 'false');
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(cwd, name)), {recursive: true});
    writeFileSync(join(cwd, name), content);
  };
  const commit = () => {
    git('add', '-A');
    git('commit', '-qm', 'x');
  };
  return {cwd, git, write, commit};
}

async function checked(args: string[], cwd: string) {
  const {code, stdout, stderr} = await govlint(['check', '--format', 'json', ...args], {cwd});
  const {files} = JSON.parse(stdout) as {files: Array<{path: string; findings: Array<{start: {line: number}}>}>};
  return {
    code,
    stderr,
    files: Object.fromEntries(files.map(({path, findings}) => [path, findings.map(f => f.start.line)])),
  };
}

describe('--staged', () => {
  const names = ['附件1(名单).txt', '稿件/【通知】春节 放假.md', '#说明.md', '-x.txt', '稿件/a"b.txt', '😀.txt'].filter(
    name => process.platform !== 'win32' || !name.includes('"'),
  );

  test('names of every kind, in a repository without a commit', async () => {
    const {cwd, git} = repository(Object.fromEntries(names.map(name => [name, FAULTY])));
    git('add', '-A');
    const {code, files} = await checked(['--staged'], cwd);
    expect(code).toBe(1);
    expect(files).toEqual(Object.fromEntries(names.map(name => [name, [5]])));
  });

  test('what is staged is checked, not what lies in the folder', async () => {
    const {cwd, git, write} = repository({'a.txt': FAULTY, 'b.txt': CLEAN});
    git('add', '-A');
    write('a.txt', CLEAN);
    write('b.txt', FAULTY);
    write('c.txt', FAULTY);
    expect((await checked(['--staged'], cwd)).files).toEqual({'a.txt': [5], 'b.txt': []});
  });

  test('only what changed; deleted files, links and code are left alone; ignored files without a word', async () => {
    const {cwd, git, write, commit} = repository({'old.txt': FAULTY, 'gone.txt': FAULTY, '归档/a.txt': FAULTY});
    commit();
    write('归档/a.txt', `${FAULTY}\n`);
    write('govlint.config.json', '{"ignores": ["归档/**"]}');
    write('src/code.ts', 'x');
    write('new.txt', iconv.encode(FAULTY, 'gb18030'));
    if (process.platform !== 'win32') symlinkSync('old.txt', join(cwd, 'link.txt'));
    git('add', '-A');
    git('rm', '-q', 'gone.txt');
    expect(await checked(['--staged'], cwd)).toEqual({code: 1, stderr: '', files: {'new.txt': [5]}});
  });

  test('nothing staged passes', async () => {
    const {cwd, commit} = repository({'a.txt': FAULTY});
    commit();
    expect(await checked(['--staged'], cwd)).toEqual({code: 0, stderr: '', files: {}});
  });

  test('from a folder below, paths count from there, and paths keep to what is named', async () => {
    const {cwd, git} = repository({'a.txt': FAULTY, '科/b.txt': FAULTY, '科/c.txt': FAULTY});
    git('add', '-A');
    expect((await checked(['--staged'], join(cwd, '科'))).files).toEqual({'../a.txt': [5], 'b.txt': [5], 'c.txt': [5]});
    expect((await checked(['--staged', 'b.txt'], join(cwd, '科'))).files).toEqual({'b.txt': [5]});
  });

  test('files that cannot be decoded are named, large ones are read whole', async () => {
    const {cwd, git} = repository({
      'nul.txt': 'x\0y',
      'large.txt': FAULTY + '县政府召开会议，部署今年工作。\n'.repeat(20_000),
      'z.txt': FAULTY,
    });
    git('add', '-A');
    const {code, stderr, files} = await checked(['--staged', '--rule', 'duplicate-paragraphs=off'], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('nul.txt');
    expect(files).toEqual({'large.txt': [5], 'z.txt': [5]});
  });

  test('outside a repository', async () => {
    const {code, stdout, stderr} = await govlint(['check', '--staged'], {
      cwd: folder({'a.txt': FAULTY}),
      env: {GIT_CEILING_DIRECTORIES: '/'},
    });
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toMatch(/^govlint: git 出错：not a git repository/);
  });
});

describe('--diff and --since', () => {
  const TWO = `${FAULTY}\n另外解读了服务清单》。\n`;

  test('--diff: only changed lines, and new files whole', async () => {
    const {cwd, write, commit} = repository({'a.txt': TWO, '旧.txt': FAULTY});
    commit();
    write('a.txt', TWO.replace('另外', '会议另外'));
    write('稿件/新 稿.txt', FAULTY);
    expect((await checked(['--diff'], cwd)).files).toEqual({'a.txt': [7], '稿件/新 稿.txt': [5]});
  });

  test('--staged --diff: only staged lines', async () => {
    const {cwd, git, write, commit} = repository({'a.txt': TWO});
    commit();
    write('a.txt', TWO.replace('另外', '会议另外'));
    git('add', '-A');
    write('a.txt', TWO.replace('会上', '会议上'));
    expect((await checked(['--staged', '--diff'], cwd)).files).toEqual({'a.txt': [7]});
  });

  test('a line taken out makes the lines around it count', async () => {
    const {cwd, write, commit} = repository({'a.txt': CLEAN});
    commit();
    write('a.txt', CLEAN.replace(/来源.*\n\n/, ''));
    expect((await checked(['--diff'], cwd)).files).toEqual({'a.txt': [1]});
  });

  test('--since: from where the branches parted', async () => {
    const {cwd, git, write, commit} = repository({'a.txt': CLEAN});
    commit();
    git('branch', '-M', 'main');
    git('checkout', '-qb', 'draft');
    write('b.txt', FAULTY);
    commit();
    git('checkout', '-q', 'main');
    write('a.txt', FAULTY);
    commit();
    git('checkout', '-q', 'draft');
    expect((await checked(['--since', 'main'], cwd)).files).toEqual({'b.txt': [5]});
    const unknown = await govlint(['check', '--since', 'none'], {cwd});
    expect(unknown).toMatchObject({code: 2, stdout: ''});
    expect(unknown.stderr).toContain('none');
  });

  test('a file that is binary to git counts whole', async () => {
    const {cwd, write, commit} = repository({'a.txt': iconv.encode(TWO, 'utf-16le', {addBOM: true})});
    commit();
    write('a.txt', iconv.encode(TWO.replace('另外', '会议另外'), 'utf-16le', {addBOM: true}));
    expect((await checked(['--diff'], cwd)).files).toEqual({'a.txt': [5, 7]});
  });
});
