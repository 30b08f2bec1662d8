import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** How a line behaves: as it should; refused; answers late; swallows every byte and says nothing. */
export type Weather = 'fair' | 'refused' | 'slow' | 'black hole';

/** A line between the product and another server, that a test can spoil. */
export class Proxy {
  private weather: Weather = 'fair';
  private readonly pairs = new Set<[Socket, Socket]>();
  private readonly dead = new Set<Socket>();
  private readonly server: Server;
  /** How late an answer is when the line is slow. */
  lateMs = 4_000;

  private constructor(private readonly target: { host: string; port: number }) {
    this.server = createServer((near) => this.join(near));
  }

  /** Stands before the server of an address (postgres://, bolt://); gives the address through it. */
  static async before(address: string): Promise<{ proxy: Proxy; address: string }> {
    const url = new URL(address);
    const proxy = new Proxy({ host: url.hostname, port: Number(url.port) });
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    url.port = String((proxy.server.address() as { port: number }).port);
    return { proxy, address: url.toString() };
  }

  /**
   * Changes the weather. A line that was in a black hole never speaks again, also when new ones do, as when a router
   * forgot it.
   */
  turn(weather: Weather): void {
    this.weather = weather;
    if (weather === 'refused') this.reset();
    if (weather === 'black hole') for (const [near] of this.pairs) this.dead.add(near);
  }

  /** Cuts every line, as a router or a restarted server does: with a reset. */
  reset(): void {
    for (const [near, far] of this.pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
  }

  /** How many lines are open on which nobody will ever hear anything. */
  get deadLines(): number {
    return this.dead.size;
  }

  async close(): Promise<void> {
    this.reset();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket): void {
    near.on('error', () => undefined);
    if (this.weather === 'refused') return void near.resetAndDestroy();
    const far = connect(this.target);
    far.on('error', () => near.destroy());
    const pair: [Socket, Socket] = [near, far];
    this.pairs.add(pair);
    const pass = (to: Socket, late: boolean) => (data: Buffer) => {
      if (this.weather === 'black hole') this.dead.add(near);
      if (this.dead.has(near)) return;
      if (!late || this.weather !== 'slow') return void to.write(data);
      setTimeout(() => to.writable && to.write(data), this.lateMs);
    };
    near.on('data', pass(far, false));
    far.on('data', pass(near, true));
    // The end of the one side is not told through a black hole either.
    near.once('close', () => {
      this.pairs.delete(pair);
      this.dead.delete(near);
      far.destroy();
    });
    far.once('close', () => {
      if (!this.dead.has(near) && this.weather !== 'black hole') near.destroy();
    });
  }
}
