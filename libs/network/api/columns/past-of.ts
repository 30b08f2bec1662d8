import type { Id } from '@knotenpunkt/kernel';
import { AS_ENTRY, smallest, type FormerActor, type NetworkPast } from '@knotenpunkt/network/domain';
import type { Footing, Footings, Part } from '@knotenpunkt/platform/graph';

/** What was read of all ties: of each entry its columns, and by number what it is shared with and how it fades. */
interface ReadPast {
  a: Id[];
  b: Id[];
  end: number[];
  grade: number[];
  since: number[];
  until: number[];
  anew: number[];
  crowd: number[];
  one: number[];
  other: number[];
  crowds: Crowds;
  fading: Fading;
}

/**
 * The past as columns, from whatever each tie ever came from. Reads it at once, and keeps no object of it; who is listed is told later, and
 * nothing of others is left in the columns. `former`: those of them that are no actors of today.
 */
export function pastOf(
  footings: Iterable<Footings>,
  head: Pick<NetworkPast, 'seq' | 'asOf'>,
): (listed: ReadonlySet<Id>, former?: readonly FormerActor[]) => NetworkPast {
  const all = emptyPast();
  for (const { a, b, from } of footings) {
    // What comes from the same thing stands together.
    const entries = from.length > 1 ? from.toSorted((p, q) => p.source - q.source) : from;
    entries.forEach((entry, at) => {
      const [first, second] = partsOf(entry);
      push(all, {
        ...entry,
        anew: Number(entry.source !== entries[at - 1]?.source),
        crowd: all.crowds.placeOf(entry.latecomers),
        one: all.fading.placeOf(first),
        other: all.fading.placeOf(second),
      });
    });
    endTie(all, a, b);
  }
  return (listed, former = []) => inColumns(amongListed(all, listed), { ...head, former });
}

function emptyPast(): ReadPast {
  const columns = { a: [], b: [], end: [], grade: [], since: [], until: [], anew: [], crowd: [], one: [], other: [] };
  return { ...columns, crowds: new Crowds(), fading: new Fading() };
}

const ENTRY = ['grade', 'since', 'until', 'anew', 'crowd', 'one', 'other'] as const;

function push(past: ReadPast, entry: Record<(typeof ENTRY)[number], number>): void {
  for (const column of ENTRY) past[column].push(entry[column]);
}

function endTie(past: ReadPast, a: Id, b: Id): void {
  past.a.push(a);
  past.b.push(b);
  past.end.push(past.grade.length);
}

function amongListed(all: ReadPast, listed: ReadonlySet<Id>): ReadPast {
  const isListed = (tie: number) => listed.has(all.a[tie]!) && listed.has(all.b[tie]!);
  if (all.a.every((_, tie) => isListed(tie))) return all;
  const found = emptyPast();
  for (let tie = 0, entry = 0; tie < all.a.length; tie++) {
    const end = all.end[tie]!;
    if (!isListed(tie)) entry = end;
    else {
      for (; entry < end; entry++)
        push(found, {
          ...{ grade: all.grade[entry]!, since: all.since[entry]!, until: all.until[entry]!, anew: all.anew[entry]! },
          crowd: found.crowds.placeOf(all.crowds.at(all.crowd[entry]!)),
          one: found.fading.placeOf(all.fading.at(all.one[entry]!)),
          other: found.fading.placeOf(all.fading.at(all.other[entry]!)),
        });
      endTie(found, all.a[tie]!, all.b[tie]!);
    }
  }
  return found;
}

function inColumns({ a, b, crowds, fading, ...read }: ReadPast, head: Pick<NetworkPast, 'seq' | 'asOf' | 'former'>): NetworkPast {
  const ids = [...new Set([a, b].flat())].sort();
  const place = new Map(ids.map((id, at) => [id, at]));
  return {
    ...head,
    ids,
    a: Uint32Array.from(a, (id) => place.get(id)!),
    b: Uint32Array.from(b, (id) => place.get(id)!),
    end: Uint32Array.from(read.end),
    grade: Uint8Array.from(read.grade),
    since: Int32Array.from(read.since),
    until: Int32Array.from(read.until),
    anew: Uint8Array.from(read.anew),
    ...{ crowd: smallest(read.crowd), one: smallest(read.one), other: smallest(read.other) },
    ...crowds.columns(),
    ...fading.columns(),
  };
}

/** Both parts, or twice the one that is the weaker on every day; its end is that of the entry then, and need not be told again. */
function partsOf({ parts, until }: Footing): readonly [Part, Part] {
  const [p, q] = parts;
  const plain = (part: Part) => ({ ...part, until: AS_ENTRY, confirmed: part.confirmed > part.until ? part.confirmed : AS_ENTRY });
  if (p === q) {
    const alone = plain(p);
    return [alone, alone];
  }
  const isWeaker = (weak: Part, strong: Part) =>
    weak.until === until &&
    weak.confirmed <= weak.until &&
    strong.confirmed <= strong.until &&
    weak.weight <= strong.weight &&
    weak.halfLife <= strong.halfLife;
  for (const [weak, strong] of [
    [p, q],
    [q, p],
  ] as const) {
    if (!isWeaker(weak, strong)) continue;
    const alone = plain(weak);
    return [alone, alone];
  }
  return parts;
}

/** Lists of days, each told once. */
class Crowds {
  private readonly places = new Map<string, number>();
  private readonly known = new Map<Int32Array, number>();
  private readonly end: number[] = [];
  private readonly came: number[] = [];

  placeOf(days: Int32Array): number {
    const known = this.known.get(days);
    if (known !== undefined) return known;
    const key = days.join(' ');
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.end.length;
      this.places.set(key, place);
      for (const day of days) this.came.push(day);
      this.end.push(this.came.length);
    }
    this.known.set(days, place);
    return place;
  }

  /** The days at a place. */
  at(place: number): Int32Array {
    return Int32Array.from(this.came.slice(place === 0 ? 0 : this.end[place - 1]!, this.end[place]!));
  }

  columns(): Pick<NetworkPast, 'crowdEnd' | 'came'> {
    return { crowdEnd: Uint32Array.from(this.end), came: Int32Array.from(this.came) };
  }
}

/** Ways to fade, each told once. */
class Fading {
  private readonly places = new Map<string, number>();
  private readonly parts: Part[] = [];

  at(place: number): Part {
    return this.parts[place]!;
  }

  placeOf(part: Part): number {
    const key = `${part.weight} ${part.halfLife} ${part.until} ${part.confirmed}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.parts.length);
    return this.parts.push(part) - 1;
  }

  columns(): Pick<NetworkPast, 'weight' | 'halfLife' | 'ended' | 'confirmed'> {
    return {
      weight: Float64Array.from(this.parts, ({ weight }) => weight),
      halfLife: Float64Array.from(this.parts, ({ halfLife }) => halfLife),
      ended: Int32Array.from(this.parts, ({ until }) => until),
      confirmed: Int32Array.from(this.parts, ({ confirmed }) => confirmed),
    };
  }
}
