import fc from 'fast-check';
import { certaintyOf, probabilityOfFit } from './certainty';
import { CERTAINTIES, higher, lower } from './reasons';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const worth = fc.double({ min: 0, max: 200, noNaN: true });

describe('probabilityOfFit', () => {
  it('is a share, and rises with the score and with how much the question says', () => {
    fc.assert(
      fc.property(share, share, share, worth, (score, more, sixth, asked) => {
        const probability = probabilityOfFit({ score, asked, sixth });
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(probabilityOfFit({ score: Math.min(1, score + more), asked, sixth })).toBeGreaterThanOrEqual(probability);
        expect(probabilityOfFit({ score, asked: asked + more, sixth })).toBeGreaterThanOrEqual(probability);
      }),
    );
  });

  it('falls when others are as similar', () => {
    const observed = { score: 0.2, asked: 40 };
    expect(probabilityOfFit({ ...observed, sixth: 0.19 })).toBeLessThan(probabilityOfFit({ ...observed, sixth: 0.05 }));
  });

  it('is 0 for nothing in common', () => {
    expect(probabilityOfFit({ score: 0, asked: 40, sixth: 0 })).toBe(0);
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
