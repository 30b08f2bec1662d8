import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { reportLists, type Report, type ReportListName } from '@knotenpunkt/coordination/domain';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { addDays, dayInWords, newId, systemClock, type DayPeriod } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import yauzl from 'yauzl';
import { CoordinationModule } from './coordination.module';
import { ReportService } from './report.service';

const REPORT = `query($period: DayPeriodInput) { committeeReport(period: $period) { __typename
  ... on CommitteeReport { title about sections { name paragraphs figures { list value label address } table { columns rows { text address } } more { text } } }
  ... on Refused { code field } } }`;

/** The list behind a figure, as its page asks for it. */
const LISTS: Record<'allianzen' | 'herausforderungen' | 'zusagen' | 'vorhaben' | 'vorstellungen', { field: string; filter: string }> = {
  allianzen: { field: 'alliances', filter: 'AllianceFilterInput' },
  herausforderungen: { field: 'challenges', filter: 'ChallengeFilterInput' },
  zusagen: { field: 'commitments', filter: 'CommitmentFilterInput' },
  vorhaben: { field: 'initiatives', filter: 'InitiativeFilterInput' },
  vorstellungen: { field: 'introductions', filter: 'IntroductionFilterInput' },
};

/** The parts of a DOCX file as text, by their names. */
function partsOf(docx: Uint8Array): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, string>();
    yauzl.fromBuffer(Buffer.from(docx), { lazyEntries: true }, (error, archive) => {
      if (error) return reject(error);
      archive.on('end', () => resolve(parts));
      archive.on('entry', (entry: yauzl.Entry) => {
        archive.openReadStream(entry, (fault, stream) => {
          if (fault) return reject(fault);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            archive.readEntry();
          });
        });
      });
      archive.readEntry();
    });
  });
}

/** The objects of a PDF file without their streams, by number. */
function objectsOf(pdf: Uint8Array): Map<number, string> {
  const text = Buffer.from(pdf).toString('latin1');
  return new Map(
    [...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number, body]) => [Number(number), body!.split('stream\n')[0]!]),
  );
}

/** Kinds of elements below an element of the structure tree, as a tree of names. */
function structureOf(objects: ReadonlyMap<number, string>, number: number): string[] {
  const body = objects.get(number) ?? '';
  const [, kind] = /\/S \/(\w+)/.exec(body) ?? [];
  const children = [...(/\/K \[([^\]]*)\]/.exec(body)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, child]) => Number(child));
  return [...(kind ? [kind] : []), ...children.flatMap((child) => structureOf(objects, child))];
}

