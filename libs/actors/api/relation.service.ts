import { Inject, Injectable } from '@nestjs/common';
import { declareTie, type DeclaredTie, type TieDecision, type TieWish } from '@knotenpunkt/actors/domain';
import { Acts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
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
      const today = this.clock.today(region.timeZone);
      const decision = await this.decide(tx, viewer, wish, today);
      if (!decision.ok) return decision;
      const { kind, tie } = decision.value;
      if (kind === 'repeated') return ok(tie);
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

  /** Decides and writes. Where the other one or a table was faster, what that wrote is decided on. */
  private async decide(
    tx: Tx,
    viewer: Viewer,
    wish: TieWish,
    today: LocalDate,
  ): Promise<Result<TieDecision | { kind: 'repeated'; tie: DeclaredTie }>> {
    for (let tried = 0; tried < 2; tried++) {
      const between = await this.relations.between(tx, wish.fromId, wish.toId);
      const repeated = between.find(({ answeredAs }) => answeredAs.includes(wish.id));
      const decision = declareTie(viewer, wish, repeated ? [] : between, today);
      if (!decision.ok) return decision;
      if (repeated) return ok({ kind: 'repeated', tie: repeated });
      if (await this.write(tx, decision.value, wish.id)) return decision;
    }
    return refuse('TIE_EXISTS', { field: 'toId' });
  }

  private async write(tx: Tx, { kind, tie }: TieDecision, answeredAs: Id): Promise<boolean> {
    if (kind === 'declared') return this.relations.declare(tx, tie);
    if (kind === 'confirmed') await this.relations.confirm(tx, tie.id, answeredAs);
    else await this.relations.adopt(tx, tie, answeredAs);
    return true;
  }
}
