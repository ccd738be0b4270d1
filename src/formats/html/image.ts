import {SourceMap} from '../../core/source-map.js';
import type {MappedText} from '../inline.js';
import {attribute, attributeSpan, type HtmlElement} from './page.js';
import {attributeText} from './text.js';

/** The words that stand for an image: its `alt`, else its `title`; empty, at the image, when it has neither. */
export function imageText(text: string, element: HtmlElement): MappedText {
  for (const name of ['alt', 'title']) {
    const span = attributeSpan(text, element, name);
    const mapped = span && attributeText(text, span);
    if (mapped && mapped.text !== '') return mapped;
  }
  return {text: '', map: SourceMap.shift(element.start, 0)};
}

const LARGEST_ICON = 40;
const ICON = /(?:^|[/_-])(?:icons?|ico|filetype\w*|dot|arrow|blank|spacer|space)[/_.\d-]/i;

/** Dots, file type signs and other small pictures of the template are no illustrations. */
export function isIcon(text: string, element: HtmlElement): boolean {
  const width = Number.parseInt(attribute(text, element, 'width'), 10);
  const height = Number.parseInt(attribute(text, element, 'height'), 10);
  return width <= LARGEST_ICON || height <= LARGEST_ICON || ICON.test(attribute(text, element, 'src'));
}
