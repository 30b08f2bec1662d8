import { fromDay } from '@knotenpunkt/kernel';
import { ACTOR_KINDS } from '@knotenpunkt/themes/domain';
import type { NetworkOverview } from '../columns/network-overview';
import type { NetworkView } from '../view/view';
import { byTies } from './arranged';
import { firstDays, NO_DAY } from './first-days';
import { firstThemes } from './first-themes';

/** What the list gathers actors by, where the picture stands them together; null: those about whom it is not known. */
export interface ArrangedGroup {
  by: 'kind' | 'city' | 'theme' | 'year';
  value: string | null;
  /** Places in the columns, those with most ties first. */
  members: number[];
}

/**
 * The actors shown, gathered as the arrangement of the view stands them: by kind, by place, by the first theme looked at, by the year of
 * their first tie. Null for communities, which have names of their own.
 */
export function groupsOf(
  network: NetworkOverview,
  { arrangement, themes }: Pick<NetworkView, 'arrangement' | 'themes'>,
  shown: Uint8Array,
): ArrangedGroup[] | null {
  if (arrangement === 'communities') return null;
  const { columns } = network;
  const { by, valueOf, compare } = keysOf(network, arrangement, themes);
  const groups = new Map<string | null, number[]>();
  for (let place = 0; place < network.actorCount; place++) {
    if (!shown[place]) continue;
    const value = valueOf(place);
    const members = groups.get(value);
    if (members) members.push(place);
    else groups.set(value, [place]);
  }
  const order = byTies(columns.actors);
  return [...groups]
    .map(([value, members]) => ({ by, value, members: members.sort(order) }))
    .sort((p, q) => Number(p.value === null) - Number(q.value === null) || compare(p, q));
}

interface Keys {
  by: ArrangedGroup['by'];
  valueOf: (place: number) => string | null;
  compare: (one: ArrangedGroup, other: ArrangedGroup) => number;
}

const rank = (all: readonly string[]) => (one: ArrangedGroup, other: ArrangedGroup) =>
  all.indexOf(one.value ?? '') - all.indexOf(other.value ?? '');
const byValue = (one: ArrangedGroup, other: ArrangedGroup) => (one.value! < other.value! ? -1 : 1);

function keysOf(
  network: NetworkOverview,
  arrangement: Exclude<NetworkView['arrangement'], 'communities'>,
  wanted: readonly string[],
): Keys {
  const { kinds, themes, actors } = network.columns;
  switch (arrangement) {
    case 'rings':
      return { by: 'kind', valueOf: (place) => kinds[actors.kind[place]!]!, compare: rank(ACTOR_KINDS) };
    case 'map':
      return {
        by: 'city',
        valueOf: (place) => actors.cities[place]! || null,
        compare: (one, other) => other.members.length - one.members.length || byValue(one, other),
      };
    case 'matrix': {
      const first = firstThemes(network, wanted);
      return { by: 'theme', valueOf: (place) => themes[first[place]!] ?? null, compare: rank(themes) };
    }
    case 'timeline': {
      const days = firstDays(network);
      return { by: 'year', valueOf: (place) => (days[place] === NO_DAY ? null : fromDay(days[place]!).slice(0, 4)), compare: byValue };
    }
  }
}
