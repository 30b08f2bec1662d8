import fc from 'fast-check';
import { probabilityOfFit, SHIPPED_CERTAINTY } from '../certainty';
import { SHIPPED_TRUST } from '../partner-fit';
import { shuffled } from '../learning/random';
import { calibrationError } from './calibration';
import { countsOf, learn, lessonsFrom, missingForLearning } from './learn';
import { changesOf, percentOf, SHIPPED_WEIGHTS, tellsPercent } from './learned-weights';
import { IGNORED_AFTER_DAYS, outcomeOf, verdictOf, type KeptOutcome } from './outcome';
import { sampleLessons } from './sample-outcomes';
import { tallyOf } from './tally';

const NONE = { shownOn: '2026-01-01', acceptedOn: null, introducedOn: null, becameOn: null, dismissedFor: null };
const kept = (id: string, more: Partial<KeptOutcome> = {}): KeptOutcome => ({
  ...NONE,
  id,
  kind: 'PARTNER',
  askerId: 'us',
  suggestedId: 'them',
  suggestedKind: 'COMPANY',
  certainty: 'POSSIBLE',
  probability: 0.25,
  basis: {
    values: { answers: 0.25, asks: 0, same: 0, shared: 0.4, history: 0, themes: 0, bench: 0 },
    observed: { answers: null, asks: null },
  },
  objectedOn: null,
  objectedById: null,
  ...more,
});
const TODAY = '2026-02-01';
/** A region in which a partner in common says far more than was thought, and standing out far less. */
const TRUTH = {
  certainty: {
    WORDS: { ...SHIPPED_CERTAINTY.WORDS, prominence: 0.3 },
    MEANING: { ...SHIPPED_CERTAINTY.MEANING, prominence: 1.2 },
  },
  trust: { ...SHIPPED_TRUST, shared: 0.75 },
};

describe('what became of a suggestion', () => {
  it('is the farthest that was reached', () => {
    const dismissed = { ...NONE, dismissedFor: 'NO_FIT' as const };
    expect(outcomeOf(dismissed, TODAY)).toBe('DISMISSED');
    expect(outcomeOf({ ...dismissed, acceptedOn: '2026-01-02' }, TODAY)).toBe('ACCEPTED');
    expect(outcomeOf({ ...dismissed, acceptedOn: '2026-01-02', introducedOn: '2026-01-09' }, TODAY)).toBe('INTRODUCED');
    expect(outcomeOf({ ...dismissed, becameOn: '2026-01-20' }, TODAY)).toBe('BECAME');
  });

  it('is open at first, and left alone after sixty days', () => {
    expect(IGNORED_AFTER_DAYS).toBe(60);
    expect(outcomeOf(NONE, '2026-03-01')).toBe('OPEN');
    expect(outcomeOf(NONE, '2026-03-02')).toBe('IGNORED');
  });

  it('speaks against a match only where it does not fit', () => {
    const because = (dismissedFor: KeptOutcome['dismissedFor']) => verdictOf({ ...NONE, dismissedFor }, TODAY);
    expect(because('NO_FIT')).toEqual({ cameTrue: false, weight: 1 });
    expect((['KNOWN_ALREADY', 'NO_CAPACITY', 'LATER', 'OTHER'] as const).map(because)).toEqual([null, null, null, null]);
    expect(verdictOf(NONE, '2030-01-01')).toBeNull();
  });

  it('says the more, the farther it went', () => {
    const weights = [{ becameOn: TODAY }, { introducedOn: TODAY }, { acceptedOn: TODAY }].map(
      (came) => verdictOf({ ...NONE, ...came }, TODAY)!.weight,
    );
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(new Set(weights).size).toBe(3);
  });
});