describe('the report for a committee', () => {
  let app: TestApp;
  let region: Region;
  const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Test', coordinator: true };
  const today = systemClock.today('Europe/Berlin');
  const days = (n: number) => dayInWords(addDays(today, n), 'de');
  const period: DayPeriod = { from: addDays(today, -100), until: today };

  const made = async (wish: DayPeriod | null = period) => {
    const { data } = await app.query<{ committeeReport: Report }>(REPORT, { period: wish }, { viewer: coordinator, language: 'de' });
    return data.committeeReport;
  };
  const rowsOf = (report: Report, name: string) =>
    report.sections.find((each) => each.name === name)!.table?.rows.map((row) => row.map(({ text }) => text)) ?? [];
  const figuresOf = (report: Report) => report.sections.flatMap(({ figures }) => figures);

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ...[ActorsModule, AgreementsModule, InitiativesModule, ChallengesModule, AlliancesModule, CoordinationModule],
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
  });
  afterAll(() => app.close());

  async function listed(list: ReportListName, asked: DayPeriod): Promise<number> {
    const { address, filter } = reportLists(asked)[list];
    if (list === 'contacts') {
      const ask = `query($during: DayPeriodInput) { contactRequests(first: 100, during: $during) { id } }`;
      return (await app.query<{ contactRequests: unknown[] }>(ask, { during: filter }, { viewer: coordinator })).data.contactRequests
        .length;
    }
    const { field, filter: type } = LISTS[address.split(/[/?]/)[1] as keyof typeof LISTS];
    const ask = `query($filter: ${type}, $after: String) { list: ${field}(filter: $filter, first: 7, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
    let after: string | null = null;
    let count = 0;
    for (;;) {
      type Answer = { list: { edges: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } };
      const { data }: { data: Answer } = await app.query<Answer>(ask, { filter, after }, { viewer: coordinator });
      count += data.list.edges.length;
      if (!data.list.pageInfo.hasNextPage) return count;
      after = data.list.pageInfo.endCursor;
    }
  }

  it('names exactly what happened', async () => {
    const report = await made();
    expect(rowsOf(report, 'formed')).toEqual([
      [
        'Dranbleiben',
        days(-34),
        'Kammer des Handwerks Ostwalden, Berufskolleg Zechenstraße, SHK-Betrieb Wärmeplan und Alte Hasen e. V.',
        'nicht angefragt',
        '2 von 6 Paaren arbeiteten schon zusammen',
      ],
    ]);
    expect(rowsOf(report, 'benches').map((row) => row.slice(0, 2))).toEqual([['Dranbleiben', 'Beschäftigtenseite (0 von 1)']]);
    expect(rowsOf(report, 'working').map(([title, , reached]) => [title, reached])).toEqual([
      ['Dranbleiben', '0 von 2'],
      ['Gussform 3D', '2 von 3'],
    ]);
    expect(rowsOf(report, 'concluded')).toEqual([
      ['Ein Gerät für jedes Kind', days(-5), '3 von 3', expect.stringContaining('40 Kinder haben ein eigenes Gerät.')],
    ]);
    expect(rowsOf(report, 'overdue').map(([text, , , dueOn, since, note]) => [text, dueOn, since, note])).toEqual([
      ['Drei Plätze in der Lehrwerkstatt', days(-12), '12 Tage', 'Meister erkrankt, neuer Termin folgt.'],
      ['Pausenraum für den Kurs herrichten (Räume)', days(-8), '8 Tage', 'Neuer Termin in zehn Tagen.'],
      ['Messwerte zur Abwärme geben', days(-3), '3 Tage', 'keine Angabe'],
    ]);
    expect(rowsOf(report, 'withdrawn').map(([text, , , on, reason]) => [text, on, reason])).toEqual([
      ['Beilage „Zukunft Arbeit“ zur Pflege, Ausgabe Herbst', days(-72), 'Anzeigen fehlen, die Ausgabe erscheint ohne Beilage.'],
    ]);
    expect(
      rowsOf(report, 'kept')
        .map(([text]) => text)
        .sort(),
    ).toEqual(
      [
        ...['40 gebrauchte Notebooks', 'Reparaturtag mit einer neunten Klasse', 'Zwei Sprechstunden zu Anmeldung und Steuer'],
        ...['Robotiklabor für zwei Wochen in die Kernmacherei stellen (Räume)', 'Zwölf Plätze in der Arbeitszeit freigeben'],
        ...['Erste Erhebung auswerten und am Aushang zeigen', 'Ersten Entwurf der Mustervereinbarung vorlegen'],
        ...['Über die fünf gewählten Ideen entscheiden', 'Drei Monteure im Lehrgang unterbringen', 'Vierter Durchgang mit 84 Jugendlichen'],
      ].sort(),
    );
    expect(report.about[0]).toContain(`für die Tage vom ${days(-100)} bis ${days(0)}`);
  });

  it('does not name who prepares an alliance, only how many are prepared', async () => {
    const report = await made();
    expect(figuresOf(report).find(({ list }) => list === 'preparing')?.value).toBe(2);
    // The question is asked in public; that somebody answers it, and who, is not said.
    expect(JSON.stringify(report)).not.toContain('Schichten ohne Leute aus dem Frei');
  });

  it.each([
    ['the last hundred days', { from: addDays(today, -100), until: today }],
    ['the last year', { from: addDays(today, -365), until: today }],
    ['one day without anything', { from: addDays(today, -1), until: addDays(today, -1) }],
  ])('shows for %s as many as the list behind each figure', async (_, asked) => {
    const figures = figuresOf(await made(asked));
    const shown = Object.fromEntries(figures.map(({ list, value }) => [list, value]));
    const rows: Record<string, number> = {};
    for (const list of Object.keys(shown) as ReportListName[]) rows[list] = await listed(list, asked);
    expect(shown).toEqual(rows);
    expect(shown['formedAcquainted']! + shown['formedStrangers']!).toBe(shown['formed']);
    expect(shown['begunHere']! + shown['begunBefore']! + shown['begunUnknown']!).toBe(shown['begun']);
  });

  it('says of every formed alliance how many pairs of its members worked together before, as counted one by one', async () => {
    interface Part {
      node: string;
      actor: string;
      since: string;
      until: string | null;
    }
    const asked = { from: addDays(today, -365), until: today };
    const [parts, formed] = await app.get(UnitOfWork).run(async (tx) => [
      (await tx.query(
        `SELECT p.initiative_id AS node, p.actor_id AS actor, coalesce(p.since, i.start_on) AS since, p.until_on AS until
         FROM participation_v1 p JOIN initiative_v1 i ON i.id = p.initiative_id WHERE p.state IN ('ACCEPTED', 'LEFT') AND i.state <> 'PROPOSED'
         UNION ALL SELECT a.id, m.actor_id, a.formed_on, a.concluded_on FROM alliance_v1 a JOIN alliance_member_v1 m ON m.alliance_id = a.id
         WHERE m.state = 'MEMBER'`,
      )) as Part[],
      (await tx.query(
        `SELECT a.title, a.formed_on AS "formedOn", array_agg(m.actor_id) AS members FROM alliance_v1 a JOIN alliance_member_v1 m ON m.alliance_id = a.id
         WHERE a.formed_on IS NOT NULL AND m.state = 'MEMBER' GROUP BY 1, 2`,
      )) as { title: string; formedOn: string; members: string[] }[],
    ]);
    const counted = formed.map(({ title, formedOn, members }) => {
      const before = (actor: string) => parts.filter((part) => part.actor === actor && part.since < formedOn);
      const pairs = members.flatMap((one, at) => members.slice(at + 1).map((other) => [one, other] as const));
      const overlap = (a: Part, b: Part) => a.node === b.node && a.since <= (b.until ?? '9999') && b.since <= (a.until ?? '9999');
      const known = pairs.filter(([one, other]) => before(one).some((a) => before(other).some((b) => overlap(a, b))));
      const words = known.length === pairs.length ? 'alle' : `${known.length} von ${pairs.length} Paaren`;
      return [title, known.length === 0 ? 'keine frühere Zusammenarbeit bekannt' : `${words} arbeiteten schon zusammen`];
    });
    expect(counted.length).toBeGreaterThan(2);
    const told = rowsOf(await made(asked), 'formed').map((row) => [row[0], row[4]]);
    expect(new Map(told as [string, string][])).toEqual(new Map(counted as [string, string][]));
  });

  it('tells how far introductions came, as their lists do and every file does', async () => {
    await app.get(UnitOfWork).run(async (tx) => {
      const copies = (await tx.query(
        `INSERT INTO introduction (id, region_id, first_id, second_id, asked_by_id, purpose, reason, text_version, state, asked_on, answer_by,
           agreed_on, met_on, ended_on, outcome, outcome_note)
         SELECT gen_random_uuid(), i.region_id, i.first_id, i.second_id, i.asked_by_id, 'Zum Zählen', i.reason, 1, c.state, $1::date - 40, $1::date - 30,
           c.agreed, c.met, $1::date - 2, c.outcome, ''
         FROM (SELECT * FROM introduction ORDER BY id LIMIT 1) i, (VALUES ('BECAME', $1::date - 30, $1::date - 20, 'NOTHING'),
           ('BECAME', $1::date - 30, NULL, 'ALLIANCE'), ('DECLINED', NULL, NULL, NULL), ('UNANSWERED', NULL, NULL, NULL)) AS c(state, agreed, met, outcome)
         RETURNING id`,
        [today],
      )) as { id: string }[];
      await tx.query(
        `INSERT INTO introduction_side (introduction_id, side, actor_id, answer, note, note_shared)
         SELECT c.id, s.side, s.actor_id, NULL, '', false FROM unnest($1::uuid[]) AS c(id),
           (SELECT * FROM introduction_side WHERE introduction_id = (SELECT min(introduction_id::text)::uuid FROM introduction_side WHERE NOT introduction_id = ANY($1))) s`,
        [copies.map(({ id }) => id)],
      );
    });
    const told = (report: Report) =>
      Object.fromEntries(figuresOf(report).flatMap(({ list, value }) => (list.startsWith('introductions') ? [[list, value]] : [])));
    const shown = told(await made());
    expect(shown).toMatchObject({ introductionsMet: 1, introductionsBecame: 1, introductionsNothing: 1 });
    expect(shown).toMatchObject({ introductionsDeclined: 1, introductionsUnanswered: 1 });
    const listedNow: Record<string, number> = {};
    for (const list of Object.keys(shown) as ReportListName[]) listedNow[list] = await listed(list, period);
    expect(shown).toEqual(listedNow);
    const docx = await app.get(ReportService).file(coordinator, region, 'docx', { period, language: 'de' });
    const pdf = await app.get(ReportService).file(coordinator, region, 'pdf', { period, language: 'de' });
    if (!docx.ok || !pdf.ok) throw new Error('no file');
    const parts = await partsOf(docx.value);
    const printed = [...objectsOf(pdf.value).values()].join('\n');
    for (const { label, list, address } of figuresOf(await made())) {
      expect(parts.get('word/document.xml')).toContain(label);
      if (list.startsWith('introductions')) expect(parts.get('word/_rels/document.xml.rels')).toContain(address.replaceAll('&', '&amp;'));
      expect(printed).toContain(`(http://localhost:4400/r/harkenrode${address})`);
    }
    await app.get(UnitOfWork).run((tx) => tx.query(`DELETE FROM introduction WHERE purpose = 'Zum Zählen'`));
  });

  it('refuses a period that has not come or ends before it begins, and everybody but the coordination', async () => {
    expect(await made({ from: today, until: addDays(today, 1) })).toEqual({ __typename: 'Refused', code: 'PERIOD_FUTURE', field: 'until' });
    expect(await made({ from: today, until: addDays(today, -1) })).toMatchObject({ code: 'PERIOD_ORDER' });
    const { errors } = await app.query(REPORT, {}, { viewer: { ...coordinator, coordinator: false } });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('cuts a long list and says how many it left out', async () => {
    await app.get(UnitOfWork).run((tx) =>
      tx.query(
        `INSERT INTO commitment (id, region_id, actor_id, purpose_type, purpose_id, purpose_title, purpose_slug, text, due_on, promised_on)
         SELECT gen_random_uuid(), region_id, actor_id, purpose_type, purpose_id, purpose_title, purpose_slug, 'Viele', due_on, promised_on
         FROM (SELECT * FROM commitment WHERE due_on < $1 AND state = 'OPEN' LIMIT 1) one, generate_series(1, 1000)`,
        [today],
      ),
    );
    const overdue = (await made()).sections.find(({ name }) => name === 'overdue')!;
    expect(overdue.figures[0]!.value).toBe(1_003);
    expect(overdue.table!.rows).toHaveLength(50);
    expect(overdue.more!.text).toBe('und 953 weitere in der Liste');
    await app.get(UnitOfWork).run((tx) => tx.query(`DELETE FROM commitment WHERE text = 'Viele'`));
  });

  describe('as a file', () => {
    const file = async (format: 'docx' | 'pdf', language: 'de' | 'en' = 'de') => {
      const written = await app.get(ReportService).file(coordinator, region, format, { period, language });
      if (!written.ok) throw new Error(written.refusal.code);
      return written.value;
    };

    it('is a Word document with headings, repeated heads of tables, its language, its title and absolute links', async () => {
      const parts = await partsOf(await file('docx'));
      const body = parts.get('word/document.xml')!;
      expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(12);
      expect(body.match(/<w:tblHeader/g)!.length).toBe(body.match(/<w:tbl>/g)!.length);
      expect(body).toContain('Drei Plätze in der Lehrwerkstatt');
      expect(parts.get('word/styles.xml')).toContain('w:lang w:val="de-DE"');
      expect(parts.get('docProps/core.xml')).toContain('Bericht Harkenrode');
      expect(parts.get('word/_rels/document.xml.rels')).toContain('http://localhost:4400/r/harkenrode/zusagen?stand=OVERDUE');
      expect((await partsOf(await file('docx', 'en'))).get('word/document.xml')).toContain('Overdue commitments');
    });

    it('is a tagged PDF with its structure, bookmarks, language, title and links that say where they lead', async () => {
      const pdf = await file('pdf');
      const objects = objectsOf(pdf);
      const all = [...objects.values()];
      const catalog = all.find((body) => body.includes('/Type /Catalog'))!;
      expect(catalog).toContain('/Lang (de-DE)');
      for (const [key, value] of [
        ['MarkInfo', '/Marked true'],
        ['ViewerPreferences', '/DisplayDocTitle true'],
        ['Outlines', '/First'],
      ]) {
        const number = Number(new RegExp(`/${key} (\\d+) 0 R`).exec(catalog)![1]);
        expect(objects.get(number)).toContain(value);
      }
      const root = Number(/\/StructTreeRoot (\d+) 0 R/.exec(catalog)![1]);
      const structure = structureOf(objects, root);
      const count = (kind: string) => structure.filter((each) => each === kind).length;
      expect(structure.slice(0, 3)).toEqual(['Document', 'H1', 'P']);
      const report = await made();
      const tables = report.sections.flatMap(({ table }) => table ?? []);
      expect({ h1: count('H1'), h2: count('H2'), tables: count('Table'), rows: count('TR') }).toEqual({
        h1: 1,
        h2: report.sections.length,
        tables: tables.length,
        rows: tables.reduce((sum, { rows }) => sum + rows.length + 1, 0),
      });
      expect(count('TH')).toBe(tables.reduce((sum, { rows, columns }) => sum + rows.length + columns.length, 0));
      const links = all.filter((body) => body.includes('/Subtype /Link'));
      expect(links.length).toBe(count('Link'));
      for (const link of links)
        expect(link).toMatch(/\/Contents \([^)]+\)[\s\S]*\/StructParent \d+|\/StructParent \d+[\s\S]*\/Contents \([^)]+\)/);
      expect(all.some((body) => body.includes('(http://localhost:4400/r/harkenrode/zusagen?stand=OVERDUE)'))).toBe(true);
    });
  });
});
