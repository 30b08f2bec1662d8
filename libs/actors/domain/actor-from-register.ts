import type { Id } from '@knotenpunkt/kernel';
import type { Actor } from './actor';

/** What a public register tells of an organisation. Parts it does not know are empty. */
export interface RegisteredActor extends Pick<Actor, 'id' | 'name' | 'shortName' | 'kind' | 'city' | 'postalCode' | 'lon' | 'lat'> {
  /** Which register, in words. */
  sourceNote: string;
}

/** The actor as it is stored: taken from a register, confirmed by nobody, without a Steckbrief of its own. */
export function actorFromRegister(told: RegisteredActor, place: { regionId: Id; slug: string }): Actor {
  return {
    ...told,
    ...place,
    summary: '',
    description: '',
    themes: [],
    competences: [],
    sector: null,
    occupations: [],
    street: '',
    district: '',
    website: '',
    size: null,
    parentId: null,
    collective: false,
    provenance: 'IMPORTED',
    confirmedOn: null,
    logoHash: null,
    proposable: true,
    archived: false,
    version: 1,
  };
}
