import { OutlinesService, RegionService } from '@knotenpunkt/regions/api';
import { readOutlines, type Outlines } from '@knotenpunkt/regions/domain';
import { startAttackedServer, type AttackedServer } from '../attacks/attacked-server';

describe('the outlines of a region at their own address', () => {
  let attacked: AttackedServer;
  let address: string;

  const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${attacked.address}${path}`, { headers, redirect: 'manual' });
  const addressIn = async (region: string): Promise<string | null> => {
    const answer = await fetch(`${attacked.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-region': region },
      body: JSON.stringify({ query: '{ region { outlinesAddress } }' }),
    });
    return ((await answer.json()) as { data: { region: { outlinesAddress: string | null } } }).data.region.outlinesAddress;
  };

  const services = async () => ({
    outlines: attacked.server.app.get(OutlinesService),
    dortmund: (await attacked.server.app.get(RegionService).all()).find(({ slug }) => slug === 'dortmund')!,
  });
  const outlinesOf = (name: string, west = 7.42) => ({
    type: 'FeatureCollection',
    features: [
      {
        ...{ type: 'Feature', properties: { name, level: 'district' } },
        geometry: { type: 'Polygon', coordinates: [[[west, 51.5], [7.46, 51.5], [7.46, 51.53], [west, 51.5]]] }, // prettier-ignore
      },
    ],
  });

  beforeAll(async () => {
    attacked = await startAttackedServer();
    address = (await addressIn('harkenrode'))!;
  });
  afterAll(() => attacked.close());

  it('are handed out compressed, for ever to everybody, and once', async () => {
    const answer = await ask(address, { 'accept-encoding': 'gzip' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const { areas } = (await answer.json()) as Outlines;
    expect(areas.map(({ name }) => name)).toContain('Ostwalden');
    // What is handed out could be given in again.
    const features = areas.map(({ name, level, lines }) => ({
      ...{ type: 'Feature', properties: { name, level: level.toLowerCase() }, geometry: { type: 'MultiLineString', coordinates: lines } },
    }));
    expect(readOutlines({ type: 'FeatureCollection', features }, [7.9, 51.4, 8.4, 51.7]).ok).toBe(true);
    const again = await ask(address, { 'if-none-match': answer.headers.get('etag')!, 'cache-control': 'max-age=0' });
    expect(again.status).toBe(304);
  });

  it('that have passed lead to those there are now, and what never was to nothing', async () => {
    const passed = await ask('/daten/umrisse/harkenrode/0123456789abcdef.json');
    expect([passed.status, passed.headers.get('location'), passed.headers.get('cache-control')]).toEqual([307, address, 'no-store']);
    for (const none of [
      '/daten/umrisse/nirgends/0123456789abcdef.json',
      '/daten/umrisse/dortmund/0123456789abcdef.json',
      '/daten/umrisse/harkenrode/0123456789abcdef.bin',
      '/daten/umrisse/harkenrode/%00.json',
      "/daten/umrisse/harkenrode/'.json",
      `/daten/umrisse/harkenrode/${'a'.repeat(4_000)}.json`,
    ]) {
      const { status, headers } = await ask(none);
      expect([none, status, headers.get('cache-control')]).toEqual([none, 404, 'no-store']);
    }
  });

  it('are none where a region has none, and replaced as a whole where it has: other outlines, another address; the same, the same', async () => {
    const { outlines, dortmund } = await services();
    expect([await addressIn('dortmund'), await outlines.of(dortmund)]).toEqual([null, null]);
    expect(await outlines.replace(dortmund, outlinesOf('Mitte'))).toMatchObject({ ok: true });
    const first = (await addressIn('dortmund'))!;
    expect(await (await ask(first)).json()).toMatchObject({ areas: [{ name: 'Mitte', level: 'DISTRICT' }] });
    await outlines.replace(dortmund, outlinesOf('Nord'));
    const second = (await addressIn('dortmund'))!;
    expect((await ask(first)).headers.get('location')).toBe(second);
    expect((await outlines.of(dortmund))?.areas.map(({ name }) => name)).toEqual(['Nord']);
    await outlines.replace(dortmund, outlinesOf('Mitte'));
    expect(await addressIn('dortmund')).toBe(first);
    await outlines.remove(dortmund);
    expect([await addressIn('dortmund'), (await ask(first)).status]).toEqual([null, 404]);
  });

  it('are refused where they do not fit, and what there was stays', async () => {
    const { outlines, dortmund } = await services();
    await outlines.replace(dortmund, outlinesOf('Mitte'));
    const before = await addressIn('dortmund');
    const [west] = dortmund.extent;
    const elsewhere = outlinesOf('Anderswo', west - 1);
    expect(await outlines.replace(dortmund, elsewhere)).toMatchObject({ ok: false, refusal: { code: 'OUTSIDE', params: { feature: 1 } } });
    expect(await addressIn('dortmund')).toBe(before);
  });
});
