import {expect, test} from 'vitest';
import {viewOf} from '../../src/core/view.js';
import {check} from '../helpers/check.js';
import {read} from '../helpers/read.js';

async function marked(path: string, text: string): Promise<string[]> {
  const findings = await check(path, text);
  return viewOf(await read(path, text), findings).flatMap(({text, marks}) =>
    marks.map(
      ({start, end, finding}) => `${findings[finding]!.rule}: ${text.slice(0, start)}[${text.slice(start, end)}]`,
    ),
  );
}

test('findings stand at their place in the text of their block, markup and entities aside', async () => {
  const text =
    '# 青山县解读办事清单\n\n来源：　发布时间：2024-05-20\n\n会上**解读了**《窗口&amp;规范》2024年清单》。\n\n▲会场\n';
  expect(await marked('a.md', text)).toEqual([
    'required-metadata: 来源：[]',
    'paired-marks: 会上解读了《窗口&规范》[]',
    'photo-caption-attribution: [▲会场]',
  ]);
});

test('a finding over several blocks is marked in each', async () => {
  const body = '5月19日，青山县在白崖乡开展山洪灾害防御演练。\n\n演练检验了预警、转移、安置等环节。\n\n';
  const text = `青山县启动演练\n\n来源：青山县应急局　发布时间：2024-05-20\n\n${body}群众反响良好。\n\n${body}`;
  expect(await marked('a.txt', text)).toEqual([
    'duplicate-paragraphs: [5月19日，青山县在白崖乡开展山洪灾害防御演练。]',
    'duplicate-paragraphs: [演练检验了预警、转移、安置等环节。]',
  ]);
});

test('a paragraph with images in its middle', async () => {
  const images = '<img alt="一"><img alt="二"><img alt="三">';
  const text = `<h1>青山县开展演练</h1><p>来源：某局　时间：2024-05-20</p><p>演练${images}检验了《预案各环节，成效显著。</p>`;
  expect(await marked('a.html', text)).toEqual(['paired-marks: 演练检验了[《]']);
});
