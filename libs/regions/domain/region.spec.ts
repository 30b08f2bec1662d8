import { chooseRegion, regionName, type Region } from './region';

const region = (slug: string): Region => ({
  id: slug,
  slug,
  nameDe: `${slug} (Beispiel)`,
  nameEn: `${slug} (example)`,
  language: 'de',
  timeZone: 'Europe/Berlin',
  extent: [7, 51, 8, 52],
  example: true,
  sourceNote: null,
  asOf: null,
});

describe('regions', () => {
  const regions = [region('dortmund'), region('harkenrode')];

  it('are chosen by address, then by default, then by order', () => {
    expect(chooseRegion(regions, 'dortmund', 'harkenrode')?.slug).toBe('dortmund');
    expect(chooseRegion(regions, 'nowhere', 'harkenrode')?.slug).toBe('harkenrode');
    expect(chooseRegion(regions, undefined, 'gone')?.slug).toBe('dortmund');
    expect(chooseRegion([], undefined, 'gone')).toBeNull();
  });

  it('have a name in both languages', () => {
    expect(regionName(region('x'), 'en')).toBe('x (example)');
  });
});
