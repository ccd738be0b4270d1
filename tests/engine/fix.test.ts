import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import iconv from 'iconv-lite';
import {describe, expect, test} from 'vitest';
import {type AnyRule, defineRule} from '../../src/core/rule.js';
import {decode} from '../../src/engine/decode.js';
import {Fixer, type FixerOptions} from '../../src/engine/fix.js';
import {parseArticle} from '../../src/engine/read.js';
import {createChecker} from '../../src/unified/processor.js';
import {folder} from '../helpers/cli.js';

/** A rule that writes one text for another, wherever it stands. */
function replacing(found: string, expected: string, id = `no-${found}`): AnyRule {
  return defineRule({
    id,
    severity: 'warning',
    fix: 'safe',
    basis: ['x'],
    summary: {zh: '', en: ''},
    defaults: {},
    messages: {found: {zh: '', en: ''}},
    check(article, {report}) {
      for (const block of article.blocks) {
        for (let at = block.text.indexOf(found); at !== -1; at = block.text.indexOf(found, at + found.length)) {
          const range = [at, at + found.length] as const;
          report(block, range, 'found', {fix: [{range, text: expected}]});
        }
      }
    },
  });
}

async function fix(file: string, rules: readonly AnyRule[], options: FixerOptions = {kind: 'safe'}) {
  const checker = createChecker(rules.map(rule => ({rule, severity: 'warning' as const, options: {}})));
  const bytes = readFileSync(file);
  const article = await parseArticle(file, () => bytes);
  const fixer = new Fixer(options);
  const input = {path: file, absolute: file, bytes, article, findings: await checker.check(article)};
  const result = await fixer.fix(input, changed => checker.check(changed));
  return {...result, fixer, bytes: readFileSync(file)};
}

const DASH = [replacing('--', '——', 'no-dash')];
const BEFORE = '第一行的通知请各单位照办--有😀和𠮷\r\n\r\n第二行，\t“引文”--结束\r\n';
const AFTER = BEFORE.replaceAll('--', '——');

function utf16(text: string, big: boolean): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

