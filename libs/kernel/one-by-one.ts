/** One piece of work after the other, whatever becomes of the one before. */
export class OneByOne {
  private last: Promise<unknown> = Promise.resolve();

  take<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = this.last.catch(() => undefined).then(work);
    this.last = next;
    return next;
  }

  /** Waits until nothing is under way. */
  async end(): Promise<void> {
    await this.last.catch(() => undefined);
  }
}
