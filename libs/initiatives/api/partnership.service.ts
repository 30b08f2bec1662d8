import { Inject, Injectable } from '@nestjs/common';
import { CommitmentService } from '@knotenpunkt/agreements/api';
import type { Commitment, PromiseWish } from '@knotenpunkt/agreements/domain';
import { actsFor, VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import {
  acceptInvitation,
  closeUnanswered,
  declineInvitation,
  INVITATION_DAYS,
  invitePartner,
  leaveInitiative,
  removePartner,
  type Initiative,
  type PartnerRole,
} from '@knotenpunkt/initiatives/domain';
import { addDays, ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { InitiativeOutgoing } from './initiative-outgoing';
import { InitiativeRepository } from './initiative.repository';

export interface PartnerAsked {
  id: Id;
  actorId: Id;
}

/**
 * Who takes part. Answers of different organisations do not contradict each other: they wait for the row instead of
 * demanding a version.
 */
@Injectable()
export class PartnershipService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly initiatives: InitiativeRepository,
    private readonly outgoing: InitiativeOutgoing,
    private readonly commitments: CommitmentService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  invite(viewer: Viewer, region: Region, asked: PartnerAsked & { role: PartnerRole }): Promise<Result<Initiative>> {
    return this.write(viewer, region, asked, 'invited', async (tx, initiative, today) => {
      const names = await this.initiatives.actorNames(tx, region.id, [asked.actorId, initiative.leadId]);
      const decision = invitePartner(viewer, initiative, asked, today);
      if (!decision.ok) return decision;
      if (!names.has(asked.actorId)) return refuse('PARTNER_UNKNOWN', { field: 'actorId' });
      const { actorId, role } = asked;
      await this.outgoing.invite(tx, region, { initiative, actorId, role, names, untilOn: addDays(today, INVITATION_DAYS) });
      return decision;
    });
  }

  accept(viewer: Viewer, region: Region, asked: PartnerAsked): Promise<Result<Initiative>> {
    return this.write(viewer, region, asked, 'joined', (_, initiative, today) =>
      acceptInvitation(viewer, initiative, asked.actorId, today),
    );
  }

  decline(viewer: Viewer, region: Region, asked: PartnerAsked): Promise<Result<Initiative>> {
    return this.write(viewer, region, asked, 'invitationDeclined', (_, initiative) => declineInvitation(viewer, initiative, asked.actorId));
  }

  leave(viewer: Viewer, region: Region, asked: PartnerAsked): Promise<Result<Initiative>> {
    return this.write(viewer, region, asked, 'left', (_, initiative, today) => leaveInitiative(viewer, initiative, asked.actorId, today));
  }

  remove(viewer: Viewer, region: Region, asked: PartnerAsked): Promise<Result<Initiative>> {
    return this.write(viewer, region, asked, 'partnerRemoved', async (tx, initiative, today) => {
      await this.outgoing.endInvitation(tx, asked.id, asked.actorId);
      return removePartner(viewer, initiative, asked.actorId, today);
    });
  }

  /** Closes invitations of a region nobody answered in time, as "keine Antwort". */
  async closeUnanswered(region: Region): Promise<void> {
    const today = this.clock.today(region.timeZone);
    for (const id of await this.initiatives.withUnanswered(region.id, today)) {
      await this.unitOfWork.run(async (tx) => {
        const initiative = await this.initiatives.lock(tx, id);
        if (!initiative) return;
        await this.initiatives.update(tx, closeUnanswered(initiative, today), initiative.version);
        await this.outgoing.tell(tx, VISITOR, initiative, 'invitationUnanswered');
      });
    }
  }

  /** A Zusage for a Vorhaben, of an organisation that leads it or takes part. */
  promise(viewer: Viewer, region: Region, wish: { id: Id; initiativeId: Id } & PromiseWish): Promise<Result<Commitment>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Commitment>> => {
      const initiative = await this.initiatives.lock(tx, wish.initiativeId);
      if (initiative?.regionId !== region.id || !actsFor(viewer, wish.actorId)) return refuse('NOT_PERMITTED');
      if (initiative.state !== 'ACTIVE') return refuse('STATE_DIFFERS');
      const takesPart = (actorId: Id) =>
        initiative.leadId === actorId || initiative.partners.some((partner) => partner.actorId === actorId && partner.state === 'ACCEPTED');
      if (!takesPart(wish.actorId)) return refuse('NOT_A_PARTNER');
      if (wish.toActorId !== null && !takesPart(wish.toActorId)) return refuse('NOT_A_PARTNER', { field: 'toActorId' });
      const { initiativeId, ...promised } = wish;
      const purpose = { type: 'INITIATIVE', id: initiativeId, title: initiative.title, slug: initiative.slug } as const;
      return this.commitments.promise(tx, { viewer, region, purpose, ...promised });
    });
  }

  private write(
    viewer: Viewer,
    region: Region,
    { id, actorId }: PartnerAsked,
    verb: string,
    decide: (tx: Tx, initiative: Initiative, today: LocalDate) => Result<Initiative> | Promise<Result<Initiative>>,
  ): Promise<Result<Initiative>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Initiative>> => {
      const initiative = await this.initiatives.lock(tx, id);
      if (initiative?.regionId !== region.id) return refuse('NOT_PERMITTED');
      const decision = await decide(tx, initiative, this.clock.today(region.timeZone));
      if (!decision.ok) return decision;
      const version = await this.initiatives.update(tx, decision.value, initiative.version);
      if (!version.ok) return version;
      const changed = { ...decision.value, version: version.value };
      const byLead = verb === 'invited' || verb === 'partnerRemoved';
      await this.outgoing.tell(
        tx,
        viewer,
        changed,
        verb,
        byLead ? { otherActorId: actorId } : { actorId, otherActorId: initiative.leadId },
      );
      return ok(changed);
    });
  }
}
