import {Article} from '../../core/article.js';
import {Source} from '../../core/source.js';
import {SourceMap} from '../../core/source-map.js';
import {damaged} from '../docx/archive.js';
import {UnreadableError} from '../format.js';
import {assignRoles, type Draft} from '../roles.js';
import {CompoundFile} from './compound.js';

/** Word 97; what came before keeps its text in the code page of the machine it was written on. */
const WORD_97 = 0xc1;
/** Characters of a draft; a thousand pages have about a million. */
const LONGEST = 5_000_000;
const UNDEFINED = 'undefined';

/**
 * An article written in Word 97 to 2003. A line of its source is a paragraph; a row of a table is one, too.
 * @throws {UnreadableError} when it has a password, is damaged or no Word document.
 */
export async function parseBytes(path: string, bytes: Uint8Array): Promise<Article> {
  const file = new CompoundFile(bytes);
  check(file);
  const source = new Source(path, withoutMarks(await textOf(bytes), file));
  const drafts: Draft[] = [];
  let start = 0;
  for (const line of source.text.split('\n')) {
    drafts.push(...draftsOf(line, start));
    start += line.length + 1;
  }
  return new Article({source, format: 'doc', ...assignRoles(drafts)});
}

/** Looks at the header and the table of pieces of the text before a reader that trusts them does. */
function check(file: CompoundFile): void {
  if (file.has('EncryptedPackage') || file.has('EncryptionInfo')) throw encrypted();
  if (!file.has('WordDocument')) throw notWord();
  const document = file.read('WordDocument');
  if (document.length < 0x400) throw damaged();
  const header = new DataView(document.buffer, document.byteOffset, document.byteLength);
  if (header.getUint16(0, true) !== 0xa5ec) throw notWord();
  const flags = header.getUint16(0x0a, true);
  if (flags & 0x0100) throw encrypted();
  if (header.getUint16(2, true) < WORD_97) throw tooOld();
  const table = file.read(flags & 0x0200 ? '1Table' : '0Table');
  const lengths = [0x4c, 0x50, 0x54, 0x5c, 0x60, 0x64, 0x68].map(at => header.getUint32(at, true));
  if (lengths.reduce((sum, length) => sum + length, 0) > LONGEST) throw tooLong();
  checkPieces(table, header.getUint32(0x1a2, true), header.getUint32(0x1a6, true), document.length);
}

/** The pieces follow one another and are no longer than the stream that holds their text. */
function checkPieces(table: Uint8Array, start: number, length: number, available: number): void {
  if (start + length > table.length || length < 5) throw damaged();
  const view = new DataView(table.buffer, table.byteOffset + start, length);
  let at = 0;
  while (view.getUint8(at) === 1) {
    at += 3 + view.getUint16(at + 1, true);
    if (at + 5 > length) throw damaged();
  }
  if (view.getUint8(at) !== 2) throw damaged();
  const pieces = (view.getUint32(at + 1, true) - 4) / 12;
  if (!Number.isInteger(pieces) || pieces < 1 || at + 5 + pieces * 12 + 4 > length) throw damaged();
  for (let piece = 0; piece < pieces; piece++) {
    const from = view.getUint32(at + 5 + piece * 4, true);
    const to = view.getUint32(at + 9 + piece * 4, true);
    if (to < from || to > available) throw damaged();
  }
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const {default: WordExtractor} = await import('word-extractor');
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const options = {filterUnicode: false, includeHeadersAndFooters: false};
    const parts = [document.getBody(options), document.getTextboxes(options), document.getFootnotes(options)];
    return [...parts, document.getEndnotes(options)]
      .map(part => part.replace(/\n+$/, ''))
      .filter(part => part.trim() !== '')
      .join('\n');
  } catch {
    throw damaged();
  }
}

/**
 * Characters that Word keeps for itself: 0x1E is a hyphen that does not break, 0x1F one that shows at a line end alone.
 * For the latter word-extractor 1.0.4 writes the word undefined.
 */
function withoutMarks(text: string, file: CompoundFile): string {
  const hyphens = text.replaceAll('\u001e', '-').replace(/[\u0000-\u0008\u000b-\u001f]/g, '');
  if (!hyphens.includes(UNDEFINED)) return hyphens;
  const stream = file.read('WordDocument');
  const said = [new TextDecoder('utf-16le').decode(stream), new TextDecoder('latin1').decode(stream)];
  return said.some(part => part.includes(UNDEFINED)) ? hyphens : hyphens.replaceAll(UNDEFINED, '');
}

/** A row of a table ends with the tab that ends its last cell. */
function draftsOf(line: string, start: number): Draft[] {
  if (!line.endsWith('\t') || !/\S/.test(line)) return draftOf(line, start, {});
  const drafts: Draft[] = [];
  let at = start;
  for (const cell of line.split('\t')) {
    drafts.push(...draftOf(cell, at, {role: 'cell'}));
    at += cell.length + 1;
  }
  return drafts;
}

function draftOf(raw: string, start: number, role: Partial<Draft>): Draft[] {
  const text = raw.trim();
  if (text === '') return [];
  const at = start + (raw.length - raw.trimStart().length);
  return [{text, map: SourceMap.shift(at, text.length), ...role}];
}

function encrypted(): UnreadableError {
  return new UnreadableError({
    zh: '文件有打开密码，无法读取：请用 Word 或 WPS 打开，去掉密码后再检查',
    en: 'the file is protected by a password: open it in Word or WPS, remove the password and check again',
  });
}

function notWord(): UnreadableError {
  return new UnreadableError({
    zh: '不是 Word 文稿（可能是其他 Office 或 WPS 文件改了扩展名）：请用 Word 或 WPS 打开，另存为 .docx 再检查',
    en: 'this is no Word document (another office file under this name?): open it in Word or WPS, save it as .docx and check again',
  });
}

function tooOld(): UnreadableError {
  return new UnreadableError({
    zh: '是 Word 95 或更早的格式，无法读取：请用 Word 或 WPS 打开，另存为 .docx 再检查',
    en: 'the file is in the format of Word 95 or earlier: open it in Word or WPS, save it as .docx and check again',
  });
}

function tooLong(): UnreadableError {
  return new UnreadableError({
    zh: '文件长得不像文稿，没有读取：请用 Word 或 WPS 打开，另存为 .docx 再检查',
    en: 'the file is longer than any draft: open it in Word or WPS, save it as .docx and check again',
  });
}
