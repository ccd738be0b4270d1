import type {Language, Text} from '../core/rule.js';
import type {Progress} from '../learn/train.js';

const WORDS: Readonly<Record<Progress['phase'], Text>> = {
  survey: {zh: '通读文章', en: 'surveying'},
  learn: {zh: '学习', en: 'learning'},
  measure: {zh: '检验', en: 'measuring'},
};

/** In milliseconds: between two drawings of the bar, and between two lines where there is no terminal. */
const REDRAW = 100;
const LINE = 60_000;
const BAR = 24;

/** Shows how far training has come: a bar on a terminal, else a line for each pass and each minute. */
export class ProgressBar {
  readonly #language: Language;
  readonly #isTerminal = process.stderr.isTTY === true && process.env.TERM !== 'dumb';
  #pass = 0;
  #began = 0;
  #first = 0;
  #shown = 0;

  constructor(language: Language) {
    this.#language = language;
  }

  show(progress: Progress): void {
    const now = Date.now();
    const isNew = progress.pass !== this.#pass;
    if (isNew) {
      this.clear();
      this.#pass = progress.pass;
      this.#began = now;
      this.#first = progress.bytes;
    }
    if (!isNew && now - this.#shown < (this.#isTerminal ? REDRAW : LINE)) return;
    this.#shown = now;
    const text = this.#text(progress, now);
    process.stderr.write(this.#isTerminal ? `\r${text}\u001b[K` : `govlint: ${text}\n`);
  }

  /** Makes room for other words. */
  clear(): void {
    if (this.#isTerminal && this.#shown > 0) process.stderr.write('\r\u001b[K');
  }

  #text({phase, pass, passes, bytes, total}: Progress, now: number): string {
    const share = total === 0 ? 1 : Math.min(1, bytes / total);
    const step = passes === 0 ? `${pass}` : `${pass}/${passes}`;
    const percent = `${Math.floor(share * 100)}%`.padStart(4);
    const parts = [`${WORDS[phase][this.#language]} ${step} ${percent}`, `${millions(bytes)}/${millions(total)} MB`];
    const read = bytes - this.#first;
    if (read > 0 && now - this.#began > 2000) parts.push(this.#left(((now - this.#began) / read) * (total - bytes)));
    if (!this.#isTerminal) return parts.join('  ');
    const full = Math.round(share * BAR);
    return [`[${'#'.repeat(full)}${'.'.repeat(BAR - full)}]`, ...parts].join('  ');
  }

  /** Of this pass. */
  #left(milliseconds: number): string {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const clock = [...(hours > 0 ? [hours] : []), minutes, seconds % 60]
      .map(part => String(part).padStart(2, '0'))
      .join(':');
    return this.#language === 'zh' ? `本遍还需 ${clock}` : `${clock} left of this pass`;
  }
}

function millions(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
