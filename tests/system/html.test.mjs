// The HTML report in headless Chromium: from a finding to its place, filter, findings by rule, print, and nothing from
// outside. SCREENSHOTS names a folder for pictures of the page at 1280 and 390 px.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import puppeteer from 'puppeteer-core';

const bin = fileURLToPath(new URL('../../bin/run.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'govlint-html-'));
const report = join(folder, 'report.html');
const MARKUP = '<script>window.ran=1</script><img src=x onerror=window.ran=2>';
let browser;
let server;

/** The page is tested with two rules: what the others say of such texts is not the matter here. */
const OTHER_RULES = [
  'quotation-form',
  'halfwidth-punctuation',
  'punctuation-placement',
  'duplicate-articles',
  'sequence-marks',
];

before(async () => {
  const filler = Array.from({length: 40}, (_, i) => `第${i + 1}个窗口的工作人员介绍了办理流程和所需材料。\n\n`).join(
    '',
  );
  mkdirSync(join(folder, '稿件'));
  // Page by page: a long one, one with markup, and many short ones, of which the last are closed.
  writeFileSync(
    join(folder, '稿件', '01 长 文.txt'),
    `青山县解读办事清单\n\n来源：青山县数据局　发布时间：2024-05-20 09:00\n\n${filler}会上解读了《窗口服务规范》2024年办事清单》，并现场答疑。\n`,
  );
  writeFileSync(
    join(folder, '稿件', `02<img src=x onerror=window.ran=3>.txt`.replaceAll('/', '')),
    `青山县开展防汛演练\n\n来源：青山县水利局　发布时间：2024-06-01 10:00\n\n演练按照《防汛预案${MARKUP}分三步进行。\n\n▲演练现场\n`,
  );
  for (let i = 3; i <= 40; i++)
    writeFileSync(
      join(folder, '稿件', `${String(i).padStart(2, '0')}.txt`),
      `白鹤塘村第${i}次村民会议召开\n\n来源：青山县民政局　发布时间：2024-06-01 10:00\n\n会议讨论了《村规民约的第${i}条。\n`,
    );
  const off = OTHER_RULES.map(rule => [rule, 'off']);
  writeFileSync(join(folder, 'two-rules.json'), JSON.stringify({rules: Object.fromEntries(off)}));
  const {status} = spawnSync(
    process.execPath,
    [bin, 'check', '稿件', '--lang', 'zh', '--format', 'html', '--output-file', report, '--config', 'two-rules.json'],
    {cwd: folder},
  );
  assert.equal(status, 1);
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  server = createServer((request, response) => {
    if (request.url === '/report.html') response.setHeader('content-type', 'text/html').end(readFileSync(report));
    else response.writeHead(404).end();
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
});

after(async () => {
  server?.close();
  await browser?.close();
  rmSync(folder, {recursive: true, force: true});
});

/** Opens the report, and keeps an account of what it asks for and complains of. */
async function open({width = 1280, height = 900, url = pathToFileURL(report).href} = {}) {
  const page = await browser.newPage();
  const requests = [];
  const complaints = [];
  page.on('request', request => requests.push(request.url()));
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  await page.setViewport({width, height});
  await page.goto(url);
  return {page, requests, complaints};
}

/** Whether an element is wholly inside the window, and what lies on top in its middle belongs to it or its paragraph. */
const isSeen = (page, selector) =>
  page.$eval(selector, element => {
    const {top, bottom, left, width, height} = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return (
      top >= 0 && bottom <= innerHeight && height > 0 && (element.contains(hit) || element.parentElement.contains(hit))
    );
  });

const shownText = page => page.$eval('#filter output', ({textContent}) => textContent);
const filtered = (page, n) =>
  page.waitForFunction(n => document.querySelector('#filter output').textContent.includes(`显示 ${n} 个`), {}, n);

test('nothing is fetched, nothing is refused, and no text of an article runs', async () => {
  const http = `http://127.0.0.1:${server.address().port}/report.html`;
  for (const url of [pathToFileURL(report).href, http]) {
    const {page, requests, complaints} = await open({url});
    await page.click('.open-all');
    await page.click('.rule summary');
    await page.waitForSelector('.rule ol a');
    assert.deepEqual(
      requests.filter(request => !request.startsWith('data:')),
      [url],
    );
    assert.deepEqual(complaints, []);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.equal(await page.$$eval('img', images => images.length), 0);
    assert.ok(await page.$eval('#file1 .text', ({textContent}, markup) => textContent.includes(markup), MARKUP));
    await page.close();
  }
});

test('markup put in by a script of the page’s own is refused', async () => {
  const {page} = await open();
  const refused = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<p>';
      return false;
    } catch (error) {
      return error instanceof TypeError;
    }
  });
  assert.equal(refused, true);
  await page.close();
});

for (const [width, height] of [
  [1280, 900],
  [390, 844],
]) {
  test(`a click on a finding shows its place, and the place leads back, at ${width} px`, async () => {
    const {page, complaints} = await open({width, height});
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    assert.equal(await isSeen(page, '#m0-0'), false);
    await page.click('#f0-0');
    await page.waitForFunction(() => location.hash === '#m0-0');
    assert.equal(await isSeen(page, '#m0-0'), true);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'm0-0');
    if (process.env.SCREENSHOTS) await page.screenshot({path: join(process.env.SCREENSHOTS, `html-${width}.png`)});
    assert.ok(await page.$eval('#m0-0', ({classList}) => classList.contains('current')));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#f0-0');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'f0-0');
    assert.equal(await isSeen(page, '#f0-0'), true);
    assert.deepEqual(complaints, []);
    await page.close();
  });
}

