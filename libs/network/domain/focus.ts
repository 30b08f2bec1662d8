import { adjacencyOf, type Adjacency } from './columns/adjacency';

/** More a picture cannot show in good time, nor anybody see. */
export const MOST_DRAWN = { actors: 500, ties: 1_000 } as const;

/** So many marks a picture of a large network has from afar, where communities are what one sees. */
const FEWEST_DRAWN = 60;
/** A picture of so many square pixels has room for all of them. */
const FULL_ROOM = 700_000;

/**
 * How much of a large network is drawn at a zoom (1: everything in view): from afar a few in each community, so that its name can be
 * read, more the closer one comes; around a chosen actor or a way enough to show whom it is tied to. `room` is that of the picture in
 * square pixels: on a telephone fewer marks find a place.
 */
export function mostDrawnAt(zoom: number, actorCount: number, isLooking: boolean, room = FULL_ROOM): { actors: number; ties: number } {
  const share = Math.min(1, Math.max(0.3, room / FULL_ROOM));
  const afar = Math.max(FEWEST_DRAWN * share, (200_000 * share) / Math.max(1, actorCount), isLooking ? 160 : 0);
  const actors = Math.min(MOST_DRAWN.actors, Math.round(afar * Math.max(1, zoom)));
  return { actors, ties: Math.min(MOST_DRAWN.ties, 2 * actors) };
}

/** What of a network decides what is drawn of it: one value an actor, one value a tie. */
export interface FocusColumns {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  degree: ArrayLike<number>;
  ties: { a: ArrayLike<number>; b: ArrayLike<number>; strength: ArrayLike<number> };
}

/** What the reader looks at, by places in the columns. */
export interface Looked {
  chosen: number | null;
  path: readonly number[];
  /** The part in view; null: everything. */
  viewport?: { x1: number; y1: number; x2: number; y2: number } | null;
  /** What filters leave, one byte an actor and one a tie; null: everything. Whoever is chosen or on the way is there all the same. */
  shown?: { actors: ArrayLike<number>; ties: ArrayLike<number> } | null;
}

/** The part of a network that is drawn, by places in the columns, in their order. */
export interface Focus {
  actors: number[];
  /** The important ones first. */
  ties: number[];
  /** False where all of it is drawn. */
  partial: boolean;
}

export function isTooLarge(columns: FocusColumns, most: { actors: number; ties: number } = MOST_DRAWN): boolean {
  return columns.degree.length > most.actors || columns.ties.a.length > most.ties;
}

/**
 * Decides what of a large network is drawn. What it needs for it is ordered once, so that each question after a movement of the
 * picture takes a few milliseconds at 100,000 actors.
 */
export class FocusFinder {
  /** Actors by number of ties, most first. */
  private readonly byDegree: Uint32Array;

  /** `adjacency`: who is tied to whom in these columns, where that is known already. */
  constructor(
    private readonly columns: FocusColumns,
    private readonly adjacency: Adjacency = adjacencyOf(columns.degree.length, columns.ties),
  ) {
    this.byDegree = mostFirst(columns.degree);
  }

  /**
   * Whoever is on the way that is told, the chosen actor with those it is tied to most strongly, then those in view with the most
   * ties. Of the ties among them: of the way and of the chosen first, then each one's strongest, then the strongest.
   */
  find(looked: Looked, most: { actors: number; ties: number } = MOST_DRAWN): Focus {
    const { degree, ties, x, y } = this.columns;
    const { chosen, path, viewport = null, shown = null } = looked;
    if (!isTooLarge(this.columns, most))
      return { actors: [...Array(degree.length).keys()], ties: [...Array(ties.a.length).keys()], partial: false };
    const wanted = new Set<number>([...path, ...(chosen === null ? [] : [chosen])]);
    if (chosen !== null) {
      const around = this.tiesAt(chosen)
        .filter((tie) => !shown || shown.ties[tie])
        .sort(this.byStrength);
      // Half of the room is for those around the chosen one: the other half says where in the whole it stands.
      for (const tie of around.subarray(0, Math.floor(most.actors / 2))) wanted.add(this.otherEnd(tie, chosen));
    }
    for (const at of this.byDegree) {
      if (wanted.size >= most.actors) break;
      if (shown && !shown.actors[at]) continue;
      if (viewport && !(x[at]! >= viewport.x1 && x[at]! <= viewport.x2 && y[at]! >= viewport.y1 && y[at]! <= viewport.y2)) continue;
      wanted.add(at);
    }
    return { actors: [...wanted].sort((p, q) => p - q), ties: this.tiesAmong(wanted, looked, most.ties), partial: true };
  }

  private tiesAmong(wanted: ReadonlySet<number>, { chosen, path, shown = null }: Looked, most: number): number[] {
    const { a, b } = this.columns.ties;
    const steps = new Set(path.slice(1).map((end, at) => pair(path[at]!, end)));
    const among: number[] = [];
    for (const actor of wanted)
      for (const tie of this.tiesAt(actor))
        if (a[tie] === actor && wanted.has(b[tie]!) && (!shown || shown.ties[tie] || steps.has(pair(actor, b[tie]!)))) among.push(tie);
    among.sort(this.byStrength);
    const held = new Set<number>();
    // Four ranks, within each by strength.
    const ranked: [number[], number[], number[], number[]] = [[], [], [], []];
    for (const tie of among) {
      const [p, q] = [a[tie]!, b[tie]!];
      const isFirst = !held.has(p) || !held.has(q);
      held.add(p).add(q);
      const rank = steps.has(pair(p, q)) ? 0 : p === chosen || q === chosen ? 1 : isFirst ? 2 : 3;
      ranked[rank].push(tie);
    }
    return ranked.flat().slice(0, most);
  }

  private readonly byStrength = (p: number, q: number): number => {
    const { strength } = this.columns.ties;
    return strength[q]! - strength[p]! || p - q;
  };

  private tiesAt(actor: number): Uint32Array {
    const { starts, ties } = this.adjacency;
    return ties.subarray(starts[actor], starts[actor + 1]);
  }

  private otherEnd(tie: number, actor: number): number {
    const { a, b } = this.columns.ties;
    return a[tie] === actor ? b[tie]! : a[tie]!;
  }
}

/** Places by value, the largest first; counted instead of compared, since there may be a hundred thousand. */
function mostFirst(values: ArrayLike<number>): Uint32Array {
  let largest = 0;
  for (let at = 0; at < values.length; at++) largest = Math.max(largest, values[at]!);
  const begins = new Uint32Array(largest + 2);
  for (let at = 0; at < values.length; at++) begins[largest - values[at]! + 1]!++;
  for (let rank = 0; rank <= largest; rank++) begins[rank + 1]! += begins[rank]!;
  const order = new Uint32Array(values.length);
  for (let at = 0; at < values.length; at++) order[begins[largest - values[at]!]!++] = at;
  return order;
}

function pair(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
