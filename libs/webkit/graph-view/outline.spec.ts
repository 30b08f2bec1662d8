import { cornersOf } from './outline';

describe('the corners of a mark', () => {
  it('follow absolute and relative lines', () => {
    expect(cornersOf('M4 4h16v16H4z')).toEqual([
      [4, 4],
      [20, 4],
      [20, 20],
      [4, 20],
    ]);
  });

  it('follow lines whose command is left out', () => {
    expect(cornersOf('M12 2.8 22 20.6H2z')).toEqual([
      [12, 2.8],
      [22, 20.6],
      [2, 20.6],
    ]);
    expect(cornersOf('M12 2l8.7 5v10L12 22l-8.7-5V7z')).toHaveLength(6);
  });
});
