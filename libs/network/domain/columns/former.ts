import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { placeNear } from '../placing';
import type { NetworkColumns } from './network-columns';

/** An actor that another continues: it is in the network of days before that, and in none from then on. */
export interface FormerActor {
  id: Id;
  name: string;
  label: string;
  slug: string;
  kind: string;
  themes: readonly string[];
  city: string | null;
  lon: number | null;
  lat: number | null;
  /** The first day on which it is there no more. */
  closedOn: LocalDate;
}

/** A network with actors that were there then, behind those of today, whose places stay theirs. They have no place in the picture yet. */
export function withFormer(network: NetworkColumns, former: readonly FormerActor[]): NetworkColumns {
  if (former.length === 0) return network;
  const { actors } = network;
  const [kinds, themes] = [[...network.kinds], [...network.themes]];
  const placeIn = (all: string[], one: string) => (all.includes(one) ? all.indexOf(one) : all.push(one) - 1);
  let end = actors.theme.length;
  const each = former.map((actor) => ({ ...actor, themeAt: actor.themes.map((theme) => placeIn(themes, theme)) }));
  const none = (value: number) => each.map(() => value);
  return {
    ...network,
    ...{ kinds, themes },
    actors: {
      ids: [...actors.ids, ...each.map(({ id }) => id)],
      names: [...actors.names, ...each.map(({ name }) => name)],
      labels: [...actors.labels, ...each.map(({ label }) => label)],
      slugs: [...actors.slugs, ...each.map(({ slug }) => slug)],
      cities: [...actors.cities, ...each.map(({ city }) => city ?? '')],
      kind: Uint8Array.from([...actors.kind, ...each.map(({ kind }) => placeIn(kinds, kind))]),
      themeEnd: Uint32Array.from([...actors.themeEnd, ...each.map(({ themeAt }) => (end += themeAt.length))]),
      theme: Uint16Array.from([...actors.theme, ...each.flatMap(({ themeAt }) => themeAt)]),
      x: Float32Array.from([...actors.x, ...none(0)]),
      y: Float32Array.from([...actors.y, ...none(0)]),
      lon: Float32Array.from([...actors.lon, ...each.map(({ lon }) => lon ?? Number.NaN)]),
      lat: Float32Array.from([...actors.lat, ...each.map(({ lat }) => lat ?? Number.NaN)]),
      community: Int32Array.from([...actors.community, ...none(-1)]),
      degree: Uint32Array.from([...actors.degree, ...none(0)]),
      broker: Float32Array.from([...actors.broker, ...none(0)]),
    },
  };
}

/** Puts those from `first` on near whom they are tied to. */
export function placeFormer({ actors, ties }: NetworkColumns, first: number): void {
  for (let at = first; at < actors.ids.length; at++) {
    const near: { x: number; y: number }[] = [];
    ties.a.forEach((a, tie) => {
      const b = ties.b[tie]!;
      const other = a === at ? b : b === at ? a : -1;
      if (other >= 0 && other < first) near.push({ x: actors.x[other]!, y: actors.y[other]! });
    });
    const { x, y } = placeNear(actors.ids[at]!, near);
    actors.x[at] = x;
    actors.y[at] = y;
  }
}
