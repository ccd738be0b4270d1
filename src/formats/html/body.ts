import {attribute, type HtmlElement, type HtmlPage} from './page.js';

// Where the article stands in a page: in a container that the publishing systems of government sites are known to write
// around it, else where the prose is. Prose is counted by its commas and full stops outside links, which navigation,
// headlines and lists of related articles do not have.

/** Ids, classes and element names of containers, in lower case without `-`, `_` and final digits: those of editors first, then of templates. */
const EDITORS = names(`
  bdtextcontent cmscontent contxt customunionstyle easysiteview ivscontent jsarticle jscontent
  ozoom rmtxtcon trseditor trsueditor ucapcontent ueditorcontent vnewscontent vsbcontent wparticlecontent zjegrsscontent zoom
`);
const TEMPLATES = names(`
  artcon artcontent artibody article articlebody articlecon articlecontent articledetail articlemain
  articletext artmain btcontent con content contentarea contentbody contentbox contentcon
  contentdetail contentmain contenttext contenttxt detail detailcon detailcontent endtext gkcontent
  infocontent maincon maincontent maintext newsbody newscon newscontent newsdetail newstext nr
  pagescontent pdetail printcontent rightcontent showcontent text view wzcon wznr xxgkcontent zoomcon
  zw zwcontent zhengwen bodylabel infodetail fontzoom textzoom newscont xlcont trspreappend articlecont
`);

function names(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

export interface HtmlBody {
  readonly element: HtmlElement;
  /** Whether it is what an editor wrote and nothing else; else the headline and other lines of the template may stand in it. */
  readonly isPure: boolean;
}

/** The element that a configuration names: the first that one of the selectors, in their order, matches. */
export function chosenBody(page: HtmlPage, selectors: readonly string[]): HtmlBody | undefined {
  for (const selector of selectors) {
    const wanted = readSelector(selector);
    const element = page.elements.find(
      candidate => !candidate.muted && holdsSomething(candidate) && matches(page, candidate, wanted),
    );
    if (element) return {element, isPure: false};
  }
  return undefined;
}

interface Selector {
  readonly name: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
}

/** Reads an element name, ids and classes written together, such as `div.article`. */
function readSelector(selector: string): Selector {
  const [name = '', ...rest] = selector.split(/(?=[#.])/);
  const parts = /^[#.]/.test(name) ? [name, ...rest] : rest;
  return {
    name: parts.length > rest.length ? '' : name.toLowerCase(),
    id: parts.find(part => part.startsWith('#'))?.slice(1),
    classes: parts.filter(part => part.startsWith('.')).map(part => part.slice(1)),
  };
}

function matches({text}: HtmlPage, element: HtmlElement, {name, id, classes}: Selector): boolean {
  if (name !== '' && element.name !== name) return false;
  if (id !== undefined && attribute(text, element, 'id').trim() !== id) return false;
  if (classes.length === 0) return true;
  const own = attribute(text, element, 'class').split(/\s+/);
  return classes.every(part => own.includes(part));
}

/** The element that holds the article's text, by the names of known containers, else by where the prose is. */
export function findBody(page: HtmlPage): HtmlBody {
  const element = findNamed(page);
  if (element) return {element, isPure: rankOf(page, element) === 2};
  return {element: isFragment(page) ? page.elements[0]! : densest(page), isPure: false};
}

function holdsSomething({from, to}: HtmlElement): boolean {
  return to > from + 1;
}

function mayBeBody(element: HtmlElement): boolean {
  const {tag} = element;
  return (tag.isBlock ? !LEAVES.has(tag.name) : EDITORS.has(tag.name)) && holdsSomething(element);
}

function findNamed(page: HtmlPage): HtmlElement | undefined {
  const root = page.elements[0]!;
  let best: HtmlElement | undefined;
  let bestRank = 0;
  const named = new Set<HtmlElement>();
  for (const element of page.elements) {
    if (element.muted || !mayBeBody(element)) continue;
    const rank = rankOf(page, element);
    if (rank === 0) continue;
    named.add(element);
    if (!best || isBetter(element, rank, best, bestRank)) {
      best = element;
      bestRank = rank;
    }
  }
  if (!best || best.marks * 2 < root.marks || (best.words === 0 && root.words > 200)) return undefined;
  return outward(best, named);
}

const LONGEST_NAME = 40;

/** 2 for the container of an editor, 1 for that of a template, 0 for others. */
export function rankOf({text}: Pick<HtmlPage, 'text'>, element: HtmlElement): 0 | 1 | 2 {
  const {attributes, firstAttribute, lastAttribute} = element;
  let rank: 0 | 1 | 2 = EDITORS.has(element.name) ? 2 : element.name === 'article' ? 1 : 0;
  for (let i = firstAttribute; i < lastAttribute && rank < 2; i += 4) {
    const length = attributes[i + 1]! - attributes[i]!;
    if (length !== 2 && length !== 5) continue;
    const name = text.slice(attributes[i], attributes[i + 1]).toLowerCase();
    if (name !== 'id' && name !== 'class') continue;
    for (const word of text
      .slice(attributes[i + 2], attributes[i + 3])
      .toLowerCase()
      .split(/\s+/)) {
      if (word.length > LONGEST_NAME) continue;
      const plain = word.replace(/[-_]|\d+$/g, '');
      if (EDITORS.has(plain)) return 2;
      if (TEMPLATES.has(plain)) rank = 1;
    }
  }
  return rank;
}

/** More prose wins; of two with about the same, the one an editor wrote, then the inner one. */
function isBetter(element: HtmlElement, rank: number, best: HtmlElement, bestRank: number): boolean {
  const inside = element.from < best.to;
  const [weight, bestWeight] = [weightOf(element), weightOf(best)];
  if (rank === bestRank)
    return inside ? element.marks * 10 >= best.marks * 9 && element.words > 0 : weight > bestWeight;
  if (rank > bestRank) return element.marks * 2 >= best.marks && (element.words > 0 || best.words < 200);
  return weight > bestWeight * 2;
}

function weightOf({marks, words}: HtmlElement): number {
  return marks * 20 + words;
}

/** The named container around it, when much of the prose stands there beside it: an article in several editors' boxes. */
function outward(element: HtmlElement, named: ReadonlySet<HtmlElement>): HtmlElement {
  let chosen = element;
  for (let outer = element.parent; outer; outer = outer.parent) {
    if (named.has(outer) && outer.marks * 5 > chosen.marks * 6) chosen = outer;
  }
  return chosen;
}

/** Whether the text is part of a page only: nothing then needs to be looked for. */
function isFragment({elements}: HtmlPage): boolean {
  return !elements.some(({name}) => name === 'html' || name === 'head' || name === 'body' || name === 'title');
}

/** The innermost element with nearly all of the prose. */
function densest({elements}: HtmlPage): HtmlElement {
  const root = elements[0]!;
  const [weight, total] = root.marks >= 3 ? (['marks', root.marks] as const) : (['words', root.words] as const);
  let chosen = root;
  for (const element of elements) {
    if (element.from > chosen.to) break;
    if (element.muted || LEAVES.has(element.name)) continue;
    if (element[weight] * 5 >= chosen[weight] * 4 && element[weight] * 2 >= total) chosen = element;
  }
  return chosen;
}

/** A paragraph, and what stands in one, is never the whole article. */
const LEAVES = names('a b em font h1 h2 h3 h4 h5 h6 i li p span strong tbody title tr u');
