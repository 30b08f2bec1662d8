import { chancesOf, fitConditionalLogit, lossOf, scoresOf, type Choice } from './conditional-logit';
import { minimised } from './lbfgs';
import { fitLogistic, logistic } from './logistic';
import { randomFrom, shuffled } from './random';
import { thinned } from './thinned';

const WIDTH = 4;
const TRUE_WEIGHTS = [1.5, -1, 0.5, 0];

/** Choices in which the right candidates are drawn by a softmax with known weights. */
function choices(count: number, seed: number): Choice[] {
  const next = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const features = Float32Array.from({ length: 12 * WIDTH }, () => next() * 4 - 2);
    const scores = Float64Array.from({ length: 12 }, (_, row) =>
      TRUE_WEIGHTS.reduce((sum, weight, at) => sum + weight * features[row * WIDTH + at]!, 0),
    );
    let rest = next();
    const drawn = chancesOf(scores).findIndex((chance) => (rest -= chance) < 0);
    return { features, right: [Math.max(0, drawn)], room: next() };
  });
}

/** The same candidates with the opposite features, at the opposite room: what was wanted there is not wanted here. */
function turnedAround({ features, right }: Choice): Choice {
  return { features: features.map((value) => -value), right, room: -1 };
}

describe('minimised', () => {
  it('finds the minimum of a stretched bowl', () => {
    const wanted = [3, -2, 0.5];
    const found = minimised((point, gradient) => {
      let value = 0;
      wanted.forEach((centre, at) => {
        const away = point[at]! - centre;
        gradient[at] = 2 * 10 ** at * away;
        value += 10 ** at * away * away;
      });
      return value;
    }, new Float64Array(3));
    wanted.forEach((one, at) => expect(found[at]).toBeCloseTo(one, 4));
  });

  it('crosses the bent valley of Rosenbrock', () => {
    const found = minimised(
      ([x = 0, y = 0], gradient) => {
        gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
        gradient[1] = 200 * (y - x * x);
        return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
      },
      Float64Array.from([-1.2, 1]),
    );
    expect(found[0]).toBeCloseTo(1, 3);
    expect(found[1]).toBeCloseTo(1, 3);
  });
});

