import { atOnce, type Id } from '@knotenpunkt/kernel';
import { themesAt, type NetworkColumns } from './network-columns';
import { groupedAs, groupIn, pack, unpack } from './pack';
import { degreesOf, pickActors, standingAlone } from './part';

/** So many ties are a step. */
const STEP = 50_000;

/**
 * What became different since a snapshot: the actors it touches, as they are now, and all ties among them. A tie changes only between two
 * actors that are both touched, so the ties of the snapshot between two of them are replaced, and no others. Knows what its
 * audience may see and nothing more: it is the difference of two pictures of that audience.
 */
export interface NetworkDelta extends NetworkColumns {
  /** Version of the data of the snapshot it builds on; `seq` is that of what comes out. */
  base: number;
  /** Who was there and is no longer. */
  gone: readonly Id[];
}

/** The snapshot with what became different. */
export function applyDelta(base: NetworkColumns, delta: NetworkDelta): NetworkColumns {
  return atOnce(applyDeltaInSteps(base, delta));
}

/** The same in steps. */
export function* applyDeltaInSteps(base: NetworkColumns, delta: NetworkDelta): Generator<undefined, NetworkColumns> {
  const kinds = new Words(base.kinds);
  const themes = new Words(base.themes);
  const newKinds = delta.kinds.map((kind) => kinds.placeOf(kind));
  const newThemes = delta.themes.map((theme) => themes.placeOf(theme));
  const changed: NetworkColumns['actors'] = {
    ...delta.actors,
    kind: delta.actors.kind.map((kind) => newKinds[kind]!),
    theme: delta.actors.theme.map((theme) => newThemes[theme]!),
  };
  const { from, movedBase, movedChanged } = mergeActors(base, delta);
  yield;
  const both = joined(base.actors, changed);
  yield;
  const actors = pickActors(both, from);
  yield;
  const ties = yield* mergeTies(base, delta, movedBase, movedChanged);
  return {
    seq: delta.seq,
    asOf: delta.asOf,
    analysedOn: delta.analysedOn,
    communities: base.communities,
    kinds: kinds.all,
    themes: themes.all,
    actors: { ...actors, degree: degreesOf(actors.ids.length, ties) },
    ties,
  };
}

/**
 * What is different in `now`; null: nothing. With `among` both are looked at only as far as these actors go: `now` then holds no others, and
 * ties among them only. Places, communities and numbers of ties are no difference: they come with the next snapshot. The same for the
 * same difference, however many were looked at: whose change was hidden leaves no trace.
 */
export function deltaBetween(base: NetworkColumns, now: NetworkColumns, among: ReadonlySet<Id> | null = null): NetworkDelta | null {
  const placeNow = new Map(now.actors.ids.map((id, place) => [id, place]));
  const touched = new Uint8Array(now.actors.ids.length).fill(1);
  const gone: Id[] = [];
  // Where an actor of the snapshot stands now: -1 no longer, -2 not looked at.
  const moved = Int32Array.from(base.actors.ids, (id) => (among && !among.has(id) ? -2 : (placeNow.get(id) ?? -1)));
  const words = { kinds: placesOf(base.kinds, now.kinds), themes: placesOf(base.themes, now.themes) };
  moved.forEach((place, before) => {
    if (place === -1) gone.push(base.actors.ids[before]!);
    if (place >= 0 && sameActor(base.actors, before, now.actors, place, words)) touched[place] = 0;
  });
  const touch = (...places: number[]): void => places.forEach((place) => place >= 0 && (touched[place] = 1));
  const count = now.actors.ids.length;
  const before = new Map<number, number>();
  base.ties.a.forEach((from, tie) => {
    const [a, b] = [moved[from]!, moved[base.ties.b[tie]!]!];
    if (a === -2 || b === -2) return;
    if (a < 0 || b < 0) touch(a, b);
    else before.set(a * count + b, tie);
  });
  now.ties.a.forEach((a, tie) => {
    const b = now.ties.b[tie]!;
    const known = before.get(a * count + b);
    before.delete(a * count + b);
    if (known === undefined || !sameTie(base.ties, known, now.ties, tie)) touch(a, b);
  });
  for (const pair of before.keys()) touch(Math.floor(pair / count), pair % count);
  const places = Uint32Array.from(now.actors.ids.keys()).filter((place) => touched[place] === 1);
  if (places.length === 0 && gone.length === 0) return null;
  return { ...standingAlone(now, places), communities: [], base: base.seq, gone };
}

/** The difference as bytes. */
export function packDelta({ actors, ties, gone, ...head }: NetworkDelta): Uint8Array<ArrayBuffer> {
  return pack(head, { ...groupedAs('actors', actors), ...groupedAs('ties', ties), gone });
}

/** The difference again. Throws `NotPacked` where the bytes are none. */
export function unpackDelta(packed: ArrayBuffer): NetworkDelta {
  const { head, columns } = unpack<Omit<NetworkDelta, 'actors' | 'ties' | 'gone'>>(packed);
  return { ...head, actors: groupIn(columns, 'actors'), ties: groupIn(columns, 'ties'), gone: columns['gone'] } as unknown as NetworkDelta;
}

/** Texts that columns name by their place; new ones are put at the end. */
class Words {
  readonly all: string[];
  private readonly places: Map<string, number>;

  constructor(known: readonly string[]) {
    this.all = [...known];
    this.places = new Map(known.map((word, place) => [word, place]));
  }

