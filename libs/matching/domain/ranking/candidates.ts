import { bestOf } from './best';
import type { Network } from './network';
import type { Question } from './question';
import type { Columns } from './signals';

/** Scores whose best actors are looked at more closely. */
const POOL_SCORES = ['aa', 'ra', 'path2', 'ppr', 'bppr3', 'bpprd', 'p3', 'rp3b', 'ease50', 'teas', 'pknn', 'svd'].concat([
  't1',
  't3',
  't3s',
  'tmax',
  'tppr',
  'tonly',
  'tbias',
  'tO',
  'tprof',
  'sprof',
  'tname',
  'name',
]);
const POOL_PLAIN = ['pop', 'popd'];
const BEST = 50;
const BEST_SELDOM = 30;
/** Actors with at most so many projects are seldom found. */
export const SELDOM_PROJECTS = 3;

/** Those looked at for a question, with their features. */
export interface Candidates {
  /** Numbers of actors, ascending. */
  actors: Int32Array;
  /** Actor by actor, one number a signal. */
  features: Float32Array;
  names: readonly string[];
}

/**
 * The pool of a question, the same in training and afterwards: the union of the best fifty by each of many scores, and of the best thirty among
 * those seldom found. Scores are scaled within the question, ln(1 + 200 s / max) / ln 201, since their size means nothing across questions.
 */
export function candidatesFor(network: Network, question: Question, { scores, plain }: Columns, names: readonly string[]): Candidates {
  const allowed = allowedBy(network, question);
  const seldom = allowed.filter((actor) => network.degrees[actor]! <= SELDOM_PROJECTS);
  const pool = new Set<number>();
  for (const name of [...POOL_SCORES, ...POOL_PLAIN]) {
    const column = scores[name] ?? plain[name]!;
    for (const actor of bestOf(column, allowed, BEST)) pool.add(actor);
    for (const actor of bestOf(column, seldom, BEST_SELDOM)) pool.add(actor);
  }
  const actors = Int32Array.from(pool).sort();
  const features = new Float32Array(actors.length * names.length);
  names.forEach((name, at) => {
    const score = scores[name];
    const column = score ?? plain[name]!;
    const scale = score ? 200 / (highestOf(score, allowed) || 1) : 0;
    for (let row = 0; row < actors.length; row++) {
      const value = column[actors[row]!]!;
      features[row * names.length + at] = score ? Math.log1p(value * scale) / Math.log(201) : value;
    }
  });
  return { actors, features, names };
}

/** Who takes part in anything and is not banned. */
function allowedBy({ degrees }: Network, { banned }: Question): Int32Array {
  return Int32Array.from(degrees.keys()).filter((actor) => degrees[actor]! > 0 && !banned.has(actor));
}

function highestOf(values: Float64Array, among: Int32Array): number {
  let highest = 0;
  for (const place of among) if (values[place]! > highest) highest = values[place]!;
  return highest;
}
