// HTTP in front of `kbc mcp`, for clients that speak nothing else: a server on stdio for each
// session, which a client begins with `initialize`. It stands in for no promise of kbc's own.

import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { Wire } from './wire.mjs';

// Names that a client asks for, in the terms of a knowledge base: whatever equals a key, anywhere
// in a request, becomes its value.
function renamed(value, names) {
  if (typeof value !== 'object' || value === null) return value;
  const known = names.find(([from]) => JSON.stringify(from) === JSON.stringify(value));
  if (known) return known[1];
  if (Array.isArray(value)) return value.map((part) => renamed(part, names));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renamed(part, names)]));
}

async function body(request) {
  let text = '';
  for await (const part of request) text += part;
  return JSON.parse(text);
}

// Listens on a free port of this machine; `command` runs the server. Resolves to { url, close }.
export async function bridge(command, names = []) {
  const sessions = new Map();

  async function answer(request, response) {
    if (request.method !== 'POST') return response.writeHead(405).end();
    const message = renamed(await body(request), names);
    let session = request.headers['mcp-session-id'];
    if (message.method === 'initialize') {
      session = randomUUID();
      sessions.set(session, new Wire(command));
    }
    const server = sessions.get(session);
    if (server === undefined) return response.writeHead(404).end();
    server.send(JSON.stringify(message));
    if (message.id === undefined) return response.writeHead(202).end();
    const line = await server.next();
    response.writeHead(200, { 'content-type': 'application/json', 'mcp-session-id': session });
    return response.end(line);
  }

  const listener = http.createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${listener.address().port}/mcp`,
    async close() {
      listener.closeAllConnections();
      listener.close();
      await Promise.all([...sessions.values()].map((server) => server.close()));
    },
  };
}
