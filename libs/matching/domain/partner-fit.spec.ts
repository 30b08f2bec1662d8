import fc from 'fast-check';
import { benchComplement } from './bench-complement';
import type { EntryMatch } from './need-offer';
import { fittingPartners, partnerScore, type Clues } from './partner-fit';
import { adamicAdar, neighboursOf, resourceAllocation, sharedPartners } from './shared-partners';

const match = (probability: number, certainty: EntryMatch['certainty'] = 'POSSIBLE'): EntryMatch => ({
  entryId: 'entry',
  actorId: 'other',
  certainty,
  probability,
  sentence: '',
  reasons: [{ code: 'OFFER_ANSWERS_NEED', params: { title: 'Bus' }, evidence: [{ type: 'ENTRY', id: 'entry' }] }],
  doubts: [],
});
const clues = (actorId: string, more: Partial<Clues> = {}): Clues => ({
  actorId,
  kind: 'COMPANY',
  themes: [],
  answers: [],
  asks: [],
  same: [],
  shared: [],
  history: null,
  tie: null,
  partners: 5,
  ...more,
});
const ASKER = { actorId: 'us', themes: ['pflege'], kindsAround: ['COMPANY'], historyTells: false };

describe('shared partners', () => {
  const neighbours = neighboursOf(
    [
      ['us', 'hub'],
      ['them', 'hub'],
      ['us', 'small'],
      ['them', 'small'],
      ['hub', 'x'],
      ['hub', 'y'],
    ].map(([a, b]) => ({ a: a!, b: b! })),
  );

  it('are those both work with, the one with fewest partners first', () => {
    expect(sharedPartners(neighbours, 'us', 'them')).toEqual([
      { id: 'small', partners: 2 },
      { id: 'hub', partners: 4 },
    ]);
    expect(sharedPartners(neighbours, 'us', 'nobody')).toEqual([]);
  });

  it('count as Adamic and Adar, and Zhou, Lü and Zhang wrote', () => {
    const shared = sharedPartners(neighbours, 'us', 'them');
    expect(adamicAdar(shared)).toBeCloseTo(1 / Math.log(2) + 1 / Math.log(4));
    expect(resourceAllocation(shared)).toBeCloseTo(3 / 4);
  });
});

describe('a Steckbrief nobody confirmed for long', () => {
  it('never counts for more than a fresh one, and less the older it is', () => {
    const values = fc.record({
      probability: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      freshness: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), ({ probability, freshness }, other) => {
        const scoreAt = (share: number) =>
          partnerScore(
            ASKER,
            clues('them', {
              kind: 'UNION',
              themes: ['pflege'],
              answers: [match(probability)],
              aged: { freshness: share, confirmedOn: '2025-01-01' },
            }),
          );
        const [less, more] = [Math.min(freshness, other), Math.max(freshness, other)];
        expect(scoreAt(less)).toBeLessThanOrEqual(scoreAt(more));
        expect(scoreAt(1)).toBe(partnerScore(ASKER, clues('them', { kind: 'UNION', themes: ['pflege'], answers: [match(probability)] })));
      }),
    );
  });

  it('is told as a doubt, unless an old offer says it already', () => {
    const aged = { freshness: 0.5, confirmedOn: '2025-01-01' };
    const codes = (more: Partial<Clues>) =>
      fittingPartners(ASKER, [clues('them', { aged, ...more })], 1)[0]?.doubts.map(({ code }) => code);
    expect(codes({ answers: [match(0.5)] })).toEqual(['PROFILE_CONFIRMED_LONG_AGO', 'NO_TIE_YET']);
    const old = { ...match(0.5), doubts: [{ code: 'CONFIRMED_LONG_AGO' as const, params: {}, evidence: [] }] };
    expect(codes({ answers: [old] })).toEqual(['CONFIRMED_LONG_AGO', 'NO_TIE_YET']);
  });
});

describe('the bench somebody adds', () => {
  it('is worth most where there is none of it', () => {
    expect(benchComplement([], 'UNION')).toBe(1);
    expect(benchComplement(['COMPANY', 'COMPANY', 'UNION', 'SCIENCE'], 'COMPANY')).toBe(0.5);
    expect(benchComplement(['COMPANY'], 'COMPANY')).toBe(0);
  });
});

