// npm run bench:growth [-- --write] [-- --most MB] [-- --files N]: whether time per megabyte stays the same from one kilobyte
// to a hundred megabytes in one file, for each rule, and from one file to a hundred thousand.
import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {cpus, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {articleOf, corpus} from './corpus.mjs';
import {plot} from './plot.mjs';

const {values: flags} = parseArgs({
  options: {
    write: {type: 'boolean'},
    most: {type: 'string', default: '100'},
    files: {type: 'string', default: '100000'},
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(tmpdir(), 'govlint-bench');
const megabytes = [0.001, 0.01, 0.1, 1, 10, 100].filter(size => size <= Number(flags.most));
const counts = [1, 10, 100, 1000, 10_000, 100_000].filter(count => count <= Number(flags.files));

/** Runs govlint on a path; time is that of the whole process, memory its peak, both by GNU time. */
function run(path, ...more) {
  const govlint = [process.execPath, join(root, 'bin/run.js'), 'check', path, '--format', 'compact', ...more];
  const {stderr, error} = spawnSync('/usr/bin/time', ['-f', '%e %M', ...govlint], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  const [seconds, kilobytes] = stderr.trimEnd().split('\n').at(-1).split(' ').map(Number);
  return {seconds, memory: kilobytes / 1024, stderr};
}

/** Milliseconds by name, as --timing prints them. */
function timing(path) {
  const {stderr} = run(path, '--timing');
  const lines = stderr.matchAll(/^ *([\d.]+) ms +[\d.]+ % {2}(\S.*)$/gm);
  return new Map(Array.from(lines, ([, ms, name]) => [name, Number(ms)]));
}

const start = run(articleOf(join(folder, 'grow-0.txt'), 100)).seconds;
const sizes = megabytes.map(size => {
  const path = articleOf(join(folder, `grow-${size}.txt`), size * 1_000_000);
  return {size, ...run(path), rules: timing(path)};
});
const many = counts.map(count => ({count, ...run(corpus(join(folder, `md-${count}`), count, 'md'))}));

const perMegabyte = (ms, size) => (ms / size < 10 ? (ms / size).toFixed(1) : (ms / size).toFixed(0));
const {size: largestSize, rules: longest} = sizes.at(-1);
const rules = [...longest]
  .filter(([name, ms]) => !/^\(other|files,/.test(name) && ms / largestSize >= 0.05)
  .map(([name]) => name);
const from = Math.max(
  0,
  sizes.findIndex(({size}) => size >= 1),
);
let text = `Milliseconds a megabyte in one .txt file, by rule and phase, as \`--timing\` prints them (short files pay for code that runs the first time; rules below 0.05 ms are left out):\n\n| | ${sizes.map(({size}) => (size < 1 ? `${size * 1000} kB` : `${size} MB`)).join(' | ')} |\n| --- | ${sizes.map(() => '---: |').join(' ')}\n`;
for (const name of rules)
  text += `| ${name} | ${sizes.map(({size, rules}) => perMegabyte(rules.get(name) ?? 0, size)).join(' | ')} |\n`;
text += `| **whole run, less ${start.toFixed(2)} s of start** | ${sizes.map(({size, seconds}) => perMegabyte(1000 * Math.max(0, seconds - start), size)).join(' | ')} |\n`;
text += `| peak memory, MB | ${sizes.map(({memory}) => memory.toFixed(0)).join(' | ')} |\n`;
text += `\nMany .md files of about 4.3 kB:\n\n| files | seconds | ms a file | peak memory, MB |\n| ---: | ---: | ---: | ---: |\n`;
for (const {count, seconds, memory} of many)
  text += `| ${count} | ${seconds.toFixed(2)} | ${((1000 * seconds) / count).toFixed(2)} | ${memory.toFixed(0)} |\n`;
process.stdout.write(text);
if (flags.write) {
  const machine = `${cpus().length} cores, Node ${process.versions.node}, ${process.platform}`;
  const page = `# Growth\n\nWritten by \`npm run bench:growth -- --write\`: ${machine}.\n\n![Milliseconds a megabyte by size of file](growth.svg)\n\n${text}`;
  writeFileSync(join(root, 'docs/growth.md'), page);
  const shown = sizes.slice(from).length > 1 ? sizes : [];
  const largest = rules.slice(0, 6);
  const rows = shown.flatMap(({size, seconds, rules}) => [
    {name: 'whole run', count: size, seconds: (1000 * seconds) / size},
    ...largest.map(name => ({name, count: size, seconds: Math.max(0.1, (rules.get(name) ?? 0) / size)})),
  ]);
  const axes = {axis: 'MB in one file', unit: 'ms', title: 'Milliseconds a megabyte by size of file'};
  writeFileSync(join(root, 'docs/growth.svg'), plot(rows, axes));
}
