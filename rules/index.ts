import type {AnyRule, Severity} from '../src/core/rule.js';
import charsetDeclaration from './charset-declaration.js';
import confusableWords from './confusable-words.js';
import documentNumber from './document-number.js';
import duplicateArticles from './duplicate-articles.js';
import duplicateCaptions from './duplicate-captions.js';
import duplicateParagraphs from './duplicate-paragraphs.js';
import ellipsisAndDash from './ellipsis-and-dash.js';
import enumerationComma from './enumeration-comma.js';
import halfwidthPunctuation from './halfwidth-punctuation.js';
import impossibleDate from './impossible-date.js';
import metadataConsistency from './metadata-consistency.js';
import missingClausePunctuation from './missing-clause-punctuation.js';
import missingTerminalPunctuation from './missing-terminal-punctuation.js';
import nameAndTitle from './name-and-title.js';
import numberForm from './number-form.js';
import officialNames from './official-names.js';
import omittedCharacter from './omitted-character.js';
import pageFurniture from './page-furniture.js';
import pairedMarks from './paired-marks.js';
import personalData from './personal-data.js';
import photoCaptionAttribution from './photo-caption-attribution.js';
import photoCaptionMissing from './photo-caption-missing.js';
import placeConsistency from './place-consistency.js';
import placeholderText from './placeholder-text.js';
import punctuationPlacement from './punctuation-placement.js';
import punctuationSpacing from './punctuation-spacing.js';
import quotationForm from './quotation-form.js';
import repeatedPunctuation from './repeated-punctuation.js';
import requiredMetadata from './required-metadata.js';
import sequenceMarks from './sequence-marks.js';
import terms from './terms.js';
import titlePunctuation from './title-punctuation.js';
import unusedSuppression from './unused-suppression.js';
import variantWords from './variant-words.js';

/** Every built-in rule; the only list of them. */
export const rules: readonly AnyRule[] = [
  requiredMetadata,
  metadataConsistency,
  photoCaptionAttribution,
  photoCaptionMissing,
  duplicateCaptions,
  duplicateParagraphs,
  duplicateArticles,
  placeholderText,
  pageFurniture,
  pairedMarks,
  missingTerminalPunctuation,
  missingClausePunctuation,
  omittedCharacter,
  sequenceMarks,
  documentNumber,
  numberForm,
  impossibleDate,
  unusedSuppression,
  halfwidthPunctuation,
  quotationForm,
  repeatedPunctuation,
  ellipsisAndDash,
  punctuationPlacement,
  punctuationSpacing,
  enumerationComma,
  titlePunctuation,
  charsetDeclaration,
  personalData,
  confusableWords,
  variantWords,
  terms,
  nameAndTitle,
  officialNames,
  placeConsistency,
];

export type RuleSetting = Severity | 'off' | readonly [Severity | 'off', Readonly<Record<string, unknown>>];

/** Rules without a known false alarm on real articles, for a gate that stops a publication. */
const GATE = new Set([
  'required-metadata',
  'duplicate-paragraphs',
  'paired-marks',
  'halfwidth-punctuation',
  'repeated-punctuation',
  'document-number',
  'impossible-date',
  'personal-data',
]);

/** Named sets of rule settings, for `extends` and `--preset`. */
export const presets: Readonly<Record<string, Readonly<Record<string, RuleSetting>>>> = {
  'govlint:recommended': Object.fromEntries(rules.map(({id, severity}) => [id, severity])),
  'govlint:gate': Object.fromEntries(rules.map(({id, severity}) => [id, GATE.has(id) ? severity : 'off'])),
  'govlint:strict': {
    'required-metadata': ['error', {time: 'require', tags: 'require'}],
    'metadata-consistency': 'error',
    'photo-caption-attribution': ['error', {collectiveCredit: 'require-each'}],
    'photo-caption-missing': 'warning',
    'duplicate-captions': 'error',
    'duplicate-paragraphs': 'error',
    'duplicate-articles': 'warning',
    'placeholder-text': 'error',
    'page-furniture': 'error',
    'paired-marks': 'error',
    'missing-terminal-punctuation': 'error',
    'missing-clause-punctuation': 'warning',
    'unused-suppression': ['error', {requireReason: true}],
    'halfwidth-punctuation': 'error',
    'quotation-form': 'error',
    'repeated-punctuation': 'error',
    'ellipsis-and-dash': 'error',
    'punctuation-placement': 'error',
    'enumeration-comma': 'error',
    'title-punctuation': 'error',
    'sequence-marks': 'error',
    'document-number': 'error',
    'number-form': 'error',
    'impossible-date': 'error',
  },
};
