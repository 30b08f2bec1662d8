import type { Id, Point } from '@knotenpunkt/kernel';
import type { NetworkOverview } from '../columns/network-overview';
import type { NetworkView } from './view';

/** Which part of the picture is seen: its middle, in the unit of places, and how near; 1: everything is in view. */
export interface ViewFrame {
  x: number;
  y: number;
  zoom: number;
}

/** An actor that was moved by hand. */
export interface ViewPlace {
  actorId: Id;
  x: number;
  y: number;
}

/**
 * Whether actors may be moved by hand: only where a place says nothing but who is near. Elsewhere it says what kind somebody is, where they
 * are, or since when.
 */
export function isPlacedByHand({ arrangement }: Pick<NetworkView, 'arrangement'>): boolean {
  return arrangement === 'communities';
}

/** The places as they are after one was moved; whoever was moved before is at the new place. */
export function withPlace(places: readonly ViewPlace[], place: ViewPlace): ViewPlace[] {
  const round = (value: number) => Math.round(value * 10) / 10;
  return [...places.filter(({ actorId }) => actorId !== place.actorId), { ...place, x: round(place.x), y: round(place.y) }];
}

export function placesById(places: readonly ViewPlace[]): Map<Id, Point> {
  return new Map(places.map(({ actorId, x, y }) => [actorId, { x, y }]));
}

/** Whether two lists put the same actors at the same places. */
export function samePlaces(one: readonly ViewPlace[], other: readonly ViewPlace[]): boolean {
  const there = placesById(other);
  if (one.length !== there.size) return false;
  return one.every(({ actorId, x, y }) => there.get(actorId)?.x === x && there.get(actorId)?.y === y);
}

/** The network as a view with these places draws it. */
export function placedBy(network: NetworkOverview, view: Pick<NetworkView, 'arrangement'>, places: readonly ViewPlace[]): NetworkOverview {
  return places.length > 0 && isPlacedByHand(view) ? network.withPlaces(placesById(places)) : network;
}

/** Parts that nobody would tell apart are the same. */
const ALIKE = 0.02;
/** Length of the picture in the unit of places, about. */
const SIDE = 1_000;

/** Whether two frames show the same part; null: everything. */
export function sameFrame(one: ViewFrame | null, other: ViewFrame | null): boolean {
  if (!one || !other) return one === other;
  const near = (SIDE * ALIKE) / Math.max(one.zoom, other.zoom);
  return Math.hypot(one.x - other.x, one.y - other.y) <= near && Math.abs(Math.log(one.zoom / other.zoom)) <= ALIKE;
}
