import { sharedThemes, sharedThings, type TieAmong } from './common-ground';

const source = (nodeId: string, more: Partial<TieAmong['sources'][number]> = {}) => ({
  ...{ nodeType: 'Initiative', nodeId, grade: 'WORKS_TOGETHER' as const, since: '2025-01-01', until: null },
  ...more,
});

describe('what several share', () => {
  it('is each thing once, with all who take part, what most of them share first', () => {
    const ties: TieAmong[] = [
      { a: 'a', b: 'b', sources: [source('bus'), source('heat', { since: '2026-01-01' })] },
      { a: 'a', b: 'c', sources: [source('heat', { since: '2025-06-01' })] },
      { a: 'b', b: 'c', sources: [source('heat', { since: '2026-01-01' })] },
      { a: 'c', b: 'x', sources: [source('elsewhere')] },
    ];
    expect(sharedThings(['c', 'a', 'b'], ties)).toEqual([
      expect.objectContaining({ nodeId: 'heat', actorIds: ['c', 'a', 'b'], since: '2025-06-01' }),
      expect.objectContaining({ nodeId: 'bus', actorIds: ['a', 'b'] }),
    ]);
  });

  it('is neither what one says of the other nor a body that is one of them', () => {
    const ties: TieAmong[] = [
      { a: 'a', b: 'n', sources: [source('said', { nodeType: 'Actor', declared: true }), source('n', { nodeType: 'Actor' })] },
    ];
    expect(sharedThings(['a', 'n'], ties)).toEqual([]);
  });

  it('runs as long as two of them are in it, by the best of the grades', () => {
    const [thing] = sharedThings(
      ['a', 'b', 'c'],
      [
        { a: 'a', b: 'b', sources: [source('fair', { nodeType: 'Event', grade: 'MET', until: '2025-02-01' })] },
        { a: 'a', b: 'c', sources: [source('fair', { nodeType: 'Event', grade: 'STATED', until: '2025-03-01' })] },
      ],
    );
    expect(thing).toMatchObject({ grade: 'STATED', until: '2025-03-01' });
  });

  it('are themes that two have at least', () => {
    const actors = [
      { id: 'a', themes: ['care', 'heat'] },
      { id: 'b', themes: ['heat', 'heat'] },
      { id: 'c', themes: ['care', 'heat', 'rail'] },
    ];
    expect(sharedThemes(actors)).toEqual([
      { theme: 'heat', actorIds: ['a', 'b', 'c'] },
      { theme: 'care', actorIds: ['a', 'c'] },
    ]);
  });
});
