import { VISITOR } from '@knotenpunkt/identity/domain';
import { inOrder, mergeActions, rankOfPair } from './merging';

describe('pairs of entries', () => {
  it('stand in one order, whoever is named first', () => {
    expect(inOrder('b', 'a')).toEqual(['a', 'b']);
    expect(inOrder('a', 'b')).toEqual(['a', 'b']);
  });

  it('are read by the best reason, and with more reasons first', () => {
    expect(rankOfPair(['NAME', 'WEBSITE'])).toBeLessThan(rankOfPair(['NAME']));
    expect(rankOfPair(['NAME'])).toBeLessThan(rankOfPair(['NAME_ALIKE', 'WEBSITE', 'ADDRESS']));
    expect(rankOfPair(['REGISTER'])).toBeLessThan(rankOfPair(['NUMBER', 'NAME', 'WEBSITE']));
  });
});

describe('a merging', () => {
  it('is taken back once, by those who coordinate', () => {
    const coordinator = { ...VISITOR, personId: 'p', coordinator: true };
    expect(mergeActions(coordinator, { undoneAt: null })).toEqual(['unmergeActors']);
    expect(mergeActions(coordinator, { undoneAt: new Date(0) })).toEqual([]);
    expect(mergeActions(VISITOR, { undoneAt: null })).toEqual([]);
  });
});
