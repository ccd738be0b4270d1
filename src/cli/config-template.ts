import {rules} from '../../rules/index.js';
import type {Language} from '../core/rule.js';

/** The configuration file that `govlint init` writes: every rule with its severity, commented. */
export function template(language: Language): string {
  const text = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const settings = rules.map(({id, severity, summary}) => `  # ${summary[language]}\n  ${id}: ${severity}`).join('\n');
  return `# ${text('govlint 的配置。说明见 docs/configuration.md', 'The configuration of govlint; see docs/configuration.md')}
extends: govlint:recommended

# ${text('不检查的文件', 'Files that are not checked')}
ignores: []
#  - 归档/**

# ${text('规则的级别：off（关闭）、note（提示）、warning（警告）、error（错误）', 'Severity of each rule: off, note, warning, error')}
rules:
${settings}

# ${text('只对一部分文件生效的设置', 'Settings for some of the files')}
overrides: []
#  - files: 通知/**
#    rules:
#      required-metadata: [error, {fields: [title, source, date, documentNumber]}]
`;
}
