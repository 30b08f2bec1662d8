import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import type { FactSource } from '@knotenpunkt/platform/outbox';
import { EventRepository } from './event.repository';
import { eventFacts, initiativeFacts } from './initiative.facts';
import { InitiativeRepository } from './initiative.repository';

/** Reads what the graph should know of a Vorhaben. */
@Injectable()
export class InitiativeFactSource implements FactSource {
  readonly aggregate = 'initiative';

  constructor(private readonly initiatives: InitiativeRepository) {}

  async factsOf(tx: Tx, id: Id): Promise<Facts | null> {
    const initiative = await this.initiatives.find(tx, id);
    return initiative && initiativeFacts(initiative);
  }
}

/** Reads what the graph should know of an event. */
@Injectable()
export class EventFactSource implements FactSource {
  readonly aggregate = 'event';

  constructor(private readonly events: EventRepository) {}

  async factsOf(tx: Tx, id: Id): Promise<Facts | null> {
    const event = await this.events.find(tx, id);
    return event && eventFacts(event);
  }
}
