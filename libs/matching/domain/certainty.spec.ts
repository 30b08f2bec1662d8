import fc from 'fast-check';
import { certaintyOf, probabilityOfFit } from './certainty';
import { CERTAINTIES, higher, lower } from './reasons';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const themes = fc.option(share, { nil: null });

describe('probabilityOfFit', () => {
  it('is a share, and rises with similarity and theme overlap', () => {
    fc.assert(
      fc.property(share, share, share, themes, (similarity, more, sixth, overlap) => {
        const observed = { similarity, sixth, themes: overlap };
        const probability = probabilityOfFit(observed);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(probabilityOfFit({ ...observed, similarity: Math.min(1, similarity + more) })).toBeGreaterThanOrEqual(probability);
        if (overlap !== null) expect(probabilityOfFit({ ...observed, themes: 1 })).toBeGreaterThanOrEqual(probability);
      }),
    );
  });

  it('falls when others are as similar', () => {
    expect(probabilityOfFit({ similarity: 0.2, sixth: 0.19, themes: null })).toBeLessThan(probabilityOfFit({ similarity: 0.2, sixth: 0.05, themes: null }));
  });

  it('is 0 for nothing in common', () => {
    expect(probabilityOfFit({ similarity: 0, sixth: 0, themes: 1 })).toBe(0);
    expect(certaintyOf(0)).toBeNull();
  });
});

describe('certainties', () => {
  it('go down one by one and out', () => {
    expect(CERTAINTIES.map(lower)).toEqual(['POSSIBLE', 'ATTEMPT', null]);
    expect(lower(null)).toBeNull();
    expect(higher('ATTEMPT', 'POSSIBLE')).toBe('POSSIBLE');
    expect(higher(null, 'ATTEMPT')).toBe('ATTEMPT');
  });
});
