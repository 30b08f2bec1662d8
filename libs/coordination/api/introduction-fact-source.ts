import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Facts } from '@knotenpunkt/platform/graph';
import type { FactSource } from '@knotenpunkt/platform/outbox';

/**
 * An introduction makes no tie: what becomes of it, a Vorhaben or an alliance, tells its own facts. It has an empty row, so that
 * open pages of members learn that it changed.
 */
@Injectable()
export class IntroductionFactSource implements FactSource {
  readonly aggregate = 'introduction';

  factsOf(): Promise<Map<Id, Facts>> {
    return Promise.resolve(new Map());
  }
}
