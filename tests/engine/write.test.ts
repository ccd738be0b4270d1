import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {writeFileAtomically} from '../../src/engine/write.js';
import {folder} from '../helpers/cli.js';

async function* chunks(count: number, failAt?: number) {
  for (let i = 0; i < count; i++) {
    if (i === failAt) throw new Error('the source fails');
    yield `第 ${i} 行\n`;
  }
}

test('a file is written whole', async () => {
  const cwd = folder({'report.txt': 'old'});
  await writeFileAtomically(join(cwd, 'report.txt'), chunks(3));
  expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).toBe('第 0 行\n第 1 行\n第 2 行\n');
});

test('a failure on the way leaves the old file and nothing beside it', async () => {
  const cwd = folder({'report.txt': 'old'});
  await expect(writeFileAtomically(join(cwd, 'report.txt'), chunks(3, 2))).rejects.toThrow('the source fails');
  expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).toBe('old');
  expect(readdirSync(cwd)).toEqual(['report.txt']);
});
