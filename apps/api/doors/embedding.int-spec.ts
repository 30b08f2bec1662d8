import { idFrom } from '@knotenpunkt/kernel';
import { startAttackedServer, type AttackedServer } from '../attacks/attacked-server';

const SHARED = idFrom('harkenrode', 'network-view', 'pflege');

describe('a view in a foreign page', () => {
  let attacked: AttackedServer;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${attacked.address}${path}`, { headers });

  beforeAll(async () => {
    attacked = await startAttackedServer();
  });
  afterAll(() => attacked.close());

  it('may stand anywhere, and nothing else of the product may', async () => {
    const embedded = await get(`/einbetten/${SHARED}`);
    expect(embedded.status).toBe(200);
    expect(embedded.headers.get('content-type')).toMatch(/^text\/html/);
    expect(embedded.headers.get('x-frame-options')).toBeNull();
    expect(embedded.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors \*$/);
    for (const path of [
      '/',
      '/netzwerk',
      `/netzwerk/ansichten/${SHARED}`,
      '/config.json',
      '/einbetten',
      `/einbetten/${SHARED}/mehr`,
      '/einbetten/x',
    ]) {
      const { headers } = await get(path, { accept: 'text/html' });
      expect([path, headers.get('content-security-policy')]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")]);
    }
  });

  it('sets no cookie, and says the same to whoever brings one', async () => {
    const plain = await get(`/einbetten/${SHARED}`);
    const known = await get(`/einbetten/${SHARED}`, { cookie: await attacked.cookieOf('jonas.petri') });
    for (const { headers } of [plain, known]) {
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('cache-control')).toBe('public, max-age=300');
      expect(headers.get('vary') ?? '').not.toMatch(/cookie/i);
    }
    expect(await known.text()).toBe(await plain.text());
  });

  it('is complete without a script: caption, day, source, the way to the whole, and a table', async () => {
    const page = await (await get(`/einbetten/${SHARED}?sprache=en`)).text();
    expect(page).not.toMatch(/<script|<link|<img|<iframe| style=| on\w+=/i);
    expect(page).toContain('<svg');
    expect(page).toContain('lang="en"');
    expect(page).toMatch(/<figcaption>[\s\S]*Source: Knotenpunkt/);
    expect(page).toContain(`/r/harkenrode/netzwerk/ansichten/${SHARED}`);
    expect(page).toMatch(/<details>[\s\S]*<table>[\s\S]*Bündnis Pflege Mittelruhe[\s\S]*<\/table>/);
    // Small enough to be there at once.
    expect(page.length).toBeLessThan(150_000);
  });

  it('shows a map with the outlines of the region where the view is one, and no map elsewhere', async () => {
    const [map, other] = await Promise.all(
      [idFrom('harkenrode', 'network-view', 'karte'), SHARED].map(async (id) => (await get(`/einbetten/${id}`)).text()),
    );
    expect(map).toMatch(/<path class="ground strong"[\s\S]*<text class="place"[^>]*>Ostwalden<\/text>/);
    expect(map).not.toMatch(/<script|<link|<img|<iframe| style=| on\w+=/i);
    expect(map!.length).toBeLessThan(150_000);
    expect(other).not.toMatch(/class="(ground|place)/);
  });
});
