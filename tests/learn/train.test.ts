import {readdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {retext} from 'retext';
import {describe, expect, test} from 'vitest';
import {table} from '../../rules/data/missing-clause-punctuation.js';
import rule from '../../rules/missing-clause-punctuation.js';
import {Configs} from '../../src/config/load.js';
import {type GapModel, missingMarks, modelFrom} from '../../src/core/gap-model.js';
import {packTable, unpackTable} from '../../src/core/gap-table.js';
import type {Problem} from '../../src/core/run.js';
import {parseArticle} from '../../src/engine/read.js';
import {lint} from '../../src/index.js';
import {paragraphsOf} from '../../src/learn/paragraphs.js';
import {Recall} from '../../src/learn/recall.js';
import {Seen} from '../../src/learn/seen.js';
import {type TrainOptions, train} from '../../src/learn/train.js';
import {toPlugin} from '../../src/unified/plugin.js';
import {TEA, TEA_GAP, teaArchive} from '../helpers/archive.js';
import {check} from '../helpers/check.js';
import {folder} from '../helpers/cli.js';

const shipped = modelFrom(table);
const ARTICLES = 60;

function options(cwd: string, more: Partial<TrainOptions> = {}): TrainOptions {
  return {
    cwd,
    corpus: '茶讯',
    output: join(cwd, 'site.model'),
    base: {model: shipped, digest: 'shipped'},
    configs: new Configs({cwd}),
    version: '1.0.0',
    force: false,
    saveEvery: 3600,
    signal: new AbortController().signal,
    progress() {},
    resumed() {},
    problem() {},
    notice() {},
    ...more,
  };
}

function scoreAt(model: GapModel, text: string, at: number): number {
  return missingMarks(model, text, -100).find(gap => gap.at === at)?.score ?? Number.NEGATIVE_INFINITY;
}

describe('a model adapted to an archive', () => {
  test('finds a mark missing in the words of the archive, and other marks as before', async () => {
    const cwd = folder(teaArchive(ARTICLES));
    const trained = await train(options(cwd));
    expect(trained).toMatchObject({files: ARTICLES, unread: 0});
    expect(trained!.taken).toBeGreaterThan(1000);
    const bytes = readFileSync(join(cwd, 'site.model'));
    const adapted = unpackTable(bytes);
    expect(scoreAt(shipped, TEA, TEA_GAP)).toBeLessThan(0);
    expect(scoreAt(adapted, TEA, TEA_GAP)).toBeGreaterThan(3);

    const general = '要严格落实安全生产责任制坚决遏制重特大事故发生，切实保障人民群众生命财产安全。';
    expect(Math.abs(scoreAt(adapted, general, 12) - scoreAt(shipped, general, 12))).toBeLessThan(1);
    expect(adapted.slots.length).toBe(shipped.slots.length);

    const found = async (model: Uint8Array | string) =>
      (await check('a.txt', TEA, [rule], {threshold: 3, noteThreshold: 3, model})).map(({start}) => start.column - 1);
    expect(await found('')).toEqual([]);
    expect(await found(bytes)).toEqual([TEA_GAP]);

    const file = await retext()
      .use(toPlugin(rule), ['warn', {threshold: 3, model: bytes}])
      .process(TEA);
    expect(file.messages.map(({column}) => column! - 1)).toEqual([TEA_GAP]);

    const settings = {[rule.id]: ['warning', {model: 'site.model'}]} as const;
    const refused = await lint(TEA, {rules: settings});
    expect(refused.filter(finding => finding.rule === 'internal-error').map(({data}) => data.reason)).toEqual([
      expect.stringContaining('only a configuration file may name a file'),
    ]);
    expect(readdirSync(cwd).sort()).toEqual(['site.model', '茶讯']);
  });

  test('is the same, byte for byte, wherever the archive lies and however often the run was interrupted', async () => {
    const whole = folder(teaArchive(ARTICLES));
    await train(options(whole));
    const bytes = readFileSync(join(whole, 'site.model'));
    const cwd = folder(teaArchive(ARTICLES));
    let runs = 0;
    for (;;) {
      // Each run ends at its first or second chance, and the next one goes on from there.
      const controller = new AbortController();
      let seen = 0;
      const progress = () => {
        if (++seen > 15 + 30 * (runs % 3)) controller.abort();
      };
      runs++;
      if (await train(options(cwd, {signal: controller.signal, progress}))) break;
      expect(readdirSync(cwd).sort()).toEqual(['site.model.state', '茶讯']);
    }
    expect(runs).toBeGreaterThan(3);
    expect(Buffer.compare(readFileSync(join(cwd, 'site.model')), bytes)).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(['site.model', '茶讯']);
  });

  test('learns what the archive repeats once', async () => {
    const files = teaArchive(3);
    const [name, text] = Object.entries(files)[0]!;
    const copies = Object.fromEntries(
      Array.from({length: 20}, (_, index) => [`茶讯/又${index}.txt`, text.replaceAll('4', String(index % 10))]),
    );
    const once = await train(options(folder({[name]: text})));
    const often = await train(options(folder({[name]: text, ...copies})));
    expect(once!.repeated).toBe(0);
    expect(often!.repeated).toBeGreaterThan(60);
    expect(often!.characters).toBe(once!.characters);
  });

  test('reads a large text in parts, and says what it cannot read', async () => {
    const text = Object.values(teaArchive(200))
      .map(article =>
        article
          .split('\n')
          .filter(line => line.includes('。'))
          .join('\n'),
      )
      .join('\n');
    const problems: Problem[] = [];
    const cwd = folder({'茶讯/全年.txt': text, '茶讯/坏.docx': 'PK', '茶讯/说明.pdf': ''});
    const notices: string[] = [];
    const trained = await train(
      options(cwd, {
        problem: problem => problems.push(problem),
        notice: ({kind, path}) => notices.push(`${kind} ${path}`),
      }),
    );
    expect(trained).toMatchObject({files: 2, unread: 1});
    expect(problems.map(({code, path}) => [code, path])).toEqual([['unreadable-file', join('茶讯', '坏.docx')]]);
    expect(notices).toEqual([`other-format ${join('茶讯', '说明.pdf')}`]);
    // All of it is learned, the parts held out apart; a line lies in one part alone.
    expect(trained!.paragraphs + trained!.heldOutParagraphs).toBeGreaterThan(900);
    expect(trained!.characters + trained!.heldOutCharacters).toBeGreaterThan(0.95 * text.length);
    expect(trained!.characters).toBeLessThan(text.length);
    expect(trained!.recall!.after[0]).toBeGreaterThan(trained!.recall!.before[0]!);
  });

  test('an archive without prose is refused', async () => {
    const cwd = folder({'茶讯/a.txt': '茶园修剪\n\n沟渠清淤\n'});
    await expect(train(options(cwd))).rejects.toThrow('holds no paragraphs');
    expect(readdirSync(cwd)).toEqual(['茶讯']);
    await expect(train(options(cwd, {corpus: '没有'}))).rejects.toThrow('holds no paragraphs');
  });
});

describe('what is there already', () => {
  /** A run that ended at once, so that its state is there. */
  async function interrupted(): Promise<string> {
    const cwd = folder(teaArchive(ARTICLES));
    expect(await train(options(cwd, {signal: AbortSignal.abort()}))).toBeUndefined();
    return cwd;
  }

  test('an output is not overwritten unasked', async () => {
    const cwd = folder({...teaArchive(1), 'site.model': 'mine'});
    await expect(train(options(cwd))).rejects.toThrow('--force');
    expect(readFileSync(join(cwd, 'site.model'), 'utf8')).toBe('mine');
    await train(options(cwd, {force: true}));
    expect(() => unpackTable(readFileSync(join(cwd, 'site.model')))).not.toThrow();
  });

  test('a place that cannot be written to is refused before anything is read', async () => {
    const cwd = folder(teaArchive(1));
    await expect(train(options(cwd, {output: join(cwd, '茶讯')}))).rejects.toThrow('is a folder');
    await expect(train(options(cwd, {output: join(cwd, '没有', 'site.model')}))).rejects.toThrow('no folder');
  });

  test('a state of other articles, another table or another version is not gone on from', async () => {
    const cwd = await interrupted();
    await expect(train(options(cwd, {version: '2.0.0'}))).rejects.toThrow('another run');
    await expect(train(options(cwd, {base: {model: shipped, digest: 'other'}}))).rejects.toThrow('another run');
    utimesSync(join(cwd, '茶讯', '000.txt'), 1, 1);
    await expect(train(options(cwd))).rejects.toThrow('another run');
    expect(await train(options(cwd, {force: true}))).toMatchObject({files: ARTICLES});
  });

  test('a damaged state is named', async () => {
    const cwd = await interrupted();
    const state = join(cwd, 'site.model.state');
    const bytes = readFileSync(state);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(state, bytes);
    await expect(train(options(cwd))).rejects.toThrow('is damaged');
    writeFileSync(state, 'x');
    await expect(train(options(cwd))).rejects.toThrow('is damaged');
  });
});

describe('the file', () => {
  const bytes = packTable({slots: new Uint8Array([7, 1]), choices: new Int8Array(4), bias: 0});
  const changed = (at: number) => {
    const copy = bytes.slice();
    copy[at]! ^= 1;
    return copy;
  };

  test('survives being packed', () => {
    expect(unpackTable(bytes)).toEqual({slots: new Uint8Array([7, 1]), choices: new Int8Array(4), bias: 0});
  });

  test.each([
    ['no table', new Uint8Array(0), 'no model'],
    ['text', new TextEncoder().encode('一个一个一个一个一个一个一个一个'), 'no model'],
    ['another version', changed(16), 'another version'],
    ['other features', changed(20), 'another version'],
    ['a wrong byte', changed(bytes.length - 1), 'damaged'],
    ['cut short', bytes.subarray(0, bytes.length - 1), 'damaged'],
  ])('%s is refused', (_, wrong, message) => {
    expect(() => unpackTable(wrong)).toThrow(message);
  });
});

test('paragraphs to learn from have their marks and are mostly Chinese', async () => {
  const prose = '连日来，白鹤塘村组织村民开展茶园修剪、坡地盖草等农活，山里一派忙碌。';
  const long = prose.repeat(200);
  const others = ['没有标点的一长串文字'.repeat(12).concat('，完'), 'A, B, C，'.repeat(10), '短，句。'];
  const text = ['茶事忙', '来源：青山县茶业站', prose, ...others, long].join('\n\n');
  const article = await parseArticle('a.txt', () => new TextEncoder().encode(text));
  const found = paragraphsOf(article);
  expect(found[0]).toBe(prose);
  expect(found.slice(1).join('')).toBe(long);
  expect(Math.max(...found.map(({length}) => length))).toBeLessThanOrEqual(2000);
  expect(found.every(part => part.endsWith('。'))).toBe(true);
});

test('texts are seen before when they differ in their digits alone', () => {
  const seen = new Seen();
  expect(seen.has('增长7.3%')).toBe(false);
  expect(seen.add('增长7.3%')).toBe(true);
  expect(seen.add('增长5.1%')).toBe(false);
  expect(seen.add('增长15.1%')).toBe(true);
  const texts = Array.from({length: 5000}, (_, index) => `第${String.fromCharCode(0x4e00 + index)}段`);
  expect(texts.filter(text => seen.add(text)).length).toBe(5000);
});

test('recall is counted as lists of scores would give it', () => {
  const recall = new Recall();
  recall.untouched[3000] = 5;
  recall.untouched[2500] = 5;
  recall.removed[3500] = 30;
  recall.removed[2800] = 20;
  recall.removed[2000] = 50;
  // 10,000 characters: ten reports let all ten gaps be reported, three and one none.
  expect(recall.found(10_000)).toEqual([100, 30, 30]);
  expect(recall.found(5000)).toEqual([50, 30, 30]);
});
