// Everything that `kbc lsp` offers, asked by the protocol's own package. Each answer is held against
// its types by editor.mjs, and what the server announces must all be asked here.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import protocol from 'vscode-languageserver-protocol/node';
import { applied, Editor, edited, fault, id, makeFolder, place, positionOf, sound, until, validated } from './editor.mjs';

const folder = makeFolder();
const text = fs.readFileSync(path.join(folder, place), 'utf8');
const other = 'git/detached-head';

// As much as an editor of today can do.
const able = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true, showDocument: { support: true } },
  workspace: {
    applyEdit: true, workspaceFolders: true, configuration: false,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'],
                     failureHandling: 'transactional', normalizesLineEndings: false,
                     changeAnnotationSupport: { groupsOnLabel: true } },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    symbol: { resolveSupport: { properties: ['location.range'] } },
    codeLens: { refreshSupport: true }, diagnostics: { refreshSupport: true },
    fileOperations: { willRename: true },
  },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true,
                          dataSupport: true, tagSupport: { valueSet: [1, 2] } },
    diagnostic: { relatedDocumentSupport: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'],
                                    insertReplaceSupport: true, labelDetailsSupport: true,
                                    resolveSupport: { properties: ['documentation', 'detail'] } } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [
                    'quickfix', 'refactor', 'refactor.rewrite', 'source', 'source.fixAll'] } },
                  isPreferredSupport: true, disabledSupport: true, dataSupport: true,
                  resolveSupport: { properties: ['edit'] }, honorsChangeAnnotations: true },
    rename: { prepareSupport: true, honorsChangeAnnotations: true },
    codeLens: {}, references: {}, documentHighlight: {}, formatting: {}, rangeFormatting: {},
    callHierarchy: {}, foldingRange: {}, selectionRange: {}, documentLink: {}, inlayHint: {},
  },
};

let editor;
const asked = new Set();

function ask(method, ...params) {
  asked.add(method);
  return editor.ask(method, ...params);
}

const document = (name = place) => ({ textDocument: { uri: editor.uri(name) } });
const at = (part, offset = 0, name = place) =>
  ({ ...document(name), position: positionOf(editor.text(name), part, offset) });
const behindId = [`"error_id": "${other}"`, 14];  // within the id

before(async () => {
  editor = await Editor.start(folder, able, protocol);
  await editor.open(place);
});

let version = 1;
const write = (content) => editor.change(place, ++version, [{ text: content }]);

test('findings of what was typed are asked for', async () => {
  assert.deepEqual((await ask('textDocument/diagnostic', document())).items, []);
  const start = positionOf(text, sound);
  await editor.change(place, ++version, [
    { range: { start, end: { ...start, character: start.character + sound.length } }, text: fault }]);
  const report = await ask('textDocument/diagnostic', document());
  assert.equal(report.kind, 'full');
  const [finding] = report.items;
  assert.deepEqual([finding.code, finding.source, finding.severity], ['rate-percent', 'kbc', 1]);
  assert.deepEqual(finding.range, { start: positionOf(text, sound, 14),
                                    end: { ...start, character: start.character + 16 } });
  const again = await ask('textDocument/diagnostic', { ...document(), previousResultId: report.resultId });
  assert.deepEqual(again, { kind: 'unchanged', resultId: report.resultId });
  await write(text);
});

test('an edit shows what it breaks in files that are not open', async () => {
  // Held while there is nothing new to say.
  const broken = ask('workspace/diagnostic', { previousResultIds: [] });
  await write(text.replace(`"id": "${id}"`, '"id": "git/no-upstream"'));
  const files = (await broken).items.filter((one) => one.kind === 'full' && one.items.length > 0);
  assert.ok(files.some((one) => one.uri !== editor.uri(place)), JSON.stringify(files));
  const previousResultIds = files.map(({ uri, resultId }) => ({ uri, value: resultId }));
  const mended = ask('workspace/diagnostic', { previousResultIds });
  await write(text);
  const gone = (await mended).items;
  assert.deepEqual(gone.map((one) => one.uri).sort(), files.map((one) => one.uri).sort());
  assert.ok(gone.every((one) => one.kind === 'full' && one.items.length === 0), JSON.stringify(gone));
  assert.deepEqual((await ask('textDocument/diagnostic', document())).items, []);
});

