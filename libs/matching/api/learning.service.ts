import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import {
  countsOf,
  learn,
  lessonsFrom,
  missingForLearning,
  tallyOf,
  type Counts,
  type KeptOutcome,
  type Tally,
} from '@knotenpunkt/matching/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { LearnedWriter } from './learned-writer';
import type { LearnedRow } from './learned.repository';
import { OutcomeRepository } from './outcome.repository';

/** Learns for one region; sent when the coordination asks for it. */
const LEARN_NOW = 'matching.learn';
/** The same for all regions, at night. */
const LEARN_AT_NIGHT = 'matching.learnAtNight';
const AT_NIGHT = '40 2 * * *';

/** What became of a region's suggestions, and what was learned from it. */
export interface LearningState {
  tally: Tally;
  /** What can be learned from now. */
  counts: Counts;
  missing: { outcomes: number; came: number; not: number };
  newest: LearnedRow | null;
  /** Those an organisation took out, the newest first. */
  objections: KeptOutcome[];
}

/** Learns from what came of suggestions. */
@Injectable()
export class LearningService implements OnModuleInit {
  constructor(
    private readonly outcomes: OutcomeRepository,
    private readonly learned: LearnedWriter,
    private readonly regions: RegionService,
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ regionId: Id }>(LEARN_NOW, async ({ regionId }) => {
      const region = (await this.regions.all()).find(({ id }) => id === regionId);
      if (region) await this.learn(region);
    });
    this.jobs.every(LEARN_AT_NIGHT, AT_NIGHT, () => this.learnAtNight());
  }

  async state(region: Region): Promise<LearningState> {
    const today = this.clock.today(region.timeZone);
    const [all, newest] = await Promise.all([this.outcomes.newest(region.id), this.learned.newest(region)]);
    const counts = countsOf(lessonsFrom(all, today));
    const objections = all
      .filter(({ objectedOn }) => objectedOn !== null)
      .sort((a, b) => (a.objectedOn! < b.objectedOn! ? 1 : -1))
      .slice(0, 20);
    return { tally: tallyOf(all, today), counts, missing: missingForLearning(counts), newest, objections };
  }

  /** Asks for learning anew; refused while there are too few outcomes. */
  async ask(viewer: Viewer, region: Region): Promise<Result<LearningState>> {
    if (!passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
    const state = await this.state(region);
    const { outcomes, came, not } = state.missing;
    if (outcomes + came + not > 0) return refuse('TOO_FEW_OUTCOMES');
    await this.unitOfWork.run((tx) => this.jobs.send(tx, LEARN_NOW, { regionId: region.id }));
    return ok(state);
  }

  /** Back to what was shipped, until the coordination asks for learning anew. */
  async discard(viewer: Viewer, region: Region, expectedVersion: number): Promise<Result<LearningState>> {
    if (!passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
    const newest = await this.learned.newest(region);
    if (!newest?.learned) return refuse('NOTHING_LEARNED');
    const kept = await this.learned.write(region, expectedVersion, null);
    return kept.ok ? ok(await this.state(region)) : kept;
  }

  /** Learns from all outcomes of a region; with too few nothing changes. */
  async learn(region: Region): Promise<void> {
    const lessons = lessonsFrom(await this.outcomes.newest(region.id), this.clock.today(region.timeZone));
    const version = (await this.learned.newest(region))?.version ?? 0;
    const learned = learn(lessons);
    if (learned) await this.learned.write(region, version, learned);
  }

  /** Learns for every region but those that threw away what they had learned: that comes back only when the coordination asks. */
  async learnAtNight(): Promise<void> {
    for (const region of await this.regions.all()) {
      const newest = await this.learned.newest(region);
      if (!newest || newest.learned) await this.learn(region);
    }
  }
}
