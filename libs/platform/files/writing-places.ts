/** So many files are written while somebody takes them, by one process. */
const MOST = 4;
/** Of these one address has at most so many: whoever takes slowly must not keep everybody else waiting. */
const MOST_OF_ONE = 2;

/** Places for those who take a file that is written as they take it; who finds none is asked to come again. */
export class WritingPlaces {
  private readonly taken: string[] = [];

  /** Whether the address got a place; then it is given back by `leave`. */
  enter(address = ''): boolean {
    const own = this.taken.filter((other) => other === address).length;
    if (this.taken.length >= MOST || own >= MOST_OF_ONE) return false;
    this.taken.push(address);
    return true;
  }

  leave(address = ''): void {
    const at = this.taken.indexOf(address);
    if (at >= 0) this.taken.splice(at, 1);
  }
}
