// Word documents as LibreOffice writes and reads them.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, extname, join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {strFromU8, unzipSync} from 'fflate';
import {parseArticle} from '../../dist/src/engine/read.js';

const bin = fileURLToPath(new URL('../../bin/run.js', import.meta.url));
const fixtures = fileURLToPath(new URL('../fixtures/word/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'govlint-docx-'));
const profile = pathToFileURL(join(folder, 'profile')).href;
after(() => rmSync(folder, {recursive: true, force: true}));

/** Converts a file and returns the path of the result. */
function convert(path, format, to, ...options) {
  const out = join(folder, to);
  const {status, stdout, stderr} = spawnSync(
    'libreoffice',
    [`-env:UserInstallation=${profile}`, '--headless', ...options, '--convert-to', format, '--outdir', out, path],
    {encoding: 'utf8', timeout: 120_000},
  );
  assert.equal(status, 0, `${stdout}${stderr}`);
  assert.match(stdout, /convert .* -> /, stderr);
  return join(out, `${basename(path, extname(path))}.${format.split(':')[0]}`);
}

function check(args, cwd = folder) {
  const run = spawnSync(process.execPath, [bin, 'check', ...args, '--format', 'json'], {cwd, encoding: 'utf8'});
  return {status: run.status, stderr: run.stderr, files: JSON.parse(run.stdout).files};
}

const read = (path, part) => strFromU8(unzipSync(readFileSync(path))[part] ?? new Uint8Array());

const PAGE = `<html><head><meta charset="utf-8"><title>解读办事清单</title></head><body>
<h1>青山县解读办事清单</h1>
<p>来源：青山县数据局　发布时间：2024-05-20 09:00</p>
<h2>一、办事指南</h2>
<ol><li>会上解读了《窗口服务规范》2024年办事清单》，并现场答疑。</li><li>各窗口公布了咨询电话。</li></ol>
<table border="1"><tr><td>窗口</td><td>电话</td></tr><tr><td>综合</td><td>见公告</td></tr></table>
<p>县数据局表示，下一步将<b>继续</b>简化“一件事流程，方便群众办事。</p>
</body></html>`;

test('a draft saved as .docx and .doc has the findings of the text, at its paragraphs', () => {
  const page = join(folder, 'draft.html');
  writeFileSync(page, PAGE);
  const asText = '--infilter=HTML (StarWriter)';
  const docx = convert(page, 'docx:MS Word 2007 XML', 'docx', asText);
  const doc = convert(page, 'doc:MS Word 97', 'doc', asText);
  for (const {findings} of check([docx, doc]).files) {
    assert.deepEqual(
      findings.map(({rule, start}) => [rule, start.line]),
      [
        ['paired-marks', 4],
        ['paired-marks', 10],
      ],
    );
  }
});

test('a .doc and a .docx of one draft are the same article, whatever its characters and their formats', async () => {
  const page = join(folder, 'formats.html');
  writeFileSync(
    page,
    `<html><head><meta charset="utf-8"></head><body><h1>青山县召开会议</h1>
<p>会议听取了<span style="letter-spacing:0.25pt">工作报&shy;告，审议了</span>“一件事”办理😀情况（甲&#8209;乙&nbsp;丙）。</p>
<p>第一行。<br>第二行见<a href="https://example.com/">网页</a>。</p><h2>一、数据</h2>
<table border="1"><tr><td><p>甲</p><p>乙</p></td><td></td></tr><tr><td colspan="2">café ½ €</td></tr></table><p>会议闭幕。</p></body></html>`,
  );
  const [docx, doc] = await Promise.all(
    ['docx:MS Word 2007 XML', 'doc:MS Word 97'].map(async format => {
      const path = convert(page, format, 'formats', '--infilter=HTML (StarWriter)');
      const {source, blocks} = await parseArticle(path, () => readFileSync(path));
      return {text: source.text, blocks: blocks.map(({role, text}) => `${role}: ${text}`)};
    }),
  );
  assert.match(docx.text, /工作报\u00ad?告，审议了“一件事”办理😀情况/);
  assert.equal(doc.text, docx.text.replaceAll('\u00ad', '').replaceAll('\u2011', '-'));
  assert.deepEqual(doc.blocks.map(plain), docx.blocks.map(plain));
});

const plain = text => text.replaceAll('\u00ad', '').replaceAll('\u2011', '-');

test('a copy with comments opens, the comments are in it, and everything else still is', () => {
  copyFileSync(join(fixtures, 'd16.docx'), join(folder, 'd16.docx'));
  const {files, stderr} = check(['d16.docx', '--annotate', 'copies', '--lang', 'zh']);
  assert.match(stderr, /1 个 \.docx 的批注副本/);
  const words = files[0].findings.map(({text}) => text);
  assert.ok(words.length > 0);
  const copy = join(folder, 'copies', 'd16.docx');

  const again = convert(copy, 'docx', 'again');
  const comments = read(again, 'word/comments.xml');
  assert.equal(comments.match(/w:author="govlint"/g).length, words.length);
  const said = comments
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  for (const text of words) assert.ok(said.includes(text), text);

  const text = path => readFileSync(convert(path, 'txt:Text (encoded):UTF8', basename(path) + Math.random()), 'utf8');
  assert.equal(text(copy), text(join(folder, 'd16.docx')));
  const pictures = path => Object.keys(unzipSync(readFileSync(path))).filter(name => name.includes('media/')).length;
  assert.equal(pictures(again), 2);
  // What was checked finds the same in what LibreOffice wrote.
  const found = ({files}) => files[0].findings.map(({rule, start}) => `${rule} ${start.line}`);
  assert.deepEqual(found(check([again])), found({files}));
});
