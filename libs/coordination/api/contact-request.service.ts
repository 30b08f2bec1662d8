import { Inject, Injectable } from '@nestjs/common';
import { askForContact, decideContact, type ContactWish } from '@knotenpunkt/coordination/domain';
import { actorsOf, actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { isId, ok, refuse, type Clock, type DayPeriod, type Id, type Result } from '@knotenpunkt/kernel';
import { OutcomeTeller } from '@knotenpunkt/matching/api';
import { CLOCK, UnitOfWork, updateVersioned } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ContactOutgoing } from './contact-outgoing';
import { ContactRequestRepository, type ContactRequestRow } from './contact-request.repository';

const A_DAY_MS = 86_400_000;

@Injectable()
export class ContactRequestService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ContactRequestRepository,
    private readonly outgoing: ContactOutgoing,
    private readonly outcomes: OutcomeTeller,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps the request and mails it to those who act for the organisation, else to the coordination. `fromActorId`: the organisation of the
   * viewer it is asked for; null: unknown.
   */
  ask(viewer: Viewer, region: Region, id: Id, wish: ContactWish, fromActorId: Id | null): Promise<Result<ContactRequestRow>> {
    if (fromActorId !== null && !actsFor(viewer, fromActorId, 'EDITOR')) return Promise.resolve(refuse('NOT_PERMITTED'));
    return this.unitOfWork.run(async (tx): Promise<Result<ContactRequestRow>> => {
      const known = await this.requests.find(tx, id, region.id);
      if (known) return ok(known);
      const now = this.clock.now();
      const askedToday = await this.requests.countSince(tx, wish.email.trim().toLowerCase(), new Date(now.getTime() - A_DAY_MS));
      const decided = askForContact(wish, askedToday);
      if (!decided.ok) return decided;
      const actor = await this.requests.actorName(tx, wish.toActorId, region.id);
      if (actor === null) return refuse('ACTOR_UNKNOWN');
      const row: ContactRequestRow = { id, regionId: region.id, ...decided.value, state: 'ASKED', version: 1, createdAt: now };
      await this.requests.insert(tx, row);
      await this.outgoing.ask(tx, region, row, actor);
      if (fromActorId !== null) await this.outcomes.accepted(tx, fromActorId, wish.toActorId, this.clock.today(region.timeZone));
      return ok(row);
    });
  }

  /** The request and the name of the organisation it is put to; null where it is gone. */
  find(region: Region, id: Id): Promise<{ request: ContactRequestRow; actor: string } | null> {
    return this.unitOfWork.run(async (tx) => {
      const request = await this.requests.find(tx, id, region.id);
      const actor = request && (await this.requests.actorName(tx, request.toActorId, region.id));
      return request && actor !== null ? { request, actor: actor ?? '' } : null;
    });
  }

  /** Requests the viewer may know of: all for coordinators, else those to organisations the viewer decides for. */
  waitingFor(
    viewer: Viewer,
    region: Region,
    asked: { limit: number; during: DayPeriod | null; actorId: Id | null },
  ): Promise<ContactRequestRow[]> {
    const { actorId } = asked;
    const seen = passes(viewer, 'COORDINATOR') ? null : actorsOf(viewer);
    if (actorId === null) return this.requests.newest(region, seen, asked);
    return this.requests.newest(region, isId(actorId) && (seen?.includes(actorId) ?? true) ? [actorId] : [], asked);
  }

  /** Notes what became of a request. */
  decide(
    viewer: Viewer,
    region: Region,
    change: { id: Id; expectedVersion: number; decision: 'ANSWERED' | 'DECLINED' },
  ): Promise<Result<ContactRequestRow>> {
    return this.unitOfWork.run(async (tx): Promise<Result<ContactRequestRow>> => {
      const request = await this.requests.find(tx, change.id, region.id);
      if (!request || !(passes(viewer, 'COORDINATOR') || actsFor(viewer, request.toActorId))) return refuse('NOT_PERMITTED');
      const state = decideContact(request.state, change.decision);
      if (!state.ok) return state;
      const version = await updateVersioned(tx, {
        table: 'contact_request',
        id: change.id,
        expectedVersion: change.expectedVersion,
        set: { state: state.value },
      });
      if (!version.ok) return version;
      await this.outgoing.end(tx, request);
      return ok({ ...request, state: state.value, version: version.value });
    });
  }
}
