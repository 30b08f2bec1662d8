import type { Network } from './network';
import type { RegisteredActor } from './register';
import { cosinesWith, productsWith, summed, termVectors, type TermVectors } from './term-vectors';

const SHORTEST = 4;
const LONGEST = 5;

/** Names of organisations, compared by their runs of four and five letters: "Institut für Energietechnik" is like "Energy Institute". */
export class NameIndex {
  private readonly network: Network;
  private readonly vectors: TermVectors;
  private readonly numberOf: ReadonlyMap<string, number>;

  constructor(network: Network) {
    this.network = network;
    this.vectors = termVectors(network.actors.map(({ name }) => letterRuns(name)));
    this.numberOf = new Map(network.actors.map(({ id }, at) => [id, at]));
  }

  /** For each actor the cosine of its name with the mean of the seeds' names. */
  likeSeeds(seeds: readonly RegisteredActor[]): Float64Array {
    const numbers = seeds.flatMap(({ id }) => this.numberOf.get(id) ?? []);
    return this.likeWeighted(new Map(numbers.map((number) => [number, 1])));
  }

  /** For each actor the cosine of its name with a text: "Institute of Aviation" and a call for cleaner aviation. */
  likeText(text: string): Float64Array {
    return cosinesWith(this.vectors, letterRuns(text));
  }

  /** For each actor the cosine of its name with the mean of the names of projects' members, each project weighing what is given. */
  likeMembers(projectWeights: Float64Array): Float64Array {
    const { members } = this.network;
    const weightOf = new Map<number, number>();
    projectWeights.forEach((weight, project) => {
      if (weight === 0) return;
      for (let place = members.start[project]!; place < members.start[project + 1]!; place++) {
        const actor = members.at[place]!;
        weightOf.set(actor, (weightOf.get(actor) ?? 0) + weight);
      }
    });
    return this.likeWeighted(weightOf);
  }

  private likeWeighted(weightOf: ReadonlyMap<number, number>): Float64Array {
    const mean = summed(this.vectors, weightOf);
    const length = Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0)) || 1;
    return productsWith(this.vectors, mean).map((product) => product / length);
  }
}

/** Runs of letters within the words of a name, ends of words marked. */
export function letterRuns(name: string): string[] {
  const words: string[] = name.toLowerCase().match(/[\p{L}\p{Nd}]+/gu) ?? [];
  return words.flatMap((word) => {
    const marked = ` ${word} `;
    const runs: string[] = [];
    for (let length = SHORTEST; length <= LONGEST; length++) {
      for (let at = 0; at + length <= marked.length; at++) runs.push(marked.slice(at, at + length));
    }
    return runs;
  });
}
