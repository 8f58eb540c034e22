// Both official clients, in each era of the protocol: what they ask for, they get, and in the form
// that their own schemas want.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Client as FirstClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as FirstTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { kbc, makeBase } from './base.mjs';

const base = makeBase();
const id = 'git/push-rejected-non-fast-forward';
const message = '! [rejected]        main -> main (non-fast-forward)';
const draft = fs.readFileSync(path.join(base, 'entries', `${id}.json`), 'utf8');

const name = { name: 'tests', version: '1' };
const command = { command: kbc, args: ['mcp', '--kb', base], cwd: base };
const negotiated = (mode) => () =>
  [new Client(name, { versionNegotiation: { mode } }), new StdioClientTransport(command)];
const clients = [
  ['sdk, handshake', '2025-11-25', () => [new FirstClient(name), new FirstTransport(command)]],
  ['client, handshake', '2025-11-25', () => [new Client(name), new StdioClientTransport(command)]],
  ['client, auto', '2026-07-28', negotiated('auto')],
  ['client, stateless only', '2026-07-28', negotiated({ pin: '2026-07-28' })],
];

// The older client keeps the version to itself.
const versionOf = (client) => client.getNegotiatedProtocolVersion?.() ?? '2025-11-25';

for (const [label, version, make] of clients) {
  test(label, async (t) => {
    const [client, transport] = make();
    const errors = [];
    client.onerror = (error) => errors.push(error);
    await client.connect(transport);
    t.after(() => client.close());

    await t.test('speaks the version of its era', () => {
      assert.equal(versionOf(client), version);
      const capabilities = client.getServerCapabilities();
      for (const what of ['tools', 'resources', 'completions']) assert.ok(capabilities[what], what);
    });

    await t.test('lists the tools, all on one page', async () => {
      const page = await client.listTools();
      assert.deepEqual(page.tools.map((tool) => tool.name).sort(),
                       ['check_entry', 'draft_entry', 'error_chain', 'get_entry', 'list_entries',
                        'match_error', 'search_entries']);
      assert.equal(page.nextCursor, undefined);
      for (const tool of page.tools) {
        assert.ok(tool.description, tool.name);
        assert.equal(tool.annotations.readOnlyHint, true, tool.name);
        assert.equal(tool.annotations.openWorldHint, false, tool.name);
      }
    });

    // Having listed the tools, a client checks each structured result against its schema.
    await t.test('calls each of them', async () => {
      for (const [tool, args] of [
        ['match_error', { text: message }],
        ['get_entry', { id }],
        ['search_entries', { query: 'push rejected' }],
        ['list_entries', { domain: 'git' }],
        ['error_chain', { id }],
        ['check_entry', { id, json: draft }],
        ['draft_entry', { log: 'acmed: error: no such frobnication `x`' }],
      ]) {
        const result = await client.callTool({ name: tool, arguments: args });
        assert.ok(!result.isError, `${tool}: ${JSON.stringify(result)}`);
        assert.equal(typeof result.structuredContent, 'object', tool);
        assert.equal(result.content[0].type, 'text', tool);
      }
      const found = await client.callTool({ name: 'match_error', arguments: { text: message } });
      assert.equal(found.structuredContent.hits[0].id, id);
      assert.match(found.content[0].text, new RegExp(id));
    });

    await t.test('learns of its own mistakes', async () => {
      const missing = await client.callTool({ name: 'get_entry', arguments: { id: 'git/no-such' } });
      assert.equal(missing.isError, true);
      const empty = await client.callTool({ name: 'match_error', arguments: {} });
      assert.equal(empty.isError, true);
      await assert.rejects(client.callTool({ name: 'no_such_tool', arguments: {} }), { code: -32602 });
      // The older protocol has a code of its own for this; the newer one has not.
      await assert.rejects(client.readResource({ uri: 'kbc://entry/git/no-such' }), (error) =>
        error.code === -32602 || (error.code === -32002 && version === '2025-11-25'));
      await assert.rejects(client.readResource({ uri: 'file:///etc/passwd' }));
    });

    await t.test('reads resources', async () => {
      const { resources } = await client.listResources();
      assert.deepEqual(resources.map((resource) => resource.uri).sort(),
                       ['kbc://domains', 'kbc://stats']);
      const { resourceTemplates } = await client.listResourceTemplates();
      assert.deepEqual(resourceTemplates.map((template) => template.uriTemplate),
                       ['kbc://entry/{id}']);
      for (const uri of [...resources.map((resource) => resource.uri), `kbc://entry/${id}`]) {
        const { contents } = await client.readResource({ uri });
        assert.equal(contents[0].uri, uri);
        assert.ok(contents[0].text.length > 20, uri);
      }
    });

    await t.test('completes ids', async () => {
      const { completion } = await client.complete({
        ref: { type: 'ref/resource', uri: 'kbc://entry/{id}' },
        argument: { name: 'id', value: 'git/push-' },
      });
      assert.ok(completion.values.includes(id));
      assert.ok(completion.values.length <= 100);
      for (const value of completion.values) assert.ok(value.startsWith('git/push-'));
    });

    assert.deepEqual(errors, []);
  });
}
