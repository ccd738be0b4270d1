import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Finding} from '../../src/core/finding.js';
import {applyEdits, chooseFixes} from '../../src/core/fix.js';
import {Source} from '../../src/core/source.js';

type Edits = ReadonlyArray<readonly [start: number, end: number, text: string]>;

function finding(
  text: string,
  edits: Edits,
  {rule = 'r', kind = 'safe' as 'safe' | 'suggested', suppressed = false} = {},
) {
  const {point} = new Source('a.txt', text);
  const at = (offset: number) => point.call(new Source('a.txt', text), offset);
  const places = edits.map(([start, end, replacement]) => ({start: at(start), end: at(end), text: replacement}));
  return {rule, message: 'm', fix: {kind, edits: places}, ...(suppressed && {suppressed: {}})} as unknown as Finding;
}

function fixed(text: string, findings: readonly Finding[], kind: 'safe' | 'suggested' = 'suggested'): string {
  return applyEdits(text, chooseFixes(text, findings, kind).edits);
}

const TEXT = '甲乙丙丁戊';

describe('choosing', () => {
  test.each<[string, Array<ReturnType<typeof finding>>, string]>([
    ['edits apart', [finding(TEXT, [[0, 1, 'A']]), finding(TEXT, [[2, 3, 'C']])], 'A乙C丁戊'],
    ['in any order', [finding(TEXT, [[2, 3, 'C']]), finding(TEXT, [[0, 1, 'A']])], 'A乙C丁戊'],
    ['of two that overlap, the first', [finding(TEXT, [[0, 2, 'A']]), finding(TEXT, [[1, 3, 'B']])], 'A丙丁戊'],
    ['of two that touch, the first', [finding(TEXT, [[0, 1, 'A']]), finding(TEXT, [[1, 2, 'B']])], 'A乙丙丁戊'],
    [
      'of two insertions at one place, one',
      [finding(TEXT, [[1, 1, '，']]), finding(TEXT, [[1, 1, '。']])],
      '甲，乙丙丁戊',
    ],
    [
      'the safe one before the suggested one',
      [finding(TEXT, [[0, 2, 'A']], {kind: 'suggested'}), finding(TEXT, [[1, 3, 'B']])],
      '甲B丁戊',
    ],
    [
      'a fix whole or not at all',
      [
        finding(TEXT, [[0, 1, 'A']]),
        finding(TEXT, [
          [0, 1, '“'],
          [3, 4, '”'],
        ]),
      ],
      'A乙丙丁戊',
    ],
    [
      'edits of one fix may touch',
      [
        finding(TEXT, [
          [0, 1, 'A'],
          [1, 2, 'B'],
        ]),
      ],
      'AB丙丁戊',
    ],
    [
      'between the edits of another',
      [
        finding(TEXT, [
          [0, 0, '“'],
          [4, 4, '”'],
        ]),
        finding(TEXT, [[2, 3, 'C']]),
      ],
      '“甲乙C丁”戊',
    ],
    ['none that is suppressed', [finding(TEXT, [[0, 1, 'A']], {suppressed: true})], TEXT],
    [
      'none outside the text',
      [finding(TEXT, [[4, 9, 'A']])].map(f => ({
        ...f,
        fix: {
          ...f.fix!,
          edits: [{start: {line: 1, column: 5, offset: 4}, end: {line: 1, column: 10, offset: 9}, text: 'A'}],
        },
      })),
      TEXT,
    ],
  ])('%s', (_, findings, expected) => {
    expect(fixed(TEXT, findings)).toBe(expected);
  });

  test('suggested ones only when asked for', () => {
    const findings = [finding(TEXT, [[0, 1, 'A']]), finding(TEXT, [[2, 3, 'C']], {kind: 'suggested'})];
    expect(fixed(TEXT, findings, 'safe')).toBe('A乙丙丁戊');
    expect(fixed(TEXT, findings, 'suggested')).toBe('A乙C丁戊');
  });

  test('an edit that changes nothing repairs nothing', () => {
    expect(chooseFixes(TEXT, [finding(TEXT, [[0, 1, '甲']])], 'safe').fixed).toEqual([]);
  });

  test('half a surrogate pair stays whole', () => {
    expect(fixed('😀甲', [finding('😀甲', [[1, 2, 'A']])])).toBe('😀甲');
  });
});

test('whatever the findings and their order, edits are apart and the outcome is one', () => {
  const edit = fc.tuple(fc.nat(40), fc.nat(3), fc.constantFrom('', '、', '〔2024〕'));
  const fixes = fc.array(fc.tuple(edit, fc.constantFrom('safe' as const, 'suggested' as const)), {maxLength: 30});
  fc.assert(
    fc.property(fixes, fc.integer(), (list, seed) => {
      const text = '一二三四五六七八九十'.repeat(5);
      const findings = list.map(([[start, length, replacement], kind], index) =>
        finding(text, [[start, start + length, replacement]], {kind, rule: `r${index}`}),
      );
      const {edits} = chooseFixes(text, findings, 'suggested');
      for (const [index, {start}] of edits.entries())
        if (index > 0) expect(start).toBeGreaterThan(edits[index - 1]!.end);
      const shuffled = [...findings]
        .sort((a, b) => ((a.rule.length * seed) % 7) - ((b.rule.length * seed) % 7))
        .reverse();
      expect(chooseFixes(text, shuffled, 'suggested').edits).toEqual(edits);
    }),
  );
});
