import { fromDay, type LocalDate } from '@knotenpunkt/kernel';
import { ACTOR_KINDS } from '@knotenpunkt/themes/domain';
import type { NetworkOverview } from '../columns/network-overview';
import type { CommunityNaming } from '../community';
import type { NetworkView } from '../view/view';
import { firstDays, NO_DAY } from './first-days';
import { firstThemes } from './first-themes';
import { fifths } from './fifths';

/** What a class is called; the words are added where it is shown. */
export type ClassLabel =
  | { is: 'kind'; kind: string }
  | { is: 'community'; naming: CommunityNaming }
  | { is: 'theme'; theme: string }
  | { is: 'degree' | 'broker'; from: number; to: number }
  | { is: 'age'; from: LocalDate; to: LocalDate }
  /** Whom the colouring says nothing about. */
  | { is: 'rest'; of: NetworkView['colour'] };

/** What has the same colour. */
export interface ColourClass {
  /** Stands in the address where the class is hidden. */
  id: string;
  label: ClassLabel;
}

/** Which colour everybody has: a partition of all actors of the network. */
export interface Colouring {
  classes: readonly ColourClass[];
  /** Place in `classes`, an actor each. */
  of: Uint8Array;
}

/** The id of the class of those about whom a colouring says nothing. */
export const REST = 'rest';
/** So many communities have a colour of their own; smaller ones share that of the rest. */
export const MOST_COMMUNITIES = 35;

type Colours = Pick<NetworkView, 'colour' | 'themes'>;

/** Whether the legend takes back classes of the colouring; kinds are filters of their own. */
export function hidesClasses({ colour, hidden }: Pick<NetworkView, 'colour' | 'hidden'>): boolean {
  return hidden.length > 0 && colour !== 'kind';
}

/**
 * The classes of the present colouring. They are made of the whole network: what one hides or filters leaves bounds and colours as
 * they are. Only themes follow the filter: whoever has several has the colour of the first that is looked at.
 */
export function colouringOf(network: NetworkOverview, view: Colours): Colouring {
  switch (view.colour) {
    case 'kind':
      return byKind(network);
    case 'community':
      return byCommunity(network);
    case 'theme':
      return byTheme(network, view.themes);
    case 'degree':
      return byMeasure('degree', Float64Array.from(network.columns.actors.degree));
    case 'broker':
      return byMeasure('broker', Float64Array.from(network.columns.actors.broker));
    case 'age':
      return byAge(network);
  }
}

function byKind({ columns: { kinds, actors } }: NetworkOverview): Colouring {
  const present = ACTOR_KINDS.filter((kind) => kinds.includes(kind));
  const others = kinds.filter((kind) => !(present as readonly string[]).includes(kind));
  const order = [...present, ...others];
  const placeOf = kinds.map((kind) => order.indexOf(kind));
  return {
    classes: order.map((kind) => ({ id: kind, label: { is: 'kind', kind } })),
    of: actors.kind.map((kind) => placeOf[kind]!),
  };
}

/** Of communities within communities those at the top have a colour. */
function byCommunity({ columns: { communities, actors } }: NetworkOverview): Colouring {
  const top = communities.map((_, at) => topOf(communities, at));
  const coloured = communities
    .map((community, at) => ({ community, at }))
    .filter(({ community }) => community.level === 0)
    .sort((p, q) => q.community.size - p.community.size || (p.community.id < q.community.id ? -1 : 1))
    .slice(0, MOST_COMMUNITIES)
    // Ids stay with communities when sizes change, and so do colours.
    .sort((p, q) => p.community.id.localeCompare(q.community.id, 'en', { numeric: true }));
  const classes: ColourClass[] = coloured.map(({ community: { id, naming } }) => ({ id, label: { is: 'community', naming } }));
  const classOf = new Map(coloured.map(({ at }, place) => [at, place]));
  const rest = classes.push(restOf('community')) - 1;
  return { classes, of: Uint8Array.from(actors.community, (at) => (at < 0 ? rest : (classOf.get(top[at]!) ?? rest))) };
}

function topOf(communities: NetworkOverview['communities'], at: number): number {
  let [place, steps] = [at, 0];
  while (communities[place]!.parent >= 0 && steps++ < communities.length) place = communities[place]!.parent;
  return place;
}

function byTheme(network: NetworkOverview, wanted: readonly string[]): Colouring {
  const { themes } = network.columns;
  const first = firstThemes(network, wanted);
  return {
    classes: [...themes.map((theme): ColourClass => ({ id: theme, label: { is: 'theme', theme } })), restOf('theme')],
    of: Uint8Array.from(first, (theme) => (theme < 0 ? themes.length : theme)),
  };
}

function byMeasure(measure: 'degree' | 'broker', values: Float64Array): Colouring {
  const { steps, of } = fifths(values, (value) => value > 0);
  return {
    classes: [...steps.map(({ from, to }, at) => step(at, { is: measure, from, to })), restOf(measure)],
    of,
  };
}

function byAge(network: NetworkOverview): Colouring {
  const { steps, of } = fifths(Float64Array.from(firstDays(network)), (day) => day !== NO_DAY);
  return {
    classes: [...steps.map(({ from, to }, at) => step(at, { is: 'age', from: fromDay(from), to: fromDay(to) })), restOf('age')],
    of,
  };
}

function step(at: number, label: ClassLabel): ColourClass {
  return { id: `s${at + 1}`, label };
}

function restOf(of: NetworkView['colour']): ColourClass {
  return { id: REST, label: { is: 'rest', of } };
}
