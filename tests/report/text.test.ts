import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {CLEAN, FAULTY, folder, govlint} from '../helpers/cli.js';

async function text(files: Record<string, string>, args: readonly string[] = []) {
  return (await govlint(['check', '.', ...args], {cwd: folder(files)})).stdout;
}

describe('the report for people', () => {
  test('place, severity, message and rule, then the line with a mark under the place, counts last', async () => {
    expect(await text({'稿件.txt': FAULTY})).toBe(`稿件.txt
  5:14  错误  》 前面缺少与它配对的 《：应在“2024年办”之前补上 《，或者删去 》  paired-marks
              会上解读了《窗口服务规范》2024年办事清单》，并现场答疑。
              　　　　　　　　　　　　　^
              ↳ 5:23 落单的 》

检查了 1 个文件：1 个错误、0 个警告、0 个提示
`);
  });

  test('in English', async () => {
    const report = await text({'a.txt': FAULTY}, ['--lang', 'en']);
    expect(report).toContain('error');
    expect(report).toMatch(/1 file.*1 error, 0 warnings, 0 notes\n$/);
  });

  test('a clean run says so', async () => {
    expect(await text({'a.txt': CLEAN})).toBe('检查了 1 个文件：没有发现问题\n');
  });

  test('no line is wider than the report (100 columns in a pipe), long lines of the article are cut around the place', async () => {
    const long = '县政府召开会议，研究部署今年的重点工作，听取各部门的意见，'.repeat(20);
    const report = await text({'a.txt': FAULTY.replace('会上', `${long}会上`)});
    for (const line of report.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(100);
    expect(report).toContain('…');
  });

  test('the mark stands under the place whatever the width of the characters before it', async () => {
    const report = await text({'a.txt': FAULTY.replace('会上', 'A区①😀、ｶﾅ会上')});
    const lines = report.split('\n');
    const mark = lines.findIndex(line => /^[\s\u3000]+\^+$/.test(line));
    const above = lines[mark - 1]!;
    const before = lines[mark]!.slice(0, lines[mark]!.indexOf('^'));
    expect(stringWidth(before)).toBe(stringWidth(above.slice(0, above.indexOf('2024年办'))));
  });

  test('control characters of an article never reach the terminal', async () => {
    const report = await text({'a.txt': FAULTY.replace('会上', '\u001b[31m\u0007会\u202e上\u009b1m')});
    expect(report).toContain('paired-marks');
    expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});
