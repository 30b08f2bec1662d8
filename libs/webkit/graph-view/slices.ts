/** Work that gives way now and then; it is told to stop by `return()`. */
export type Work = Generator<unknown, void>;

/** Does work in slices of so many milliseconds, one a frame, so that the page answers in between. Later work ends earlier. */
export class Slices {
  private work: Work | null = null;
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly budget: () => number) {}

  get isBusy(): boolean {
    return this.work !== null;
  }

  /** Begins at once, since the first slice is often all there is; or after the next frame was shown, when other work is more urgent. */
  start(work: Work, begin: 'now' | 'soon' = 'now'): void {
    this.stop();
    this.work = work;
    if (begin === 'now') this.run();
    else this.frame = requestAnimationFrame(() => (this.timer = setTimeout(() => this.run())));
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.work?.return();
    this.work = null;
  }

  private run(): void {
    const { work } = this;
    const end = performance.now() + this.budget();
    // One step at least: however short a slice is, the work comes to an end.
    do {
      if (!work || this.work !== work) return;
      if (work.next().done) {
        if (this.work === work) this.work = null;
        return;
      }
    } while (performance.now() < end);
    if (work && this.work === work) this.frame = requestAnimationFrame(() => this.run());
  }
}
