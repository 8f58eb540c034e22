// The extension for VS Code, without VS Code: what is packed, and that it loads and starts `kbc lsp`.
// workbench.vscode.mjs has the real one, which is too large for every run.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

const packed = path.resolve('kbc.vsix');
const folder = path.resolve('extension');
fs.rmSync(folder, { recursive: true, force: true });
execFileSync('python3', ['-m', 'zipfile', '-e', packed, folder]);
const files = fs.readdirSync(folder, { recursive: true })
  .filter((name) => fs.statSync(path.join(folder, name)).isFile());
const load = createRequire(path.join(folder, 'extension', 'extension.js'));
const description = load('./package.json');

test('the same source gives the same bytes', () => {
  execFileSync(path.join(process.env.KBC_SOURCE, 'tools/package/python/kbc_vsix.py'), ['again.vsix']);
  assert.ok(fs.readFileSync('again.vsix').equals(fs.readFileSync(packed)));
});

test('every file has a type, and what the manifest names is there', () => {
  const types = fs.readFileSync(path.join(folder, '[Content_Types].xml'), 'utf8');
  for (const name of files.filter((one) => one !== '[Content_Types].xml')) {
    const typed = types.includes(`Extension="${path.extname(name).toLowerCase()}"`) ||
                  types.includes(`PartName="/${name}"`);
    assert.ok(typed, name);
  }
  const manifest = fs.readFileSync(path.join(folder, 'extension.vsixmanifest'), 'utf8');
  for (const [, name] of manifest.matchAll(/ Path="([^"]+)"/g)) assert.ok(files.includes(name), name);
  assert.ok(manifest.includes(`Version="${description.version}"`));
});

test('each package of others has its licence', () => {
  const packages = files.filter((name) => /^extension\/node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(name))
    .map((name) => path.dirname(name));
  assert.ok(packages.length > 3);
  for (const name of packages) {
    assert.ok(files.some((file) => path.dirname(file) === name && /\/licen[cs]e[^/]*$/i.test(file)), name);
  }
});

// Loads a module of the extension with others in place of those that are given.
function loadWith(replaced, name) {
  const original = Module._load;
  Module._load = (request, ...rest) => replaced[request] ?? original(request, ...rest);
  try {
    return load(name);
  } finally {
    Module._load = original;
  }
}

test('all that the client loads is packed', () => {
  // Of what VS Code offers, the client only derives classes while it is loaded.
  const anything = new Proxy(class {}, { get: (target, name) => Reflect.get(target, name) ?? anything });
  const { LanguageClient } = loadWith({ vscode: anything }, 'vscode-languageclient/node');
  assert.equal(typeof LanguageClient, 'function');
});

test('it starts the program that the settings name, and again when they change', async () => {
  const log = [];
  let program = 'kbc';
  let changed;
  class LanguageClient {
    constructor(client, name, server, options) {
      log.push(`new ${client} ${server.command} ${server.args}`);
      assert.deepEqual(options.documentSelector.map((one) => `${one.scheme} ${one.language}`),
                       ['file json', 'file jsonc']);
    }

    async start() { log.push('start'); }

    isRunning() { return true; }

    async stop() { log.push('stop'); }
  }
  const commands = {};
  const extension = loadWith({
    vscode: {
      commands: { registerCommand: (name, action) => { commands[name] = action; } },
      workspace: { getConfiguration: (part) => ({ get: (name) => { assert.equal(`${part}.${name}`, 'kbc.path');
                                                                   return program; } }),
                   onDidChangeConfiguration: (take) => { changed = take; } },
    },
    'vscode-languageclient/node': { LanguageClient },
  }, './extension.js');
  await extension.activate({ subscriptions: [] });
  assert.deepEqual(log.splice(0), ['new kbc kbc lsp', 'start']);
  assert.deepEqual(Object.keys(commands), description.contributes.commands.map((one) => one.command));

  program = '/opt/kbc';
  await changed({ affectsConfiguration: (name) => name === 'kbc.path' });
  assert.deepEqual(log.splice(0), ['stop', 'new kbc /opt/kbc lsp', 'start']);
  await changed({ affectsConfiguration: () => false });
  await commands['kbc.restart']();
  assert.deepEqual(log.splice(0), ['stop', 'new kbc /opt/kbc lsp', 'start']);
  await extension.deactivate();
  assert.deepEqual(log, ['stop']);
});
