import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Vector } from './meaning/vectors';
import type { TextLanguage } from './text/tokens';

export interface GeoPoint {
  latitude: number;
  longitude: number;
}

/** An offer or a need of an actor, with what matching asks of it. */
export interface MatchedEntry {
  id: Id;
  actorId: Id;
  direction: 'OFFER' | 'NEED';
  /** Of its actor. */
  kind?: string;
  title: string;
  text: string;
  language: TextLanguage;
  themes: readonly string[];
  /** Ids of competences it was tagged with. */
  competences: readonly string[];
  /** Who says it, in a few words (name, summary). */
  about?: string;
  fromOn?: LocalDate | null;
  untilOn?: LocalDate | null;
  /** Last day on which the actor said that it still holds. */
  confirmedOn?: LocalDate | null;
  /** The last day on which it counts as it was said; from then on it fades. Missing or null: it does not. */
  freshUntil?: LocalDate | null;
  place?: GeoPoint | null;
  /** What a sentence model makes of the windows of title and text; missing where there is no model, or not yet. */
  windows?: readonly Vector[];
  /** Ids of competences the actor says it does not have, whatever its offers say. */
  struck?: readonly string[];
}

/** What is asked for or offered, by an actor or by a visitor who has no account (`actorId` null). */
export interface MatchQuestion {
  /** Of the offer or need it is, where it is one. */
  id?: Id;
  actorId: Id | null;
  /** Of the actor; of an offer. */
  kind?: string;
  title?: string;
  text: string;
  language: TextLanguage;
  themes?: readonly string[];
  competences?: readonly string[];
  fromOn?: LocalDate | null;
  untilOn?: LocalDate | null;
  place?: GeoPoint | null;
  windows?: readonly Vector[];
  /** Of an offer as the question: what its actor says it cannot do. */
  struck?: readonly string[];
}

const EARTH_RADIUS_KM = 6371;

/** Great-circle distance in km (haversine formula). */
export function distanceKm(a: GeoPoint, b: GeoPoint): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const latitudes = radians(b.latitude - a.latitude) / 2;
  const longitudes = radians(b.longitude - a.longitude) / 2;
  const chord = Math.sin(latitudes) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitudes) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
