import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {afterEach, describe, expect, test} from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  FileChangeType,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import {FAULTY, folder} from '../helpers/cli.js';

const BIN = fileURLToPath(new URL('../../bin/run.js', import.meta.url));
const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map(close => close()));
});

/** A client as an editor has one: the server is a process of its own, spoken to over stdio. */
async function client(cwd: string, locale = 'zh-cn') {
  const server = spawn(process.execPath, [BIN, 'lsp', '--stdio'], {cwd});
  const exited = new Promise<number | null>(resolve => server.on('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  let wake = () => {};
  connection.onNotification(PublishDiagnosticsNotification.type, params => {
    published.push(params);
    wake();
  });
  connection.listen();
  const uri = pathToFileURL(cwd).href;
  const {capabilities} = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{uri, name: 'x'}],
    capabilities: {},
    locale,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  closing.push(async () => {
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    expect(await exited).toBe(0);
    connection.dispose();
  });
  return {
    connection,
    capabilities,
    uriOf: (name: string) => pathToFileURL(join(cwd, name)).href,
    async open(name: string, text: string) {
      const textDocument = {uri: pathToFileURL(join(cwd, name)).href, languageId: 'markdown', version: 1, text};
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {textDocument});
    },
    /** The next diagnostics that the server sends. */
    async next(): Promise<PublishDiagnosticsParams> {
      while (published.length === 0)
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      return published.shift()!;
    },
  };
}

function said({diagnostics}: PublishDiagnosticsParams): string[] {
  return diagnostics.map(
    ({range: {start, end}, code, severity}: Diagnostic) =>
      `${start.line}:${start.character}-${end.line}:${end.character} ${code} ${severity}`,
  );
}

describe('govlint lsp', () => {
  test('findings of an open draft, as they come and go while it is typed', async () => {
    const {connection, capabilities, open, next, uriOf} = await client(folder());
    expect(capabilities).toMatchObject({textDocumentSync: {change: 2}, hoverProvider: true});
    await open('稿件 一.md', FAULTY);
    const first = await next();
    expect(first).toMatchObject({uri: uriOf('稿件 一.md'), version: 1});
    expect(said(first)).toEqual(['4:12-4:13 paired-marks 1']);
    expect(first.diagnostics[0]!.message).toContain('应在“2024年办”之前补上 《');
    expect(first.diagnostics[0]!.relatedInformation).toHaveLength(1);

    const place = {line: 4, character: 13};
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: {uri: uriOf('稿件 一.md'), version: 2},
      contentChanges: [{range: {start: place, end: place}, text: '《'}],
    });
    expect(await next()).toMatchObject({version: 2, diagnostics: []});

    await connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: {uri: uriOf('稿件 一.md')},
    });
    expect((await next()).diagnostics).toEqual([]);
  });

  test('a fix and a suppression are offered; the fix mends the text', async () => {
    const {connection, open, next, uriOf} = await client(folder());
    await open('a.md', FAULTY);
    const {diagnostics} = await next();
    const uri = uriOf('a.md');
    const actions = (await connection.sendRequest(CodeActionRequest.type, {
      textDocument: {uri},
      range: diagnostics[0]!.range,
      context: {diagnostics},
    })) as CodeAction[];
    expect(actions.map(({title}) => title)).toEqual(['补上“《”（请核对）', '屏蔽这一处：paired-marks']);
    const [edit] = actions[0]!.edit!.changes![uri]!;
    expect(edit).toEqual({range: {start: {line: 4, character: 13}, end: {line: 4, character: 13}}, newText: '《'});
    const elsewhere = await connection.sendRequest(CodeActionRequest.type, {
      textDocument: {uri},
      range: {start: {line: 0, character: 0}, end: {line: 0, character: 1}},
      context: {diagnostics: []},
    });
    expect(elsewhere).toEqual([]);
  });

  test('all safe fixes at once', async () => {
    const {connection, open, next, uriOf} = await client(folder());
    await open('a.md', FAULTY.replace('，并现场', '，，并现场').replace('答疑。', '答疑。。'));
    await next();
    const uri = uriOf('a.md');
    const [action, ...rest] = (await connection.sendRequest(CodeActionRequest.type, {
      textDocument: {uri},
      range: {start: {line: 0, character: 0}, end: {line: 9, character: 0}},
      context: {diagnostics: [], only: ['source.fixAll']},
    })) as CodeAction[];
    expect(rest).toEqual([]);
    expect(action!.edit!.changes![uri]!.map(({newText}) => newText)).toHaveLength(2);
  });

  test('hover shows the page of the rule', async () => {
    const {connection, open, next, uriOf} = await client(folder());
    await open('a.md', FAULTY);
    await next();
    const ask = (character: number) =>
      connection.sendRequest(HoverRequest.type, {textDocument: {uri: uriOf('a.md')}, position: {line: 4, character}});
    expect(await ask(12)).toMatchObject({
      contents: {kind: 'markdown', value: expect.stringMatching(/^# paired-marks/)},
    });
    expect(await ask(2)).toBeNull();
  });

  test('a configuration that appears or changes is followed', async () => {
    const cwd = folder();
    const {connection, open, next} = await client(cwd);
    await open('a.md', FAULTY);
    expect(said(await next())).toEqual(['4:12-4:13 paired-marks 1']);
    const config = join(cwd, 'govlint.config.json');
    writeFileSync(config, '{"rules": {"paired-marks": "note"}}');
    await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{uri: pathToFileURL(config).href, type: FileChangeType.Created}],
    });
    expect(said(await next())).toEqual(['4:12-4:13 paired-marks 3']);
  });

  test('speaks the language of the editor; other documents and drafts without a file are left alone', async () => {
    const {connection, open, next} = await client(folder(), 'en');
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: {uri: 'untitled:Untitled-1', languageId: 'markdown', version: 1, text: FAULTY},
    });
    await open('code.ts', FAULTY);
    await open('a.txt', FAULTY);
    const {uri, diagnostics} = await next();
    expect(uri).toMatch(/a\.txt$/);
    expect(diagnostics[0]!.message).toContain('expected 《 before it');
  });
});
