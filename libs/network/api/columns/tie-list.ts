import { GRADES, OPEN_END, toDay, type Id } from '@knotenpunkt/kernel';
import type { Footings, Tie } from '@knotenpunkt/platform/graph';
import type { AnalysedOn, NetworkPast } from '@knotenpunkt/network/domain';

const [WORKS_TOGETHER, STATED] = [GRADES.indexOf('WORKS_TOGETHER'), GRADES.indexOf('STATED')];

/** Ties as they come from the graph, one after the other, as columns; their ends have no places yet. */
export class TieList {
  readonly a: Id[] = [];
  readonly b: Id[] = [];
  readonly grade: number[] = [];
  readonly strength: number[] = [];
  readonly since: number[] = [];
  readonly until: number[] = [];
  readonly sources: number[] = [];
  /** What of the strength comes from sources of these two grades. */
  private readonly ofGrade = { [WORKS_TOGETHER]: [] as number[], [STATED]: [] as number[] };

  constructor(ties: Iterable<Tie>) {
    for (const tie of ties) this.add(tie);
  }

  private add({ a, b, grade, since, strength, sources }: Tie): void {
    this.a.push(a);
    this.b.push(b);
    this.grade.push(GRADES.indexOf(grade));
    this.strength.push(strength);
    this.since.push(toDay(since));
    this.until.push(sources.reduce((last, { until }) => Math.max(last, until === null ? OPEN_END : toDay(until)), 0));
    this.sources.push(Math.min(sources.length, 0xffff));
    for (const counted of [WORKS_TOGETHER, STATED])
      this.ofGrade[counted]!.push(sources.reduce((sum, source) => sum + (source.grade === GRADES[counted] ? source.strength : 0), 0));
  }

  /** Everybody who has a tie. */
  get ends(): Set<Id> {
    return new Set([...this.a, ...this.b]);
  }

  /** Where nobody works together by both sides' word, the network is analysed on what one side said. */
  get analysedOn(): AnalysedOn {
    return this.grade.includes(WORKS_TOGETHER) || this.a.length === 0 ? 'WORKS_TOGETHER' : 'STATED';
  }

  /** How strong a tie is where one grade counts alone; one of another grade counts with all it has. */
  countedStrength(tie: number, counted: AnalysedOn): number {
    const grade = GRADES.indexOf(counted);
    return this.grade[tie] === grade ? this.ofGrade[grade]![tie]! : this.strength[tie]!;
  }
}

/**
 * The past as columns, from whatever each tie ever came from. Reads it at once, and keeps no object of it; who is listed is told later.
 */
export function pastOf(footings: Iterable<Footings>, head: Pick<NetworkPast, 'seq' | 'asOf'>): (listed: ReadonlySet<Id>) => NetworkPast {
  const all: ReadPast = { a: [], b: [], end: [], grade: [], since: [], until: [] };
  for (const { a, b, from } of footings) {
    all.a.push(a);
    all.b.push(b);
    for (const entry of from) {
      all.grade.push(entry.grade);
      all.since.push(entry.since);
      all.until.push(entry.until);
    }
    all.end.push(all.grade.length);
  }
  return (listed) => pastAmong(all, listed, head);
}

interface ReadPast {
  a: Id[];
  b: Id[];
  end: number[];
  grade: number[];
  since: number[];
  until: number[];
}

function pastAmong({ a, b, ...read }: ReadPast, listed: ReadonlySet<Id>, head: Pick<NetworkPast, 'seq' | 'asOf'>): NetworkPast {
  const which = [...a.keys()].filter((tie) => listed.has(a[tie]!) && listed.has(b[tie]!));
  const ids = [...new Set(which.flatMap((tie) => [a[tie]!, b[tie]!]))].sort();
  const place = new Map(ids.map((id, at) => [id, at]));
  const beginOf = (tie: number) => (tie === 0 ? 0 : read.end[tie - 1]!);
  let entries = 0;
  const end = Uint32Array.from(which, (tie) => (entries += read.end[tie]! - beginOf(tie)));
  const from = new Uint32Array(entries);
  let next = 0;
  for (const tie of which) for (let entry = beginOf(tie); entry < read.end[tie]!; entry++) from[next++] = entry;
  return {
    ...head,
    ids,
    a: Uint32Array.from(which, (tie) => place.get(a[tie]!)!),
    b: Uint32Array.from(which, (tie) => place.get(b[tie]!)!),
    end,
    grade: Uint8Array.from(from, (entry) => read.grade[entry]!),
    since: Int32Array.from(from, (entry) => read.since[entry]!),
    until: Int32Array.from(from, (entry) => read.until[entry]!),
  };
}
