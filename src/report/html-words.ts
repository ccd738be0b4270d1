import type {Language, Severity} from '../core/rule.js';

/** The report's own words. `{n}` and `{all}` are filled by the page's script. */
export interface HtmlWords {
  readonly lang: string;
  readonly title: string;
  readonly toFindings: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly bySeverity: string;
  readonly byRule: string;
  readonly about: string;
  readonly onlyThisRule: string;
  readonly more: string;
  readonly filter: string;
  readonly search: string;
  readonly anyRule: string;
  readonly shown: string;
  readonly reset: string;
  readonly openAll: string;
  readonly closeAll: string;
  readonly findings: string;
  readonly articleText: string;
  readonly textLeftOut: string;
  readonly unchecked: string;
  basis(clauses: readonly string[]): string;
  quoted(text: string): string;
  number(number: number): string;
  checked(files: number, findings: number): string;
  suppressed(count: number): string;
  cleanFiles(count: number): string;
  cleanLeftOut(count: number): string;
  textsLeftOut(count: number): string;
}

export const htmlWords: Readonly<Record<Language, HtmlWords>> = {
  zh: {
    lang: 'zh-CN',
    title: '文章检查报告',
    toFindings: '跳到问题清单',
    severities: {error: '错误', warning: '警告', note: '提示'},
    bySeverity: '按级别',
    byRule: '按规则',
    about: '规则说明',
    onlyThisRule: '只看这条规则的问题',
    more: '再显示 {n} 个',
    filter: '筛选',
    search: '查找文字、文件名',
    anyRule: '全部规则',
    shown: '显示 {n} 个问题，共 {all} 个',
    reset: '清除筛选',
    openAll: '全部展开',
    closeAll: '全部收起',
    findings: '问题',
    articleText: '正文',
    textLeftOut: '报告太大，这个文件的正文没有列出。',
    unchecked: '没有检查成',
    basis: clauses => `依据：${clauses.join('；')}`,
    quoted: text => `原文：${text}`,
    number: number => `问题 ${number}`,
    checked: (files, findings) =>
      findings === 0 ? `检查了 ${files} 个文件，没有发现问题。` : `检查了 ${files} 个文件，发现 ${findings} 个问题。`,
    suppressed: count => `另有 ${count} 个问题已用注释屏蔽，没有列出。`,
    cleanFiles: count => `没有问题的文件 ${count} 个`,
    cleanLeftOut: count => `还有 ${count} 个没有列出。`,
    textsLeftOut: count => `报告太大，有 ${count} 个文件的正文没有列出；它们的问题都已列出。`,
  },
  en: {
    lang: 'en',
    title: 'Report on articles',
    toFindings: 'Skip to the findings',
    severities: {error: 'error', warning: 'warning', note: 'note'},
    bySeverity: 'By severity',
    byRule: 'By rule',
    about: 'About the rule',
    onlyThisRule: 'Show findings of this rule only',
    more: 'Show {n} more',
    filter: 'Filter',
    search: 'Words or file name',
    anyRule: 'All rules',
    shown: '{n} of {all} findings shown',
    reset: 'Clear filter',
    openAll: 'Open all',
    closeAll: 'Close all',
    findings: 'Findings',
    articleText: 'Text',
    textLeftOut: 'The report would be too large: the text of this file is left out.',
    unchecked: 'Could not be checked',
    basis: clauses => `Basis: ${clauses.join('; ')}`,
    quoted: text => `Text: ${text}`,
    number: number => `Finding ${number}`,
    checked: (files, findings) =>
      `${plural(files, 'file')} checked: ${findings === 0 ? 'no findings' : plural(findings, 'finding')}.`,
    suppressed: count => `${plural(count, 'finding')} suppressed by comments, not listed.`,
    cleanFiles: count => `${plural(count, 'clean file')}`,
    cleanLeftOut: count => `${count} more are not listed.`,
    textsLeftOut: count =>
      `The report would be too large: the text of ${plural(count, 'file')} is left out; all findings are listed.`,
  },
};

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
