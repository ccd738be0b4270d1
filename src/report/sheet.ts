import type {Finding} from '../core/finding.js';
import type {AnyRule, Language, Severity} from '../core/rule.js';
import type {FileResult} from '../core/run.js';
import {escapeMarkdown} from './markdown.js';
import {ruleOf, wordsOf} from './words.js';
import {escapeXml} from './xml.js';

/** What a check sheet says of a draft beside its findings. */
export interface SheetOptions {
  readonly title: string | undefined;
  /** SHA-256 of the file, in hexadecimal digits: the sheet holds for this text and no other. */
  readonly digest: string;
  /** Of the tool. */
  readonly version: string;
  /** The rules that ran, with their severities. */
  readonly active: ReadonlyArray<readonly [id: string, severity: Severity]>;
  readonly checkedAt: Date;
  readonly rules: ReadonlyMap<string, AnyRule>;
  readonly language: Language;
}

const WORDS = {
  zh: {
    heading: '稿件检查单（三审三校）',
    draft: '稿件',
    title: '标题',
    digest: '内容摘要（SHA-256）',
    tool: '检查工具',
    time: '检查时间',
    rules: '启用的规则',
    open: '未处理的问题',
    none: '没有未处理的问题。',
    silenced: '已屏蔽的问题',
    place: '位置',
    severity: '级别',
    finding: '问题',
    rule: '规则',
    reason: '保留原因',
    signatures: '签字',
    steps: ['一审（初审）', '二审（复审）', '三审（终审）'],
    signature: '姓名：＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日　　意见：＿＿＿＿＿＿＿＿',
    severities: {error: '错误', warning: '警告', note: '提示'},
  },
  en: {
    heading: 'Check sheet (three reviews)',
    draft: 'Draft',
    title: 'Title',
    digest: 'Digest of the text (SHA-256)',
    tool: 'Checked with',
    time: 'Checked at',
    rules: 'Rules',
    open: 'Open findings',
    none: 'No open findings.',
    silenced: 'Silenced findings',
    place: 'Place',
    severity: 'Severity',
    finding: 'Finding',
    rule: 'Rule',
    reason: 'Reason to keep',
    signatures: 'Signatures',
    steps: ['First review', 'Second review', 'Final review'],
    signature: 'Name: ______________  Date: ____-__-__  Opinion: ____________________',
    severities: {error: 'error', warning: 'warning', note: 'note'},
  },
} as const;

interface Sheet {
  readonly words: (typeof WORDS)[Language];
  readonly facts: ReadonlyArray<readonly [string, string]>;
  readonly open: readonly string[][];
  readonly silenced: readonly string[][];
}

function sheetOf({path, findings}: FileResult, options: SheetOptions): Sheet {
  const words = WORDS[options.language];
  const row = (finding: Finding) => [
    `${finding.start.line}:${finding.start.column}`,
    words.severities[finding.severity],
    wordsOf(finding, ruleOf(finding.rule, options.rules), options.language),
    finding.rule,
    finding.suppressed?.reason ?? '',
  ];
  return {
    words,
    facts: [
      [words.draft, path],
      [words.title, options.title ?? ''],
      [words.digest, options.digest],
      [words.tool, `govlint ${options.version}`],
      [words.time, options.checkedAt.toISOString().replace(/\.\d+Z$/, 'Z')],
      [words.rules, options.active.map(([id, severity]) => `${id}=${severity}`).join(' ')],
    ],
    open: findings.filter(({suppressed}) => !suppressed).map(row),
    silenced: findings.filter(({suppressed}) => suppressed).map(row),
  };
}

/** The sheet that goes with a draft through its three reviews, in Markdown. */
export function sheetMarkdown(result: FileResult, options: SheetOptions): string {
  const {words, facts, open, silenced} = sheetOf(result, options);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const table = (rows: readonly string[][]) =>
    line(headOf(words)) +
    line(['---:', '---', '---', '---', '---']) +
    rows.map(row => line(row.map(escapeMarkdown))).join('');
  const parts = [
    `# ${words.heading}\n`,
    facts.map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}\n`).join(''),
    `## ${words.open}\n`,
    open.length > 0 ? table(open) : `${words.none}\n`,
    ...(silenced.length > 0 ? [`## ${words.silenced}\n`, table(silenced)] : []),
    `## ${words.signatures}\n`,
    words.steps.map(step => `${step}  ${words.signature}\n`).join('\n'),
  ];
  return parts.join('\n');
}

const STYLE = `body{font:12pt/1.6 "Songti SC",SimSun,serif;margin:2cm auto;max-width:21cm;padding:0 1em}
h1{text-align:center;font-size:16pt}h2{font-size:13pt}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em}
dd{margin:0;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.3em .5em;text-align:left;vertical-align:top}
td:nth-child(5){min-width:7em}p.sign{margin:1.6em 0}@media print{body{margin:0}}`;

/** The same as a page to print and sign: one file, without scripts and network. */
export function sheetHtml(result: FileResult, options: SheetOptions): string {
  const {words, facts, open, silenced} = sheetOf(result, options);
  const cells = (tag: 'th' | 'td', row: readonly string[]) =>
    `<tr>${row.map(cell => `<${tag}>${escapeXml(cell)}</${tag}>`).join('')}</tr>\n`;
  const table = (rows: readonly string[][]) =>
    `<table>\n${cells('th', headOf(words))}${rows.map(row => cells('td', row)).join('')}</table>\n`;
  return `<!doctype html>
<html lang="${options.language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(`${words.heading} ${result.path}`)}</title>
<style>${STYLE}</style>
<h1>${words.heading}</h1>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeXml(value)}</dd>`).join('\n')}</dl>
<h2>${words.open}</h2>
${open.length > 0 ? table(open) : `<p>${words.none}</p>\n`}${silenced.length > 0 ? `<h2>${words.silenced}</h2>\n${table(silenced)}` : ''}<h2>${words.signatures}</h2>
${words.steps.map(step => `<p class="sign">${step}　${words.signature}</p>\n`).join('')}</html>
`;
}

function headOf(words: Sheet['words']): string[] {
  return [words.place, words.severity, words.finding, words.rule, words.reason];
}
