import type { Outlines } from '@knotenpunkt/regions/domain';
import type { NetworkOverview } from '../columns/network-overview';
import type { NetworkView } from '../view/view';
import type { Arranged } from './arranged';
import { map, type Extent } from './map';
import { matrix } from './matrix';
import { rings } from './rings';
import { timeline } from './timeline';

/** What an arrangement knows of the region besides its network. */
export interface RegionGround {
  extent: Extent;
  /** Null: none. */
  outlines: Outlines | null;
}

/**
 * Where everybody stands in the arrangement of the view, and what lies beneath; null for communities, whose places come with the network.
 * All actors have a place, also those that are not shown: filters move nobody, but for themes in the matrix. Always the same for the same network.
 */
export function arrange(
  network: NetworkOverview,
  view: Pick<NetworkView, 'arrangement' | 'themes'>,
  shown: Uint8Array,
  region: RegionGround | null,
): Arranged | null {
  switch (view.arrangement) {
    case 'communities':
      return null;
    case 'rings':
      return rings(network);
    case 'map':
      return region ? map(network, region.extent, region.outlines) : null;
    case 'matrix':
      return matrix(network, view, shown);
    case 'timeline':
      return timeline(network);
  }
}
