import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {GFM, parser as markdown} from '@lezer/markdown';
import {describe, expect, test} from 'vitest';
import {folder, govlint} from '../helpers/cli.js';

const DRAFT = `# <b>青山县</b>解读|清单\n\n来源：青山县数据局　发布时间：2024-05-20\n\n会上解读了《规范》<i>2024年清单》。\n\n<!-- govlint-disable-next-line paired-marks -- 碑文|照录 -->\n碑文写着：“植此嘉木，以荫后人。\n`;

describe('report --sheet', () => {
  test('Markdown: the text’s digest, the rules, open and silenced findings, three signatures', async () => {
    const cwd = folder({'稿件 一.md': DRAFT});
    const {code, stdout} = await govlint(['report', '--sheet', '稿件 一.md'], {cwd});
    expect(code).toBe(0);
    expect(stdout).toContain(createHash('sha256').update(DRAFT).digest('hex'));
    expect(stdout).toContain('paired-marks=error');
    expect(stdout.match(/审（.审）/g)).toEqual(['审（初审）', '审（复审）', '审（终审）']);
    const rows: string[] = [];
    markdown
      .configure(GFM)
      .parse(stdout)
      .iterate({
        enter: ({name, from, to}) => {
          expect(name).not.toMatch(/HTML|Link/);
          if (name === 'TableRow') rows.push(stdout.slice(from, to));
        },
      });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^\| 5:\d+ \| 错误 \|/);
    expect(rows[1]).toContain('碑文\\|照录');
  });

  test('HTML for printing: text of the draft is data', async () => {
    const cwd = folder({'a.txt': DRAFT});
    const {code, stdout} = await govlint(['report', 'a.txt', '-o', 'sheet.html'], {cwd});
    expect({code, stdout}).toEqual({code: 0, stdout: ''});
    const page = readFileSync(join(cwd, 'sheet.html'), 'utf8');
    expect(page).not.toMatch(/<(?:script|i|b)>/);
    expect(page).toContain('&lt;i&gt;');
    expect(page.match(/class="sign"/g)).toHaveLength(3);
  });

  test('a draft that is not there, or cannot be read', async () => {
    const cwd = folder({'nul.txt': 'x\0y'});
    for (const name of ['none.txt', 'nul.txt']) {
      const {code, stdout, stderr} = await govlint(['report', name], {cwd});
      expect({code, stdout}).toEqual({code: 2, stdout: ''});
      expect(stderr).toContain(name);
    }
  });
});
