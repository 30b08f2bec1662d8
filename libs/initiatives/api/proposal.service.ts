import { Inject, Injectable } from '@nestjs/common';
import { ConsentService, type StoredRound, type Subject } from '@knotenpunkt/agreements/api';
import type { GivenAnswer, OnDecline } from '@knotenpunkt/agreements/domain';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { afterAnswers, asked, checkInitiative, proposalText, type Initiative, type InitiativeText } from '@knotenpunkt/initiatives/domain';
import { ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { InitiativeOutgoing } from './initiative-outgoing';
import { InitiativeRepository } from './initiative.repository';
import { InitiativeService } from './initiative.service';

const subjectOf = (id: Id): Subject => ({ type: 'initiative', id });

/** A joint Vorhaben, proposed to others: it begins when all have agreed to the same version of the text. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: InitiativeService,
    private readonly initiatives: InitiativeRepository,
    private readonly consent: ConsentService,
    private readonly outgoing: InitiativeOutgoing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async propose(
    viewer: Viewer,
    region: Region,
    wish: InitiativeText & { id: Id; leadId: Id; partnerIds: Id[]; deadlineOn: LocalDate; onDecline: OnDecline },
  ): Promise<Result<Initiative>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Initiative>> => {
      const made = await this.service.make(tx, viewer, region, { ...wish, state: 'PROPOSED' });
      if (!made.ok || made.value.known) return made.ok ? ok(made.value.initiative) : made;
      const others = [...new Set(wish.partnerIds)].filter((id) => id !== wish.leadId);
      const names = await this.initiatives.actorNames(tx, region.id, [...others, wish.leadId]);
      if (!others.every((id) => names.has(id))) return refuse('PARTNER_UNKNOWN', { field: 'partnerIds' });
      const initiative = { ...made.value.initiative, partners: asked(others) };
      await this.initiatives.insert(tx, initiative);
      const round = await this.consent.open(tx, {
        viewer,
        region,
        subject: subjectOf(initiative.id),
        text: proposalText(initiative),
        parties: [wish.leadId, ...others],
        proposer: wish.leadId,
        deadlineOn: wish.deadlineOn,
        onDecline: wish.onDecline,
      });
      if (!round.ok) return round;
      await this.outgoing.tell(tx, viewer, initiative, 'proposed');
      await this.put(tx, region, initiative, round.value);
      return ok(initiative);
    });
  }

  /** A new version of the words; everybody is asked again and sees the difference. */
  async revise(
    viewer: Viewer,
    region: Region,
    wish: InitiativeText & { id: Id; expectedVersion: number; deadlineOn: LocalDate },
  ): Promise<Result<Initiative>> {
    const known = await loadCompetences();
    return this.unitOfWork.run(async (tx): Promise<Result<Initiative>> => {
      const initiative = await this.initiatives.lock(tx, wish.id);
      if (initiative?.regionId !== region.id || !actsFor(viewer, initiative.leadId)) return refuse('NOT_PERMITTED');
      if (initiative.state !== 'PROPOSED') return refuse('STATE_DIFFERS');
      const text = checkInitiative(wish, known);
      if (!text.ok) return text;
      const revised = { ...initiative, ...text.value };
      const version = await this.initiatives.update(tx, revised, wish.expectedVersion);
      if (!version.ok) return version;
      const round = await this.consent.reopen(tx, {
        viewer,
        region,
        subject: subjectOf(initiative.id),
        text: proposalText(revised),
        proposer: initiative.leadId,
        deadlineOn: wish.deadlineOn,
      });
      if (!round.ok) return round;
      const changed = { ...revised, version: version.value };
      await this.outgoing.tell(tx, viewer, changed, 'revised');
      await this.put(tx, region, changed, round.value);
      return ok(changed);
    });
  }

  answer(viewer: Viewer, region: Region, given: { id: Id; actorId: Id } & GivenAnswer): Promise<Result<Initiative>> {
    const { id, ...said } = given;
    return this.settle(viewer, region, given, (tx) => this.consent.answer(tx, { viewer, region, subject: subjectOf(id), ...said }));
  }

  confirmReservation(viewer: Viewer, region: Region, given: { id: Id; actorId: Id }): Promise<Result<Initiative>> {
    const { id, actorId } = given;
    return this.settle(viewer, region, given, (tx) =>
      this.consent.confirmReservation(tx, { viewer, region, subject: subjectOf(id), actorId }),
    );
  }

  /** Takes one organisation's answer and what follows from it: it may be the one that was missing. */
  private settle(
    viewer: Viewer,
    region: Region,
    { id, actorId }: { id: Id; actorId: Id },
    say: (tx: Tx) => Promise<Result<StoredRound>>,
  ): Promise<Result<Initiative>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Initiative>> => {
      const initiative = await this.initiatives.lock(tx, id);
      if (initiative?.regionId !== region.id || !actsFor(viewer, actorId)) return refuse('NOT_PERMITTED');
      if (initiative.state !== 'PROPOSED') return refuse('STATE_DIFFERS');
      const round = await say(tx);
      if (!round.ok) return round;
      const next = afterAnswers(initiative, round.value, this.clock.today(region.timeZone));
      const version = await this.initiatives.update(tx, next, initiative.version);
      if (!version.ok) return version;
      const changed = { ...next, version: version.value };
      const verb = next.state === 'ACTIVE' ? 'agreed' : 'answered';
      await this.outgoing.tell(tx, viewer, changed, verb, { actorId, otherActorId: initiative.leadId });
      return ok(changed);
    });
  }

  /** Mails a version to those it is put to. */
  private async put(tx: Tx, region: Region, initiative: Initiative, { version, deadlineOn }: StoredRound): Promise<void> {
    const ids = initiative.partners.map(({ actorId }) => actorId);
    const names = await this.initiatives.actorNames(tx, region.id, [...ids, initiative.leadId]);
    await this.outgoing.propose(tx, region, { initiative, version, names, untilOn: deadlineOn });
  }
}
