import {readFileSync} from 'node:fs';
import {strFromU8, unzipSync} from 'fflate';
import {describe, expect, test} from 'vitest';
import {annotate, isAnnotatedCopy} from '../../src/annotate/index.js';
import {parseArticle} from '../../src/engine/read.js';
import {document, docx, p, pack, part, parts, picture, r} from '../helpers/docx.js';

const SIGNATURE = {author: 'govlint', initials: 'gl', date: new Date(2024, 5, 10, 18, 30)};

/** The words a comment marks, in brackets with its number, in the text of the body. */
function marked(bytes: Uint8Array): string {
  return partOf(bytes, 'word/document.xml')
    .replace(/<w:commentRangeStart [^>]*w:id="(\d+)"\/>/g, '[$1 ')
    .replace(/<w:commentRangeEnd [^>]*w:id="(\d+)"\/><w:r[^>]*><w:commentReference w:id="\1"\/><\/w:r>/g, ' $1]')
    .replace(/<w:p\/>|<\/w:p>/g, '¶')
    .replace(/<w:tab\/>/g, '→')
    .replace(/<[^>]*>/g, '')
    .trim();
}

function partOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name]!);
}

async function mark(body: string, ...ranges: Array<[start: number, end: number]>): Promise<string> {
  const bytes = docx(body);
  const remarks = ranges.map(([start, end]) => ({start, end, text: ['注']}));
  const copy = annotate(bytes, remarks, SIGNATURE);
  // The text is the same, character by character.
  const read = async (bytes: Uint8Array) => (await parseArticle('a.docx', () => bytes)).source.text;
  expect(await read(copy)).toBe(await read(bytes));
  return marked(copy);
}

