import { Inject, Injectable } from '@nestjs/common';
import type { Audience, Clock, Grade, Id } from '@knotenpunkt/kernel';
import { neighboursOf, SharedProjects, type Neighbours, type Surroundings } from '@knotenpunkt/matching/domain';
import { CommunityService } from '@knotenpunkt/network/api';
import { CLOCK } from '@knotenpunkt/platform/database';
import { GRAPH, GraphUnavailable, type GraphPort, type NodeType } from '@knotenpunkt/platform/graph';
import type { Region } from '@knotenpunkt/regions/domain';

/** Ties that count as working together or are said to; having met at an event does not. */
const COUNTED: Grade[] = ['WORKS_TOGETHER', 'STATED'];
/** Being a member of the same body is not doing something together. */
const DONE_TOGETHER: ReadonlySet<NodeType> = new Set<NodeType>(['Initiative', 'Alliance']);
const MOST_KEPT = 12;

export interface Neighbourhood {
  neighbours: Neighbours;
  /** The grade of the tie of two actors, or null. */
  tie(a: Id, b: Id): Grade | null;
  /** Vorhaben and alliances that make these ties. */
  projects: SharedProjects;
}

/** Who works with whom in a region, on the graph of one audience. */
@Injectable()
export class NeighbourhoodService {
  private readonly kept = new Map<string, Promise<Neighbourhood>>();

  constructor(
    private readonly communities: CommunityService,
    @Inject(GRAPH) private readonly graph: GraphPort,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who works with whom, and in which group of the public network. */
  async surroundings(region: Region, audience: Audience): Promise<Surroundings> {
    const [{ neighbours }, communityOf] = await Promise.all([this.of(region, audience), this.communities.of(region.id)]);
    return { neighbours, communityOf };
  }

  /** Without a graph nobody has partners: suggestions then rest on words alone. */
  async of(region: Region, audience: Audience): Promise<Neighbourhood> {
    try {
      const asOf = region.asOf ?? this.clock.today(region.timeZone);
      const key = `${region.id} ${audience} ${asOf} ${await this.graph.seq()}`;
      const known = this.kept.get(key);
      if (known) return await known;
      const made = this.read(region, audience, asOf);
      this.kept.set(key, made);
      made.catch(() => this.kept.delete(key));
      if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
      return await made;
    } catch (error) {
      if (error instanceof GraphUnavailable) return { neighbours: new Map(), tie: () => null, projects: new SharedProjects() };
      throw error;
    }
  }

  private async read(region: Region, audience: Audience, asOf: string): Promise<Neighbourhood> {
    const pairs: { a: Id; b: Id }[] = [];
    const grades = new Map<string, Grade>();
    const projects = new SharedProjects();
    for await (const { a, b, grade, sources } of this.graph.stream({ regionId: region.id, audience, asOf, grades: COUNTED })) {
      pairs.push({ a, b });
      grades.set(`${a} ${b}`, grade);
      for (const { nodeId, nodeType, grade: said, since } of sources)
        if (DONE_TOGETHER.has(nodeType)) projects.add({ a, b, projectId: nodeId, since, bothSay: said === 'WORKS_TOGETHER' });
    }
    return { neighbours: neighboursOf(pairs), tie: (a, b) => grades.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? null, projects };
  }
}
