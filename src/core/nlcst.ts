import type {Paragraph, Punctuation, Root, Sentence, SentenceContent, Text, WhiteSpace, Word} from 'nlcst';
import type {Article, Block} from './article.js';
import {HAN} from './characters.js';
import type {Source} from './source.js';

// retext's own parser does not end a sentence at 。, so the tree is ours: 。！？…… end sentences, each mark is a
// PunctuationNode, a run of Han characters or of other letters and digits a WordNode. Positions are lazy getters on the
// prototype of each node: building them eagerly costs more than all rules together.

type NodeType = 'ParagraphNode' | 'SentenceNode' | 'WordNode' | 'PunctuationNode' | 'WhiteSpaceNode' | 'TextNode';

const TOKEN = new RegExp(`[${HAN}]+|[\\p{L}\\p{N}\\p{M}]+|\\s+|[^]`, 'gu');
const HAN_START = new RegExp(`^[${HAN}]`);
const WORD_START = /^[\p{L}\p{N}]/u;
const SENTENCE_STOP = /[。！？…!?]/;
const CLOSING = /[”’）》】〉』」)]/;

class Node {
  readonly type: NodeType;
  // Declared, not defined: readers of the tree ask `'value' in node`.
  declare value?: string;
  declare children?: Node[];
  readonly #block: Block;
  readonly #source: Source;
  readonly #start: number;
  readonly #end: number;

  constructor(type: NodeType, block: Block, source: Source, start: number, end: number) {
    this.type = type;
    this.#block = block;
    this.#source = source;
    this.#start = start;
    this.#end = end;
  }

  get position() {
    const [start, end] = this.#block.locate([this.#start, this.#end]);
    return {start: this.#source.point(start), end: this.#source.point(end)};
  }
}

/** Builds the tree's root at once and its children when they are first asked for. The root is a plain object, as unified requires. */
export function buildTree(article: Article): Root {
  let children: Paragraph[] | undefined;
  return {
    type: 'RootNode',
    get children() {
      children ??= article.blocks
        .filter(block => block.role !== 'furniture' && block.role !== 'image')
        .map(block => paragraph(block, article.source));
      return children;
    },
    get position() {
      return {start: article.source.point(0), end: article.source.point(article.source.text.length)};
    },
  } as Root;
}

function paragraph(block: Block, source: Source): Paragraph {
  const node = new Node('ParagraphNode', block, source, 0, block.text.length);
  node.children = sentences(block.text).map(([start, end]) => sentence(block, source, start, end) as unknown as Node);
  return node as unknown as Paragraph;
}

function sentences(text: string): Array<[number, number]> {
  const spans: Array<[number, number]> = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!SENTENCE_STOP.test(text[i]!)) continue;
    while (i + 1 < text.length && (SENTENCE_STOP.test(text[i + 1]!) || CLOSING.test(text[i + 1]!))) i++;
    spans.push([start, i + 1]);
    start = i + 1;
  }
  if (start < text.length) spans.push([start, text.length]);
  return spans;
}

function sentence(block: Block, source: Source, start: number, end: number): Sentence {
  const node = new Node('SentenceNode', block, source, start, end);
  const children: SentenceContent[] = [];
  for (const match of block.text.slice(start, end).matchAll(TOKEN)) {
    const from = start + match.index;
    children.push(token(block, source, match[0], from));
  }
  node.children = children as unknown as Node[];
  return node as unknown as Sentence;
}

function token(block: Block, source: Source, value: string, start: number): SentenceContent {
  const end = start + value.length;
  if (HAN_START.test(value) || WORD_START.test(value)) {
    const text = new Node('TextNode', block, source, start, end);
    text.value = value;
    const word = new Node('WordNode', block, source, start, end);
    word.children = [text];
    return word as unknown as Word & {children: Text[]};
  }
  const leaf = new Node(/\s/.test(value) ? 'WhiteSpaceNode' : 'PunctuationNode', block, source, start, end);
  leaf.value = value;
  return leaf as unknown as Punctuation | WhiteSpace;
}
