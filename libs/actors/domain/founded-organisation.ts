import { checkLink, checkText, ok, refuse, type Id } from '@knotenpunkt/kernel';
import { isActorKind, type ActorKind } from '@knotenpunkt/themes/domain';
import { LIMITS } from './actor';

/** What is said of an organisation that has no entry yet. */
export interface FoundedOrganisation {
  name: string;
  kind: ActorKind;
  city: string;
  website: string;
  /** Who they are in one line. */
  summary: string;
  /** Of a works or staff council: the organisation whose people elected it. */
  employerId: Id | null;
}

/** The same as somebody writes it. */
export type FoundingWish = Record<Exclude<keyof FoundedOrganisation, 'employerId'>, string> & Pick<FoundedOrganisation, 'employerId'>;

/** What is wrong with each thing written; whether the employer can be one is decided where it is known. */
export const foundedChecks = ({ name, kind, city, website, summary }: Omit<FoundingWish, 'employerId'>) => ({
  name: checkText('name', name, { max: LIMITS.name }),
  kind: isActorKind(kind) ? ok(kind) : refuse('KIND_UNKNOWN', { field: 'kind' }),
  summary: checkText('summary', summary, { max: LIMITS.summary }),
  city: checkText('city', city, { max: LIMITS.city }),
  website: checkLink('website', website),
});
