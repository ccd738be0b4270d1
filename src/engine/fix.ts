import {accessSync, constants, readFileSync, realpathSync} from 'node:fs';
import type {Article} from '../core/article.js';
import type {Finding} from '../core/finding.js';
import {applyEdits, chooseFixes, type FixKind, type TextEdit} from '../core/fix.js';
import type {Text} from '../core/rule.js';
import type {Problem} from '../core/run.js';
import {Source} from '../core/source.js';
import {type ReadOptions, UnreadableError} from '../formats/format.js';
import {decode} from './decode.js';
import {canEncode, spliceBytes} from './encode.js';
import {parseSource} from './read.js';
import {writeFileAtomically} from './write.js';

/** Fixes that have not come to rest after so many passes contradict each other. */
const MOST_PASSES = 10;

export interface FixerOptions {
  readonly kind: FixKind;
  /** Takes the texts before and after instead of writing the file. */
  readonly dryRun?: (path: string, before: string, after: string) => void;
}

/** A file as it was read and checked. */
export interface CheckedFile {
  readonly path: string;
  readonly absolute: string;
  readonly bytes: Uint8Array;
  readonly article: Article;
  readonly findings: readonly Finding[];
  /** How it was read. */
  readonly options?: ReadOptions;
}

/** A file after fixing: what is left in it. */
export interface FixedFile {
  readonly article: Article;
  readonly findings: readonly Finding[];
  /** How many findings were repaired; on a dry run none are. */
  readonly fixed: number;
}

/** Repairs files, and remembers what has to be said about it. */
export class Fixer {
  /** Findings repaired, or on a dry run those that would be. */
  fixed = 0;
  /** Files in which they stand. */
  files = 0;
  readonly notices: Text[] = [];
  /** Files that could not be written. */
  readonly problems: Problem[] = [];
  readonly #options: FixerOptions;

  constructor(options: FixerOptions) {
    this.#options = options;
  }

  /** Applies fixes and checks again until there is nothing left to apply, then writes the file. */
  async fix(file: CheckedFile, check: (article: Article) => Promise<readonly Finding[]>): Promise<FixedFile> {
    const unchanged = {article: file.article, findings: file.findings, fixed: 0};
    const repaired = await this.#repaired(file, check);
    if (!repaired) return unchanged;
    const {bytes, article, fixed} = repaired;
    if (this.#options.dryRun)
      this.#options.dryRun(file.path, wholeText(file.article.source), wholeText(article.source));
    else if (!(await this.#write(file, bytes))) return unchanged;
    this.fixed += fixed;
    this.files++;
    return this.#options.dryRun ? unchanged : repaired;
  }

  async #repaired(
    {path, bytes: original, article: first, findings: found, options}: CheckedFile,
    check: (article: Article) => Promise<readonly Finding[]>,
  ): Promise<(FixedFile & {bytes: Uint8Array}) | undefined> {
    let [bytes, article, findings, fixed] = [original, first, found, 0];
    const inexpressible = new Set<string>();
    const possible = ({text}: TextEdit) => {
      const can = canEncode(text, first.source.encoding);
      if (!can) inexpressible.add(text);
      return can;
    };
    for (let pass = 0; ; pass++) {
      const {source} = article;
      const chosen = chooseFixes(source.text, findings, this.#options.kind, possible);
      if (chosen.edits.length === 0) break;
      if (pass === 0 && !isPlainText(first.source, original)) {
        this.#say(path, {
          zh: '这种格式不能自动修复，请在原来的软件里修改',
          en: 'files of this format are not fixed: mend it in the program it comes from',
        });
        return undefined;
      }
      if (pass === MOST_PASSES) {
        this.#say(path, contradiction(chosen.fixed));
        return undefined;
      }
      bytes = spliceBytes(bytes, source, chosen.edits);
      const text = applyEdits(source.text, chosen.edits);
      article = await parseSource(new Source(path, text, {encoding: source.encoding, bom: source.bom}), options);
      findings = await check(article);
      fixed += chosen.fixed.length;
    }
    if (inexpressible.size > 0) this.#say(path, notInEncoding([...inexpressible], first.source));
    return fixed === 0 ? undefined : {bytes, article, findings, fixed};
  }

  /** Whether it was written. */
  async #write({path, absolute, bytes: original}: CheckedFile, bytes: Uint8Array): Promise<boolean> {
    try {
      if (Buffer.compare(original, readFileSync(absolute)) !== 0) throw new Error('another program has changed it');
      accessSync(absolute, constants.W_OK);
      // The file itself is replaced, not a link to it.
      await writeFileAtomically(realpathSync(absolute), [bytes]);
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = {
        zh: `修复后写不进去，文件没有改动（${reason}）`,
        en: `it could not be written after fixing and is as it was (${reason})`,
      };
      this.problems.push({code: 'unwritable-file', path, message});
      return false;
    }
  }

  #say(path: string, {zh, en}: Text): void {
    this.notices.push({zh: `${path}：${zh}`, en: `${path}: ${en}`});
  }
}

/** The text with its byte order mark where that is a character of UTF-8, so that a diff of it can be applied. */
function wholeText({text, bom, encoding}: Source): string {
  return bom && encoding === 'utf-8' ? `\ufeff${text}` : text;
}

/** Whether the source's text is what the file's bytes say, and not something taken out of an office document. */
function isPlainText(source: Source, bytes: Uint8Array): boolean {
  try {
    return decode(source.path, bytes).text === source.text;
  } catch (error) {
    if (error instanceof UnreadableError) return false;
    throw error;
  }
}

function contradiction(findings: readonly Finding[]): Text {
  const rules = [...new Set(findings.map(({rule}) => rule))].join(', ');
  return {
    zh: `修复 ${MOST_PASSES} 遍仍不能稳定，没有改动（规则 ${rules} 互相矛盾）`,
    en: `fixing did not come to rest in ${MOST_PASSES} passes, so nothing was changed (rules ${rules} contradict each other)`,
  };
}

function notInEncoding(texts: readonly string[], {encoding}: Source): Text {
  const shown = texts.slice(0, 5).join(' ');
  const name = encoding === 'gb18030' ? 'GBK' : encoding.toUpperCase();
  return {
    zh: `有的修复没有采用：文件的编码 ${name} 写不出“${shown}”，请另存为 UTF-8`,
    en: `some fixes were left out: the file's encoding ${name} has no \`${shown}\`; save it as UTF-8`,
  };
}
