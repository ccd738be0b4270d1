import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {strToU8, zipSync} from 'fflate';
import {describe, expect, test} from 'vitest';
import {annotate} from '../../src/annotate/index.js';
import {parseArticle} from '../../src/engine/read.js';
import {UnreadableError} from '../../src/formats/format.js';
import {docx, p, pack, parts} from '../helpers/docx.js';

const WORD = {
  docx: readFileSync(new URL('../fixtures/word/d16.docx', import.meta.url)),
  doc: readFileSync(new URL('../fixtures/word/news.doc', import.meta.url)),
};
const BODY = p('青山县举办龙舟赛');

async function refused(bytes: Uint8Array, path = 'a.docx'): Promise<string> {
  const error: unknown = await parseArticle(path, () => bytes).then(
    () => new Error('it was read'),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(UnreadableError);
  return (error as UnreadableError).text.zh;
}

describe('what is no Word document', () => {
  test.each([
    ['empty', '', '已经损坏'],
    ['text', '青山县举办龙舟赛', '已经损坏'],
    ['RTF', '{\\rtf1\\ansi', '内容却是 RTF'],
    ['a page', '<html><body>', '内容却是 HTML/XML'],
    ['a page with a mark', '\ufeff<!DOCTYPE html>', '内容却是 HTML/XML'],
    ['a page of Word’s', 'MIME-Version: 1.0', '内容却是 HTML/XML'],
  ])('%s', async (_, content, words) => {
    expect(await refused(strToU8(content), 'a.doc')).toContain(words);
  });

  test('an archive of something else', async () => {
    expect(await refused(zipSync({'a.txt': strToU8('x')}))).toContain('已经损坏');
  });

  test.each(['a.wps', 'a.WPS', 'a.rtf', 'a.odt'])('%s: how to save it as .docx', async path => {
    expect(await refused(new Uint8Array(), path)).toMatch(/另存为.*\.docx/);
  });

  test('a PDF', async () => {
    expect(await refused(new Uint8Array(), 'a.pdf')).toContain('原稿');
  });
});

describe('bombs', () => {
  test('a part packed tighter than text is', async () => {
    const bomb = pack({...parts(BODY), 'word/document.xml': `${' '.repeat(60_000_000)}`});
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(bomb)).toContain('压缩炸弹');
  });

  test('parts that are not read may be large', async () => {
    const article = await parseArticle('a.docx', () =>
      pack({...parts(BODY), 'word/media/a.bmp': new Uint8Array(9_000_000)}),
    );
    expect(article.blocks).toHaveLength(1);
  });

  test('more parts than any document has', async () => {
    const many = Object.fromEntries(Array.from({length: 10_001}, (_, index) => [`word/${index}.xml`, '']));
    expect(await refused(pack({...parts(BODY), ...many}))).toContain('压缩炸弹');
  });

  test('more paragraphs than any document has', async () => {
    expect(await refused(docx('<w:p/>'.repeat(200_001)))).toContain('压缩炸弹');
  });

  test('a size that lies: no more is unpacked than it says', async () => {
    const bytes = docx(p('青山县'.repeat(2000)));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const name = strToU8('word/document.xml');
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      if (name.every((byte, index) => bytes[at + 46 + index] === byte)) view.setUint32(at + 24, 100, true);
    }
    expect(await refused(bytes)).toContain('已经损坏');
  });

  test('entities that multiply are not resolved', async () => {
    const xml = parts('')['word/document.xml']!.replace(
      '<w:document',
      '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document',
    );
    expect(
      await refused(pack({...parts(''), 'word/document.xml': xml.replace('<w:sectPr/>', `${p('')}&b;`)})),
    ).toContain('已经损坏');
  });

  test('elements nested deeper than any stack', async () => {
    expect(await refused(docx('<w:sdt>'.repeat(100_000)))).toContain('已经损坏');
  });
});

describe('damage', () => {
  test.each([['docx'], ['doc']] as const)('2,000 changed copies of a .%s are read or refused in words', async kind => {
    const original = WORD[kind];
    const place = fc.integer({min: 0, max: original.length - 1});
    const change = fc.tuple(
      fc.constantFrom('set', 'cut', 'drop', 'double'),
      place,
      fc.integer({min: 0, max: 255}),
      fc.integer({min: 1, max: 64}),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 4}), async changes => {
        let bytes = Uint8Array.from(original);
        for (const [what, at, value, length] of changes) {
          if (what === 'set') bytes.fill(value, at, at + length);
          else if (what === 'cut') bytes = bytes.slice(0, at + 1);
          else if (what === 'drop') bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
          else bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(Math.max(0, at - length))]);
        }
        try {
          const {source, blocks} = await parseArticle(`a.${kind}`, () => bytes);
          for (const {span} of blocks) expect(span[1]).toBeLessThanOrEqual(source.text.length);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableError);
        }
      }),
      {numRuns: 2000},
    );
  });

  test('markup in any order is read or refused in words, and a copy with comments is again a document', async () => {
    const piece = fc.constantFrom(
      ...[
        '<w:p>',
        '</w:p>',
        '<w:p/>',
        '<w:r>',
        '</w:r>',
        '<w:t>',
        '</w:t>',
        '甲，',
        '“',
        '&amp;',
        '\r\n',
        '<w:tab/>',
        '<w:br/>',
      ],
      ...[
        '<w:tbl>',
        '<w:tr>',
        '<w:tc>',
        '</w:tc>',
        '</w:tr>',
        '</w:tbl>',
        '<w:del>',
        '</w:del>',
        '<w:pPr>',
        '</w:pPr>',
        '<w:pPr/>',
      ],
      ...[
        '<w:rPr><w:b/></w:rPr>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:txbxContent>',
        '</w:txbxContent>',
        '<w:ruby>',
        '</w:ruby>',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, {maxLength: 40}), fc.nat(60), fc.nat(10), async (pieces, start, length) => {
        const bytes = docx(balanced(pieces));
        const {source} = await parseArticle('a.docx', () => bytes);
        const range = {start: Math.min(start, source.text.length), end: Math.min(start + length, source.text.length)};
        const copy = annotate(
          bytes,
          [
            {...range, text: ['注']},
            {start: 0, end: 0, text: ['注']},
          ],
          SIGNATURE,
        );
        // A line break inside w:t, which no program writes, has no place of its own: it may stand before or behind the cut.
        const words = (text: string) => text.replaceAll('\u2028', '');
        expect(words((await parseArticle('a.docx', () => copy)).source.text)).toBe(words(source.text));
      }),
      {numRuns: 1000, examples: [[['<w:p>', '<w:r>', '<w:tc>', '<w:tab/>'], 0, 0]]},
    );
  });
});

const SIGNATURE = {author: 'govlint', initials: 'gl', date: new Date(0)};

/** The pieces with tags that match: ends without a beginning are left out, what is open is closed. */
function balanced(pieces: readonly string[]): string {
  const open: string[] = [];
  let xml = '';
  for (const piece of pieces) {
    const name = /^<\/?(w:\w+)/.exec(piece)?.[1];
    if (name && piece.startsWith('</')) {
      if (open.at(-1) !== name) continue;
      open.pop();
    } else if (name && !piece.endsWith('/>') && !piece.includes('</')) open.push(name);
    xml += piece;
  }
  return (
    xml +
    open
      .reverse()
      .map(name => `</${name}>`)
      .join('')
  );
}
