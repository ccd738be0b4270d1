import type {AnyRule, Severity} from '../src/core/rule.js';
import duplicateParagraphs from './duplicate-paragraphs.js';
import missingClausePunctuation from './missing-clause-punctuation.js';
import missingTerminalPunctuation from './missing-terminal-punctuation.js';
import pairedMarks from './paired-marks.js';
import photoCaptionAttribution from './photo-caption-attribution.js';
import requiredMetadata from './required-metadata.js';
import unusedSuppression from './unused-suppression.js';

/** Every built-in rule; the only list of them. */
export const rules: readonly AnyRule[] = [
  requiredMetadata,
  photoCaptionAttribution,
  duplicateParagraphs,
  pairedMarks,
  missingTerminalPunctuation,
  missingClausePunctuation,
  unusedSuppression,
];

export type RuleSetting = Severity | 'off' | readonly [Severity | 'off', Readonly<Record<string, unknown>>];

/** Named sets of rule settings, for `extends`. */
export const presets: Readonly<Record<string, Readonly<Record<string, RuleSetting>>>> = {
  'govlint:recommended': Object.fromEntries(rules.map(({id, severity}) => [id, severity])),
  'govlint:strict': {
    'required-metadata': ['error', {time: 'require'}],
    'photo-caption-attribution': ['error', {collectiveCredit: 'require-each'}],
    'duplicate-paragraphs': 'error',
    'paired-marks': 'error',
    'missing-terminal-punctuation': 'error',
    'missing-clause-punctuation': 'warning',
    'unused-suppression': ['error', {requireReason: true}],
  },
};
