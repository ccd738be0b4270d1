import type {Field} from '../../core/article.js';
import type {HtmlBody} from './body.js';
import {DATE} from './fields.js';
import {type HtmlLine, readLines} from './lines.js';
import type {HtmlElement, HtmlPage} from './page.js';
import {isSiteFoot} from './template.js';

// Folders of a site hold pages without an article of their own: columns, lists, navigation, jumps to another address. What
// the rules on articles would say of them is noise, and so they are told apart, by what an article has and they have not.

/** Fewer links than this make no list. */
const FEWEST_ENTRIES = 3;
/** A field that stands so often belongs to the entries of a list. */
const FIELDS_OF_A_LIST = 3;

/**
 * Whether a page holds an article. One of these tells: the tags name a headline or a date; the body is an editor's
 * container with something in it; a source or a date is named; there are sentences that are no summaries of the entries of
 * a list; or there are more words than linked words.
 */
export function holdsArticle(
  page: HtmlPage,
  {element, isPure}: HtmlBody,
  tags: readonly Field[],
  visible: readonly Field[],
): boolean {
  if (tags.some(({name, value}) => value !== '' && (name === 'title' || name === 'date'))) return true;
  if (isPure && holdsContent(page, element)) return true;
  const named = visible.filter(
    ({name, labelSpan, span}) => /^(?:source|date|publisher)$/.test(name) && labelSpan[0] !== span[0],
  ).length;
  if (named > 0 && named < FIELDS_OF_A_LIST) return true;
  const lines = readLines(page, 0, page.elements[0]!.to, 'body');
  return !(isList(lines) || isTemplatePart(page, lines));
}

/** Words, or an image: the article may be one big picture. */
function holdsContent({tokens}: HtmlPage, {from, to, words}: HtmlElement): boolean {
  if (words > 0) return true;
  for (let i = from; i < to; i++) if (tokens[i]!.element.name === 'img') return true;
  return false;
}

const SENTENCE = /[。！？；]|，[^，]*，/;
const SHORTEST_SENTENCE = 15;
const SHORTEST_ENTRY = 6;

function isSentence(text: string): boolean {
  return text.length >= SHORTEST_SENTENCE && SENTENCE.test(text);
}

function isList(lines: readonly HtmlLine[]): boolean {
  let [links, linked, words, images, sentences, summaries] = [0, 0, 0, 0, 0, 0];
  let belowEntry = false;
  for (const {kind, text, linked: inLinks} of lines) {
    if (kind === 'image') images++;
    else if (inLinks * 2 >= text.length) {
      links++;
      linked += text.length;
      belowEntry = text.length >= SHORTEST_ENTRY;
    } else if (!isDate(text)) {
      words += text.length;
      if (isSentence(text)) {
        sentences++;
        if (belowEntry) summaries++;
      }
      belowEntry = false;
    }
  }
  if (words === 0 && linked === 0) return images === 0;
  if (sentences === 0) return links >= FEWEST_ENTRIES && words < linked;
  return summaries >= FEWEST_ENTRIES && summaries * 5 >= sentences * 4;
}

function isDate(text: string): boolean {
  return text.length <= 24 && DATE.test(text.replace(/^[[(（【\s]+/, '').replace(/[\])）】]/, ' '));
}

/** The foot of a page in a file of its own, for inclusion in others. */
function isTemplatePart({elements}: HtmlPage, lines: readonly HtmlLine[]): boolean {
  return (
    lines.some(({text}) => isSiteFoot(text)) &&
    !elements.some(({name}) => name === 'body') &&
    !lines.some(({text}) => isSentence(text))
  );
}
