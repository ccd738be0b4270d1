const SPECIAL = /[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Written as itself it would be read as a line feed.
  '\r': '&#13;',
};

/** Text of an article, a rule or a file name is data: no markup, in an element or in a quoted attribute. Control characters are shown as pictures. */
export function escapeHtml(text: string): string {
  return text.replace(SPECIAL, character => NAMED[character] ?? picture(character.charCodeAt(0)));
}

function picture(code: number): string {
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}
