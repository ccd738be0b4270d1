import {resolve} from 'node:path';
import type {Finding} from '../core/finding.js';
import {kindOf, type Notice} from '../engine/discover.js';
import {type Changed, changedFiles, readBlobs} from '../engine/git.js';
import type {VirtualFile} from '../engine/run.js';
import type {Filter} from '../engine/tally.js';

export interface SelectionFlags {
  readonly staged: boolean;
  readonly since?: string | undefined;
  readonly diff: boolean;
}

export interface Selection {
  /** Paths to check, or files with their contents. */
  readonly files: readonly string[] | AsyncIterable<VirtualFile>;
  /** Leaves out findings outside the changed lines. */
  readonly filter?: Filter;
}

/**
 * The files that git says have changed, as `--staged`, `--since` or `--diff` want them.
 * @throws {GitError}
 */
export function changedSelection(
  paths: readonly string[],
  {staged, since, diff}: SelectionFlags,
  cwd: string,
  notice: (notice: Notice) => void,
): Selection {
  const changed = changedFiles({cwd, staged, paths, ...(since !== undefined && {since})}).filter(({path}) => {
    const kind = kindOf(path);
    if (kind === 'other-format') notice({kind, path});
    return kind === 'article';
  });
  const files = staged ? stagedFiles(changed, cwd) : changed.map(({path}) => path);
  return since === undefined && !diff ? {files} : {files, filter: inChangedLines(changed, cwd)};
}

async function* stagedFiles(changed: readonly Changed[], cwd: string): AsyncGenerator<VirtualFile> {
  let index = 0;
  const blobs = changed.map(({blob}) => blob);
  for await (const bytes of readBlobs(blobs, cwd)) yield {path: changed[index++]!.path, bytes};
}

function inChangedLines(changed: readonly Changed[], cwd: string): Filter {
  const linesOf = new Map(changed.map(({path, lines}) => [resolve(cwd, path), lines]));
  return ({path}) => {
    const lines = linesOf.get(resolve(cwd, path));
    if (!lines) return () => true;
    return ({start, end}: Finding) => lines.some(([first, last]) => start.line <= last && end.line >= first);
  };
}
