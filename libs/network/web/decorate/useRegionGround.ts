import { useMemo } from 'react';
import type { Extent, RegionGround } from '@knotenpunkt/network/domain';
import { useRegionOutlines } from '@knotenpunkt/regions/web';

/** What the map is drawn on; null until it is known, and as long as nobody asks for it. */
export function useRegionGround(wanted: boolean): RegionGround | null {
  const { extent, outlines, settled } = useRegionOutlines(wanted);
  return useMemo(() => {
    const [west, south, east, north] = extent ?? [];
    if (!settled || west === undefined || south === undefined || east === undefined || north === undefined) return null;
    return { extent: [west, south, east, north] satisfies Extent, outlines };
  }, [extent, outlines, settled]);
}
