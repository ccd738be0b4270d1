import type {Article, Block} from '../../src/core/article.js';
import type {Severity} from '../../src/core/rule.js';
import {type Hit, WordList} from '../../src/core/word-list.js';
import {confusableWords} from './confusable-words.js';
import {variantWords} from './variant-words.js';

/** A word of the shipped lists, with what may not stand beside it. */
interface Word {
  readonly list: 'confusable' | 'variant';
  readonly word: string;
  readonly right: string;
  readonly severity: Severity;
  /** Characters that, right before the word, make another word of it. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** When not empty, one of these must follow. */
  readonly followedBy: string;
}

let sure: WordList<Word> | undefined;
let doubtful: WordList<Word> | undefined;

/** A word of the lists and where it stands in its block. */
export interface FoundWord extends Hit<Word> {
  readonly block: Block;
}

/** What the last article holds: the rules on words ask one after the other. */
let last: {article: Article; found: readonly FoundWord[]} | undefined;

/** The words of all lists in an article, its page template left out: one pass, whichever rule asks first. */
export function wordsIn(article: Article): readonly FoundWord[] {
  if (last?.article === article) return last.found;
  sure ??= new WordList([...confusable(), ...variants('sure')]);
  last = {article, found: find(sure, article)};
  return last.found;
}

/** The words that easily come about where two other words meet. */
export function doubtfulWordsIn(article: Article): readonly FoundWord[] {
  doubtful ??= new WordList(variants('doubtful'));
  return find(doubtful, article);
}

function find(list: WordList<Word>, {blocks}: Article): FoundWord[] {
  const found: FoundWord[] = [];
  for (const block of blocks) {
    if (block.role === 'furniture' || block.role === 'image') continue;
    const {text} = block;
    for (const hit of list.find(text, (word, start, end) => fits(text, word, start, end))) found.push({...hit, block});
  }
  return found;
}

function fits(text: string, {notBefore, notAfter, followedBy}: Word, start: number, end: number): boolean {
  if (start > 0 && notBefore.includes(text[start - 1]!)) return false;
  if (end < text.length && notAfter.includes(text[end]!)) return false;
  return followedBy === '' || (end < text.length && followedBy.includes(text[end]!));
}

function confusable(): Word[] {
  return confusableWords.split(';').map(row => {
    const [word = '', right = '', severity, notBefore = '', notAfter = '', followedBy = ''] = row.split('|');
    return {list: 'confusable', word, right, severity: severity as Severity, notBefore, notAfter, followedBy};
  });
}

function variants(certainty: 'sure' | 'doubtful'): Word[] {
  return variantWords
    .split(';')
    .map(row => row.split('|'))
    .filter(cells => cells[3] === certainty)
    .map(([word = '', right = '', part, , notBefore = '', notAfter = '']) => {
      const severity = part === 'appendix' ? 'warning' : 'note';
      return {list: 'variant', word, right, severity, notBefore, notAfter, followedBy: ''};
    });
}
