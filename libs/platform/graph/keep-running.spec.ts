import { keepRunning, type Mortal } from './keep-running';

class Candle implements Mortal {
  burns = true;
  private out!: () => void;
  readonly ended = new Promise<void>((done) => (this.out = done));
  kill = (): Promise<void> => {
    this.burns = false;
    this.out();
    return Promise.resolve();
  };
  stop = this.kill;
}

/** Long enough for what must not happen to have happened. */
const soon = () => new Promise((go) => setTimeout(go, 60));

/** Until something is so, however busy the machine is; the test fails by its own limit where it never is. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((go) => setTimeout(go, 5));
}

describe('what is kept running', () => {
  const lit: Candle[] = [];
  let refusals = 0;
  const light = (): Promise<Candle> => {
    if (refusals > 0) {
      refusals -= 1;
      return Promise.reject(new Error('the wick is wet'));
    }
    lit.push(new Candle());
    return Promise.resolve(lit.at(-1)!);
  };
  beforeEach(() => {
    lit.length = 0;
    refusals = 0;
  });

  it('is started again each time it ends by itself', async () => {
    const kept = keepRunning('Candle', await light(), light, [1]);
    for (const count of [2, 3]) {
      await kept.kill();
      await until(() => lit.length === count);
      expect([lit.length, lit.filter(({ burns }) => burns).length]).toEqual([count, 1]);
    }
    await kept.stop();
    expect(lit.filter(({ burns }) => burns)).toEqual([]);
  });

  it('is tried again when it does not start, later each time', async () => {
    const kept = keepRunning('Candle', await light(), light, [1, 1, 100_000]);
    refusals = 1;
    await kept.kill();
    await until(() => lit.length === 2);
    await kept.kill();
    await soon();
    // It rests for long now, and stopping does not wait for that.
    expect(lit.length).toBe(2);
    await kept.stop();
  });

  it('stays out once it was stopped, also when it was just coming up', async () => {
    let finish: (() => void) | undefined;
    const slowly = async (): Promise<Candle> => {
      await new Promise<void>((go) => (finish = go));
      return light();
    };
    const kept = keepRunning('Candle', await light(), slowly, [1]);
    await kept.kill();
    await until(() => finish !== undefined);
    const stopped = kept.stop();
    finish!();
    await stopped;
    await soon();
    expect(lit.map(({ burns }) => burns)).toEqual([false, false]);
  });
});
