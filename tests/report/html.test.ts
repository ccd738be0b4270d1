import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {type DefaultTreeAdapterMap, type ParserError, parse} from 'parse5';
import {describe, expect, test} from 'vitest';
import type {Finding} from '../../src/core/finding.js';
import {defineRule, type Severity} from '../../src/core/rule.js';
import type {BlockView, FileResult, Mark, Problem} from '../../src/core/run.js';
import {reportHtml} from '../../src/report/html.js';
import {CLEAN, FAULTY, folder, govlint} from '../helpers/cli.js';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['childNode'];

const HOSTILE = '</p></mark><script>alert(1)</script><img src=x onerror=alert(2)>&amp;"\'`😀\u001b[31m<!--';
const rule = defineRule({
  id: 'test<rule>"&',
  severity: 'error',
  basis: ['GB/T 15834-2011 4.8.2', `《细则》<b>"第一条"`],
  summary: {zh: `规则${HOSTILE}`, en: 'rule'},
  defaults: {},
  messages: {wrong: {zh: '错了：{what}', en: 'wrong: {what}'}},
  url: 'javascript:alert(3)',
  check() {},
});

function finding(severity: Severity = 'error', parts: Partial<Finding> = {}): Finding {
  const start = {line: 1, column: 1, offset: 0};
  const excerpt = {text: `前${HOSTILE}后`, column: 1};
  const data = {what: HOSTILE};
  return {
    rule: rule.id,
    message: 'wrong',
    data,
    severity,
    path: 'a',
    start,
    end: start,
    excerpt,
    fingerprint: '1',
    ...parts,
  };
}

const mark = (start: number, end: number, index: number): Mark => ({start, end, finding: index});
const block = (text: string, ...marks: Mark[]): BlockView => ({role: 'paragraph', text, marks});

async function page(files: readonly FileResult[], problems: readonly Problem[] = [], language: 'zh' | 'en' = 'zh') {
  async function* each() {
    yield* files;
  }
  const run = {files: each(), rules: new Map([[rule.id, rule]]), problems};
  let html = '';
  for await (const chunk of reportHtml(run, {language, color: false, width: 80, version: '1.2.3'})) html += chunk;
  return read(html);
}

/** Reads a page with a parser of its own, and finds elements. */
function read(html: string) {
  const errors: ParserError[] = [];
  const root = parse(html, {onParseError: error => errors.push(error)});
  const elements: Element[] = [];
  const walk = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      elements.push(node);
      walk(node.childNodes);
    }
  };
  walk(root.childNodes);
  const find = (test: (element: Element) => boolean) => elements.filter(test);
  return {
    html,
    errors,
    elements,
    tags: (name: string) => find(({tagName}) => tagName === name),
    classed: (name: string) => find(element => (attribute(element, 'class') ?? '').split(' ').includes(name)),
    byId: (id: string) => find(element => attribute(element, 'id') === id),
  };
}

