import type {Article} from '../../core/article.js';
import {damaged} from '../docx/archive.js';
import {articleOf} from '../docx/article.js';
import {Numbering} from '../docx/numbering.js';
import {UnreadableError} from '../format.js';
import {CompoundFile} from './compound.js';
import {readBinary} from './document.js';
import {paragraphsOf} from './paragraphs.js';

/** Word 97; what came before keeps its text in the code page of the machine it was written on. */
const WORD_97 = 0xc1;

/**
 * An article written in Word 97 to 2003.
 * @throws {UnreadableError} when it has a password, is damaged or no Word document.
 */
export function parseBytes(path: string, bytes: Uint8Array): Article {
  const file = new CompoundFile(bytes);
  const document = readBinary(file, wordStream(file));
  const {styles} = document;
  // The definitions of lists are not read.
  const numbering = new Numbering(undefined);
  return articleOf(path, 'doc', {paragraphs: paragraphsOf(document), styles, numbering, properties: []});
}

/** The stream with the text, its header looked at. */
function wordStream(file: CompoundFile): Uint8Array {
  if (file.has('EncryptedPackage') || file.has('EncryptionInfo')) throw encrypted();
  if (!file.has('WordDocument')) throw notWord();
  const stream = file.read('WordDocument');
  if (stream.length < 0x400) throw damaged();
  const header = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (header.getUint16(0, true) !== 0xa5ec) throw notWord();
  if (header.getUint16(0x0a, true) & 0x0100) throw encrypted();
  if (header.getUint16(2, true) < WORD_97) throw tooOld();
  return stream;
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
