import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {table} from '../../rules/data/missing-clause-punctuation.js';
import rule from '../../rules/missing-clause-punctuation.js';
import {encode, FEATURES, gapFeatures, isMark} from '../../src/core/gap-features.js';
import {
  forEachGap,
  missingMarks,
  modelFrom,
  packModel,
  scoreOf,
  scorerOf,
  unpackModel,
} from '../../src/core/gap-model.js';
import type {AnyRule} from '../../src/core/rule.js';
import {parseArticle} from '../../src/engine/read.js';
import {createChecker} from '../../src/unified/processor.js';
import {check, message, place} from '../helpers/check.js';
import {ruleTester} from '../helpers/rule-tester.js';

const UNMARKED = '全区要坚持以人民为中心的发展思想，全面贯彻落实党中央国务院决策部署，扎实做好各项工作。';
const MARKED = '全区要坚持以人民为中心的发展思想，全面贯彻落实党中央、国务院决策部署，扎实做好各项工作。';

ruleTester(rule, {
  valid: [
    {
      name: 'sentences with their marks',
      text: `${MARKED}\n要严格落实安全生产责任制，坚决遏制重特大事故发生，切实保障人民群众生命财产安全。`,
    },
    {
      name: 'the name of a document',
      text: '会议学习了《关于严格落实安全生产责任制坚决遏制重特大事故发生的意见》，部署了下一步工作。',
    },
    {
      name: 'a short quotation',
      text: '活动以“加快数字政府建设推动政务服务网上办”为主题，吸引了三百多名群众参加。',
    },
    {
      name: 'a headline',
      text: '要严格落实安全生产责任制坚决遏制重特大事故发生\n\n望河区召开会议，部署安全生产工作。',
    },
    {
      name: 'a table',
      path: 'a.md',
      text: '| 任务 | 单位 |\n| --- | --- |\n| 要严格落实安全生产责任制坚决遏制重特大事故发生，排查隐患。 | 应急局 |\n',
    },
    {name: 'thresholds that nothing reaches', text: UNMARKED, options: {threshold: 50, noteThreshold: 50}},
  ],
  invalid: [
    {
      text: UNMARKED,
      findings: [{at: '1:27', message: 'missing', severity: 'warning', fixed: MARKED}],
    },
    {
      name: 'half-width marks',
      text: '今年以来,龙塘县积极推进农村人居环境整治,完善基础设施建设提升公共服务水平,群众满意度明显提高。',
      findings: [{at: '1:30', message: 'missing', severity: 'note'}],
    },
    {
      name: 'the same paragraph in a list',
      path: 'a.md',
      text: `# 要点\n\n- ${UNMARKED}\n`,
      findings: [{at: '3:29', message: 'missing', severity: 'warning'}],
    },
    {
      name: 'between the thresholds: a note',
      text: UNMARKED,
      options: {threshold: 50, noteThreshold: 3.5},
      findings: [{at: '1:27', message: 'missing', severity: 'note'}],
    },
    {
      name: 'a certain pattern counts whatever the thresholds',
      text: '望河区保障群众的知情权参与权，提升服务水平，得到群众好评。',
      options: {threshold: 50, noteThreshold: 50},
      findings: [{at: '1:12', message: 'missing', severity: 'warning'}],
    },
  ],
});

test('the message shows the text with the mark in its place', async () => {
  const [finding] = await check('a.txt', UNMARKED, [rule]);
  expect(`${place(finding!)} ${message(finding!)}`).toBe(
    '1:27-1:27 “彻落实党中央”之后缺少标点：应为“彻落实党中央、国务院决策部”',
  );
  expect(message(finding!, 'en')).toBe('Missing mark after `彻落实党中央`: expected `彻落实党中央、国务院决策部`');
});

describe('loading', () => {
  test('is awaited before the check, and its failure is a finding', async () => {
    const article = await parseArticle('a.txt', () => new TextEncoder().encode(UNMARKED));
    const order: string[] = [];
    const good = {
      ...rule,
      id: 'good',
      load: async () => {
        await new Promise(resolve => setTimeout(resolve, 5));
        order.push('load');
      },
      check: () => order.push('check'),
    };
    const bad = {...rule, id: 'bad', load: () => Promise.reject(new Error('no table'))};
    const active = [bad, good].map(entry => ({
      rule: entry as AnyRule,
      severity: 'warning' as const,
      options: rule.defaults,
    }));
    const findings = await createChecker(active).check(article);
    expect(order).toEqual(['load', 'check']);
    expect(findings.map(({rule: id, data}) => [id, data])).toEqual([
      ['internal-error', {rule: 'bad', reason: 'no table'}],
    ]);
  });
});

