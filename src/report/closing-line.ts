import type {Language} from '../core/rule.js';
import type {Colors} from './colors.js';
import type {Summary} from './summary.js';

/** The last line of the text report: what was counted, and what could not be checked. */
export function closingLine(summary: Summary, problems: number, language: Language, colors: Colors): string {
  const {files, errors, warnings, notes, suppressed, fixed} = summary;
  const zh = language === 'zh';
  const silenced = suppressed > 0 ? (zh ? `，屏蔽 ${suppressed} 个` : `, ${suppressed} suppressed`) : '';
  const mended = fixed > 0 ? (zh ? `，修复 ${fixed} 个` : `, ${fixed} fixed`) : '';
  const unchecked =
    problems > 0 ? colors.red(zh ? `；有 ${problems} 项没有检查成` : `; ${problems} could not be checked`) : '';
  const checked = zh ? `检查了 ${files} 个文件：` : `${plural(files, 'file')} checked: `;
  if (errors + warnings + notes === 0) {
    const clean = zh ? '没有发现问题' : 'no findings';
    return checked + (problems > 0 || files === 0 ? clean : colors.green(clean)) + mended + silenced + unchecked;
  }
  const counts = zh
    ? [`${errors} 个错误`, `${warnings} 个警告`, `${notes} 个提示`]
    : [plural(errors, 'error'), plural(warnings, 'warning'), plural(notes, 'note')];
  const inOrder = [colors.red, colors.yellow, colors.blue];
  const shown = counts.map((text, index) => ([errors, warnings, notes][index]! > 0 ? inOrder[index]!(text) : text));
  return checked + shown.join(zh ? '、' : ', ') + mended + silenced + unchecked;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
