import { ActorsModule } from '@knotenpunkt/actors/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, dayInWords, idFrom, newId, systemClock } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AgreementsModule } from './agreements.module';
import { CommitmentFeedService } from './commitment-feed.service';
import { CommitmentService } from './commitment.service';
import { ConsentService } from './consent.service';

const today = systemClock.today('Europe/Berlin');
const [school, firm, other] = ['a029', 'a025', 'a028'].map((key) => idFrom('harkenrode', 'actor', key)) as [string, string, string];

function delegateOf(...actorIds: string[]): Viewer {
  const mandates = actorIds.map((actorId) => ({ id: newId(), actorId, role: 'DELEGATE' as const, fromOn: '2020-01-01', untilOn: null }));
  return { ...VISITOR, personId: newId(), name: 'Test', mandates };
}

describe('agreements', () => {
  let app: TestApp;
  let region: Region;

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        AgreementsModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    region = (await app.get(RegionService).choose('harkenrode'))!;
  });
  afterAll(() => app.close());

  const LIST = `query($first: Int, $after: String, $filter: CommitmentFilterInput) {
    commitments(first: $first, after: $after, filter: $filter) {
      edges { node { id version text standing dueOn decidedOn originalDueOn actor { name } availableActions } } pageInfo { hasNextPage endCursor } } }`;
  interface Node {
    id: string;
    version: number;
    standing: string;
    dueOn: string;
    originalDueOn: string | null;
    availableActions: string[];
  }
  interface List {
    commitments: { edges: { node: Node }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  }
  const list = async (variables: object, viewer: Viewer = VISITOR) =>
    (await app.query<List>(LIST, { first: 100, ...variables }, { viewer })).data.commitments;

  it('lists what is overdue first and what was decided last, in pages that meet', async () => {
    const all = (await list({})).edges.map(({ node }) => node);
    const rank = (node: Node) => ({ OVERDUE: 0, OPEN: 1 })[node.standing] ?? 2;
    expect(all.map(rank)).toEqual(all.map(rank).sort());
    expect(rank(all[0]!)).toBe(0);
    const first = await list({ first: 5 });
    const second = await list({ first: 5, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(all.slice(0, 10).map(({ id }) => id));
    const counts = (await app.query<{ commitmentCounts: { count: number }[] }>('{ commitmentCounts { standing kind count } }')).data;
    expect(counts.commitmentCounts.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
  });

  it('moves and keeps a commitment under the version rule, and only for who promised', async () => {
    const node = (await list({ filter: { actorId: school, standings: ['OVERDUE'] } }, delegateOf(school))).edges[0]!.node;
    expect(node.availableActions).toEqual(['keep', 'noteNextStep', 'reschedule', 'withdraw']);
    const MOVE = `mutation($input: RescheduleCommitmentInput!) { rescheduleCommitment(input: $input) {
      __typename ... on Commitment { version standing originalDueOn } ... on Refused { code } ... on StaleVersion { current } } }`;
    const input = { id: node.id, expectedVersion: node.version, dueOn: addDays(today, 10), note: 'Meister erkrankt' };
    const foreign = await app.query<{ rescheduleCommitment: unknown }>(MOVE, { input }, { viewer: delegateOf(firm) });
    expect(foreign.data.rescheduleCommitment).toMatchObject({ code: 'NOT_PERMITTED' });
    const moved = await app.query<{ rescheduleCommitment: unknown }>(MOVE, { input }, { viewer: delegateOf(school) });
    expect(moved.data.rescheduleCommitment).toMatchObject({ standing: 'OPEN', originalDueOn: node.dueOn, version: node.version + 1 });
    const NEXT = `mutation($input: NoteNextStepInput!) { noteNextStep(input: $input) {
      __typename ... on Commitment { nextStep } ... on Refused { code } } }`;
    const step = { input: { id: node.id, expectedVersion: node.version + 1, nextStep: 'Termin mit der Kammer' } };
    const strange = await app.query<{ noteNextStep: unknown }>(NEXT, step, { viewer: delegateOf(firm) });
    expect(strange.data.noteNextStep).toMatchObject({ code: 'NOT_PERMITTED' });
    const noted = await app.query<{ noteNextStep: unknown }>(NEXT, step, { viewer: delegateOf(school) });
    expect(noted.data.noteNextStep).toMatchObject({ nextStep: 'Termin mit der Kammer' });
    const stale = await app.query<{ rescheduleCommitment: unknown }>(
      MOVE,
      { input: { ...input, dueOn: addDays(today, 11) } },
      { viewer: delegateOf(school) },
    );
    expect(stale.data.rescheduleCommitment).toEqual({ __typename: 'StaleVersion', current: node.version + 2 });
  });

  it('asks, asks again about a new version, and agrees when all have said yes to that', async () => {
    const subject = { type: 'test', id: newId() };
    const consent = app.get(ConsentService);
    const unit = app.get(UnitOfWork);
    const asking = { region, subject, viewer: delegateOf(school) };
    const opened = await unit.run((tx) =>
      consent.open(tx, {
        ...asking,
        text: 'Erster Text',
        parties: [school, firm, other],
        proposer: school,
        deadlineOn: addDays(today, 7),
        onDecline: 'ABANDON',
      }),
    );
    expect(opened).toMatchObject({ ok: true, value: { version: 1, state: 'OPEN' } });
    const say = (actorId: string, version: number, answer: 'YES' | 'YES_BUT', change?: string) =>
      unit.run((tx) => consent.answer(tx, { region, subject, viewer: delegateOf(actorId), actorId, version, answer, change }));
    expect(await say(firm, 1, 'YES_BUT', 'Später')).toMatchObject({ ok: true, value: { state: 'OPEN' } });
    await unit.run((tx) => consent.reopen(tx, { ...asking, text: 'Zweiter Text', proposer: school, deadlineOn: addDays(today, 7) }));
    expect(await say(other, 1, 'YES')).toMatchObject({ refusal: { code: 'OLD_VERSION' } });
    expect((await consent.waitingFor([other], 'test', region)).map(({ subjectId }) => subjectId)).toEqual([subject.id]);
    await say(other, 2, 'YES');
    expect(await say(firm, 2, 'YES')).toMatchObject({ ok: true, value: { state: 'AGREED' } });
    const round = await consent.roundOf(subject);
    expect(round).toMatchObject({ version: 2, state: 'AGREED', previousText: 'Erster Text' });
    expect(await consent.historiesOf(subject.type, [subject.id])).toHaveLength(2);
  });

  it('tells what becomes of Zusagen as a feed, of all or of one, with nothing in it that could run', async () => {
    const feeds = app.get(CommitmentFeedService);
    const all = (await feeds.atom(region, {}))!;
    expect(all).toMatch(/^<\?xml[^]*<feed/);
    expect(all.match(/<entry>/g)!.length).toBeGreaterThan(10);
    const id = newId();
    const purpose = { type: 'INITIATIVE', id: newId(), title: 'Feed', slug: 'feed' } as const;
    const wish = { actorId: firm, toActorId: null, text: '<script>alert(1)</script> &lt; \u0001mehr', dueOn: addDays(today, 9) };
    await app
      .get(UnitOfWork)
      .run((tx) => app.get(CommitmentService).promise(tx, { viewer: delegateOf(firm), region, id, purpose, ...wish }));
    const one = (await feeds.atom(region, { id }))!;
    expect(one.match(/<entry>/g)).toHaveLength(1);
    // Entries are HTML: what is not escaped there would run in a reader.
    expect(one).not.toMatch(/<script>|\u0001/);
    expect(one).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; mehr');
    expect(one).toContain(dayInWords(addDays(today, 9), region.language));
    expect(await feeds.atom(region, { id: newId() })).toBeNull();
  });
});
