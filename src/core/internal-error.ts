import {defineRule} from './rule.js';

/** Not a rule of its own: the declaration behind the finding that a rule or plugin threw. */
export const internalError = defineRule({
  id: 'internal-error',
  severity: 'error',
  basis: ['govlint'],
  summary: {zh: '规则运行出错', en: 'A rule failed'},
  defaults: {},
  messages: {
    threw: {
      zh: '规则“{rule}”在本文件上出错（{reason}）：它的结果不完整，请报告给规则的作者',
      en: 'Rule `{rule}` failed on this file ({reason}): its findings are incomplete; please report it to the author of the rule',
    },
  },
  check() {},
});
