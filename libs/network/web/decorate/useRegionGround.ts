import { useMemo } from 'react';
import type { Extent, RegionGround } from '@knotenpunkt/network/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';

const EXTENT = graphql(`
  query NetworkRegion {
    region {
      slug
      extent
    }
  }
`);

/** What the map is drawn on; null until it is known, and as long as nobody asks for it. */
export function useRegionGround(wanted: boolean): RegionGround | null {
  const { data } = useQuery(EXTENT, { skip: !wanted });
  const extent = data?.region.extent;
  return useMemo(() => {
    const [west, south, east, north] = extent ?? [];
    if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
    return { extent: [west, south, east, north] satisfies Extent };
  }, [extent]);
}
