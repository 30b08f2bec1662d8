import { Inject, Injectable } from '@nestjs/common';
import { maySee, sideOf, type Introduction } from '@knotenpunkt/coordination/domain';
import { Acts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { OutcomeTeller } from '@knotenpunkt/matching/api';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { IntroductionRepository } from './introduction.repository';

/** The introduction meant; without a version where a version of the text is named instead. */
export interface AskedIntroduction {
  id: Id;
  expectedVersion?: number;
}

/** What every change of an introduction has in common: lock, decide, write, tell. */
@Injectable()
export class IntroductionWriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly introductions: IntroductionRepository,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    private readonly outcomes: OutcomeTeller,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  today(region: Region): LocalDate {
    return this.clock.today(region.timeZone);
  }

  /** A new one, in a unit of work in which nobody else asks in this region. */
  begin(
    region: Region,
    id: Id,
    work: (tx: Tx, present: Introduction | null, today: LocalDate) => Promise<Result<Introduction>>,
  ): Promise<Result<Introduction>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Introduction>> => {
      await this.introductions.takeTurns(tx, region.id);
      return work(tx, await this.introductions.find(tx, id), this.today(region));
    });
  }

  /** One unit of work about one introduction. Who may not see it is told the same as if it were not there. */
  change(
    viewer: Viewer,
    region: Region,
    { id, expectedVersion }: AskedIntroduction,
    work: (tx: Tx, introduction: Introduction, today: LocalDate) => Promise<Result<Introduction>>,
  ): Promise<Result<Introduction>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Introduction>> => {
      const introduction = await this.introductions.lock(tx, id);
      if (introduction?.regionId !== region.id || !maySee(viewer, introduction)) return refuse('NOT_PERMITTED');
      const version = expectedVersion ?? introduction.version;
      return work(tx, { ...introduction, version }, this.today(region));
    });
  }

  /** Closes those of a region nobody answered in time. Each in a unit of work of its own. */
  async closeOverdue(region: Region, close: (tx: Tx, introduction: Introduction, today: LocalDate) => Promise<void>): Promise<void> {
    const today = this.today(region);
    for (const id of await this.introductions.overdue(region.id, today)) {
      await this.unitOfWork.run(async (tx) => {
        const introduction = await this.introductions.lock(tx, id);
        if (introduction) await close(tx, introduction, today);
      });
    }
  }

  async insert(tx: Tx, viewer: Viewer, introduction: Introduction): Promise<void> {
    await this.introductions.insert(tx, introduction);
    await this.tell(tx, viewer, introduction, 'asked', introduction.askedById);
  }

  /** Writes one that was locked before, and tells of it. `actorId`: who acted; null: the coordination. */
  async write(tx: Tx, viewer: Viewer, introduction: Introduction, verb: string, actorId: Id | null): Promise<Result<Introduction>> {
    const written = await this.introductions.update(tx, introduction, introduction.version);
    if (!written.ok) return written;
    const changed = { ...introduction, version: written.value };
    await this.tell(tx, viewer, changed, verb, actorId);
    return ok(changed);
  }

  /** Between the three and the coordination: no news of the region, also afterwards. */
  private async tell(tx: Tx, viewer: Viewer, introduction: Introduction, verb: string, actorId: Id | null): Promise<void> {
    const { id, regionId, purpose } = introduction;
    const [first, second] = [sideOf(introduction, 'FIRST').actorId, sideOf(introduction, 'SECOND').actorId];
    await this.outbox.append(tx, { aggregate: 'introduction', id, regionId });
    await this.tellOutcome(tx, introduction);
    await this.acts.record(tx, {
      viewer,
      regionId,
      actorId,
      otherActorId: actorId === second ? first : second,
      verb: `introduction.${verb}`,
      subject: { type: 'introduction', id, title: purpose, slug: id },
      audience: 'COORDINATORS',
    });
  }

  /** Where one of the two was suggested to the other, this came of it; whether somebody declined is told nobody. */
  async tellOutcome(tx: Tx, introduction: Introduction): Promise<void> {
    const { askedById, askedOn } = introduction;
    const pair = [sideOf(introduction, 'FIRST').actorId, sideOf(introduction, 'SECOND').actorId] as const;
    if (askedById !== null) await this.outcomes.accepted(tx, askedById, askedById === pair[0] ? pair[1] : pair[0], askedOn);
    if (introduction.agreedOn !== null) await this.outcomes.introduced(tx, pair, introduction.agreedOn);
  }
}
