import { ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import type { ActorKind } from '@knotenpunkt/themes/domain';

/** What counts of an organisation when one is named as the employer of another. */
interface Named {
  id: Id;
  regionId: Id;
  kind: ActorKind;
  employerId: Id | null;
  archived: boolean;
}

/** What has to be known of an organisation that is named as an employer. */
export interface EmployerFacts {
  /** The organisation itself; null: there is none. */
  employer: Named | null;
  /** Whether somebody names the one that names it now as an employer. */
  isEmployer: boolean;
}

export type EmployerCode = 'NO_COUNCIL' | 'EMPLOYER_ITSELF' | 'EMPLOYER_UNKNOWN' | 'EMPLOYER_IS_COUNCIL' | 'HAS_COUNCIL';

/** Only what is a union or a council says at whom it stands for people. What it said stays where its kind was changed, and counts again when that is taken back. */
export function employerIdOf({ kind, employerId }: Pick<Named, 'kind' | 'employerId'>): Id | null {
  return kind === 'UNION' ? employerId : null;
}

/** Whether one of two names the other as its employer: then they are two, and stay two. */
export function areCouncilAndEmployer(one: Named, other: Named): boolean {
  return one.employerId === other.id || other.employerId === one.id;
}

/** The employer a council names, or why not. What it said before may stay, also when that organisation has left the directory. */
export function checkEmployer(
  actor: Named,
  employerId: Id | null,
  { employer, isEmployer }: EmployerFacts,
): Result<Id | null, EmployerCode> {
  if (employerId === null || employerId === actor.employerId) return ok(employerId);
  const no = (code: EmployerCode) => refuse(code, { field: 'employerId' });
  if (actor.kind !== 'UNION') return no('NO_COUNCIL');
  if (employerId === actor.id) return no('EMPLOYER_ITSELF');
  const known = employer?.id === employerId && !employer.archived && employer.regionId === actor.regionId;
  if (!known) return no('EMPLOYER_UNKNOWN');
  if (employerIdOf(employer) !== null) return no('EMPLOYER_IS_COUNCIL');
  return isEmployer ? no('HAS_COUNCIL') : ok(employerId);
}

/** The employer that was named before there was an entry, once it is made: none where that organisation cannot be it any more. */
export function employerWhenEntered(founded: Pick<Named, 'regionId' | 'kind' | 'employerId'>, employer: Named | null): Id | null {
  if (founded.employerId === null) return null;
  const coming = { ...founded, id: '', employerId: null, archived: false };
  return checkEmployer(coming, founded.employerId, { employer, isEmployer: false }).ok ? founded.employerId : null;
}
