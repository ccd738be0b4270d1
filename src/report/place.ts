import type {Language} from '../core/rule.js';
import type {FileResult} from '../core/run.js';
import type {Point} from '../core/source.js';

/** A place as people look it up: `12:5` in a file with lines, 「第 12 段」 in a document of a word processor. */
export function placeText({line, column}: Point, unit: FileResult['unit'], language: Language): string {
  if (unit === undefined) return `${line}:${column}`;
  return language === 'zh' ? `第 ${line} 段` : `paragraph ${line}`;
}
