import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  /** 0: the line was closed without a word. */
  status: number;
  text: string;
  /** Milliseconds until the server closed the line. */
  took: number;
}

export type Step = string | Buffer | ((socket: Socket) => Promise<void>);

/** The head of a request exactly as given, with nothing a client would add or mend. */
export function head(line: string, headers: Record<string, string | number> = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('')}\r\n`;
}

/** Sends bytes over a bare line and reads until the server closes it. */
export function sendRaw(address: string, steps: Step[]): Promise<RawAnswer> {
  const { port } = new URL(address);
  const began = Date.now();
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text, took: Date.now() - began }));
    socket.on('connect', () => {
      void (async () => {
        for (const step of steps) await (typeof step === 'function' ? step(socket) : socket.write(step));
      })();
    });
  });
}
