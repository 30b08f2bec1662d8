import { idFrom } from '@knotenpunkt/kernel';
import { drawSvg, FIRST_VIEW, type NetworkView } from '@knotenpunkt/network/domain';
import type { TestApp } from '@knotenpunkt/platform/testing';
import type { Region } from '@knotenpunkt/regions/domain';
import { createNetworkTestApp } from '../network-test-app';
import { OverviewService } from '../overview.service';
import { SnapshotService } from '../snapshot.service';
import { TiesService } from '../ties.service';
import { TakeService } from './take.service';

const CHOSEN = idFrom('harkenrode', 'actor', 'a008');

describe('what is taken along from the server', () => {
  let app: TestApp;
  let regions: ReadonlyMap<string, Region>;
  let slug: string;

  const taken = (view: Partial<NetworkView>, region = regions.get('harkenrode')!) =>
    app.get(TakeService).taken(region, 'PUBLIC', { ...FIRST_VIEW, ...view }, 'de');
  const pairs = (ties: Iterable<{ a: string; b: string }>) => Array.from(ties, ({ a, b }) => [a, b].sort().join(' ')).sort();

  beforeAll(async () => {
    ({ app, regions } = await createNetworkTestApp());
    await app.get(SnapshotService).bringUpToDate(regions.get('harkenrode')!);
    slug = (await app.get(OverviewService).overview(regions.get('harkenrode')!, 'PUBLIC')).byId(CHOSEN)!.slug;
  }, 120_000);
  afterAll(() => app.close());

  it.each([['LEAD'], ['PARTNER']])(
    'holds only ties in which somebody has the role %s, as the page shows them, and says so',
    async (role) => {
      const view = { chosen: [slug], roles: [role], steps: 1 } as const;
      const [narrowed, wide] = [await taken(view), await taken({ ...view, roles: [] })];
      const asked = { actorId: CHOSEN, depth: 1 as const, roles: [role], grades: FIRST_VIEW.grades };
      const found = await app.get(TiesService).around(regions.get('harkenrode')!, 'PUBLIC', asked);
      expect(pairs(narrowed.ties)).toEqual(pairs(found.ties));
      expect(narrowed.tieCount).toBeGreaterThan(0);
      expect(narrowed.tieCount).toBeLessThan(wide.tieCount);
      expect(narrowed.nodes.length).toBeLessThan(wide.nodes.length);
      expect(narrowed.about.join(' ')).toContain('Nur Beziehungen mit der Rolle');
    },
  );

  it('is of the day one looks at, also by role', async () => {
    const view = { chosen: [slug], roles: ['LEAD'], asOf: '2026-01-15' } as const;
    const asked = { actorId: CHOSEN, depth: 1 as const, roles: ['LEAD'], grades: FIRST_VIEW.grades, asOf: view.asOf };
    const found = await app.get(TiesService).around(regions.get('harkenrode')!, 'PUBLIC', asked);
    const then = await taken(view);
    expect(then.asOf).toBe(view.asOf);
    expect(pairs(then.ties)).toEqual(pairs(found.ties));
  });

  it('is drawn on the outlines of a region that has some, and on a plain ground otherwise', async () => {
    const map = await taken({ arrangement: 'map' });
    const towns = map.ground!.names.map(({ text }) => text);
    expect(towns).toEqual(expect.arrayContaining(['Harkenrode', 'Lünsbeck', 'Ostwalden']));
    expect(map.ground!.lines.length).toBeGreaterThan(12);
    expect(drawSvg(map, { paper: 'A4' })).toContain('>Ostwalden</text>');
    const plain = await taken({ arrangement: 'map' }, regions.get('dortmund'));
    expect(plain.ground!.names.some(({ text }) => / [ON]$/.test(text))).toBe(true);
    expect((await taken({})).ground).toBeNull();
  });
});
