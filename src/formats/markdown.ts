import type {SyntaxNode, Tree} from '@lezer/common';
import {parser as commonmark, GFM} from '@lezer/markdown';
import {Article} from '../core/article.js';
import type {Source} from '../core/source.js';
import {SourceMap} from '../core/source-map.js';
import {parseSuppression, type Suppression} from '../core/suppress.js';
import {readFrontMatter} from './front-matter.js';
import {joinPieces, type MappedText, type Piece} from './inline.js';
import {htmlPieces, inlinePieces, linePieces} from './markdown-inline.js';
import {type PlainBlock, plainBlocks} from './markdown-plain.js';
import {assignRoles, type Draft} from './roles.js';

// A draft whose paragraphs are indented by four spaces is prose, not code.
const parser = commonmark.configure([GFM, {remove: ['IndentedCode']}]);
const HEADING = /^(?:ATX|Setext)Heading/;
/** A line that ends so is followed by a new block even without a blank line, as authors of drafts mean it. */
const LINE_DONE = /[。！？；：:…”）)》】]$/;

const CONTAINER = /^(?:Document|Blockquote|BulletList|OrderedList|ListItem)$/;

/** A Markdown article (CommonMark with GFM tables), with YAML front matter. */
export function parse(source: Source): Article {
  return new Reader(source).read();
}

class Reader {
  readonly #source: Source;
  readonly #drafts: Draft[] = [];
  readonly #suppressions: Suppression[] = [];
  #offset = 0;
  #title: string | undefined;
  #afterImage = false;

  constructor(source: Source) {
    this.#source = source;
  }

  read(): Article {
    const matter = readFrontMatter(this.#source);
    this.#offset = matter?.end ?? 0;
    for (const {name, value, span} of matter?.fields ?? []) {
      if (name !== 'title' || value === '') continue;
      this.#title = value;
      const width = span[1] - span[0];
      const map = new SourceMap([{text: 0, source: span[0], length: value.length, width}]);
      this.#drafts.push({text: value, map, role: 'title'});
    }
    const body = this.#source.text.slice(this.#offset);
    const plain = plainBlocks(body);
    if (plain) this.#plain(plain);
    else this.#blocks(parser.parse(forParser(body)));
    const {blocks, fields} = assignRoles(this.#drafts);
    return new Article({
      source: this.#source,
      format: 'markdown',
      blocks,
      fields: [
        ...(matter?.fields ?? []),
        ...fields.filter(({name}) => name !== 'title' || !matter?.fields.some(field => field.name === 'title')),
      ],
      suppressions: this.#suppressions,
    });
  }

  /** Goes through the tree without recursion: hostile input nests deeper than the stack. */
  #blocks(tree: Tree): void {
    let items = 0;
    tree.iterate({
      enter: ({node, name}) => {
        if (CONTAINER.test(name)) {
          if (name === 'ListItem') items++;
          return true;
        }
        if (HEADING.test(name)) this.#heading(inlinePieces(this.#source.text, node, this.#offset));
        else if (name === 'Paragraph' || name === 'Task')
          this.#paragraph(inlinePieces(this.#source.text, node, this.#offset), items > 0 ? 'item' : undefined);
        else if (name === 'Table') this.#table(node);
        else if (name === 'CommentBlock') this.#comment(node);
        else if (name === 'HTMLBlock') {
          const pieces = htmlPieces(this.#source.text, node.from + this.#offset, node.to + this.#offset);
          this.#paragraph(pieces, items > 0 ? 'item' : undefined);
        }
        return false;
      },
      leave: ({name}) => {
        if (name === 'ListItem') items--;
      },
    });
    this.#inlineComments(tree.topNode);
  }

  #plain(blocks: readonly PlainBlock[]): void {
    for (const {kind, from, to} of blocks) {
      const pieces = linePieces(this.#source.text, from + this.#offset, to + this.#offset);
      if (kind === 'heading') this.#heading(pieces);
      else this.#paragraph(pieces, undefined);
    }
  }

  #heading(pieces: readonly Piece[]): void {
    const mapped = joinPieces(this.#source.text, pieces);
    if (mapped.text === '') return;
    const first = this.#title === undefined && this.#drafts.every(({role}) => role === 'image');
    this.#add(mapped, {role: first || mapped.text === this.#title ? 'title' : 'heading'});
    if (first) this.#title = mapped.text;
  }

  #table(node: SyntaxNode): void {
    for (let row = node.firstChild; row; row = row.nextSibling) {
      if (row.name !== 'TableHeader' && row.name !== 'TableRow') continue;
      for (const cell of row.getChildren('TableCell')) {
        this.#add(joinPieces(this.#source.text, inlinePieces(this.#source.text, cell, this.#offset)), {role: 'cell'});
      }
    }
  }

  #paragraph(pieces: readonly Piece[], role: 'item' | undefined): void {
    let line: Piece[] = [];
    const flush = () => {
      this.#add(joinPieces(this.#source.text, line), role && !this.#afterImage ? {role} : {});
      line = [];
    };
    for (const piece of pieces) {
      if (piece.kind === 'image') {
        flush();
        this.#image(piece.alt);
      } else if (
        piece.kind === 'break' &&
        (piece.hard || this.#afterImage || LINE_DONE.test(joinPieces(this.#source.text, line).text))
      ) {
        flush();
      } else {
        line.push(piece);
      }
    }
    flush();
  }

  #image([start, end]: readonly [number, number]): void {
    const text = this.#source.text.slice(start, end);
    this.#drafts.push({text, map: SourceMap.shift(start, text.length), role: 'image'});
    this.#afterImage = true;
  }

  #add({text, map}: MappedText, draft: Partial<Draft>): void {
    if (text === '') return;
    this.#drafts.push({text, map, ...draft, ...(this.#afterImage && {afterImage: true})});
    this.#afterImage = false;
  }

  #comment(node: SyntaxNode): void {
    const start = node.from + this.#offset;
    const text = this.#source.text.slice(start, node.to + this.#offset);
    const end = text.indexOf('-->');
    const directive = parseSuppression(text.slice(4, end === -1 ? undefined : end), [
      start,
      start + (end === -1 ? text.length : end + 3),
    ]);
    if (directive) this.#suppressions.push(directive);
  }

  #inlineComments(root: SyntaxNode): void {
    if (!this.#source.text.includes('<!--', this.#offset)) return;
    root.cursor().iterate(({name, node}) => {
      if (name === 'Comment') this.#comment(node);
    });
    this.#suppressions.sort((a, b) => a.span[0] - b.span[0]);
  }
}

/**
 * The same text at the same offsets as the parser should see it: with \n for every line end, since it takes a carriage
 * return for a character of the line and then sees no tables (\r\n becomes a line end and a space that indents the next
 * line), and with lines of ideographic spaces blank, as they look.
 */
function forParser(text: string): string {
  let result = text;
  if (result.includes('\r')) result = result.replace(/\r\n/g, '\n ').replaceAll('\r', '\n');
  if (result.includes('\u3000')) result = result.replace(/^[ \t\u3000]+$/gm, line => ' '.repeat(line.length));
  return result;
}
