import {resolve} from 'node:path';
import type {Configs} from '../config/load.js';
import type {Finding} from '../core/finding.js';
import {finish, type Kept} from '../core/finish.js';
import {internalError} from '../core/internal-error.js';
import type {AnyRule} from '../core/rule.js';
import type {FileResult} from '../core/run.js';

/** Articles that one rule compares: those it kept under the same options. */
interface Comparison {
  readonly rule: AnyRule;
  readonly options: object;
  readonly articles: Kept[];
}

/** Collects what rules keep of each article, from whatever thread or cache it comes, and ends the run with it. */
export class Ending {
  readonly #configs: Configs;
  readonly #cwd: string;
  readonly #comparisons = new Map<string, Comparison>();

  constructor({configs, cwd}: {configs: Configs; cwd: string}) {
    this.#configs = configs;
    this.#cwd = cwd;
  }

  async add(kept: readonly Kept[]): Promise<void> {
    for (const article of kept) {
      const {rules} = await this.#configs.for(resolve(this.#cwd, article.path));
      const active = rules.find(({rule}) => rule.id === article.rule);
      if (!active) continue;
      const {rule, options} = active;
      const key = JSON.stringify([rule.id, options]);
      const comparison = this.#comparisons.get(key);
      if (comparison) comparison.articles.push(article);
      else this.#comparisons.set(key, {rule, options, articles: [article]});
    }
  }

  /** What the rules find, file by file, in the order in which the rules report them. */
  *results(): Generator<FileResult> {
    const byPath = new Map<string, Finding[]>();
    for (const {rule, options, articles} of this.#comparisons.values()) {
      for (const finding of finished(rule, options, articles)) {
        const same = byPath.get(finding.path);
        if (same) same.push(finding);
        else byPath.set(finding.path, [finding]);
      }
    }
    for (const [path, findings] of byPath) yield {path, findings, late: true};
  }
}

/** A rule that throws is reported at the first of its articles. */
function finished(rule: AnyRule, options: object, articles: readonly Kept[]): Finding[] {
  try {
    return finish({rule, options}, articles);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const threw = {...internalError, finish: reportThrow(rule.id, reason)};
    return finish({rule: threw, options: {}}, [{...articles[0]!, severity: 'error'}]);
  }
}

function reportThrow(rule: string, reason: string): NonNullable<AnyRule['finish']> {
  return ([article], {report}) => report(article!, 'threw', {data: {rule, reason}});
}
