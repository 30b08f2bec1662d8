import { newId } from '@knotenpunkt/kernel';
import { OverviewService, TakeService, TiesService } from '@knotenpunkt/network/api';
import { OPEN_FILES } from '@knotenpunkt/network/domain';
import { Mail } from '@knotenpunkt/platform/mail';
import { GraphKeeper } from '@knotenpunkt/platform/outbox';
import { OutlinesService, RegionService } from '@knotenpunkt/regions/api';
import { until } from '../until';
import { startAttackedServer, type AttackedServer } from './attacked-server';

interface Network {
  nodes: { id: string; name: string }[];
  ties: { a: string; b: string; grade: string }[];
}

/** What the figure of a PDF says of itself. */
function altOf(pdf: Buffer): string {
  const [, text] = /\/Alt \(\xfe\xff([\s\S]*?)(?<!\\)\)\n/.exec(pdf.toString('latin1'))!;
  return Buffer.from(text!.replace(/\\([()\\])/g, '$1'), 'latin1')
    .swap16()
    .toString('utf16le');
}

describe('open data', () => {
  let attacked: AttackedServer;
  let cookie: string;
  let hidden: { a: string; b: string; act: string };
  const open = (file: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${attacked.address}/daten/offen/${file}`, { method, headers, redirect: 'manual' });
  const network = async (headers: Record<string, string> = {}) =>
    (await (await open('harkenrode/netzwerk.json', headers)).json()) as Network;

  beforeAll(async () => {
    attacked = await startAttackedServer();
    cookie = await attacked.cookieOf('jonas.petri');
    // The first snapshot is made beside whatever else the machine does.
    const { nodes, ties } = await until(60_000, async () => ((await open('harkenrode/netzwerk.json')).ok ? network() : null));
    // Two who are not tied in public share an act that only members may know of.
    const tied = new Set(ties.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
    const a = nodes[0]!.id;
    const b = nodes.find(({ id }) => id !== a && !tied.has(`${a} ${id}`))!.id;
    hidden = { a, b, act: newId() };
    const { rows } = await attacked.pool.query<{ region: string }>("SELECT id AS region FROM region WHERE slug = 'harkenrode'");
    const { region } = rows[0]!;
    const edge = (from: string) => ({
      ...{ id: newId(), from, to: hidden.act, regionId: region, role: 'PARTNER', since: '2026-01-01', weight: 1 },
      ...{ grade: 'WORKS_TOGETHER', audience: 'MEMBERS', halfLifeDays: 365 },
    });
    const facts = { nodes: [{ id: hidden.act, type: 'Initiative', regionId: region, audience: 'MEMBERS' }], edges: [edge(a), edge(b)] };
    await attacked.pool.query(
      `INSERT INTO graph_fact (owner_type, owner_id, region_id, version, seq, facts, audience)
       SELECT 'test', $1, $2, 1, max(seq) + 1, $3, 'MEMBERS' FROM graph_fact`,
      [hidden.act, region, JSON.stringify(facts)],
    );
    await attacked.server.app.get(GraphKeeper, { strict: false }).catchUp();
  });
  afterAll(() => attacked.close());

  it('holds nothing but what is public, whoever asks and in whatever form', async () => {
    const seen = await attacked.ask(
      { query: `query { surroundings(actorId: "${hidden.a}", depth: 1) { ties { a { id } b { id } } } }` },
      { cookie, 'x-region': 'harkenrode' },
    );
    expect(JSON.stringify(seen.data)).toContain(hidden.b);
    for (const file of Object.keys(OPEN_FILES)) {
      const [asVisitor, asMember] = await Promise.all(
        [{}, { cookie }].map(async (headers) => (await open(`harkenrode/${file}`, headers as Record<string, string>)).text()),
      );
      expect(asMember).toBe(asVisitor);
      expect(asVisitor).not.toContain(hidden.act);
      for (const line of asVisitor!.split('\n').filter((each) => each.length < 2_000))
        expect(line.includes(hidden.a) && line.includes(hidden.b)).toBe(false);
    }
    const { rows } = await attacked.pool.query<{ email: string }>('SELECT email FROM auth."user"');
    const all = JSON.stringify(await network({ cookie }));
    expect(rows.filter(({ email }) => all.includes(email))).toEqual([]);
  });

  it('is in the PDF of whoever may see it, and of nobody else', async () => {
    const tiesTold = async (headers: Record<string, string>) => {
      const answer = await fetch(`${attacked.address}/daten/mitnehmen/harkenrode.pdf?sprache=de`, { headers });
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="netzwerk-harkenrode-\d{4}-\d\d-\d\d\.pdf"$/);
      return Number(/, (\d+) Beziehungen/.exec(altOf(Buffer.from(await answer.arrayBuffer())))![1]);
    };
    const { ties } = await network();
    const drawn = ties.filter(({ grade }) => grade !== 'MET').length;
    expect([await tiesTold({}), await tiesTold({ cookie })]).toEqual([drawn, drawn + 1]);
  });

  it('is in the PDF as it was on the day one looks at, of two days on the later one', async () => {
    const toldOn = async (search: string) => {
      const answer = await fetch(`${attacked.address}/daten/mitnehmen/harkenrode.pdf?sprache=de&${search}`);
      const told = altOf(Buffer.from(await answer.arrayBuffer()));
      const name = answer.headers.get('content-disposition')!;
      return { told, ties: Number(/, (\d+) Beziehung/.exec(told)![1]), name };
    };
    const [today, then, compared] = [await toldOn(''), await toldOn('tag=2025-06-30'), await toldOn('vergleich=2024-01-31&tag=2025-06-30')];
    expect(then.told).toContain('30. Juni 2025');
    expect(then.name).toContain('netzwerk-harkenrode-2025-06-30.pdf');
    expect(then.ties).toBeLessThan(today.ties);
    expect([compared.ties, compared.name]).toEqual([then.ties, then.name]);
  });

  it('may be read by any page, kept for a while, and asked for again', async () => {
    const first = await open('harkenrode/netzwerk.graphml');
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
      'content-type': 'application/graphml+xml; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    await first.text();
    const again = await open('harkenrode/netzwerk.graphml', { 'if-none-match': first.headers.get('etag')!, 'cache-control': 'max-age=0' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const tags = await Promise.all(
      ['netzwerk.graphml', 'netzwerk.json', 'katalog.jsonld', 'netzwerk.graphml?sprache=en'].map(async (file) =>
        (await open(`harkenrode/${file}`, {}, 'HEAD')).headers.get('etag'),
      ),
    );
    expect([new Set(tags).size, tags[0]]).toEqual([4, first.headers.get('etag')]);
    expect((await open('harkenrode/netzwerk.graphml', {}, 'OPTIONS')).headers.get('access-control-allow-headers')).toBe('if-none-match');
    expect((await open('harkenrode/netzwerk.graphml', {}, 'HEAD')).status).toBe(200);
  });

  it('is described once for all who fetch the same state, as is what is worth looking at', async () => {
    const inApp = <Service>(service: new (...all: never[]) => Service) => attacked.server.app.get(service, { strict: false });
    const region = (await inApp(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    const [take, overview] = [inApp(TakeService), inApp(OverviewService)];
    const state = await take.openState(region, 'de');
    expect(take.open(region, await take.openState(region, 'de'), 'de')).toBe(take.open(region, state, 'de'));
    expect(await overview.findings(region, 'PUBLIC')).toBe(await overview.findings(region, 'PUBLIC'));
    // Another licence is another state, though the network is the same.
    const operator = { name: 'Betrieb', mail: null, dataLicence: 'cc-zero' } as never;
    const licensed = new TakeService(overview, inApp(TiesService), inApp(OutlinesService), inApp(Mail), null as never, operator);
    expect((await licensed.openState(region, 'de')).version).not.toBe(state.version);
  });

  it('is described for catalogues, and claims no licence over what the press published', async () => {
    interface Catalogue {
      'dct:description': { '@value': string };
      'dcat:distribution': { 'dct:license': { '@id': string }; 'dcat:downloadURL': { '@id': string } }[];
    }
    const catalogue = async (region: string) => (await (await open(`${region}/katalog.jsonld`)).json()) as Catalogue;
    const licences = async (region: string) =>
      new Set((await catalogue(region))['dcat:distribution'].map((each) => each['dct:license']['@id']));
    expect(await licences('harkenrode')).toEqual(new Set(['http://dcat-ap.de/def/licenses/dl-by-de/2.0']));
    expect(await licences('dortmund')).toEqual(new Set(['http://dcat-ap.de/def/licenses/other-closed']));
    expect((await catalogue('dortmund'))['dct:description']['@value']).toContain('nicht bestätigt');
    const urls = (await catalogue('harkenrode'))['dcat:distribution'].map((each) => new URL(each['dcat:downloadURL']['@id']).pathname);
    for (const url of urls) expect((await fetch(`${attacked.address}${url}`)).status).toBe(200);
  });

  it.each([
    'harkenrode/netzwerk.exe',
    'harkenrode/__proto__',
    'nirgends/netzwerk.json',
    'harkenrode/netzwerk.json%00',
    '..%2f..%2fnetzwerk.json',
  ])('is nothing else: %s', async (file) => {
    expect((await open(file)).status).toBe(404);
  });

  it('is taken along as at first where an address says what nobody understands', async () => {
    const strange = 'harkenrode.pdf?arten=%3Cscript%3E&sprache[]=x&blatt=a9&akteur=%00&staerke=1e99';
    expect((await fetch(`${attacked.address}/daten/mitnehmen/${strange}`)).status).toBe(200);
    expect((await fetch(`${attacked.address}/daten/mitnehmen/nirgends.pdf`)).status).toBe(404);
  });
});
