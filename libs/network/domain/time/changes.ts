import { fromDay, GRADES, toDay, type Grade, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type { NetworkPast } from '../columns/past';

/** What became of a tie or an actor between two days. */
export const CHANGES = ['new', 'grown', 'gone'] as const;
export type Change = (typeof CHANGES)[number];

/** What became of one tie. */
export interface TieChange {
  a: Id;
  b: Id;
  change: Change;
  /** The best of what it came from on the earlier and on the later day; null: there was nothing yet. */
  before: Grade | null;
  after: Grade;
  /** How much more of what it comes from runs on the later day. */
  more: number;
  /** When it happened: began for what is new, ended for what is gone, the first that was added for what has grown. */
  day: LocalDate;
}

export interface NetworkChanges {
  from: LocalDate;
  until: LocalDate;
  /** The latest first. */
  ties: readonly TieChange[];
  /** Who was tied to somebody for the first time, and those of whom nothing runs any longer. */
  actors: ReadonlyMap<Id, Exclude<Change, 'grown'>>;
}

/** What of a tie there is on a day: place of its grade (`GRADES.length`: nothing yet) and how much runs. */
interface Footing {
  grade: number;
  running: number;
}

/**
 * What changed between two days, told from the earlier to the later in whichever order they are given. A tie is new when nothing it
 * comes from had begun, gone when something ran on the earlier day and nothing on the later, grown when it is better founded or more
 * of it runs. At most one of these.
 */
export function changesBetween(past: NetworkPast, one: LocalDate, other: LocalDate): NetworkChanges {
  const [from, until] = one <= other ? [one, other] : [other, one];
  const [first, last] = [toDay(from), toDay(until)];
  const ties: TieChange[] = [];
  const ran = new Uint8Array(past.ids.length);
  const began = new Uint8Array(past.ids.length);
  const runs = new Uint8Array(past.ids.length);
  const there = new Uint8Array(past.ids.length);
  for (let tie = 0; tie < past.end.length; tie++) {
    const [before, after] = [footingOn(past, tie, first), footingOn(past, tie, last)];
    for (const end of [past.a[tie]!, past.b[tie]!]) {
      if (before.running > 0) ran[end] = 1;
      if (before.grade < GRADES.length) began[end] = 1;
      if (after.running > 0) runs[end] = 1;
      if (after.grade < GRADES.length) there[end] = 1;
    }
    const change = changeOf(before, after);
    if (!change) continue;
    const [a, b] = [past.ids[past.a[tie]!]!, past.ids[past.b[tie]!]!].sort() as [Id, Id];
    ties.push({
      ...{ a, b },
      change,
      before: GRADES[before.grade] ?? null,
      after: GRADES[after.grade]!,
      more: after.running - before.running,
      day: fromDay(dayOf(past, tie, change, first, last)),
    });
  }
  const actors = new Map<Id, 'new' | 'gone'>();
  past.ids.forEach((id, place) => {
    if (there[place] && !began[place]) actors.set(id, 'new');
    else if (ran[place] && !runs[place]) actors.set(id, 'gone');
  });
  return { from, until, ties: ties.sort((p, q) => (p.day < q.day ? 1 : p.day > q.day ? -1 : 0)), actors };
}

function changeOf(before: Footing, after: Footing): Change | null {
  if (after.grade === GRADES.length) return null;
  if (before.grade === GRADES.length) return 'new';
  if (before.running > 0 && after.running === 0) return 'gone';
  return after.grade < before.grade || after.running > before.running ? 'grown' : null;
}

function footingOn({ end, grade, since, until }: NetworkPast, tie: number, on: number): Footing {
  const footing = { grade: GRADES.length as number, running: 0 };
  for (let entry = tie === 0 ? 0 : end[tie - 1]!; entry < end[tie]!; entry++) {
    if (since[entry]! > on) continue;
    footing.grade = Math.min(footing.grade, grade[entry]!);
    if (until[entry]! >= on) footing.running++;
  }
  return footing;
}

/** The day the change came about. */
function dayOf({ end, since, until }: NetworkPast, tie: number, change: Change, first: number, last: number): number {
  let day = change === 'gone' ? first : last;
  for (let entry = tie === 0 ? 0 : end[tie - 1]!; entry < end[tie]!; entry++) {
    if (since[entry]! > last) continue;
    if (change === 'gone') day = until[entry]! < last ? Math.max(day, until[entry]!) : day;
    else if (since[entry]! > first) day = Math.min(day, since[entry]!);
  }
  return day;
}
