import { ActorsModule } from '@knotenpunkt/actors/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { idFrom, newId, ok, refuse, type Id } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { Mail, type SentMail } from '@knotenpunkt/platform/mail';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { ModerationModule } from './moderation.module';
import { HidingDoors } from './report/hiding-doors';
import { RetentionService } from './retention.service';

const ANSWER = '__typename ... on Refused { code field } ... on StaleVersion { current }';
const REPORT = `mutation($input: ReportContentInput!) { answer: reportContent(input: $input) { ${ANSWER} ... on ContentReported { id reference } } }`;
const DECIDE = `mutation($input: DecideContentReportInput!) { answer: decideContentReport(input: $input) { ${ANSWER}
  ... on ContentReport { state version whyNotDecide decisions { kind onAppeal personName } } } }`;
const APPEAL = `mutation($input: AppealContentDecisionInput!) { answer: appealContentDecision(input: $input) { ${ANSWER}
  ... on OwnContentReport { state side appeal appealUntil } } }`;
const OWN = `query($token: String!) { ownContentReport(token: $token) { side state explanation appealUntil decisions { kind facts personName } } }`;
const QUEUE = `query($decided: Boolean) { contentReports(first: 50, decided: $decided) { edges { node { id explanation name email state erasedOn whyNotDecide hidesByItself
  decisions { kind facts } appeals { text } } } } }`;

