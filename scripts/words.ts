// npm run words: makes of each list rules/data/*.tsv the module beside it that the rules import: rules read no files.
// npm run words -- --check: exits 1 when one of them is not up to date.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {basename} from 'node:path';
import {fileURLToPath} from 'node:url';

const folder = fileURLToPath(new URL('../rules/data/', import.meta.url));

/** The module of a list: its rows without comments, header and trailing empty cells. */
function moduleOf(name: string, tsv: string): string {
  const [, ...rows] = tsv.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  const constant = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const lines = rows.map(row => row.trimEnd().replaceAll('\t', '|')).join(';');
  return `// Made of ${name}.tsv by npm run words.\nexport const ${constant} =\n  '${lines}';\n`;
}

let stale = 0;
for (const file of readdirSync(folder).filter(name => name.endsWith('.tsv'))) {
  const name = basename(file, '.tsv');
  const text = moduleOf(name, readFileSync(`${folder}${file}`, 'utf8'));
  const target = `${folder}${name}.ts`;
  let before = '';
  try {
    before = readFileSync(target, 'utf8');
  } catch {
    // It is made for the first time.
  }
  if (before === text) continue;
  stale++;
  if (process.argv.includes('--check')) console.error(`rules/data/${name}.ts is not up to date: npm run words`);
  else writeFileSync(target, text);
}
if (stale > 0 && process.argv.includes('--check')) process.exitCode = 1;
