import type {Text} from '../core/rule.js';

/** Documents that Word or WPS open and can save as .docx. */
const WORD_PROCESSOR = /\.(?:wps|wpt|dot|dotx|rtf|odt|ott|uot|uof)$/i;
/** Pages that no longer hold the text as it was typed. */
const FIXED = /\.(?:pdf|ofd)$/i;

/** Whether a file is a document that could be saved as .docx. */
export function isWordProcessed(path: string): boolean {
  return WORD_PROCESSOR.test(path);
}

/**
 * Why a file cannot be read, and what to do about it.
 * @param known the extensions that are read.
 */
export function unsupported(path: string, known: readonly string[]): Text {
  if (WORD_PROCESSOR.test(path))
    return {
      zh: '不支持这种文件格式：请用 WPS 或 Word 打开，选“文件—另存为”，文件类型选“Word 文档（*.docx）”，再检查另存的文件',
      en: 'this format is not supported: open it in WPS or Word, choose File, Save As, the type Word Document (*.docx), and check the file saved so',
    };
  if (FIXED.test(path))
    return {
      zh: '不支持版式文件：请检查它的原稿（.docx 等），没有原稿的请把文字复制到 .txt 文件里',
      en: 'files of fixed layout are not supported: check the draft (.docx or other) they were made from, or copy the text into a .txt file',
    };
  return {
    zh: `不支持这种文件格式：可以检查的有 ${known.join(' ')}`,
    en: `this format is not supported: govlint reads ${known.join(' ')}`,
  };
}
