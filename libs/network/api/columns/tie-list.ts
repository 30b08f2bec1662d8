import { GRADES, OPEN_END, toDay, type Id } from '@knotenpunkt/kernel';
import type { Tie } from '@knotenpunkt/platform/graph';
import type { AnalysedOn } from '@knotenpunkt/network/domain';

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