  placeOf(word: string): number {
    const known = this.places.get(word);
    if (known !== undefined) return known;
    this.places.set(word, this.all.length);
    return this.all.push(word) - 1;
  }
}

/** For each word of `now` its place in `base`; -1: it is new. */
function placesOf(base: readonly string[], now: readonly string[]): number[] {
  const places = new Map(base.map((word, place) => [word, place]));
  return now.map((word) => places.get(word) ?? -1);
}

type Actors = NetworkColumns['actors'];
type Ties = NetworkColumns['ties'];

function sameActor(base: Actors, p: number, now: Actors, q: number, words: { kinds: number[]; themes: number[] }): boolean {
  const texts = ['names', 'labels', 'slugs', 'cities'] as const;
  if (texts.some((column) => base[column][p] !== now[column][q]) || base.kind[p] !== words.kinds[now.kind[q]!]) return false;
  if (!Object.is(base.lon[p], now.lon[q]) || !Object.is(base.lat[p], now.lat[q])) return false;
  const [before, after] = [themesAt(base, p), themesAt(now, q)];
  return before.length === after.length && before.every((theme, at) => theme === words.themes[after[at]!]);
}

function sameTie(base: Ties, p: number, now: Ties, q: number): boolean {
  return (['grade', 'strength', 'since', 'until', 'sources'] as const).every((column) => base[column][p] === now[column][q]);
}

/** Both lists of actors are in order of id, and so is what comes out: for each place where it comes from, and where each went. */
function mergeActors(base: NetworkColumns, delta: NetworkDelta) {
  const [old, changed] = [base.actors.ids, delta.actors.ids];
  const gone = new Set(delta.gone);
  const from: number[] = [];
  const movedBase = new Int32Array(old.length).fill(-1);
  const movedChanged = new Int32Array(changed.length);
  for (let p = 0, q = 0; p < old.length || q < changed.length;) {
    if (q < changed.length && (p >= old.length || changed[q]! <= old[p]!)) {
      // Who is touched is both: the newer holds.
      if (changed[q] === old[p]) movedBase[p++] = from.length;
      movedChanged[q] = from.length;
      from.push(old.length + q++);
    } else if (gone.has(old[p]!)) p++;
    else {
      movedBase[p] = from.length;
      from.push(p++);
    }
  }
  return { from: Uint32Array.from(from), movedBase, movedChanged };
}

function joined(base: Actors, more: Actors): Actors {
  const themes = base.theme.length;
  const both = <Kind extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array>(one: Kind, other: Kind): Kind => {
    const result = new (one.constructor as new (length: number) => Kind)(one.length + other.length);
    result.set(one);
    result.set(other, one.length);
    return result;
  };
  return {
    ids: [...base.ids, ...more.ids],
    names: [...base.names, ...more.names],
    labels: [...base.labels, ...more.labels],
    slugs: [...base.slugs, ...more.slugs],
    cities: [...base.cities, ...more.cities],
    kind: both(base.kind, more.kind),
    themeEnd: both(
      base.themeEnd,
      more.themeEnd.map((end) => end + themes),
    ),
    theme: both(base.theme, more.theme),
    x: both(base.x, more.x),
    y: both(base.y, more.y),
    lon: both(base.lon, more.lon),
    lat: both(base.lat, more.lat),
    community: both(base.community, more.community),
    degree: both(base.degree, more.degree),
    broker: both(base.broker, more.broker),
  };
}

/** Ties of the snapshot that stay, and those of the difference, in order of their ends. */
function* mergeTies(
  base: NetworkColumns,
  delta: NetworkDelta,
  movedBase: Int32Array,
  movedChanged: Int32Array,
): Generator<undefined, Ties> {
  const touched = new Set(movedChanged);
  const size = base.ties.a.length + delta.ties.a.length;
  const ties: Ties = {
    a: new Uint32Array(size),
    b: new Uint32Array(size),
    grade: new Uint8Array(size),
    strength: new Float32Array(size),
    since: new Int32Array(size),
    until: new Int32Array(size),
    sources: new Uint16Array(size),
  };
  let count = 0;
  const take = (source: Ties, tie: number, a: number, b: number): void => {
    ties.a[count] = a;
    ties.b[count] = b;
    for (const column of ['grade', 'strength', 'since', 'until', 'sources'] as const) ties[column][count] = source[column][tie]!;
    count++;
  };
  let next = 0;
  const takeChangedBefore = (a: number, b: number): void => {
    for (; next < delta.ties.a.length; next++) {
      const [p, q] = [movedChanged[delta.ties.a[next]!]!, movedChanged[delta.ties.b[next]!]!];
      if (p > a || (p === a && q > b)) return;
      take(delta.ties, next, p, q);
    }
  };
  for (let tie = 0; tie < base.ties.a.length; tie++) {
    if (tie % STEP === STEP - 1) yield;
    const [a, b] = [movedBase[base.ties.a[tie]!]!, movedBase[base.ties.b[tie]!]!];
    if (a < 0 || b < 0 || (touched.has(a) && touched.has(b))) continue;
    takeChangedBefore(a, b);
    take(base.ties, tie, a, b);
  }
  takeChangedBefore(Number.POSITIVE_INFINITY, 0);
  return Object.fromEntries(Object.entries(ties).map(([name, column]) => [name, column.slice(0, count)])) as unknown as Ties;
}
