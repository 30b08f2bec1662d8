import { themesAt, type NetworkColumns } from './network-columns';

/** The columns of the actors at some places (in rising order) and the ties among them; with `mostTies` the strongest only. */
export function part<Whole extends NetworkColumns>(whole: Whole, places: Uint32Array, mostTies = Number.POSITIVE_INFINITY): NetworkColumns {
  const { seq, asOf, analysedOn, communities, kinds, themes } = whole;
  const at = new Int32Array(whole.actors.ids.length).fill(-1);
  places.forEach((place, index) => (at[place] = index));
  const { a, b, strength } = whole.ties;
  let ties: number[] = [];
  for (let tie = 0; tie < a.length; tie++) if (at[a[tie]!]! >= 0 && at[b[tie]!]! >= 0) ties.push(tie);
  if (ties.length > mostTies) {
    ties.sort((p, q) => strength[q]! - strength[p]! || p - q);
    ties = ties.slice(0, mostTies).sort((p, q) => p - q);
  }
  const chosen = Uint32Array.from(ties);
  return {
    ...{ seq, asOf, analysedOn, communities, kinds, themes },
    actors: pickActors(whole.actors, places),
    ties: pickTies(whole.ties, chosen, (place) => at[place]!),
  };
}

/** The same as if there were nothing else: it names no kind and no theme, and counts no tie, of those left out. */
export function standingAlone(whole: NetworkColumns, places: Uint32Array): NetworkColumns {
  const picked = part(whole, places);
  const { actors, ties } = picked;
  const kinds = usedOf(whole.kinds, actors.kind);
  const themes = usedOf(whole.themes, actors.theme);
  return {
    ...picked,
    ...{ kinds: kinds.words, themes: themes.words },
    actors: {
      ...actors,
      kind: actors.kind.map((kind) => kinds.places.get(kind)!),
      theme: actors.theme.map((theme) => themes.places.get(theme)!),
      degree: degreesOf(actors.ids.length, ties),
    },
  };
}

/** Those words that are named, in their order, and where each of them stands now. */
function usedOf(words: readonly string[], named: Uint8Array | Uint16Array): { words: string[]; places: Map<number, number> } {
  const used = [...new Set<number>(named)].sort((p, q) => p - q);
  return { words: used.map((place) => words[place]!), places: new Map(used.map((place, index) => [place, index])) };
}

/** How many ties each of so many actors has. */
export function degreesOf(actors: number, { a, b }: Pick<NetworkColumns['ties'], 'a' | 'b'>): Uint32Array {
  const degree = new Uint32Array(actors);
  for (const ends of [a, b]) for (const end of ends) degree[end]!++;
  return degree;
}

/** The actors at some places. */
export function pickActors(actors: NetworkColumns['actors'], places: Uint32Array): NetworkColumns['actors'] {
  const text = (column: readonly string[]) => Array.from(places, (place) => column[place]!);
  const themeEnd = new Uint32Array(places.length);
  let themes = 0;
  places.forEach((place, index) => (themeEnd[index] = themes += themesAt(actors, place).length));
  const theme = new Uint16Array(themes);
  places.forEach((place, index) => theme.set(themesAt(actors, place), index === 0 ? 0 : themeEnd[index - 1]!));
  return {
    ids: text(actors.ids),
    names: text(actors.names),
    labels: text(actors.labels),
    slugs: text(actors.slugs),
    cities: text(actors.cities),
    kind: Uint8Array.from(places, (place) => actors.kind[place]!),
    ...{ themeEnd, theme },
    x: Float32Array.from(places, (place) => actors.x[place]!),
    y: Float32Array.from(places, (place) => actors.y[place]!),
    lon: Float32Array.from(places, (place) => actors.lon[place]!),
    lat: Float32Array.from(places, (place) => actors.lat[place]!),
    community: Int32Array.from(places, (place) => actors.community[place]!),
    degree: Uint32Array.from(places, (place) => actors.degree[place]!),
    broker: Float32Array.from(places, (place) => actors.broker[place]!),
  };
}

/** Some ties, their ends moved to other places. */
export function pickTies(ties: NetworkColumns['ties'], chosen: Uint32Array, move: (place: number) => number): NetworkColumns['ties'] {
  return {
    a: Uint32Array.from(chosen, (tie) => move(ties.a[tie]!)),
    b: Uint32Array.from(chosen, (tie) => move(ties.b[tie]!)),
    grade: Uint8Array.from(chosen, (tie) => ties.grade[tie]!),
    strength: Float32Array.from(chosen, (tie) => ties.strength[tie]!),
    since: Int32Array.from(chosen, (tie) => ties.since[tie]!),
    until: Int32Array.from(chosen, (tie) => ties.until[tie]!),
    sources: Uint16Array.from(chosen, (tie) => ties.sources[tie]!),
  };
}
