import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {commands, type ExtensionContext, workspace} from 'vscode';
import {LanguageClient, type ServerOptions, TransportKind} from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

/** Starts `govlint lsp` for the drafts that are open; all the work is done there. */
export async function activate(context: ExtensionContext): Promise<void> {
  const start = async () => {
    await client?.stop();
    client = new LanguageClient('govlint', 'govlint', serverOptions(), {
      documentSelector: ['markdown', 'plaintext', 'html'].map(language => ({scheme: 'file', language})),
    });
    await client.start();
  };
  context.subscriptions.push(
    commands.registerCommand('govlint.restart', start),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('govlint')) void start();
    }),
  );
  await start();
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

function serverOptions(): ServerOptions {
  const path = workspace.getConfiguration('govlint').get<string>('path') || ownGovlint();
  if (path === undefined)
    return {command: 'govlint', args: ['lsp', '--stdio'], options: {shell: process.platform === 'win32'}};
  if (/\.[cm]?js$/.test(path)) return {module: path, args: ['lsp'], transport: TransportKind.stdio};
  return {command: path, args: ['lsp', '--stdio']};
}

/** The one that the workspace depends on. */
function ownGovlint(): string | undefined {
  return workspace.workspaceFolders
    ?.map(({uri}) => join(uri.fsPath, 'node_modules', 'govlint', 'bin', 'run.js'))
    .find(path => existsSync(path));
}
