// The form in which a tool's text has what comes from entries: a sentence that kbc always says, and
// a fence with JSON in it that nothing inside can close.

import assert from 'node:assert/strict';

// The parts of such a text; fails if it is not one.
export function fenced(text) {
  const lines = text.replace(/\n$/, '').split('\n');
  const first = lines.findIndex((line) => /^(`{3,}|~{3,})/.test(line));
  assert.ok(first > 0, `no fence, or nothing before it: ${text.slice(0, 200)}`);
  const fence = lines[first].match(/^(`+|~+)/)[0];
  const last = lines.findIndex((line, at) => at > first && line.startsWith(fence));
  assert.equal(last, lines.length - 1, 'the fence is closed before the end');
  const body = lines.slice(first + 1, last).join('\n');
  return { preface: lines.slice(0, first).join('\n'), body, value: JSON.parse(body) };
}