describe('encodings and line ends stay', () => {
  test.each<[string, Buffer, Buffer]>([
    ['UTF-8, CRLF', Buffer.from(BEFORE), Buffer.from(AFTER)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${BEFORE}`), Buffer.from(`\ufeff${AFTER}`)],
    ['UTF-16 LE', utf16(BEFORE, false), utf16(AFTER, false)],
    ['UTF-16 BE', utf16(BEFORE, true), utf16(AFTER, true)],
    ['GB18030 with four-byte characters', iconv.encode(BEFORE, 'gb18030'), iconv.encode(AFTER, 'gb18030')],
    ['GBK', iconv.encode('会议--通知\r\n请照办--谢谢', 'gbk'), iconv.encode('会议——通知\r\n请照办——谢谢', 'gbk')],
    ['GB18030 with its mark', iconv.encode(`\ufeff${BEFORE}`, 'gb18030'), iconv.encode(`\ufeff${AFTER}`, 'gb18030')],
    ['mixed line ends', Buffer.from('甲--\n乙--\r丙\r\n\n'), Buffer.from('甲——\n乙——\r丙\r\n\n')],
  ])('%s', async (_, before, after) => {
    const file = join(folder({'a.txt': before}), 'a.txt');
    expect(decode(file, before).text).toContain('--');
    const {bytes, fixed, findings, article} = await fix(file, DASH);
    expect(bytes.toString('hex')).toBe(after.toString('hex'));
    expect({fixed, findings}).toEqual({fixed: 2, findings: []});
    expect(decode(file, bytes).text).toBe(article.source.text);
  });

  test('a character that the encoding lacks: that fix is left out, the others are made', async () => {
    const file = join(folder({'a.txt': iconv.encode('会议--通知：甲，请各单位照办', 'gbk')}), 'a.txt');
    const {bytes, fixed, findings, fixer} = await fix(file, [...DASH, replacing('甲', '𠮷')]);
    expect(iconv.decode(bytes, 'gbk')).toBe('会议——通知：甲，请各单位照办');
    expect({fixed, left: findings.map(({rule}) => rule)}).toEqual({fixed: 1, left: ['no-甲']});
    expect(fixer.notices.map(({zh}) => zh)).toEqual([expect.stringContaining('GBK 写不出“𠮷”')]);
  });
});

describe('the file', () => {
  test('keeps its mode', async () => {
    const file = join(folder({'a.txt': '甲--乙'}), 'a.txt');
    chmodSync(file, 0o640);
    await fix(file, DASH);
    expect(readFileSync(file, 'utf8')).toBe('甲——乙');
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test('behind a symbolic link is changed, the link stays', async () => {
    const cwd = folder({'sub/real.txt': '甲--乙'});
    const link = join(cwd, 'link.txt');
    symlinkSync('sub/real.txt', link);
    await fix(link, DASH);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readlinkSync(link)).toBe('sub/real.txt');
    expect(readFileSync(join(cwd, 'sub/real.txt'), 'utf8')).toBe('甲——乙');
    expect(readdirSync(join(cwd, 'sub'))).toEqual(['real.txt']);
  });

  test('is not written when there is nothing to fix', async () => {
    const file = join(folder({'a.txt': '甲——乙'}), 'a.txt');
    const {mtimeNs, ino} = statSync(file, {bigint: true});
    expect((await fix(file, DASH)).fixed).toBe(0);
    expect(statSync(file, {bigint: true})).toMatchObject({mtimeNs, ino});
  });

  test('that another program changes meanwhile stays as that program left it', async () => {
    const file = join(folder({'a.txt': '甲--乙'}), 'a.txt');
    const checker = createChecker(DASH.map(rule => ({rule, severity: 'warning' as const, options: {}})));
    const bytes = readFileSync(file);
    const article = await parseArticle(file, () => bytes);
    const found = await checker.check(article);
    writeFileSync(file, '别人写的');
    const fixer = new Fixer({kind: 'safe'});
    const result = await fixer.fix({path: 'a.txt', absolute: file, bytes, article, findings: found}, changed =>
      checker.check(changed),
    );
    expect(readFileSync(file, 'utf8')).toBe('别人写的');
    expect(result).toMatchObject({fixed: 0, findings: found});
    expect(fixer.problems).toMatchObject([{code: 'unwritable-file', path: 'a.txt'}]);
  });

  test('whose text was taken out of another format is refused', async () => {
    const file = join(folder({'a.txt': 'PK\u0003\u0004 something packed'}), 'a.txt');
    const bytes = readFileSync(file);
    const article = await parseArticle(file, () => Buffer.from('甲--乙'));
    const checker = createChecker(DASH.map(rule => ({rule, severity: 'warning' as const, options: {}})));
    const fixer = new Fixer({kind: 'safe'});
    const findings = await checker.check(article);
    expect(
      await fixer.fix({path: 'a.txt', absolute: file, bytes, article, findings}, a => checker.check(a)),
    ).toMatchObject({fixed: 0, findings});
    expect(readFileSync(file)).toEqual(bytes);
    expect(fixer.notices[0]!.zh).toContain('不能自动修复');
  });
});

describe('passes', () => {
  test('what one fix brings about is fixed too', async () => {
    const file = join(folder({'a.txt': '甲'}), 'a.txt');
    const {bytes, fixed} = await fix(file, [replacing('甲', '乙'), replacing('乙', '丙')]);
    expect([bytes.toString(), fixed]).toEqual(['丙', 2]);
  });

  test('fixes that contradict each other change nothing', async () => {
    const file = join(folder({'a.txt': '甲--'}), 'a.txt');
    const {bytes, fixed, fixer} = await fix(file, [...DASH, replacing('甲', '乙'), replacing('乙', '甲')]);
    expect([bytes.toString(), fixed]).toEqual(['甲--', 0]);
    expect(fixer.notices[0]!.en).toMatch(/contradict each other/);
  });

  test('a dry run changes nothing and gives both texts', async () => {
    const file = join(folder({'a.txt': '甲--乙'}), 'a.txt');
    const seen: string[] = [];
    const dryRun = (_path: string, before: string, after: string) => seen.push(before, after);
    const {bytes, findings, fixed, fixer} = await fix(file, DASH, {kind: 'safe', dryRun});
    expect(seen).toEqual(['甲--乙', '甲——乙']);
    expect([bytes.toString(), findings.length, fixed]).toEqual(['甲--乙', 1, 0]);
    expect([fixer.fixed, fixer.files]).toEqual([1, 1]);
  });

  test('Markdown: markup inside a range keeps a fix away, around it not', async () => {
    const file = join(folder({'a.md': '标题\n\n甲-**-乙**，**丙--丁**，戊\n'}), 'a.md');
    const {bytes, fixed} = await fix(file, DASH);
    expect([bytes.toString(), fixed]).toEqual(['标题\n\n甲-**-乙**，**丙——丁**，戊\n', 1]);
  });

  test('Markdown: a suppressed finding is not fixed', async () => {
    const text = '<!-- govlint-disable-next-line no-dash -->\n甲--乙\n\n丙--丁\n';
    const file = join(folder({'a.md': text}), 'a.md');
    const {bytes} = await fix(file, DASH);
    expect(bytes.toString()).toBe(text.replace('丙--丁', '丙——丁'));
  });
});

test('many fixes in one large line', async () => {
  const file = join(folder({'a.txt': '甲--乙'.repeat(20_000)}), 'a.txt');
  const {fixed, bytes} = await fix(file, DASH);
  expect(fixed).toBe(20_000);
  expect(bytes.toString()).toBe('甲——乙'.repeat(20_000));
});
