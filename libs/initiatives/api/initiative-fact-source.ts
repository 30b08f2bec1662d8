import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { factsOneByOne, type FactSource } from '@knotenpunkt/platform/outbox';
import { EventRepository } from './event.repository';
import { eventFacts, initiativeFacts } from './initiative.facts';
import { InitiativeRepository } from './initiative.repository';

/** Reads what the graph should know of a Vorhaben. */
@Injectable()
export class InitiativeFactSource implements FactSource {
  readonly aggregate = 'initiative';

  constructor(private readonly initiatives: InitiativeRepository) {}

  async factsOf(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Facts>> {
    const initiatives = await this.initiatives.findAll(tx, ids);
    return new Map(
      initiatives.flatMap((initiative) => {
        const facts = initiativeFacts(initiative);
        return facts ? [[initiative.id, facts] as const] : [];
      }),
    );
  }
}

/** Reads what the graph should know of an event. */
@Injectable()
export class EventFactSource implements FactSource {
  readonly aggregate = 'event';

  constructor(private readonly events: EventRepository) {}

  factsOf(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Facts>> {
    return factsOneByOne(ids, async (id) => {
      const event = await this.events.find(tx, id);
      return event && eventFacts(event);
    });
  }
}