test('a fix is offered, and makes the finding go away', async () => {
  const broken = text.replace(sound, fault);
  await write(broken);
  const { items } = await ask('textDocument/diagnostic', document());
  const actions = await ask('textDocument/codeAction', {
    ...document(), range: items[0].range, context: { diagnostics: items, triggerKind: 1 } });
  const fix = actions.find((action) => action.kind === 'quickfix' && action.title.includes('0.9'));
  assert.ok(fix, JSON.stringify(actions.map((action) => action.title)));
  const { edit } = fix.edit ? fix : await ask('codeAction/resolve', fix);
  const edits = edit.changes?.[editor.uri(place)] ?? edit.documentChanges[0].edits;
  assert.equal(edited(broken, edits), text);
  const all = await ask('textDocument/codeAction', {
    ...document(), range: items[0].range, context: { diagnostics: [], only: ['source.fixAll'] } });
  assert.ok(all.every((action) => action.kind.startsWith('source.fixAll')), JSON.stringify(all));
  assert.equal(all.length, 1);
  await write(text);
});

test('ids, names and fields are completed', async () => {
  const labels = async (params) => {
    const found = await ask('textDocument/completion', { ...params, context: { triggerKind: 1 } });
    return { items: found.items ?? found, found };
  };
  const ids = await labels(at(...behindId));
  assert.ok(ids.items.some((item) => item.label === other), JSON.stringify(ids.found).slice(0, 500));
  if (editor.offered.completionProvider.resolveProvider) await ask('completionItem/resolve', ids.items[0]);
  const domains = await labels(at('"domain": "git"', 12));
  assert.ok(domains.items.some((item) => item.label === 'docker'));
});

test('an id is explained, found and highlighted', async () => {
  const hover = await ask('textDocument/hover', at(...behindId));
  assert.match(JSON.stringify(hover.contents), /detached-head/);
  const regex = await ask('textDocument/hover', at('"regex": "', 12));
  assert.ok(regex, 'nothing about the regex');

  const definition = [await ask('textDocument/definition', at(...behindId))].flat();
  assert.equal(definition[0].targetUri ?? definition[0].uri, editor.uri(`entries/${other}.json`));
  const references = await ask('textDocument/references',
                               { ...at(`"id": "${id}"`, 8), context: { includeDeclaration: false } });
  assert.ok(references.length > 2, JSON.stringify(references));
  for (const { uri, range } of references) {
    const line = fs.readFileSync(new URL(uri), 'utf8').split('\n')[range.start.line];
    assert.ok(line.includes(id), line);
  }
  const highlights = await ask('textDocument/documentHighlight', at(...behindId));
  assert.ok(highlights.length > 0);
});

test('fields and entries are listed', async () => {
  const fields = await ask('textDocument/documentSymbol', document());
  assert.ok(JSON.stringify(fields).includes('dead_ends'));
  const entries = await ask('workspace/symbol', { query: 'upstream branch' });
  assert.ok(entries.length > 0 && entries.length <= 128);
  assert.ok(entries.some((one) => one.name.includes(id)), JSON.stringify(entries));
});

test('a lens says who links here', async () => {
  const lenses = await ask('textDocument/codeLens', document());
  assert.ok(lenses.length > 0);
  const titles = [];
  for (const lens of lenses) titles.push((lens.command ? lens : await ask('codeLens/resolve', lens)).command.title);
  assert.match(titles.join(), /link/);
});

test('a text is written as kbc fmt writes it', async () => {
  const untidy = text.replace('  "domain": "git"', '      "domain":"git"');
  await write(untidy);
  const options = { tabSize: 2, insertSpaces: true };
  const edits = await ask('textDocument/formatting', { ...document(), options });
  assert.equal(edited(untidy, edits), text);
  const start = positionOf(untidy, '      "domain"');
  const range = { start: { line: start.line, character: 0 }, end: { line: start.line + 1, character: 0 } };
  const some = await ask('textDocument/rangeFormatting', { ...document(), range, options });
  assert.equal(edited(untidy, some), text);
  await write(text);
});

test('what is optional is asked where it is offered', async () => {
  const { offered } = editor;
  if (offered.foldingRangeProvider) await ask('textDocument/foldingRange', document());
  if (offered.documentLinkProvider) await ask('textDocument/documentLink', document());
  if (offered.selectionRangeProvider) {
    await ask('textDocument/selectionRange', { ...document(), positions: [at(...behindId).position] });
  }
  if (offered.inlayHintProvider) {
    const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
    await ask('textDocument/inlayHint', { ...document(), range });
  }
  if (offered.semanticTokensProvider) await ask('textDocument/semanticTokens/full', document());
  if (offered.callHierarchyProvider) {
    const [item] = await ask('textDocument/prepareCallHierarchy', at(...behindId));
    await ask('callHierarchy/incomingCalls', { item });
    await ask('callHierarchy/outgoingCalls', { item });
  }
});

