// How many pages of about 30 kB are read in a second, in one process: npm run build && node tests/bench/html.mjs
import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {decode} from '../../dist/src/engine/decode.js';
import {parse} from '../../dist/src/formats/html/article.js';

const SIZE = 30_000;
const SECONDS = 5;
const folder = fileURLToPath(new URL('../fixtures/html/', import.meta.url));
const pages = readdirSync(folder)
  .filter(name => name.endsWith('.html'))
  .map(name => padded(readFileSync(folder + name)));

/** The page with its body repeated in place until it has the size that pages of sites usually have. */
function padded(bytes) {
  const text = bytes.toString('utf8');
  const start = text.indexOf('<p');
  const end = text.lastIndexOf('</p>') + '</p>'.length;
  const body = text.slice(start, end);
  let result = text;
  while (Buffer.byteLength(result) < SIZE) result = result.slice(0, end) + body + result.slice(end);
  return Buffer.from(result);
}

let [count, bytes] = [0, 0];
const warmedUp = performance.now() + 1000;
while (performance.now() < warmedUp) for (const page of pages) parse(decode('page.html', page));
const used = process.cpuUsage();
const started = performance.now();
while (performance.now() - started < SECONDS * 1000) {
  for (const page of pages) {
    parse(decode('page.html', page));
    count++;
    bytes += page.length;
  }
}
const seconds = (performance.now() - started) / 1000;
const {user, system} = process.cpuUsage(used);
const rate = time => Math.round(bytes / SIZE / time);
// On a machine that others use, too, the second figure is the one to compare.
console.log(
  `${rate(seconds)} pages of ${SIZE / 1000} kB a second, ${rate((user + system) / 1e6)} in a second of processor time (${count} pages)`,
);
