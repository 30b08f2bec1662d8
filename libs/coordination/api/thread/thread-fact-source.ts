import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Facts } from '@knotenpunkt/platform/graph';
import type { FactSource } from '@knotenpunkt/platform/outbox';

/** A thread makes no tie: it is the coordination's note. Its empty row lets open desks learn that it changed. */
@Injectable()
export class ThreadFactSource implements FactSource {
  readonly aggregate = 'thread';

  factsOf(): Promise<Map<Id, Facts>> {
    return Promise.resolve(new Map());
  }
}
