import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {GFM, parser as markdown} from '@lezer/markdown';
import Ajv from 'ajv';
import {XMLParser, XMLValidator} from 'fast-xml-parser';
import {describe, expect, test} from 'vitest';
import {FAULTY, folder, govlint} from '../helpers/cli.js';

/** A name and a text with everything that breaks formats; astral characters, markup, control sequences. */
const NAME = '稿件/a&b<c>"d\'|`*_[x](y)😀,:%0A::error::\u001b[31m.txt';
const TEXT = FAULTY.replace('会上', '会<b>&amp;"😀|`*[x](y)\u001b[31m::error::上').replace('2024年办', '20<i>&"年办');
const files = {[NAME]: TEXT};
const hostile = process.platform === 'win32' ? {} : files;

/** The rules on forms of marks have their own to say about such a text. */
const ONE_RULE = ['--rule', 'quotation-form=off', '--rule', 'halfwidth-punctuation=off'];

async function report(format: string, args: readonly string[] = []) {
  const cwd = folder({...hostile, 'b.txt': FAULTY, 'nul.txt': 'x\0y'});
  const {stdout, code} = await govlint(['check', '.', '--format', format, ...ONE_RULE, ...args], {cwd});
  expect(code).toBe(2);
  return stdout;
}

function readXml(text: string) {
  expect(XMLValidator.validate(text)).toBe(true);
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: name => ['file', 'error', 'testsuite', 'testcase'].includes(name),
    processEntities: true,
    trimValues: false,
  }).parse(text);
}

/** What XML 1.0 can hold of a name. */
const shown = NAME.replace('\u001b', '\ufffd');

describe('reports for other programs, with hostile names and texts', () => {
  test('checkstyle', async () => {
    const {checkstyle} = readXml(await report('checkstyle'));
    expect(checkstyle.file.map((file: {name: string}) => file.name).sort()).toEqual(['b.txt', 'nul.txt', shown].sort());
    const {error} = checkstyle.file.find((file: {name: string}) => file.name === shown);
    expect(error).toMatchObject([{line: '5', severity: 'error', source: 'govlint.paired-marks'}]);
    expect(error[0].message).toContain('20<i>&');
  });

  test('junit', async () => {
    const {testsuites} = readXml(await report('junit'));
    const byName = Object.fromEntries(testsuites.testsuite.map((suite: {name: string}) => [suite.name, suite]));
    expect(byName[shown]).toMatchObject({tests: '1', failures: '1', errors: '0'});
    expect(byName[shown].testcase[0].failure.message).toContain('20<i>&');
    expect(byName['nul.txt']).toMatchObject({tests: '1', failures: '0', errors: '1'});
  });

  test('gitlab', async () => {
    const entries = JSON.parse(await report('gitlab')) as Array<{fingerprint: string; location: {path: string}}>;
    // What GitLab documents as required of an entry.
    const schema = {
      type: 'array',
      items: {
        type: 'object',
        required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
        properties: {
          severity: {enum: ['info', 'minor', 'major', 'critical', 'blocker']},
          location: {
            required: ['path', 'lines'],
            properties: {lines: {required: ['begin'], properties: {begin: {type: 'integer', minimum: 1}}}},
          },
        },
      },
    };
    const ajv = new Ajv.default();
    expect(ajv.validate(schema, entries), JSON.stringify(ajv.errors)).toBe(true);
    expect(entries.map(({location}) => location.path).sort()).toEqual(['b.txt', 'nul.txt', NAME].sort());
    expect(new Set(entries.map(({fingerprint}) => fingerprint)).size).toBe(3);
  });

  test('rdjson: columns count bytes of UTF-8', async () => {
    const {diagnostics} = JSON.parse(await report('rdjson')) as {
      diagnostics: Array<{location: {path: string; range?: {start: {line: number; column: number}}}}>;
    };
    const line = Buffer.from(FAULTY.split('\n')[4]!);
    const own = diagnostics.find(({location}) => location.path === 'b.txt')!;
    const {column} = own.location.range!.start;
    expect(line.subarray(column - 1).toString()).toMatch(/^2024年办/);
    expect(diagnostics).toHaveLength(3);
  });

  test('github: every line is one command or plain text, and says no more than it should', async () => {
    const lines = (await report('github')).trimEnd().split('\n');
    expect(lines.filter(line => line.startsWith('::error file='))).toHaveLength(2);
    for (const line of lines)
      expect(line.match(/::error|::warning|::notice/g) ?? []).toHaveLength(
        line.includes('nul.txt') || line.startsWith('::') ? 1 : 0,
      );
  });

  test('github: findings beyond the limit of annotations stay in the log, with a summary', async () => {
    const many = FAULTY + Array.from({length: 30}, (_, i) => `第${i}次解读了服务清单》。\n`).join('');
    const {stdout} = await govlint(['check', '.', '--format', 'github'], {cwd: folder({'a.txt': many})});
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter(line => line.startsWith('::error'))).toHaveLength(9);
    expect(lines.filter(line => line.startsWith('a.txt:'))).toHaveLength(22);
    expect(lines.at(-1)).toMatch(/^::notice .*22/);
  });

  test('markdown: text of an article is no markup', async () => {
    const text = await report('markdown');
    const names: string[] = [];
    const rows: number[] = [];
    markdown
      .configure(GFM)
      .parse(text)
      .iterate({
        enter: ({name, node}) => {
          names.push(name);
          if (name === 'TableRow') rows.push(node.getChildren('TableCell').length);
        },
      });
    expect(names.filter(name => /Link|HTML|Image|Emphasis|Code|URL/.test(name))).toEqual([]);
    expect(rows).toEqual([4, 4]);
  });

  test('compact: a line each', async () => {
    const lines = (await report('compact')).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines).toContainEqual(expect.stringMatching(/^b\.txt:5:14: error: .*\[paired-marks\]$/));
    for (const line of lines) expect(line).not.toMatch(/[\u0000-\u001f]/);
  });
});

describe('several reports of one run', () => {
  test('one to standard output, the others to files', async () => {
    const cwd = folder({'a.txt': FAULTY});
    const {stdout, code} = await govlint(
      ['check', 'a.txt', '-f', 'compact', '-f', 'sarif:out.sarif', '-f', 'junit:out.xml'],
      {cwd},
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.txt:5:14: /);
    expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
    expect(XMLValidator.validate(readFileSync(join(cwd, 'out.xml'), 'utf8'))).toBe(true);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'out.sarif', 'out.xml']);
  });

  test('two to one place are refused before anything is checked', async () => {
    const cwd = folder({'a.txt': FAULTY});
    expect(await govlint(['check', '-f', 'text', '-f', 'json'], {cwd})).toMatchObject({code: 2, stdout: ''});
    expect(await govlint(['check', '-f', 'text:x', '-f', 'json:x'], {cwd})).toMatchObject({code: 2, stdout: ''});
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });

  test('a reporter of one’s own, by its module', async () => {
    const own = `export default async function* (run, {version}) {
      for await (const {path, findings} of run.files) yield path + ' ' + findings.map(({rule}) => rule) + '\\n';
      yield version + ' ' + run.rules.size + '\\n';
    }`;
    const {stdout} = await govlint(['check', 'a.txt', '-f', './own.mjs'], {
      cwd: folder({'a.txt': FAULTY, 'own.mjs': own}),
    });
    expect(stdout).toMatch(/^a\.txt paired-marks\n\d+\.\d+\.\d+ \d+\n$/);
  });
});
