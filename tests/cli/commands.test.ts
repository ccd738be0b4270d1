import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {rules} from '../../rules/index.js';
import {CLEAN, folder, govlint} from '../helpers/cli.js';

describe('rules', () => {
  test('lists every rule with its severity', async () => {
    const {code, stdout} = await govlint(['rules']);
    expect(code).toBe(0);
    for (const {id, summary} of rules) {
      expect(stdout).toContain(id);
      expect(stdout).toContain(summary.zh);
    }
  });

  test('shows what the configuration makes of it', async () => {
    const {stdout} = await govlint(['rules', '--json'], {
      cwd: folder({'govlint.config.json': '{"rules": {"paired-marks": "note"}}'}),
    });
    const listed = JSON.parse(stdout) as Array<{id: string; severity: string}>;
    expect(listed.find(({id}) => id === 'paired-marks')!.severity).toBe('note');
  });
});

describe('explain', () => {
  test('prints the page of the rule', async () => {
    const {code, stdout} = await govlint(['explain', 'paired-marks']);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(new URL('../../rules/paired-marks.md', import.meta.url), 'utf8'));
  });

  test('suggests the rule that was meant', async () => {
    const {code, stderr} = await govlint(['explain', 'pared-marks']);
    expect(code).toBe(2);
    expect(stderr).toContain('是不是 paired-marks');
  });
});

describe('init', () => {
  test('writes a configuration that is valid and changes nothing', async () => {
    const cwd = folder({'a.txt': CLEAN});
    expect((await govlint(['init'], {cwd})).code).toBe(0);
    const config = readFileSync(join(cwd, 'govlint.config.yaml'), 'utf8');
    for (const {id} of rules) expect(config).toContain(`${id}: `);
    const {code, stderr} = await govlint(['check'], {cwd});
    expect({code, stderr}).toEqual({code: 0, stderr: ''});
  });

  test('leaves a file that is there alone', async () => {
    const cwd = folder({'govlint.config.yaml': 'rules: {}\n'});
    const {code, stderr} = await govlint(['init'], {cwd});
    expect(code).toBe(2);
    expect(stderr).toContain('--force');
    expect(readFileSync(join(cwd, 'govlint.config.yaml'), 'utf8')).toBe('rules: {}\n');
    writeFileSync(join(cwd, 'govlint.config.yaml'), 'x');
    expect((await govlint(['init', '--force'], {cwd})).code).toBe(0);
  });
});

describe('the command line', () => {
  test('without a command shows the help', async () => {
    const {code, stdout} = await govlint([]);
    expect(code).toBe(0);
    expect(stdout).toContain('check');
  });

  test('--version', async () => {
    const {version} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect((await govlint(['--version'])).stdout).toContain(`govlint/${version}`);
  });

  test.each([
    [['chek', 'a.txt'], 'govlint check'],
    [['稿件.txt'], 'govlint check 稿件.txt'],
    [['explian', 'x'], 'govlint explain'],
  ])('%j says what was meant', async (args, suggestion) => {
    const {code, stderr} = await govlint(args);
    expect(code).toBe(2);
    expect(stderr).toContain(suggestion);
  });

  test('--print-config shows severity and options', async () => {
    const cwd = folder({
      'govlint.config.json': JSON.stringify({overrides: [{files: '通知/**', rules: {'paired-marks': 'off'}}]}),
    });
    const inside = JSON.parse((await govlint(['check', '--print-config', '通知/一.md'], {cwd})).stdout);
    const outside = JSON.parse((await govlint(['check', '--print-config', '一.md'], {cwd})).stdout);
    expect(JSON.stringify(inside.rules['paired-marks'])).toContain('off');
    expect(JSON.stringify(outside.rules['paired-marks'])).toContain('error');
  });
});
