import { fromDay, GRADES, type Grade, type Id, type LocalDate, type Point } from '@knotenpunkt/kernel';
import { adjacencyOf, type Adjacency } from './adjacency';
import { themesAt, type NetworkColumns } from './network-columns';

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
  /** Those that were asked for by name: the same object each time. */
  private readonly asked = new Map<number, OverviewActor>();
  private madeTies: OverviewTie[] | null = null;
  private places: Map<Id, number> | null = null;
  private slugs: Map<string, number> | null = null;
  private tied: Adjacency | null = null;

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

  /** Makes, in steps, what every page asks for first. */
  *prepare(): Generator<undefined, void> {
    this.placeOf('');
    yield;
    void this.adjacency;
    yield;
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

  /** Who is tied to whom, by places. */
  get adjacency(): Adjacency {
    return (this.tied ??= adjacencyOf(this.actorCount, this.columns.ties));
  }

  /** Whom the actor at this place is tied to, a tie of each pair once. */
  neighboursOf(place: number): Adjacent {
    const { starts, others, ties } = this.adjacency;
    return { actors: others.subarray(starts[place], starts[place + 1]), ties: ties.subarray(starts[place], starts[place + 1]) };
  }

  /** The same network with some actors at other places; who is not in it is left out. */
  withPlaces(moved: ReadonlyMap<Id, Point>): NetworkOverview {
    const found = Array.from(moved, ([id, point]) => ({ at: this.placeOf(id), point })).filter(({ at }) => at >= 0);
    if (found.length === 0) return this;
    const { actors } = this.columns;
    const [x, y] = [actors.x.slice(), actors.y.slice()];
    for (const { at, point } of found) {
      x[at] = point.x;
      y[at] = point.y;
    }
    const placed = new NetworkOverview({ ...this.columns, actors: { ...actors, x, y } });
    // Where somebody stands changes nothing about who there is and who is tied to whom.
    placed.places = this.places;
    placed.slugs = this.slugs;
    placed.tied = this.tied;
    return placed;
  }

  actorAt(place: number): OverviewActor {
    const made = this.madeActors?.[place] ?? this.asked.get(place);
    if (made) return made;
    const { actors, kinds, themes, communities } = this.columns;
    return {
      id: actors.ids[place]!,
      name: actors.names[place]!,
      label: actors.labels[place]!,
      slug: actors.slugs[place]!,
      kind: kinds[actors.kind[place]!]!,
      themes: Array.from(themesAt(actors, place), (theme) => themes[theme]!),
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
    if (place < 0) return null;
    const known = this.asked.get(place) ?? this.actorAt(place);
    this.asked.set(place, known);
    return known;
  }
}
