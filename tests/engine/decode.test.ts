import iconv from 'iconv-lite';
import {describe, expect, test} from 'vitest';
import {decode} from '../../src/engine/decode.js';
import {UnreadableError} from '../../src/formats/format.js';

const TEXT = '青山县举办龙舟赛\r\n来源：青山县融媒体中心　〔2024〕5号 😀\r\n';

describe('decode', () => {
  test.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['gb18030', false],
  ])('%s, byte order mark %s', (encoding, bom) => {
    const source = decode('a.txt', iconv.encode(TEXT, encoding, {addBOM: bom}));
    expect(source).toMatchObject({text: TEXT, encoding, bom});
    expect(source.point(TEXT.indexOf('来'))).toEqual({line: 2, column: 1, offset: 10});
  });

  test('GBK characters outside GB 2312 among ordinary ones', () => {
    const text = `${TEXT.replace('😀', '')}鎔基、喆、堃、淼`;
    expect(decode('a.txt', iconv.encode(text, 'gbk')).text).toBe(text);
  });

  test.each([
    ['Big5', iconv.encode('縣政府召開會議，研究部署今年工作，並對下階段任務提出要求。'.repeat(3), 'big5')],
    ['damaged UTF-8', Buffer.concat([Buffer.from(TEXT), Buffer.from([0xe5, 0xff, 0x41])])],
    ['a binary file', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 9, 200])],
    ['UTF-16 without its mark', iconv.encode(`<p>${TEXT.repeat(4)}</p> abc`, 'utf-16le', {addBOM: false})],
    ['UTF-8 that its mark promises and is not', Buffer.from([0xef, 0xbb, 0xbf, 0xc7, 0xe0])],
    ['half a UTF-16 character', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
  ])('%s is refused, never guessed', (_, bytes) => {
    expect(() => decode('a.txt', bytes)).toThrow(UnreadableError);
  });

  test('an empty file is an empty text', () => {
    expect(decode('a.txt', new Uint8Array())).toMatchObject({text: '', encoding: 'utf-8', bom: false});
  });
});
