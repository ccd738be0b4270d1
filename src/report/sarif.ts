import type {Invocation} from 'sarif';
import {internalError} from '../core/internal-error.js';
import type {FileResult, Run} from '../core/run.js';
import {inChunks} from './chunks.js';
import type {ReportOptions} from './index.js';
import {Notifications} from './sarif-notifications.js';
import {resultOf} from './sarif-result.js';
import {descriptorOf} from './sarif-rule.js';
import {ruleOf} from './words.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const LANGUAGES = {zh: 'zh-CN', en: 'en-US'} as const;

/** What the end of a log needs to know of its results. */
interface Log {
  readonly run: Run;
  readonly options: ReportOptions;
  /** Index of each rule that a result names, in the order of their first use. */
  readonly ruleIndices: Map<string, number>;
  readonly notifications: Notifications;
  /** Results written, and results left out. */
  written: number;
  left: number;
  characters: number;
}

/**
 * GitHub refuses a log of more results, and one of more than 10 MB compressed; findings compress about ten to one.
 * A log that is refused shows nothing at all, so what is beyond is left out and counted.
 */
const MOST_RESULTS = 25_000;
const MOST_CHARACTERS = 60_000_000;

/**
 * The report for GitHub code scanning and other viewers: SARIF 2.1.0, one run. The results come first, as the files are
 * checked; a rule takes the next index when it is first used, so that the rules can follow at the end.
 */
export function reportSarif(run: Run, options: ReportOptions): AsyncIterable<string> {
  return inChunks(pieces(run, options));
}

async function* pieces(run: Run, options: ReportOptions): AsyncGenerator<Iterable<string>> {
  const notifications = new Notifications(options.language);
  const log: Log = {run, options, ruleIndices: new Map(), notifications, written: 0, left: 0, characters: 0};
  const language = LANGUAGES[options.language];
  const head = {$schema: SCHEMA, version: '2.1.0'};
  yield [`${opened(head)},"runs":[${opened({columnKind: 'utf16CodeUnits', language})},"results":[`];
  for await (const file of run.files) yield results(file, log);
  const driver = {name: 'govlint', semanticVersion: options.version, language};
  yield [`\n],"tool":{"driver":${opened(driver)},"rules":[`];
  yield* descriptors(log);
  yield [`\n]}},"invocations":[${JSON.stringify(invocation(log))}]}]}\n`];
}

/** The JSON of an object without its closing brace, so that more can follow. */
function opened(object: object): string {
  return JSON.stringify(object).slice(0, -1);
}

function* results({findings, unit}: FileResult, log: Log): Generator<string> {
  const {run, options, ruleIndices, notifications} = log;
  for (const finding of findings) {
    if (finding.rule === internalError.id) {
      notifications.addFailure(finding);
      continue;
    }
    if (log.written === MOST_RESULTS || log.characters > MOST_CHARACTERS) {
      log.left++;
      continue;
    }
    const index = ruleIndices.get(finding.rule) ?? ruleIndices.size;
    ruleIndices.set(finding.rule, index);
    const result = resultOf(finding, {index, declaration: ruleOf(finding.rule, run.rules)}, options.language, unit);
    const text = JSON.stringify(result);
    yield `${log.written > 0 ? ',\n' : '\n'}${text}`;
    log.written++;
    log.characters += text.length;
  }
}

/** The rules in the order of their indices, then those that found nothing. */
async function* descriptors({run, options, ruleIndices}: Log): AsyncGenerator<Iterable<string>> {
  const ids = new Set([...ruleIndices.keys(), ...run.rules.keys()]);
  ids.delete(internalError.id);
  let separator = '\n';
  for (const id of ids) {
    const descriptor = descriptorOf(id, run.rules.get(id), options.language, await options.page?.(id));
    yield [separator, JSON.stringify(descriptor)];
    separator = ',\n';
  }
}

function invocation({run, options, notifications, written, left}: Log): Invocation {
  const toolExecutionNotifications = notifications.all(run.problems);
  const executionSuccessful = toolExecutionNotifications.length === 0;
  if (left > 0) {
    const said = {
      zh: `SARIF 报告只写了前 ${written} 个结果，还有 ${left} 个没有写入：GitHub 不接受更多。请用 --shard 分开检查，或另写一份 JSON 报告`,
      en: `the SARIF log holds the first ${written} results, ${left} are left out: GitHub takes no more. Divide the run with --shard, or write a JSON report beside it`,
    };
    options.notice?.(said);
    toolExecutionNotifications.push({level: 'warning', message: {text: said[options.language]}});
  }
  return {executionSuccessful, toolExecutionNotifications};
}