describe('the place of a comment', () => {
  test.each<[string, string, [number, number], string]>([
    ['inside a run', p('会议听取了报告。'), [2, 4], '会议[0 听取 0]了报告。¶'],
    ['a whole run', p(r('会议') + r('听取') + r('了报告。')), [2, 4], '会议[0 听取 0]了报告。¶'],
    ['over several runs', p(r('会议听') + r('取了') + r('报告。')), [2, 6], '会议[0 听取了报 0]告。¶'],
    ['between two characters: both', p('甲乙丙丁'), [2, 2], '甲[0 乙丙 0]丁¶'],
    ['at the end, where a mark is missing', p('甲乙丙') + p('丁'), [3, 3], '甲乙[0 丙 0]¶丁¶'],
    ['an empty paragraph', p('甲') + p('') + p('乙'), [2, 2], '甲¶[0  0]¶乙¶'],
    ['an empty element', `${p('甲')}<w:p/>${p('乙')}`, [2, 2], '甲¶[0  0]¶乙¶'],
    ['more than a paragraph: where it begins', p('甲乙') + p('丙丁'), [1, 5], '甲[0 乙 0]¶丙丁¶'],
    ['beside an entity', p('甲&乙<丙'), [2, 3], '甲&amp;[0 乙 0]&lt;丙¶'],
    ['a character of two code units', p('甲😀乙'), [2, 3], '甲[0 😀 0]乙¶'],
    ['a tab', p('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>'), [1, 2], '甲[0 → 0]乙¶'],
    ['in inserted text', p(`${r('甲')}<w:ins w:id="1">${r('乙丙')}</w:ins>${r('丁')}`), [2, 3], '甲乙[0 丙 0]丁¶'],
    [
      'inside a formula: all of it',
      p(`${r('设')}<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>`),
      [2, 3],
      '设[0 x=1 0]¶',
    ],
    [
      'in a table',
      `<w:tbl><w:tr><w:tc>${p('甲')}</w:tc><w:tc>${p('乙丙')}</w:tc></w:tr></w:tbl>`,
      [3, 4],
      '甲¶乙[0 丙 0]¶',
    ],
    ['a picture alone', p(picture()) + p('甲'), [0, 0], '[0  0]¶甲¶'],
  ])('%s', async (_, body, range, expected) => {
    expect(await mark(body, range)).toBe(expected);
  });

  test('in a text box: the paragraph that holds it', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${p('框内文字')}</w:txbxContent></w:pict></w:r>`;
    expect(await mark(p(r('甲乙') + box), [4, 5])).toBe('[0 甲乙框内文字¶ 0]¶');
  });

  test('in a footnote: its mark in the text', async () => {
    const body = p(`${r('甲')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('乙')}`);
    const notes = part('footnotes', `<w:footnote w:id="2">${p('注文')}</w:footnote>`);
    const bytes = docx(body, {'word/footnotes.xml': notes});
    const copy = annotate(bytes, [{start: 4, end: 5, text: ['注']}], SIGNATURE);
    expect(partOf(copy, 'word/document.xml')).toMatch(
      /<w:commentRangeStart w:id="0"\/><w:r><w:footnoteReference w:id="2"\/><\/w:r><w:commentRangeEnd/,
    );
    expect(partOf(copy, 'word/footnotes.xml')).toBe(notes);
  });

  test('several, one in another, next to each other, at one place', async () => {
    expect(await mark(p('甲乙丙丁戊'), [0, 5], [1, 2], [2, 3], [2, 3])).toBe('[0 甲[1 乙 1][2 [3 丙 2] 3]丁戊 0]¶');
  });

  test('a run that is cut keeps its properties, and space at the new edges', async () => {
    const copy = annotate(
      docx('<w:p><w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>甲 乙</w:t></w:r></w:p>'),
      [{start: 2, end: 3, text: ['注']}],
      SIGNATURE,
    );
    expect(partOf(copy, 'word/document.xml')).toContain(
      '<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">甲 </w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">乙</w:t></w:r><w:commentRangeEnd w:id="0"/>',
    );
  });

  test('under another prefix', async () => {
    const xml = document(p('甲乙丙'))
      .replace('xmlns:w=', 'xmlns:x=')
      .replaceAll('<w:', '<x:')
      .replaceAll('</w:', '</x:');
    const copy = annotate(
      pack({...parts(''), 'word/document.xml': xml}),
      [{start: 1, end: 2, text: ['注']}],
      SIGNATURE,
    );
    const made = partOf(copy, 'word/document.xml');
    expect(made).toContain('甲</x:t></x:r><w:commentRangeStart xmlns:w="http');
    expect((await parseArticle('a.docx', () => copy)).source.text).toBe('甲乙丙');
  });
});

describe('the comments', () => {
  test('say who, when and what', () => {
    const copy = annotate(
      docx(p('甲')),
      [{start: 0, end: 1, text: ['错误：<缺少>“&”\u0000', 'paired-marks']}],
      SIGNATURE,
    );
    const comments = partOf(copy, 'word/comments.xml');
    expect(comments).toContain('w:author="govlint" w:date="2024-06-10T18:30:00Z" w:initials="gl"');
    expect(comments).toContain(
      '错误：&#60;缺少&#62;“&#38;”\ufffd</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">paired-marks</w:t>',
    );
    expect(partOf(copy, '[Content_Types].xml')).toContain('<Override PartName="/word/comments.xml"');
    expect(partOf(copy, 'word/_rels/document.xml.rels')).toMatch(
      /<Relationship Id="rIdGovlint"[^>]*\/comments" Target="\/word\/comments.xml"\/><\/Relationships>$/,
    );
  });

  test('come after those that are there', () => {
    const others = part('comments', `<w:comment w:id="4" w:author="编辑">${p('旧')}</w:comment>`);
    const copy = annotate(docx(p('甲'), {'word/comments.xml': others}), [{start: 0, end: 1, text: ['新']}], SIGNATURE);
    const comments = partOf(copy, 'word/comments.xml');
    expect(comments.startsWith(others.slice(0, -'</w:comments>'.length))).toBe(true);
    expect(comments).toContain('w:id="5" w:author="govlint"');
    expect(partOf(copy, '[Content_Types].xml').match(/comments\.xml/g)).toHaveLength(1);
  });

  test('into a part that is empty', () => {
    const copy = annotate(
      docx(p('甲'), {'word/comments.xml': part('comments', '').replace('></w:comments>', '/>')}),
      [{start: 0, end: 1, text: ['新']}],
      SIGNATURE,
    );
    expect(partOf(copy, 'word/comments.xml')).toMatch(/^<w:comments [^>]*><w:comment .*<\/w:comments>$/);
  });
});

describe('the rest of the file', () => {
  const original = readFileSync(new URL('../fixtures/word/d16.docx', import.meta.url));

  test('is copied byte for byte, in its order', () => {
    const copy = annotate(original, [{start: 0, end: 2, text: ['注']}], SIGNATURE);
    const [before, after] = [unzipSync(original), unzipSync(copy)];
    const changed = ['[Content_Types].xml', 'word/document.xml', 'word/_rels/document.xml.rels'];
    expect(Object.keys(after).filter(name => name !== 'word/comments.xml')).toEqual(Object.keys(before));
    for (const name of Object.keys(before).filter(name => !changed.includes(name)))
      expect(Buffer.compare(after[name]!, before[name]!), name).toBe(0);
    // As it is packed, too.
    const picture = original.indexOf('word/media/image1.png');
    expect(Buffer.from(copy).includes(original.subarray(picture, picture + 8000))).toBe(true);
  });

  test('without remarks is all of it', () => {
    const copy = annotate(original, [], SIGNATURE);
    expect(Buffer.compare(copy.subarray(0, original.length - 2), original.subarray(0, -2))).toBe(0);
    expect(unzipSync(copy)).toEqual(unzipSync(Uint8Array.from(original)));
  });

  test('a copy is known as one until somebody writes it anew', () => {
    const copy = annotate(original, [{start: 0, end: 2, text: ['注']}], SIGNATURE);
    expect([original, copy, annotate(original, [], SIGNATURE), pack({})].map(isAnnotatedCopy)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isAnnotatedCopy(pack(unzipSync(copy)))).toBe(false);
  });
});
