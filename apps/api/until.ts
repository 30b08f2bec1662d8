/** Asks again and again until `ask` gives something; fails with what it last said after `withinMs`. Gives what was given. */
export async function until<Value>(
  withinMs: number,
  ask: () => Promise<Value | null | undefined | false> | Value | null | undefined | false,
): Promise<Value> {
  const began = Date.now();
  let last: unknown = null;
  for (;;) {
    try {
      const value = await ask();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() - began > withinMs) throw new Error(`not within ${withinMs} ms; last: ${String(last)}`, { cause: last });
    await new Promise((go) => setTimeout(go, 100));
  }
}
