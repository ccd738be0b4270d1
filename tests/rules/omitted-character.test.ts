import {expect, test} from 'vitest';
import rule from '../../rules/omitted-character.js';
import {
  entryOf,
  omissionsFrom,
  omissionsIn,
  packOmissions,
  SLOT_SEED,
  slotOf,
  windowHash,
} from '../../src/core/omission.js';
import {ruleTester} from '../helpers/rule-tester.js';

const HEAD = '青山县推进政务公开\n\n来源：青山县人民政府办公室　发布时间：2024-09-25 10:20\n\n';

ruleTester(rule, {
  valid: [
    `${HEAD}这项工作具有重要意义，要进一步完善工作机制。`,
    {name: 'in a quotation', text: `${HEAD}他把这句话读成“具有重意义”。`},
    {name: 'in the name of a document', text: `${HEAD}请阅读《具有重意义》一文。`},
    {name: 'digits between', text: `${HEAD}这项工作有重1意义。`},
    {name: 'allowed', text: `${HEAD}这项工作具有重意义。`, options: {allow: ['有重意义']}},
  ],
  invalid: [
    {
      text: `${HEAD}这项工作具有重意义。`,
      findings: [{at: '5:6-5:10', message: 'omitted', fixed: `${HEAD}这项工作具有重要意义。`}],
    },
    {
      name: 'allowed elsewhere',
      text: `${HEAD}这项工作具有重意义。`,
      options: {allow: ['重意义非凡']},
      findings: [{at: '5:6-5:10', message: 'omitted'}],
    },
    {
      name: 'each of several',
      text: `${HEAD}各单位要进一完善工作机制。各乡镇要充分认识这项工作具有重意义。`,
      findings: [
        {at: '5:5-5:9', message: 'omitted'},
        {at: '5:27-5:31', message: 'omitted'},
      ],
    },
  ],
});

const [a, b, x, c, d] = Array.from('甲乙丙丁戊', character => character.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];
const slots = new Uint32Array(64);
slots[slotOf(windowHash(a, b, c, d, SLOT_SEED), slots.length)] = entryOf(a, b, c, d, 1);
const table = {characters: `己${String.fromCharCode(x)}`, slots};

test('a table survives packing, as bytes and as base64', () => {
  const bytes = packOmissions(table);
  for (const packed of [bytes, Buffer.from(bytes).toString('base64')])
    expect(omissionsIn(omissionsFrom(packed), '甲乙丁戊')).toEqual([{at: 2, character: '丙'}]);
});

test('bytes of another kind are refused', () => {
  expect(() => omissionsFrom(packOmissions(table).subarray(4))).toThrow('not a table of omitted characters');
});

test('only the four characters of an entry match', () => {
  for (const text of ['甲乙丙丁戊', '甲乙，丁戊', '乙丁戊', '甲乙丁，', ''])
    expect(omissionsIn(table, text)).toEqual([]);
});
