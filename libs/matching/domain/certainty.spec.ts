import fc from 'fast-check';
import { certaintyOf, isAnswered, probabilityOfFit } from './certainty';
import { CERTAINTIES, higher, lower } from './reasons';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const worth = fc.double({ min: 0, max: 200, noNaN: true });

describe.each(['WORDS', 'MEANING'] as const)('probabilityOfFit by %s', (kind) => {
  it('is a share, and rises with the score and with how much the question says', () => {
    fc.assert(
      fc.property(share, share, share, worth, (score, more, sixth, asked) => {
        const probability = probabilityOfFit({ kind, score, asked, sixth });
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(probabilityOfFit({ kind, score: Math.min(1, score + more), asked, sixth })).toBeGreaterThanOrEqual(probability);
        expect(probabilityOfFit({ kind, score, asked: asked + more, sixth })).toBeGreaterThanOrEqual(probability);
      }),
    );
  });

  it('falls when others are as similar', () => {
    const observed = { kind, score: 0.2, asked: 40 };
    expect(probabilityOfFit({ ...observed, sixth: 0.19 })).toBeLessThan(probabilityOfFit({ ...observed, sixth: 0.05 }));
  });

  it('is 0 for nothing in common', () => {
    expect(probabilityOfFit({ kind, score: 0, asked: 40, sixth: 0 })).toBe(0);
    expect(certaintyOf(0)).toBeNull();
  });
});

describe('isAnswered', () => {
  it('wants more of what is asked where meanings are compared, for there is more to be had', () => {
    const found = { score: 0.2, asked: 40, sixth: 0 };
    expect([isAnswered({ ...found, kind: 'WORDS' }), isAnswered({ ...found, kind: 'MEANING' })]).toEqual([true, false]);
    expect(isAnswered({ ...found, score: 0.5, kind: 'MEANING' })).toBe(true);
  });

  it('leaves a single line to its certainty', () => {
    expect(isAnswered({ score: 0.01, asked: 20, sixth: 0, kind: 'MEANING' })).toBe(true);
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
