import type { LocalDate } from '@knotenpunkt/kernel';
import { dortmundSeed } from './dortmund-seed';
import { harkenrodeSeed } from './harkenrode-seed';
import type { RegionSeed } from './region-seed';

/** The regions a new installation begins with, the default region first; relative dates are counted from `today`. */
export function loadRegionSeeds(today: LocalDate): RegionSeed[] {
  return [harkenrodeSeed(today), dortmundSeed()];
}
