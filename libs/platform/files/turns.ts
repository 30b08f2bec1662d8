import { Injectable } from '@nestjs/common';
import { OneByOne, refuse, type Result } from '@knotenpunkt/kernel';

/** So many wait for their turn; a large picture or sheet takes a second. */
const MOST_WAITING = 8;

/** One after the other in each process: decoded, a picture of a few bytes may fill 160 MB. */
@Injectable()
export class Turns {
  private readonly oneByOne = new OneByOne();
  private waiting = 0;

  async inTurn<Value, Code extends string>(work: () => Promise<Result<Value, Code>>): Promise<Result<Value, Code | 'FILES_BUSY'>> {
    if (this.waiting >= MOST_WAITING) return refuse('FILES_BUSY');
    this.waiting += 1;
    return this.oneByOne.take(work).finally(() => (this.waiting -= 1));
  }
}
