import { seriesAsCsv, seriesAsJson, type SeriesDay } from './series';

const DAY: SeriesDay = {
  ...{ day: '2026-11-27', origin: 'DAY', actors: 87, ties: 212, density: 0.0567, components: 2 },
  ...{ largestShare: 0.9, centralisation: 0.21, isolated: 3, newTies: 4, fadedTies: 1 },
};

describe('the series one takes along', () => {
  it('is a line a day below the names of its columns', () => {
    expect(seriesAsCsv([DAY])).toBe(
      'day,origin,actors,ties,density,components,largestShare,centralisation,isolated,newTies,fadedTies\r\n' +
        '2026-11-27,DAY,87,212,0.0567,2,0.9,0.21,3,4,1\r\n',
    );
    expect(seriesAsCsv([]).split('\r\n')).toHaveLength(2);
  });

  it('tells in JSON what it tells in CSV and nothing more', () => {
    expect(JSON.parse(seriesAsJson([{ ...DAY, __typename: 'NetworkMeasure' } as SeriesDay]))).toEqual([DAY]);
  });
});
