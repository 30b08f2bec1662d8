import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';

/** Tells which challenges of a region an alliance has been formed for. Alliances are a later room and tell it themselves. */
export interface AnswersTeller {
  answeredIn(regionId: Id): Promise<Id[]>;
}

@Injectable()
export class AnsweredChallenges {
  private readonly tellers: AnswersTeller[] = [];

  register(teller: AnswersTeller): void {
    this.tellers.push(teller);
  }

  async in(regionId: Id): Promise<Id[]> {
    return (await Promise.all(this.tellers.map((teller) => teller.answeredIn(regionId)))).flat();
  }
}