describe('conditional logit', () => {
  it('has the gradient that differences of the loss show', () => {
    const some = choices(5, 1).map((choice, at) => ({ ...choice, right: at === 0 ? [] : [...choice.right, (choice.right[0]! + 1) % 12] }));
    const standard = { deviations: Float64Array.from([1, 2, 0.5, 1]), room: { mean: 0.4, deviation: 0.3 } };
    const parted = (point: Float64Array) => ({ ...standard, weights: point.slice(0, WIDTH), turns: point.slice(WIDTH) });
    const at = (point: Float64Array) => lossOf(some, parted(point), new Float64Array(2 * WIDTH));
    const point = Float64Array.from([0.3, -0.7, 0.2, 0.9, 0.1, 0.4, -0.3, 0.2]);
    const gradient = new Float64Array(2 * WIDTH);
    lossOf(some, parted(point), gradient);
    point.forEach((_, one) => {
      const moved = (step: number) => at(point.map((value, other) => value + (other === one ? step : 0)));
      expect(gradient[one]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 5);
    });
  });

  it('finds the weights choices were drawn with', () => {
    const { weights, deviations } = fitConditionalLogit(choices(2000, 2), WIDTH, { l2: { weights: 1, turns: 1 } });
    TRUE_WEIGHTS.forEach((wanted, at) => expect(Math.abs(weights[at]! / deviations[at]! - wanted)).toBeLessThan(0.12));
  });

  it('finds them too among a third of the wrong candidates', () => {
    const some = choices(1500, 6).map((choice, seed) => thinned(choice, WIDTH, { others: 4, seed }));
    for (const { features, right } of some) expect(features.length / WIDTH).toBeGreaterThanOrEqual(right.length);
    const { weights, deviations } = fitConditionalLogit(some, WIDTH, { l2: { weights: 1, turns: 1 } });
    TRUE_WEIGHTS.forEach((wanted, at) => expect(Math.abs(weights[at]! / deviations[at]! - wanted)).toBeLessThan(0.2));
  });

  it('finds a weight that grows with the room', () => {
    const some = [...choices(700, 7).map((one) => ({ ...one, room: 1 })), ...choices(700, 8).map((one) => turnedAround(one))];
    const { weights, turns, deviations } = fitConditionalLogit(some, WIDTH, { l2: { weights: 1, turns: 1 } });
    TRUE_WEIGHTS.forEach((wanted, at) => expect(Math.abs(turns[at]! / deviations[at]! - wanted)).toBeLessThan(0.2));
    for (const weight of weights) expect(Math.abs(weight)).toBeLessThan(0.15);
  });

  it('leaves the weights the same at any room when they are not to turn', () => {
    const { turns } = fitConditionalLogit(choices(50, 9), WIDTH, { l2: { weights: 1, turns: null } });
    expect([...turns]).toEqual([0, 0, 0, 0]);
  });

  it('stays at the prior where a ridge outweighs what is seen, and learns the same twice', () => {
    const prior = {
      weights: Float64Array.from([1, 2, 3, 4]),
      turns: Float64Array.from([0, 1, 0, -1]),
      deviations: Float64Array.from([1, 1, 2, 1]),
      room: { mean: 0.5, deviation: 0.3 },
    };
    const { weights, turns } = fitConditionalLogit(choices(3, 3), WIDTH, { l2: { weights: 1e6, turns: 1e6 }, prior });
    weights.forEach((weight, at) => expect(weight).toBeCloseTo(prior.weights[at]!, 3));
    turns.forEach((turn, at) => expect(turn).toBeCloseTo(prior.turns[at]!, 3));
    const once = fitConditionalLogit(choices(50, 4), WIDTH, { l2: { weights: 1, turns: 1 } });
    expect(fitConditionalLogit(choices(50, 4), WIDTH, { l2: { weights: 1, turns: 1 } })).toEqual(once);
  });

  it('scores as the product of features by their deviation and weights, with what the room adds', () => {
    const model = {
      deviations: Float64Array.from([2, 1]),
      weights: Float64Array.from([3, -1]),
      turns: Float64Array.from([0, 2]),
      room: { mean: 1, deviation: 2 },
    };
    expect([...scoresOf(model, Float32Array.from([5, 2, 1, 0]), 1)]).toEqual([7.5 - 2, 1.5]);
    expect([...scoresOf(model, Float32Array.from([5, 2, 1, 0]), 3)]).toEqual([7.5 + 2, 1.5]);
  });
});

describe('logistic regression', () => {
  it('finds how often things come true', () => {
    const next = randomFrom(5);
    const cases = Array.from({ length: 4000 }, () => {
      const x = next() * 4 - 2;
      return { observed: [1, x], cameTrue: next() < logistic(-1 + 2 * x) };
    });
    const [constant, slope] = fitLogistic(cases, { l2: 0.1, prior: [0, 0] });
    expect(Math.abs(constant! + 1)).toBeLessThan(0.15);
    expect(Math.abs(slope! - 2)).toBeLessThan(0.15);
  });

  it('is the prior without cases', () => {
    expect(fitLogistic([], { l2: 1, prior: [0.5, -2] })).toEqual([0.5, -2]);
  });
});

describe('random numbers', () => {
  it('depend on the seed only', () => {
    expect(shuffled([1, 2, 3, 4, 5, 6, 7], 1)).toEqual(shuffled([1, 2, 3, 4, 5, 6, 7], 1));
    expect(shuffled([1, 2, 3, 4, 5, 6, 7], 1)).not.toEqual(shuffled([1, 2, 3, 4, 5, 6, 7], 2));
  });
});
