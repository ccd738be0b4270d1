import type {Language} from '../core/rule.js';
import {REPORTS} from '../learn/recall.js';
import type {Trained} from '../learn/train.js';
import {textWidth} from '../report/width.js';

interface Shown {
  /** The table, as the user named it. */
  readonly output: string;
  /** The same, as a configuration is to name it. */
  readonly path: string;
  readonly language: Language;
}

/** What `govlint train` did, how well the table does, and the lines that use it. */
export function trainedText(trained: Trained, {output, path, language}: Shown): string {
  const {files, unread, characters, paragraphs, repeated, taken, seconds, bytes} = trained;
  const zh = language === 'zh';
  const count = (value: number) => value.toLocaleString('en');
  const name = /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
  const rows: Array<readonly [string, string]> = zh
    ? [
        ['文件', `${count(files)} 个${unread > 0 ? `，其中 ${count(unread)} 个读不出来，没有学` : ''}`],
        ['正文', `${count(characters)} 字，${count(paragraphs)} 段（重复的 ${count(repeated)} 段只学一次）`],
        ['新学的特征', `${count(taken)} 个`],
        ['用时', `${seconds.toFixed(1)} 秒`],
      ]
    : [
        ['files', `${count(files)}${unread > 0 ? `, of which ${count(unread)} could not be read` : ''}`],
        [
          'prose',
          `${count(characters)} characters, ${count(paragraphs)} paragraphs (${count(repeated)} repeated ones once)`,
        ],
        ['new features', count(taken)],
        ['time', `${seconds.toFixed(1)} s`],
      ];
  const lines = [
    zh ? `写好了 ${output}（${count(bytes)} 字节）` : `wrote ${output} (${count(bytes)} bytes)`,
    '',
    ...table(rows),
    '',
    ...recallLines(trained, zh, count),
    '',
    zh ? '在配置文件里使用：' : 'To use it, in the configuration:',
    '',
    'rules:',
    `  missing-clause-punctuation: [warning, {model: ${name}}]`,
  ];
  return lines.join('\n');
}

function recallLines(trained: Trained, zh: boolean, count: (value: number) => string): string[] {
  const {recall, heldOutParagraphs, heldOutCharacters} = trained;
  if (!recall)
    return [
      zh
        ? '文章太少，留不出一成来检验：不知道学得好不好'
        : 'There is too little to keep a tenth apart: how well it does is not known',
    ];
  const percents = (values: readonly number[]) => values.map(value => `${value.toFixed(1)} %`.padStart(7)).join('  ');
  const part = `${count(heldOutParagraphs)}`;
  const isBetter = sum(recall.after) > sum(recall.before);
  return [
    zh
      ? `留出的一成（${part} 段，${count(heldOutCharacters)} 字，没有学）里去掉的标点找回多少，每万字报 ${REPORTS.join('、')} 处时：`
      : `Of marks removed from the tenth kept apart (${part} paragraphs, ${count(heldOutCharacters)} characters), found at ${REPORTS.join(', ')} reports per 10,000 characters:`,
    ...table([
      [zh ? '自带的模型' : 'the shipped model', percents(recall.before)],
      [zh ? '学过以后' : 'adapted', percents(recall.after)],
    ]),
    ...(isBetter
      ? []
      : [zh ? '新模型没有更好：请继续使用自带的模型' : 'The new one does no better: keep to the shipped one']),
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function table(rows: ReadonlyArray<readonly [string, string]>): string[] {
  const width = Math.max(...rows.map(([head]) => textWidth(head)));
  return rows.map(([head, cell]) => `  ${head}${' '.repeat(width - textWidth(head))}  ${cell}`);
}
