import { firstFree } from './text';

describe('firstFree', () => {
  it('numbers on from the second of the same words', () => {
    expect(firstFree('bus', new Set())).toBe('bus');
    expect(firstFree('bus', new Set(['bus']))).toBe('bus-2');
    expect(firstFree('bus', new Set(['bus', 'bus-2', 'bus-4']))).toBe('bus-3');
  });
});
