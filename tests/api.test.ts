import {describe, expect, test} from 'vitest';
import {defineConfig, defineRule, lint, messageOf, Source} from '../src/index.js';
import {CLEAN, FAULTY} from './helpers/cli.js';

const noSlogan = defineRule({
  id: 'office/no-slogan',
  severity: 'warning',
  basis: ['某县编辑规范 第三条'],
  summary: {zh: '标题不用感叹号', en: 'No exclamation mark in a headline'},
  defaults: {marks: '！'},
  messages: {found: {zh: '标题里的“{mark}”应删去', en: 'Unexpected `{mark}` in the headline'}},
  check(article, {options, report}) {
    for (const block of article.blocks) {
      if (block.role !== 'title') continue;
      [...block.normalized].forEach((mark, at) => {
        if (options.marks.includes(mark)) report(block, [at, at + 1], 'found', {data: {mark}});
      });
    }
  },
});

describe('lint', () => {
  test('a clean article has no findings', async () => {
    expect(await lint(CLEAN)).toEqual([]);
  });

  test('findings are plain JSON with exact places', async () => {
    const [finding, ...rest] = await lint(FAULTY);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'paired-marks',
      message: 'unopened',
      severity: 'error',
      path: 'article.txt',
      start: {line: 5, column: 14, offset: FAULTY.indexOf('2024年办')},
      end: {line: 5, column: 14},
      fix: {kind: 'suggested', edits: [{text: '《'}]},
    });
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
    expect(messageOf(finding!, 'en')).toBe(
      'Unexpected 》, expected 《 before it: add 《 before `2024年办`, or remove 》',
    );
  });

  test('settings, options and rules of plugins', async () => {
    const text = CLEAN.replace('义务植树活动', '义务植树活动！');
    expect(await lint(FAULTY, {rules: {'paired-marks': 'off'}})).toEqual([]);
    const findings = await lint(text, {plugins: [noSlogan], rules: {'office/no-slogan': 'error'}});
    expect(findings.map(({rule, severity, start}) => [rule, severity, start.line, start.column])).toEqual([
      ['office/no-slogan', 'error', 1, 12],
    ]);
    expect(messageOf(findings[0]!, 'zh', [noSlogan])).toBe('标题里的“！”应删去');
    expect(await lint(text, {plugins: [noSlogan], rules: {'office/no-slogan': ['error', {marks: '？'}]}})).toEqual([]);
  });

  test('a Source keeps its own path', async () => {
    const [finding] = await lint(new Source('稿件.md', FAULTY));
    expect(finding!.path).toBe('稿件.md');
  });

  test('mistakes are thrown', async () => {
    await expect(lint(CLEAN, {path: '稿件.wps'})).rejects.toThrow(TypeError);
    await expect(lint(CLEAN, {rules: {'paired-mark': 'off'}})).rejects.toThrow('unknown rule paired-mark');
    await expect(lint('---\ntitle: "未完\n---\n', {path: 'a.md'})).rejects.toThrow(/front matter/);
  });
});

test('defineConfig returns its argument', () => {
  const config = {rules: {'paired-marks': 'note' as const}};
  expect(defineConfig(config)).toBe(config);
});
