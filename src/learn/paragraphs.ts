import type {Article} from '../core/article.js';
import {HAN} from '../core/characters.js';

const SHORTEST = 20;
/** Longer paragraphs are learned from in parts: removing each mark of one takes time by the square of its length. */
const LONGEST = 2000;
const MARKS = /[、，。；]/g;
const HAN_CHARACTERS = new RegExp(`[${HAN}]`, 'g');
/** Text with fewer marks has lost them, or is no prose: a table, a list of names. */
const CHARACTERS_PER_MARK = 50;
const LEAST_HAN = 0.5;

/** The paragraphs of an article whose marks may be taken for right. */
export function paragraphsOf({blocks}: Article): string[] {
  return blocks
    .filter(({role}) => role === 'paragraph' || role === 'item')
    .flatMap(({normalized}) => partsOf(normalized))
    .filter(isProse);
}

function isProse(text: string): boolean {
  if (text.length < SHORTEST) return false;
  const marks = text.match(MARKS)?.length ?? 0;
  if (marks * CHARACTERS_PER_MARK < text.length) return false;
  return (text.match(HAN_CHARACTERS)?.length ?? 0) >= text.length * LEAST_HAN;
}

/** Cut behind full stops where there are any. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > LONGEST) {
    const stop = text.lastIndexOf('。', start + LONGEST - 1);
    const end = stop > start ? stop + 1 : start + LONGEST;
    parts.push(text.slice(start, end));
    start = end;
  }
  parts.push(text.slice(start));
  return parts;
}
