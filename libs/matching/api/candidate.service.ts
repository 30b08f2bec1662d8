import { Inject, Injectable } from '@nestjs/common';
import { audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import type { Clock, Id } from '@knotenpunkt/kernel';
import {
  agedOf,
  coverageOf,
  employerOf,
  isCouncil,
  resourceAllocation,
  sharedPartners,
  type Candidate,
  type EntryMatch,
  type Surroundings,
  type TableQuestion,
} from '@knotenpunkt/matching/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { HistoryService } from './history.service';
import { MatcherKeeper } from './matcher-keeper';
import { MatchingRepository } from './matching.repository';
import { NeighbourhoodService } from './neighbourhood.service';

/** So many offers are compared with a question. */
const COMPARED = 200;

/** Who could come to a table, and who works with whom. */
export interface Candidates {
  all: Candidate[];
  around: Surroundings;
}

/** Gathers who could come to a table, from what the viewer may see. */
@Injectable()
export class CandidateService {
  constructor(
    private readonly keeper: MatcherKeeper,
    private readonly neighbourhoods: NeighbourhoodService,
    private readonly matching: MatchingRepository,
    private readonly histories: HistoryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every actor of the region that does not mind being proposed; `table` are those who sit there already. */
  async of(viewer: Viewer, region: Region, question: TableQuestion, table: readonly Id[]): Promise<Candidates> {
    const audience = audienceOf(viewer);
    const today = this.clock.today(region.timeZone);
    // Before the statements: learning a region's words keeps this thread busy for seconds, and no connection waits so long.
    const { matcher, analyser, entriesOf, visible, learned } = await this.keeper.of(region);
    const { text, themes, competences } = question;
    const [around, actors, burdens, unproposable, history] = await Promise.all([
      this.neighbourhoods.surroundings(region, audience),
      this.matching.actors(region.id),
      // What somebody has promised ranks nobody in public.
      audience === 'PUBLIC' ? new Map<Id, number>() : this.matching.burdens(region.id),
      this.matching.unproposable(region.id),
      this.histories.ofTable(region, audience, { seeds: table, text: [text, ...themes].join('. '), seats: seatsOf(question) }),
    ]);
    const { neighbours } = around;
    const asked = { actorId: null, text, themes, competences, language: region.language };
    const found = new Map<Id, EntryMatch[]>();
    for (const match of matcher.offersFor(asked, {
      limit: COMPARED,
      today,
      among: visible(audience),
      certainty: learned?.weights.certainty,
    })) {
      found.set(match.actorId, [...(found.get(match.actorId) ?? []), match]);
    }
    const sitting = actors.filter(({ id }) => table.includes(id));
    const without = new Set(unproposable.filter((id) => !table.includes(id)));
    const proposed = actors.filter(({ id }) => !without.has(id));
    const employers = actors.filter((actor) => !isCouncil(actor));
    const all = proposed.map((actor): Candidate => {
      const offers = entriesOf(actor.id, audience).filter(({ direction }) => direction === 'OFFER');
      const others = table.filter((id) => id !== actor.id);
      return {
        actorId: actor.id,
        kind: actor.kind,
        themes: actor.themes,
        covered: coverageOf({ ...actor, offers }, competences, (offer) =>
          analyser.competencesIn(`${offer.title}\n${offer.text}`, offer.language),
        ),
        matches: found.get(actor.id) ?? [],
        worksWith: others.filter((id) => neighbours.get(actor.id)?.has(id)),
        shared: others.reduce((sum, id) => sum + resourceAllocation(sharedPartners(neighbours, actor.id, id)), 0),
        history: history && (history.get(actor.id) ?? { worth: 0, alike: [] }),
        councilOf: employerOf(actor, sitting)?.id ?? null,
        employerId: employerOf(actor, employers)?.id ?? null,
        openCommitments: burdens.get(actor.id) ?? 0,
        offersAnything: offers.length > 0,
        aged: agedOf(actor, today),
      };
    });
    // A council speaks for nobody where its employer is not proposed.
    return { all: all.filter(({ employerId }) => employerId === null || !without.has(employerId)), around };
  }
}

/** How many are looked for: as many as the benches want, and at least one. */
function seatsOf({ benches }: TableQuestion): number {
  return Math.max(
    1,
    benches.reduce((sum, { minimum }) => sum + minimum, 0),
  );
}