describe('the model', () => {
  let model: ReturnType<typeof modelFrom>;
  beforeAll(() => {
    model = modelFrom(table);
  });

  test('has features that mean what they meant in training', () => {
    // A table fits one set of templates: this number changes only together with the table.
    const encoded = encode('会议强调，各部门要加强协调配合形成合力，确保2025年任务完成。');
    const hashes = new Int32Array(FEATURES);
    const {end} = encoded;
    gapFeatures(encoded, 31, {previous: 20, beforePrevious: 15, next: 35, afterNext: end - 1}, hashes);
    expect(new Set(hashes).size).toBe(FEATURES);
    expect(hashes.reduce((sum, hash) => (Math.imul(sum, 31) + hash) | 0, 0)).toBe(126883063);
  });

  test('survives being packed', () => {
    const bytes = packModel(model);
    const again = unpackModel(bytes);
    expect(again.bias).toBe(model.bias);
    expect(Buffer.compare(again.slots, model.slots)).toBe(0);
    expect(Buffer.compare(Buffer.from(again.choices), Buffer.from(model.choices))).toBe(0);
    expect(again.network!.vocabulary).toEqual(model.network!.vocabulary);
    for (const part of ['embeddings', 'hidden', 'output'] as const) {
      const [before, after] = [model.network![part], again.network![part]];
      const most = before.reduce((sum, weight) => Math.max(sum, Math.abs(weight)), 0);
      expect(after.length).toBe(before.length);
      expect(after.every((weight, index) => Math.abs(weight - before[index]!) <= most / 32767)).toBe(true);
    }
    expect(() => unpackModel(bytes.subarray(0, bytes.length - 1))).toThrow('not a table');
    expect(() => unpackModel(new Uint8Array(20))).toThrow('not a table');
  });

  test('without a network goes by its table alone', () => {
    const {network, ...table} = model;
    expect(network).toBeDefined();
    const alone = unpackModel(packModel(table));
    expect(alone.network).toBeUndefined();
    const encoded = encode(UNMARKED);
    const hashes = new Int32Array(FEATURES);
    const likely: Array<{at: number; score: number}> = [];
    forEachGap(
      encoded,
      index => {
        const score = scoreOf(model, hashes);
        if (score >= 2) likely.push({at: index - encoded.begin, score});
      },
      hashes,
    );
    expect(likely.length).toBeGreaterThan(0);
    expect(missingMarks(alone, UNMARKED, 2).map(({at}) => at)).toEqual(likely.map(({at}) => at));
    // The network hears the table, but has a word of its own.
    expect(missingMarks(model, UNMARKED, 2).map(({score}) => score)).not.toEqual(likely.map(({score}) => score));
  });

  test('gives up no gap by its near features that all features would report', () => {
    const text =
      '要加快数字政府建设推动政务服务网上办、掌上办，要提高政治站位加强协调配合，要严格落实责任制坚决遏制事故。'.repeat(
        3,
      );
    const least = 2;
    const hashes = new Int32Array(FEATURES);
    const encoded = encode(text);
    const final = scorerOf(model);
    const all: number[] = [];
    forEachGap(
      encoded,
      (index, neighbours) => {
        if (final(encoded, index, neighbours, scoreOf(model, hashes)) >= least) all.push(index - encoded.begin);
      },
      hashes,
    );
    expect(all.length).toBeGreaterThan(3);
    expect(missingMarks(model, text, least).map(({at}) => at)).toEqual(all);
  });

  test('finds gaps only between two characters that are no marks, in any text', () => {
    const unit = fc.constantFrom(...'全面落实责任制，。、；：“”《》（）12ab 　\u{20000}', '\ud840', '\udc00');
    fc.assert(
      fc.property(fc.array(unit, {maxLength: 60}), parts => {
        const text = parts.join('');
        for (const {at, mark} of missingMarks(model, text, -100)) {
          expect(at).toBeGreaterThan(0);
          expect(at).toBeLessThan(text.length);
          expect(isMark(text.charCodeAt(at - 1)) || isMark(text.charCodeAt(at))).toBe(false);
          expect(text.charCodeAt(at) & 0xfc00).not.toBe(0xdc00);
          expect('、，。；').toContain(mark);
        }
      }),
      {seed: 7, numRuns: 200},
    );
  });
});
