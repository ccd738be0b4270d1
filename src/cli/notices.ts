import {extname} from 'node:path';
import type {Text} from '../core/rule.js';
import type {Notice} from '../engine/discover.js';

/** Collects what was left out without being wrong, so that it is said once at the end and no file is passed over in silence. */
export class NoticeBoard {
  readonly #ignored: string[] = [];
  #sayIgnored = true;
  readonly #otherFormats = new Map<string, number>();

  add({kind, path}: Notice): void {
    if (kind === 'ignored') this.#ignored.push(path);
    else {
      const extension = extname(path).toLowerCase();
      this.#otherFormats.set(extension, (this.#otherFormats.get(extension) ?? 0) + 1);
    }
  }

  /** For files that nobody named: those that the configuration leaves out are no news. */
  leaveOutIgnored(): void {
    this.#sayIgnored = false;
  }

  *texts(): Generator<Text> {
    for (const path of this.#sayIgnored ? this.#ignored : []) {
      yield {
        zh: `govlint: ${path}：配置的 ignores 排除了它，没有检查`,
        en: `govlint: ${path}: not checked, the configuration's ignores leave it out`,
      };
    }
    if (this.#otherFormats.size === 0) return;
    const total = [...this.#otherFormats.values()].reduce((sum, count) => sum + count, 0);
    const counts = [...this.#otherFormats].map(([extension, count]) => `${extension} × ${count}`).join(', ');
    yield {
      zh: `govlint: 有 ${total} 个文件的格式还不能检查（${counts}）`,
      en: `govlint: ${total} files are in formats that are not read yet (${counts})`,
    };
  }
}
