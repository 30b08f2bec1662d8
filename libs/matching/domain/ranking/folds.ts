import { randomFrom, shuffled } from '../learning/random';
import { networkWithin, type Network } from './network';

const FOLDS = 5;
/** So many topics of a hundred are left out as a whole; the projects of the others are spread over the folds. */
const WHOLE_TOPICS = 0.65;

/** A network with some projects left out, and those. */
export interface Fold {
  network: Network;
  /** Numbers in the whole network. */
  leftOut: readonly number[];
}

/**
 * The projects parted into five folds, mostly by topic: questions about a topic nobody has worked on yet are the ones asked later, and with
 * four fifths of the projects the network stays dense.
 */
export function topicFolds(network: Network, seed: number): Fold[] {
  const topics = new Map<string, number[]>();
  network.projects.forEach(({ id, topic }, at) => {
    const key = topic === '' ? `project ${id}` : topic;
    topics.set(key, [...(topics.get(key) ?? []), at]);
  });
  const next = randomFrom(seed);
  const folds: number[][] = Array.from({ length: FOLDS }, () => []);
  for (const key of shuffled([...topics.keys()].sort(), seed)) {
    const together = next() < WHOLE_TOPICS ? Math.floor(next() * FOLDS) : null;
    for (const project of topics.get(key)!) folds[together ?? Math.floor(next() * FOLDS)]!.push(project);
  }
  return folds.map((leftOut) => {
    const out = new Set(leftOut);
    const kept = network.projects.flatMap((_, at) => (out.has(at) ? [] : [at]));
    return { network: networkWithin(network, kept), leftOut: leftOut.sort((a, b) => a - b) };
  });
}

/** The network before a day (YYYY-MM-DD), with the projects begun on it or later left out; those of unknown start stay. */
export function laterFold(network: Network, day: string): Fold {
  const isLater = (at: number) => network.projects[at]!.startOn >= day;
  const all = [...network.projects.keys()];
  return {
    network: networkWithin(
      network,
      all.filter((at) => !isLater(at)),
    ),
    leftOut: all.filter(isLater),
  };
}

/** The network without its youngest projects, about one of `share`; null where too few are dated to tell young from old. */
export function latestFold(network: Network, share: number): Fold | null {
  const days = network.projects.flatMap(({ startOn }) => (startOn === '' ? [] : [startOn])).sort();
  const day = days[Math.floor(days.length * (1 - 1 / share))];
  if (day === undefined || day === days[0]) return null;
  return laterFold(network, day);
}
