import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { systemClock, type LocalDate } from '@knotenpunkt/kernel';
import type { ClientConfiguration, RegionConfiguration } from './configuration';

/** The region a page is about. `basename` is what stands before every address in it: empty or `/r/<slug>`. */
export interface Region extends RegionConfiguration {
  basename: string;
  isDefault: boolean;
}

/** The region named in an address, or null when it names none and the default region is meant. */
export function regionSlugOf(pathname: string): string | null {
  const match = /^\/r\/([a-z0-9-]+)(?:\/|$)/.exec(pathname);
  return match?.[1] ?? null;
}

/** The address of a region's first page. */
export function regionHome(slug: string, configuration: ClientConfiguration): string {
  return slug === configuration.defaultRegion ? '/' : `/r/${slug}/`;
}

/**
 * The region of an address; null when the address names a region this installation does not have.
 * Without any configuration (the server could not be asked) a nameless default region stands in.
 */
export function regionAt(pathname: string, configuration: ClientConfiguration): Region | null {
  const named = regionSlugOf(pathname);
  const slug = named ?? configuration.defaultRegion ?? configuration.regions[0]?.slug ?? '';
  const found = configuration.regions.find((region) => region.slug === slug);
  if (!found && (named || configuration.regions.length > 0)) return null;
  return {
    ...(found ?? { slug, name: '', timeZone: 'Europe/Berlin', example: false, asOf: null, sourceNote: null }),
    basename: named ? `/r/${named}` : '',
    isDefault: slug === configuration.defaultRegion,
  };
}

interface Place {
  region: Region;
  configuration: ClientConfiguration;
}

const PlaceContext = createContext<Place | null>(null);

export function RegionProvider({ region, configuration, children }: Place & { children: ReactNode }) {
  return <PlaceContext value={{ region, configuration }}>{children}</PlaceContext>;
}

function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (!place) throw new Error('useRegion needs a RegionProvider above it');
  return place;
}

/** The region the reader is in. */
export function useRegion(): Region {
  return usePlace().region;
}

/** What the server said about this installation. */
export function useConfiguration(): ClientConfiguration {
  return usePlace().configuration;
}

/** Today's calendar day in the region; moves on at midnight while the page stays open. */
export function useToday(): LocalDate {
  const { timeZone } = useRegion();
  const [today, setToday] = useState(() => systemClock.today(timeZone));
  useEffect(() => {
    const timer = setInterval(() => setToday(systemClock.today(timeZone)), 60_000);
    return () => clearInterval(timer);
  }, [timeZone]);
  return today;
}
