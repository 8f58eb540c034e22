// What `kbc mcp` asks of the system while it answers, as strace sees it: no socket, no program, and
// no file beyond the knowledge base.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { attacks, kbc, makeBase, slugs } from './base.mjs';
import { Wire } from './wire.mjs';

const base = makeBase();
const id = 'git/push-rejected-non-fast-forward';
const draft = fs.readFileSync(path.join(base, 'entries', `${id}.json`), 'utf8');
const paths = ['/etc/passwd', '../../../../etc/passwd', 'git/../../../../etc/passwd', 'file:///etc/passwd',
               'kbc://entry/../../../../etc/passwd', 'kbc://entry/%2e%2e/%2e%2e/etc/passwd', '$(id)', '`id`',
               '|id', '-', '--kb=/etc', '~/.ssh/id_rsa', '\\\\host\\share', 'git/\u0000/etc/passwd'];

async function askEverything(server) {
  for (const text of [...paths, ...attacks, `hostile example of ${slugs[0]}`, id]) {
    await server.call('match_error', { text });
    await server.call('get_entry', { id: text });
    await server.call('search_entries', { query: text });
    await server.call('list_entries', { domain: text, cursor: text });
    await server.call('error_chain', { id: text });
    await server.call('check_entry', { id: text, json: draft });
    await server.ask('resources/read', { uri: text });
    await server.ask('resources/read', { uri: `kbc://entry/${text}` });
    await server.ask('completion/complete', {
      ref: { type: 'ref/resource', uri: 'kbc://entry/{id}' }, argument: { name: 'id', value: text } });
  }
  // The knowledge base is read for each of these, so there are fewer.
  for (const text of [id, ...paths.slice(0, 3)]) {
    await server.call('draft_entry', { log: `acmed: error: cannot open ${text}` });
    const json = JSON.stringify({ ...JSON.parse(draft), $schema: text, id: text });
    await server.call('check_entry', { id, json });
  }
  await server.ask('resources/read', { uri: `kbc://entry/${id}` });
  await server.ask('resources/read', { uri: 'kbc://domains' });
}

// The system calls of a run, and those after its first answer.
async function traced(command) {
  const log = path.join(base, 'strace.log');
  const server = new Wire(command, ['strace', '-f', '--seccomp-bpf', '-o', log, '-e',
                                    'trace=%file,%network,%process,write']);
  await server.ask('tools/list');
  await askEverything(server);
  assert.equal(await server.close(), 0, server.errors);
  const lines = fs.readFileSync(log, 'utf8').split('\n').filter((line) => line !== '');
  const begin = lines.findIndex((line) => /^\d+ +write\(1, /.test(line));
  assert.ok(begin > 0, 'strace shows no answer');
  return { all: lines, answering: lines.slice(begin + 1) };
}

const calls = (lines, names) => lines.filter((line) => new RegExp(`^\\d+ +(${names})\\(`).test(line));

for (const [label, source] of [['an index', ['--index', path.join(base, 'generated', 'kb.kbx')]],
                               ['a knowledge base', ['--kb', base]]]) {
  test(`answers from ${label}`, async (t) => {
    const { all, answering } = await traced([kbc, 'mcp', ...source]);

    await t.test('without a socket', () => {
      assert.deepEqual(calls(all, 'socket|socketpair|connect|bind|listen|accept4?|send(to|msg|mmsg)|recv(from|msg|mmsg)'), []);
    });
    await t.test('without another program', () => {
      assert.equal(calls(all, 'execve(at)?').length, 1);
      assert.deepEqual(calls(all, 'v?fork'), []);
      // A thread is no process.
      assert.deepEqual(calls(all, 'clone3?').filter((line) => !line.includes('CLONE_THREAD')), []);
    });
    // A path is walked from the root, so folders above the base are opened, but nothing in them. How
    // many processors there are is what the C library looks up.
    await t.test('without a file outside of the base', () => {
      const opened = calls(answering, 'open(at2?)?').filter((line) => !/O_PATH|O_DIRECTORY/.test(line))
        .map((line) => line.match(/"((?:[^"\\]|\\.)*)"/)[1]);
      assert.deepEqual(opened.filter((name) => name.startsWith('/') && !name.startsWith(`${base}/`) &&
                                               name !== '/sys/devices/system/cpu/online'), []);
      assert.deepEqual(opened.filter((name) => name.split('/').includes('..')), []);
      const named = calls(answering, 'open(at2?)?|l?stat|newfstatat|statx|readlink(at)?|f?access(at2?)?')
        .filter((line) => /passwd|id_rsa/.test(line));
      assert.deepEqual(named, []);
    });
    await t.test('without a change to any file', () => {
      assert.deepEqual(calls(answering, 'rename(at2?)?|unlink(at)?|mkdir(at)?|link(at)?|symlink(at)?|truncate|chmod|chown|fchmodat'), []);
      assert.deepEqual(calls(answering, 'open(at2?)?').filter((line) => /O_(WRONLY|RDWR|CREAT)/.test(line)), []);
    });
  });
}
