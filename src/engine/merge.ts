import {readFileSync} from 'node:fs';
import {byPlace, type Finding, type Related} from '../core/finding.js';
import type {AnyRule} from '../core/rule.js';
import type {FileResult, Problem, Run} from '../core/run.js';
import {UserError} from '../core/user-error.js';

type Reported = Omit<Finding, 'related'> & {
  readonly text: string;
  readonly related?: ReadonlyArray<Related & {readonly text?: string}>;
};

interface Part {
  readonly files: ReadonlyArray<{path: string; unit?: 'paragraph'; findings: readonly Reported[]}>;
  readonly problems: ReadonlyArray<{code: string; text: string; path?: string}>;
}

/**
 * Makes one run of several JSON reports, its files in order of their names.
 * @param parts absolute paths of the reports.
 * @param rules the rules whose words are known here; findings of others keep the words of their report.
 * @throws {UserError} for a file that is no JSON report, or checked by two of them.
 */
export function mergedRun(parts: readonly string[], rules: ReadonlyMap<string, AnyRule>): Run {
  const files = new Map<string, FileResult>();
  // A path that does not exist is a problem of every part.
  const problems = new Map<string, Problem>();
  for (const path of parts) {
    const part = readPart(path);
    const own = new Set<string>();
    for (const {path: name, findings: reported} of part.files) {
      const findings = reported.map(finding => withWords({...finding, path: name}, rules));
      const before = files.get(name);
      if (before && !own.has(name))
        throw new UserError({
          zh: `${path}：${name} 在另一份报告里已经有了`,
          en: `${path}: ${name} is in another of the reports`,
        });
      own.add(name);
      // A report names a file a second time for what only all files together show.
      files.set(name, {path: name, findings: before ? [...before.findings, ...findings].sort(byPlace) : findings});
    }
    for (const {code, text, path: place} of part.problems)
      problems.set(JSON.stringify([code, text, place]), {
        code,
        message: {zh: text, en: text},
        ...(place !== undefined && {path: place}),
      });
  }
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {files: iterate(sorted), rules, problems: [...problems.values()]};
}

async function* iterate(files: readonly FileResult[]): AsyncGenerator<FileResult> {
  yield* files;
}

function readPart(path: string): Part {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as Part & {version: unknown};
    if (report.version !== 1 || !Array.isArray(report.files) || !Array.isArray(report.problems))
      throw new Error('it has another form');
    return report;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError({
      zh: `${path} 不是 govlint 的 JSON 报告（${reason}）：请用 govlint check --format json 生成`,
      en: `${path} is no JSON report of govlint (${reason}): write one with govlint check --format json`,
    });
  }
}

/** What no rule here can put into words stands in `reason`, as for retext plugins. */
function withWords({text, related, ...finding}: Reported, rules: ReadonlyMap<string, AnyRule>): Finding {
  const known = rules.has(finding.rule);
  const places = related?.map(({text: words, ...place}) =>
    known || words === undefined ? place : {...place, data: {...place.data, reason: words}},
  );
  const data = known ? finding.data : {...finding.data, reason: text};
  return {...finding, data, ...(places && {related: places})};
}
