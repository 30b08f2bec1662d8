import { GRADES, type Grade } from '@knotenpunkt/kernel';
import { ACTOR_KINDS, type ActorKind } from '@knotenpunkt/themes/domain';
import type { NetworkOverview } from '../columns/network-overview';
import { shownOf, type Shown } from '../view/shown';
import type { NetworkView } from '../view/view';
import { colouringOf, type ColourClass, type Colouring } from './classes';

/** A line of the legend. */
export interface LegendRow extends ColourClass {
  /** Place among the classes of the colouring. */
  at: number;
  shown: boolean;
  /** How many are shown; of a hidden class how many would be, if nothing of this legend were hidden. */
  count: number;
}

/** Whether the view shows this class of its colouring. */
export function showsClass({ colour, kinds, themes, hidden }: NetworkView, { id }: Pick<ColourClass, 'id'>): boolean {
  if (colour === 'kind') return (kinds as readonly string[]).includes(id);
  if (colour === 'theme' && themes.length > 0 && !themes.includes(id)) return false;
  return !hidden.includes(id);
}

/** The legend of the present colouring. A class nobody is in has no line. */
export function legendOf(network: NetworkOverview, view: NetworkView, shown: Shown): LegendRow[] {
  const colouring = colouringOf(network, view);
  const counts = countsOf(colouring, shown.actors);
  const states = colouring.classes.map((each) => showsClass(view, each));
  const whole = states.includes(false) ? wholeCounts(network, view) : counts;
  return colouring.classes
    .map((each, at) => ({ ...each, at, shown: states[at]!, count: (states[at] ? counts : whole)[at]! }))
    .filter(({ at }) => (whole[at] ?? 0) > 0 || counts[at]! > 0 || colouring.of.includes(at));
}

function wholeCounts(network: NetworkOverview, view: NetworkView): number[] {
  const everything = { ...view, ...allClasses(view) };
  return countsOf(colouringOf(network, everything), shownOf(network, everything).actors);
}

/** What of a view shows every class of its colouring. */
export function allClasses({ colour }: Pick<NetworkView, 'colour'>): Partial<NetworkView> {
  if (colour === 'kind') return { kinds: ACTOR_KINDS };
  return colour === 'theme' ? { themes: [], hidden: [] } : { hidden: [] };
}

function countsOf({ classes, of }: Colouring, shown: Uint8Array): number[] {
  const counts = classes.map(() => 0);
  for (let place = 0; place < of.length; place++) if (shown[place]) counts[of[place]!]!++;
  return counts;
}

/** Hides or shows a class. Themes are a filter of their own: of these the last cannot be hidden, all come back instead. */
export function switchClass(network: NetworkOverview, view: NetworkView, id: string): Partial<NetworkView> {
  const { colour, kinds, themes, hidden } = view;
  if (colour === 'kind') return { kinds: toggled(ACTOR_KINDS, kinds, id as ActorKind) };
  const present = network.columns.themes;
  if (colour === 'theme' && present.includes(id)) {
    const wanted = toggled(present, themes.length === 0 ? present : themes, id);
    return { themes: wanted.length === present.length ? [] : wanted };
  }
  return { hidden: hidden.includes(id) ? hidden.filter((each) => each !== id) : [...hidden, id] };
}

/** In the order of `all`, with the value where it was not and without it where it was. */
export function toggled<Value extends string>(all: readonly Value[], chosen: readonly Value[], value: Value): Value[] {
  return all.filter((each) => (each === value ? !chosen.includes(each) : chosen.includes(each)));
}

/** Lines of the legend of grades: ties shown; of a grade that is not drawn, how many would be. */
export function gradesOf(network: NetworkOverview, view: NetworkView, shown: Shown): { grade: Grade; shown: boolean; count: number }[] {
  const counts = gradeCounts(network, shown);
  const missing = GRADES.some((grade) => !view.grades.includes(grade));
  const whole = missing ? gradeCounts(network, shownOf(network, { ...view, grades: GRADES })) : counts;
  return GRADES.map((grade, at) => {
    const isShown = view.grades.includes(grade);
    return { grade, shown: isShown, count: (isShown ? counts : whole)[at]! };
  });
}

function gradeCounts({ columns: { ties } }: NetworkOverview, shown: Shown): number[] {
  const counts = GRADES.map(() => 0);
  for (let tie = 0; tie < ties.grade.length; tie++) if (shown.ties[tie]) counts[ties.grade[tie]!]!++;
  return counts;
}
