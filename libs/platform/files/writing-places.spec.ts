import { WritingPlaces } from './writing-places';

describe('places for those who take a file', () => {
  it('are few, and not all for one address', () => {
    const places = new WritingPlaces();
    expect(['a', 'a', 'a', 'b', 'c', 'd'].map((address) => places.enter(address))).toEqual([true, true, false, true, true, false]);
    places.leave('a');
    expect(places.enter('d')).toBe(true);
    places.leave('nobody');
    expect(places.enter('e')).toBe(false);
  });
});
