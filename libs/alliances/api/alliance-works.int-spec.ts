import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, newId, systemClock } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import { AllianceCalendarService } from './alliance-calendar.service';
import { AlliancesModule } from './alliances.module';
import { DepartureService } from './membership/departure.service';

const today = systemClock.today('Europe/Berlin');
const actorId = (key: string) => idFrom('harkenrode', 'actor', key);
const [foundry, council, placing, agency, science, newcomer, outsider] = [
  ...['a028', 'betriebsrat-nordkamp', 'a015', 'a023', 'a009', 'a022', 'a025'],
].map(actorId) as [string, string, string, string, string, string, string];
const MEMBERS = [foundry, council, placing, agency, science];
/** The alliance that works in the example region. */
const SLUG = 'gussform-3d';
const allianceId = idFrom('harkenrode', 'alliance', 'gussform-3d');
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };

function actingFor(actor: string, role: 'DELEGATE' | 'EDITOR' = 'DELEGATE'): Viewer {
  const mandate = { id: newId(), actorId: actor, role, fromOn: '2020-01-01', untilOn: null };
  return { ...VISITOR, personId: newId(), name: 'Test', mandates: [mandate] };
}

const WORK = `allianceId availableActions
  admission { id version actorId isLed round { version state parties { actorId answer } } }
  statements { id kind text audience standing isReplaced replacesId minutesId availableActions answerableFor version stands { actorId stand note }
    meeting { place nextOn present { id } } }
  tasks { id text givenBack version enteredBy { id } }`;
interface Work {
  availableActions: string[];
  admission: {
    id: string;
    version: number;
    isLed: boolean;
    round: { version: number; parties: { actorId: string; answer: string | null }[] };
  } | null;
  statements: {
    id: string;
    kind: string;
    text: string;
    standing: string;
    isReplaced: boolean;
    version: number;
    availableActions: string[];
  }[];
  tasks: { id: string; text: string; givenBack: boolean; version: number }[];
}
const FIELDS = `id version emptyBenches { kind } employeesSide members { actorId joinedOn } departures { actorId leavesOn reason done since } outcomes { kind text }`;
interface Shown {
  id: string;
  version: number;
  members: { actorId: string; joinedOn: string | null }[];
  departures: { actorId: string; done: boolean; reason: string; since: string }[];
  outcomes: { kind: string; text: string }[];
}

