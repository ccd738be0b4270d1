#!/usr/bin/env node
// node official-names.mjs FOLDER > names.csv: the titles of the law texts in a folder, for the rule official-names.
// A text is a .txt or .md file in UTF-8; its title is its first line, or its first two where the title is broken.
import {readdirSync, readFileSync} from 'node:fs';
import {extname, join} from 'node:path';

const folder = process.argv[2];
if (!folder) {
  console.error('用法 / usage: node official-names.mjs FOLDER > names.csv');
  process.exit(2);
}

const KIND =
  /(?:法|法典|条例|规定|办法|细则|规则|准则|决定|决议|解释|意见|通知|规程|标准|规范|纲要|规划|方案|制度|章程|公约|宪法|修正案[（()）一-十]*)(?:（[^（）]{1,12}）)?$/;

/** The title of a text; undefined when its first lines are none. */
function titleOf(text) {
  const lines = text
    .split(/\r\n?|\n/, 20)
    .map(line => line.replace(/^[\ufeff#\s　]+|[\s　]+$/g, ''))
    .filter(line => line !== '');
  const [first = '', second = ''] = lines.map(line => line.replace(/^《|》$/g, '').replace(/[\s　]+/g, ''));
  return [first, first + second].find(title => title.length >= 3 && title.length <= 60 && KIND.test(title));
}

const titles = new Set();
for (const entry of readdirSync(folder, {withFileTypes: true, recursive: true})) {
  if (!entry.isFile() || !['.txt', '.md'].includes(extname(entry.name).toLowerCase())) continue;
  const path = join(entry.parentPath, entry.name);
  const title = titleOf(readFileSync(path, 'utf8'));
  if (title === undefined) console.error(`没有找到标题 / no title: ${path}`);
  else titles.add(title);
}
const cell = title => (/[",]/.test(title) ? `"${title.replaceAll('"', '""')}"` : title);
process.stdout.write(
  `名称\n${[...titles]
    .sort()
    .map(title => `${cell(title)}\n`)
    .join('')}`,
);
