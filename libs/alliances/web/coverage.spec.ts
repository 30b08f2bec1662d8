import fc from 'fast-check';
import { changesOf, coverageAt, coversOf, worthOf } from './coverage';

const wanted = ['ausfallpool', 'dienstplan', 'messen'];
const question = {
  benches: [
    { kind: 'COMPANY', minimum: 1 },
    { kind: 'UNION', minimum: 2 },
  ],
  competences: wanted,
};
const actor = (kind: string, full: string[], half: string[] = []) => ({
  kind,
  covers: coversOf({ competences: half, offers: [{ competences: full }] }, wanted),
});

describe('what an actor covers', () => {
  it('is said by its offers, and in part by its Steckbrief', () => {
    expect(coversOf({ competences: ['messen', 'fremd'], offers: [{ competences: ['dienstplan'] }] }, wanted)).toEqual({
      dienstplan: 'full',
      messen: 'half',
    });
  });
});

describe('a table', () => {
  it('covers as much as the best of those who sit there', () => {
    const table = [actor('COMPANY', [], ['dienstplan']), actor('UNION', ['dienstplan'])];
    expect(coverageAt(table, wanted)).toEqual({ ausfallpool: 'none', dienstplan: 'full', messen: 'none' });
  });

  it('tells what an exchange wins and loses', () => {
    const before = [actor('COMPANY', ['dienstplan'])];
    const after = [actor('UNION', ['messen'], ['dienstplan'])];
    expect(changesOf(before, after, question)).toEqual({
      gains: [
        { type: 'BENCH', id: 'UNION', before: 0, after: 1 },
        { type: 'COMPETENCE', id: 'messen', before: 'none', after: 'full' },
      ],
      losses: [
        { type: 'BENCH', id: 'COMPANY', before: 1, after: 0 },
        { type: 'COMPETENCE', id: 'dienstplan', before: 'full', after: 'half' },
      ],
    });
  });

  it('wins nothing by a seat beyond the minimum', () => {
    const table = [actor('COMPANY', [])];
    expect(changesOf(table, [...table, actor('COMPANY', [])], question)).toEqual({ gains: [], losses: [] });
  });

  it('never loses by one more', () => {
    const one = fc.record({
      kind: fc.constantFrom('COMPANY', 'UNION', 'OTHER'),
      full: fc.subarray(wanted),
      half: fc.subarray(wanted),
    });
    fc.assert(
      fc.property(fc.array(one), one, (people, more) => {
        const table = people.map(({ kind, full, half }) => actor(kind, full, half));
        const change = changesOf(table, [...table, actor(more.kind, more.full, more.half)], question);
        expect(change.losses).toEqual([]);
        expect(worthOf(change)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
