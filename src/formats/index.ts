import type {Format} from './format.js';

/** Every kind of file govlint reads. */
const formats: readonly Format[] = [
  {name: 'text', extensions: ['.txt', '.text'], load: () => import('./text.js')},
  {name: 'markdown', extensions: ['.md', '.markdown'], load: () => import('./markdown.js')},
  {name: 'html', extensions: ['.html', '.htm', '.shtml', '.xhtml'], load: () => import('./html/article.js')},
  {name: 'word', extensions: ['.docx', '.docm', '.doc'], unit: 'paragraph', load: () => import('./word.js')},
];

const BY_EXTENSION = new Map(
  formats.flatMap(format => format.extensions.map(extension => [extension, format] as const)),
);

/** All extensions that are read, with the dot. */
export const extensions: readonly string[] = [...BY_EXTENSION.keys()];

/** The format of a path by its extension, in any letter case; undefined when govlint does not read such files. */
export function formatOf(path: string): Format | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot === -1 ? undefined : BY_EXTENSION.get(name.slice(dot).toLowerCase());
}
