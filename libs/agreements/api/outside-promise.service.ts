import { Inject, Injectable } from '@nestjs/common';
import {
  closeOutside,
  confirmOutside,
  enterOutside,
  objectToOutside,
  OUTSIDE_KEPT_DAYS,
  outsideFor,
  remindOfOutside,
  withdrawOutside,
  type OpenPurpose,
  type OutsideCode,
  type OutsidePromise,
  type OutsideWish,
} from '@knotenpunkt/agreements/domain';
import { actorsOf, passes, VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, newId, ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { CommitmentService } from './commitment.service';
import { OutsidePromiseOutgoing } from './outside-promise-outgoing';
import { OutsidePromiseRepository } from './outside-promise.repository';
import { Purposes } from './purposes';

interface Asked {
  id: Id;
  expectedVersion: number;
}

type Changed = Result<OutsidePromise, OutsideCode | 'STALE_VERSION'>;

/** What was promised outside this platform, until the organisation says that it did. */
@Injectable()
export class OutsidePromiseService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly promises: OutsidePromiseRepository,
    private readonly purposes: Purposes,
    private readonly commitments: CommitmentService,
    private readonly outgoing: OutsidePromiseOutgoing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  today(region: Region): LocalDate {
    return this.clock.today(region.timeZone);
  }

  /**
   * What the viewer may read of: all for the coordination; for others what concerns their organisations and, asked about one
   * purpose in which they take part, what waits there.
   */
  async list(viewer: Viewer, region: Region, { purposeId, actorId }: { purposeId: Id | null; actorId: Id | null }) {
    const coordinates = passes(viewer, 'COORDINATOR');
    const own = actorsOf(viewer, 'EDITOR');
    const asked = coordinates || purposeId === null ? null : await this.purposes.find(region.id, purposeId);
    const takesPart = asked?.actorIds.some((id) => own.includes(id)) ?? false;
    const seen = { actorIds: coordinates ? null : own, sharedPurposeIds: takesPart ? [purposeId!] : [] };
    const found = await this.promises.list(region.id, { ...seen, purposeId, actorId });
    return found.map((promise) => outsideFor(viewer, promise));
  }

  /** For what an organisation can have promised something. */
  purposesOf(region: Region, actorId: Id): Promise<OpenPurpose[]> {
    return this.purposes.of(region.id, actorId);
  }

  /** As the page behind a link in a mail shows it. */
  async find(region: Region, id: Id): Promise<{ promise: OutsidePromise; actor: string } | null> {
    const promise = await this.promises.find(id, region.id);
    return promise && { promise, actor: await this.promises.actorName(promise.actorId) };
  }

  /** Entered, and the organisation is asked by mail. Entered a second time under the same id, it stays as it is. */
  async enter(viewer: Viewer, region: Region, { purposeId, ...wish }: OutsideWish & { purposeId: Id }): Promise<Changed> {
    const purpose = await this.purposes.find(region.id, purposeId);
    const entered = enterOutside(viewer, wish, { regionId: region.id, purpose }, this.today(region));
    if (!entered.ok) return entered;
    return this.unitOfWork.run(async (tx): Promise<Changed> => {
      if (!(await this.promises.insert(tx, entered.value))) {
        const there = await this.promises.lock(tx, wish.id, region.id);
        return there ? ok(there) : refuse('NOT_PERMITTED');
      }
      if (!(await this.outgoing.ask(tx, region, entered.value))) return refuse('NOBODY_TO_ASK', { field: 'actorId' });
      await this.outgoing.tell(tx, viewer, entered.value, 'entered');
      return entered;
    });
  }

  /** It becomes a Zusage of today. */
  async confirm(viewer: Viewer, region: Region, asked: Asked): Promise<Changed> {
    const found = await this.promises.find(asked.id, region.id);
    const purpose = found && (await this.purposes.find(region.id, found.purpose.id));
    return this.change(region, asked, async (tx, promise) => {
      const confirmed = confirmOutside(viewer, promise, this.today(region));
      if (!confirmed.ok) return confirmed;
      if (!purpose?.actorIds.includes(promise.actorId)) return refuse('NOT_TAKING_PART');
      await this.outgoing.end(tx, promise);
      const { actorId, text, dueOn, way, saidOn: on } = promise;
      const { type, id: purposeId, title, slug } = purpose;
      const wish = { actorId, toActorId: null, text, dueOn, saidOutside: { on, way } };
      await this.commitments.enter(tx, { viewer, region, id: newId(), purpose: { type, id: purposeId, title, slug }, ...wish });
      return confirmed;
    });
  }

  object(viewer: Viewer, region: Region, asked: Asked & { objection: string }): Promise<Changed> {
    return this.change(region, asked, async (tx, promise) => {
      const objected = objectToOutside(viewer, promise, asked.objection, this.today(region));
      if (!objected.ok) return objected;
      await this.outgoing.end(tx, promise);
      await this.outgoing.tell(tx, viewer, promise, 'objected');
      return objected;
    });
  }

  remind(viewer: Viewer, region: Region, asked: Asked): Promise<Changed> {
    return this.change(region, asked, async (tx, promise) => {
      const reminded = remindOfOutside(viewer, promise, this.today(region));
      if (!reminded.ok) return reminded;
      await this.outgoing.remind(tx, region, promise);
      await this.outgoing.tell(tx, viewer, promise, 'reminded');
      return reminded;
    });
  }

  withdraw(viewer: Viewer, region: Region, asked: Asked): Promise<Changed> {
    return this.change(region, asked, async (tx, promise) => {
      const withdrawn = withdrawOutside(viewer, promise, this.today(region));
      if (!withdrawn.ok) return withdrawn;
      await this.outgoing.end(tx, promise);
      await this.outgoing.tell(tx, viewer, promise, 'withdrawn');
      return withdrawn;
    });
  }

  /** The reminder went out by itself. */
  async noteReminder(tx: Tx, region: Region, id: Id): Promise<void> {
    const promise = await this.promises.lock(tx, id, region.id);
    if (promise?.remindedOn !== null) return;
    await this.promises.update(tx, { ...promise, remindedOn: this.today(region) }, promise.version);
  }

  /** Closes what found no answer, and forgets what is long decided. */
  async closeOverdue(region: Region): Promise<void> {
    const today = this.today(region);
    await this.unitOfWork.run(async (tx) => {
      for (const promise of await this.promises.overdue(tx, region.id, today)) {
        await this.promises.update(tx, closeOutside(promise, today), promise.version);
        await this.outgoing.tell(tx, VISITOR, promise, 'unanswered');
      }
      await this.promises.forget(tx, region.id, addDays(today, -OUTSIDE_KEPT_DAYS));
    });
  }

  /** To whom it does not concern, it is as if there were none. */
  private change(
    region: Region,
    { id, expectedVersion }: Asked,
    decide: (tx: Tx, promise: OutsidePromise) => Promise<Result<OutsidePromise, OutsideCode>>,
  ): Promise<Changed> {
    return this.unitOfWork.run(async (tx): Promise<Changed> => {
      const promise = await this.promises.lock(tx, id, region.id);
      if (!promise) return refuse('NOT_PERMITTED');
      const decided = await decide(tx, promise);
      if (!decided.ok) return decided;
      const version = await this.promises.update(tx, decided.value, expectedVersion);
      return version.ok ? ok({ ...decided.value, version: version.value }) : version;
    });
  }
}
