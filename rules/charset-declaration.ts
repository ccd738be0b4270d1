import {defineRule} from '../src/core/rule.js';

export default defineRule({
  id: 'charset-declaration',
  severity: 'warning',
  inspection: 'points',
  fix: 'suggested',
  basis: ['HTML Living Standard 4.2.5.4'],
  summary: {
    zh: '网页声明的字符编码须与文件的实际编码一致',
    en: 'A web page declares the character encoding that the file is in',
  },
  defaults: {},
  messages: {
    wrong: {
      zh: '网页声明编码为“{declared}”，文件实际是“{actual}”：应声明为“{actual}”，否则会显示成乱码',
      en: 'The page declares the encoding `{declared}` but the file is `{actual}`: expected `{actual}`, or it shows as garbage',
    },
    overruled: {
      zh: '网页声明编码为“{declared}”，文件开头的标记（BOM）表明实际是“{actual}”：浏览器以标记为准，其他软件可能显示成乱码，两者应当一致',
      en: 'The page declares the encoding `{declared}` but its byte order mark says `{actual}`: browsers go by the mark, other programs may show garbage; expected the two to agree',
    },
  },
  check(article, {report}) {
    const {source, metadata} = article;
    const declarations = metadata.get('charset') ?? [];
    // Plain ASCII reads the same in all of them.
    if (declarations.length === 0 || !NOT_ASCII.test(source.text)) return;
    for (const {value, span, origin} of declarations) {
      if (origin !== 'tag' || value === '' || familyOf(value) === familyOf(source.encoding)) continue;
      const data = {declared: value, actual: source.encoding};
      // A byte order mark outdoes every declaration.
      if (source.bom) report(article, span, 'overruled', {data, severity: 'note'});
      else report(article, span, 'wrong', {data, fix: [{range: span, text: source.encoding}]});
    }
  },
});

const NOT_ASCII = /[^\0-\x7f]/;

/**
 * The encoding that a browser takes for a label; GBK and GB 2312 are parts of GB 18030, and UTF-16 is one whichever byte
 * comes first. Unknown labels stay as they are.
 */
function familyOf(label: string): string {
  try {
    const {encoding} = new TextDecoder(label);
    if (encoding === 'gbk') return 'gb18030';
    return encoding.startsWith('utf-16') ? 'utf-16' : encoding;
  } catch (error) {
    if (error instanceof RangeError) return label;
    throw error;
  }
}
