// Every structured result fits the schema that its tool announces, judged by ajv for JSON Schema
// 2020-12, and its text says the same.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { idsOf, kbc, makeBase } from './base.mjs';
import { fenced } from './fence.mjs';
import { Wire } from './wire.mjs';

const base = makeBase();
const ids = idsOf(base);
const messages = path.join(process.env.KBC_SOURCE, 'tests', 'match');
const server = new Wire([kbc, 'mcp', '--kb', base]);
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });

const listed = await server.ask('tools/list');
const schemas = new Map(listed.result.tools.map((tool) => [tool.name, {
  takes: ajv.compile(tool.inputSchema),
  gives: ajv.compile(tool.outputSchema),
}]));

// Calls a tool, checks what went in and what came out, and returns it. A refusal is allowed where
// the caller says so.
async function checked(tool, args, { mayRefuse = false } = {}) {
  const { takes, gives } = schemas.get(tool);
  const said = `${tool}(${JSON.stringify(args).slice(0, 200)})`;
  assert.ok(mayRefuse || takes(args), `${said}: ${ajv.errorsText(takes.errors)}`);
  const result = await server.call(tool, args);
  if (result.isError && mayRefuse) return undefined;
  assert.ok(!result.isError, `${said}: ${JSON.stringify(result).slice(0, 500)}`);
  assert.ok(gives(result.structuredContent), `${said}: ${ajv.errorsText(gives.errors)}`);
  assert.deepEqual(fenced(result.content[0].text).value, result.structuredContent, said);
  return result.structuredContent;
}

test('schemas take what a tool takes, and nothing else', () => {
  for (const [tool, { takes }] of schemas) {
    assert.ok(!takes({ no_such_argument: 1 }), tool);
    assert.ok(!takes([]), tool);
  }
  const { takes } = schemas.get('match_error');
  assert.ok(!takes({ text: 7 }));
  assert.ok(!takes({ text: 'x', max: 11 }));
  assert.ok(!takes({ text: 'x', max: 0 }));
});

test('every entry, by tool and as a resource', async () => {
  for (const id of ids) {
    await checked('get_entry', { id });
    await checked('error_chain', { id, depth: 3 });
    const { result } = await server.ask('resources/read', { uri: `kbc://entry/${id}` });
    assert.ok(result.contents[0].text.includes(id), id);
  }
});

// These are the messages by which matching is judged, which no entry's regex was written for.
test('every message of tests/match finds its entry first, or nearly', async () => {
  const asked = { all: 0, first: 0 };
  for (const file of fs.readdirSync(messages).filter((name) => name.endsWith('.ndjson'))) {
    for (const line of fs.readFileSync(path.join(messages, file), 'utf8').trim().split('\n')) {
      const { message, expect, not = [] } = JSON.parse(line);
      const { hits } = await checked('match_error', { text: message, max: 10 });
      const found = hits.map((hit) => hit.id);
      for (const id of not) assert.ok(!found.includes(id), `${message}: ${id}`);
      if (!expect) continue;
      ++asked.all;
      if (found[0] === expect) ++asked.first;
    }
  }
  assert.ok(asked.all > 100 && asked.first >= 0.97 * asked.all, JSON.stringify(asked));
});

test('what finds nothing, is empty, odd or long', async () => {
  const texts = ['', ' ', '\n\n', 'no entry says frobnicate the quux', '\u0000\u001b[31m', '\u{e0041}\u202e',
                 'e\u0301'.repeat(1000), '"}]}'.repeat(1000), 'a'.repeat(64000),
                 'x: error: y\n'.repeat(5000)];
  for (const text of texts) {
    const odd = { mayRefuse: true };
    await checked('match_error', { text }, odd);
    await checked('search_entries', { query: text.slice(0, 1000) }, odd);
    await checked('draft_entry', { log: text }, odd);
    await checked('check_entry', { id: 'git/new', json: text }, odd);
  }
});

test('every page of a list, each entry once', async () => {
  const seen = [];
  let cursor;
  do {
    const page = await checked('list_entries', cursor === undefined ? {} : { cursor });
    seen.push(...page.entries.map((entry) => entry.id));
    cursor = page.next_cursor;
  } while (cursor !== undefined && cursor !== null && seen.length <= ids.length);
  assert.deepEqual(seen.sort(), ids);
});

test('findings in an entry', async () => {
  const text = fs.readFileSync(path.join(base, 'entries', 'git', 'push-rejected-non-fast-forward.json'), 'utf8');
  const clean = await checked('check_entry', { id: 'git/push-rejected-non-fast-forward', json: text });
  assert.deepEqual(clean.findings.filter((finding) => finding.severity === 'error'), []);
  const broken = text.replace(/"confidence": 0\.\d+/, '"confidence": 80');
  const found = await checked('check_entry', { id: 'git/push-rejected-non-fast-forward', json: broken });
  assert.ok(found.findings.some((finding) => finding.rule === 'rate-percent'));
});

test('the server ends cleanly', async () => assert.equal(await server.close(), 0));
