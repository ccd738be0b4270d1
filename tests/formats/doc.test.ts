import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {parseArticle} from '../../src/engine/read.js';
import {fields} from '../helpers/read.js';

/** Written by LibreOffice, with tracked changes and a table. */
const NEWS = readFileSync(new URL('../fixtures/word/news.doc', import.meta.url));

/** The fixture with some bytes changed. */
function changed(change: (bytes: Buffer) => void): Uint8Array {
  const copy = Buffer.from(NEWS);
  change(copy);
  return copy;
}

describe('.doc', () => {
  test('a line is a paragraph, as in a .docx; deleted text is out, quotation marks stay', async () => {
    const article = await parseArticle('稿件.doc', () => NEWS);
    expect(article.format).toBe('doc');
    expect(
      article.blocks.map(block => {
        const {line, column} = article.source.point(block.at(0));
        return `${line}:${column} ${block.role}: ${block.text}`;
      }),
    ).toEqual([
      '1:1 title: 青山县举办龙舟赛',
      '2:1 metadata: 来源：青山县融媒体中心　发布时间：2024-06-10 18:30',
      '4:1 paragraph: 6月10日，青山县在清水河举办龙舟赛，12支队伍参赛，“清水队”夺冠。',
      '5:1 cell: 队名',
      '6:1 cell: 成绩',
      '7:1 cell: 清水队',
      '8:1 cell: 2分14秒',
      '9:1 paragraph: 会上解读了《窗口服务规范》2024年办事清单》，并现场答疑。',
    ]);
    expect(fields(article).slice(1)).toEqual(['source = 青山县融媒体中心', 'date = 2024-06-10 18:30']);
  });

  test('is known by its content: named .docx, it is read all the same', async () => {
    expect((await parseArticle('稿件.docx', () => NEWS)).format).toBe('doc');
  });

  test('with a password', async () => {
    const bytes = changed(copy => {
      const header = copy.indexOf(Buffer.from([0xec, 0xa5]));
      copy.writeUInt16LE(copy.readUInt16LE(header + 0x0a) | 0x0100, header + 0x0a);
    });
    await expect(parseArticle('a.doc', () => bytes)).rejects.toThrow(/password/);
  });

  test('a .docx with a password, which is such a file, too', async () => {
    const bytes = changed(copy => {
      const entry = copy.indexOf(Buffer.from('WordDocument', 'utf16le'));
      copy.write('EncryptedPackage', entry, 'utf16le');
      copy.writeUInt16LE(34, entry + 64);
    });
    await expect(parseArticle('a.docx', () => bytes)).rejects.toThrow(/password/);
  });

  test('of Word 95', async () => {
    const bytes = changed(copy => copy.writeUInt16LE(0x65, copy.indexOf(Buffer.from([0xec, 0xa5])) + 2));
    await expect(parseArticle('a.doc', () => bytes)).rejects.toThrow(/Word 95/);
  });

  test('another office file of the kind', async () => {
    const bytes = changed(copy => {
      const entry = copy.indexOf(Buffer.from('WordDocument', 'utf16le'));
      copy.write('Workbook    ', entry, 'utf16le');
    });
    await expect(parseArticle('a.doc', () => bytes)).rejects.toThrow(/no Word document/);
  });

  test('a chain of sectors that runs in a circle', async () => {
    const bytes = changed(copy => {
      const table = (copy.readUInt32LE(76) + 1) * 512;
      for (let sector = 0; sector < 10; sector++) copy.writeUInt32LE(sector, table + sector * 4);
    });
    await expect(parseArticle('a.doc', () => bytes)).rejects.toThrow(/damaged/);
  });

  test.each([[0], [7], [512], [600], [2048], [6000]])('cut off after %i bytes', async length => {
    await expect(parseArticle('a.doc', () => NEWS.subarray(0, length))).rejects.toThrow(/damaged/);
  });
});
