import {describe, expect, test} from 'vitest';
import {rules} from '../../rules/index.js';
import {check, place} from '../helpers/check.js';

const post = (...lines: string[]) =>
  ['---', 'title: 青山县开展义务植树活动', 'source: 青山县林业局', 'date: 2024-03-12', '---', '', ...lines, ''].join(
    '\n',
  );
const LONE = '碑文写着：“植此嘉木，以荫后人。';

async function found(text: string, only = rules) {
  return (await check('post.md', text, only)).map(finding => [
    finding.rule,
    place(finding),
    finding.suppressed ? (finding.suppressed.reason ?? 'suppressed') : '',
  ]);
}

// This rule speaks of what the others do, so it is tested with all of them.
describe('unused-suppression', () => {
  test('a comment that silences something is used, and its reason is kept', async () => {
    expect(await found(post('<!-- govlint-disable-next-line paired-marks -- 照录 -->', LONE))).toEqual([
      ['paired-marks', '8:17-8:17', '照录'],
    ]);
  });

  test('a comment without names silences every rule', async () => {
    expect(await found(post('<!-- govlint-disable-next-line -->', LONE))).toEqual([
      ['paired-marks', '8:17-8:17', 'suppressed'],
    ]);
  });

  test('a region silences what lies in it and nothing behind it', async () => {
    const text = post(
      '<!-- govlint-disable paired-marks -->',
      '',
      LONE,
      '',
      '<!-- govlint-enable paired-marks -->',
      '',
      LONE.replace('碑文', '匾额'),
    );
    expect(await found(text)).toEqual([
      ['paired-marks', '9:17-9:17', 'suppressed'],
      ['paired-marks', '13:17-13:17', ''],
    ]);
  });

  test('a comment that silences nothing is reported at its place', async () => {
    expect(await found(post('<!-- govlint-disable-next-line paired-marks -->', '植此嘉木，以荫后人。'))).toEqual([
      ['unused-suppression', '7:1-7:48', ''],
    ]);
  });

  test('a comment for another rule does not silence', async () => {
    expect(await found(post('<!-- govlint-disable-next-line duplicate-paragraphs -->', LONE))).toEqual([
      ['unused-suppression', '7:1-7:56', ''],
      ['paired-marks', '8:17-8:17', ''],
    ]);
  });

  test('a comment for a rule that is switched off is not unused', async () => {
    const without = rules.filter(({id}) => id !== 'paired-marks');
    expect(await found(post('<!-- govlint-disable-next-line paired-marks -->', LONE), without)).toEqual([]);
  });

  test('other comments are no suppressions', async () => {
    expect(await found(post('<!-- 由 govlint-disable 说明 -->', '植此嘉木，以荫后人。'))).toEqual([]);
  });
});
