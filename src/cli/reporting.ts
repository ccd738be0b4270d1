import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {closest} from '../config/suggest.js';
import type {Run} from '../core/run.js';
import {UserError} from '../core/user-error.js';
import {broadcast} from '../engine/broadcast.js';
import {writeFileAtomically, writeStream} from '../engine/write.js';
import {formats, type Reporter, type ReportOptions} from '../report/index.js';

/** One report that a run writes. */
export interface Report {
  readonly reporter: Reporter;
  /** Name of the format, or the module of a third-party one. */
  readonly format: string;
  /** Absolute path it goes to; undefined for standard output. */
  readonly file?: string;
}

/**
 * Reads the values of `--format`: `sarif`, `sarif:out.sarif`, `./own-reporter.mjs`, `./own-reporter.mjs:out.txt`.
 * @param outputFile where the first report without a file of its own goes, instead of standard output.
 * @throws {UserError} for a format that is not known or does not load, and when two reports go to one place.
 */
export async function readReports(
  values: readonly string[],
  outputFile: string | undefined,
  cwd: string,
): Promise<Report[]> {
  const reports: Report[] = [];
  let rest = outputFile;
  for (const value of values) {
    const {format, file = rest} = split(value);
    if (file === rest) rest = undefined;
    reports.push({
      format,
      reporter: await loadReporter(format, cwd),
      ...(file !== undefined && {file: resolve(cwd, file)}),
    });
  }
  const places = new Set<string | undefined>();
  for (const {file} of reports) {
    if (!places.has(file)) places.add(file);
    else if (file === undefined)
      throw new UserError({
        zh: '只有一种报告可以写到标准输出，其他的请加上文件名，如 --format sarif:report.sarif',
        en: 'only one report can go to standard output; give the others a file, such as --format sarif:report.sarif',
      });
    else throw new UserError({zh: `两种报告写到了同一个文件 ${file}`, en: `two reports go to the same file ${file}`});
  }
  return reports;
}

/** The drive of C:\own-reporter.mjs is no format. */
function split(value: string): {format: string; file?: string} {
  const colon = value.indexOf(':', /^[a-z]:[\\/]/i.test(value) ? 2 : 0);
  return colon === -1 ? {format: value} : {format: value.slice(0, colon), file: value.slice(colon + 1)};
}

async function loadReporter(format: string, cwd: string): Promise<Reporter> {
  if (Object.hasOwn(formats, format)) return formats[format]!();
  if (/^[a-z]+$/.test(format)) {
    const guess = await closest(format, Object.keys(formats));
    const known = Object.keys(formats).join(', ');
    throw new UserError({
      zh: `没有 ${format} 这种报告格式${guess ? `，是不是 ${guess}？` : '。'}可用的有：${known}`,
      en: `unknown report format ${format}.${guess ? ` Did you mean ${guess}?` : ''} Known are: ${known}`,
    });
  }
  try {
    const {resolve: resolveModule} = await import('import-meta-resolve');
    const url = /^(?:\.{0,2}[\\/]|[a-z]:[\\/])/i.test(format)
      ? pathToFileURL(resolve(cwd, format)).href
      : resolveModule(format, pathToFileURL(`${cwd}/`).href);
    const {default: reporter} = (await import(url)) as {default?: unknown};
    if (typeof reporter === 'function') return reporter as Reporter;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError({
      zh: `报告模块 ${format} 装载不了：${reason}`,
      en: `the reporter ${format} does not load: ${reason}`,
    });
  }
  throw new UserError({
    zh: `报告模块 ${format} 的默认导出不是函数`,
    en: `the default export of the reporter ${format} is no function`,
  });
}

/** Writes all reports of a run side by side: each file is checked once and handed to every reporter. */
export async function writeReports(run: Run, reports: readonly Report[], options: ReportOptions): Promise<void> {
  const streams = reports.length === 1 ? [run.files] : broadcast(run.files, reports.length);
  await Promise.all(
    reports.map(async ({reporter, file}, index) => {
      const own: Run = Object.create(run, {files: {value: streams[index]}});
      const chunks = reporter(own, file === undefined ? options : {...options, color: false, width: 100});
      if (file === undefined) await writeStream(process.stdout, chunks);
      else await writeFileAtomically(file, chunks);
    }),
  );
}
