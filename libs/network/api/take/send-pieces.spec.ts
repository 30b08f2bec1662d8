import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import compression from 'compression';
import express from 'express';
import { sendPieces } from './send-pieces';

const PIECE = `${'0123456789abcdef'.repeat(60)}\n`;
const MANY = 90_000;

describe('a large file', () => {
  let server: Server;
  let given = 0;
  let ended = 0;
  let sent: Promise<void> | null = null;

  function* pieces() {
    try {
      for (given = 0; given < MANY; given++) yield `${given} ${PIECE}`;
    } finally {
      ended++;
    }
  }

  beforeAll(async () => {
    const app = express();
    app.use('/packed', compression());
    app.get(['/packed', '/plain'], (_, response) => void sendPieces(response.type('text/plain'), pieces()));
    app.get('/impatient', (_, response) => void sendPieces(response, pieces(), 50));
    app.get('/late', (_, response) => {
      // Sent only once whoever asked has left again.
      sent = new Promise((go) => response.once('close', go)).then(() => sendPieces(response, pieces()));
    });
    server = createServer(app);
    await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  });
  afterAll(() => new Promise((go) => server.close(go)));

  const ask = (path: string, headers: Record<string, string> = {}) =>
    new Promise<IncomingMessage>((answer) => {
      get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', path, headers }, answer);
    });

  async function bodyOf(message: IncomingMessage): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of message) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }

  it.each(['/plain', '/packed'])('arrives whole at %s', async (path) => {
    const body = await bodyOf(await ask(path, path === '/packed' ? { 'accept-encoding': 'gzip' } : {}));
    const text = (path === '/packed' ? gunzipSync(body) : body).toString();
    expect(text.split('\n')).toHaveLength(MANY + 1);
    expect(text.endsWith(`${MANY - 1} ${PIECE}`)).toBe(true);
  });

  it('is written no faster than it is taken, and no further once nobody takes it', async () => {
    const before = ended;
    const message = await ask('/plain');
    // On a machine that stands still for a while the other side loses its patience first.
    message.on('error', () => undefined).pause();
    // What nobody reads fills what lies between, and stops there.
    let seen = -1;
    while (seen !== given) {
      seen = given;
      await wait(200);
    }
    expect(given).toBeLessThan(MANY);
    message.destroy();
    for (let turn = 0; turn < 50 && ended === before; turn++) await wait(100);
    expect(ended).toBe(before + 1);
    expect(given).toBeLessThan(MANY);
  });

  it('is not begun for who has left before the first block, and nobody waits for that', async () => {
    const asked = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', path: '/late' }).on('error', () => undefined);
    while (sent === null) await wait(10);
    asked.destroy();
    expect(await Promise.race([sent, wait(3_000, 'waits')])).toBeUndefined();
  });

  it('is left when nobody takes it and nobody leaves either', async () => {
    const before = ended;
    const message = await ask('/impatient');
    message.on('error', () => undefined).pause();
    for (let turn = 0; turn < 100 && ended === before; turn++) await wait(50);
    expect(ended).toBe(before + 1);
    expect(given).toBeLessThan(MANY);
    message.destroy();
  });
});
