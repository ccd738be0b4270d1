import type {Location, PhysicalLocation, Region, Result} from 'sarif';
import type {Excerpt, Finding, Fix, Related} from '../core/finding.js';
import type {AnyRule, Language} from '../core/rule.js';
import type {FileResult} from '../core/run.js';
import type {Point} from '../core/source.js';
import {placeText} from './place.js';
import {uriOf} from './uri.js';
import {wordsOf} from './words.js';

/** The rule of a result: its place in the log's list of rules, and its declaration as far as it is known. */
export interface IndexedRule {
  readonly index: number;
  readonly declaration: AnyRule | undefined;
}

/** A finding as a SARIF result. */
export function resultOf(finding: Finding, rule: IndexedRule, language: Language, unit?: FileResult['unit']): Result {
  const {path, related, fix, suppressed} = finding;
  return {
    ruleId: finding.rule,
    ruleIndex: rule.index,
    level: finding.severity,
    message: {text: wordsOf(finding, rule.declaration, language)},
    locations: [
      {
        physicalLocation: {...placeOf(path, finding), ...surroundings(finding)},
        ...(unit && {logicalLocations: [{name: placeText(finding.start, unit, language), kind: unit}]}),
      },
    ],
    partialFingerprints: {'govlint/v1': finding.fingerprint},
    ...(related && {
      relatedLocations: related.map((place, index) => relatedLocation(place, index, path, rule, language)),
    }),
    // Present on every result: SARIF wants it on all or on none, and the first is written before the last is known.
    suppressions: suppressed ? [{kind: 'inSource', ...(suppressed.reason && {justification: suppressed.reason})}] : [],
    ...(fix && {fixes: [fixOf(path, fix, language)]}),
  };
}

function placeOf(path: string, {start, end}: {start: Point; end: Point}): PhysicalLocation {
  return {artifactLocation: {uri: uriOf(path)}, region: regionOf(start, end)};
}

function regionOf(start: Point, end: Point): Region {
  return {startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column};
}

/** The words at the place and around it, where the excerpt holds them whole. */
function surroundings({start, end, excerpt}: Finding): Pick<PhysicalLocation, 'region' | 'contextRegion'> {
  const from = start.column - excerpt.column;
  const to = end.column - excerpt.column;
  const {length} = excerpt.text;
  if (start.line !== end.line || from < 0 || to > length) return {};
  const text = excerpt.text.slice(from, to);
  const region = {...regionOf(start, end), snippet: {text}};
  return text.length === length ? {region} : {region, contextRegion: contextRegion(start.line, excerpt)};
}

function contextRegion(line: number, {column, text}: Excerpt): Region {
  return {startLine: line, startColumn: column, endLine: line, endColumn: column + text.length, snippet: {text}};
}

function relatedLocation(
  place: Related,
  index: number,
  path: string,
  {declaration}: IndexedRule,
  language: Language,
): Location {
  return {
    id: index + 1,
    message: {text: wordsOf(place, declaration, language)},
    physicalLocation: placeOf(place.path ?? path, place),
  };
}

const FIX_KINDS = {
  safe: {zh: '可以直接采用的修改', en: 'A fix that is safe to apply'},
  suggested: {zh: '建议的修改，采用前请核对', en: 'A suggested fix: read it before you apply it'},
};

function fixOf(path: string, {kind, edits}: Fix, language: Language): NonNullable<Result['fixes']>[number] {
  const replacements = edits.map(({start, end, text}) => ({
    deletedRegion: regionOf(start, end),
    insertedContent: {text},
  }));
  return {
    description: {text: FIX_KINDS[kind][language]},
    artifactChanges: [{artifactLocation: {uri: uriOf(path)}, replacements}],
  };
}
