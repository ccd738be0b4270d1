// npm run bench [-- --quick] [-- --write]: govlint beside its peers and the floors, pairwise in one session.
// Each round runs every contender once, so that a busy moment hits all; medians of the rounds and their ratios count.
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {corpus} from './corpus.mjs';
import {plot} from './plot.mjs';

const {values: flags} = parseArgs({
  options: {quick: {type: 'boolean'}, write: {type: 'boolean'}, rounds: {type: 'string', default: '5'}},
});
const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const bin = name => join(here, 'node_modules', name);
if (!existsSync(bin('zhlint'))) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {cwd: here, stdio: 'inherit'});
}

const node = (...args) => [process.execPath, args];
/** What each contender runs on a folder of articles; `most` is the largest folder it gets. */
const CONTENDERS = {
  'node -e 0': {run: () => node('-e', '0'), most: 1, floor: true},
  'reading the files': {run: folder => node(join(here, 'read.mjs'), folder), floor: true},
  govlint: {run: folder => node(join(root, 'bin/run.js'), 'check', folder, '--format', 'compact')},
  'govlint, warm cache': {
    run: folder =>
      node(
        join(root, 'bin/run.js'),
        'check',
        folder,
        '--format',
        'compact',
        '--cache',
        '--cache-location',
        `${folder}.cache`,
      ),
  },
  'AutoCorrect (Rust)': {run: () => node(bin('autocorrect-node/cli.js'), '--lint', '--format', 'json', '.')},
  'markdownlint-cli2': {
    run: (_folder, extension) => node(bin('markdownlint-cli2/markdownlint-cli2-bin.mjs'), `**/*.${extension}`),
    only: ['md'],
    most: 2000,
  },
  zhlint: {
    run: (_folder, extension) => node(bin('zhlint/bin/index.js'), `**/*.${extension}`),
    only: ['md', 'txt'],
    most: 2000,
  },
  textlint: {
    run: (_folder, extension) =>
      node(
        bin('textlint/bin/textlint.js'),
        '--rulesdir',
        bin('textlint-rule-zh-half-and-full-width-bracket/lib'),
        `**/*.${extension}`,
      ),
    only: ['md', 'txt'],
    most: 2000,
  },
  'lint-md': {run: () => node(bin('@lint-md/cli/lib/src/lint-md.js'), '**/*.md'), only: ['md'], most: 200},
};

const sizes = flags.quick ? [1, 200, 2000] : [1, 200, 2000, 20_000];
const rows = [];
for (const extension of ['md', 'txt', 'html']) {
  for (const count of sizes) rows.push(...measure(extension, count));
}
const table = `${ratiosOf(rows)}\n${tableOf(rows)}`;
process.stdout.write(table);
if (flags.write) {
  const machine = `${cpus().length} cores, Node ${process.versions.node}, ${process.platform}`;
  const {devDependencies} = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  const peers = Object.entries(devDependencies).map(([name, version]) => `${name} ${version}`);
  const page = `# Performance\n\nWritten by \`npm run bench -- --write\`: ${machine}. Wall time from start to exit, medians of ${flags.rounds} rounds in which\nevery contender ran once (${peers.join(', ')}); memory is the peak of the process. Articles have about 1,500 characters. How time grows, rule by rule:\n[growth.md](growth.md).\n\n![Time by number of files](performance.svg)\n\n${table}`;
  writeFileSync(join(root, 'docs/performance.md'), page);
  writeFileSync(join(root, 'docs/performance.svg'), plot(rows.filter(({extension}) => extension === 'md')));
}

function measure(extension, count) {
  const folder = corpus(join(tmpdir(), 'govlint-bench', `${extension}-${count}`), count, extension);
  const contenders = Object.entries(CONTENDERS).filter(
    ([, {only, most = Infinity}]) => count <= most && (!only || only.includes(extension)),
  );
  const runs = new Map(contenders.map(([name]) => [name, []]));
  const rounds = count >= 20_000 ? 3 : Number(flags.rounds);
  for (let round = 0; round <= rounds; round++) {
    for (const [name, {run}] of contenders) {
      const result = timed(run(folder, extension), folder);
      // The first round warms the disk and govlint's cache.
      if (round > 0) runs.get(name).push(result);
    }
  }
  return contenders.map(([name, {floor = false}]) => {
    const all = runs.get(name);
    return {
      extension,
      count,
      name,
      floor,
      seconds: median(all.map(({seconds}) => seconds)),
      megabytes: median(all.map(({megabytes}) => megabytes)),
    };
  });
}

/** GNU time tells the peak of a process; without it there is no figure. */
function timed([command, args], cwd) {
  const options = {cwd, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 2 ** 30};
  const gnuTime = existsSync('/usr/bin/time');
  const began = performance.now();
  const {stderr, error} = gnuTime
    ? spawnSync('/usr/bin/time', ['-f', '%M', command, ...args], options)
    : spawnSync(command, args, options);
  const seconds = (performance.now() - began) / 1000;
  if (error) throw error;
  const kilobytes = gnuTime ? Number(stderr.trimEnd().split('\n').at(-1)) : Number.NaN;
  return {seconds, megabytes: kilobytes / 1024};
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** What govlint's time is of that of another, in one line for each comparison. */
function ratiosOf(all) {
  const extensions = [...new Set(all.map(({extension}) => extension))];
  const secondsOf = (extension, count, name) =>
    all.find(row => row.extension === extension && row.count === count && row.name === name)?.seconds;
  const most = Math.max(...all.map(({count}) => count));
  const comparisons = [
    ['one file against `node -e 0`', 1, 'govlint', 'node -e 0'],
    ['one file against AutoCorrect', 1, 'govlint', 'AutoCorrect (Rust)'],
    ...[2000, ...(most > 2000 ? [most] : [])].flatMap(count => [
      [`${count} files against AutoCorrect`, count, 'govlint', 'AutoCorrect (Rust)'],
      [`${count} files against reading them`, count, 'govlint', 'reading the files'],
      [`${count} unchanged files by the cache against reading them`, count, 'govlint, warm cache', 'reading the files'],
    ]),
  ];
  let text = `| govlint's time | ${extensions.map(name => `.${name}`).join(' | ')} |\n| --- | ${extensions.map(() => '---: |').join(' ')}\n`;
  for (const [label, count, own, other] of comparisons) {
    const cells = extensions.map(name => {
      const ratio = secondsOf(name, count, own) / secondsOf(name, count, other);
      return Number.isNaN(ratio) ? '–' : `${ratio.toFixed(2)} ×`;
    });
    text += `| ${label} | ${cells.join(' | ')} |\n`;
  }
  return text;
}

function tableOf(all) {
  let text = '';
  for (const extension of new Set(all.map(row => row.extension))) {
    text += `## .${extension}\n\n| files | contender | seconds | × govlint | MB |\n| ---: | --- | ---: | ---: | ---: |\n`;
    for (const row of all.filter(entry => entry.extension === extension)) {
      const own = all.find(
        ({name, count, extension: other}) => name === 'govlint' && count === row.count && other === extension,
      );
      const memory = Number.isNaN(row.megabytes) ? '–' : row.megabytes.toFixed(0);
      text += `| ${row.count} | ${row.name} | ${row.seconds.toFixed(3)} | ${(row.seconds / own.seconds).toFixed(2)} | ${memory} |\n`;
    }
    text += '\n';
  }
  return text;
}
