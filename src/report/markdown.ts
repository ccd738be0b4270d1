import type {Language, Severity} from '../core/rule.js';
import type {Run} from '../core/run.js';
import {inChunks} from './chunks.js';
import {entriesOf, problemText} from './entries.js';
import type {ReportOptions} from './index.js';
import {placeText} from './place.js';
import {count, emptySummary, type Summary} from './summary.js';

/** A job summary of GitHub holds 1 MiB in all; past this, rows are counted and no longer written. In UTF-8 bytes, roughly. */
const LONGEST = 800_000;
const SEVERITIES: Record<Language, Record<Severity, string>> = {
  zh: {error: '❌ 错误', warning: '⚠️ 警告', note: '💡 提示'},
  en: {error: '❌ error', warning: '⚠️ warning', note: '💡 note'},
};

/** Tables for the job summary of a CI run, for a merge request or a mail: findings file by file, then the counts. */
export function reportMarkdown(run: Run, options: ReportOptions): AsyncIterable<string> {
  return inChunks(pieces(run, options));
}

async function* pieces(run: Run, {language}: ReportOptions): AsyncGenerator<Iterable<string>> {
  const zh = language === 'zh';
  const summary = emptySummary();
  let written = 0;
  let left = 0;
  yield [zh ? '# govlint 检查结果\n' : '# govlint report\n'];
  for await (const file of run.files) {
    count(summary, file);
    const rows: string[] = [];
    for (const {finding, text} of entriesOf(file, run, language)) {
      const {start, severity, rule} = finding;
      const row = `| ${placeText(start, file.unit, language)} | ${SEVERITIES[language][severity]} | ${escapeMarkdown(text)} | ${rule} |\n`;
      written += 3 * row.length;
      if (written > LONGEST) left++;
      else rows.push(row);
    }
    if (rows.length === 0) continue;
    const head = zh ? '| 位置 | 级别 | 问题 | 规则 |' : '| place | severity | finding | rule |';
    yield [`\n## ${escapeMarkdown(file.path)}\n\n${head}\n| ---: | --- | --- | --- |\n`, ...rows];
  }
  if (left > 0)
    yield [
      zh
        ? `\n还有 ${left} 个问题没有列出：超过了摘要的长度。\n`
        : `\n${left} more findings are not listed: the summary would be too long.\n`,
    ];
  const {problems} = run;
  if (problems.length > 0) {
    yield [zh ? '\n## 没有检查成\n\n' : '\n## Could not be checked\n\n'];
    yield problems.map(problem => `- ${escapeMarkdown(problemText(problem, language))}\n`);
  }
  yield [`\n${closing(summary, language)}\n`];
}

function closing({files, errors, warnings, notes, suppressed}: Summary, language: Language): string {
  return language === 'zh'
    ? `检查了 ${files} 个文件：${errors} 个错误、${warnings} 个警告、${notes} 个提示，屏蔽 ${suppressed} 个。`
    : `${files} files checked: ${errors} errors, ${warnings} warnings, ${notes} notes, ${suppressed} suppressed.`;
}

/** Text of an article or a file name is data: no markup, no HTML, no link, no mention, one line, no cell border. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
    .replace(/^-/, '\\-')
    .replace(/[\\`*_{}[\]()#+!|~<>@&]/g, character =>
      character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
    );
}
