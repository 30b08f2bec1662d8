import { GRADES, toDay } from '@knotenpunkt/kernel';
import { themesAt } from '../columns/network-columns';
import type { NetworkOverview } from '../columns/network-overview';
import { colouringOf, hidesClasses } from '../decorate/classes';
import type { NetworkView } from './view';

/** What of a network a view shows: one byte an actor and one a tie, 1 for what is shown, in the order of the columns. */
export interface Shown {
  actors: Uint8Array;
  ties: Uint8Array;
  actorCount: number;
  tieCount: number;
}

type Filters = Pick<
  NetworkView,
  'chosen' | 'target' | 'steps' | 'kinds' | 'grades' | 'themes' | 'minStrength' | 'sinceAfter' | 'running' | 'colour' | 'hidden'
>;

/** The view as the page shows it: while two days are compared, what has ended is one of the changes. */
export function asShown<View extends Pick<NetworkView, 'comparedWith' | 'running'>>(view: View): View {
  return view.comparedWith === null ? view : { ...view, running: false };
}

/**
 * What a view shows: actors of its kinds that have one of its themes, and the ties among them of its grades, strong and young
 * enough. With steps only what lies so many of these ties around one of the chosen; the chosen are always shown. Picture, list,
 * counts and whatever is taken along ask here, so that they agree. In time linear in actors and ties.
 */
export function shownOf(network: NetworkOverview, view: Filters): Shown {
  const { columns } = network;
  const actors = actorsOf(network, view);
  hideClasses(network, view, actors);
  const chosen = [...view.chosen, ...(view.target === null ? [] : [view.target])].flatMap((slug) => placeOf(network, slug));
  for (const place of chosen) actors[place] = 1;
  const { a, b, grade, strength, since, until } = columns.ties;
  const gradeShown = GRADES.map((each) => view.grades.includes(each));
  const today = toDay(columns.asOf);
  const first = view.sinceAfter === null ? -Infinity : toDay(view.sinceAfter);
  // Written as a loop: of half a million ties a page is asked for several times.
  const ties = new Uint8Array(a.length);
  for (let tie = 0; tie < ties.length; tie++) {
    if (actors[a[tie]!] !== 1 || actors[b[tie]!] !== 1 || since[tie]! < first) continue;
    if (view.running && until[tie]! < today) continue;
    if (gradeShown[grade[tie]!]! && strength[tie]! >= view.minStrength) ties[tie] = 1;
  }
  if (view.steps > 0 && chosen.length > 0) around(network, chosen, view.steps, actors, ties);
  return { actors, ties, actorCount: count(actors), tieCount: count(ties) };
}

function actorsOf({ columns: { actors, kinds, themes } }: NetworkOverview, view: Filters): Uint8Array {
  const kindShown = kinds.map((kind) => (view.kinds as readonly string[]).includes(kind));
  const themeShown = themes.map((theme) => view.themes.includes(theme));
  return actors.kind.map((kind, place) => {
    if (!kindShown[kind]) return 0;
    if (view.themes.length === 0) return 1;
    return Number(themesAt(actors, place).some((theme) => themeShown[theme]));
  });
}

/** Takes back who is in a class that the legend hides. */
function hideClasses(network: NetworkOverview, view: Filters, shown: Uint8Array): void {
  if (!hidesClasses(view)) return;
  const { classes, of } = colouringOf(network, view);
  const hidden = classes.map(({ id }) => view.hidden.includes(id));
  for (let place = 0; place < shown.length; place++) if (hidden[of[place]!]) shown[place] = 0;
}

/** Takes back what lies further than so many shown ties from all of these. */
function around(network: NetworkOverview, from: readonly number[], steps: number, actors: Uint8Array, ties: Uint8Array): void {
  const near = new Uint8Array(actors.length);
  let ring = from;
  for (const place of from) near[place] = 1;
  for (let step = 0; step < steps; step++) {
    const next: number[] = [];
    for (const place of ring) {
      const { actors: others, ties: between } = network.neighboursOf(place);
      for (let at = 0; at < others.length; at++) {
        const other = others[at]!;
        if (near[other] || !ties[between[at]!]) continue;
        near[other] = 1;
        next.push(other);
      }
    }
    ring = next;
  }
  for (let place = 0; place < actors.length; place++) actors[place]! &= near[place]!;
  const { a, b } = network.columns.ties;
  for (let tie = 0; tie < ties.length; tie++) ties[tie]! &= near[a[tie]!]! & near[b[tie]!]!;
}

function placeOf(network: NetworkOverview, slug: string): number[] {
  const actor = network.bySlug(slug);
  return actor ? [network.placeOf(actor.id)] : [];
}

function count(shown: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < shown.length; at++) sum += shown[at]!;
  return sum;
}
