import {lintRule} from 'unified-lint-rule';
import type {Node} from 'unist';
import type {VFile} from 'vfile';
import {rules as builtIn} from '../../rules/index.js';
import type {Article} from '../core/article.js';
import type {Finding} from '../core/finding.js';
import {internalError} from '../core/internal-error.js';
import {render} from '../core/message.js';
import type {AnyRule, Language} from '../core/rule.js';
import {Source} from '../core/source.js';
import {formatOf} from '../formats/index.js';
import {runRule} from './processor.js';

export interface PluginOptions {
  /** Language of the messages; Chinese unless said. */
  readonly language?: Language;
}

/**
 * A rule as a unified-lint-rule plugin, for use in remark, retext and rehype pipelines:
 * `unified().use(remarkParse).use(toPlugin(rule), ['warn', {minLength: 30}])`.
 * The article is read from the file's text by the extension of its path, so any parser may run before it.
 */
export function toPlugin(rule: AnyRule, {language = 'zh'}: PluginOptions = {}) {
  const meta = {origin: `govlint:${rule.id}`, ...(rule.url && {url: rule.url})};
  return lintRule<Node, object>(meta, async (tree, file, options) => {
    const article = await articleOf(tree, file);
    const findings: Finding[] = [];
    const active = {rule, severity: 'error' as const, options: {...rule.defaults, ...options}};
    await rule.load?.(active.options);
    runRule(active, article, findings);
    for (const {message, data, start, end, rule: id} of findings) {
      if (id === internalError.id) throw new Error(render(internalError.messages.threw, data, language));
      file.message(render(rule.messages[message] ?? {zh: message, en: message}, data, language), {place: {start, end}});
    }
  });
}

/** Every built-in rule as a plugin, by id. */
export const plugins: Readonly<Record<string, ReturnType<typeof toPlugin>>> = Object.fromEntries(
  builtIn.map(rule => [rule.id, toPlugin(rule)]),
);

async function articleOf(tree: Node, file: VFile): Promise<Article> {
  const markdown = tree.type === 'root';
  const format = formatOf(file.path ?? '') ?? formatOf(markdown ? 'article.md' : 'article.txt')!;
  const reader = await format.load();
  const path = file.path ?? 'article';
  if ('parse' in reader) return reader.parse(new Source(path, String(file)));
  return reader.parseBytes(path, typeof file.value === 'string' ? new TextEncoder().encode(file.value) : file.value);
}
