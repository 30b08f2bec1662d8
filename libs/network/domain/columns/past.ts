import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { FormerActor } from './former';
import { pack, unpack } from './pack';

/** Instead of a day: that on which the entry ended, or none. */
export const AS_ENTRY = -0x80000000;

/** A column of places, as narrow as they allow. */
export type Places = Uint8Array | Uint16Array | Uint32Array;

export function smallest(places: readonly number[]): Places {
  const most = places.reduce((highest, place) => Math.max(highest, place), 0);
  return (most < 0x100 ? Uint8Array : most < 0x10000 ? Uint16Array : Uint32Array).from(places);
}

/**
 * Where the ties of a network come from and how that fades, so that any day of the past can be drawn from facts. Stands by itself: places
 * are those in `ids`. Of a tie there is one entry for each two participations it comes from, also of those who left and came back.
 */
export interface NetworkPast {
  /** Version of the data, and the last day it tells of. */
  seq: number;
  asOf: LocalDate;
  /** Actors that were there earlier and are none of today's. */
  former: readonly FormerActor[];
  /** Actors with a tie, in order. */
  ids: readonly Id[];
  /** One value a tie: its ends as places in `ids`, a < b, and where its entries end; they begin where those of the tie before end. */
  a: Uint32Array;
  b: Uint32Array;
  end: Uint32Array;
  /** One value an entry: place in `GRADES`, first and last day (1970-01-01 is 0; `OPEN_END` while it runs). */
  grade: Uint8Array;
  since: Int32Array;
  until: Int32Array;
  /** One value an entry: 1 where it comes from something else than the one before. Of one thing the best entry counts, different things add up. */
  anew: Uint8Array;
  /** One value an entry: place of its crowd, and of the two ways in which it fades; the weaker counts. */
  crowd: Places;
  one: Places;
  other: Places;
  /** One value a crowd: where its days end in `came`. One value a day: when one more came, with whom the strength is shared. */
  crowdEnd: Uint32Array;
  came: Int32Array;
  /** One value a way to fade: what it weighs while it runs, after how many days it is half of that, its last day, when it was confirmed. */
  weight: Float64Array;
  halfLife: Float64Array;
  ended: Int32Array;
  confirmed: Int32Array;
}

/** The past as bytes; for the address that ends in `.zeit.bin`. */
export function packPast({ seq, asOf, former, ...columns }: NetworkPast): Uint8Array<ArrayBuffer> {
  return pack({ seq, asOf, former }, { ...columns });
}

/** The past again. Throws `NotPacked` where the bytes are none. */
export function unpackPast(packed: ArrayBuffer): NetworkPast {
  const { head, columns } = unpack<Pick<NetworkPast, 'seq' | 'asOf' | 'former'>>(packed);
  // Written by an earlier version: it knew of nobody who was there no more.
  return Object.assign({ former: [] }, head, columns) as unknown as NetworkPast;
}
