import iconv from 'iconv-lite';
import {describe, expect, test} from 'vitest';
import rule from '../../rules/charset-declaration.js';
import {parseArticle} from '../../src/engine/read.js';
import {createChecker} from '../../src/unified/processor.js';
import {ruleTester} from '../helpers/rule-tester.js';

const path = 'page.html';
const page = (meta: string, text = '植树活动。') => `<head>${meta}</head><p>${text}</p>`;

ruleTester(rule, {
  valid: [
    {path, text: page('<meta charset=utf-8>')},
    {path, text: page('<meta charset="UTF8">')},
    {path, text: page('')},
    {path, text: page('<meta charset="">')},
    {path, name: 'plain ASCII', text: page('<meta charset="gb2312">', 'abc')},
    {path: 'a.txt', name: 'no web page', text: page('<meta charset="gb2312">')},
  ],
  invalid: [
    {
      path,
      text: page('<meta charset=gb2312>'),
      findings: [{at: '1:21-1:27', message: 'wrong', fixed: page('<meta charset=utf-8>')}],
    },
    {
      path,
      text: page(`<META HTTP-EQUIV="content-type" CONTENT='text/html;charset = "GBK" '>`),
      findings: [{at: '1:69-1:72', message: 'wrong'}],
    },
    {path, text: page('<meta charset="utf-8 x">'), findings: [{at: '1:22-1:29', message: 'wrong'}]},
    {
      path,
      name: 'each of two',
      text: page('<meta charset="big5"><meta charset="utf-8"><meta charset="iso-8859-1">'),
      findings: [
        {at: '1:22-1:26', message: 'wrong'},
        {at: '1:65-1:75', message: 'wrong'},
      ],
    },
  ],
});

describe('the bytes decide', () => {
  const found = async (bytes: Uint8Array) => {
    const article = await parseArticle(path, () => bytes);
    const findings = await createChecker([{rule, severity: 'warning', options: {}}]).check(article);
    return findings.map(({data}) => data);
  };

  test.each(['gb2312', 'GBK', 'gb18030'])('GB18030 declared as %s', async charset => {
    expect(await found(iconv.encode(page(`<meta charset="${charset}">`), 'gb18030'))).toEqual([]);
  });

  test('GB18030 declared as UTF-8', async () => {
    expect(await found(iconv.encode(page('<meta charset="utf-8">'), 'gb18030'))).toEqual([
      {declared: 'utf-8', actual: 'gb18030'},
    ]);
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'])('a byte order mark outdoes the declaration: %s', async encoding => {
    const bytes = iconv.encode(page('<meta charset="gbk">'), encoding, {addBOM: true});
    const article = await parseArticle(path, () => bytes);
    const findings = await createChecker([{rule, severity: 'warning', options: {}}]).check(article);
    expect(findings).toMatchObject([
      {message: 'overruled', severity: 'note', data: {declared: 'gbk', actual: encoding}, start: {line: 1, column: 22}},
    ]);
  });

  test.each([
    ['utf-8', 'UTF-8'],
    ['utf-16le', 'utf-16'],
    ['utf-16be', 'utf-16'],
  ])('a byte order mark of %s and the declaration %s agree', async (encoding, charset) => {
    expect(await found(iconv.encode(page(`<meta charset="${charset}">`), encoding, {addBOM: true}))).toEqual([]);
  });
});
