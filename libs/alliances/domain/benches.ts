import type { WantedBench } from '@knotenpunkt/challenges/domain';
import type { ActorKind } from '@knotenpunkt/themes/domain';

/** A wanted bench with how many sit on it. */
export interface BenchFill extends WantedBench {
  filled: number;
}

interface Seated {
  bench: ActorKind;
  state: 'INVITED' | 'MEMBER' | 'DECLINED';
}

/** Each wanted bench with how many of the members sit on it; who declined does not. */
export function fillBenches(wanted: readonly WantedBench[], members: readonly Seated[]): BenchFill[] {
  const seated = members.filter(({ state }) => state !== 'DECLINED');
  return wanted.map(({ kind, minimum }) => ({ kind, minimum, filled: seated.filter(({ bench }) => bench === kind).length }));
}

/** The benches on which too few sit. */
export function emptyBenches(fills: readonly BenchFill[]): BenchFill[] {
  return fills.filter(({ minimum, filled }) => filled < minimum);
}
