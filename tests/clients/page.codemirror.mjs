// CodeMirror in Chromium, with the client of docs/editors.md. What it shows is in screenshot.png, in the
// folder that tests/clients/check makes.

import assert from 'node:assert/strict';
import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { kbc, makeFolder, place, recipe, sound } from './editor.mjs';
import { serve } from './socket_bridge.mjs';

const folder = makeFolder();
const root = String(pathToFileURL(folder));
const text = fs.readFileSync(path.join(folder, place), 'utf8');

fs.writeFileSync('recipe.mjs', recipe('CodeMirror', 'js'));
const { outputFiles } = await esbuild.build({
  entryPoints: ['recipe.mjs'], bundle: true, format: 'iife', globalName: 'kbc', write: false });

const html = `<!doctype html><title>kbc</title><script src="/page.js"></script>
<style>.cm-editor { height: 560px; font-size: 14px }</style>
<h3>${place}</h3><div id="editor"></div>`;

test('an entry is edited', async () => {
  const bridge = await serve([kbc, 'lsp'], { '/': html, '/page.js': outputFiles[0].text });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 640 } });
    page.setDefaultTimeout(60000);
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`http://127.0.0.1:${bridge.port}/`);
    await page.evaluate(async (args) => { window.view = await kbc.open(...args, document.getElementById('editor')); },
                        [`ws://127.0.0.1:${bridge.port}/`, root, `${root}/${place}`, text]);

    // Puts the cursor before the part, which is selected then.
    const select = (part, length = part.length, skip = 0) => page.evaluate(([what, size, by]) => {
      const anchor = view.state.doc.toString().indexOf(what) + by;
      view.dispatch({ selection: { anchor, head: anchor + size }, scrollIntoView: true });
      view.focus();
    }, [part, length, skip]);

    await select(sound, 3, 14);
    await page.keyboard.type('90');
    const mark = page.locator('.cm-lintRange-error');
    await mark.waitFor();
    assert.equal(await mark.textContent(), '90');
    await mark.hover();
    const said = page.locator('.cm-tooltip .cm-diagnostic').first();
    await said.waitFor();
    assert.match(await said.textContent(), /`90` is a percentage/);
    await page.screenshot({ path: 'screenshot.png' });

    await page.mouse.move(5, 5);
    await select('90,', 2);
    await page.keyboard.type('0.9');
    await mark.waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => view.state.doc.toString()), text);

    // The ids of the knowledge base.
    await select('"error_id": "git/detached-head"', 0, 17);
    await page.keyboard.press('Control+Space');
    const offered = page.locator('.cm-tooltip-autocomplete li', { hasText: 'git/detached-head' });
    await offered.first().waitFor();
    await page.screenshot({ path: 'completion.png' });
    await page.keyboard.press('Escape');

    // What is known of the entry.
    const at = await page.evaluate((what) => {
      const place = view.state.doc.toString().indexOf(what) + 20;
      view.dispatch({ effects: view.constructor.scrollIntoView(place, { y: 'center' }) });
      return new Promise((resolve) => requestAnimationFrame(() => resolve(view.coordsAtPos(place))));
    }, '"error_id": "git/detached-head"');
    await page.mouse.move(at.left, (at.top + at.bottom) / 2);
    const hover = page.locator('.cm-lsp-hover-tooltip');
    await hover.waitFor();
    assert.match(await hover.textContent(), /detached/);
    await page.screenshot({ path: 'hover.png' });
    assert.deepEqual(faults, []);
  } finally {
    await browser.close();
    bridge.close();
  }
});
