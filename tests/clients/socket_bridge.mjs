// A WebSocket in front of a language server: the messages of the one are those of the other, without
// their headers. For pages of this machine.

import { spawn } from 'node:child_process';
import http from 'node:http';
import { WebSocketServer } from 'ws';

// Takes the messages out of what the server writes.
function reader(take) {
  let bytes = Buffer.alloc(0);
  return (part) => {
    bytes = Buffer.concat([bytes, part]);
    for (;;) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(bytes.toString('latin1', 0, end))[1]);
      if (bytes.length < end + 4 + length) return;
      take(bytes.toString('utf8', end + 4, end + 4 + length));
      bytes = bytes.subarray(end + 4 + length);
    }
  };
}

// Serves the page on a free port, and a server for each socket. Resolves to { port, close }.
export async function serve(command, page) {
  const listener = http.createServer((request, response) => {
    const content = page[request.url];
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': request.url.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(content);
  });
  await new Promise((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address();
  const running = new Set();
  const verifyClient = ({ origin }) => origin === `http://127.0.0.1:${port}`;
  new WebSocketServer({ server: listener, verifyClient }).on('connection', (socket) => {
    const [program, ...rest] = command;
    const server = spawn(program, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
    running.add(server);
    server.stdout.on('data', reader((message) => socket.send(message)));
    server.on('close', () => socket.close());
    socket.on('message', (message) => {
      server.stdin.write(`Content-Length: ${message.length}\r\n\r\n`);
      server.stdin.write(message);
    });
    socket.on('close', () => server.stdin.end());
  });
  return {
    port,
    close() {
      for (const server of running) server.kill();
      listener.closeAllConnections();
      listener.close();
    },
  };
}
