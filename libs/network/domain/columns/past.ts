import type { Grade, Id, LocalDate } from '@knotenpunkt/kernel';
import { GRADES, toDay } from '@knotenpunkt/kernel';
import { pack, unpack } from './pack';

/**
 * Where the ties of a network come from, so that any day of the past can be drawn from facts. Stands by itself: places are
 * those in `ids`. Of a tie there is one entry for each two participations it comes from, also of those who left and came back.
 */
export interface NetworkPast {
  /** Version of the data, and the last day it tells of. */
  seq: number;
  asOf: LocalDate;
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
}

/** Ties of one day: places of the ties in the past, each with its grade and whether anything of it ran on that day. */
export interface TiesOfDay {
  tie: Uint32Array;
  grade: Uint8Array;
  runs: Uint8Array;
}

/**
 * The ties there were on a day: those the graph answers with for that day. What has ended stays, faded; `runs` tells what had not.
 */
export function tiesOn(past: NetworkPast, day: LocalDate): TiesOfDay {
  const on = toDay(day);
  const { end, since, until, grade } = past;
  const tie = new Uint32Array(end.length);
  const grades = new Uint8Array(end.length);
  const runs = new Uint8Array(end.length);
  let count = 0;
  for (let at = 0, entry = 0; at < end.length; at++) {
    let best: number = GRADES.length;
    let running = 0;
    for (; entry < end[at]!; entry++) {
      if (since[entry]! > on) continue;
      if (grade[entry]! < best) best = grade[entry]!;
      if (until[entry]! >= on) running = 1;
    }
    if (best === GRADES.length) continue;
    tie[count] = at;
    grades[count] = best;
    runs[count++] = running;
  }
  return { tie: tie.slice(0, count), grade: grades.slice(0, count), runs: runs.slice(0, count) };
}

/** The same as objects; for small networks. */
export function tieListOn(past: NetworkPast, day: LocalDate): { a: Id; b: Id; grade: Grade; runs: boolean }[] {
  const { tie, grade, runs } = tiesOn(past, day);
  return Array.from(tie, (at, index) => ({
    a: past.ids[past.a[at]!]!,
    b: past.ids[past.b[at]!]!,
    grade: GRADES[grade[index]!]!,
    runs: runs[index] === 1,
  }));
}

/** The past as bytes; for the address that ends in `.zeit.bin`. */
export function packPast({ seq, asOf, ...columns }: NetworkPast): Uint8Array<ArrayBuffer> {
  return pack({ seq, asOf }, { ...columns });
}

/** The past again. Throws `NotPacked` where the bytes are none. */
export function unpackPast(packed: ArrayBuffer): NetworkPast {
  const { head, columns } = unpack<Pick<NetworkPast, 'seq' | 'asOf'>>(packed);
  return { ...head, ...columns } as unknown as NetworkPast;
}
