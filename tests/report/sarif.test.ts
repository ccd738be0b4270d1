import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import type {Log, Result} from 'sarif';
import {describe, expect, test} from 'vitest';
import {rules} from '../../rules/index.js';
import {CLEAN, FAULTY, folder, govlint, WARNED} from '../helpers/cli.js';

const schema = JSON.parse(readFileSync(new URL('sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8')) as object;
const valid = new AjvDraft04.default({strict: false, validateFormats: false, unicodeRegExp: false}).compile(schema);

const SUPPRESSED = `# 青山县整理碑刻\n\n来源：青山县文物所　发布时间：2024-05-20 09:00\n\n<!-- govlint-disable-next-line paired-marks -- 照录 -->\n碑文写着：“植此嘉木，以荫后人。\n`;

async function sarif(files: Record<string, string | Uint8Array>, args: readonly string[] = ['.']) {
  const cwd = folder(files);
  const {stdout, code} = await govlint(['check', '--format', 'sarif', ...args], {cwd});
  const log = JSON.parse(stdout) as Log;
  expect(valid(log), JSON.stringify(valid.errors)).toBe(true);
  expect(log.runs).toHaveLength(1);
  return {code, cwd, run: log.runs[0]!, results: log.runs[0]!.results ?? []};
}

function regionOf(result: Result) {
  return result.locations![0]!.physicalLocation!.region;
}

describe('SARIF', () => {
  test('a finding has its words, rule, level, place, fingerprint and fix', async () => {
    const {run, results} = await sarif({'a.txt': FAULTY});
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(results).toHaveLength(1);
    const [result] = results;
    expect(result).toMatchObject({
      ruleId: 'paired-marks',
      level: 'error',
      partialFingerprints: {'govlint/v1': expect.stringMatching(/^\S{8,}$/)},
      suppressions: [],
      fixes: [{artifactChanges: [{replacements: [{insertedContent: {text: '《'}}]}]}],
      relatedLocations: [{message: {text: expect.stringContaining('》')}}],
    });
    expect(result!.message.text).toContain('《');
    expect(regionOf(result!)).toMatchObject({startLine: 5, startColumn: 14, endLine: 5, endColumn: 14});
    expect(run.tool.driver.rules![result!.ruleIndex!]!.id).toBe('paired-marks');
  });

  test('every rule is described, with help and its clauses', async () => {
    const {run} = await sarif({'a.txt': CLEAN});
    const described = run.tool.driver.rules!;
    expect(described.map(({id}) => id).sort()).toEqual(rules.map(({id}) => id).sort());
    for (const rule of described) {
      expect(rule.help!.markdown, rule.id).toContain('##');
      expect(rule.name!.toLowerCase(), rule.id).not.toBe(rule.id);
      expect(JSON.stringify(rule.properties), rule.id).toContain(rules.find(({id}) => id === rule.id)!.basis[0]!);
    }
  });

  test('paths are relative, percent-encoded and lead back to the file', async () => {
    const names = ['稿件/【通知】春节 放假.txt', '附件1(名单).txt', 'a#b%20c?.txt', '😀〔2024〕.txt'];
    const {results, cwd} = await sarif(Object.fromEntries(names.map(name => [name, FAULTY])));
    const uris = results.map(result => result.locations![0]!.physicalLocation!.artifactLocation!.uri!);
    for (const uri of uris) expect(uri).toMatch(/^[\w./%~()!*'-]+$/);
    expect(uris.map(uri => decodeURIComponent(uri)).sort()).toEqual([...names].sort());
    expect(readFileSync(join(cwd, decodeURIComponent(uris[0]!)), 'utf8')).toBe(FAULTY);
  });

  test('fingerprints stay when lines above move, and differ from each other', async () => {
    const twice = `${FAULTY}\n另外解读了服务清单》。\n`;
    const before = await sarif({'a.txt': twice});
    const after = await sarif({'a.txt': twice.replace('\n\n会上', '\n\n新增的一段。\n\n会上')});
    const prints = (results: readonly Result[]) => results.map(result => result.partialFingerprints!['govlint/v1']);
    expect(prints(after.results)).toEqual(prints(before.results));
    expect(new Set(prints(before.results)).size).toBe(2);
  });

  test('a suppressed finding is there as such, with its reason, and fails nothing', async () => {
    const {code, results} = await sarif({'a.md': SUPPRESSED});
    expect(code).toBe(0);
    expect(results).toMatchObject([{suppressions: [{kind: 'inSource', justification: '照录'}]}]);
  });

  test('what could not be checked is a notification, and the run did not succeed', async () => {
    const {code, run} = await sarif({'a.txt': WARNED, 'b.txt': 'x\0y'}, ['.', '不存在.txt']);
    expect(code).toBe(2);
    const [invocation] = run.invocations!;
    expect(invocation!.executionSuccessful).toBe(false);
    const text = decodeURIComponent(JSON.stringify(invocation!.toolExecutionNotifications));
    expect(text).toContain('b.txt');
    expect(text).toContain('不存在.txt');
  });

  test('more results than GitHub takes: the rest is counted, in the log and on stderr', async () => {
    const long = '会上解读了服务清单》。\n'.repeat(25_100);
    const cwd = folder({'a.txt': long});
    const args = [
      'check',
      '.',
      '--format',
      'sarif',
      '--rule',
      'duplicate-paragraphs=off',
      '--rule',
      'required-metadata=off',
    ];
    const {stdout, stderr, code} = await govlint(args, {cwd});
    const [run] = (JSON.parse(stdout) as Log).runs;
    expect(code).toBe(1);
    expect(run!.results).toHaveLength(25_000);
    expect(stderr).toMatch(/^govlint: .*100/);
    expect(run!.invocations).toMatchObject([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [{level: 'warning', message: {text: expect.stringContaining('100')}}],
      },
    ]);
  });

  test('a run without findings succeeds', async () => {
    const {code, run, results} = await sarif({'a.txt': CLEAN});
    expect({code, results}).toEqual({code: 0, results: []});
    expect(run.invocations).toMatchObject([{executionSuccessful: true, toolExecutionNotifications: []}]);
  });
});
