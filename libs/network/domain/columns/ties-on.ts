import { GRADES, OPEN_END, rounded, toDay, type Grade, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { FootingsOn } from './footings-on';
import type { NetworkPast } from './past';

/** Ties of one day: places of the ties in the past; what each was then, and whether anything of it ran on that day. */
export interface TiesOfDay {
  tie: Uint32Array;
  grade: Uint8Array;
  runs: Uint8Array;
  strength: Float32Array;
  since: Int32Array;
  /** `OPEN_END` where it ran: nobody knew on that day when it would end. */
  until: Int32Array;
  sources: Uint16Array;
}

/**
 * The ties there were on a day: those the graph answers with for that day, as strong as they were then. What has ended stays, faded; `runs`
 * tells what had not.
 */
export function tiesOn(past: NetworkPast, day: LocalDate): TiesOfDay {
  const on = toDay(day);
  const { length } = past.end;
  const found: TiesOfDay = {
    tie: new Uint32Array(length),
    grade: new Uint8Array(length),
    runs: new Uint8Array(length),
    strength: new Float32Array(length),
    since: new Int32Array(length),
    until: new Int32Array(length),
    sources: new Uint16Array(length),
  };
  const footings = new FootingsOn(past, on);
  let count = 0;
  for (let at = 0, entry = 0; at < length; at++) {
    const tie = footings.among(entry, past.end[at]!);
    entry = past.end[at]!;
    if (tie.sources === 0) continue;
    found.tie[count] = at;
    found.grade[count] = tie.grade;
    found.runs[count] = Number(tie.until >= on);
    found.strength[count] = rounded(tie.strength);
    found.since[count] = tie.since;
    found.until[count] = tie.until >= on ? OPEN_END : tie.until;
    found.sources[count++] = Math.min(tie.sources, 0xffff);
  }
  const { tie, grade, runs, strength, since, until, sources } = found;
  return {
    ...{ tie: tie.slice(0, count), grade: grade.slice(0, count), runs: runs.slice(0, count), strength: strength.slice(0, count) },
    ...{ since: since.slice(0, count), until: until.slice(0, count), sources: sources.slice(0, count) },
  };
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
