import { ringsOf } from './rings';

describe('surroundings ring by ring', () => {
  it('say over whom each is reached best', () => {
    const nodes = [
      { id: 'a', distance: 0 },
      { id: 'b', distance: 1 },
      { id: 'c', distance: 1 },
      { id: 'd', distance: 2 },
      { id: 'e', distance: 3 },
    ];
    const ties = [
      { a: 'a', b: 'b', strength: 1 },
      { a: 'b', b: 'd', strength: 0.3 },
      { a: 'c', b: 'd', strength: 0.6 },
      { a: 'b', b: 'c', strength: 9 },
    ];
    expect(ringsOf(nodes, ties).map(({ distance, members }) => [distance, members.map(({ node, via }) => [node.id, via])])).toEqual([
      [1, [['b', null], ['c', null]]],
      [2, [['d', 'c']]],
      [3, [['e', null]]],
    ]); // prettier-ignore
  });
});
