import stepOfForceAtlas from 'graphology-layout-forceatlas2/iterate.js';
import stepOfNoverlap from 'graphology-layout-noverlap/iterate.js';

/** Places as two columns; changed where they stand. */
export interface Points {
  x: Float64Array;
  y: Float64Array;
}

/** Ties between points, by their places in the columns. */
export interface Pulls {
  a: ArrayLike<number>;
  b: ArrayLike<number>;
  weight: ArrayLike<number>;
}

const STEPS = 400;
/** A step costs by points and by ties; many get fewer, so that a layout takes seconds. */
const STEPS_COST = 12_000_000;
const FEWEST_STEPS = 30;
/** From so many points on those far away are taken together (Barnes & Hut 1986). */
const TOGETHER_FROM = 800;

const FORCES = {
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  scalingRatio: 10,
  strongGravityMode: true,
  gravity: 0.05,
  slowDown: 8,
  barnesHutTheta: 0.5,
};

/** Moves points by ForceAtlas2 (Jacomy et al. 2014): ties pull, everybody pushes. */
export function letForcesAct({ x, y }: Points, pulls: Pulls, settings: Partial<typeof FORCES>, mostSteps = STEPS): void {
  const order = x.length;
  if (order < 2) return;
  const nodes = new Float32Array(order * 10);
  for (let at = 0; at < order; at++) nodes.set([x[at]!, y[at]!, 0, 0, 0, 0, 1, 1, 1, 0], at * 10);
  const edges = new Float32Array(pulls.a.length * 3);
  for (let tie = 0; tie < pulls.a.length; tie++) {
    const [from, to, weight] = [pulls.a[tie]! * 10, pulls.b[tie]! * 10, pulls.weight[tie]!];
    nodes[from + 6]! += weight;
    nodes[to + 6]! += weight;
    edges.set([from, to, weight], tie * 3);
  }
  const steps = Math.max(FEWEST_STEPS, Math.min(mostSteps, Math.floor(STEPS_COST / (20 * order + pulls.a.length))));
  const all = { ...FORCES, barnesHutOptimize: order > TOGETHER_FROM, ...settings };
  for (let step = 0; step < steps; step++) stepOfForceAtlas(all, nodes, edges);
  for (let at = 0; at < order; at++) {
    x[at] = nodes[at * 10]!;
    y[at] = nodes[at * 10 + 1]!;
  }
}

/** Moves discs until none lies on another, or it takes too long. */
export function pushApart({ x, y }: Points, sizes: ArrayLike<number>, margin: number, steps: number): void {
  const order = x.length;
  if (order < 2) return;
  const nodes = new Float32Array(order * 3);
  for (let at = 0; at < order; at++) {
    // Two in the very same spot would be parted by chance, otherwise with every run.
    const aside = ((at * 0.618) % 1) * 1e-3 * margin;
    nodes.set([x[at]! + aside, y[at]! - aside, sizes[at]!], at * 3);
  }
  const settings = { margin, speed: 2, ratio: 1, expansion: 1.1, gridSize: Math.max(20, Math.ceil(Math.sqrt(order))) };
  for (let step = 0; step < steps && !stepOfNoverlap(settings, nodes).converged; step++);
  for (let at = 0; at < order; at++) {
    x[at] = nodes[at * 3]!;
    y[at] = nodes[at * 3 + 1]!;
  }
}