describe('what is learned from', () => {
  it('leaves out what an organisation objected to, and what rests on nothing that was kept', () => {
    const all = [
      kept('b', { acceptedOn: TODAY }),
      kept('a', { dismissedFor: 'NO_FIT' }),
      kept('c', { acceptedOn: TODAY, objectedOn: TODAY }),
      kept('d', { acceptedOn: TODAY, basis: null }),
    ];
    expect(lessonsFrom(all, TODAY).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('tells nothing of who the two were', () => {
    const lesson = ({ askerId, suggestedId, suggestedKind }: Partial<KeptOutcome>) =>
      lessonsFrom([kept('a', { acceptedOn: TODAY, askerId, suggestedId, suggestedKind })], TODAY);
    expect(lesson({ askerId: 'x', suggestedId: 'y', suggestedKind: 'UNION' })).toEqual(
      lesson({ askerId: 'u', suggestedId: 'v', suggestedKind: 'COMPANY' }),
    );
  });
});

describe('learning', () => {
  it('waits for fifty outcomes, ten of each side', () => {
    const some = (came: number, not: number) =>
      sampleLessons(came + not, SHIPPED_WEIGHTS, 1).map((lesson, at) => ({ ...lesson, cameTrue: at < came }));
    expect(learn(some(39, 10))).toBeNull();
    expect(missingForLearning(countsOf(some(39, 10)))).toEqual({ outcomes: 1, came: 0, not: 0 });
    expect(learn(some(41, 9))).toBeNull();
    expect(missingForLearning(countsOf(some(41, 9)))).toEqual({ outcomes: 0, came: 0, not: 1 });
    expect(learn(some(9, 41))).toBeNull();
    expect(learn(some(40, 10))?.counts).toEqual({ came: 40, not: 10 });
  });

  it('finds again what is true in a region', () => {
    const { weights } = learn(sampleLessons(2_000, TRUTH, 7))!;
    expect(weights.trust.shared).toBeGreaterThan(0.6);
    expect(weights.certainty.MEANING.prominence).toBeLessThan(2);
    expect(weights.certainty.WORDS.prominence).toBeLessThan(0.65);
    expect(changesOf(weights).find(({ part, name }) => part === 'CLUES' && name === 'shared')!.factor).toBeGreaterThan(2);
  });

  it('stays near what was shipped where that is true, and moves little for few', () => {
    const near = learn(sampleLessons(2_000, SHIPPED_WEIGHTS, 3))!.weights;
    expect(Math.abs(near.trust.shared - SHIPPED_TRUST.shared)).toBeLessThan(0.15);
    const few = learn(sampleLessons(60, TRUTH, 7))!.weights;
    const many = learn(sampleLessons(2_000, TRUTH, 7))!.weights;
    expect(few.trust.shared).toBeLessThan(many.trust.shared);
  });

  it('gives the same whatever the order', () => {
    const lessons = sampleLessons(300, TRUTH, 5);
    const asKept = (order: typeof lessons) => learn([...order].sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(asKept(shuffled(lessons, 9))).toEqual(asKept(lessons));
  });

  it('never lets somebody who meets a need better rank lower, whatever the outcomes were', () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    const outcomes = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }));
    fc.assert(
      fc.property(outcomes, share, share, share, ([seed, came], score, more, sixth) => {
        const learned = learn(sampleLessons(80, SHIPPED_WEIGHTS, seed).map((lesson, at) => ({ ...lesson, cameTrue: came[at]! })));
        if (!learned) return;
        for (const kind of ['WORDS', 'MEANING'] as const) {
          const by = (seen: number) => probabilityOfFit({ kind, score: seen, asked: 30, sixth }, learned.weights.certainty);
          expect(by(score + more)).toBeGreaterThanOrEqual(by(score));
        }
        for (const trust of Object.values(learned.weights.trust)) {
          expect(trust).toBeGreaterThanOrEqual(0);
          expect(trust).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('percentages', () => {
  it('want two hundred outcomes and an error of at most a twentieth', () => {
    expect(tellsPercent({ counts: { came: 100, not: 99 }, calibrationError: 0.01 })).toBe(false);
    expect(tellsPercent({ counts: { came: 100, not: 100 }, calibrationError: 0.051 })).toBe(false);
    expect(tellsPercent({ counts: { came: 100, not: 100 }, calibrationError: 0.05 })).toBe(true);
  });

  it('come true where they are told', () => {
    const learned = learn(sampleLessons(2_000, TRUTH, 11))!;
    expect(learned.calibrationError).toBeLessThanOrEqual(0.05);
    expect(percentOf(learned, 0.4)! % 5).toBe(0);
    expect(percentOf(learned, 0.9)!).toBeGreaterThan(percentOf(learned, 0.1)!);
  });

  it('are not told where chance decides, below the thresholds, or where nothing was learned', () => {
    const few = learn(sampleLessons(150, TRUTH, 11))!;
    expect(percentOf(few, 0.4)).toBeNull();
    expect(percentOf(null, 0.4)).toBeNull();
    expect(percentOf({ ...few, counts: { came: 150, not: 150 }, calibrationError: 0.2 }, 0.4)).toBeNull();
  });
});

describe('the calibration error', () => {
  it('is 0 where what is said comes true, and as large as what is said too much', () => {
    const half = Array.from({ length: 100 }, (_, at) => ({ said: 0.5, cameTrue: at % 2 === 0 }));
    expect(calibrationError(half)).toBe(0);
    expect(calibrationError(Array.from({ length: 10 }, () => ({ said: 0.7, cameTrue: false })))).toBeCloseTo(0.7);
    expect(calibrationError([])).toBe(1);
  });
});

describe('the tally', () => {
  it('counts what became of suggestions and why they were put away, and names no small group', () => {
    const all = [
      ...Array.from({ length: 4 }, (_, at) => kept(`u${at}`, { suggestedKind: 'UNION', acceptedOn: TODAY })),
      ...Array.from({ length: 5 }, (_, at) => kept(`c${at}`, { dismissedFor: 'NO_FIT' })),
      kept('k', { dismissedFor: 'KNOWN_ALREADY' }),
      kept('o', { objectedOn: TODAY, acceptedOn: TODAY }),
    ];
    const tally = tallyOf(all, TODAY);
    expect(tally).toMatchObject({ shown: 10, objected: 1, kinds: [{ kind: 'COMPANY', shown: 6, came: 0 }] });
    expect(tally.reasons).toEqual([
      { reason: 'NO_FIT', count: 5 },
      { reason: 'KNOWN_ALREADY', count: 1 },
    ]);
    expect(tally.sureness[1]).toEqual({ certainty: 'POSSIBLE', answered: 9, came: 4, said: 0.25 });
  });
});
