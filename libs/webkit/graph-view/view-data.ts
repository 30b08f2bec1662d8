import type { NetworkViewport, NetworkWhole } from './ground-model';
import type { NetworkCommunity, NetworkNode, NetworkTie, Point, Rect } from './model';

export interface ViewOptions {
  /** False: a picture to look at; no zoom, no pan. */
  movable: boolean;
  onSelect: (id: string | null) => void;
  /** A mark was moved by hand to this place; without it, none can be moved. */
  onMove?: (id: string, place: Point) => void;
  /** A line was pressed; without it, that is as if the ground was. */
  onSelectTie?: ((a: string, b: string) => void) | undefined;
  /** The picture stands after it moved, or was drawn anew. */
  onView?: (viewport: NetworkViewport, told: WhatIsInView) => void;
  /** A box of elements beneath the picture. */
  backdrop?: HTMLElement | null;
  /** Flags above the picture, elements whose `data-actor` names the actor. */
  flags?: HTMLElement | null;
}

export interface ViewData {
  nodes: readonly NetworkNode[];
  /** The same, where nobody was moved by hand: the picture does not change its scale when somebody is. */
  atHome?: readonly NetworkNode[];
  /** Whether marks may be moved by hand. */
  isMovable?: boolean;
  ties: readonly NetworkTie[];
  communities: readonly NetworkCommunity[];
  /** The whole of which these are what is in focus. */
  whole: NetworkWhole | null;
  /** Names the arrangement: when it changes, marks move to their new places. */
  arrangement?: unknown;
  /** All of the picture, in the unit of places, where more than marks must be seen. */
  extent?: Rect | undefined;
  /** Names only of what one looks at. */
  quietNames?: boolean;
}

/** In words for those who do not see it: the regions around the middle, from the largest, and how many actors are in view. */
export interface WhatIsInView {
  regions: string[];
  actors: number | null;
}