function attribute({attrs}: Element, name: string): string | undefined {
  return attrs.find(attr => attr.name === name)?.value;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Paragraphs of the articles' texts. */
const paragraphs = ({classed}: ReturnType<typeof read>) =>
  classed('text').flatMap(({childNodes}) => childNodes.filter((node): node is Element => 'tagName' in node));

describe('what stands in an article, a name or a rule is data', () => {
  const files = [
    {
      path: `稿件/${HOSTILE}.txt`,
      findings: [
        finding('error'),
        finding('note', {related: [{message: 'wrong', data: {what: HOSTILE}, ...points(), path: HOSTILE}]}),
      ],
      blocks: [block(HOSTILE, mark(2, 9, 0))],
    },
    {path: `干净${HOSTILE}`, findings: [], blocks: [block(HOSTILE)]},
  ];
  const problems = [{code: 'unreadable-file', path: HOSTILE, message: {zh: HOSTILE, en: HOSTILE}}];

  function points() {
    const at = {line: 2, column: 3, offset: 4};
    return {start: at, end: at};
  }

  test('no element and no attribute comes from it', async () => {
    const read = await page(files, problems);
    expect(read.errors).toEqual([]);
    expect(read.tags('script')).toHaveLength(1);
    expect(read.tags('style')).toHaveLength(1);
    expect(read.tags('img')).toEqual([]);
    const attributes = read.elements.flatMap(({attrs}) => attrs);
    expect(attributes.filter(({name}) => name.startsWith('on') || name === 'style' || name === 'src')).toEqual([]);
    const addresses = attributes.filter(({name}) => name === 'href').map(({value}) => value);
    expect(addresses.filter(address => !/^#[fm]\d+-\d+$|^#files$|^data:,$/.test(address))).toEqual([]);
  });

  test('it is all shown, control characters as pictures', async () => {
    const read = await page(files, problems);
    const shown = HOSTILE.replace('\u001b', '\u241b');
    expect(paragraphs(read).map(textOf)).toEqual([shown]);
    expect(read.tags('h2').map(textOf)).toContain(`稿件/${shown}.txt`);
    expect(textOf(read.classed('problems')[0]!)).toContain(`${shown}: ${shown}`);
    expect(textOf(read.classed('clean')[0]!)).toContain(`干净${shown}`);
    expect(read.classed('words').map(textOf)).toEqual([`错了：${shown}`, `错了：${shown}`]);
    for (const about of read.classed('about'))
      expect(textOf(about)).toContain('依据：GB/T 15834-2011 4.8.2；《细则》<b>"第一条"');
  });

  test('the policy lets in the page’s own script and style alone', async () => {
    const read = await page(files);
    const policy = read.tags('meta').find(meta => attribute(meta, 'http-equiv') === 'Content-Security-Policy')!;
    const content = attribute(policy, 'content')!;
    const hash = (name: string) =>
      `'sha256-${createHash('sha256')
        .update(textOf(read.tags(name)[0]!))
        .digest('base64')}'`;
    expect(content.split('; ')).toEqual([
      "default-src 'none'",
      'img-src data:',
      `style-src ${hash('style')}`,
      `script-src ${hash('script')}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    expect(textOf(read.tags('script')[0]!)).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|fetch/,
    );
  });
});

describe('marks', () => {
  test('overlapping ones are cut at every edge, the gravest on top', async () => {
    const findings = [finding('note'), finding('error')];
    const read = await page([{path: 'a', findings, blocks: [block('甲乙丙丁戊己', mark(1, 4, 0), mark(3, 5, 1))]}]);
    expect(read.tags('mark').map(element => [attribute(element, 'class'), textOf(element)])).toEqual([
      ['note', '乙丙'],
      ['error', '丁'],
      ['error', '戊'],
    ]);
    expect(paragraphs(read).map(textOf)).toEqual(['甲乙丙丁戊己']);
  });

  test('an empty one is a caret before its character, at the end too', async () => {
    const findings = [finding(), finding('warning')];
    const read = await page([{path: 'a', findings, blocks: [block('甲乙', mark(1, 1, 0), mark(2, 2, 1))]}]);
    expect(read.tags('mark')).toEqual([]);
    const paragraph = paragraphs(read)[0]!;
    const shown = paragraph.childNodes.map(node =>
      'tagName' in node ? `[${attribute(node, 'data-at')}]` : textOf(node),
    );
    expect(shown).toEqual(['甲', '[0]', '乙', '[1]']);
  });

  test('one that runs over blocks has one place and goes on in the next', async () => {
    const blocks = [block('甲乙', mark(1, 2, 0)), block('丙丁', mark(0, 1, 0))];
    const read = await page([{path: 'a', findings: [finding()], blocks}]);
    expect(read.byId('m0-0')).toHaveLength(1);
    expect(read.tags('mark').map(textOf)).toEqual(['乙', '丙']);
  });

  test('one that ends inside a character takes all of it', async () => {
    const read = await page([{path: 'a', findings: [finding()], blocks: [block('甲😀乙😀', mark(2, 5, 0))]}]);
    expect(read.tags('mark').map(textOf)).toEqual(['😀乙😀']);
  });

  test('a finding and its place lead to each other; one without a place shows its line', async () => {
    const findings = [finding(), finding('note')];
    const read = await page([{path: 'a', findings, blocks: [block('甲乙', mark(0, 1, 0))]}]);
    expect(attribute(read.byId('f0-0')[0]!, 'href')).toBe('#m0-0');
    expect(attribute(read.byId('m0-0')[0]!, 'href')).toBe('#f0-0');
    expect(attribute(read.byId('f0-1')[0]!, 'href')).toBeUndefined();
    expect(read.classed('quoted').map(textOf)).toEqual([expect.stringMatching(/^原文：前<\/p>/)]);
  });

  test('suppressed findings are counted and not listed', async () => {
    const findings = [finding('error', {suppressed: {}}), finding('note')];
    const read = await page([{path: 'a', findings, blocks: [block('甲乙', mark(0, 1, 0), mark(1, 2, 1))]}]);
    expect(read.tags('mark').map(textOf)).toEqual(['乙']);
    expect(attribute(read.byId('m0-0')[0]!, 'class')).toBe('place note');
    expect(textOf(read.classed('lead')[0]!)).toBe(
      '检查了 1 个文件，发现 1 个问题。 另有 1 个问题已用注释屏蔽，没有列出。',
    );
  });

  test('whatever the marks, the text stays as it is and every id is there once', async () => {
    const marks = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), {maxLength: 6});
    const blocks = fc.array(fc.tuple(fc.string({unit: 'grapheme', minLength: 1, maxLength: 12}), marks), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(blocks, async drawn => {
        const findings: Finding[] = [];
        const views = drawn.map(([text, ranges]) =>
          block(
            text,
            ...ranges.map(([a, b]) => {
              const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
              return mark(start, end, findings.push(finding((['error', 'warning', 'note'] as const)[a % 3])) - 1);
            }),
          ),
        );
        const read = await page([{path: 'a', findings: findings.length > 0 ? findings : [finding()], blocks: views}]);
        expect(paragraphs(read).map(textOf)).toEqual(drawn.map(([text]) => text));
        const ids = read.elements.flatMap(element => attribute(element, 'id') ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        const links = read.elements
          .flatMap(element => attribute(element, 'href') ?? [])
          .filter(href => /^#[fm]/.test(href));
        expect(links.filter(href => !ids.includes(href.slice(1)))).toEqual([]);
      }),
      {numRuns: 60},
    );
  });

  test('many nested ones in a long paragraph take room in proportion to their number', async () => {
    const length = async (count: number) => {
      const findings = Array.from({length: count}, () => finding());
      const marks = findings.map((_, index) => mark(index, 2 * count - index, index));
      const {html} = await page([{path: 'a', findings, blocks: [block('字'.repeat(2 * count), ...marks)]}]);
      return html.length;
    };
    const [small, twice, fourTimes] = [await length(500), await length(1_000), await length(2_000)];
    expect((fourTimes - twice) / (twice - small)).toBeLessThan(2.2);
  });
});

describe('the overview', () => {
  test('counts by severity and by rule, the rule with most findings first', async () => {
    const others = [finding('warning', {rule: 'other'}), finding('warning', {rule: 'other'}), finding('error')];
    const read = await page([{path: 'a', findings: others, blocks: []}]);
    expect(read.classed('severities').map(textOf)).toEqual([expect.stringMatching(/1 错误2 警告0 提示$/)]);
    expect(read.tags('b').map(textOf)).toEqual(['1', '2', '0', '2', '1']);
    expect(read.classed('name').map(textOf)).toEqual(['other', expect.stringContaining('test<rule>"&')]);
    const options = read.tags('option').map(option => [attribute(option, 'value'), textOf(option)]);
    expect(options.slice(0, 2)).toEqual([
      ['', '全部规则'],
      ['0', 'other'],
    ]);
  });

  test('comes behind the files in the document, so that they stream', async () => {
    let asked = 0;
    async function* files() {
      for (; asked < 3; asked++)
        yield {path: `${asked}.txt`, findings: [finding()], blocks: [block('字'.repeat(20_000))]};
    }
    const run = {files: files(), rules: new Map(), problems: []};
    const askedAt: number[] = [];
    for await (const chunk of reportHtml(run, {language: 'zh', color: false, width: 80, version: '1'}))
      if (chunk.includes('class="file"')) askedAt.push(asked);
    expect(askedAt).toEqual([0, 1, 2]);
  });

  test('lists a thousand clean files and counts the others', async () => {
    const clean = Array.from({length: 1_002}, (_, index) => ({path: `${index}.txt`, findings: []}));
    const text = textOf((await page(clean)).classed('clean')[0]!);
    expect(text).toContain('没有问题的文件 1002 个');
    expect(text).toContain('999.txt');
    expect(text).not.toContain('1000.txt');
    expect(text).toContain('还有 2 个没有列出。');
  });

  test('says when texts are left out, and keeps every finding', async () => {
    const long = {findings: [finding()], blocks: [block('字'.repeat(33_000_000), mark(0, 1, 0))]};
    const run = {
      files: (async function* () {
        yield {path: 'a', ...long};
        yield {path: 'b', ...long};
      })(),
      rules: new Map([[rule.id, rule]]),
      problems: [],
    };
    let rest = '';
    for await (const chunk of reportHtml(run, {language: 'en', color: false, width: 80, version: '1'}))
      if (chunk.length < 1_000_000) rest += chunk;
      else rest += chunk.slice(-500);
    expect(rest).toContain('the text of 1 file is left out');
    expect(rest).toMatch(/id="file1".*[\s\S]*id="f1-0" tabindex/);
  });
});

describe('of the command', () => {
  test('Chinese, English, and exit codes as ever', async () => {
    const cwd = folder({'稿件/a b.txt': FAULTY, 'c.txt': CLEAN});
    const {stdout, code} = await govlint(['check', '.', '-f', 'html'], {cwd});
    expect(code).toBe(1);
    const chinese = read(stdout);
    expect(chinese.errors).toEqual([]);
    expect(attribute(chinese.tags('html')[0]!, 'lang')).toBe('zh-CN');
    expect(paragraphs(chinese).map(textOf)).toEqual(FAULTY.trimEnd().split(/\n+/));
    expect(textOf(chinese.classed('about')[0]!)).toMatch(/^5:14 paired-marks 依据：GB\/T 15834-2011 4\.8\.2；/);
    const english = read((await govlint(['check', '.', '-f', 'html', '--lang', 'en'], {cwd})).stdout);
    expect(attribute(english.tags('html')[0]!, 'lang')).toBe('en');
    expect(textOf(english.classed('lead')[0]!)).toBe('2 files checked: 1 finding.');
  });

  test('a clean run says so, without charts', async () => {
    const clean = read((await govlint(['check', '.', '-f', 'html'], {cwd: folder({'c.txt': CLEAN})})).stdout);
    expect(textOf(clean.classed('lead')[0]!)).toBe('检查了 1 个文件，没有发现问题。');
    expect(clean.tags('svg')).toEqual([]);
  });
});
