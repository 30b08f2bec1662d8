import { GRADES, type Grade, type LocalDate } from '@knotenpunkt/kernel';
import { ACTOR_KINDS } from '@knotenpunkt/themes/domain';
import type { NetworkView } from '../view/view';

/** What a view leaves out, as the server is asked for it; empty lists leave out nothing. */
export interface ViewFilters {
  kinds: string[];
  grades: Grade[];
  themes: string[];
  roles: string[];
  sinceAfter: LocalDate | null;
  running: boolean;
  minStrength: number;
  asOf: LocalDate | null;
}

/** A kind nobody is of, and a strength no tie has: for views that show none. */
const NO_KIND = '-';
const NO_STRENGTH = 1e9;

/**
 * The filters of a view, so that surroundings, ways and common ground lead over nothing that its filters leave out. Classes that are
 * taken back in the legend count: they are made of the whole network where it is read, and the server knows none (`hidesClasses`).
 */
export function filtersOf(view: NetworkView): ViewFilters {
  const { kinds, grades, themes, roles, sinceAfter, running, minStrength, asOf } = view;
  return {
    kinds: kinds.length === ACTOR_KINDS.length ? [] : kinds.length === 0 ? [NO_KIND] : [...kinds],
    grades: grades.length === GRADES.length ? [] : [...grades],
    themes: [...themes],
    roles: [...roles],
    sinceAfter,
    running,
    minStrength: grades.length === 0 ? NO_STRENGTH : minStrength,
    asOf,
  };
}

/** How far the surroundings of a view reach; those around somebody chosen by role at least one tie. */
export function depthOf({ steps }: Pick<NetworkView, 'steps'>): 1 | 2 | 3 {
  return steps > 2 ? 3 : steps === 2 ? 2 : 1;
}

/** Words of roles by which ties can be chosen; who declares a tie has one of its own. */
export const TIE_ROLES = ['LEAD', 'PARTNER', 'FUNDER', 'SUPPORTER', 'HOST', 'MEMBER', 'DECLARED'] as const;
