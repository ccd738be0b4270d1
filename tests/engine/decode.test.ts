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

  test('EUC-KR that a page declares is refused: read as GB 2312 it would be garbage', () => {
    const page = '<meta charset="EUC-KR"><p>안녕하세요. 대한민국 정부입니다.</p>';
    expect(() => decode('a.html', iconv.encode(page, 'euc-kr'))).toThrow('euc-kr');
  });

  test('a false declaration of Big5 does not keep GB18030 from being read', () => {
    const page = `<meta http-equiv="Content-Type" content="text/html; charset=big5"><p>${TEXT}</p>`;
    expect(decode('a.html', iconv.encode(page, 'gb18030'))).toMatchObject({text: page, encoding: 'gb18030'});
  });

  test('an empty file is an empty text', () => {
    expect(decode('a.txt', new Uint8Array())).toMatchObject({text: '', encoding: 'utf-8', bom: false});
  });
});
