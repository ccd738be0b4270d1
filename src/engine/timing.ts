import type {ActiveRule} from '../core/rule.js';

/** Where the time of a run goes: reading, parsing, each rule. In milliseconds of wall time. */
export class Timing {
  readonly #spent = new Map<string, number>();
  readonly #began = performance.now();
  files = 0;
  bytes = 0;

  /** Runs a piece of work under a name. */
  measure<T>(name: string, work: () => T): T {
    const began = performance.now();
    try {
      return work();
    } finally {
      this.#add(name, began);
    }
  }

  async measureAsync<T>(name: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.#add(name, began);
    }
  }

  /** The rule, its time measured under its id. */
  watched(entry: ActiveRule): ActiveRule {
    const {rule} = entry;
    const check: typeof rule.check = (article, context) => this.measure(rule.id, () => rule.check(article, context));
    return {...entry, rule: {...rule, check}};
  }

  /** A line a name, the longest first, with its share of the whole run. */
  table(): string {
    const whole = performance.now() - this.#began;
    const known = [...this.#spent].sort(([, a], [, b]) => b - a);
    const rest = whole - known.reduce((sum, [, ms]) => sum + ms, 0);
    const lines = [...known, ['(other: start, positions, report)', rest] as const].map(
      ([name, ms]) => `${ms.toFixed(1).padStart(10)} ms ${((100 * ms) / whole).toFixed(1).padStart(5)} %  ${name}\n`,
    );
    const megabytes = this.bytes / 1_000_000;
    return `${lines.join('')}${whole.toFixed(1).padStart(10)} ms 100.0 %  ${this.files} files, ${megabytes.toFixed(2)} MB, ${(whole / Math.max(megabytes, 1e-6)).toFixed(0)} ms a MB\n`;
  }

  #add(name: string, began: number): void {
    this.#spent.set(name, (this.#spent.get(name) ?? 0) + performance.now() - began);
  }
}
