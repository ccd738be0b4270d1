import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Article} from '../src/core/article.js';
import {fullWidthMarks} from '../src/core/characters.js';
import {parseArticle} from '../src/engine/read.js';
import {formatOf} from '../src/formats/index.js';

/** The articles below a folder, by subfolder; files that cannot be read are left out, as the checker would say. */
export async function* articlesBySource(folder: string): AsyncGenerator<{source: string; articles: Article[]}> {
  const subfolders = readdirSync(folder, {withFileTypes: true})
    .filter(entry => entry.isDirectory())
    .map(({name}) => name)
    .sort();
  for (const source of subfolders.length > 0 ? subfolders : ['']) {
    const articles: Article[] = [];
    const below = readdirSync(join(folder, source), {recursive: true, withFileTypes: true})
      .filter(entry => entry.isFile() && formatOf(entry.name) !== undefined)
      .map(entry => join(entry.parentPath, entry.name))
      .sort();
    for (const file of below) {
      const article = await parseArticle(file, () => readFileSync(file)).catch(() => undefined);
      if (article) articles.push(article);
    }
    if (articles.length > 0) yield {source: source || folder, articles};
  }
}

/** The paragraphs and list items with marks, as the rule on missing marks sees them. */
export function proseIn(articles: readonly Article[]): string[] {
  return articles.flatMap(({blocks}) =>
    blocks
      .filter(({role, normalized}) => (role === 'paragraph' || role === 'item') && /[、，。；]/.test(normalized))
      .map(({normalized}) => normalized),
  );
}

export async function proseBySource(folder: string): Promise<Array<{source: string; texts: string[]}>> {
  const found: Array<{source: string; texts: string[]}> = [];
  for await (const {source, articles} of articlesBySource(folder)) found.push({source, texts: proseIn(articles)});
  return found;
}

/** Every stretch of text in the files of a folder, between line breaks and tags, so that no format need be read. */
export function textsBelow(folder: string): Set<string> {
  const texts = new Set<string>();
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    for (const text of readFileSync(join(entry.parentPath, entry.name), 'utf8').split(/[\n<>]/))
      if (text.length >= 20) texts.add(fullWidthMarks(text.trim()));
  }
  return texts;
}
