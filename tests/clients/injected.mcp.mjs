// Entries that try to speak for somebody else, through a real client and by every way on which an
// entry is handed out.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { attacks, hidden, kbc, makeBase, slugs } from './base.mjs';
import { fenced } from './fence.mjs';

const base = makeBase();
const client = new Client({ name: 'tests', version: '1' },
                          { versionNegotiation: { mode: 'auto' } });
before(() => client.connect(new StdioClientTransport(
  { command: kbc, args: ['mcp', '--kb', base], cwd: base })));
after(() => client.close());

const calls = (slug) => [
  ['match_error', { text: `build: hostile example of ${slug}` }],
  ['get_entry', { id: `git/${slug}` }],
  ['search_entries', { query: `hostile example of ${slug}` }],
  ['error_chain', { id: `git/${slug}` }],
];

// Strings of a value, names of members included.
function* strings(value) {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    yield name;
    yield* strings(part);
  }
}

let preface;
function check(result, what) {
  assert.ok(!result.isError, what);
  assert.equal(result.content.length, 1, what);
  for (const text of strings(result)) assert.doesNotMatch(text, hidden, what);
  // No entry changes what kbc says in front of it.
  const parts = fenced(result.content[0].text);
  preface ??= parts.preface;
  assert.equal(parts.preface, preface, what);
}

for (const slug of slugs) {
  test(`${slug} stays data`, async () => {
    for (const [tool, args] of calls(slug)) {
      const result = await client.callTool({ name: tool, arguments: args });
      check(result, `${tool} ${slug}`);
      assert.ok(result.content[0].text.includes(`git/${slug}`), `${tool} does not show ${slug}`);
    }
    // An index does not tell who has looked at its entries, so what is hidden in one is named.
    const { text_faults: faults = [] } =
      (await client.callTool({ name: 'get_entry', arguments: { id: `git/${slug}` } })).structuredContent;
    const isHidden = hidden.test(attacks[slugs.indexOf(slug)]);
    assert.ok(!isHidden || faults.includes('text-control') || faults.includes('text-invisible'));
    const { contents } = await client.readResource({ uri: `kbc://entry/git/${slug}` });
    assert.doesNotMatch(contents[0].text, hidden);
    assert.ok(contents[0].text.includes(`git/${slug}`));
  });
}

// What is asked comes back in places, too: in what was matched, in words that were missed, in ids.
test('a question is no other than an entry', async () => {
  for (const text of attacks) {
    for (const [tool, args] of [
      ['match_error', { text: `hostile example of ${slugs[0]} ${text}` }],
      ['match_error', { text: `error: ${text}` }],
      ['search_entries', { query: text }],
      ['list_entries', { domain: text }],
      ['get_entry', { id: text }],
      ['error_chain', { id: text }],
      ['check_entry', { id: 'git/new', json: text }],
      ['check_entry', { id: 'git/new', json: JSON.stringify({ id: text, [text]: text }) }],
      ['check_entry', { id: text, json: '{}' }],
      ['draft_entry', { log: `acmed: error: ${text}` }],
    ]) {
      const result = await client.callTool({ name: tool, arguments: args });
      for (const said of strings(result)) assert.doesNotMatch(said, hidden, `${tool} ${text}`);
      if (!result.isError) check(result, `${tool} ${text}`);
    }
  }
});
