import { GRADES } from '@knotenpunkt/kernel';
import { AS_ENTRY, type NetworkPast } from './past';

/** Rounded as the graph does, so that every order of adding up gives the same number. */
export function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** What of one thing, or of a tie, counts on a day. */
interface Footing {
  grade: number;
  strength: number;
  since: number;
  until: number;
}

export interface TieOnDay extends Footing {
  /** 0: nothing had begun. */
  sources: number;
}

/** How ties stood on one day, by the rules of the graph (`libs/platform/README.md`): of each source the best counts, and all add up. */
export class FootingsOn {
  /** With how many others each crowd shared its strength. */
  private readonly others: Uint32Array;
  private readonly tie: TieOnDay = { grade: 0, strength: 0, since: 0, until: 0, sources: 0 };
  private readonly best: Footing = { grade: 0, strength: 0, since: 0, until: 0 };

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
      if (!found || this.isBetter(entry)) this.take(entry);
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

  private take(entry: number): void {
    const { grade, since, until } = this.past;
    const { best } = this;
    best.grade = grade[entry]!;
    best.since = since[entry]!;
    best.until = until[entry]!;
    best.strength = this.strengthOf(entry);
  }

  /** Better founded, stronger, older, longer. */
  private isBetter(entry: number): boolean {
    const { grade, since, until } = this.past;
    const { best } = this;
    return (
      (grade[entry]! - best.grade || best.strength - this.strengthOf(entry) || since[entry]! - best.since || best.until - until[entry]!) < 0
    );
  }

  private strengthOf(entry: number): number {
    const { one, other, crowd, until } = this.past;
    const [first, second] = [one[entry]!, other[entry]!];
    const end = until[entry]!;
    const weaker = first === second ? this.left(first, end) : Math.min(this.left(first, end), this.left(second, end));
    return rounded(weaker / this.others[crowd[entry]!]!);
  }

  /** What is left on the day of what one weighs; the age is counted from the last day, or from when it was confirmed after that. */
  private left(part: number, endOfEntry: number): number {
    const { weight, halfLife, ended, confirmed } = this.past;
    const end = ended[part] === AS_ENTRY ? endOfEntry : ended[part]!;
    if (end >= this.on) return weight[part]!;
    const known = confirmed[part]!;
    const age = this.on - (known <= this.on ? Math.max(end, known) : end);
    return age === 0 ? weight[part]! : weight[part]! * 2 ** (-age / halfLife[part]!);
  }
}
