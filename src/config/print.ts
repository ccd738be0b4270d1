import type {ResolvedConfig} from './load.js';

/** What applies to a file, as `--print-config` shows it. */
export function printConfig({files, language, html, settings, retext}: ResolvedConfig): object {
  return {
    files,
    ...(language && {language}),
    ...(html && {html}),
    rules: Object.fromEntries(Object.entries(settings).map(([id, {severity, options}]) => [id, [severity, options]])),
    retext: retext.map(({name, options, severity}) => [name, options ?? {}, severity]),
  };
}
