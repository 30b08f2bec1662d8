import { Inject, Injectable } from '@nestjs/common';
import { ActorMerging } from '@knotenpunkt/actors/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import {
  agreeToSuccession,
  confirmSuccession,
  declineSuccession,
  proposeSuccession,
  type Succession,
  type ToldSuccession,
} from '@knotenpunkt/imports/domain';
import { isId, ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { SuccessionMoving } from './succession-moving';
import { SuccessionOutgoing, type SuccessionNews } from './succession.outgoing';
import { SuccessionRepository } from './succession.repository';

/** As somebody has seen it. */
export interface Seen {
  id: Id;
  expectedVersion: number;
}

/** Organisations that become part of others: proposed by one, agreed to by the other, confirmed by the coordination, and taken back. */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly actors: ActorMerging,
    private readonly successions: SuccessionRepository,
    private readonly moving: SuccessionMoving,
    private readonly outgoing: SuccessionOutgoing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  propose(
    viewer: Viewer,
    region: Region,
    wish: { id: Id; predecessorId: Id; successorId: Id; sinceOn: LocalDate; note: string },
  ): Promise<Result<ToldSuccession>> {
    return this.unitOfWork.run(async (tx): Promise<Result<ToldSuccession>> => {
      const known = await this.successions.lock(tx, region.id, wish.id);
      // Sent again by a browser that heard no answer.
      if (known) return known.predecessorId === wish.predecessorId ? ok(known) : refuse('ID_INVALID');
      const both = isId(wish.predecessorId) && isId(wish.successorId) ? [wish.predecessorId, wish.successorId] : [];
      const found = await this.actors.among(tx, both);
      const [predecessor, successor] = [found.get(wish.predecessorId) ?? null, found.get(wish.successorId) ?? null];
      const decided = proposeSuccession(viewer, wish, { predecessor, successor, today: this.today(region), regionId: region.id });
      if (!decided.ok) return decided;
      if (!(await this.successions.insert(tx, decided.value))) return refuse('SUCCESSION_OPEN');
      await this.outgoing.ofProposal(tx, 'proposed', { viewer, region, succession: decided.value });
      return ok({ ...decided.value, moved: [], leftOver: null });
    });
  }

  agree(viewer: Viewer, region: Region, seen: Seen): Promise<Result<ToldSuccession>> {
    return this.change(viewer, region, seen, 'agreed', (succession, today) => agreeToSuccession(viewer, succession, today));
  }

  decline(viewer: Viewer, region: Region, { reason, ...seen }: Seen & { reason: string }): Promise<Result<ToldSuccession>> {
    return this.change(viewer, region, seen, 'declined', (succession, today) => declineSuccession(viewer, succession, { reason, today }));
  }

  /** Carries it out: from its day on the successor has what runs; the predecessor keeps its page and what it did. */
  confirm(viewer: Viewer, region: Region, { ground, ...seen }: Seen & { ground: string }): Promise<Result<ToldSuccession>> {
    return this.unitOfWork.run(async (tx): Promise<Result<ToldSuccession>> => {
      const found = await this.successions.lock(tx, region.id, seen.id);
      if (!found) return refuse('NOT_PERMITTED');
      const decided = confirmSuccession(viewer, found, { ground, today: this.today(region) });
      if (!decided.ok) return decided;
      const both = await this.actors.lockOpen(tx, region, [found.predecessorId, found.successorId]);
      if (!both) return refuse('ENTRY_GONE');
      const version = await this.write(tx, decided.value, seen.expectedVersion);
      if (!version.ok) return version;
      // Before the mandates end: they say whom to tell.
      await this.outgoing.done(tx, { viewer, region, succession: decided.value, slug: both[1].slug });
      const close = () => this.actors.close(tx, viewer, both[0], found.sinceOn);
      const moved = await this.moving.carry(tx, viewer, region, { ...decided.value, at: this.clock.now(), close });
      return ok({ ...decided.value, moved, leftOver: null, version: version.value });
    });
  }

  /** Takes it back; what was changed since is named and stays. */
  undo(viewer: Viewer, region: Region, seen: Seen): Promise<Result<ToldSuccession>> {
    return this.unitOfWork.run(async (tx): Promise<Result<ToldSuccession>> => {
      const found = await this.successions.lock(tx, region.id, seen.id);
      if (!found) return refuse('NOT_PERMITTED');
      if (found.state !== 'DONE') return refuse('UNDONE_ALREADY');
      const reopened = await this.actors.reopen(tx, viewer, region, found);
      if (!reopened.ok) return reopened;
      const undone: Succession = { ...found, state: 'UNDONE' };
      const version = await this.write(tx, undone, seen.expectedVersion);
      if (!version.ok) return version;
      const leftOver = await this.moving.restore(tx, undone, this.clock.now());
      await this.outgoing.undone(tx, { viewer, region, succession: undone, slug: reopened.value.predecessor.slug });
      return ok({ ...found, state: 'UNDONE', leftOver, version: version.value });
    });
  }

  private change(
    viewer: Viewer,
    region: Region,
    { id, expectedVersion }: Seen,
    news: SuccessionNews,
    decide: (succession: Succession, today: LocalDate) => Result<Succession>,
  ): Promise<Result<ToldSuccession>> {
    return this.unitOfWork.run(async (tx): Promise<Result<ToldSuccession>> => {
      const found = await this.successions.lock(tx, region.id, id);
      if (!found) return refuse('NOT_PERMITTED');
      const decided = decide(found, this.today(region));
      if (!decided.ok) return decided;
      const version = await this.write(tx, decided.value, expectedVersion);
      if (!version.ok) return version;
      await this.outgoing.ofProposal(tx, news, { viewer, region, succession: decided.value });
      return ok({ ...found, ...decided.value, version: version.value });
    });
  }

  private write(tx: Tx, succession: Succession, expectedVersion: number): Promise<Result<number>> {
    const { id, state, ground, decidedOn, predecessorAgreedOn, successorAgreedOn } = succession;
    const agreed = { predecessor_agreed_on: predecessorAgreedOn, successor_agreed_on: successorAgreedOn };
    return updateVersioned(tx, { table: 'succession', id, expectedVersion, set: { state, ground, decided_on: decidedOn, ...agreed } });
  }

  private today(region: Region): LocalDate {
    return this.clock.today(region.timeZone);
  }
}
