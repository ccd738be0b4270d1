import {defineRule} from '../src/core/rule.js';

/** Applied in src/core/suppress.ts, after all other rules: only then is it known what a comment silenced. */
export default defineRule({
  id: 'unused-suppression',
  severity: 'warning',
  basis: ['govlint'],
  summary: {zh: '屏蔽注释应当确有所指', en: 'A suppression comment must silence something'},
  defaults: {},
  messages: {
    unused: {
      zh: '这条屏蔽注释没有屏蔽“{rules}”的任何问题，请删除',
      en: 'Unused suppression: nothing of `{rules}` is reported there; remove the comment',
    },
  },
  check() {},
});
