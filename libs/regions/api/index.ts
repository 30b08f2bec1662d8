export { loadRegionSeeds } from './load-region-seeds';
export type * from './region-seed';
