import { readOutlines, type Line } from '@knotenpunkt/regions/domain';
import { harkenrodeSeed } from './harkenrode-seed';

const seed = harkenrodeSeed('2026-11-28');

/** Whether a point lies within a ring: on its way out to the east it crosses it an odd number of times. */
function isWithin([lon, lat]: readonly [number, number], ring: Line): boolean {
  let within = false;
  ring.slice(1).forEach(([x, y], at) => {
    const [u, v] = ring[at]!;
    if (v > lat !== y > lat && lon < ((x - u) * (lat - v)) / (y - v) + u) within = !within;
  });
  return within;
}

describe('the outlines of Harkenrode', () => {
  const read = readOutlines(seed.outlines, seed.region.extent);
  const areas = read.ok ? read.value.areas : [];
  const areaOf = (name: string | null) => areas.find((area) => area.name === name);

  it('are read, also within its extent', () => {
    expect(read.ok).toBe(true);
    expect(areas.filter(({ level }) => level === 'MUNICIPALITY').map(({ name }) => name)).toEqual([
      ...['Harkenrode', 'Lünsbeck', 'Hellwald', 'Ostwalden', 'Unterland'],
    ]);
    expect(areas.filter(({ level }) => level === 'DISTRICT')).toHaveLength(7);
  });

  it('go around every actor of the town, and of the district where that is drawn, and around no other', () => {
    for (const { name, city, district, lon, lat } of seed.actors) {
      if (lon === null || lat === null) continue;
      const around = areas.filter(({ lines }) => isWithin([lon, lat], lines[0]!)).map((area) => area.name);
      expect([name, ...around]).toEqual([name, city, ...(city === 'Harkenrode' && areaOf(district) ? [district] : [])]);
    }
  });

  it('leave no hole and lie nowhere on each other', () => {
    for (let lon = 7.95; lon < 8.37; lon += 0.021) {
      const towns = areas.filter(({ level, lines }) => level === 'MUNICIPALITY' && isWithin([lon, 51.55], lines[0]!));
      expect([lon, towns.length]).toEqual([lon, 1]);
    }
  });
});
