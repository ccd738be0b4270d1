import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parse} from 'acorn';
import {checkSync} from 'recheck';
import {expect, test} from 'vitest';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
/** Milliseconds a regular expression gets; one that takes longer is taken for safe where it is short of a proof. */
const TIMEOUT = 1000;

/**
 * Expressions that are worse than linear in the length of what they read, and where that length is bounded. The key is how
 * the expression begins, after its file.
 */
const BOUNDED: Readonly<Record<string, string>> = {
  'src/cli/base-command.js /=.*$/': 'one argument of the command line',
  'src/core/missing-partner.js /.*(?:根据': 'REACH characters before a mark',
  'src/core/missing-partner.js /.*(?=以下简称': 'REACH characters before a mark',
  'src/core/missing-partner.js /[，。！？…](?=': 'REACH characters behind a mark',
  'src/core/publication-date.js /^(\\d{4})': 'values up to LONGEST',
  // Every part of it that may fail is bounded itself.
  'src/core/zones.js /(?:https?': 'each look from a character is bounded',
  'src/formats/html/title.js /^[-–—]': 'forty characters',
  'src/core/photo-credit.js /[)）】\\]。，；\\s]+$/': 'a credit that NOBODY has found: 40 characters',
  'src/core/photo-credit.js /[。．.；，\\s]+$/': 'captions up to LONGEST',
  'src/formats/html/body.js /[-_]|\\d+$/': 'names up to LONGEST_NAME',
  'src/formats/html/fields.js /charset': 'values up to LONGEST_CONTENT_TYPE',
  'src/formats/html/title.js /(?:^|[\\s_-])(?:\\w*title': 'names up to LONGEST_NAME',
  'src/formats/roles.js /^[【[]?\\s*(?:字体': 'lines of 120 characters',
  'src/formats/roles.js /^(?:浏览次数': 'lines of 120 characters',
  'rules/enumeration-comma.js /、[^。！？]*$/': 'LIST_REACH characters before a word',
  'rules/impossible-date.js /[（(]?(?:星期|礼拜|周).*$/': 'one date',
  'rules/missing-clause-punctuation.js /[^，。；：！？]*$/': 'CLAUSE characters before a gap',
  'rules/omitted-character.js /[^': 'two characters',
  'rules/photo-caption-attribution.js /^图': 'captions up to LONGEST_CHART',
  'rules/placeholder-text.js /^附(?:件': 'lines of eight characters',
  'rules/title-punctuation.js /图为|图中': 'captions of forty characters',
};

interface Expression {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Every regular expression that stands in the program, the learned table and the lists aside. */
function expressions(): Expression[] {
  const found: Expression[] = [];
  for (const folder of ['src', 'rules']) {
    for (const name of readdirSync(join(dist, folder), {recursive: true, encoding: 'utf8'}).sort()) {
      if (!name.endsWith('.js') || name.startsWith('data')) continue;
      const file = `${folder}/${name.replaceAll('\\', '/')}`;
      parse(readFileSync(join(dist, folder, name), 'utf8'), {
        ecmaVersion: 'latest',
        sourceType: 'module',
        onToken(token) {
          const {value: regex} = token as {value?: {pattern?: string; flags?: string}};
          if (regex?.pattern !== undefined) found.push({file, pattern: regex.pattern, flags: regex.flags ?? ''});
        },
      });
    }
  }
  return found;
}

test('no expression of the program takes more than linear time on a long text', {timeout: 240_000}, () => {
  const all = expressions();
  expect(all.length).toBeGreaterThan(300);
  const wrong: string[] = [];
  for (const {file, pattern, flags} of all) {
    const result = checkSync(pattern, flags, {timeout: TIMEOUT});
    if (result.status !== 'vulnerable') continue;
    const bounded = Object.keys(BOUNDED).some(key => `${file} /${pattern}/`.startsWith(key));
    if (!bounded || result.complexity.type === 'exponential')
      wrong.push(`${file} /${pattern}/${flags}: ${result.complexity.summary}`);
  }
  expect(wrong).toEqual([]);
});
