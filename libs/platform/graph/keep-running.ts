import { Logger } from '@nestjs/common';

/** Something that ends, wanted or not. */
export interface Mortal {
  /** Settles when it has ended, whatever the reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** So long one waits before each further start that fails or ends soon; then as long as the last each time. */
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000, 30_000];
/** Who has run so long counts as well: the next end begins with the shortest pause again. */
const WELL_AFTER_MS = 60_000;

export interface KeptRunning {
  /** Ends it for good. */
  stop(): Promise<void>;
  /** Ends the one that runs now as a power cut would; it is started again. For tests. */
  kill(): Promise<void>;
}

/** Starts `start` again whenever what it gave ends by itself, after pauses that grow. `first` runs already. */
export function keepRunning<Kind extends Mortal>(
  name: string,
  first: Kind,
  start: () => Promise<Kind>,
  pausesMs: readonly number[] = PAUSES_MS,
): KeptRunning {
  const log = new Logger(name);
  let current: Kind | null = first;
  let wanted = true;
  let rest: (() => void) | null = null;

  async function pause(milliseconds: number): Promise<void> {
    await new Promise<void>((done) => {
      const timer = setTimeout(done, milliseconds);
      rest = () => (clearTimeout(timer), done());
    });
    rest = null;
  }

  async function watch(): Promise<void> {
    let failed = 0;
    while (wanted) {
      const since = Date.now();
      await current?.ended;
      if (!wanted) return;
      if (current) log.warn('ended by itself and is started again');
      if (current && Date.now() - since > WELL_AFTER_MS) failed = 0;
      current = null;
      await pause(pausesMs[Math.min(failed++, pausesMs.length - 1)]!);
      if (!wanted) return;
      current = await start().catch((error: unknown) => {
        log.warn(`does not start, and is tried again: ${error instanceof Error ? error.message : String(error)}`);
        return null;
      });
    }
    // It came up while we were told to stop.
    await current?.stop();
  }
  const watching = watch();

  return {
    stop: async () => {
      wanted = false;
      rest?.();
      await current?.stop();
      await watching;
    },
    kill: async () => current?.kill(),
  };
}
