import {isAbsolute, relative, sep} from 'node:path';

/**
 * Tells whether an absolute path matches one of the globs, which count from `base`; a glob without `/` matches a name
 * anywhere below it.
 * @param below whether everything below a folder that matches does so too.
 */
export async function matcher(
  base: string,
  globs: readonly string[],
  below: boolean,
): Promise<(path: string) => boolean> {
  const {default: picomatch} = await import('picomatch');
  const tests = globs.map(glob =>
    picomatch(glob.replace(/^\.\//, '').replace(/\/$/, ''), {dot: true, basename: !glob.includes('/')}),
  );
  return path => {
    let name = relative(base, path).replaceAll(sep, '/');
    if (name === '' || name === '..' || name.startsWith('../') || isAbsolute(name)) return false;
    for (;;) {
      if (tests.some(test => test(name))) return true;
      const slash = name.lastIndexOf('/');
      if (!below || slash === -1) return false;
      name = name.slice(0, slash);
    }
  };
}
