import { Inject, Injectable } from '@nestjs/common';
import { searchWordsOf } from '@knotenpunkt/actors/domain';
import {
  changeChallenge,
  closeChallenge,
  coordinates,
  maySee,
  proposeChallenge,
  publishChallenge,
  refuseChallenge,
  type Challenge,
  type ChallengeText,
} from '@knotenpunkt/challenges/domain';
import { Acts } from '@knotenpunkt/identity/api';
import { actorsOf, actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import {
  decodeCursor,
  ok,
  refuse,
  toPage,
  type Clock,
  type Id,
  type LocalDate,
  type Page,
  type PageRequest,
  type Result,
} from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { AnsweredChallenges } from './answered-challenges';
import { ChallengeRepository, type ChallengeQuestion, type ChallengeRow } from './challenge.repository';

/** What a reader filters by; nothing given means all. */
export interface ChallengeFilter {
  search?: string | null;
  states?: string[] | null;
  themes?: string[] | null;
  withoutAlliance?: boolean | null;
  /** Only what everybody may see, for what is handed on to others. */
  withoutHidden?: boolean;
}

interface Asked {
  id: Id;
  expectedVersion: number;
}

/** Verbs of what everybody may know; the rest is known to those concerned. */
const PUBLIC_VERBS = ['published', 'closed'];

@Injectable()
export class ChallengeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly challenges: ChallengeRepository,
    private readonly answered: AnsweredChallenges,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(viewer: Viewer, region: Region, filter: ChallengeFilter, request: PageRequest): Promise<Page<ChallengeRow>> {
    const after = request.after ? decodeCursor(request.after) : null;
    const rows = await this.challenges.page(await this.questionOf(viewer, region, filter), request.first, after);
    return toPage(rows, request.first, (row) => [row.sortKey, row.id]);
  }

  /** How many a list with this filter shows in all. */
  async count(viewer: Viewer, region: Region, filter: ChallengeFilter): Promise<number> {
    return this.challenges.count(await this.questionOf(viewer, region, filter));
  }

  /** The challenge at an address, as far as the viewer may see it. */
  async bySlug(viewer: Viewer, region: Region, slug: string): Promise<Challenge | null> {
    const challenge = await this.challenges.bySlug(region.id, slug);
    return challenge && maySee(viewer, challenge) ? challenge : null;
  }

  /** Several of them, whoever asks: what was published once stays readable, and of others nobody knows the id. */
  byIds(ids: readonly Id[]): Promise<Challenge[]> {
    return this.challenges.byIds(ids);
  }

  /** The challenge a later room decides about, within its transaction; null in another region. */
  async find(tx: Tx, region: Region, id: Id): Promise<Challenge | null> {
    const challenge = await this.challenges.find(tx, id);
    return challenge?.regionId === region.id ? challenge : null;
  }

  /** Adds a question; adding the same one again changes nothing and gives it. */
  async propose(viewer: Viewer, region: Region, wish: ChallengeText & { id: Id; askedById: Id | null }): Promise<Result<Challenge>> {
    const known = await loadCompetences();
    return this.unitOfWork.run(async (tx): Promise<Result<Challenge>> => {
      const { askedById } = wish;
      if (askedById !== null && !(await this.challenges.knowsActor(tx, region.id, askedById))) return refuse('NOT_PERMITTED');
      const decision = proposeChallenge(viewer, { ...wish, regionId: region.id, slug: '' }, { known, today: this.today(region) });
      if (!decision.ok) return decision;
      const present = await this.challenges.find(tx, wish.id);
      if (present) return present.askedById === askedById && present.regionId === region.id ? ok(present) : refuse('NOT_PERMITTED');
      const challenge = { ...decision.value, slug: await this.challenges.freeSlug(tx, region.id, decision.value.question) };
      await this.challenges.insert(tx, [challenge], known);
      await this.tell(tx, viewer, challenge, 'proposed');
      return ok(challenge);
    });
  }

  async change(viewer: Viewer, region: Region, asked: Asked & ChallengeText): Promise<Result<Challenge>> {
    const known = await loadCompetences();
    return this.write(viewer, region, asked, 'changed', (challenge, today) => changeChallenge(viewer, challenge, asked, { known, today }));
  }

  publish(viewer: Viewer, region: Region, asked: Asked): Promise<Result<Challenge>> {
    return this.write(viewer, region, asked, 'published', (challenge, today) => publishChallenge(viewer, challenge, today));
  }

  refuse(viewer: Viewer, region: Region, asked: Asked & { reason: string }): Promise<Result<Challenge>> {
    return this.write(viewer, region, asked, 'refused', (challenge) => refuseChallenge(viewer, challenge, asked.reason));
  }

  close(viewer: Viewer, region: Region, asked: Asked): Promise<Result<Challenge>> {
    return this.write(viewer, region, asked, 'closed', (challenge, today) => closeChallenge(viewer, challenge, today));
  }

  private async questionOf(viewer: Viewer, region: Region, filter: ChallengeFilter): Promise<ChallengeQuestion> {
    return {
      regionId: region.id,
      words: searchWordsOf(filter.search ?? ''),
      states: filter.states ?? [],
      themes: filter.themes ?? [],
      coordinator: coordinates(viewer),
      ownIds: actorsOf(viewer, 'EDITOR'),
      exceptIds: filter.withoutAlliance ? await this.answered.in(region.id) : [],
      withoutHidden: filter.withoutHidden ?? false,
    };
  }

  private async write(
    viewer: Viewer,
    region: Region,
    { id, expectedVersion }: Asked,
    verb: string,
    decide: (challenge: Challenge, today: LocalDate) => Result<Challenge>,
  ): Promise<Result<Challenge>> {
    const catalogue = await loadCompetences();
    return this.unitOfWork.run(async (tx): Promise<Result<Challenge>> => {
      const challenge = await this.find(tx, region, id);
      if (!challenge) return refuse('NOT_PERMITTED');
      const decision = decide(challenge, this.today(region));
      if (!decision.ok) return decision;
      const version = await this.challenges.update(tx, decision.value, expectedVersion, catalogue);
      if (!version.ok) return version;
      const changed = { ...decision.value, version: version.value };
      await this.tell(tx, viewer, changed, verb);
      return ok(changed);
    });
  }

  private async tell(tx: Tx, viewer: Viewer, challenge: Challenge, verb: string): Promise<void> {
    const { id, regionId, slug, question, askedById, themes } = challenge;
    await this.outbox.append(tx, { aggregate: 'challenge', id, regionId });
    const byAsker = askedById !== null && actsFor(viewer, askedById);
    await this.acts.record(tx, {
      viewer,
      regionId,
      actorId: byAsker ? askedById : null,
      otherActorId: byAsker ? null : askedById,
      verb: `challenge.${verb}`,
      subject: { type: 'challenge', id, title: question, slug },
      themes,
      audience: PUBLIC_VERBS.includes(verb) ? 'PUBLIC' : 'COORDINATORS',
    });
  }

  private today(region: Region): LocalDate {
    return this.clock.today(region.timeZone);
  }
}
