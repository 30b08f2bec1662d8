import type { TakenLicence } from './taken';

export interface DataLicence extends TakenLicence {
  /** As catalogues of public data in Germany name it (DCAT-AP.de). */
  catalogueId: string;
}

/** Licences an operator may grant for the open data of its regions. */
export const DATA_LICENCES = {
  'dl-de/by-2-0': {
    name: 'Datenlizenz Deutschland – Namensnennung – Version 2.0',
    address: 'https://www.govdata.de/dl-de/by-2-0',
    catalogueId: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
  },
  'dl-de/zero-2-0': {
    name: 'Datenlizenz Deutschland – Zero – Version 2.0',
    address: 'https://www.govdata.de/dl-de/zero-2-0',
    catalogueId: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
  },
  'cc-by/4.0': {
    name: 'Creative Commons Namensnennung 4.0 International',
    address: 'https://creativecommons.org/licenses/by/4.0/',
    catalogueId: 'http://dcat-ap.de/def/licenses/cc-by/4.0',
  },
  'cc-zero': {
    name: 'Creative Commons CC0 1.0',
    address: 'https://creativecommons.org/publicdomain/zero/1.0/',
    catalogueId: 'http://dcat-ap.de/def/licenses/cc-zero',
  },
} as const satisfies Record<string, DataLicence>;
export type DataLicenceId = keyof typeof DATA_LICENCES;

/** Nothing is granted. */
export const NO_LICENCE_ID = 'http://dcat-ap.de/def/licenses/other-closed';

interface LicensedRegion {
  example: boolean;
  sourceNote: string | null;
}

/**
 * Under which licence the public network of a region may be used. What was taken from public sources belongs to others: nothing is
 * granted there, whatever the operator set. An invented region is free with its source named; a real one is what its operator grants.
 */
export function licenceOf({ example, sourceNote }: LicensedRegion, granted: string | null | undefined): DataLicence | null {
  if (sourceNote !== null && !example) return null;
  if (granted && granted in DATA_LICENCES) return DATA_LICENCES[granted as DataLicenceId];
  return example ? DATA_LICENCES['dl-de/by-2-0'] : null;
}
