import { toDay, type Id } from '@knotenpunkt/kernel';
import type { NetworkOverview } from '../columns/network-overview';
import { AS_ENTRY, smallest, type NetworkPast } from '../columns/past';

/**
 * The past with what came after it was written: it comes with a snapshot, today's network with what is different since. Ties that
 * are no more are left out, new ones and those that are better founded by now are added, as strong as they are today: how what came
 * since fades is not known here.
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
  const key = (first: number, second: number) => Math.min(first, second) * ids.length + Math.max(first, second);
  columns.ties.a.forEach((a, tie) => tiesToday.set(key(idOf[a]!, idOf[columns.ties.b[tie]!]!), tie));

  const [a, b, end, grade, since, until, anew, crowd, one, other]: number[][] = [[], [], [], [], [], [], [], [], [], []];
  const [weight, halfLife, ended, confirmed] = [past.weight, past.halfLife, past.ended, past.confirmed].map((column) => [...column]);
  /** Nobody else shares what is added. */
  const nobody = past.crowdEnd.length;
  const put = (entry: { grade: number; since: number; until: number }, isNew: boolean) => {
    grade!.push(entry.grade);
    since!.push(entry.since);
    until!.push(entry.until);
    anew!.push(Number(isNew));
  };
  const add = ({ strength, ...entry }: ReturnType<typeof entryOf>) => {
    put(entry, true);
    crowd!.push(nobody);
    one!.push(weight!.length);
    other!.push(weight!.length);
    weight!.push(strength);
    halfLife!.push(Infinity);
    ended!.push(AS_ENTRY);
    confirmed!.push(AS_ENTRY);
  };
  /** A tie of somebody who is there no more: nothing became of it since. */
  const keep = (tie: number) => {
    for (let entry = tie === 0 ? 0 : past.end[tie - 1]!; entry < past.end[tie]!; entry++) {
      put({ grade: past.grade[entry]!, since: past.since[entry]!, until: past.until[entry]! }, past.anew[entry] === 1);
      crowd!.push(past.crowd[entry]!);
      one!.push(past.one[entry]!);
      other!.push(past.other[entry]!);
    }
    close(past.a[tie]!, past.b[tie]!);
  };
  const close = (first: number, second: number) => {
    a!.push(Math.min(first, second));
    b!.push(Math.max(first, second));
    end!.push(grade!.length);
  };
  const isFormer = new Set(past.former.map(({ id }) => placeOf.get(id)));
  past.end.forEach((last, tie) => {
    const now = tiesToday.get(key(past.a[tie]!, past.b[tie]!));
    if (now === undefined && (isFormer.has(past.a[tie]!) || isFormer.has(past.b[tie]!))) return keep(tie);
    if (now === undefined) return;
    tiesToday.delete(key(past.a[tie]!, past.b[tie]!));
    const gradeNow = columns.ties.grade[now]!;
    let best: number | null = null;
    let isNew = true;
    for (let entry = tie === 0 ? 0 : past.end[tie - 1]!; entry < last; entry++) {
      isNew ||= past.anew[entry] === 1;
      // Better founded than it is now: it was put right since.
      if (past.grade[entry]! < gradeNow) continue;
      best = Math.min(best ?? past.grade[entry]!, past.grade[entry]!);
      put({ grade: past.grade[entry]!, since: past.since[entry]!, until: past.until[entry]! }, isNew);
      crowd!.push(past.crowd[entry]!);
      one!.push(past.one[entry]!);
      other!.push(past.other[entry]!);
      isNew = false;
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
    former: past.former,
    ids,
    a: Uint32Array.from(a!),
    b: Uint32Array.from(b!),
    end: Uint32Array.from(end!),
    grade: Uint8Array.from(grade!),
    since: Int32Array.from(since!),
    until: Int32Array.from(until!),
    anew: Uint8Array.from(anew!),
    ...{ crowd: smallest(crowd!), one: smallest(one!), other: smallest(other!) },
    crowdEnd: Uint32Array.from([...past.crowdEnd, past.came.length]),
    came: past.came,
    weight: Float64Array.from(weight!),
    halfLife: Float64Array.from(halfLife!),
    ended: Int32Array.from(ended!),
    confirmed: Int32Array.from(confirmed!),
  };
}

function entryOf({ columns: { ties } }: NetworkOverview, tie: number) {
  return { grade: ties.grade[tie]!, since: ties.since[tie]!, until: ties.until[tie]!, strength: ties.strength[tie]! };
}