describe('who fits', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('scores between 0 and 1, and never less for one clue more', () => {
    fc.assert(
      fc.property(share, share, fc.integer({ min: 0, max: 5 }), (answer, ask, partners) => {
        const shared = Array.from({ length: partners }, (_, at) => ({ id: String(at), partners: 2 + at }));
        const some = clues('other', { answers: [match(answer)], shared });
        const more = { ...some, asks: [match(ask)], themes: ['pflege'] };
        const [least, most] = [partnerScore(ASKER, some), partnerScore(ASKER, more)];
        expect(least).toBeGreaterThanOrEqual(0);
        expect(most).toBeLessThanOrEqual(1);
        expect(most).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it('does not suggest oneself, nor whom one works with, nor for a theme alone', () => {
    const all = [
      clues('us', { answers: [match(0.5)] }),
      clues('partner', { answers: [match(0.3)], tie: 'WORKS_TOGETHER' }),
      clues('theme', { themes: ['pflege'] }),
      clues('fits', { answers: [match(0.3)] }),
    ];
    expect(fittingPartners(ASKER, all, 5).map(({ actorId }) => actorId)).toEqual(['fits']);
  });

  it('names a partner whose offer clearly answers, and says that they work together', () => {
    const [only] = fittingPartners(ASKER, [clues('partner', { answers: [match(0.6, 'WELL_FOUNDED')], tie: 'WORKS_TOGETHER' })], 5);
    expect(only?.reasons.map(({ code }) => code)).toContain('ALREADY_WORKS_TOGETHER');
  });

  it('is surer with words than with partners in common alone', () => {
    const shared = ['p', 'q'].map((id) => ({ id, partners: 3 }));
    const certainty = (more: Partial<Clues>) => fittingPartners(ASKER, [clues('other', more)], 1)[0]?.certainty ?? null;
    expect(certainty({ shared })).toBe('ATTEMPT');
    expect(certainty({ shared: shared.slice(0, 1) })).toBeNull();
    expect(certainty({ answers: [match(0.1, 'ATTEMPT')] })).toBe('ATTEMPT');
    expect(certainty({ answers: [match(0.1, 'ATTEMPT')], shared })).toBe('POSSIBLE');
  });

  it('keeps the last place for somebody seldom found, and says so', () => {
    const known = ['a', 'b', 'c'].map((id) => clues(id, { answers: [match(0.5)] }));
    const answer = fittingPartners(ASKER, [...known, clues('new', { answers: [match(0.2)], partners: 0 })], 3);
    expect(answer.map(({ actorId }) => actorId)).toEqual(['a', 'b', 'new']);
    expect(answer[2]?.reasons.at(-1)?.code).toBe('OVERLOOKED');
  });
});

describe('what was done together, as a clue', () => {
  const asker = { ...ASKER, historyTells: true };
  const history = (actorId: string, chance: number, chanceOverlooked: number | null = null) => ({
    actorId,
    chance,
    worth: chance,
    chanceOverlooked,
    alike: [{ theirs: 'theirs', ours: 'ours' }],
  });
  const certaintyOf = (more: Partial<Clues>) => fittingPartners(asker, [clues('other', more)], 1)[0]?.certainty ?? null;

  it('counts as the chance it is, in place of partners in common', () => {
    const shared = ['p', 'q'].map((id) => ({ id, partners: 3 }));
    const alone = { ...asker, themes: [], kindsAround: ['COMPANY'] };
    expect(partnerScore(alone, clues('other', { history: history('other', 0.25), shared }))).toBeCloseTo(0.25);
    expect(partnerScore(alone, clues('other', { shared }))).toBe(0);
    expect(partnerScore({ ...alone, historyTells: false }, clues('other', { shared }))).toBeGreaterThan(0);
  });

  it('is an attempt by itself where it is probable, lifts another, and is told by the Vorhaben that are alike', () => {
    expect(certaintyOf({ history: history('other', 0.01) })).toBeNull();
    expect(certaintyOf({ history: history('other', 0.5) })).toBe('ATTEMPT');
    expect(certaintyOf({ history: history('other', 0.5), answers: [match(0.1, 'ATTEMPT')] })).toBe('POSSIBLE');
    const [told] = fittingPartners(asker, [clues('other', { history: history('other', 0.5) })], 1);
    expect(told?.reasons).toEqual([
      {
        code: 'ALIKE_PROJECT',
        params: {},
        evidence: [
          { type: 'PROJECT', id: 'theirs' },
          { type: 'PROJECT', id: 'ours' },
        ],
      },
    ]);
  });

  it('suggests nobody for whom there is no reason to tell', () => {
    expect(certaintyOf({ history: { ...history('other', 0.5), alike: [] } })).toBeNull();
  });

  it('gives the last place to whom the ranker of the overlooked puts first, and says so', () => {
    const known = ['a', 'b', 'c'].map((id) => clues(id, { history: history(id, 0.5) }));
    const seldom = [clues('x', { history: history('x', 0.1, 0.1) }), clues('y', { history: history('y', 0.05, 0.2) })];
    const answer = fittingPartners(asker, [...known, ...seldom], 3);
    expect(answer.map(({ actorId }) => actorId)).toEqual(['a', 'b', 'y']);
    expect(answer[2]?.reasons.at(-1)?.code).toBe('SELDOM_INVOLVED');
  });

  it('does not propose whom one works with, however probable', () => {
    expect(certaintyOf({ history: history('other', 0.9), tie: 'WORKS_TOGETHER' })).toBeNull();
  });

  const part = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
  const someone = fc.record({ answer: part, chance: part, overlooked: fc.option(part), partners: fc.integer({ min: 0, max: 4 }) });
  const some = fc.array(someone, { minLength: 2, maxLength: 12 });
  const cluesFor = (all: readonly (typeof someone extends fc.Arbitrary<infer One> ? One : never)[]) =>
    all.map(({ answer, chance, overlooked, partners }, at) => {
      const id = String.fromCharCode(97 + at);
      const answers = answer === 0 ? [] : [match(answer, answer < 0.3 ? 'ATTEMPT' : 'POSSIBLE')];
      return clues(id, { answers, partners, history: history(id, chance, overlooked) });
    });
  const rankOf = (all: readonly Clues[], id: string, limit: number) => {
    const found = fittingPartners(asker, all, limit).findIndex(({ actorId }) => actorId === id);
    return found < 0 ? Infinity : found;
  };

  it('never puts anybody lower whose offer meets a need better', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 10 }), fc.nat(11), part, (all, limit, at, more) => {
        const chosen = at % all.length;
        const better = all.map((one, place) => (place === chosen ? { ...one, answer: Math.min(1, one.answer + more) } : one));
        const id = String.fromCharCode(97 + chosen);
        expect(rankOf(cluesFor(better), id, limit)).toBeLessThanOrEqual(rankOf(cluesFor(all), id, limit));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same list in whatever order all come', () => {
    fc.assert(
      fc.property(
        some.map(cluesFor).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, mixed]) => {
          expect(fittingPartners(asker, mixed, 6)).toEqual(fittingPartners(asker, all, 6));
        },
      ),
    );
  });
});
