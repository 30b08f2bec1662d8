import type { Audience, Clock, Grade, LocalDate } from '@knotenpunkt/kernel';
import type { GraphQuestion } from '@knotenpunkt/platform/graph';
import type { Region } from '@knotenpunkt/regions/domain';
import { dayOf } from '../snapshot.service';

/** What is left out of the network before a question about it is answered; what is missing leaves out nothing. */
export interface TieFilters {
  kinds?: readonly string[] | null;
  themes?: readonly string[] | null;
  roles?: readonly string[] | null;
  grades?: readonly Grade[] | null;
  sinceAfter?: LocalDate | null;
  running?: boolean | null;
  minStrength?: number | null;
  /** The day that is told; a day to come is today. */
  asOf?: LocalDate | null;
}

/** More values of one filter nobody has. */
const MOST_VALUES = 60;

/** The question to the graph for this region and audience, on the network that the filters leave. */
export function tieQuestion(region: Region, audience: Audience, clock: Clock, filters: TieFilters = {}): GraphQuestion {
  const { kinds, themes, roles, grades, sinceAfter, running, minStrength, asOf } = filters;
  const newest = dayOf(region, clock);
  const listed = <Value>(values: readonly Value[] | null | undefined) => [...new Set(values ?? [])].slice(0, MOST_VALUES);
  return {
    regionId: region.id,
    audience,
    asOf: asOf && asOf < newest ? asOf : newest,
    kinds: listed(kinds),
    themes: listed(themes),
    roles: listed(roles),
    grades: listed(grades),
    sinceAfter: sinceAfter ?? null,
    running: running ?? false,
    minStrength: minStrength ?? 0,
  };
}
