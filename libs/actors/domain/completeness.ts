import { daysBetween, type LocalDate } from '@knotenpunkt/kernel';
import type { Actor } from './actor';
import { CONFIRM_AFTER_DAYS, type Direction } from './entry';

/** Parts of a Steckbrief, in the order in which they help others most: first what makes a match possible at all. */
export const PROFILE_PARTS = [
  'NEED',
  'OFFER',
  'SUMMARY',
  'COMPETENCES',
  'THEMES',
  'CONTACT',
  'SECTOR',
  'OCCUPATIONS',
  'DESCRIPTION',
  'PLACE',
  'WEBSITE',
  'CONFIRMED',
] as const;
export type ProfilePart = (typeof PROFILE_PARTS)[number];

const WEIGHT: Record<ProfilePart, number> = {
  NEED: 17,
  OFFER: 17,
  SUMMARY: 13,
  COMPETENCES: 12,
  THEMES: 10,
  CONTACT: 9,
  SECTOR: 4,
  OCCUPATIONS: 3,
  DESCRIPTION: 5,
  PLACE: 3,
  WEBSITE: 2,
  CONFIRMED: 5,
};

export interface Completeness {
  /** 0 to 100, whole. */
  percent: number;
  /** What is missing, most helpful first. */
  missing: ProfilePart[];
}

/** How complete a Steckbrief is and what would help most. */
export function completenessOf(
  actor: Pick<Actor, 'summary' | 'description' | 'themes' | 'competences' | 'sector' | 'occupations' | 'lon' | 'website' | 'confirmedOn'>,
  has: { directions: readonly Direction[]; contacts: number },
  today: LocalDate,
): Completeness {
  const given: Record<ProfilePart, boolean> = {
    NEED: has.directions.includes('NEED'),
    OFFER: has.directions.includes('OFFER'),
    SUMMARY: actor.summary !== '',
    COMPETENCES: actor.competences.length > 0,
    THEMES: actor.themes.length > 0,
    CONTACT: has.contacts > 0,
    SECTOR: actor.sector !== null,
    OCCUPATIONS: actor.occupations.length > 0,
    DESCRIPTION: actor.description !== '',
    PLACE: actor.lon !== null,
    WEBSITE: actor.website !== '',
    CONFIRMED: actor.confirmedOn !== null && daysBetween(actor.confirmedOn, today) <= CONFIRM_AFTER_DAYS,
  };
  const missing = PROFILE_PARTS.filter((part) => !given[part]);
  return { percent: 100 - missing.reduce((sum, part) => sum + WEIGHT[part], 0), missing };
}
