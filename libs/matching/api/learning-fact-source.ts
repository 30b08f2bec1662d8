import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Facts } from '@knotenpunkt/platform/graph';
import type { FactSource } from '@knotenpunkt/platform/outbox';
import { LEARNING } from './learned-keeper';

/** What a region learned makes no tie. It has an empty row, so that open pages and other processes hear that it changed. */
@Injectable()
export class LearningFactSource implements FactSource {
  readonly aggregate = LEARNING;

  factsOf(): Promise<Map<Id, Facts>> {
    return Promise.resolve(new Map());
  }
}
