/** Backslashes separate folders on Windows alone; elsewhere they are characters of a name. */
const ON_WINDOWS = globalThis.process?.platform === 'win32';

/**
 * A path as a URI reference, percent-encoded: relative paths stay relative, as GitHub wants them, absolute ones become
 * `file:` URIs. Halves of surrogate pairs, which no URI can hold, become U+FFFD.
 */
export function uriOf(path: string, windows = ON_WINDOWS): string {
  const slashed = windows ? path.replaceAll('\\', '/') : path;
  const drive = windows ? /^([A-Za-z]:)(?=\/|$)/.exec(slashed)?.[1] : undefined;
  if (drive) return `file:///${drive}${encodePath(slashed.slice(drive.length))}`;
  if (windows && slashed.startsWith('//')) return `file://${encodePath(slashed.slice(2))}`;
  if (slashed.startsWith('/')) return `file://${encodePath(slashed)}`;
  return encodePath(slashed);
}

/** Encodes each name and leaves out what does not move: empty names and `.`, except a leading `/`. */
function encodePath(path: string): string {
  const names = path.split('/').filter(name => name !== '' && name !== '.');
  return (path.startsWith('/') ? '/' : '') + names.map(encodeName).join('/');
}

function encodeName(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'));
}
