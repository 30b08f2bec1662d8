import { Inject, Injectable } from '@nestjs/common';
import { isId, type Audience, type Clock, type Id } from '@knotenpunkt/kernel';
import { MOST_COMPARED, sharedThemes, sharedThings, type SharedThing } from '@knotenpunkt/network/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import { GRAPH, type GraphPort } from '@knotenpunkt/platform/graph';
import type { Region } from '@knotenpunkt/regions/domain';
import type { ActorRow } from '../network.repository';
import { tieQuestion, type TieFilters } from './tie-question';
import { TieTeller, turned, type ToldTie } from './tie-teller.service';

export interface ToldCommonGround {
  actors: ActorRow[];
  shared: (SharedThing & { title: string | null; slug: string | null; sourceNote: string | null })[];
  themes: { theme: string; actorIds: Id[] }[];
  ties: ToldTie[];
  neighbours: { actor: ActorRow; tiedTo: number; ties: ToldTie[] }[];
  neighbourCount: number;
  tiedToAllCount: number;
}

/** So many neighbours are told. */
const MOST_NEIGHBOURS = 30;

/** What several actors have in common: ids from the graph, words from Postgres. */
@Injectable()
export class CommonGroundService {
  constructor(
    private readonly teller: TieTeller,
    @Inject(GRAPH) private readonly graph: GraphPort,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who is not to be seen by this audience is passed over, as if nobody had asked about it. */
  async of(
    region: Region,
    audience: Audience,
    { actorIds, ...filters }: TieFilters & { actorIds: readonly Id[] },
  ): Promise<ToldCommonGround> {
    const ids = [...new Set(actorIds.filter((id) => isId(id)))].slice(0, MOST_COMPARED);
    const found = await this.graph.commonGround({
      ...tieQuestion(region, audience, this.clock, filters),
      actorIds: ids,
      limit: MOST_NEIGHBOURS,
    });
    const shared = sharedThings(ids, found.ties);
    const [actors, words] = await Promise.all([
      this.teller.actors([...ids, ...found.neighbours.map(({ id }) => id)]),
      this.teller.shared(shared.map(({ nodeId }) => nodeId)),
    ]);
    const told = await this.teller.tell(found.ties, actors);
    const asked = ids.flatMap((id) => actors.get(id) ?? []);
    const isAsked = new Set(asked.map(({ id }) => id));
    return {
      actors: asked,
      shared: shared.map((thing) => {
        const { title = null, slug = null, sourceNote = null } = words.get(thing.nodeId) ?? {};
        return { ...thing, title, slug, sourceNote };
      }),
      themes: sharedThemes(asked),
      ties: told.filter(({ a, b }) => isAsked.has(a.id) && isAsked.has(b.id)),
      neighbours: found.neighbours.flatMap(({ id, tiedTo }) => {
        const actor = actors.get(id);
        const ties = told.filter(({ a, b }) => a.id === id || b.id === id).map((tie) => turned(tie, id));
        return actor ? [{ actor, tiedTo, ties }] : [];
      }),
      neighbourCount: found.count,
      tiedToAllCount: found.countTiedToAll,
    };
  }
}
