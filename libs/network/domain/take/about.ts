import { GRADES, type Audience } from '@knotenpunkt/kernel';
import { themeLabel } from '@knotenpunkt/themes/domain';
import type { NetworkOverview, OverviewActor } from '../columns/network-overview';
import { colouringOf, hidesClasses } from '../decorate/classes';
import { FIRST_VIEW, type NetworkView } from '../view/view';
import { className } from './decorated-words';
import type { TakeWords } from './take-words';

/** What must be known to say what a view leaves out. */
export interface AboutContext {
  /** Those of the chosen who are there. */
  chosen: readonly OverviewActor[];
  /** Whether what is taken along was narrowed by roles; the columns do not tell them. */
  knowsRoles: boolean;
  audience: Audience;
  words: TakeWords;
}

function hiddenOf(network: NetworkOverview, view: NetworkView, words: TakeWords): string {
  // Kinds and themes are hidden by their own filters.
  if (!hidesClasses(view)) return '';
  const hidden = colouringOf(network, view).classes.filter(({ id }) => view.hidden.includes(id));
  if (hidden.length === 0) return '';
  return words.fill(words.own.about.hidden, { names: words.list(hidden.map(({ label }) => className(label, words))) });
}

/** Roles narrow only where somebody is chosen: whole networks do not tell them. */
function rolesOf(view: NetworkView, { chosen, knowsRoles, words }: AboutContext): string {
  if (view.roles.length === 0 || chosen.length === 0) return '';
  const { roles, rolesLeftOut } = words.own.about;
  return words.fill(knowsRoles ? roles : rolesLeftOut, { names: words.list(view.roles.map((role) => words.role(role))) });
}

/** The day with which the one that is drawn is compared. */
function comparedOf({ asOf }: NetworkOverview, view: NetworkView, words: TakeWords): string {
  if (view.comparedWith === null) return '';
  const [earlier] = [view.asOf ?? asOf, view.comparedWith].toSorted();
  return earlier! >= asOf ? '' : words.fill(words.own.about.compared, { day: words.day(earlier!), shown: words.day(asOf) });
}

/** What the view leaves out or puts first, in sentences. */
export function aboutOf(network: NetworkOverview, view: NetworkView, context: AboutContext): string[] {
  const { chosen, audience, words } = context;
  const { about } = words.own;
  const names = words.list(chosen.map(({ label }) => label));
  const say = (text: string, values: Record<string, string | number>) => words.fill(text, values);
  const around = view.steps === 1 ? about.surroundings_one : about.surroundings_other;
  return [
    view.steps > 0 && names !== '' ? say(around, { count: view.steps, names }) : names !== '' ? say(about.chosen, { names }) : '',
    view.kinds.length < FIRST_VIEW.kinds.length ? say(about.kinds, { names: words.list(view.kinds.map((kind) => words.kind(kind))) }) : '',
    view.grades.length < GRADES.length ? say(about.grades, { names: words.list(view.grades.map((grade) => words.grade(grade))) }) : '',
    view.themes.length > 0 ? say(about.themes, { names: words.list(view.themes.map((theme) => themeLabel(theme, words.language))) }) : '',
    view.minStrength > 0 ? say(about.minStrength, { strength: view.minStrength }) : '',
    view.sinceAfter ? say(about.since, { day: words.day(view.sinceAfter) }) : '',
    view.running ? about.running : '',
    rolesOf(view, context),
    hiddenOf(network, view, words),
    comparedOf(network, view, words),
    network.analysedOn === 'STATED' ? about.stated : '',
    audience === 'PUBLIC' ? '' : about.members,
  ].filter((text) => text !== '');
}
