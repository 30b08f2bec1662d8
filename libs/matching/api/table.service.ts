import { Inject, Injectable } from '@nestjs/common';
import { ChallengeService } from '@knotenpunkt/challenges/api';
import type { Challenge } from '@knotenpunkt/challenges/domain';
import { audienceOf, passes, type Viewer } from '@knotenpunkt/identity/domain';
import type { Clock } from '@knotenpunkt/kernel';
import {
  composeAlliance,
  coverageOf,
  employerOf,
  missingAtTable,
  resourceAllocation,
  sharedPartners,
  type Candidate,
  type EntryMatch,
  type Missing,
  type ProposedAlliance,
  type Seat,
  type TableQuestion,
} from '@knotenpunkt/matching/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { MatcherKeeper } from './matcher-keeper';
import { MatchingRepository } from './matching.repository';
import { NeighbourhoodService } from './neighbourhood.service';

/** So many offers are compared with a question. */
const COMPARED = 200;
/** States of an alliance whose members everybody knows; who is invited only the coordination does. */
const TOGETHER = ['FORMED', 'ACTIVE'];
/** So many are named for an empty bench or a competence nobody covers. */
const NAMED = 3;

/** Who should come to the table of a question. */
@Injectable()
export class TableService {
  constructor(
    private readonly challenges: ChallengeService,
    private readonly keeper: MatcherKeeper,
    private readonly neighbourhoods: NeighbourhoodService,
    private readonly matching: MatchingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the table of a question still lacks; null where the viewer sees no such question. */
  async missing(viewer: Viewer, region: Region, slug: string): Promise<Missing | null> {
    const challenge = await this.challenges.bySlug(viewer, region, slug);
    if (!challenge) return null;
    const seats = await this.matching.seats(challenge.id, passes(viewer, 'COORDINATOR') ? ['INVITING', ...TOGETHER] : TOGETHER);
    const asker = challenge.askedById && !seats.some(({ actorId }) => actorId === challenge.askedById) ? [challenge.askedById] : [];
    const all = await this.candidates(viewer, region, challenge, [...seats.map(({ actorId }) => actorId), ...asker]);
    const benchOf = new Map(all.map(({ actorId, kind }) => [actorId, kind]));
    const taken: Seat[] = [...seats, ...asker.map((actorId) => ({ actorId, bench: benchOf.get(actorId) ?? '' }))];
    return missingAtTable(questionOf(challenge), taken, all, NAMED);
  }

  /** A first proposal for an alliance; null where the viewer sees no such question. */
  async propose(viewer: Viewer, region: Region, slug: string): Promise<ProposedAlliance | null> {
    const challenge = await this.challenges.bySlug(viewer, region, slug);
    if (!challenge) return null;
    const all = await this.candidates(viewer, region, challenge, challenge.askedById ? [challenge.askedById] : []);
    return composeAlliance(questionOf(challenge), all);
  }

  private async candidates(viewer: Viewer, region: Region, challenge: Challenge, table: readonly string[]): Promise<Candidate[]> {
    const audience = audienceOf(viewer);
    const question = questionOf(challenge);
    const today = this.clock.today(region.timeZone);
    const [{ matcher, analyser, entriesOf, visible }, { neighbours }, actors, burdens, unproposable] = await Promise.all([
      this.keeper.of(region),
      this.neighbourhoods.of(region, audience),
      this.matching.actors(region.id),
      this.matching.burdens(region.id),
      this.matching.unproposable(region.id),
    ]);
    const { text, themes, competences } = question;
    const asked = { actorId: null, text, themes, competences, language: region.language };
    const found = new Map<string, EntryMatch[]>();
    for (const match of matcher.offersFor(asked, { limit: COMPARED, today, among: visible(audience) })) {
      found.set(match.actorId, [...(found.get(match.actorId) ?? []), match]);
    }
    const sitting = actors.filter(({ id }) => table.includes(id));
    const without = new Set(unproposable.filter((id) => !table.includes(id)));
    const proposed = actors.filter(({ id }) => !without.has(id));
    return proposed.map((actor): Candidate => {
      const offers = entriesOf(actor.id, audience).filter(({ direction }) => direction === 'OFFER');
      const others = table.filter((id) => id !== actor.id);
      return {
        actorId: actor.id,
        kind: actor.kind,
        themes: actor.themes,
        covered: coverageOf({ competences: actor.competences, offers }, competences, (offer) =>
          analyser.competencesIn(`${offer.title}\n${offer.text}`, offer.language),
        ),
        matches: found.get(actor.id) ?? [],
        worksWith: others.filter((id) => neighbours.get(actor.id)?.has(id)),
        shared: others.reduce((sum, id) => sum + resourceAllocation(sharedPartners(neighbours, actor.id, id)), 0),
        councilOf: employerOf(actor, sitting)?.id ?? null,
        openCommitments: burdens.get(actor.id) ?? 0,
        offersAnything: offers.length > 0,
      };
    });
  }
}

function questionOf({ question, context, concerns, themes, competences, benches, askedById }: Challenge): TableQuestion {
  return { text: [question, context, concerns].filter(Boolean).join('\n'), themes, competences, benches, askedById };
}
