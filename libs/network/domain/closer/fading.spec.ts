import { fadedBy, fadingWord } from './fading';

describe('how faded a tie is', () => {
  it('is the part of its strength that it lost', () => {
    expect(fadedBy({ strength: 1, runningStrength: 1 })).toBe(0);
    expect(fadedBy({ strength: 0.25, runningStrength: 1 })).toBe(0.75);
    expect(fadedBy({ strength: 0, runningStrength: 0 })).toBe(0);
  });

  it('is told in words', () => {
    expect([0, 0.1, 0.5, 0.7, 0.95].map(fadingWord)).toEqual(['none', 'little', 'partly', 'mostly', 'almost']);
  });
});
