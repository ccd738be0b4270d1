import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Article} from '../../src/core/article.js';
import {read} from '../helpers/read.js';

/** Markup at the end sends the whole text through the parser; the blocks before it must be the same. */
const MARKUP = '\n\n*完*\n';

function seen({blocks}: Article) {
  return blocks.map(block => [
    block.role,
    block.text,
    ...Array.from(block.text, (_, at) => block.at(at)),
    block.span[1],
  ]);
}

async function expectSame(text: string): Promise<void> {
  const quick = await read('a.md', `开头\n\n${text}\n\n完\n`);
  const parsed = await read('a.md', `开头\n\n${text}${MARKUP}`);
  // The last block is the one that differs by its markup.
  expect(seen(quick).slice(0, -1)).toEqual(seen(parsed).slice(0, -1));
  expect(quick.blocks.at(-1)?.text.endsWith('完')).toBe(true);
}

const line = fc.array(
  fc.constantFrom(
    '县政府',
    '召开会议',
    '，',
    '。',
    '：',
    ' ',
    '　',
    'A',
    '3',
    '.',
    ')',
    '#',
    '-',
    '+',
    '=',
    ':',
    '>',
    '“',
    '”',
    '《',
    '1. ',
    '  ',
    '# ',
    '## ',
    '---',
    '===',
    '▲',
  ),
  {maxLength: 8},
);
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n \n', '\n　\n')), {maxLength: 12})
  .map(lines => lines.map(([pieces, end]) => pieces.join('') + end).join(''));

test('a plain text gives the blocks that the parser gives, at the same places', async () => {
  await fc.assert(fc.asyncProperty(text, expectSame), {numRuns: 3000});
});

const value = fc
  .array(
    fc.constantFrom(
      '青山县',
      '融媒体中心',
      '2024',
      '-',
      ':',
      ' ',
      '10:30',
      '~',
      'null',
      '#',
      "'",
      '"',
      '[',
      ']',
      ',',
      '|',
      '&',
      '*',
      '　',
      'true',
      '?',
      '!',
    ),
    {maxLength: 5},
  )
  .map(parts => parts.join(''));
const key = fc.constantFrom('title', 'source', '来源', 'date', '- x', 'a b', "'k'", '? k', 'k#', 'k');
const matter = fc
  .array(fc.tuple(key, fc.constantFrom(': ', ':', ':  ', ' : '), value, fc.constantFrom('\n', '\r\n', ' \n')), {
    maxLength: 4,
  })
  .map(lines => lines.map(parts => parts.join('')).join(''));

test('plain front matter gives the fields that YAML gives', async () => {
  const fields = async (yaml: string, comment: string) => {
    try {
      const article = await read('a.md', `---\n${comment}${yaml}---\n\n正文。\n`);
      const own = [...article.metadata.values()].flat().filter(({origin}) => origin === 'front-matter');
      return own.map(({span, labelSpan, ...field}) => [
        field,
        ...[...span, ...labelSpan].map(at => at - comment.length),
      ]);
    } catch (error) {
      return (error as Error).name;
    }
  };
  await fc.assert(
    fc.asyncProperty(matter, async yaml => {
      // A comment sends the same lines through the YAML parser.
      expect(await fields(yaml, '')).toEqual(await fields(yaml, '# x\n'));
    }),
    {numRuns: 3000},
  );
});
