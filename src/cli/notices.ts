import {extname} from 'node:path';
import type {Text} from '../core/rule.js';
import type {Notice} from '../engine/discover.js';
import {isWordProcessed} from '../formats/unsupported.js';

/** Collects what was left out without being wrong, so that it is said once at the end and no file is passed over in silence. */
export class NoticeBoard {
  readonly #ignored: string[] = [];
  #sayIgnored = true;
  readonly #otherFormats = new Map<string, number>();
  #withoutArticle = 0;

  add({kind, path}: Notice): void {
    if (kind === 'ignored') this.#ignored.push(path);
    else if (kind === 'no-article') this.#withoutArticle++;
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
    if (this.#withoutArticle > 0) {
      yield {
        zh: `govlint: 有 ${this.#withoutArticle} 个网页里没有文章（列表、导航、跳转页），按文章检查的规则没有用在它们上`,
        en: `govlint: ${this.#withoutArticle} web pages hold no article (lists, navigation, redirects); rules on articles left them out`,
      };
    }
    if (this.#otherFormats.size === 0) return;
    const total = [...this.#otherFormats.values()].reduce((sum, count) => sum + count, 0);
    const counts = [...this.#otherFormats].map(([extension, count]) => `${extension} × ${count}`).join(', ');
    const convertible = [...this.#otherFormats.keys()].some(isWordProcessed);
    yield {
      zh: `govlint: 有 ${total} 个文件的格式还不能检查（${counts}）${convertible ? '：WPS 等的文稿请另存为 .docx' : ''}`,
      en: `govlint: ${total} files are in formats that are not read yet (${counts})${convertible ? ': save documents of WPS and others as .docx' : ''}`,
    };
  }
}
