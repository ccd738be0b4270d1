/** A block of a plain Markdown text; offsets in that text. */
export interface PlainBlock {
  readonly kind: 'heading' | 'paragraph';
  readonly from: number;
  readonly to: number;
}

/** Characters that may mean something else than themselves, and the beginnings of addresses. */
const SPECIAL = /[*_`[\]<>&\\~|@\t]|:\/\/|www\.| {2}[\r\n]/i;
/** How the lines of lists, quotations, code, tables, rules and underlined headings begin. */
const STRUCTURE = /^ *(?:[-+=:>#]|\d{1,9}[.)])/;
const HEADING = /^(#{1,6}) +(?=\S)/;
const LINE = /[^\r\n]+/g;

/**
 * The blocks of a Markdown text that is nothing but paragraphs and `#` headings, as most articles are; undefined when
 * anything in it needs the parser. What it gives is what the parser would: a test holds the two against each other.
 */
export function plainBlocks(text: string): PlainBlock[] | undefined {
  if (SPECIAL.test(text)) return undefined;
  const blocks: PlainBlock[] = [];
  let paragraph: {from: number; to: number} | undefined;
  let last = 0;
  const flush = () => {
    if (paragraph) blocks.push({kind: 'paragraph', ...paragraph});
    paragraph = undefined;
  };
  for (const {0: line, index} of text.matchAll(LINE)) {
    const blankBetween = isBlankBetween(text, last, index);
    last = index + line.length;
    const indent = line.length - line.trimStart().length;
    const end = index + line.trimEnd().length;
    if (indent === line.length) {
      flush();
      continue;
    }
    if (blankBetween) flush();
    const heading = HEADING.exec(line);
    if (heading) {
      // A closing run of # is markup too.
      if (line.includes('#', heading[0].length)) return undefined;
      flush();
      blocks.push({kind: 'heading', from: index + heading[0].length, to: end});
    } else {
      if (STRUCTURE.test(line)) return undefined;
      if (paragraph) paragraph.to = end;
      else paragraph = {from: index + indent, to: end};
    }
  }
  flush();
  return blocks;
}

/** Whether an empty line stands between the end of one line and the start of the next. */
function isBlankBetween(text: string, from: number, to: number): boolean {
  const breaks = text.slice(from, to);
  return breaks.length > 1 && breaks !== '\r\n';
}
