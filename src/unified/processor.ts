import type {Root} from 'nlcst';
import {type Plugin, type Processor, unified} from 'unified';
import {VFile} from 'vfile';
import type {VFileMessage} from 'vfile-message';
import type {Article} from '../core/article.js';
import {byPlace, createFinding, type Finding, numberFingerprints, withoutRepeats} from '../core/finding.js';
import {type Kept, keep} from '../core/finish.js';
import {internalError} from '../core/internal-error.js';
import type {ActiveRule, AnyRule, ReportDetails, Severity} from '../core/rule.js';
import {applySuppressions} from '../core/suppress.js';

/** A third-party retext plugin that runs beside the rules. */
export interface RetextPlugin {
  /** Package name; the rule id of its findings. */
  readonly name: string;
  readonly plugin: Plugin;
  readonly options?: unknown;
  readonly severity: Severity;
}

/** Message id of findings that come from a retext plugin: its own words are in `data.reason`. */
export const RETEXT_MESSAGE = 'retext';

declare module 'vfile' {
  interface DataMap {
    govlint?: {article: Article; findings: Finding[]; kept: Kept[]; claimed: number};
  }
}

/** Checks articles by one configuration. */
export interface Checker {
  /** The rules it runs, by id. */
  readonly rules: ReadonlyMap<string, ActiveRule>;
  /** All findings in order of place, suppressed ones marked. Never rejects because of a rule: see `internal-error`. */
  check(article: Article): Promise<Finding[]>;
  /** The same, with what rules keep of the article until the end of the run. */
  checkAndKeep(article: Article): Promise<Checked>;
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly kept: readonly Kept[];
}

/** Builds the frozen unified processor of one configuration; do so once per configuration, not per file. */
export function createChecker(active: readonly ActiveRule[], plugins: readonly RetextPlugin[] = []): Checker {
  const rules = new Map(active.map(entry => [entry.rule.id, entry]));
  const processor: Processor<Root> = unified().use(parser) as unknown as Processor<Root>;
  processor.use(transformer(active));
  for (const plugin of plugins) useRetext(processor, plugin);
  processor.freeze();
  const checkAndKeep = async (article: Article) => {
    const findings: Finding[] = [];
    const kept: Kept[] = [];
    const file = new VFile({path: article.source.path, value: article.source.text});
    file.data.govlint = {article, findings, kept, claimed: 0};
    try {
      await processor.run(processor.parse(file), file);
    } catch (error) {
      findings.push(failed(article, 'unified', error));
    }
    return {
      findings: numberFingerprints(applySuppressions(article, withoutRepeats(findings.sort(byPlace)), rules)),
      kept,
    };
  };
  return {rules, checkAndKeep, check: async article => (await checkAndKeep(article)).findings};
}

function parser(this: Processor): void {
  this.parser = (_text, file) => file.data.govlint!.article.root;
}

/** All rules in one step: a step each would cost more than most rules do. */
function transformer(active: readonly ActiveRule[]): Plugin {
  const loading = new Map<ActiveRule, Promise<void>>();
  const load = (entry: ActiveRule) => {
    const known = loading.get(entry) ?? entry.rule.load!(entry.options);
    loading.set(entry, known);
    return known;
  };
  return () => async (_tree, file) => {
    const {article, findings, kept} = file.data.govlint!;
    for (const entry of active) {
      if (entry.rule.load) {
        try {
          await load(entry);
        } catch (error) {
          findings.push(failed(article, entry.rule.id, error));
          continue;
        }
      }
      runRule(entry, article, findings, kept);
    }
  };
}

/** Runs one rule on one article and adds what it reports; a throw becomes a finding, and what came before it stays. */
export function runRule(entry: ActiveRule, article: Article, findings: Finding[], kept: Kept[] = []): void {
  const {rule, severity, options} = entry;
  try {
    (rule as AnyRule).check(article, {
      options,
      report(place, range, message, details: ReportDetails = {}) {
        findings.push(
          createFinding(article, {rule: rule.id, severity, fixKind: rule.fix, place, range, message, details}),
        );
      },
    });
    const summary = keep(entry, article);
    if (summary) kept.push(summary);
  } catch (error) {
    findings.push(failed(article, rule.id, error));
  }
}

function failed(article: Article, rule: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return createFinding(article, {
    rule: internalError.id,
    severity: 'error',
    place: article,
    range: [0, 0],
    message: 'threw',
    details: {data: {rule, reason}},
  });
}

/** Adds a retext plugin, and behind it a step that turns the messages it left on the file into findings. */
function useRetext(processor: Processor<Root>, {name, plugin, options, severity}: RetextPlugin): void {
  processor.use(guarded(plugin, name), options as never);
  processor.use(() => (_tree, file) => {
    const state = file.data.govlint!;
    for (const message of file.messages.slice(state.claimed))
      state.findings.push(fromMessage(state.article, name, severity, message));
    state.claimed = file.messages.length;
  });
}

/** The plugin with its transformer wrapped, so that one that throws does not stop those after it. */
function guarded(plugin: Plugin, name: string): Plugin {
  return function (this: Processor, ...options: unknown[]) {
    const transform = (plugin as (...options: unknown[]) => unknown).apply(this, options);
    if (typeof transform !== 'function') return;
    return async (tree, file) => {
      try {
        await transform(tree, file);
      } catch (error) {
        const {article, findings} = file.data.govlint!;
        findings.push(failed(article, name, error));
      }
    };
  };
}

function fromMessage(article: Article, name: string, severity: Severity, message: VFileMessage): Finding {
  const place = message.place;
  const start = place && ('start' in place ? place.start.offset : place.offset);
  const end = place && 'end' in place ? place.end.offset : start;
  return createFinding(article, {
    rule: name,
    severity: message.fatal === true ? 'error' : severity,
    place: article,
    range: [start ?? 0, end ?? start ?? 0],
    message: RETEXT_MESSAGE,
    details: {data: {reason: message.reason, ...(message.ruleId && {id: message.ruleId})}},
  });
}
