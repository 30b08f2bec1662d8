import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { addEvent, cancelEvent, reportEventHeld, type Event, type EventWish } from '@knotenpunkt/initiatives/domain';
import { ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { EventRepository } from './event.repository';
import { InitiativeOutgoing } from './initiative-outgoing';
import { InitiativeRepository } from './initiative.repository';
import type { Asked } from './initiative.service';

@Injectable()
export class EventService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly initiatives: InitiativeRepository,
    private readonly outgoing: InitiativeOutgoing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  today(region: Region): LocalDate {
    return this.clock.today(region.timeZone);
  }

  /** What is announced from today on, soonest first. */
  upcoming(region: Region, limit: number): Promise<Event[]> {
    return this.events.upcoming(region.id, this.today(region), limit);
  }

  /** Announces an event of a Vorhaben; the same one again changes nothing. */
  add(viewer: Viewer, region: Region, wish: EventWish & { initiativeId: Id }): Promise<Result<Event>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Event>> => {
      const { initiativeId, ...said } = wish;
      const initiative = await this.initiatives.lock(tx, initiativeId);
      if (initiative?.regionId !== region.id) return refuse('NOT_PERMITTED');
      const decision = addEvent(viewer, initiative, said, this.today(region));
      if (!decision.ok) return decision;
      const present = await this.events.find(tx, wish.id);
      if (present) return present.initiativeId === initiativeId ? ok(present) : refuse('NOT_PERMITTED');
      await this.events.insert(tx, decision.value);
      await this.outgoing.tellEvent(tx, decision.value);
      await this.outgoing.tell(tx, viewer, initiative, 'eventAdded');
      return decision;
    });
  }

  reportHeld(viewer: Viewer, region: Region, asked: Asked & { participantIds: Id[] }): Promise<Result<Event>> {
    return this.write(region, asked, async (tx, event) => {
      const decision = reportEventHeld(viewer, event, asked.participantIds, this.today(region));
      if (!decision.ok) return decision;
      const known = await this.initiatives.actorNames(tx, region.id, decision.value.participantIds);
      return known.size === decision.value.participantIds.length ? decision : refuse('PARTNER_UNKNOWN', { field: 'participantIds' });
    });
  }

  cancel(viewer: Viewer, region: Region, asked: Asked): Promise<Result<Event>> {
    return this.write(region, asked, (_, event) => cancelEvent(viewer, event));
  }

  private write(
    region: Region,
    { id, expectedVersion }: Asked,
    decide: (tx: Tx, event: Event) => Result<Event> | Promise<Result<Event>>,
  ): Promise<Result<Event>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Event>> => {
      const event = await this.events.find(tx, id);
      if (event?.regionId !== region.id) return refuse('NOT_PERMITTED');
      const decision = await decide(tx, event);
      if (!decision.ok) return decision;
      const version = await this.events.update(tx, decision.value, expectedVersion);
      if (!version.ok) return version;
      await this.outgoing.tellEvent(tx, event);
      return ok({ ...decision.value, version: version.value });
    });
  }
}
