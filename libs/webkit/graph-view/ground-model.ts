import type { Rect } from './model';

/** A community as a region of the picture. Places and radius are in the unit of the actors' places. */
export interface NetworkRegion {
  id: string;
  name: string;
  /** Place, in the same list, of the region it is a part of; -1 for the largest. */
  parent: number;
  /** How many actors it has, those of its parts included. */
  size: number;
  x: number;
  y: number;
  radius: number;
}

/** The ties between two regions of one level, by their places in the list; those of regions without parts at least. */
export interface NetworkBundle {
  a: number;
  b: number;
  count: number;
}

/** All actors and ties of a network, as columns. */
export interface WholeActors {
  ids: readonly string[];
  labels: readonly string[];
  kinds: readonly string[];
  /** Place in `kinds`. */
  kind: Uint8Array;
  /** NaN for an actor that has no place in this arrangement. */
  x: Float32Array;
  y: Float32Array;
  degree: Uint32Array;
  /** Place in the list of regions; -1 for an actor in none. */
  region: Int32Array;
  /** `grade`: place in `GRADES`; without it ties are of the first. */
  ties: { a: Uint32Array; b: Uint32Array; grade?: Uint8Array };
}

/** A network of any size, of which Cytoscape draws the part in focus. */
export interface NetworkWhole {
  /** Regions with their parts, the first thing to be seen. Empty in arrangements that know no communities. */
  regions: readonly NetworkRegion[];
  bundles: readonly NetworkBundle[];
  /** Null while it is on its way. */
  all: WholeActors | null;
}

/** The part of a picture that is in view, in the unit of places. `zoom` is 1 where everything is in view. */
export interface NetworkViewport {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  zoom: number;
  /** Square pixels it has on the screen. */
  room?: number;
  /** Everything is in view, and nobody has moved it. */
  isFitted?: boolean;
}

/** What part of a picture is looked at: its middle, in the unit of places, and how near (1: everything is in view). Holds for windows of any form. */
export interface NetworkFrame {
  x: number;
  y: number;
  zoom: number;
}

/** The rectangle around everything that has a place. */
export function extentOf({ regions, all }: NetworkWhole): Rect {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  const add = (x: number, y: number, reach: number) => {
    x1 = Math.min(x1, x - reach);
    y1 = Math.min(y1, y - reach);
    x2 = Math.max(x2, x + reach);
    y2 = Math.max(y2, y + reach);
  };
  // Regions alone where there are any: what follows them later must not move the picture.
  for (const { x, y, radius, parent } of regions) if (parent < 0) add(x, y, radius);
  if (regions.length === 0 && all) for (let at = 0; at < all.x.length; at++) if (!Number.isNaN(all.x[at]!)) add(all.x[at]!, all.y[at]!, 0);
  return x1 > x2 ? { x: 0, y: 0, width: 0, height: 0 } : { x: x1, y: y1, width: x2 - x1, height: y2 - y1 };
}
