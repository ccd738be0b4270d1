import {describe, expect, test} from 'vitest';
import {FAULTY, folder, govlint} from '../helpers/cli.js';

const OFF = '{"rules": {"paired-marks": "off"}}';

async function found(files: Record<string, string>, args = ['.']) {
  const cwd = folder({'a.txt': FAULTY, ...files});
  const {code, stdout, stderr} = await govlint(['check', '--format', 'json', ...args], {cwd});
  const report = JSON.parse(stdout) as {
    files: Array<{path: string; findings: Array<{rule: string; severity: string}>}>;
  };
  const findings = Object.fromEntries(
    report.files.map(({path, findings}) => [path.replaceAll('\\', '/'), findings.map(f => `${f.rule} ${f.severity}`)]),
  );
  return {code, stderr, findings};
}

describe('where a configuration may stand', () => {
  test.each([
    ['govlint.config.json', OFF],
    ['govlint.config.yaml', 'rules:\n  paired-marks: off\n'],
    ['govlint.config.yml', 'rules:\n  paired-marks: "off"\n'],
    ['govlint.config.js', 'module.exports = {rules: {"paired-marks": "off"}};'],
    ['govlint.config.mjs', 'export default {rules: {"paired-marks": "off"}};'],
    ['.govlintrc', OFF],
    ['.govlintrc.json', OFF],
    ['.govlintrc.yaml', 'rules: {paired-marks: "off"}'],
    ['package.json', `{"name": "x", "govlint": ${OFF}}`],
  ])('%s', async (name, content) => {
    expect(await found({[name]: content})).toEqual({code: 0, stderr: '', findings: {'a.txt': []}});
  });

  test('the nearest one upward counts, for each file by itself', async () => {
    const files = {'govlint.config.json': OFF, '科/govlint.config.json': '{"rules": {"paired-marks": "note"}}'};
    const {findings} = await found({...files, '科/组/b.txt': FAULTY});
    expect(findings).toEqual({'a.txt': [], '科/组/b.txt': ['paired-marks note']});
  });

  test('--config takes the place of it', async () => {
    const {findings} = await found({'govlint.config.json': OFF, 'other.json': '{}'}, [
      'a.txt',
      '--config',
      'other.json',
    ]);
    expect(findings).toEqual({'a.txt': ['paired-marks error']});
  });
});

describe('what a configuration may say', () => {
  test('options, overrides by glob, later ones win, the command line over all', async () => {
    const config = JSON.stringify({
      rules: {'paired-marks': 'warning', 'required-metadata': ['error', {fields: ['title', 'documentNumber']}]},
      overrides: [
        {files: '通知/**', rules: {'paired-marks': 'off'}},
        {files: ['*.md'], rules: {'required-metadata': 'off'}},
      ],
    });
    const files = {'govlint.config.json': config, '通知/b.txt': FAULTY, 'c.md': FAULTY};
    expect((await found(files)).findings).toEqual({
      'a.txt': ['required-metadata error', 'paired-marks warning'],
      'c.md': ['paired-marks warning'],
      '通知/b.txt': ['required-metadata error'],
    });
    expect((await found(files, ['a.txt', '--rule', 'paired-marks=note'])).findings).toEqual({
      'a.txt': ['required-metadata error', 'paired-marks note'],
    });
  });

  test('extends: presets and paths, in order', async () => {
    const strict = await found({
      'govlint.config.json': '{"extends": ["govlint:strict", "./own.yaml"]}',
      'own.yaml': 'rules: {paired-marks: note}',
    });
    expect(strict.findings).toEqual({'a.txt': ['paired-marks note']});
  });

  test.each([
    ['an unknown key', '{"rule": {}}', 'rules'],
    ['an unknown rule', '{"rules": {"paired-mark": "off"}}', 'paired-marks'],
    ['an unknown option', '{"rules": {"required-metadata": ["error", {"field": []}]}}', 'fields'],
    ['a value of the wrong kind', '{"rules": {"required-metadata": ["error", {"fields": "title"}]}}', 'fields'],
    [
      'a pattern that is none',
      '{"rules": {"required-metadata": ["error", {"fields": [{"name": "一审", "pattern": "("}]}]}}',
      '不是正确的正则表达式',
    ],
    [
      'a key of an article type that is none',
      '{"rules": {"required-metadata": ["error", {"types": {"会议纪要": {"field": []}}}]}}',
      '会议纪要',
    ],
    ['an unknown severity', '{"rules": {"paired-marks": "loud"}}', 'paired-marks'],
    ['an unknown preset', '{"extends": "govlint:recomended"}', 'govlint:recommended'],
    ['a file that is not there', '{"extends": "./none.json"}', 'none.json'],
    ['no JSON', '{"rules": ', '第 1 行'],
    ['a plugin that does not load', '{"plugins": ["./none.mjs"]}', 'none.mjs'],
  ])('%s: exit 2, named, and the rest is checked', async (_, config, named) => {
    const {code, stderr, findings} = await found({'govlint.config.json': config});
    expect(code).toBe(2);
    expect(stderr).toContain('govlint.config.json');
    expect(stderr).toContain(named);
    expect(findings['a.txt']).toContain('paired-marks error');
  });

  test('a configuration that extends itself ends', async () => {
    const {code, stderr} = await found({
      'govlint.config.json': '{"extends": "./b.json"}',
      'b.json': '{"extends": "./govlint.config.json"}',
    });
    expect(code).toBe(2);
    expect(stderr).toContain('b.json');
  });
});

describe('--print-config', () => {
  test('shows what applies to a file', async () => {
    const cwd = folder({
      '通知/a.txt': FAULTY,
      'govlint.config.json':
        '{"overrides": [{"files": "通知/**", "rules": {"required-metadata": ["warning", {"time": "require"}]}}]}',
    });
    const {code, stdout} = await govlint(['check', '--print-config', '通知/a.txt'], {cwd});
    expect(code).toBe(0);
    const printed = JSON.parse(stdout) as {rules: Record<string, unknown>};
    expect(printed.rules['required-metadata']).toEqual([
      'warning',
      {type: 'auto', types: {}, fields: ['title', 'source', 'date'], time: 'require', tags: 'optional'},
    ]);
    expect(stdout).toContain('govlint.config.json');
  });
});
