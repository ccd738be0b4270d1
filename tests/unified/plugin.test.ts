import {retext} from 'retext';
import {VFile} from 'vfile';
import {describe, expect, test} from 'vitest';
import pairedMarks from '../../rules/paired-marks.js';
import requiredMetadata from '../../rules/required-metadata.js';
import {defineRule} from '../../src/core/rule.js';
import {plugins, toPlugin} from '../../src/unified/plugin.js';
import {FAULTY} from '../helpers/cli.js';

describe('a rule as a unified-lint-rule plugin', () => {
  test('reports through the file, with its rule id and place', async () => {
    const file = await retext()
      .use(plugins['paired-marks']!)
      .process(new VFile({path: '稿件.txt', value: FAULTY}));
    expect(
      file.messages.map(({line, column, source, ruleId, fatal}) => ({line, column, source, ruleId, fatal})),
    ).toEqual([{line: 5, column: 14, source: 'govlint', ruleId: 'paired-marks', fatal: false}]);
    expect(file.messages[0]!.reason).toContain('《');
  });

  test('takes a severity and options, and speaks English', async () => {
    const plugin = toPlugin(requiredMetadata, {language: 'en'});
    const file = await retext()
      .use(plugin, ['error', {fields: ['title', 'documentNumber']}])
      .process(FAULTY);
    expect(file.messages).toHaveLength(1);
    expect(file.messages[0]!.reason).toMatch(/^Missing document number: expected/);
    expect(file.messages[0]!.fatal).toBe(true);
  });

  test('can be switched off', async () => {
    const file = await retext().use(toPlugin(pairedMarks), false).process(FAULTY);
    expect(file.messages).toEqual([]);
  });

  test('a rule that throws says so by its name', async () => {
    const broken = defineRule({
      id: 'broken-rule',
      severity: 'error',
      basis: ['x'],
      summary: {zh: '坏', en: 'bad'},
      defaults: {},
      messages: {},
      check() {
        throw new Error('Kaputt');
      },
    });
    const file = await retext().use(toPlugin(broken)).process(FAULTY);
    expect(file.messages.map(({reason}) => reason)).toEqual([expect.stringMatching(/broken-rule.*Kaputt/)]);
  });
});
