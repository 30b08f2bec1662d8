export { useRegionOutlines, type OutlinesAnswer } from './useRegionOutlines';
