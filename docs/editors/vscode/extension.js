// Starts `kbc lsp` for a window with a knowledge base, and again when `kbc.path` changes.

const { commands, workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

async function start() {
  const command = workspace.getConfiguration('kbc').get('path');
  client = new LanguageClient('kbc', 'kbc', { command, args: ['lsp'] }, {
    // The server says nothing about files outside of knowledge bases.
    documentSelector: ['json', 'jsonc'].map((language) => ({ scheme: 'file', language })),
    diagnosticCollectionName: 'kbc',
  });
  // A client that cannot start says so itself.
  await client.start().catch(() => {});
}

async function stop() {
  const old = client;
  client = undefined;
  // One that did not start cannot be stopped.
  if (old?.isRunning()) await old.stop();
}

async function restart() {
  await stop();
  await start();
}

exports.activate = async (context) => {
  context.subscriptions.push(
    commands.registerCommand('kbc.restart', restart),
    workspace.onDidChangeConfiguration(
      (event) => (event.affectsConfiguration('kbc.path') ? restart() : undefined)));
  await start();
};

exports.deactivate = stop;
