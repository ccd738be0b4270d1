import {Article} from '../core/article.js';
import type {Source} from '../core/source.js';
import {SourceMap} from '../core/source-map.js';
import {assignRoles, type Draft} from './roles.js';

const LINE = /[^\r\n]+/g;

/** A plain text article: each line that is not blank is a block. */
export function parse(source: Source): Article {
  const drafts: Draft[] = [];
  for (const match of source.text.matchAll(LINE)) {
    const text = match[0].trim();
    if (text === '') continue;
    const start = match.index + (match[0].length - match[0].trimStart().length);
    drafts.push({text, map: SourceMap.shift(start, text.length)});
  }
  return new Article({source, format: 'text', ...assignRoles(drafts)});
}
