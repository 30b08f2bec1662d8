import { keepCommunityIds, nameLevels, type Member } from './community';

const member = (kind: string, ...themes: string[]): Member => ({ kind, themes });

describe('communities in levels', () => {
  it('are told apart from their siblings by what those do not share, not by what all of them have', () => {
    const members = [
      ...Array.from({ length: 4 }, () => member('COMPANY', 'care', 'shifts')),
      ...Array.from({ length: 4 }, () => member('SCHOOL', 'care', 'training')),
      ...Array.from({ length: 8 }, () => member('OTHER', 'energy')),
    ];
    const communities = [
      { id: 'g1', parent: null, level: 0 },
      { id: 'g2', parent: null, level: 0 },
      { id: 'g3', parent: 'g1', level: 1 },
      { id: 'g4', parent: 'g1', level: 1 },
    ];
    const communityOf = members.map((_, at) => (at < 4 ? 'g3' : at < 8 ? 'g4' : 'g2'));
    expect(nameLevels(communities, communityOf, members).map(({ themes }) => themes)).toEqual([
      ['care'],
      ['energy'],
      ['shifts'],
      ['training'],
    ]);
  });

  it('keep their ids, the outer one and the one within it', () => {
    const [all, part] = [
      ['a', 'b', 'c', 'd', 'e', 'f'],
      ['a', 'b', 'c'],
    ];
    const before = [
      { id: 'g1', members: all },
      { id: 'g7', members: part },
    ];
    expect(
      keepCommunityIds(before, [
        [...all, 'g'],
        [...part, 'g'],
        ['d', 'e', 'f'],
      ]),
    ).toEqual(['g1', 'g7', 'g2']);
  });
});
