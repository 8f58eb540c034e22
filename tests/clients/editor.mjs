// What tests of `kbc lsp` share: a knowledge base that nobody minds being edited, and a client for it
// that holds every message against the types of the protocol.

import Ajv from 'ajv';
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const kbc = process.env.KBC_BINARY;
const source = process.env.KBC_SOURCE;

export const id = 'git/no-upstream-branch';
export const place = `entries/${id}.json`;
export const sound = '"confidence": 0.9,';
export const fault = '"confidence": 90,';

// A folder with this repository's entries; it is removed when the process ends.
export function makeFolder() {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'kbc-editor-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  fs.writeFileSync(path.join(folder, 'kbc.json'), '{}\n');
  fs.cpSync(path.join(source, 'entries'), path.join(folder, 'entries'), { recursive: true });
  return folder;
}

// The first block of a language below a heading of docs/editors.md.
export function recipe(heading, language) {
  const page = fs.readFileSync(path.join(source, 'docs', 'editors.md'), 'utf8');
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  return section.split(`\`\`\`${language}\n`)[1].split('\n```')[0] + '\n';
}

// Polls until the condition gives something, and gives that.
export async function until(what, condition) {
  for (let turn = 0; turn < 1200; ++turn) {
    const found = await condition();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

// The position of a byte of a text whose characters have one unit each on its line.
export function positionOf(text, part, offset = 0) {
  const at = text.indexOf(part);
  assert.ok(at >= 0, `no ${part}`);
  const lines = text.slice(0, at + offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
}

function offsetOf(text, { line, character }) {
  return text.split('\n').slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
}

// The text with TextEdits in it, whose positions are in UTF-16.
export function edited(text, edits) {
  return edits.map((edit) => ({ from: offsetOf(text, edit.range.start), to: offsetOf(text, edit.range.end),
                                text: edit.newText }))
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce((result, edit) => result.slice(0, edit.from) + edit.text + result.slice(edit.to), text);
}

// Does on disk what a WorkspaceEdit asks for.
export function applied({ documentChanges = [], changes = {} }) {
  const toPath = (uri) => new URL(uri).pathname;
  const edit = (uri, edits) => {
    const file = decodeURIComponent(toPath(uri));
    fs.writeFileSync(file, edited(fs.readFileSync(file, 'utf8'), edits));
  };
  for (const [uri, edits] of Object.entries(changes)) edit(uri, edits);
  for (const change of documentChanges) {
    if (change.kind === 'rename') fs.renameSync(toPath(change.oldUri), toPath(change.newUri));
    else if (change.kind === 'create') fs.writeFileSync(toPath(change.uri), '');
    else if (change.kind === 'delete') fs.rmSync(toPath(change.uri));
    else edit(change.textDocument.uri, change.edits);
  }
}

// What `kbc validate` says of what is on disk: [path, rule] of each finding.
export function validated(folder) {
  let out;
  try {
    out = execFileSync(kbc, ['validate', '--kb', folder, '--format', 'json'], { maxBuffer: 1 << 28 });
  } catch (error) {
    out = error.stdout;
  }
  return JSON.parse(out).findings.map((finding) => [finding.path, finding.rule]);
}

// The schema of what the server answers and sends, made by tests/clients/check.
const schema = fs.existsSync('schema.json') ? JSON.parse(fs.readFileSync('schema.json', 'utf8')) : null;

export class Checker {
  #ajv = new Ajv({ strict: false, allErrors: false });

  constructor() { this.#ajv.addSchema(schema, 'protocol'); }

  check(kind, method, value) {
    const name = encodeURIComponent(method.replaceAll('~', '~0').replaceAll('/', '~1'));
    const fits = this.#ajv.getSchema(`protocol#/definitions/${kind}/properties/${name}`);
    assert.ok(fits, `answers.ts does not say what ${method} is`);
    assert.ok(fits(value), `${method}: ${this.#ajv.errorsText(fits.errors)}\n${JSON.stringify(value)}`);
  }
}

// `kbc lsp` for a folder, and what has come from it.
export class Editor {
  static async start(folder, capabilities, protocol) {
    const editor = new Editor();
    editor.folder = folder;
    editor.root = String(pathToFileURL(folder));
    editor.checker = new Checker();
    editor.published = new Map();
    editor.sent = [];
    editor.process = spawn(kbc, ['lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
    editor.ended = new Promise((resolve) => editor.process.on('close', resolve));
    const connection = protocol.createProtocolConnection(
      new protocol.StreamMessageReader(editor.process.stdout),
      new protocol.StreamMessageWriter(editor.process.stdin));
    editor.connection = connection;
    connection.onNotification((method, params) => editor.#take(method, params));
    connection.onRequest((method, params) => { editor.#take(method, params); return null; });
    connection.onUnhandledProgress(() => {});
    connection.listen();
    const { capabilities: offered } = await editor.ask('initialize', {
      processId: process.pid, rootUri: editor.root, capabilities,
      workspaceFolders: [{ uri: editor.root, name: 'base' }] });
    editor.offered = offered;
    await editor.tell('initialized', {});
    return editor;
  }

  #take(method, params) {
    this.sent.push(method);
    // A request without parameters sends none.
    if (params !== undefined && params !== null && method !== '$/progress') {
      try {
        this.checker.check('Sent', method, params);
      } catch (error) {
        this.fault ??= error;
      }
    }
    if (method === 'textDocument/publishDiagnostics') this.published.set(params.uri, params.diagnostics);
  }

  uri(name) { return `${this.root}/${name}`; }

  text(name) { return fs.readFileSync(path.join(this.folder, name), 'utf8'); }

  async ask(method, ...params) {
    const answer = await this.connection.sendRequest(method, ...params);
    this.checker.check('Answers', method, answer);
    if (this.fault) throw this.fault;
    return answer;
  }

  tell(method, ...params) { return this.connection.sendNotification(method, ...params); }

  open(name, text = this.text(name)) {
    return this.tell('textDocument/didOpen', {
      textDocument: { uri: this.uri(name), languageId: 'json', version: 1, text } });
  }

  change(name, version, contentChanges) {
    return this.tell('textDocument/didChange', { textDocument: { uri: this.uri(name), version }, contentChanges });
  }

  // The exit status.
  async close() {
    await this.ask('shutdown');
    await this.tell('exit');
    return this.ended;
  }
}
