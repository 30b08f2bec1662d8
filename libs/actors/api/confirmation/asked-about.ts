import { Inject, Injectable } from '@nestjs/common';
import {
  holdsOn,
  requestState,
  type Actor,
  type ConfirmationRequest,
  type ConfirmationState,
  type Entry,
} from '@knotenpunkt/actors/domain';
import type { Clock, Id, LocalDate } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorRepository } from '../actor.repository';
import { EntryRepository } from '../entry.repository';
import { ConfirmationRepository } from './confirmation.repository';

/** What an organisation is asked about: its Steckbrief, and the offers and needs that hold today. */
export interface AskedAbout {
  actor: Actor;
  entries: Entry[];
}

/** The same with where the request stands today. */
export interface AskedToday extends AskedAbout {
  state: ConfirmationState;
  today: LocalDate;
}

/** Reads what organisations are asked about. */
@Injectable()
export class AskedAboutReader {
  constructor(
    private readonly actors: ActorRepository,
    private readonly entries: EntryRepository,
    private readonly confirmations: ConfirmationRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null where the region has no such organisation; archived ones are there. */
  async of(tx: Tx, region: Region, actorId: Id): Promise<AskedAbout | null> {
    const actor = await this.actors.find(tx, actorId);
    if (actor?.regionId !== region.id) return null;
    const today = this.clock.today(region.timeZone);
    const entries = (await this.entries.openOf(tx, actorId)).filter((entry) => holdsOn(entry, today));
    return { actor, entries };
  }

  /** Whoever decides on the same organisation meanwhile waits. */
  async today(tx: Tx, region: Region, { id, actorId }: ConfirmationRequest): Promise<AskedToday | null> {
    const today = this.clock.today(region.timeZone);
    const standing = await this.confirmations.lockStanding(tx, actorId, today);
    const [request, about] = [await this.confirmations.request(tx, id), await this.of(tx, region, actorId)];
    return standing && request && about ? { ...about, state: requestState(request, standing, today), today } : null;
  }
}
