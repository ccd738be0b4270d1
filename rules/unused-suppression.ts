import {defineRule} from '../src/core/rule.js';

/** What is unused is found in src/core/suppress.ts, after all other rules: only then is it known what a comment silenced. */
interface Options {
  requireReason: boolean;
}

export default defineRule<Options, 'unused' | 'noReason'>({
  id: 'unused-suppression',
  severity: 'warning',
  inspection: 'hint',
  basis: ['govlint'],
  summary: {zh: '屏蔽注释应当确有所指', en: 'A suppression comment must silence something'},
  defaults: {requireReason: false},
  options: z => ({
    requireReason: z
      .boolean()
      .describe('屏蔽注释必须写明原因（-- 之后） / whether a suppression must give a reason, behind --'),
  }),
  messages: {
    unused: {
      zh: '这条屏蔽注释没有屏蔽“{rules}”的任何问题，请删除',
      en: 'Unused suppression: nothing of `{rules}` is reported there; remove the comment',
    },
    noReason: {
      zh: '这条屏蔽注释没有写原因：应在规则名后面写“-- 原因”',
      en: 'Suppression without a reason: expected `-- reason` behind the rules',
    },
  },
  check(article, {options, report}) {
    if (!options.requireReason) return;
    for (const {kind, reason, span} of article.suppressions) {
      if (kind !== 'enable' && reason === undefined) report(article, span, 'noReason');
    }
  },
});
