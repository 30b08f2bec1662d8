import { Inject, Injectable } from '@nestjs/common';
import { maySee, type Alliance } from '@knotenpunkt/alliances/domain';
import { Acts } from '@knotenpunkt/identity/api';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceRepository } from './alliance.repository';

/** The alliance meant; without a version where a version of the text is named instead. */
export interface Asked {
  id: Id;
  expectedVersion?: number;
}

/** Verbs of what everybody may know. */
const PUBLIC_VERBS = [
  ...['formed', 'activated', 'concluded', 'milestoneReached', 'reviewed', 'joined', 'leaving'],
  ...['decisionPublished', 'minutesPublished', 'resultPublished', 'lessonPublished'],
];

/** What every change of an alliance has in common: lock, decide, write, tell. */
@Injectable()
export class AllianceWriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alliances: AllianceRepository,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  today(region: Region): LocalDate {
    return this.clock.today(region.timeZone);
  }

  /** One unit of work about one alliance. Who may not see it is told the same as if it were not there. */
  change<Done>(
    viewer: Viewer,
    region: Region,
    { id, expectedVersion }: Asked,
    work: (tx: Tx, alliance: Alliance, today: LocalDate) => Promise<Result<Done>>,
  ): Promise<Result<Done>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Done>> => {
      const alliance = await this.alliances.lock(tx, id);
      if (alliance?.regionId !== region.id || !maySee(viewer, alliance)) return refuse('NOT_PERMITTED');
      // Decided on as it is, written only if the reader has seen it so: who may not write is told that, not that it is late.
      const version = expectedVersion ?? alliance.version;
      return work(tx, { ...alliance, version }, this.today(region));
    });
  }

  /** Writes an alliance that was locked before, and tells of it. */
  async write(tx: Tx, viewer: Viewer, alliance: Alliance, verb: string, actorId?: Id): Promise<Result<Alliance>> {
    const written = await this.alliances.update(tx, alliance, alliance.version);
    if (!written.ok) return written;
    const changed = { ...alliance, version: written.value };
    await this.tell(tx, viewer, changed, verb, actorId);
    return ok(changed);
  }

  /** `actorId`: who acted, where it is known; else the organisation that drafted it, or the coordination. */
  async tell(tx: Tx, viewer: Viewer, alliance: Alliance, verb: string, actorId?: Id): Promise<void> {
    const { id, regionId, slug, title, draftedById } = alliance;
    await this.outbox.append(tx, { aggregate: 'alliance', id, regionId });
    await this.acts.record(tx, {
      viewer,
      regionId,
      actorId: actorId ?? (draftedById !== null && actsFor(viewer, draftedById) ? draftedById : null),
      verb: `alliance.${verb}`,
      subject: { type: 'alliance', id, title, slug },
      audience: PUBLIC_VERBS.includes(verb) ? 'PUBLIC' : 'COORDINATORS',
    });
  }
}
