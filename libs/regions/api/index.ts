export * from './current-region';
export { loadRegionSeeds } from './load-region-seeds';
export type * from './region-seed';
export { OutlinesService } from './outlines.service';
export * from './region-seeds';
export { RegionType } from './region.graphql';
export { RegionService } from './region.service';
export * from './regions.module';
