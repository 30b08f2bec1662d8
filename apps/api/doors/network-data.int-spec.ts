import { idFrom } from '@knotenpunkt/kernel';
import { unpackDelta, unpackNetwork, unpackPast, unpackRegions } from '@knotenpunkt/network/domain';
import { OverviewService, type NetworkState } from '@knotenpunkt/network/api';
import { RegionService } from '@knotenpunkt/regions/api';
import { get, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { startAttackedServer, type AttackedServer } from '../attacks/attacked-server';

interface Raw {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

describe('the whole network at its own address', () => {
  let attacked: AttackedServer;
  let member: string;

  /** As it comes over the wire: nothing is unpacked, no redirect followed. */
  const raw = (path: string, headers: Record<string, string> = {}): Promise<Raw> =>
    new Promise((resolve, reject) =>
      get(`${attacked.address}${path}`, { headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(parts) }));
      }).on('error', reject),
    );
  const plain = (bytes: Buffer) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

  async function state(
    audience: 'PUBLIC' | 'MEMBERS' = 'PUBLIC',
    wanted: (state: NetworkState) => boolean = ({ address }) => address !== null,
  ) {
    const region = (await attacked.server.app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    for (;;) {
      const found = await attacked.server.app.get(OverviewService).state(region, audience);
      if (wanted(found)) return found as NetworkState & { address: string; regionsAddress: string; pastAddress: string };
      await new Promise((go) => setTimeout(go, 100));
    }
  }

  beforeAll(async () => {
    attacked = await startAttackedServer();
    member = await attacked.cookieOf('katrin.vossebrink');
  });
  afterAll(() => attacked.close());

  it('is handed out as it is stored, for ever to everybody, and once', async () => {
    const { address, regionsAddress, pastAddress, seq } = await state();
    const gzip = { 'accept-encoding': 'gzip, br' };
    const [whole, regions, past] = await Promise.all([address, regionsAddress, pastAddress].map((one) => raw(one, gzip)));
    for (const { status, headers } of [whole!, regions!, past!]) {
      expect(status).toBe(200);
      expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'public, max-age=31536000, immutable' });
      expect(headers.vary?.toLowerCase()).toContain('accept-encoding');
      expect(headers['set-cookie']).toBeUndefined();
    }
    const network = unpackNetwork(plain(gunzipSync(whole!.bytes)));
    expect(network.seq).toBe(seq);
    expect(unpackRegions(plain(gunzipSync(regions!.bytes))).actorCount).toBe(network.actors.ids.length);
    // Beside the ties of today the past has those of an organisation that became part of another.
    const { a, b, ids, former } = unpackPast(plain(gunzipSync(past!.bytes)));
    expect(former.map(({ slug }) => slug)).toEqual(['innung-heizungsbau-hellwald']);
    const isFormer = (place: number) => former.some(({ id }) => id === ids[place]);
    const today = a.filter((one, tie) => !isFormer(one) && !isFormer(b[tie]!));
    expect(today.length).toBe(network.ties.a.length);
    const again = await raw(address, { ...gzip, 'if-none-match': whole!.headers.etag! });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    const unpacked = await raw(address, { 'accept-encoding': 'identity' });
    expect(unpacked.headers['content-encoding']).toBeUndefined();
    expect(unpacked.headers.etag).not.toBe(whole!.headers.etag);
    expect(unpacked.bytes.equals(gunzipSync(whole!.bytes))).toBe(true);
  });

  it('that has passed leads to the newest, and one that never was to nothing', async () => {
    const { address, regionsAddress, pastAddress } = await state();
    for (const [passed, newest] of [
      ['1-1-0123456789ab.bin', address],
      ['1-1-0123456789ab.regions.bin', regionsAddress],
      ['1-1-0123456789ab.zeit.bin', pastAddress],
    ]) {
      const { status, headers } = await raw(`/daten/netzwerk/harkenrode/public/${passed}`);
      expect([status, headers.location, headers['cache-control']]).toEqual([307, newest, 'no-store']);
    }
    for (const none of [
      '/daten/netzwerk/nirgends/public/1-1-0123456789ab.bin',
      '/daten/netzwerk/harkenrode/alle/1-1-0123456789ab.bin',
      '/daten/netzwerk/harkenrode/public/1-1-0123456789ab.json',
      '/daten/netzwerk/harkenrode/public/1-1-0123456789ab/seit/7.bin',
      `/daten/netzwerk/harkenrode/public/1-1-0123456789ab/seit/${'9'.repeat(40)}.bin`,
      "/daten/netzwerk/harkenrode/public/1-1-0123456789ab/seit/'.bin",
      '/daten/netzwerk/harkenrode/public/1-1-0123456789ab%00.bin',
      '/daten/netzwerk/harkenrode/public/%00.regions.bin',
      '/daten/netzwerk/harkenrode/public/.zeit.bin',
      '/daten/netzwerk/harkenrode/public/1-1-0123456789ab%00/seit/7.bin',
      `/daten/netzwerk/harkenrode/public/1-${'9'.repeat(40)}-0123456789ab.bin`,
    ]) {
      const { status, headers } = await raw(none);
      expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
    }
  });

  it('of members is theirs alone: kept by nobody else, and the answer to others does not tell that it is there', async () => {
    const { address, pastAddress, regionsAddress } = await state('MEMBERS');
    for (const one of [address, pastAddress, regionsAddress]) {
      const [theirs, others, guessed] = await Promise.all([
        raw(one, { cookie: member, 'accept-encoding': 'gzip' }),
        raw(one),
        raw('/daten/netzwerk/harkenrode/members/1-1-0123456789ab.bin'),
      ]);
      expect(theirs.status).toBe(200);
      expect(theirs.headers['cache-control']).toBe('private, no-cache');
      expect(theirs.headers.vary?.toLowerCase()).toContain('cookie');
      expect([others.status, others.bytes.toString()]).toEqual([404, guessed.bytes.toString()]);
      const kept = await raw(one, { cookie: member, 'accept-encoding': 'gzip', 'if-none-match': theirs.headers.etag! });
      expect(kept.status).toBe(304);
      // Who signs out meanwhile is not told that nothing has changed.
      expect((await raw(one, { 'if-none-match': theirs.headers.etag! })).status).toBe(404);
      expect((await raw(one.replace('/members/', '/coordinators/'), { cookie: member })).status).toBe(404);
    }
  });

  it('tells what is different since at an address of its own, and nothing hidden by it', async () => {
    const before = await state('PUBLIC', ({ deltaAddress }) => deltaAddress === null);
    const [one, other] = ['a001', 'a040'].map((key) => idFrom('harkenrode', 'actor', key));
    const facts = (audience: string) => {
      const at = { regionId: idFrom('region', 'harkenrode'), audience };
      const id = idFrom('test', audience);
      const edges = [one, other].map((from) => ({
        ...{
          ...at,
          id: idFrom(id, from!),
          from,
          to: id,
          role: 'PARTNER',
          since: '2026-01-01',
          weight: 1,
          grade: 'STATED',
          halfLifeDays: 9,
        },
      }));
      return JSON.stringify({ nodes: [{ ...at, id, type: 'Initiative' }], edges });
    };
    const say = (audience: string) =>
      attacked.pool.query(
        `INSERT INTO graph_fact (owner_type, owner_id, region_id, version, seq, facts, audience) VALUES ('test', $1, $2, 1, nextval('graph_seq'), $3, $4)`,
        [idFrom('test', audience), idFrom('region', 'harkenrode'), facts(audience), audience],
      );
    await say('MEMBERS');
    const changed = await state('MEMBERS', ({ deltaAddress }) => deltaAddress !== null);
    expect((await state()).address).toBe(before.address);
    expect((await state()).deltaAddress).toBeNull();
    expect((await raw(changed.deltaAddress!)).status).toBe(404);
    expect((await raw(changed.deltaAddress!.replace('/members/', '/public/'))).status).toBe(404);
    const theirs = await raw(changed.deltaAddress!, { cookie: member, 'accept-encoding': 'gzip' });
    // The keeper may have made a new snapshot by now; then the difference is gone with what it built on, or is still there.
    if (theirs.status === 200) {
      expect(theirs.headers['cache-control']).toBe('private, no-cache');
      expect(unpackDelta(plain(gunzipSync(theirs.bytes))).actors.ids).toEqual([one, other].sort());
    }
    expect([200, 404]).toContain(theirs.status);
  });
});
