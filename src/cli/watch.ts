import {type FSWatcher, statSync, watch} from 'node:fs';
import {basename, dirname, join, resolve} from 'node:path';
import {kindOf} from '../engine/discover.js';

/** Editors save in several steps; what follows within this time is one change. In milliseconds. */
const SETTLED = 120;
const CONFIGURATION = /^(?:govlint\.config\.\w+|\.govlintrc(?:\.\w+)?|package\.json)$/;

/**
 * Yields whenever articles or configurations under the paths have changed, until the program is stopped.
 * @param paths files, folders and patterns, as given on the command line.
 */
export async function* changes(paths: readonly string[], cwd: string): AsyncGenerator<void> {
  let changed = false;
  let wake = () => {};
  const onEvent = (folder: string) => (_event: string, name: string | null) => {
    const path = join(folder, name ?? '');
    if (name !== null && kindOf(path) === undefined && !CONFIGURATION.test(basename(path))) return;
    changed = true;
    wake();
  };
  const watchers = watched(paths, cwd, onEvent);
  try {
    for (;;) {
      while (!changed)
        await new Promise<void>(resolved => {
          wake = resolved;
        });
      await new Promise(resolved => setTimeout(resolved, SETTLED));
      changed = false;
      yield;
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

function watched(
  paths: readonly string[],
  cwd: string,
  onEvent: (folder: string) => (event: string, name: string | null) => void,
): FSWatcher[] {
  // A file is watched by its folder, because saving often puts a new file in the place of the old one.
  const folders = new Map<string, boolean>();
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const stats = statSync(absolute, {throwIfNoEntry: false});
    if (stats?.isFile()) folders.set(dirname(absolute), folders.get(dirname(absolute)) ?? false);
    else folders.set(stats ? absolute : cwd, true);
  }
  return Array.from(folders, ([folder, recursive]) => watch(folder, {recursive}, onEvent(folder)));
}
