import { better, GRADES, rounded, weightLeft, type Standing } from '@knotenpunkt/kernel';
import { AS_ENTRY, type NetworkPast } from './past';

export interface TieOnDay extends Standing {
  /** 0: nothing had begun. */
  sources: number;
}

/** How ties stood on one day, by the rules of the graph (`libs/platform/README.md`): of each source the best counts, and all add up. */
export class FootingsOn {
  /** With how many others each crowd shared its strength. */
  private readonly others: Uint32Array;
  private readonly tie: TieOnDay = { grade: 0, strength: 0, since: 0, until: 0, sources: 0 };
  private best: Standing = { grade: 0, strength: 0, since: 0, until: 0 };
  private candidate: Standing = { ...this.best };

  constructor(
    private readonly past: NetworkPast,
    private readonly on: number,
  ) {
    const { crowdEnd, came } = past;
    this.others = Uint32Array.from(crowdEnd, (end, crowd) => {
      let others = 1;
      for (let at = crowd === 0 ? 0 : crowdEnd[crowd - 1]!; at < end; at++) if (came[at]! <= on) others++;
      return others;
    });
  }

  /** The tie that these entries make; one object is reused, so read it at once. */
  among(begin: number, end: number): Readonly<TieOnDay> {
    const { anew, since } = this.past;
    const { tie } = this;
    tie.grade = GRADES.length;
    tie.strength = 0;
    tie.since = Infinity;
    tie.until = -Infinity;
    tie.sources = 0;
    let found = false;
    for (let entry = begin; entry < end; entry++) {
      if (anew[entry] && found) this.count();
      if (anew[entry]) found = false;
      if (since[entry]! > this.on) continue;
      this.read(entry);
      if (!found || better(this.candidate, this.best)) [this.best, this.candidate] = [this.candidate, this.best];
      found = true;
    }
    if (found) this.count();
    return tie;
  }

  private count(): void {
    const { tie, best } = this;
    tie.grade = Math.min(tie.grade, best.grade);
    tie.strength += best.strength;
    tie.since = Math.min(tie.since, best.since);
    tie.until = Math.max(tie.until, best.until);
    tie.sources++;
  }

  private read(entry: number): void {
    const { grade, since, until } = this.past;
    const { candidate } = this;
    candidate.grade = grade[entry]!;
    candidate.since = since[entry]!;
    candidate.until = until[entry]!;
    candidate.strength = this.strengthOf(entry);
  }

  private strengthOf(entry: number): number {
    const { one, other, crowd, until } = this.past;
    const [first, second] = [one[entry]!, other[entry]!];
    const end = until[entry]!;
    const weaker = first === second ? this.left(first, end) : Math.min(this.left(first, end), this.left(second, end));
    return rounded(weaker / this.others[crowd[entry]!]!);
  }

  private left(part: number, endOfEntry: number): number {
    const { weight, halfLife, ended, confirmed } = this.past;
    const end = ended[part] === AS_ENTRY ? endOfEntry : ended[part]!;
    return weightLeft(weight[part]!, halfLife[part]!, end, confirmed[part]!, this.on);
  }
}
