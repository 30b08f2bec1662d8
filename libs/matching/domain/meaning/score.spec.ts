import fc from 'fast-check';
import { scoreOf, type FitSignals } from './score';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const meaning = fc.record({ direction: share, places: share });
const signals: fc.Arbitrary<FitSignals> = fc.record({
  words: share,
  themes: share,
  aims: fc.record({ group: share, kind: share }),
  meaning,
});
const raised = fc.constantFrom<(given: FitSignals, to: number) => FitSignals>(
  (given, to) => ({ ...given, words: Math.max(given.words, to) }),
  (given, to) => ({ ...given, themes: Math.max(given.themes, to) }),
  (given, to) => ({ ...given, aims: { ...given.aims, group: Math.max(given.aims.group, to) } }),
  (given) => ({ ...given, aims: { ...given.aims, kind: 1 } }),
  (given, to) => ({ ...given, meaning: { ...given.meaning!, direction: Math.max(given.meaning!.direction, to) } }),
  (given, to) => ({ ...given, meaning: { ...given.meaning!, places: Math.max(given.meaning!.places, to) } }),
);
const rankOf = (list: readonly FitSignals[], at: number) => list.filter((one) => scoreOf(one) > scoreOf(list[at]!)).length;

describe('scoreOf', () => {
  it('never ranks an offer lower for meeting the need better, by whichever measure', () => {
    fc.assert(
      fc.property(fc.array(signals, { minLength: 1, maxLength: 12 }), raised, share, fc.nat(), (list, raise, to, number) => {
        const at = number % list.length;
        const better = list.with(at, raise(list[at]!, to));
        expect(rankOf(better, at)).toBeLessThanOrEqual(rankOf(list, at));
      }),
    );
  });

  it('does without a meaning', () => {
    expect(scoreOf({ words: 0.3, themes: 1, aims: { group: 0, kind: 0 }, meaning: null })).toBeCloseTo(0.34);
  });
});