test('what the protocol does not allow is refused, and the server stays', async () => {
  const refused = (method, params, code) => assert.rejects(
    editor.connection.sendRequest(method, params), (error) => error.code === code);
  await refused('textDocument/nonsense', {}, -32601);
  await refused('textDocument/rename', { ...at(`"id": "${id}"`, 8), newName: other }, -32803);
  // A file outside of every knowledge base.
  const outside = await editor.connection.sendRequest('textDocument/hover', {
    textDocument: { uri: 'file:///etc/passwd' }, position: { line: 0, character: 0 } });
  assert.equal(outside, null);
});

test('an id is renamed, with its file and every link', async () => {
  const before = validated(folder);
  const range = await ask('textDocument/prepareRename', at(`"id": "${id}"`, 8));
  assert.equal(range.placeholder, id);
  const to = 'git/without-upstream';
  const edit = await ask('textDocument/rename', { ...at(`"id": "${id}"`, 8), newName: to });
  // A client that moves the file asks for the same, without the move.
  const newUri = editor.uri(`entries/${to}.json`);
  const around = await ask('workspace/willRenameFiles', { files: [{ oldUri: editor.uri(place), newUri }] });
  const files = (changes) => new Set(changes.filter((one) => one.textDocument).map((one) => one.textDocument.uri));
  assert.deepEqual(files(around.documentChanges), files(edit.documentChanges));
  assert.ok(around.documentChanges.every((one) => one.kind === undefined));

  await editor.tell('textDocument/didClose', document());
  applied(edit);
  assert.ok(!fs.existsSync(path.join(folder, place)));
  assert.deepEqual(validated(folder), before);
  await editor.tell('workspace/didChangeWatchedFiles', { changes: [
    { uri: editor.uri(place), type: 3 }, { uri: newUri, type: 1 },
    ...[...files(edit.documentChanges)].filter((uri) => uri !== editor.uri(place))
      .map((uri) => ({ uri, type: 2 }))] });
  await editor.open(`entries/${to}.json`);
  const report = await ask('textDocument/diagnostic', document(`entries/${to}.json`));
  assert.deepEqual(report.items, []);
});

test('all that the server announces was asked', () => {
  const methods = {
    completionProvider: 'textDocument/completion', hoverProvider: 'textDocument/hover',
    definitionProvider: 'textDocument/definition', referencesProvider: 'textDocument/references',
    documentHighlightProvider: 'textDocument/documentHighlight',
    documentSymbolProvider: 'textDocument/documentSymbol', workspaceSymbolProvider: 'workspace/symbol',
    codeActionProvider: 'textDocument/codeAction', codeLensProvider: 'textDocument/codeLens',
    documentFormattingProvider: 'textDocument/formatting',
    documentRangeFormattingProvider: 'textDocument/rangeFormatting',
    renameProvider: 'textDocument/rename', diagnosticProvider: 'textDocument/diagnostic',
    foldingRangeProvider: 'textDocument/foldingRange', selectionRangeProvider: 'textDocument/selectionRange',
    documentLinkProvider: 'textDocument/documentLink', inlayHintProvider: 'textDocument/inlayHint',
    semanticTokensProvider: 'textDocument/semanticTokens/full',
    callHierarchyProvider: 'textDocument/prepareCallHierarchy',
  };
  const others = ['textDocumentSync', 'positionEncoding', 'workspace', 'experimental'];
  for (const [name, value] of Object.entries(editor.offered)) {
    if (others.includes(name) || value === false) continue;
    assert.ok(methods[name], `nothing here asks for ${name}`);
    assert.ok(asked.has(methods[name]), `${methods[name]} was not asked`);
  }
});

test('findings are sent to a client that does not ask', async () => {
  const pushed = makeFolder();
  const simple = await Editor.start(pushed, {}, protocol);
  await simple.open(place, simple.text(place).replace(sound, fault));
  const [finding] = await until('the findings', () => {
    const findings = simple.published.get(simple.uri(place));
    return findings?.length > 0 && findings;
  });
  assert.equal(finding.code, 'rate-percent');
  await simple.change(place, 2, [{ text: simple.text(place) }]);
  await until('their end', () => simple.published.get(simple.uri(place)).length === 0);
  assert.equal(await simple.close(), 0);
});

test('the server ends as the client says', async () => {
  assert.equal(editor.fault, undefined);
  assert.equal(await editor.close(), 0);
});

after(() => editor.process.kill());