describe('reporting content', () => {
  let app: TestApp;
  const lead = idFrom('harkenrode', 'actor', 'a022');
  const initiative = idFrom('harkenrode', 'initiative', 'hundert-waermepumpen');
  const person = (key: string, more: Partial<Viewer> = {}): Viewer => ({
    ...VISITOR,
    personId: idFrom('harkenrode', 'person', key),
    coordinator: true,
    ...more,
  });
  const [meryem, jonas] = [person('meryem.arslan'), person('jonas.petri')];
  let reports = 0;
  const wish = (more: object = {}) => ({
    ...{ id: newId(), subjectType: 'INITIATIVE', subjectId: initiative, reason: 'UNTRUE', explanation: 'Die Zahl stimmt nicht.' },
    ...{ place: 'Ergebnisse', name: 'Kim Beispiel', email: `kim${++reports}@beispiel.example`, goodFaith: true, ...more },
  });
  const send = async (source: string, input: object, viewer: Viewer = VISITOR) =>
    (await app.query<{ answer: Record<string, unknown> }>(source, { input }, { viewer })).data.answer;
  const reasons = { kind: 'CORRECTED', facts: 'Die Quelle nennt 31.', basis: 'RULES', ground: 'Angaben nennen ihre Quelle.' };
  const decide = (id: Id, expectedVersion: number, viewer: Viewer, more: object = {}) =>
    send(DECIDE, { id, expectedVersion, decisionId: newId(), ...reasons, ...more }, viewer);
  const mailTo = async (to: string): Promise<SentMail> => (await app.get(Mail).newest(100)).find((mail) => mail.to === to)!;
  const tokenIn = ({ text }: SentMail) => /\/meldung\/([\w-]{43})/.exec(text)![1]!;
  const queued = async (decided: boolean, viewer: Viewer = meryem) => {
    const { data } = await app.query<{ contentReports: { edges: { node: Record<string, unknown> }[] } }>(QUEUE, { decided }, { viewer });
    return data.contentReports.edges.map(({ node }) => node);
  };

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        InitiativesModule,
        ChallengesModule,
        AlliancesModule,
        ModerationModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());
  // What is counted per place is not what these tests are about.
  beforeEach(() => app.get(UnitOfWork).run((tx) => tx.query('DELETE FROM auth.attempt')));

  it('needs no account, is confirmed by mail, waits for the coordination, and does nothing twice', async () => {
    const input = wish();
    for (let attempt = 0; attempt < 2; attempt++) expect(await send(REPORT, input)).toMatchObject({ id: input.id });
    const confirmed = (await app.get(Mail).newest(100)).filter((mail) => mail.to === input.email);
    expect(confirmed).toHaveLength(1);
    expect((await mailTo('meryem.arslan@harkenrode.example')).text).toContain('Die Zahl stimmt nicht.');
    const waiting = await queued(false);
    // The one of the seed has waited longest.
    expect(waiting[0]).toMatchObject({ id: idFrom('harkenrode', 'content-report', 'zahl-der-anlagen') });
    expect(waiting.at(-1)).toMatchObject({ id: input.id, name: 'Kim Beispiel', state: 'OPEN' });
    const { data } = await app.query<{ ownContentReport: object }>(OWN, { token: tokenIn(confirmed[0]!) });
    expect(data.ownContentReport).toMatchObject({
      side: 'REPORTER',
      state: 'OPEN',
      explanation: 'Die Zahl stimmt nicht.',
      appealUntil: null,
    });
  });

  it.each([
    ['ACTOR', `SELECT id FROM actor_v1 WHERE slug = 'spedition-hellwald'`],
    ['CHALLENGE', `SELECT id FROM challenge_v1 WHERE state = 'PUBLISHED' LIMIT 1`],
    ['ALLIANCE', `SELECT id FROM alliance_v1 WHERE state = 'ACTIVE' LIMIT 1`],
  ])('takes a public %s, and nothing that is not there', async (subjectType, find) => {
    const [found] = (await app.get(UnitOfWork).run((tx) => tx.query(find))) as { id: Id }[];
    expect(await send(REPORT, wish({ subjectType, subjectId: found!.id }))).toMatchObject({ __typename: 'ContentReported' });
    expect(await send(REPORT, wish({ subjectType, subjectId: newId() }))).toMatchObject({ code: 'ENTRY_UNKNOWN' });
  });

  it('takes nothing that never was public, such as a proposal that was called off', async () => {
    const withdrawn = (await app.get(UnitOfWork).run((tx) =>
      tx.query(
        `INSERT INTO initiative (id, region_id, slug, title, kind, state, summary, lead_id, lead_certainty)
         SELECT $1, region_id, 'nie-begonnen', 'Nie begonnen', kind, 'ABANDONED', summary, lead_id, lead_certainty FROM initiative WHERE id = $2 RETURNING id`,
        [newId(), initiative],
      ),
    )) as { id: Id }[];
    expect(await send(REPORT, wish({ subjectId: withdrawn[0]!.id }))).toMatchObject({ code: 'ENTRY_UNKNOWN' });
  });

  it('tells a coordinator who acts for the organisation that answers for the entry neither who reported it nor what', async () => {
    const input = wish();
    await send(REPORT, input);
    const ofLead: Viewer = {
      ...jonas,
      mandates: [{ id: newId(), actorId: lead, role: 'EDITOR', fromOn: '2020-01-01', untilOn: null }],
    };
    const seen = async (viewer: Viewer) => (await queued(false, viewer)).find(({ id }) => id === input.id);
    expect(await seen(jonas)).toMatchObject({ name: 'Kim Beispiel', email: input.email, whyNotDecide: null });
    expect(await seen(ofLead)).toMatchObject({ name: '', email: '', explanation: '', whyNotDecide: 'OWN_ENTRY' });
    // Both coordinators speak for the city's office.
    const ofOffice = wish({ subjectType: 'ACTOR', subjectId: idFrom('harkenrode', 'actor', 'a016'), explanation: 'Zieht um.' });
    await send(REPORT, ofOffice);
    const told = (await app.get(Mail).newest(100)).filter(({ text }) => text.includes('Zieht um.')).map(({ to }) => to);
    expect(told).toEqual(['ulrike.tamm@harkenrode.example']);
  });

  it('is decided with reasons that both sides get, each with a link of its own, the author without a name', async () => {
    const input = wish();
    await send(REPORT, input);
    expect(await decide(input.id, 9, meryem)).toEqual({ __typename: 'StaleVersion', current: 1 });
    const own = [{ id: newId(), actorId: lead, role: 'EDITOR' as const, fromOn: '2020-01-01', untilOn: null }];
    expect(await decide(input.id, 1, { ...jonas, mandates: own })).toMatchObject({ code: 'OWN_ENTRY' });
    const decisionId = newId();
    for (let attempt = 0; attempt < 2; attempt++)
      expect(await decide(input.id, 1, meryem, { decisionId })).toMatchObject({
        ...{ state: 'DECIDED', version: 2, whyNotDecide: 'ALREADY_DECIDED' },
        decisions: [{ kind: 'CORRECTED', onAppeal: false, personName: 'Meryem Arslan' }],
      });
    const [reporter, author] = [await mailTo(input.email), await mailTo('marek.dudzik@harkenrode.example')];
    for (const { text } of [reporter, author]) expect(text).toContain('Die Quelle nennt 31.');
    expect(author.text).not.toMatch(/Kim|Die Zahl stimmt nicht/);
    const look = async (token: string) => (await app.query<{ ownContentReport: object }>(OWN, { token })).data.ownContentReport;
    expect(await look(tokenIn(author))).toMatchObject({
      ...{ side: 'AUTHOR', explanation: '', appealUntil: expect.any(String) },
      decisions: [{ kind: 'CORRECTED', personName: null }],
    });
    expect(await look('unbekannt')).toBeNull();
  });

  it('may be objected to once by each side, and somebody else decides then', async () => {
    const input = wish();
    await send(REPORT, input);
    await decide(input.id, 1, meryem, { kind: 'NO_ACTION', ground: '' });
    const token = tokenIn(await mailTo(input.email));
    expect(await send(APPEAL, { token: tokenIn(await mailTo('marek.dudzik@harkenrode.example')), text: 'Nein.' })).toMatchObject({
      code: 'NOTHING_TO_APPEAL',
    });
    expect(await send(APPEAL, { token, text: 'Im Rundbrief stehen 31.' })).toMatchObject({ state: 'APPEALED', appealUntil: null });
    expect(await send(APPEAL, { token, text: 'Noch einmal.' })).toMatchObject({ code: 'ALREADY_APPEALED' });
    expect((await mailTo('jonas.petri@harkenrode.example')).text).toContain('Im Rundbrief stehen 31.');
    expect(await decide(input.id, 3, meryem)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await decide(input.id, 3, jonas)).toMatchObject({
      ...{ state: 'DECIDED', version: 4 },
      decisions: [{ onAppeal: false }, { kind: 'CORRECTED', onAppeal: true, personName: 'Jonas Petri' }],
    });
    const second = tokenIn(await mailTo('marek.dudzik@harkenrode.example'));
    expect(await send(APPEAL, { token: second, text: 'Es sind 37.' })).toMatchObject({ state: 'APPEALED', side: 'AUTHOR' });
    expect(await decide(input.id, 5, jonas)).toMatchObject({ code: 'SAME_PERSON' });
    const ulrike = person('ulrike.tamm', { coordinator: false, platformAdministrator: true });
    expect(await decide(input.id, 5, ulrike)).toMatchObject({ state: 'DECIDED' });
    expect(await send(APPEAL, { token, text: 'Doch.' })).toMatchObject({ code: 'ALREADY_APPEALED' });
  });

  it('of two who decide at once lets one decide, and tells the other', async () => {
    const input = wish();
    await send(REPORT, input);
    const answers = await Promise.all([decide(input.id, 1, meryem), decide(input.id, 1, jonas)]);
    expect(answers.filter(({ __typename }) => __typename === 'ContentReport')).toHaveLength(1);
    expect((await queued(true)).find(({ id }) => id === input.id)?.['decisions']).toHaveLength(1);
  });

  it('hides through the door of the entry’s room, or is not decided at all', async () => {
    const hidden: Id[] = [];
    const [refused, carriedOut] = [wish(), wish()];
    for (const input of [refused, carriedOut]) await send(REPORT, input);
    const doors = app.get(HidingDoors);
    const real = doors.of('INITIATIVE')!;
    doors.register('INITIATIVE', async () => Promise.resolve(refuse('STALE_VERSION', { params: { current: 4 } })));
    expect(await decide(refused.id, 1, meryem, { kind: 'REMOVED' })).toMatchObject({ __typename: 'StaleVersion' });
    expect((await queued(false)).map(({ id }) => id)).toContain(refused.id);
    doors.register('INITIATIVE', async (_tx, _viewer, _region, { id }) => Promise.resolve(ok(hidden.push(id))));
    expect(await decide(carriedOut.id, 1, meryem, { kind: 'HIDDEN' })).toMatchObject({ state: 'DECIDED' });
    expect(hidden).toEqual([initiative]);
    doors.register('INITIATIVE', real);
  });

  it.each([
    ['INITIATIVE', 'initiative', `SELECT id, slug FROM initiative_v1 WHERE id = '${initiative}'`],
    [
      'CHALLENGE',
      'challenge',
      `SELECT id, slug FROM challenge_v1 WHERE state = 'PUBLISHED' AND asked_by_id IS NOT NULL ORDER BY slug LIMIT 1`,
    ],
    [
      'ALLIANCE',
      'alliance',
      `SELECT a.id, a.slug FROM alliance_v1 a WHERE a.state = 'ACTIVE' AND EXISTS (SELECT FROM commitment_v1 c WHERE c.purpose_id = a.id) ORDER BY slug LIMIT 1`,
    ],
  ])(
    'hides a %s from everybody but its own people and the coordination, and lets it come back when an objection is right',
    async (subjectType, type, find) => {
      const read = <Row>(sql: string, values: unknown[] = []) =>
        app.get(UnitOfWork).run(async (tx) => (await tx.query(sql, values)) as Row[]);
      await app.project();
      const [entry] = await read<{ id: Id; slug: string }>(find);
      const { id, slug } = entry!;
      const authors = await read<{ actorId: Id }>(`SELECT actor_id AS "actorId" FROM ${type}_author_v1 WHERE id = $1`, [id]);
      const owner = (personId: Id): Viewer => ({
        ...VISITOR,
        personId,
        mandates: [{ id: newId(), actorId: authors[0]!.actorId, role: 'EDITOR', fromOn: '2020-01-01', untilOn: null }],
      });
      const stranger: Viewer = { ...VISITOR, personId: newId() };
      const plural = `${type}s`;
      const look = async (viewer: Viewer) => {
        const { data } = await app.query<Record<string, unknown>>(
          `query($slug: String!) { one: ${type}(slug: $slug) { id isHidden } all: ${plural}(first: 100) { edges { node { id isHidden } } }
           commitments(first: 100) { edges { node { purpose { id } } } } latestActs(first: 100) { subjectId } }`,
          { slug },
          { viewer },
        );
        const seen = data as {
          one: { isHidden: boolean } | null;
          all: { edges: { node: { id: Id; isHidden: boolean } }[] };
          commitments: { edges: { node: { purpose: { id: Id } } }[] };
          latestActs: { subjectId: Id }[];
        };
        return {
          page: seen.one && seen.one.isHidden,
          list: seen.all.edges.find(({ node }) => node.id === id)?.node.isHidden ?? null,
          promises: seen.commitments.edges.filter(({ node }) => node.purpose.id === id).length,
          told: seen.latestActs.some(({ subjectId }) => subjectId === id),
        };
      };
      const facts = async () => {
        await app.project();
        const rows = await read<{ facts: { nodes: { id: Id }[] } | null }>('SELECT facts FROM graph_fact WHERE owner_id = $1', [id]);
        return rows.some(({ facts }) => (facts?.nodes ?? []).some((node) => node.id === id));
      };
      const views = async () => (await read(`SELECT id FROM ${type}_v1 WHERE id = $1`, [id])).length;
      const before = await look(stranger);
      expect(before).toMatchObject({ page: false, list: false });
      expect([await facts(), await views()]).toEqual([true, 1]);
      const input = wish({ subjectType, subjectId: id });
      await send(REPORT, input);
      expect(await decide(input.id, 1, meryem, { kind: 'HIDDEN' })).toMatchObject({ state: 'DECIDED' });
      for (const viewer of [VISITOR, stranger]) expect(await look(viewer)).toEqual({ page: null, list: null, promises: 0, told: false });
      for (const viewer of [owner(newId()), jonas]) expect(await look(viewer)).toMatchObject({ page: true, list: true });
      expect([await facts(), await views()]).toEqual([false, 0]);
      expect(await send(REPORT, wish({ subjectType, subjectId: id }))).toMatchObject({ code: 'ENTRY_UNKNOWN' });
      const [letter] = (await app.get(Mail).newest(20)).filter(({ text, to }) => to !== input.email && /\/meldung\/[\w-]{43}/.test(text));
      expect(await send(APPEAL, { token: tokenIn(letter!), text: 'Es stimmt.' })).toMatchObject({ state: 'APPEALED' });
      expect(await decide(input.id, 3, jonas, { kind: 'NO_ACTION', ground: '' })).toMatchObject({ state: 'DECIDED' });
      expect(await look(stranger)).toEqual(before);
      expect([await facts(), await views()]).toEqual([true, 1]);
    },
  );

  it('takes a Steckbrief out of the directory at once, and back into it when an objection is right', async () => {
    const id = idFrom('harkenrode', 'actor', 'a022');
    const input = wish({ subjectType: 'ACTOR', subjectId: id });
    await send(REPORT, input);
    const isListed = async () => {
      const [row] = (await app.get(UnitOfWork).run((tx) => tx.query('SELECT archived FROM actor WHERE id = $1', [id]))) as {
        archived: boolean;
      }[];
      return !row!.archived;
    };
    const [waiting] = (await queued(false)).filter((each) => each['id'] === input.id);
    expect(waiting).toMatchObject({ hidesByItself: true });
    expect(await decide(input.id, 1, meryem, { kind: 'HIDDEN' })).toMatchObject({ state: 'DECIDED' });
    expect(await isListed()).toBe(false);
    expect(await send(REPORT, wish({ subjectType: 'ACTOR', subjectId: id }))).toMatchObject({ code: 'ENTRY_UNKNOWN' });
    const author = tokenIn(await mailTo('marek.dudzik@harkenrode.example'));
    expect(await send(APPEAL, { token: author, text: 'Die Zahl stimmt.' })).toMatchObject({ state: 'APPEALED' });
    expect(await decide(input.id, 3, jonas, { kind: 'NO_ACTION', ground: '' })).toMatchObject({ state: 'DECIDED' });
    expect(await isListed()).toBe(true);
  });

  it('loses texts, names and links when its time is over; what was decided stays', async () => {
    const [old, young] = [wish(), wish()];
    for (const input of [old, young]) {
      await send(REPORT, input);
      await decide(input.id, 1, meryem);
    }
    const token = tokenIn(await mailTo(old.email));
    await app
      .get(UnitOfWork)
      .run((tx) => tx.query(`UPDATE content_decision SET decided_at = now() - interval '216 days' WHERE report_id = $1`, [old.id]));
    await app.get(RetentionService).erase();
    const left = await queued(true);
    const gone = { explanation: '', name: '', email: '', erasedOn: expect.any(String), decisions: [{ kind: 'CORRECTED', facts: '' }] };
    expect(left.find(({ id }) => id === old.id)).toMatchObject(gone);
    expect(left.find(({ id }) => id === young.id)).toMatchObject({ name: 'Kim Beispiel', erasedOn: null });
    expect((await app.query<{ ownContentReport: unknown }>(OWN, { token })).data.ownContentReport).toBeNull();
  });

  it('ends after a few from one mail address, and after many from one place', async () => {
    const email = 'viele@beispiel.example';
    const answers = await Promise.all(Array.from({ length: 7 }, () => send(REPORT, wish({ email }))));
    expect(answers.filter(({ __typename }) => __typename === 'ContentReported')).toHaveLength(5);
    const more = await Promise.all(Array.from({ length: 20 }, () => send(REPORT, wish())));
    expect(more.filter(({ code }) => code === 'TOO_MANY_REPORTS').length).toBeGreaterThan(0);
  });
});
