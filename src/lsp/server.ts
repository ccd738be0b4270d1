import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type Hover,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {Configs} from '../config/load.js';
import type {Finding} from '../core/finding.js';
import {chooseFixes} from '../core/fix.js';
import type {Language} from '../core/rule.js';
import {FileChecker} from '../engine/check-file.js';
import {formatOf} from '../formats/index.js';
import {actionsFor} from './actions.js';
import {diagnosticOf} from './diagnostics.js';

interface ServerOptions {
  readonly version: string;
  /** The language when the editor does not say. */
  readonly language: Language;
  /** The Markdown page of a rule. */
  page(ruleId: string): Promise<string | undefined>;
}

/** Changes within this time are checked once. In milliseconds. */
const DELAY = 150;
const CONFIGURATIONS = '**/{govlint.config.*,.govlintrc*,package.json}';
/** Formats whose comments can silence a finding. */
const WITH_COMMENTS = /\.(?:md|markdown|html?|shtml)$/i;

/** Serves one editor over standard input and output, until it goes away. */
export async function serve(options: ServerOptions): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  new Server(connection, options).listen();
  await new Promise<void>(resolve => connection.onExit(resolve));
}

class Server {
  readonly #connection: Connection;
  readonly #options: ServerOptions;
  readonly #documents = new TextDocuments(TextDocument);
  /** The findings last shown of each open document, by its address. */
  readonly #shown = new Map<string, {version: number; findings: readonly Finding[]}>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  #configs = new Configs({cwd: process.cwd()});
  #checker = new FileChecker({configs: this.#configs});
  #language: Language;
  #watchesFiles = false;
  #root: string | undefined;

  constructor(connection: Connection, options: ServerOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#language = options.language;
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize(params => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onDidChangeWatchedFiles(() => this.#reload());
    connection.onDidChangeConfiguration(() => this.#reload());
    connection.onCodeAction(params => this.#actions(params));
    connection.onHover(params => this.#hover(params));
    this.#documents.onDidChangeContent(({document}) => this.#schedule(document));
    this.#documents.onDidClose(({document: {uri}}) => this.#close(uri));
    this.#documents.listen(connection);
    connection.listen();
  }

  #initialize({locale, capabilities, workspaceFolders}: InitializeParams): InitializeResult {
    if (locale) this.#language = locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
    this.#watchesFiles = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    const root = workspaceFolders?.[0]?.uri;
    if (root?.startsWith('file:')) this.#root = fileURLToPath(root);
    this.#start();
    return {
      serverInfo: {name: 'govlint', version: this.#options.version},
      capabilities: {
        textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental},
        codeActionProvider: {codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll]},
        hoverProvider: true,
      },
    };
  }

  #initialized(): void {
    if (!this.#watchesFiles) return;
    void this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{globPattern: CONFIGURATIONS}],
    });
  }

  #start(): void {
    this.#configs = new Configs({cwd: this.#root ?? process.cwd()});
    this.#checker = new FileChecker({configs: this.#configs});
  }

  /** Configurations are read anew, and every open document is checked by them. */
  #reload(): void {
    this.#start();
    for (const document of this.#documents.all()) this.#schedule(document);
  }

  #schedule({uri}: TextDocument): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => void this.#check(uri), DELAY),
    );
  }

  #close(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#shown.delete(uri);
    void this.#connection.sendDiagnostics({uri, diagnostics: []});
  }

  async #check(uri: string): Promise<void> {
    this.#waiting.delete(uri);
    const document = this.#documents.get(uri);
    const absolute = pathOf(uri);
    if (!document || absolute === undefined || !formatOf(absolute)) return;
    const {version} = document;
    const path = this.#root === undefined ? absolute : relative(this.#root, absolute);
    const findings = (await this.#configs.isIgnored(absolute, false))
      ? []
      : await this.#findings(path, absolute, document.getText());
    // Typed on meanwhile: a later check is on its way.
    if (this.#documents.get(uri)?.version !== version) return;
    this.#shown.set(uri, {version, findings});
    const diagnostics = findings.map(finding => diagnosticOf(finding, uri, this.#configs.rules, this.#language));
    await this.#connection.sendDiagnostics({uri, version, diagnostics});
    for (const {message, path: file} of this.#configs.problems)
      this.#connection.console.error(`${file ?? 'govlint'}: ${message[this.#language]}`);
  }

  async #findings(path: string, absolute: string, text: string): Promise<readonly Finding[]> {
    const outcome = await this.#checker.check({path, absolute, bytes: new TextEncoder().encode(text)});
    if ('result' in outcome) return outcome.result.findings.filter(({suppressed}) => !suppressed);
    this.#connection.console.error(`${path}: ${outcome.problem.message[this.#language]}`);
    return [];
  }

  /** The findings of a document as it is now; none while it is being checked anew. */
  #present(uri: string): readonly Finding[] {
    const shown = this.#shown.get(uri);
    return shown && shown.version === this.#documents.get(uri)?.version ? shown.findings : [];
  }

  #actions({textDocument: {uri}, range, context}: CodeActionParams): CodeAction[] {
    const language = this.#language;
    const findings = this.#present(uri);
    const wants = (kind: string) => !context.only || context.only.some(only => `${kind}.`.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      for (const finding of findings) {
        const diagnostic = diagnosticOf(finding, uri, this.#configs.rules, language);
        const {start, end} = diagnostic.range;
        if (start.line > range.end.line || end.line < range.start.line) continue;
        if (start.line === range.end.line && start.character > range.end.character) continue;
        if (end.line === range.start.line && end.character < range.start.character) continue;
        actions.push(...actionsFor(finding, diagnostic, {uri, language, comments: WITH_COMMENTS.test(uri)}));
      }
    }
    const document = this.#documents.get(uri);
    const {edits} = document ? chooseFixes(document.getText(), findings, 'safe') : {edits: []};
    if (document && edits.length > 0 && wants(CodeActionKind.SourceFixAll)) {
      const at = (offset: number) => document.positionAt(offset);
      const safe = edits.map(({start, end, text}) => ({range: {start: at(start), end: at(end)}, newText: text}));
      actions.push({
        title: language === 'zh' ? '改正全部可以直接改的问题' : 'Correct everything that is safe to correct',
        kind: CodeActionKind.SourceFixAll,
        edit: {changes: {[uri]: safe}},
      });
    }
    return actions;
  }

  async #hover({textDocument: {uri}, position}: HoverParams): Promise<Hover | undefined> {
    for (const finding of this.#present(uri)) {
      const {range} = diagnosticOf(finding, uri, this.#configs.rules, this.#language);
      const {start, end} = range;
      if (position.line < start.line || position.line > end.line) continue;
      if (position.line === start.line && position.character < start.character) continue;
      if (position.line === end.line && position.character > end.character) continue;
      const page = await this.#options.page(finding.rule);
      if (page !== undefined) return {contents: {kind: 'markdown', value: page}, range};
    }
    return undefined;
  }
}

/** Undefined for what is no file on disk, such as a new document without a name. */
function pathOf(uri: string): string | undefined {
  return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
}