describe('an alliance that works', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        AgreementsModule,
        ChallengesModule,
        AlliancesModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    // What the example region has written down itself is no matter here.
    await app.get(UnitOfWork).run((tx) => tx.query('DELETE FROM alliance_statement'));
    await app.get(UnitOfWork).run((tx) => tx.query('DELETE FROM alliance_task'));
    await app.get(UnitOfWork).run((tx) => tx.query('DELETE FROM alliance_admission'));
  });
  afterEach(() => app.close());

  const INPUT_OF: Record<string, string> = {
    withdrawAllianceStatement: 'AllianceStatementVersionInput',
    dropAllianceTask: 'AllianceStatementVersionInput',
  };
  /** What a mutation says: the type of the answer, or the code of a refusal. */
  const act = async (name: string, input: object, viewer: Viewer): Promise<string> => {
    const type = INPUT_OF[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await app.query<Record<string, { __typename: string; code?: string }>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on Refused { code } } }`,
      { input },
      { viewer },
    );
    expect(errors).toBeUndefined();
    return data[name]!.code ?? data[name]!.__typename;
  };
  const work = async (viewer: Viewer, slug = SLUG) =>
    (
      await app.query<{ allianceWork: Work | null }>(
        `query($slug: String!) { allianceWork(slug: $slug) { ${WORK} } }`,
        { slug },
        { viewer },
      )
    ).data.allianceWork!;
  const shown = async (viewer: Viewer = VISITOR) =>
    (await app.query<{ alliance: Shown }>(`query($slug: String!) { alliance(slug: $slug) { ${FIELDS} } }`, { slug: SLUG }, { viewer })).data
      .alliance;
  const commitmentsOf = async (of: string) =>
    (
      await app.query<{ commitments: { edges: { node: { id: string; text: string; standing: string } }[] } }>(
        'query($f: CommitmentFilterInput) { commitments(first: 100, filter: $f) { edges { node { id text standing } } } }',
        { f: { purposeId: allianceId, actorId: of } },
      )
    ).data.commitments.edges.map(({ node }) => node);
  const ties = async () => {
    await app.project();
    const row = await app
      .get(Database)
      .readOne<{ facts: Facts }>(query('test.facts', `SELECT facts FROM graph_fact WHERE owner_type = 'alliance' AND owner_id = $1`), [
        allianceId,
      ]);
    return row!.facts.edges;
  };
  const letters = async (like: string) =>
    (
      await app
        .get(Database)
        .read<{ subject: string }>(query('test.letters', 'SELECT subject FROM outgoing_mail WHERE subject LIKE $1'), [like])
    ).length;

  const proposal = (id = newId()) => ({
    ...{
      id,
      allianceId,
      actorId: newcomer,
      commitment: 'Prüft die Kurse.',
      dueOn: addDays(today, 60),
      reason: 'Ohne Kammer keine Abschlüsse.',
    },
    deadlineOn: addDays(today, 14),
  });
  const propose = async (id = newId()) => {
    expect(await act('proposeAllianceAdmission', { ...proposal(id), proposedById: foundry }, actingFor(foundry))).toBe('Alliance');
    return id;
  };
  const say = (id: string, actor: string, answer = 'YES', roundVersion = 1) =>
    act('answerAllianceAdmission', { id, allianceId, actorId: actor, roundVersion, answer }, actingFor(actor));

  describe('takes in a member', () => {
    it('once the newcomer and all members have agreed, not before, and ties it from that day', async () => {
      const id = await propose();
      expect(await letters('%Kommt % dazu?')).toBeGreaterThan(0);
      for (const actor of [council, placing, agency, science]) expect(await say(id, actor)).toBe('Alliance');
      expect((await shown()).members.map(({ actorId: of }) => of)).toEqual(MEMBERS);
      expect(await say(id, newcomer)).toBe('Alliance');
      const { members } = await shown();
      expect(members.at(-1)).toEqual({ actorId: newcomer, joinedOn: today });
      expect(await commitmentsOf(newcomer)).toMatchObject([{ text: 'Prüft die Kurse.', standing: 'OPEN' }]);
      expect((await ties()).find(({ from }) => from === newcomer)).toMatchObject({ since: today, until: null });
      expect((await work(coordinator)).admission).toBeNull();
    });

    it('not when one of them says no, and then another can be proposed', async () => {
      const id = await propose();
      expect(await say(id, agency, 'NO')).toBe('Alliance');
      expect(await say(id, council)).toBe('ROUND_CLOSED');
      expect((await shown()).members).toHaveLength(MEMBERS.length);
      await propose();
    });

    it('asks everybody again when the words change', async () => {
      const id = await propose();
      await say(id, council);
      const { admission } = await work(actingFor(foundry));
      const input = { ...proposal(id), commitment: 'Prüft die Kurse und die Abschlüsse.', expectedVersion: admission!.version };
      const { actorId: _, ...revised } = input;
      expect(await act('reviseAllianceAdmission', revised, actingFor(council))).toBe('NOT_PERMITTED');
      expect(await act('reviseAllianceAdmission', revised, actingFor(foundry))).toBe('Alliance');
      const again = (await work(actingFor(council))).admission!;
      expect(again.round.version).toBe(2);
      expect(again.round.parties.filter(({ answer }) => answer !== null).map(({ actorId: of }) => of)).toEqual([foundry]);
      expect(await say(id, council, 'YES', 1)).toBe('OLD_VERSION');
    });

    it('one at a time, proposed by a member or the coordination, and shown to those who are asked', async () => {
      expect(await act('proposeAllianceAdmission', { ...proposal(), proposedById: outsider }, actingFor(outsider))).toBe('NOT_PERMITTED');
      expect(await act('proposeAllianceAdmission', { ...proposal(), actorId: council, proposedById: foundry }, actingFor(foundry))).toBe(
        'ALREADY_MEMBER',
      );
      const id = newId();
      expect(await act('proposeAllianceAdmission', proposal(id), coordinator)).toBe('Alliance');
      expect(await act('proposeAllianceAdmission', { ...proposal(), proposedById: foundry }, actingFor(foundry))).toBe('ADMISSION_OPEN');
      const sees = async (viewer: Viewer) => (await work(viewer)).admission !== null;
      expect(
        await Promise.all([VISITOR, actingFor(outsider), actingFor(newcomer, 'EDITOR'), actingFor(council), coordinator].map(sees)),
      ).toEqual([...[false, false, true, true, true]]);
      expect(await say(id, outsider)).toBe('NOT_A_PARTY');
      expect(await act('withdrawAllianceAdmission', { id, allianceId, expectedVersion: 1 }, actingFor(council))).toBe('NOT_PERMITTED');
      expect(await act('withdrawAllianceAdmission', { id, allianceId, expectedVersion: 1 }, coordinator)).toBe('Alliance');
      expect((await work(coordinator)).admission).toBeNull();
    });
  });

  describe('lets a member go', () => {
    const leave = async (actor: string, more: object = {}, viewer = actingFor(actor)) => {
      const open = (await commitmentsOf(actor)).filter(({ standing }) => standing === 'OPEN' || standing === 'OVERDUE').map(({ id }) => id);
      const { id, version } = await shown();
      const input = {
        id,
        expectedVersion: version,
        actorId: actor,
        departureId: newId(),
        leavesOn: today,
        reason: 'Wir schaffen es nicht mehr.',
      };
      return act('leaveAlliance', { ...input, kept: [], givenBack: open, ...more }, viewer);
    };

    const promise = async (actor: string) => {
      const wish = { id: newId(), allianceId, actorId: actor, text: 'Hält den Plan aktuell.', dueOn: addDays(today, 40) };
      expect(await act('promiseForAlliance', wish, actingFor(actor))).toBe('Commitment');
    };

    it('by its own word, with what it promised said openly, and ties it until that day', async () => {
      expect(await leave(council, {}, actingFor(foundry))).toBe('NOT_PERMITTED');
      expect(await leave(council, { leavesOn: addDays(today, -1) })).toBe('LEAVES_INVALID');
      await promise(council);
      const open = (await commitmentsOf(council)).filter(({ standing }) => standing === 'OPEN' || standing === 'OVERDUE');
      expect(open.length).toBeGreaterThan(0);
      expect(await leave(council, { givenBack: [] })).toBe('COMMITMENTS_UNDECIDED');
      expect(await leave(council)).toBe('Alliance');
      const left = await shown();
      expect(left.members.map(({ actorId: of }) => of)).not.toContain(council);
      expect(left.departures).toMatchObject([{ actorId: council, done: true, reason: 'Wir schaffen es nicht mehr.' }]);
      expect(await shown()).toMatchObject({ emptyBenches: [{ kind: 'UNION' }], employeesSide: 'ASKED' });
      expect((await commitmentsOf(council)).filter(({ standing }) => standing === 'OPEN' || standing === 'OVERDUE')).toEqual([]);
      expect((await ties()).find(({ from }) => from === council)).toMatchObject({ until: today });
      // Who has left reads no longer what is for members.
      expect((await work(actingFor(council))).tasks).toEqual([]);
      expect((await work(coordinator)).tasks).toHaveLength(1);
    });

    it('on the day it names, and until then it may stay', async () => {
      expect(await leave(science, { leavesOn: addDays(today, 30) })).toBe('Alliance');
      const announced = await shown();
      expect(announced.departures).toMatchObject([{ actorId: science, done: false }]);
      expect(announced.members).toHaveLength(MEMBERS.length);
      expect(await leave(science)).toBe('ALREADY_LEAVING');
      const stay = { id: allianceId, expectedVersion: announced.version, actorId: science };
      expect(await act('stayInAlliance', stay, actingFor(science))).toBe('Alliance');
      expect((await shown()).departures).toEqual([]);
      expect(await leave(science, { leavesOn: addDays(today, 30) })).toBe('Alliance');
      const region = (await app.get(RegionService).choose('harkenrode'))!;
      await app.get(DepartureService).lookAfter(region);
      expect((await shown()).members).toHaveLength(MEMBERS.length);
      await app.get(UnitOfWork).run((tx) => tx.query('UPDATE alliance_departure SET leaves_on = $1', [today]));
      await app.get(DepartureService).lookAfter(region);
      expect((await shown()).departures).toMatchObject([{ actorId: science, done: true }]);
      expect((await shown()).members).toHaveLength(MEMBERS.length - 1);
    });

    it('and another takes on what it gives back', async () => {
      await promise(council);
      const before = (await commitmentsOf(council)).filter(({ standing }) => standing === 'OPEN' || standing === 'OVERDUE');
      await leave(council);
      const [task] = (await work(actingFor(placing))).tasks;
      expect(task).toMatchObject({ givenBack: true, text: before[0]!.text });
      const take = { id: task!.id, allianceId, expectedVersion: task!.version, actorId: placing, dueOn: addDays(today, 30) };
      expect(await act('takeAllianceTask', take, actingFor(outsider))).toBe('NOT_PERMITTED');
      expect(await act('takeAllianceTask', take, actingFor(placing))).toBe('Commitment');
      expect((await commitmentsOf(placing)).map(({ text }) => text)).toContain(task!.text);
      expect(await act('takeAllianceTask', { ...take, actorId: agency }, actingFor(agency))).toBe('TASK_TAKEN');
      expect((await work(VISITOR)).tasks).toEqual([]);
    });

    it('and asks those who are left again about one who is to come', async () => {
      const id = await propose();
      for (const actor of [council, placing, agency]) await say(id, actor);
      await leave(science);
      const { round } = (await work(actingFor(foundry))).admission!;
      expect(round.version).toBe(2);
      expect(round.parties.map(({ actorId: of }) => of).toSorted()).toEqual([foundry, council, placing, agency, newcomer].toSorted());
      for (const actor of [foundry, council, placing, agency, newcomer]) expect(await say(id, actor, 'YES', 2)).toBe('Alliance');
      expect((await shown()).members.map(({ actorId: of }) => of)).toContain(newcomer);
    });
  });

  describe('writes down', () => {
    const enter = async (more: object = {}, by = foundry) => {
      const id = newId();
      const input = { id, allianceId, enteredById: by, kind: 'DECISION', text: 'Gelernt wird freitags.', on: today, audience: 'MEMBERS' };
      return { id, said: await act('enterAllianceStatement', { ...input, ...more }, actingFor(by)) };
    };
    const find = async (viewer: Viewer, id: string) => (await work(viewer)).statements.find((each) => each.id === id);
    const stand = async (id: string, actor: string, said: object = { stand: 'AGREED' }) => {
      const { version } = (await find(coordinator, id))!;
      return act('answerAllianceStatement', { id, allianceId, expectedVersion: version, actorId: actor, ...said }, actingFor(actor));
    };

    it('a decision, which is confirmed when each has said so, and silence is none', async () => {
      expect((await enter({}, outsider)).said).toBe('NOT_PERMITTED');
      expect((await enter({ on: addDays(today, 1) })).said).toBe('DAY_PASSED_MISSING');
      const { id } = await enter({ audience: 'PUBLIC' });
      expect(await find(VISITOR, id)).toBeUndefined();
      for (const actor of [council, placing, agency]) expect(await stand(id, actor)).toBe('Alliance');
      expect(await find(actingFor(council), id)).toMatchObject({ standing: 'OPEN' });
      expect(await find(VISITOR, id)).toBeUndefined();
      expect(await stand(id, science, { stand: 'ABSTAINED' })).toBe('Alliance');
      expect(await find(VISITOR, id)).toMatchObject({ standing: 'CONFIRMED', availableActions: [] });
      expect(await stand(id, science, { stand: 'OBJECTED', note: 'Doch nicht.' })).toBe('STATEMENT_SETTLED');
    });

    it('an objection with its reason keeps it from everybody, and a later decision takes its place', async () => {
      const { id } = await enter({ audience: 'PUBLIC' });
      for (const actor of [placing, agency, science]) await stand(id, actor);
      expect(await stand(id, council, { stand: 'OBJECTED' })).toBe('TEXT_MISSING');
      expect(await stand(id, council, { stand: 'OBJECTED', note: 'Montags war vereinbart.' })).toBe('Alliance');
      expect(await find(coordinator, id)).toMatchObject({ standing: 'OBJECTED' });
      expect(await find(VISITOR, id)).toBeUndefined();
      const next = await enter({ text: 'Gelernt wird montags.', audience: 'PUBLIC', replacesId: id }, council);
      expect(next.said).toBe('Alliance');
      expect((await enter({ text: 'Gelernt wird nie.', replacesId: id })).said).toBe('ALREADY_REPLACED');
      expect(await find(coordinator, id)).toMatchObject({ isReplaced: false });
      for (const actor of [foundry, placing, agency, science]) await stand(next.id, actor);
      expect(await find(coordinator, id)).toMatchObject({ isReplaced: true });
      expect((await work(VISITOR)).statements.map(({ text }) => text)).toEqual(['Gelernt wird montags.']);
    });

    it('minutes for members only, with the tasks in them, which somebody takes on', async () => {
      const meeting = { place: 'Werk Nordkamp', presentIds: [foundry, council], nextOn: addDays(today, 21) };
      expect((await enter({ kind: 'MINUTES', text: 'Erste Zeile\n\nZweiter Absatz' })).said).toBe('TEXT_MISSING');
      const { id } = await enter({ kind: 'MINUTES', text: 'Erste Zeile\n\nZweiter Absatz', meeting });
      const sees = async (viewer: Viewer) => (await find(viewer, id)) !== undefined;
      const readers = [VISITOR, actingFor(outsider), actingFor(newcomer), actingFor(council, 'EDITOR'), coordinator];
      expect(await Promise.all(readers.map(sees))).toEqual([false, false, false, true, true]);
      expect(await find(coordinator, id)).toMatchObject({
        meeting: { place: 'Werk Nordkamp', present: [{ id: foundry }, { id: council }] },
      });
      for (const actor of [council, placing, agency, science]) await stand(id, actor);
      expect(await sees(VISITOR)).toBe(false);
      const task = { id: newId(), allianceId, enteredById: foundry, text: 'Räume suchen', dueOn: addDays(today, 10), minutesId: id };
      expect(await act('offerAllianceTask', { ...task, minutesId: newId() }, actingFor(foundry))).toBe('MINUTES_UNKNOWN');
      expect(await act('offerAllianceTask', task, actingFor(foundry))).toBe('Alliance');
      expect((await work(actingFor(council))).tasks).toMatchObject([{ text: 'Räume suchen', givenBack: false }]);
      const drop = { id: task.id, allianceId, expectedVersion: 1 };
      expect(await act('dropAllianceTask', drop, actingFor(outsider))).toBe('NOT_PERMITTED');
      expect(await act('dropAllianceTask', drop, actingFor(council))).toBe('Alliance');
      expect((await enter({ minutesId: id })).said).toBe('Alliance');
      const calendar = (await app.get(AllianceCalendarService).calendar((await app.get(RegionService).choose('harkenrode'))!, SLUG))!;
      expect(calendar).toContain(`DTSTART;VALUE=DATE:${addDays(today, 21).replaceAll('-', '')}`);
      expect(calendar).toContain('Treffen der Allianz');
      expect(calendar).not.toContain('Werk Nordkamp');
    });

    it('a result, which everybody reads and finds once all have confirmed it', async () => {
      expect((await enter({ kind: 'RESULT', text: 'Zwölf lernen.' })).said).toBe('TEXT_MISSING');
      const { id } = await enter({ kind: 'RESULT', text: 'Zwölf lernen.', concerns: 'Kernmacher:innen' });
      expect((await shown()).outcomes).toEqual([]);
      const withOutcomes = async () =>
        (
          await app.query<{ alliances: { edges: { node: { id: string } }[] } }>(
            '{ alliances(first: 50, filter: { withOutcomes: true }) { edges { node { id } } } }',
          )
        ).data.alliances.edges.map(({ node }) => node.id);
      expect(await withOutcomes()).toEqual([]);
      for (const actor of [council, placing, agency, science]) await stand(id, actor);
      expect((await shown()).outcomes).toEqual([{ kind: 'RESULT', text: 'Zwölf lernen.' }]);
      expect(await withOutcomes()).toEqual([allianceId]);
    });

    it('and does not wait for one that has left; who takes something back leaves it to be read by members', async () => {
      const { id } = await enter({ kind: 'LESSON', text: 'Früher fragen.' });
      for (const actor of [council, placing, agency]) await stand(id, actor);
      const { version } = await shown();
      const open = (await commitmentsOf(science)).map(({ id: of }) => of);
      const gone = { id: allianceId, expectedVersion: version, actorId: science, departureId: newId(), leavesOn: today, reason: 'Ende.' };
      expect(await act('leaveAlliance', { ...gone, kept: open, givenBack: [] }, actingFor(science))).toBe('Alliance');
      expect((await shown()).outcomes).toEqual([{ kind: 'LESSON', text: 'Früher fragen.' }]);
      const next = await enter();
      const back = { id: next.id, allianceId, expectedVersion: 1 };
      expect(await act('withdrawAllianceStatement', back, actingFor(council))).toBe('NOT_PERMITTED');
      expect(await act('withdrawAllianceStatement', back, actingFor(foundry))).toBe('Alliance');
      expect(await find(actingFor(council), next.id)).toMatchObject({ standing: 'WITHDRAWN' });
      expect(await stand(next.id, council)).toBe('STATEMENT_SETTLED');
    });
  });
});
