import { fromDay, GRADES, type Grade, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type { NetworkColumns } from './network-columns';

/** One actor of the network, as a page wants it. */
export interface OverviewActor {
  id: Id;
  name: string;
  label: string;
  slug: string;
  kind: string;
  themes: string[];
  city: string | null;
  x: number;
  y: number;
  /** Id of its finest community. */
  community: string | null;
  degree: number;
}

/** A tie between two actors of the network. */
export interface OverviewTie {
  a: Id;
  b: Id;
  grade: Grade;
  strength: number;
  since: LocalDate;
  sources: number;
}

/** Whom an actor is tied to: places of the others and of the ties, side by side. */
export interface Adjacent {
  actors: Uint32Array;
  ties: Uint32Array;
}

/** The whole network as a page reads it. What is dear to make is made when it is first asked for. */
export class NetworkOverview {
  private madeActors: OverviewActor[] | null = null;
  private madeTies: OverviewTie[] | null = null;
  private places: Map<Id, number> | null = null;
  private slugs: Map<string, number> | null = null;
  private adjacency: { ends: Uint32Array; actors: Uint32Array; ties: Uint32Array } | null = null;

  constructor(readonly columns: NetworkColumns) {}

  get seq(): number {
    return this.columns.seq;
  }

  get asOf(): LocalDate {
    return this.columns.asOf;
  }

  get analysedOn(): NetworkColumns['analysedOn'] {
    return this.columns.analysedOn;
  }

  get communities(): NetworkColumns['communities'] {
    return this.columns.communities;
  }

  get actorCount(): number {
    return this.columns.actors.ids.length;
  }

  get tieCount(): number {
    return this.columns.ties.a.length;
  }

  /** All actors as objects. */
  get actors(): readonly OverviewActor[] {
    return (this.madeActors ??= this.columns.actors.ids.map((_, place) => this.actorAt(place)));
  }

  /** All ties as objects; not for networks of hundreds of thousands. */
  get ties(): readonly OverviewTie[] {
    return (this.madeTies ??= Array.from(this.columns.ties.a, (_, tie) => this.tieAt(tie)));
  }

  /** The place of an actor in the columns; -1: not in this network. */
  placeOf(id: Id): number {
    this.places ??= new Map(this.columns.actors.ids.map((each, place) => [each, place]));
    return this.places.get(id) ?? -1;
  }

  byId(id: Id): OverviewActor | null {
    return this.known(this.placeOf(id));
  }

  bySlug(slug: string): OverviewActor | null {
    this.slugs ??= new Map(this.columns.actors.slugs.map((each, place) => [each, place]));
    return this.known(this.slugs.get(slug) ?? -1);
  }

  /** Whom the actor at this place is tied to, a tie of each pair once. */
  neighboursOf(place: number): Adjacent {
    const { ends, actors, ties } = (this.adjacency ??= adjacencyOf(this.columns));
    const begin = place === 0 ? 0 : ends[place - 1]!;
    return { actors: actors.subarray(begin, ends[place]), ties: ties.subarray(begin, ends[place]) };
  }

  actorAt(place: number): OverviewActor {
    if (this.madeActors) return this.madeActors[place]!;
    const { actors, kinds, themes, communities } = this.columns;
    const firstTheme = place === 0 ? 0 : actors.themeEnd[place - 1]!;
    return {
      id: actors.ids[place]!,
      name: actors.names[place]!,
      label: actors.labels[place]!,
      slug: actors.slugs[place]!,
      kind: kinds[actors.kind[place]!]!,
      themes: Array.from(actors.theme.subarray(firstTheme, actors.themeEnd[place]), (theme) => themes[theme]!),
      city: actors.cities[place]! || null,
      x: actors.x[place]!,
      y: actors.y[place]!,
      community: communities[actors.community[place]!]?.id ?? null,
      degree: actors.degree[place]!,
    };
  }

  tieAt(tie: number): OverviewTie {
    const { actors, ties } = this.columns;
    return {
      a: actors.ids[ties.a[tie]!]!,
      b: actors.ids[ties.b[tie]!]!,
      grade: GRADES[ties.grade[tie]!]!,
      strength: ties.strength[tie]!,
      since: fromDay(ties.since[tie]!),
      sources: ties.sources[tie]!,
    };
  }

  private known(place: number): OverviewActor | null {
    return place < 0 ? null : this.actors[place]!;
  }
}

/** Compressed sparse rows over both ends of each tie. */
function adjacencyOf({ actors: { ids }, ties: { a, b } }: NetworkColumns) {
  const ends = new Uint32Array(ids.length);
  for (let tie = 0; tie < a.length; tie++) {
    ends[a[tie]!]!++;
    ends[b[tie]!]!++;
  }
  for (let place = 1; place < ends.length; place++) ends[place]! += ends[place - 1]!;
  const next = new Uint32Array(ids.length);
  next.set(ends.subarray(0, Math.max(0, ends.length - 1)), 1);
  const actors = new Uint32Array(2 * a.length);
  const ties = new Uint32Array(2 * a.length);
  const put = (from: number, to: number, tie: number) => {
    const at = next[from]!++;
    actors[at] = to;
    ties[at] = tie;
  };
  for (let tie = 0; tie < a.length; tie++) {
    put(a[tie]!, b[tie]!, tie);
    put(b[tie]!, a[tie]!, tie);
  }
  return { ends, actors, ties };
}
