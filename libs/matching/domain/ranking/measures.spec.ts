import { bipartiteWalk, divideByDegree } from './bipartite-walk';
import { ease, easeScores } from './ease';
import { embedding, nearness } from './embedding';
import { networkOf, type Network } from './network';
import { newmanTies } from './newman-ties';
import { personalisedPageRank } from './page-rank';
import { activity, breadth, leadShare } from './popularity';
import { sampleRegister } from './sample-register';
import { adamicAdarWorth, commonNeighbour, neighboursIn, resourceAllocationWorth, sharedNeighbours } from './shared-neighbours';

/** The formula as a book writes it, on full matrices. */
function plain(network: Network) {
  const { start, at } = network.members;
  const members = network.projects.map((_, project) => [...at.subarray(start[project]!, start[project + 1]!)]);
  const all = [...network.actors.keys()];
  const B = members.map((some) => all.map((actor) => (some.includes(actor) ? 1 : 0)));
  const W = all.map((a) =>
    all.map((b) =>
      a === b
        ? 0
        : members.reduce((sum, some) => sum + (some.length > 1 && some.includes(a) && some.includes(b) ? 1 / (some.length - 1) : 0), 0),
    ),
  );
  const A = W.map((row) => row.map((tie) => (tie > 0 ? 1 : 0)));
  return { members, all, B, W, A };
}

type Matrix = number[][];
const product = (A: Matrix, x: readonly number[]) => A.map((row) => row.reduce((sum, value, at) => sum + value * x[at]!, 0));
const sum = (x: readonly number[]) => x.reduce((a, b) => a + b, 0);
const column = (A: Matrix, at: number) => A.map((row) => row[at]!);

function solved(A: Matrix, b: readonly number[]): number[] {
  const M = A.map((row, at) => [...row, b[at]!]);
  M.forEach((pivot, at) => {
    M.forEach((row, other) => {
      if (other === at) return;
      const factor = row[at]! / pivot[at]!;
      for (let k = at; k < row.length; k++) row[k]! -= factor * pivot[k]!;
    });
  });
  return M.map((row, at) => row.at(-1)! / row[at]!);
}

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>, digits = 9): void {
  expect(found.length).toBe(wanted.length);
  for (let at = 0; at < wanted.length; at++) expect(found[at]).toBeCloseTo(wanted[at]!, digits);
}

describe.each([1, 2, 3])('measures on a small network (%i) agree with the formula written out', (seed) => {
  const network = networkOf(sampleRegister({ actors: 30, projects: 18, seed }));
  const { members, all, B, W, A } = plain(network);
  const from = Float64Array.from(all, (actor) => (actor === 3 || actor === 7 ? 0.5 : 0));
  const x = [...from];

  it('ties of Newman', () => expectClose(newmanTies(network, from), product(W, x)));

  it.each([
    ['common neighbours', commonNeighbour],
    ['Adamic–Adar', adamicAdarWorth],
    ['resource allocation', resourceAllocationWorth],
  ])('%s', (_, worth) => {
    const degree = A.map(sum);
    const wanted = all.map((j) =>
      sum(all.map((i) => x[i]! * sum(all.map((k) => A[i]![k]! * A[k]![j]! * (degree[k] ? worth(degree[k]!) : 0))))),
    );
    expectClose(sharedNeighbours(neighboursIn(network), from, worth), wanted);
  });

  it('personalised PageRank', () => {
    const P = W.map((row) => row.map((tie, to) => tie / Math.max(1, sum(W[to]!))));
    let at = x;
    for (let step = 0; step < 6; step++) at = product(P, at).map((share, actor) => 0.5 * share + 0.5 * x[actor]!);
    expectClose(personalisedPageRank(network, from), at);
  });

  it('walk over projects with weights, restart and a start among projects; RP3β', () => {
    const weights = members.map((_, project) => 1 / (project + 1));
    const projects = members.map((_, project) => (project === 2 ? 0.5 : 0));
    let at = x.map((share) => share / 2);
    const start = at;
    for (let step = 0; step < 4; step++) {
      const leaving = members.map((_, p) =>
        sum(all.map((a) => (B[p]![a]! ? (at[a]! * weights[p]!) / sum(weights.filter((_w, other) => B[other]![a])) : 0))),
      );
      const inside = leaving.map((share, p) => (0.7 * share + 0.3 * projects[p]!) / Math.max(1, members[p]!.length));
      at = all.map((a) => sum(inside.filter((_, p) => B[p]![a])) + 0.3 * start[a]!);
    }
    const found = bipartiteWalk(
      network,
      { actors: Float64Array.from(start), projects: Float64Array.from(projects) },
      { restart: 0.3, steps: 4, projectWeights: Float64Array.from(weights) },
    );
    expectClose(found, at);
    expectClose(
      divideByDegree(found, network.degrees, 0.5),
      at.map((share, a) => share / Math.sqrt(Math.max(1, sum(column(B, a))))),
    );
  });

  it('EASE by projects × projects is EASE by actors × actors for all who are no seeds', () => {
    const lambda = 3;
    const gram = all.map((a) => all.map((b) => sum(B.map((row) => row[a]! * row[b]!)) + (a === b ? lambda : 0)));
    const inverse = all.map((j) =>
      solved(
        gram,
        all.map((a) => (a === j ? 1 : 0)),
      ),
    );
    // Steck: weights −P_ij / P_jj off the diagonal, 0 on it.
    const wanted = all.map((j) => -sum(x.map((share, i) => (i === j ? 0 : (share * inverse[i]![j]!) / inverse[j]![j]!))));
    const found = easeScores(network, ease(network, lambda), Float64Array.from(product(B, x)));
    for (const actor of all.filter((one) => x[one] === 0)) expect(found[actor]).toBeCloseTo(wanted[actor]!, 4);
  });

  it('nearness in the embedding equals that of the scaled matrix when no dimension is left out', () => {
    const scaled = all.map((a) =>
      members.map((some, p) => B[p]![a]! / Math.sqrt(Math.max(1, some.length)) / Math.sqrt(Math.max(1, sum(column(B, a))))),
    );
    const mean = members.map((_, p) => sum(all.map((a) => x[a]! * scaled[a]![p]!)));
    const { products } = nearness(embedding(network, members.length), from);
    expectClose(
      products,
      scaled.map((row) => sum(row.map((value, p) => value * mean[p]!))),
      6,
    );
  });

  it('activity, leading, breadth', () => {
    expectClose(
      activity(network, 180),
      all.map((a) => sum(members.map((_, p) => B[p]![a]! * 2 ** (-network.ages[p]! / 180)))),
    );
    expectClose(
      breadth(network),
      all.map((a) => new Set(network.projects.filter((_, p) => B[p]![a]).map(({ topic }) => topic)).size),
    );
    expect(leadShare(network).every((share) => share >= 0 && share < 1)).toBe(true);
  });
});
