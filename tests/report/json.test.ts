import {expect, test} from 'vitest';
import {CLEAN, FAULTY, folder, govlint} from '../helpers/cli.js';

test('the report for programs has the documented shape', async () => {
  const cwd = folder({'a.txt': FAULTY, 'b.txt': CLEAN});
  const {stdout, code} = await govlint(['check', '.', '不存在.txt', '--format', 'json', '--lang', 'en'], {cwd});
  expect(code).toBe(2);
  const at = FAULTY.indexOf('2024年办');
  const place = {line: 5, column: 14, offset: at};
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    tool: {name: 'govlint', version: expect.stringMatching(/^\d+\.\d+\.\d+/)},
    files: [
      {
        path: 'a.txt',
        findings: [
          {
            rule: 'paired-marks',
            message: 'unopened',
            text: 'Unexpected 》, expected 《 before it: add 《 before `2024年办`, or remove 》',
            data: {mark: '》', partner: '《', word: '2024年办'},
            severity: 'error',
            start: place,
            end: place,
            excerpt: {text: '会上解读了《窗口服务规范》2024年办事清单》，并现场答疑。', column: 1},
            fingerprint: expect.any(String),
            related: [
              {
                message: 'lone',
                data: {mark: '》'},
                text: 'The lone 》',
                start: {line: 5, column: 23, offset: at + 9},
                end: {line: 5, column: 24, offset: at + 10},
              },
            ],
            fix: {kind: 'suggested', edits: [{start: place, end: place, text: '《'}]},
          },
        ],
      },
      {path: 'b.txt', findings: []},
    ],
    problems: [{code: 'path-not-found', path: '不存在.txt', text: 'no such file or folder: check the path'}],
    summary: {files: 2, errors: 1, warnings: 0, notes: 0, suppressed: 0, fixed: 0, problems: 1},
  });
});
