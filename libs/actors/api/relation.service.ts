import { Inject, Injectable } from '@nestjs/common';
import { declareTie, type DeclaredTie, type TieWish } from '@knotenpunkt/actors/domain';
import { Acts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorRepository } from './actor.repository';
import { RelationRepository } from './relation.repository';

/** Ties that actors declare to each other. */
@Injectable()
export class RelationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly actors: ActorRepository,
    private readonly relations: RelationRepository,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Declares a tie, confirms the one the other side has declared, or says what so far only a table told. The fact belongs to whoever said it first. */
  async declareTie(viewer: Viewer, region: Region, wish: TieWish): Promise<Result<DeclaredTie>> {
    return this.unitOfWork.run(async (tx) => {
      const from = await this.actors.find(tx, wish.fromId);
      const to = await this.actors.find(tx, wish.toId);
      if (!from || from.archived || from.regionId !== region.id) return refuse('NOT_PERMITTED');
      if (!to || to.archived) return refuse('ACTOR_UNKNOWN', { field: 'toId' });
      const between = await this.relations.between(tx, from.id, to.id);
      const repeated = between.find((tie) => tie.id === wish.id && tie.fromId === wish.fromId);
      const decision = declareTie(viewer, wish, repeated ? [] : between, this.clock.today(region.timeZone));
      if (!decision.ok) return decision;
      if (repeated) return ok(repeated);
      const { kind, tie } = decision.value;
      if (kind === 'confirmed') await this.relations.confirm(tx, tie.id);
      else if (kind === 'adopted') await this.relations.adopt(tx, tie);
      else await this.relations.insert(tx, { ties: [tie] });
      // One from a table may have stood first at the other side: both are told.
      const owners = { confirmed: [to], declared: [from], adopted: [from, to] }[kind];
      for (const { id, regionId } of owners) await this.outbox.append(tx, { aggregate: 'actor', id, regionId });
      await this.acts.record(tx, {
        viewer,
        regionId: region.id,
        actorId: from.id,
        otherActorId: to.id,
        verb: kind === 'confirmed' ? 'actor.tieConfirmed' : 'actor.tieDeclared',
        subject: { type: 'actor', id: to.id, title: to.name, slug: to.slug },
        audience: 'PUBLIC',
      });
      return ok(tie);
    });
  }
}
