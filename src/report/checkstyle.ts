import type {Severity} from '../core/rule.js';
import type {Run} from '../core/run.js';
import {inChunks} from './chunks.js';
import {entriesOf, NO_PATH} from './entries.js';
import type {ReportOptions} from './index.js';
import {escapeXml} from './xml.js';

const SEVERITIES: Record<Severity, string> = {error: 'error', warning: 'warning', note: 'info'};

/** The XML of Checkstyle, which Jenkins, SonarQube and most review tools read. */
export function reportCheckstyle(run: Run, options: ReportOptions): AsyncIterable<string> {
  return inChunks(pieces(run, options));
}

async function* pieces(run: Run, {language}: ReportOptions): AsyncGenerator<Iterable<string>> {
  yield ['<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'];
  for await (const file of run.files) {
    const lines = [`<file name="${escapeXml(file.path)}">\n`];
    for (const {finding, text} of entriesOf(file, run, language)) {
      const {start, severity, rule} = finding;
      lines.push(errorElement(start.line, start.column, SEVERITIES[severity], text, rule));
    }
    yield [...lines, '</file>\n'];
  }
  yield run.problems.map(
    ({code, message, path = NO_PATH}) =>
      `<file name="${escapeXml(path)}">\n${errorElement(1, 1, 'error', message[language], code)}</file>\n`,
  );
  yield ['</checkstyle>\n'];
}

function errorElement(line: number, column: number, severity: string, text: string, rule: string): string {
  return `  <error line="${line}" column="${column}" severity="${severity}" message="${escapeXml(text)}" source="govlint.${escapeXml(rule)}"/>\n`;
}
