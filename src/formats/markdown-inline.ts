import type {SyntaxNode} from '@lezer/common';
import {decodeHTML} from 'entities';
import type {Piece} from './inline.js';

/** Nodes whose source is markup: nothing of it is read. */
const MARKUP = new Set([
  'HeaderMark',
  'EmphasisMark',
  'LinkMark',
  'CodeMark',
  'QuoteMark',
  'StrikethroughMark',
  'TaskMarker',
  'TableDelimiter',
  'URL',
  'LinkTitle',
  'LinkLabel',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
]);

/** The pieces of a paragraph, heading or cell. Offsets of the tree are moved by `shift` to become source offsets. */
export function inlinePieces(text: string, node: SyntaxNode, shift: number): Piece[] {
  const pieces: Piece[] = [];
  collect(text, node, shift, pieces);
  return pieces;
}

function collect(text: string, parent: SyntaxNode, shift: number, pieces: Piece[]): void {
  const literal = parent.name === 'InlineCode' ? true : undefined;
  let at = parent.from + shift;
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    const start = node.from + shift;
    const end = node.to + shift;
    plain(text, at, start, pieces, literal);
    at = end;
    if (node.name === 'Image') pieces.push({kind: 'image', start, end, alt: altOf(node, shift)});
    else if (node.name === 'Escape') pieces.push({kind: 'decoded', start, end, value: text.slice(start + 1, end)});
    else if (node.name === 'Entity')
      pieces.push({kind: 'decoded', start, end, value: decodeHTML(text.slice(start, end))});
    else if (node.name === 'HardBreak') pieces.push({kind: 'break', start, end, hard: true});
    else if (node.name === 'Autolink' || (node.name === 'URL' && parent.name === 'Paragraph'))
      plain(text, start, end, pieces);
    else if (node.name === 'HTMLTag' && /^<br\b/i.test(text.slice(start, end)))
      pieces.push({kind: 'break', start, end, hard: true});
    else if (!MARKUP.has(node.name)) collect(text, node, shift, pieces);
  }
  plain(text, at, parent.to + shift, pieces, literal);
}

function altOf(image: SyntaxNode, shift: number): readonly [number, number] {
  const [open, close] = image.getChildren('LinkMark');
  return [(open?.to ?? image.from) + shift, (close?.from ?? image.to) + shift];
}

/** The pieces of a text without markup. */
export function linePieces(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  plain(text, start, end, pieces);
  return pieces;
}

/** Copied text; each line end with the white space around it is one break. */
function plain(text: string, start: number, end: number, pieces: Piece[], literal?: true): void {
  let at = start;
  while (at < end) {
    let stop = at;
    while (stop < end && text[stop] !== '\n' && text[stop] !== '\r') stop++;
    if (stop > at) pieces.push({kind: 'text', start: at, end: stop, ...(literal && {literal})});
    if (stop >= end) return;
    let next = stop;
    while (next < end && /\s/.test(text[next]!)) next++;
    pieces.push({kind: 'break', start: stop, end: next, hard: false});
    at = next;
  }
}

const BLOCK_TAG =
  /^<\/?(?:p|div|br|center|figure|figcaption|table|tr|td|th|li|ul|ol|h[1-6]|section|article|blockquote)\b/i;

/** The pieces of raw HTML inside Markdown: tags are markup, block tags end a line, `<img>` is an image. */
export function htmlPieces(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  while (at < end) {
    const open = text.indexOf('<', at);
    if (open === -1 || open >= end) break;
    entities(text, at, open, pieces);
    const close = text.indexOf('>', open);
    if (close === -1 || close >= end) {
      at = open;
      break;
    }
    const tag = text.slice(open, close + 1);
    if (/^<img\b/i.test(tag)) pieces.push({kind: 'image', start: open, end: close + 1, alt: [open, open]});
    else if (BLOCK_TAG.test(tag)) pieces.push({kind: 'break', start: open, end: close + 1, hard: true});
    at = close + 1;
  }
  entities(text, at, end, pieces);
  return pieces;
}

function entities(text: string, start: number, end: number, pieces: Piece[]): void {
  let at = start;
  for (const match of text
    .slice(start, end)
    .matchAll(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g)) {
    const from = start + match.index;
    plain(text, at, from, pieces);
    at = from + match[0].length;
    pieces.push({kind: 'decoded', start: from, end: at, value: decodeHTML(match[0])});
  }
  plain(text, at, end, pieces);
}
