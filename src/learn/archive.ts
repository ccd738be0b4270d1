import {closeSync, openSync, readSync, statSync} from 'node:fs';
import {basename, relative, resolve} from 'node:path';
import type {Configs} from '../config/load.js';
import {hash} from '../core/hash.js';
import type {Text} from '../core/rule.js';
import type {Problem} from '../core/run.js';
import {discover, type Notice} from '../engine/discover.js';
import {parseArticle, readBytes} from '../engine/read.js';
import {UnreadableError} from '../formats/format.js';
import {paragraphsOf} from './paragraphs.js';

export interface ArchiveOptions {
  /** Absolute; `path` counts from here. */
  readonly cwd: string;
  /** A folder or file, as the user gave it. */
  readonly path: string;
  readonly configs: Configs;
}

/** Told of what is left out. */
export interface Listener {
  problem(problem: Problem): void;
  notice(notice: Notice): void;
}

const NOBODY: Listener = {problem() {}, notice() {}};

/** Where reading has come to: so many files are done, and so many parts of the next one. */
export interface Position {
  readonly file: number;
  readonly part: number;
}

/** A file, or a part of a large one. */
export interface Unit {
  /** The position behind it. */
  readonly next: Position;
  /** Size in bytes. */
  readonly bytes: number;
  /** Whether it ends its file. */
  readonly last: boolean;
  /** One in ten, by the name in the archive: it is not learned from, but tells how well the learned does. */
  readonly heldOut: boolean;
  /** Empty for pages that only lead to articles. */
  readonly paragraphs: readonly string[];
  /** Why it could not be read. */
  readonly problem?: Problem;
}

/** What the archive is, so that learning goes on only with the same one. */
export interface Listing {
  readonly files: number;
  readonly bytes: number;
  readonly identity: string;
}

/** Larger text files are read in parts, so that one of many gigabytes takes no more memory than others. */
const WHOLE = 2 ** 18;
const PART = 2 ** 16;

/** The files of an archive, in the order of their names, read one at a time. */
export class Archive {
  readonly #options: ArchiveOptions;

  constructor(options: ArchiveOptions) {
    this.#options = options;
  }

  async list(listener: Listener): Promise<Listing> {
    let files = 0;
    let bytes = 0;
    let identity = '';
    for await (const path of this.#files(listener)) {
      const stats = statSync(path, {throwIfNoEntry: false});
      files++;
      bytes += stats?.size ?? 0;
      identity = hash(`${identity} ${this.#nameOf(path)} ${stats?.size} ${stats?.mtimeMs}`);
    }
    return {files, bytes, identity};
  }

  async *units({file: first, part: done}: Position): AsyncGenerator<Unit> {
    let file = 0;
    for await (const path of this.#files(NOBODY)) {
      if (file >= first) yield* this.#unitsOf(path, file, file === first ? done : 0);
      file++;
    }
  }

  async *#files({problem, notice}: Listener): AsyncGenerator<string> {
    const {cwd, path, configs} = this.#options;
    const found = discover([path], {
      cwd,
      problem,
      notice,
      ignored: (file, isDirectory) => configs.isIgnored(file, isDirectory),
    });
    for await (const file of found) yield resolve(cwd, file);
  }

  async *#unitsOf(path: string, file: number, done: number): AsyncGenerator<Unit> {
    const size = statSync(path, {throwIfNoEntry: false})?.size ?? 0;
    const name = this.#nameOf(path);
    if (size <= WHOLE || !isReadInParts(path)) {
      const content = await this.#read(path, () => readBytes(path));
      yield {next: {file: file + 1, part: 0}, bytes: size, last: true, heldOut: isHeldOut(name), ...content};
      return;
    }
    let part = 0;
    for (const {bytes, last} of partsOf(path)) {
      const heldOut = isHeldOut(`${name}#${part}`);
      part++;
      if (part <= done) continue;
      const content = await this.#read(path, () => bytes);
      const next = last ? {file: file + 1, part: 0} : {file, part};
      yield {next, bytes: bytes.length, last, heldOut, ...content};
    }
  }

  async #read(path: string, bytes: () => Uint8Array): Promise<Pick<Unit, 'paragraphs' | 'problem'>> {
    try {
      const {html} = await this.#options.configs.for(path);
      const article = await parseArticle(path, bytes, html && {html});
      return {paragraphs: article.holdsArticle ? paragraphsOf(article) : []};
    } catch (error) {
      const shown = relative(this.#options.cwd, path);
      return {paragraphs: [], problem: {code: 'unreadable-file', path: shown, message: whyNot(error)}};
    }
  }

  /** The same wherever the archive lies, so that a copy gives the same table. */
  #nameOf(path: string): string {
    const {cwd, path: root} = this.#options;
    return relative(resolve(cwd, root), path).replaceAll('\\', '/') || basename(path);
  }
}

function whyNot(error: unknown): Text {
  if (error instanceof UnreadableError) return error.text;
  const reason = error instanceof Error ? error.message : String(error);
  return {zh: `读不出来（${reason}）`, en: `it cannot be read (${reason})`};
}

function isHeldOut(name: string): boolean {
  return Number.parseInt(hash(name).slice(0, 8), 16) % 10 === 0;
}

/** Text, unless it is UTF-16, whose line ends are no single bytes, or cannot be read: reading it whole then tells why. */
function isReadInParts(path: string): boolean {
  if (!/\.txt$/i.test(path)) return false;
  try {
    const [a, b] = readBytesOf(path, 0, 2);
    return !((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff));
  } catch {
    return false;
  }
}

const LINE_END = 0x0a;

/** The parts of a text file, cut behind line ends: no byte of a longer character of UTF-8 or GB18030 is one. */
function* partsOf(path: string): Generator<{bytes: Uint8Array; last: boolean}> {
  let offset = 0;
  let rest = new Uint8Array(0);
  for (;;) {
    const read = readBytesOf(path, offset, PART);
    offset += read.length;
    const bytes = Buffer.concat([rest, read]);
    if (read.length < PART) {
      yield {bytes, last: true};
      return;
    }
    const end = bytes.lastIndexOf(LINE_END) + 1;
    // A line longer than this is no paragraph; it is cut anywhere, and what does not decode is left out.
    const cut = end > 0 || bytes.length < WHOLE ? end : bytes.length;
    if (cut > 0) yield {bytes: bytes.subarray(0, cut), last: false};
    rest = bytes.subarray(cut);
  }
}

function readBytesOf(path: string, offset: number, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  } finally {
    closeSync(file);
  }
}
