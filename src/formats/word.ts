import type {Article} from '../core/article.js';
import {isCompound} from './doc/compound.js';
import {damaged} from './docx/archive.js';
import {articleOf} from './docx/article.js';
import {readDocument} from './docx/document.js';
import {UnreadableError} from './format.js';

/**
 * An article written in Word or WPS. What the file is shows in its first bytes; names are often wrong.
 * @throws {UnreadableError} when it is damaged, protected by a password, or no Word document at all.
 */
export async function parseBytes(path: string, bytes: Uint8Array): Promise<Article> {
  if (isCompound(bytes)) {
    const doc = await import('./doc/index.js');
    return doc.parseBytes(path, bytes);
  }
  const start = String.fromCharCode(...bytes.subarray(0, 64)).trimStart();
  if (start.startsWith('{\\rtf')) throw otherFormat('RTF');
  if (/^(?:\u00ef\u00bb\u00bf)?\s*(?:<[!?a-z]|MIME-Version)/i.test(start)) throw otherFormat('HTML/XML');
  if (!start.startsWith('PK')) throw damaged();
  return articleOf(path, 'docx', readDocument(bytes));
}

function otherFormat(name: string): UnreadableError {
  return new UnreadableError({
    zh: `扩展名是 Word 的，内容却是 ${name}，无法读取：请用 Word 或 WPS 打开，另存为 .docx 再检查`,
    en: `named as a Word document, but it is ${name}: open it in Word or WPS, save it as .docx and check again`,
  });
}
