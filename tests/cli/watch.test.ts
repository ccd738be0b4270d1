import {spawn} from 'node:child_process';
import {mkdirSync, renameSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {CLEAN, FAULTY, folder} from '../helpers/cli.js';

const BIN = fileURLToPath(new URL('../../bin/run.js', import.meta.url));

test('--watch checks again when drafts and configurations change, and not when other files do', async () => {
  const cwd = folder({'稿件/a.txt': FAULTY});
  const child = spawn(process.execPath, [BIN, 'check', '稿件', '--watch', '--lang', 'zh'], {cwd});
  let output = '';
  let wake = () => {};
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    wake();
  });
  /** The report up to its closing line. */
  const next = async () => {
    while (!/检查了 .*\n/.test(output))
      await new Promise<void>(resolve => {
        wake = resolve;
      });
    const report = output;
    output = '';
    return report;
  };
  try {
    expect(await next()).toContain('检查了 1 个文件：1 个错误');
    // Watching begins right after the report; a change before that would be part of it.
    await new Promise(resolve => setTimeout(resolve, 300));
    writeFileSync(join(cwd, '稿件/x.log'), 'x');
    writeFileSync(join(cwd, '稿件/b.txt'), CLEAN);
    expect(await next()).toContain('检查了 2 个文件：1 个错误');
    writeFileSync(join(cwd, '稿件/.a.tmp'), CLEAN);
    renameSync(join(cwd, '稿件/.a.tmp'), join(cwd, '稿件/a.txt'));
    expect(await next()).toContain('检查了 2 个文件：没有发现问题');
    mkdirSync(join(cwd, '稿件/新'));
    writeFileSync(join(cwd, '稿件/govlint.config.json'), '{"ignores": ["b.txt"]}');
    expect(await next()).toContain('检查了 1 个文件');
  } finally {
    child.kill();
  }
});
