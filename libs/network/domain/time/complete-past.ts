import { toDay, type Id } from '@knotenpunkt/kernel';
import type { NetworkOverview } from '../columns/network-overview';
import type { NetworkPast } from '../columns/past';

/**
 * The past with what came after it was written: it comes with a snapshot, today's network with what is different since. Ties that
 * are no more are left out, new ones and those that are better founded by now are added.
 */
export function completePast(past: NetworkPast, today: NetworkOverview): NetworkPast {
  if (past.seq >= today.seq) return past;
  const ids = [...past.ids];
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const known = (id: Id) => {
    const place = placeOf.get(id) ?? ids.push(id) - 1;
    placeOf.set(id, place);
    return place;
  };
  const { columns } = today;
  const idOf = columns.actors.ids.map(known);
  const tiesToday = new Map<number, number>();
  const key = (one: number, other: number) => Math.min(one, other) * ids.length + Math.max(one, other);
  columns.ties.a.forEach((a, tie) => tiesToday.set(key(idOf[a]!, idOf[columns.ties.b[tie]!]!), tie));

  const [a, b, end, grade, since, until]: number[][] = [[], [], [], [], [], []];
  const add = (entry: { grade: number; since: number; until: number }) => {
    grade!.push(entry.grade);
    since!.push(entry.since);
    until!.push(entry.until);
  };
  const close = (one: number, other: number) => {
    a!.push(Math.min(one, other));
    b!.push(Math.max(one, other));
    end!.push(grade!.length);
  };
  past.end.forEach((last, tie) => {
    const now = tiesToday.get(key(past.a[tie]!, past.b[tie]!));
    if (now === undefined) return;
    tiesToday.delete(key(past.a[tie]!, past.b[tie]!));
    const gradeNow = columns.ties.grade[now]!;
    let best: number | null = null;
    for (let entry = tie === 0 ? 0 : past.end[tie - 1]!; entry < last; entry++) {
      // Better founded than it is now: it was put right since.
      if (past.grade[entry]! < gradeNow) continue;
      best = Math.min(best ?? past.grade[entry]!, past.grade[entry]!);
      add({ grade: past.grade[entry]!, since: past.since[entry]!, until: past.until[entry]! });
    }
    // When it became better founded is not known here; it was after the past was written.
    if (best === null) add(entryOf(today, now));
    else if (gradeNow < best) add({ ...entryOf(today, now), since: toDay(today.asOf) });
    close(past.a[tie]!, past.b[tie]!);
  });
  for (const tie of tiesToday.values()) {
    add(entryOf(today, tie));
    close(idOf[columns.ties.a[tie]!]!, idOf[columns.ties.b[tie]!]!);
  }
  return {
    seq: today.seq,
    asOf: today.asOf,
    ids,
    a: Uint32Array.from(a!),
    b: Uint32Array.from(b!),
    end: Uint32Array.from(end!),
    grade: Uint8Array.from(grade!),
    since: Int32Array.from(since!),
    until: Int32Array.from(until!),
  };
}

function entryOf({ columns: { ties } }: NetworkOverview, tie: number) {
  return { grade: ties.grade[tie]!, since: ties.since[tie]!, until: ties.until[tie]! };
}
