import { examplesFrom, networkOf, sampleRegister, storedModel, trained, type Example } from '@knotenpunkt/matching/domain';
import { innerTrial, prepared } from './inner-trial';
import { estimateOf, measuresOf } from './ranking-measures';
import { OURS, reportPage, type Score } from './report-page';

function example(right: number[], wanted: number, seldom: number[]): Example {
  const actors = Int32Array.from({ length: 20 }, (_, at) => 100 + at);
  const flags = Uint8Array.from(actors, (_, at) => (seldom.includes(at) ? 1 : 0));
  const seldomWanted = right.filter((one) => seldom.includes(one)).length;
  return { actors, features: new Float32Array(0), right, seldom: flags, room: 0, wanted, seldomWanted, parting: 0, fold: 0 };
}

describe('measures of lists', () => {
  it('are those of the scorer', () => {
    const examples = [example([0, 5], 4, [5]), example([19], 1, [])];
    const { hit, recall, map, tailRecall, coverage, tailShare } = measuresOf(
      examples,
      [
        [3, 0, 5],
        [1, 2, 3],
      ],
      10,
    );
    expect(hit[0]).toBeCloseTo(1 / 2);
    expect(recall[0]).toBeCloseTo((2 / 4 + 0) / 2);
    expect(map[0]).toBeCloseTo((1 / 2 + 2 / 3) / 4 / 2);
    // The second question wants nobody of the tail and does not count there.
    expect(tailRecall[0]).toBeCloseTo(1);
    expect(coverage).toBeCloseTo(5 / 10);
    expect(tailShare).toBeCloseTo(1 / 6);
  });

  it('have an interval around the mean, the same each time', () => {
    const [mean, low, high] = estimateOf([0, 1, 1, 0, 1, 1, 0, 1, 1, 1]);
    expect(low).toBeLessThan(mean);
    expect(high).toBeGreaterThan(mean);
    expect(estimateOf([0, 1, 1, 0, 1, 1, 0, 1, 1, 1])).toEqual([mean, low, high]);
    expect(estimateOf([])).toEqual([0, 0, 0]);
  });
});

describe('the report', () => {
  const network = networkOf(sampleRegister({ actors: 70, projects: 60, seed: 3 }));
  const trial = innerTrial(prepared(network, 'alliance', '2015-06-01'), () => undefined);
  const model = storedModel(trained(examplesFrom(network, 'alliance', { seatsKnown: true, partings: 1, mostOfFold: 8 }), null));
  const score = (hit: number): Score => ({
    queries: 10,
    hit,
    hitCi95: [hit - 0.1, hit + 0.1],
    recall: 0.1,
    recallCi95: [0, 0.2],
    map: 0.1,
    mapCi95: [0, 0.2],
    tailRecall: 0.05,
    tailRecallCi95: [0, 0.1],
    coverage: 0.1,
    tailShare: 0.2,
  });
  const page = reportPage({
    scores: { alliance: { [OURS]: score(0.3), '<b>other</b>': score(0.2) } },
    trials: { alliance: trial },
    weights: { alliance: model },
  });

  it('tries on an inner split what was learnt before it', () => {
    expect(trial.asked).toBeGreaterThan(0);
    expect(trial.learntFrom).toBeGreaterThan(0);
    expect(trial.without.map(({ group }) => group)).toContain('text');
    for (const { measures } of trial.lists) expect(measures.hit[0] >= 0 && measures.hit[0] <= 1).toBe(true);
    for (const { cases } of trial.calibration.hit) expect(cases).toBeGreaterThan(0);
  });

  it('says of a target that is missed in one of two figures that it is', () => {
    expect(page).toContain('<td>hit only</td>');
  });

  it('needs no script and nothing from elsewhere, and takes names as text', () => {
    expect(page).not.toMatch(/<script|https?:|url\(|NaN|undefined|<b>/);
    expect(page).toContain('&lt;b>other&lt;/b>');
  });
});
