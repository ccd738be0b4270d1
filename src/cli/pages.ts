import {readFile} from 'node:fs/promises';
import {join} from 'node:path';

/** The Markdown page of a built-in rule, undefined for other rules. */
export async function readPage(root: string, id: string): Promise<string | undefined> {
  if (!/^[a-z][a-z-]*$/.test(id)) return undefined;
  try {
    return await readFile(join(root, 'rules', `${id}.md`), 'utf8');
  } catch {
    return undefined;
  }
}
