// `kbc mcp` without a client: requests and answers, a line each.

import { spawn } from 'node:child_process';
import readline from 'node:readline';

export const kVersion = '2026-07-28';

// What a request of the stateless protocol carries.
export const stateless = {
  'io.modelcontextprotocol/protocolVersion': kVersion,
  'io.modelcontextprotocol/clientInfo': { name: 'tests', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};

export class Wire {
  #answers = [];
  #waiting = [];
  #id = 0;

  // `before` is a program with its arguments that runs the server, such as strace.
  constructor(command, before = []) {
    const [program, ...rest] = [...before, ...command];
    this.process = spawn(program, rest, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.errors = '';
    this.process.stderr.on('data', (text) => { this.errors += text; });
    this.process.on('error', (error) => this.#end(error));
    const lines = readline.createInterface({ input: this.process.stdout });
    lines.on('line', (line) => {
      const taker = this.#waiting.shift();
      if (taker) taker.resolve(line); else this.#answers.push(line);
    });
    this.ended = new Promise((resolve) => this.process.on('close', (status) => {
      this.#end(new Error(`kbc ended with ${status}: ${this.errors}`));
      resolve(status);
    }));
  }

  #end(error) {
    for (const taker of this.#waiting.splice(0)) taker.reject(error);
  }

  // Sends a line as it is; nothing is awaited.
  send(line) { this.process.stdin.write(line + '\n'); }

  // The next line that the server writes.
  next() {
    if (this.#answers.length > 0) return Promise.resolve(this.#answers.shift());
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  // The answer to a request of the stateless protocol.
  async ask(method, params = {}) {
    const id = ++this.#id;
    this.send(JSON.stringify({ jsonrpc: '2.0', id, method, params: { ...params, _meta: stateless } }));
    const answer = JSON.parse(await this.next());
    if (answer.id !== id) throw new Error(`answer to ${answer.id}, not to ${id}`);
    return answer;
  }

  async call(name, args) { return (await this.ask('tools/call', { name, arguments: args })).result; }

  // Ends the input; resolves to the exit status.
  close() {
    this.process.stdin.end();
    return this.ended;
  }
}