test('a click on a mark leads to its finding, and the finding colours the mark', async () => {
  const {page} = await open();
  await page.click('#file1 .text mark');
  await page.waitForFunction(() => location.hash === '#f1-0');
  assert.equal(await page.$eval('#file1 .text mark.current', ({textContent}) => textContent), '《');
  assert.ok(await page.$eval('#file1 .findings li', ({classList}) => classList.contains('current')));
  await page.close();
});

test('the address of a place opens its file', async () => {
  const {page} = await open({url: `${pathToFileURL(report).href}#m39-0`});
  assert.ok(await page.$eval('#file39 details', ({open}) => open));
  assert.equal(await isSeen(page, '#m39-0'), true);
  await page.close();
});

test('the filter hides findings, their marks and files without any', async () => {
  const {page} = await open();
  const total = await page.$$eval('.findings > li', ({length}) => length);
  assert.equal(await shownText(page), `显示 ${total} 个问题，共 ${total} 个`);
  const warnings = await page.$$eval('.findings > li[data-severity=warning]', ({length}) => length);
  assert.ok(warnings > 0);

  await page.click('#filter input[value=error]');
  await filtered(page, warnings);
  assert.equal(await page.$eval('#file0', ({hidden}) => hidden), true);
  assert.deepEqual(await page.$$eval('#file1 .text mark:not(.off)', marks => marks.map(({className}) => className)), [
    'warning',
  ]);
  assert.deepEqual(await page.$$eval('#file1 .place', places => places.map(({hidden}) => hidden)), [true, false]);

  await page.click('#filter button[type=reset]');
  await filtered(page, total);
  await page.type('#filter input[type=search]', '07.TXT');
  await filtered(page, 1);
  assert.deepEqual(await page.$$eval('.file:not([hidden])', files => files.map(({id}) => id)), ['file6']);

  await page.click('#filter button[type=reset]');
  await filtered(page, total);
  const caption = await page.$$eval(
    '#filter option',
    options => options.find(({text}) => text.includes('photo-caption')).value,
  );
  await page.select('#filter select', caption);
  await filtered(page, 1);
  await page.close();
});

test('a rule lists its findings, and one that the filter hides is shown again', async () => {
  const {page} = await open();
  await page.type('#filter input[type=search]', '07.txt');
  await filtered(page, 1);
  await page.click('.rule summary');
  await page.waitForSelector('.rule ol a');
  const rows = await page.$$eval('.rule[open] ol li', ({length}) => length);
  assert.equal(String(rows), await page.$eval('.rule[open] summary b', ({textContent}) => textContent));
  await page.$$eval('.rule[open] ol a', links => links.at(-1).click());
  await page.waitForFunction(() => location.hash === '#m39-0');
  assert.equal(await isSeen(page, '#m39-0'), true);
  await page.close();
});

test('the keyboard reaches findings from the top, in the order that is seen', async () => {
  const {page} = await open();
  const reached = [];
  for (let i = 0; i < 60 && reached.at(-1) !== 'f0-0'; i++) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(
        () => document.activeElement.id || document.activeElement.name || document.activeElement.localName,
      ),
    );
  }
  assert.ok(reached.indexOf('words') > 0 && reached.indexOf('words') < reached.indexOf('f0-0'), reached.join(' '));
  await page.close();
});

test('print opens what is closed, and leaves the form out', async () => {
  const {page} = await open();
  const closed = () => page.$$eval('.file > details:not([open])', ({length}) => length);
  const before = await closed();
  assert.ok(before > 0);
  await page.emulateMediaType('print');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await closed(), 0);
  assert.equal(await page.$eval('#filter', form => getComputedStyle(form).display), 'none');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await closed(), before);
  const pdf = Buffer.from(await page.pdf()).toString('latin1');
  assert.ok(pdf.match(/\/Type\s*\/Page\b/g).length > 3);
  assert.equal(await closed(), before);
  await page.close();
});

test('without scripts the counts are on top and a finding still leads to its place', async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({width: 1280, height: 900});
  await page.goto(pathToFileURL(report).href);
  const top = async selector => (await (await page.$(selector)).boundingBox()).y;
  assert.ok((await top('#overview')) < (await top('#files')));
  assert.equal(await (await page.$('#filter')).boundingBox(), null);
  await page.click('#f0-0');
  await new Promise(resolve => setTimeout(resolve, 300));
  const {y} = await (await page.$('#m0-0')).boundingBox();
  assert.ok(y > 0 && y < 900, String(y));
  await page.close();
});
