import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {Source} from '../../src/core/source.js';
import {UnreadableError} from '../../src/formats/format.js';
import {parse} from '../../src/formats/html/article.js';

const folder = fileURLToPath(new URL('../fixtures/html/', import.meta.url));
const pages = readdirSync(folder)
  .filter(name => name.endsWith('.html'))
  .map(name => readFileSync(folder + name, 'utf8'));

/** Reads a text and checks what must hold of every article. */
function check(text: string): void {
  const {blocks, metadata} = parse(new Source('page.html', text));
  const inside = ([start, end]: readonly [number, number]) => 0 <= start && start <= end && end <= text.length;
  let begun = 0;
  for (const block of blocks) {
    if (block.span[0] < begun) throw new Error(`${block.role} at ${block.span}, after ${begun}`);
    begun = block.span[0];
    let before = -1;
    for (let i = 0; i < block.text.length; i++) {
      const span = block.locate([i, i + 1]);
      if (!inside(span) || span[0] < before)
        throw new Error(`character ${i} of ${block.role} at ${span}, after ${before}`);
      before = span[0];
    }
    if (!inside(block.span)) throw new Error(`${block.role} at ${block.span}`);
  }
  for (const field of [...metadata.values()].flat()) {
    if (!inside(field.span) || !inside(field.labelSpan)) throw new Error(`${field.name} at ${field.span}`);
  }
}

const SCRAPS = [
  '<',
  '>',
  '</',
  '/>',
  '"',
  "'",
  '=',
  '&',
  '&amp',
  '&nbsp;',
  '&#',
  '&#x1F600;',
  '&#xD800;',
  '<!--',
  '-->',
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<table>',
  '<tr>',
  '<td>',
  '</td>',
  '</table>',
  '<b>',
  '</b>',
  '<br>',
  '<img alt="&lt;">',
  '<a href=x>',
  '</a>',
  '<h1>',
  '</h1>',
  '<ul><li>',
  '<script>',
  '</script>',
  '<title>',
  '</title>',
  '<textarea>',
  '<select>',
  '<pre>',
  '<svg>',
  '<![CDATA[',
  ']]>',
  '<?xml',
  '<!doctype',
  '<plaintext>',
  '<figure><figcaption>',
  '<td style="display:none">',
  '</body>',
  '</html>',
  '来源：',
  '发布时间：',
  '2024-05-01',
  '\r',
  '\r\n',
  '\0',
  '\ud800',
  '\udc00',
  '　',
];

describe('any text', () => {
  test('made of scraps of markup', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...SCRAPS), fc.string({unit: 'binary'})), {maxLength: 40}), parts =>
        check(parts.join('')),
      ),
      {numRuns: 1500},
    );
  });

  test('2,000 mutated pages', () => {
    const mutation = fc.record({
      page: fc.nat(pages.length - 1),
      edits: fc.array(fc.tuple(fc.double({min: 0, max: 1, noNaN: true}), fc.constantFrom(...SCRAPS, ''), fc.nat(80)), {
        minLength: 1,
        maxLength: 12,
      }),
    });
    const run = fc.property(mutation, ({page, edits}) => {
      let text = pages[page]!;
      for (const [place, scrap, cut] of edits) {
        const at = Math.floor(place * text.length);
        text = text.slice(0, at) + scrap + text.slice(at + cut);
      }
      check(text);
    });
    fc.assert(run, {numRuns: 2000});
  });

  test('cut off anywhere', () => {
    const text = pages[0]!;
    for (let end = 0; end < text.length; end += 37) check(text.slice(0, end));
  });
});

test('line ends do not change what is read', () => {
  for (const page of pages) {
    const words = (text: string) =>
      parse(new Source('page.html', text)).blocks.map(({role, text}) => `${role} ${text}`);
    expect(words(page.replace(/\r?\n/g, '\r\n'))).toEqual(words(page));
    expect(words(page.replace(/\r?\n/g, '\r'))).toEqual(words(page));
  }
});

describe('many', () => {
  const MANY = 20_000;

  test.each([
    ['100,000 open boxes', '<div>文，'.repeat(100_000)],
    ['boxes', `${'<div>文，'.repeat(MANY)}${'</div>'.repeat(MANY)}`],
    ['open inline elements', '<b><span>文'.repeat(MANY)],
    ['end tags without a beginning', `${'<div>'.repeat(MANY)}${'</span></p></td>'.repeat(MANY)}`],
    ['nested tables', '<table><tr><td>文'.repeat(MANY)],
    ['named containers', '<div class="content TRS_Editor">文，'.repeat(MANY)],
    ['labels', `<html>${'<span>来源：</span>'.repeat(MANY)}<div id=zoom>文，</div>`],
    ['references', `<p>${'&amp;'.repeat(MANY)}&#${'0'.repeat(MANY)}65;`],
    ['line ends', `<p>${'a\n'.repeat(MANY)}`],
    ['images in a line', `<p>${'文<img src=a>'.repeat(MANY)}`],
    ['attributes', `<div ${'class=content '.repeat(MANY)}>文，`],
    ['digits in a class', `<div class="${'1'.repeat(MANY)}x">文，`],
    ['white space', `<p>${' '.repeat(10_000_000)}文`],
    ['signs that begin no tag', `<p>${'<'.repeat(3_000_000)}文`],
    ['words in a title', `<title>${'文 '.repeat(MANY)}</title>${'<h1>标题标题</h1>'.repeat(MANY)}`],
  ])(
    '%s',
    (_, text) => {
      expect(() => parse(new Source('page.html', text))).not.toThrow();
    },
    20_000,
  );

  test('a million tags are no article', () => {
    expect(() => parse(new Source('page.html', '<b>文</b>'.repeat(400_000)))).toThrow(UnreadableError);
  });
});
