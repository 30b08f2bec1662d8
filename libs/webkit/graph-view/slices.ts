/** Work that gives way now and then; it is told to stop by `return()`. */
export type Work = Generator<unknown, void>;

/** Does work in slices of so many milliseconds, one a frame, so that the page answers in between. Later work ends earlier. */
export class Slices {
  private work: Work | null = null;
  private frame = 0;

  constructor(private readonly budget: () => number) {}

  get isBusy(): boolean {
    return this.work !== null;
  }

  /** Begins at once, since the first slice is often all there is; or with the next frame, after what is more urgent. */
  start(work: Work, begin: 'now' | 'soon' = 'now'): void {
    this.stop();
    this.work = work;
    if (begin === 'now') this.run();
    else this.frame = requestAnimationFrame(() => this.run());
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.work?.return();
    this.work = null;
  }

  private run(): void {
    const { work } = this;
    const end = performance.now() + this.budget();
    while (work && this.work === work && performance.now() < end) {
      if (work.next().done) {
        if (this.work === work) this.work = null;
        return;
      }
    }
    if (work && this.work === work) this.frame = requestAnimationFrame(() => this.run());
  }
}
