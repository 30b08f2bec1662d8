import type { Network } from './network';
import type { RegisteredActor } from './register';

/** Ties expected by chance that are added on both sides, so that rare pairs say little. */
const SMOOTHING = 5;

/** One attribute of actors (country, sector) and which of its values meet more often than chance. */
export class Attribute {
  private readonly network: Network;
  private readonly read: (actor: RegisteredActor) => string;
  private readonly numberOf: ReadonlyMap<string, number>;
  /** By actor, the number of its value. */
  readonly valueOf: Int32Array;
  /** By pair of values, ties seen / ties expected, smoothed. */
  private readonly lifts: Float64Array;
  /** By value, the share of all participations. */
  private readonly shares: Float64Array;

  constructor(network: Network, read: (actor: RegisteredActor) => string) {
    this.network = network;
    this.read = read;
    const values = [...new Set(network.actors.map(read))].sort();
    this.numberOf = new Map(values.map((value, at) => [value, at]));
    this.valueOf = Int32Array.from(network.actors, (actor) => this.numberOf.get(read(actor))!);
    this.shares = new Float64Array(values.length);
    for (const actor of network.members.at) this.shares[this.valueOf[actor]!]! += 1 / network.members.at.length;
    this.lifts = this.measured(values.length);
  }

  /** Ties between values as Newman weighs them, compared with what their frequency alone would give. */
  private measured(width: number): Float64Array {
    const { members, sizes } = this.network;
    const ties = new Float64Array(width * width);
    const here = new Float64Array(width);
    for (let project = 0; project < sizes.length; project++) {
      if (sizes[project]! < 2) continue;
      const inside = members.at.subarray(members.start[project]!, members.start[project + 1]!);
      for (const actor of inside) here[this.valueOf[actor]!]!++;
      const present = [...new Set([...inside].map((actor) => this.valueOf[actor]!))];
      for (const a of present) {
        for (const b of present) ties[a * width + b]! += (here[a]! * (here[b]! - (a === b ? 1 : 0))) / (sizes[project]! - 1);
      }
      for (const value of present) here[value] = 0;
    }
    const of = Float64Array.from({ length: width }, (_, a) => ties.subarray(a * width, (a + 1) * width).reduce((sum, tie) => sum + tie, 0));
    const all = of.reduce((sum, tie) => sum + tie, 0) || 1;
    return ties.map((tie, at) => {
      const expected = (of[Math.floor(at / width)]! * of[at % width]!) / all;
      return (tie + SMOOTHING) / (expected + SMOOTHING);
    });
  }

  /** For each actor ln of the mean lift of its value with those of the seeds; 0 without seeds. */
  logLift(seeds: readonly RegisteredActor[]): Float64Array {
    const width = this.shares.length;
    const known = seeds.flatMap((seed) => this.numberOf.get(this.read(seed)) ?? []);
    const byValue = Float64Array.from({ length: width }, (_, value) =>
      known.length === 0 ? 0 : Math.log(known.reduce((sum, seed) => sum + this.lifts[seed * width + value]!, 0) / known.length),
    );
    return this.spreadOut(byValue);
  }

  /** For each actor the share of the seeds that have its value; what is empty is like nothing. */
  sameAs(seeds: readonly RegisteredActor[]): Float64Array {
    const byValue = new Float64Array(this.shares.length);
    for (const seed of seeds) {
      const value = this.read(seed);
      const number = this.numberOf.get(value);
      if (value !== '' && number !== undefined) byValue[number]! += 1 / seeds.length;
    }
    return this.spreadOut(byValue);
  }

  /** For each actor ln of the share its value has among the members of projects, each project weighing what is given. */
  logShareAmong(projectWeights: Float64Array): Float64Array {
    const { members } = this.network;
    const byValue = new Float64Array(this.shares.length);
    let all = 0;
    projectWeights.forEach((weight, project) => {
      if (weight === 0) return;
      for (let place = members.start[project]!; place < members.start[project + 1]!; place++) {
        byValue[this.valueOf[members.at[place]!]!]! += weight;
        all += weight;
      }
    });
    // As many as one project of ten drawn from everybody: what nobody has there is rare, not impossible.
    const prior = 0.1 * all + 1e-9;
    return this.spreadOut(byValue.map((sum, value) => Math.log((sum + prior * (this.shares[value]! + 1e-3)) / (all + prior))));
  }

  /** For each actor ln of the share its value has among all participations. */
  logShare(): Float64Array {
    return this.spreadOut(this.shares.map((share) => Math.log(share + 1e-4)));
  }

  private spreadOut(byValue: Float64Array): Float64Array {
    const byActor = new Float64Array(this.valueOf.length);
    for (let actor = 0; actor < byActor.length; actor++) byActor[actor] = byValue[this.valueOf[actor]!]!;
    return byActor;
  }
}
