import type { Id } from '@knotenpunkt/kernel';

/** A region whose actors work together. Every aggregate has one as its home. */
export interface Region {
  id: Id;
  /** Part of the address: `/r/<slug>/…`. */
  slug: string;
  nameDe: string;
  nameEn: string;
  language: 'de' | 'en';
  /** IANA time zone; decides what "today" is. */
  timeZone: string;
  /** Degrees: west, south, east, north. */
  extent: [west: number, south: number, east: number, north: number];
  /** True for an invented region. */
  example: boolean;
  /** Where its entries come from, when they were taken from public sources; null otherwise. */
  sourceNote: string | null;
  /** The day whose state its entries describe; null: they are kept up to date. */
  asOf: string | null;
}

/** The name in a language of the interface. */
export function regionName(region: Region, language: 'de' | 'en'): string {
  return language === 'en' ? region.nameEn : region.nameDe;
}

/** The region an address, a host or nothing at all names: the wanted one, else the default, else the first. */
export function chooseRegion(regions: readonly Region[], wanted: string | undefined, defaultSlug: string): Region | null {
  return regions.find((region) => region.slug === wanted) ?? regions.find((region) => region.slug === defaultSlug) ?? regions[0] ?? null;
}
