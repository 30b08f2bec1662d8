import { Inject, Injectable } from '@nestjs/common';
import {
  checkPromise,
  keep,
  noteNextStep,
  reschedule,
  withdraw,
  type Commitment,
  type CommitmentCode,
  type PromiseWish,
  type Purpose,
} from '@knotenpunkt/agreements/domain';
import { Acts } from '@knotenpunkt/identity/api';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type LocalDate, type Page, type PageRequest, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { PLAIN_TERMS, type ContributionTerms } from '@knotenpunkt/themes/domain';
import { CommitmentRepository, type CommitmentCount, type CommitmentFilter } from './commitment.repository';

interface Asked {
  id: Id;
  expectedVersion: number;
}

type Changed = Result<Commitment, CommitmentCode | 'STALE_VERSION'>;

@Injectable()
export class CommitmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly commitments: CommitmentRepository,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  today(region: Region): LocalDate {
    return this.clock.today(region.timeZone);
  }

  page(region: Region, filter: CommitmentFilter, request: PageRequest): Promise<Page<Commitment>> {
    return this.commitments.page(region.id, this.today(region), filter, request);
  }

  counts(region: Region, filter: CommitmentFilter): Promise<CommitmentCount[]> {
    return this.commitments.counts(region.id, this.today(region), filter);
  }

  /** The ids of all that was promised for one purpose, in the transaction of another room. */
  idsFor(tx: Tx, purposeId: Id): Promise<Id[]> {
    return this.commitments.idsFor(tx, purposeId);
  }

  /** A promise within another room's unit of work; that room has checked that the organisation takes part. */
  async promise(
    tx: Tx,
    given: { viewer: Viewer; region: Region; id: Id; purpose: Purpose } & PromiseWish,
  ): Promise<Result<Commitment, CommitmentCode>> {
    const { viewer, region, id, purpose, ...wish } = given;
    if (!actsFor(viewer, wish.actorId)) return refuse('NOT_PERMITTED');
    const today = this.today(region);
    const checked = checkPromise(wish, today);
    if (!checked.ok) return checked;
    const commitment = madeOn(today, { id, regionId: region.id, purpose, ...checked.value });
    await this.commitments.insert(tx, commitment);
    await this.tell(tx, viewer, commitment, 'promised');
    return ok(commitment);
  }

  /**
   * What was checked and agreed to before: what an alliance's or a Vorhaben's text promises for its members, and what was
   * promised elsewhere and is confirmed.
   */
  async enter(
    tx: Tx,
    given: { viewer: Viewer; region: Region; id: Id; purpose: Purpose; saidOutside?: Commitment['saidOutside'] } & PromiseWish &
      Partial<ContributionTerms>,
  ): Promise<Commitment> {
    const { viewer, region, ...rest } = given;
    const commitment = madeOn(this.today(region), { regionId: region.id, ...rest });
    await this.commitments.insert(tx, commitment);
    await this.tell(tx, viewer, commitment, 'promised');
    return commitment;
  }

  keep(viewer: Viewer, region: Region, asked: Asked & { evidence: string; evidenceUrl: string }): Promise<Changed> {
    return this.change(viewer, region, asked, 'kept', (commitment, today) => keep(viewer, commitment, asked, today));
  }

  noteNextStep(viewer: Viewer, region: Region, asked: Asked & { nextStep: string }): Promise<Changed> {
    return this.change(viewer, region, asked, 'nextStepNoted', (commitment) => noteNextStep(viewer, commitment, asked.nextStep));
  }

  withdraw(viewer: Viewer, region: Region, asked: Asked & { note: string }): Promise<Changed> {
    return this.change(viewer, region, asked, 'withdrawn', (commitment, today) => withdraw(viewer, commitment, asked.note, today));
  }

  reschedule(viewer: Viewer, region: Region, asked: Asked & { dueOn: LocalDate; note: string }): Promise<Changed> {
    return this.change(viewer, region, asked, 'rescheduled', (commitment, today) => reschedule(viewer, commitment, asked, today));
  }

  /** Open Zusagen of one organisation for one purpose, the most urgent first. */
  async openOf(region: Region, asked: { actorId: Id; purposeId: Id }): Promise<Commitment[]> {
    const filter = { ...asked, standings: ['OVERDUE' as const, 'OPEN' as const] };
    return (await this.commitments.page(region.id, this.today(region), filter, { first: 100 })).rows;
  }

  /** Withdraws within another room's unit of work, whatever version it has: that room has locked what it is for. */
  withdrawWithin(tx: Tx, given: { viewer: Viewer; region: Region; commitment: Commitment; note: string }): Promise<Changed> {
    const { viewer, region, commitment, note } = given;
    const asked = { id: commitment.id, expectedVersion: commitment.version };
    return this.changeWithin(tx, viewer, region, asked, 'withdrawn', (found, today) => withdraw(viewer, found, note, today));
  }

  private change(
    viewer: Viewer,
    region: Region,
    asked: Asked,
    verb: string,
    decide: (commitment: Commitment, today: LocalDate) => Result<Commitment, CommitmentCode>,
  ): Promise<Changed> {
    return this.unitOfWork.run((tx): Promise<Changed> => this.changeWithin(tx, viewer, region, asked, verb, decide));
  }

  private async changeWithin(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    { id, expectedVersion }: Asked,
    verb: string,
    decide: (commitment: Commitment, today: LocalDate) => Result<Commitment, CommitmentCode>,
  ): Promise<Changed> {
    const commitment = await this.commitments.find(tx, id, region.id);
    if (!commitment) return refuse('NOT_PERMITTED');
    const decided = decide(commitment, this.today(region));
    if (!decided.ok) return decided;
    const { state, nextStep, dueOn, originalDueOn, decidedOn, evidence, evidenceUrl, note } = decided.value;
    const version = await updateVersioned(tx, {
      table: 'commitment',
      id,
      expectedVersion,
      set: {
        state,
        next_step: nextStep,
        due_on: dueOn,
        original_due_on: originalDueOn,
        decided_on: decidedOn,
        evidence,
        evidence_url: evidenceUrl,
        note,
      },
    });
    if (!version.ok) return version;
    await this.tell(tx, viewer, commitment, verb);
    return ok({ ...decided.value, version: version.value });
  }

  /** Nothing of a Zusage stands in the graph; what it is for is told again, so that open pages read anew. */
  private async tell(tx: Tx, viewer: Viewer, commitment: Commitment, verb: string): Promise<void> {
    const { purpose, regionId } = commitment;
    await this.outbox.append(tx, { aggregate: purpose.type.toLowerCase(), id: purpose.id, regionId });
    await this.acts.record(tx, {
      viewer,
      regionId,
      actorId: commitment.actorId,
      otherActorId: commitment.toActorId,
      verb: `commitment.${verb}`,
      subject: { type: 'commitment', id: commitment.id, title: commitment.text },
      audience: 'PUBLIC',
    });
  }
}

function madeOn(
  today: LocalDate,
  wish: Pick<Commitment, 'id' | 'regionId' | 'purpose'> & Partial<Pick<Commitment, 'saidOutside'> & ContributionTerms> & PromiseWish,
): Commitment {
  return {
    ...PLAIN_TERMS,
    ...wish,
    nextStep: wish.nextStep ?? '',
    originalDueOn: null,
    state: 'OPEN',
    promisedOn: today,
    decidedOn: null,
    evidence: '',
    evidenceUrl: '',
    note: '',
    saidOutside: wish.saidOutside ?? null,
    version: 1,
  };
}
