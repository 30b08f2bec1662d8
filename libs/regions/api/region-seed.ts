import type { LocalDate } from '@knotenpunkt/kernel';
import type {
  SeedAlliance,
  SeedAllianceWork,
  SeedChallenge,
  SeedCommitment,
  SeedContentReport,
  SeedSuccession,
  SeedEvent,
  SeedInitiative,
  SeedIntroduction,
  SeedOutsidePromise,
  SeedThread,
  SeedSuggestion,
} from './region-seed-acts';
import type { SeedActor, SeedDeclaredTie, SeedEntry, SeedMembership, SeedPerson, SeedRegistration } from './region-seed-actors';
import type { SeedNetworkNote, SeedNetworkRound, SeedNetworkView } from './region-seed-network';

export type * from './region-seed-actors';
export type * from './region-seed-acts';
export type * from './region-seed-network';

export interface SeedRegion {
  slug: string;
  nameDe: string;
  nameEn: string;
  language: 'de';
  timeZone: string;
  /** Degrees: west, south, east, north. */
  extent: [number, number, number, number];
  /** True for an invented region. */
  example: boolean;
  /** The day whose state the file describes; null: the day of loading. */
  asOf: LocalDate | null;
  /** Where everything comes from, for the provenance of each entry; null: nothing to say, the region is invented. */
  sourceNote: string | null;
}

/**
 * All that is loaded into a region when the product starts for the first time, in one form and with real dates. Keys
 * are unique within their list; rows get `idFrom(region.slug, 'actor', key)`, so that rooms refer to each other without
 * looking up.
 */
export interface RegionSeed {
  region: SeedRegion;
  /** GeoJSON for `readOutlines`; null: none. */
  outlines: object | null;
  people: SeedPerson[];
  actors: SeedActor[];
  memberships: SeedMembership[];
  declaredTies: SeedDeclaredTie[];
  entries: SeedEntry[];
  registrations: SeedRegistration[];
  initiatives: SeedInitiative[];
  events: SeedEvent[];
  challenges: SeedChallenge[];
  alliances: SeedAlliance[];
  allianceWork: SeedAllianceWork[];
  commitments: SeedCommitment[];
  introductions: SeedIntroduction[];
  outsidePromises: SeedOutsidePromise[];
  threads: SeedThread[];
  suggestions: SeedSuggestion[];
  contentReports: SeedContentReport[];
  networkViews: SeedNetworkView[];
  networkRounds: SeedNetworkRound[];
  networkNotes: SeedNetworkNote[];
  successions: SeedSuccession[];
}
