import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, newId, systemClock } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import { AllianceCalendarService } from './alliance-calendar.service';
import { AlliancesModule } from './alliances.module';

const today = systemClock.today('Europe/Berlin');
const actorId = (key: string) => idFrom('harkenrode', 'actor', key);
const [foundry, council, utility, office, outsider] = ['a028', 'betriebsrat-nordkamp', 'a034', 'a024', 'a025'].map(actorId) as [
  string,
  string,
  string,
  string,
  string,
];
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };

function delegateOf(actor: string): Viewer {
  const mandate = { id: newId(), actorId: actor, role: 'DELEGATE' as const, fromOn: '2020-01-01', untilOn: null };
  return { ...VISITOR, personId: newId(), name: 'Test', mandates: [mandate] };
}

const FIELDS = `id slug state version availableActions formedOn effect namedGaps { kind minimum filled } gapsNote employeesSide employeesNote callOffReason
  members { actorId state stance } nextReviewOn reviews { on decision } emptyBenches { kind } round { version text state difference { kind } } rounds { version }
  formationRefusal { code } milestones { id reachedOn }`;
const PARTS = `__typename ... on Alliance { ${FIELDS} } ... on Refused { code field parameters { name value } } ... on StaleVersion { current }`;
interface Answered {
  id: string;
  slug: string;
  state: string;
  version: number;
  round: { version: number } | null;
  members: { actorId: string; state: string }[];
}

describe('alliances', () => {
  let app: TestApp;

  beforeAll(async () => {
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
  });
  afterAll(() => app.close());

  const act = async (name: string, input: object, viewer: Viewer = coordinator): Promise<Answered> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`.replace(
      /^(ActivateAlliance|DiscardAllianceDraft)Input/,
      'AllianceVersionInput',
    );
    const answered = await app.query<Record<string, Answered>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { ${PARTS} } }`,
      { input },
      { viewer },
    );
    expect(answered.errors).toBeUndefined();
    return answered.data[name]!;
  };
  const seen = async (slug: string, viewer: Viewer = VISITOR) =>
    (await app.query<{ alliance: Answered | null }>(`query($slug: String!) { alliance(slug: $slug) { ${FIELDS} } }`, { slug }, { viewer }))
      .data.alliance;
  const slugs = async (viewer: Viewer) =>
    (
      await app.query<{ alliances: { edges: { node: { slug: string } }[] } }>(
        '{ alliances(first: 100) { edges { node { slug } } } }',
        {},
        { viewer },
      )
    ).data.alliances.edges.map(({ node }) => node.slug);
  const facts = async (id: string) => {
    await app.project();
    const row = await app
      .get(Database)
      .readOne<{ facts: Facts }>(
        query('test.allianceFacts', `SELECT facts FROM graph_fact WHERE owner_type = 'alliance' AND owner_id = $1`),
        [id],
      );
    return row?.facts ?? { nodes: [], edges: [] };
  };
  const promises = async (purposeId: string) =>
    (
      await app.query<{ commitments: { edges: { node: { actorId: string } }[] } }>(
        'query($id: ID) { commitments(first: 100, filter: { purposeId: $id }) { edges { node { actorId } } } }',
        { id: purposeId },
      )
    ).data.commitments.edges.map(({ node }) => node.actorId);

  /** Who was written to about an alliance, by name and subject, the newest last. */
  const letters = async (title: string) => {
    const sent = await app
      .get(Database)
      .read<{ who: string }>(
        query(
          'test.letters',
          `SELECT split_part(recipient, '@', 1) || ': ' || subject AS who FROM outgoing_mail WHERE subject LIKE $1 ORDER BY id`,
        ),
        [`%„${title}“%`],
      );
    return sent.map(({ who }) => who);
  };

  const member = (actor: string, commitment = 'Bringt ein, was da ist.') => ({ actorId: actor, commitment, dueOn: addDays(today, 90) });
  const draft = (members: object[], change: object = {}, viewer: Viewer = coordinator) =>
    act(
      'draftAlliance',
      {
        id: newId(),
        challengeId: idFrom('harkenrode', 'challenge', 'kernmacher'),
        title: 'Zweite Runde',
        purpose: 'Alle lernen weiter.',
        members,
        ...change,
      },
      viewer,
    );
  const version = ({ id, version: expectedVersion }: Answered) => ({ id, expectedVersion });
  const say = (alliance: Answered, actor: string, roundVersion: number, answer: string, more: object = {}) =>
    act('answerAllianceInvitation', { id: alliance.id, actorId: actor, roundVersion, answer, ...more }, delegateOf(actor));

  it('shows what is prepared to those concerned only, and to others that something is prepared', async () => {
    expect((await slugs(VISITOR)).toSorted()).toEqual(['dranbleiben', 'ein-geraet-fuer-jedes-kind', 'gussform-3d']);
    expect(await slugs(delegateOf(utility))).toContain('waerme-aus-nordkamp');
    expect(await slugs(delegateOf(utility))).not.toContain('schichten-ohne-leute-aus-dem-frei');
    expect(await slugs(coordinator)).toHaveLength(5);
    expect(await seen('waerme-aus-nordkamp', delegateOf(outsider))).toBeNull();
    expect(await seen('waerme-aus-nordkamp', delegateOf(council))).toMatchObject({
      round: { state: 'OPEN' },
      formationRefusal: { code: 'OPEN_RESERVATION' },
    });
    const CHALLENGE = `query($slug: String!) { challenge(slug: $slug) { allianceInPreparation alliances { slug } benchFills { kind filled } emptyBenches { kind } } }`;
    const asked = async (viewer: Viewer) =>
      (await app.query<{ challenge: object }>(CHALLENGE, { slug: 'wohin-mit-12-gwh-abwaerme-aus-der-giesserei' }, { viewer })).data
        .challenge;
    expect(await asked(VISITOR)).toMatchObject({ allianceInPreparation: true, alliances: [], emptyBenches: [{}, {}, {}] });
    expect(await asked(coordinator)).toMatchObject({ alliances: [{ slug: 'waerme-aus-nordkamp' }], emptyBenches: [] });
    const waiting = await app.query<{ waitingAllianceAnswers: unknown }>(
      '{ waitingAllianceAnswers { reserved alliance { slug } actor { id } } }',
      {},
      { viewer: delegateOf(utility) },
    );
    expect(waiting.data.waitingAllianceAnswers).toEqual([
      { reserved: true, alliance: { slug: 'waerme-aus-nordkamp' }, actor: { id: utility } },
    ]);
  });

  it('shows gaps of what is formed publicly, and answers to members only', async () => {
    expect(await seen('dranbleiben')).toMatchObject({
      namedGaps: [{ kind: 'UNION', minimum: 1, filled: 0 }],
      round: null,
      rounds: [],
      availableActions: [],
    });
    expect(await seen('dranbleiben', delegateOf(actorId('a022')))).toMatchObject({ round: { version: 1, state: 'AGREED' } });
    expect((await facts(idFrom('harkenrode', 'alliance', 'dranbleiben'))).edges).toHaveLength(4);
    expect(await facts(idFrom('harkenrode', 'alliance', 'waerme-aus-nordkamp'))).toMatchObject({ nodes: [], edges: [] });
    const without = await app.query<{ challenges: { edges: { node: { slug: string } }[] } }>(
      '{ challenges(first: 100, filter: { withoutAlliance: true }) { edges { node { slug } } } }',
    );
    const slugsWithout = without.data.challenges.edges.map(({ node }) => node.slug);
    expect(slugsWithout).toContain('wohin-mit-12-gwh-abwaerme-aus-der-giesserei');
    expect(slugsWithout).not.toContain('wie-bleiben-lehrlinge-dran-wenn-es-in-betrieb-oder-schule-kn');
  });

  it('forms only once one who declined was replaced and all agreed to the new version, and ties only then', async () => {
    const science = actorId('a009');
    let alliance = await draft([member(foundry), member(council), member(science), member(utility)]);
    expect(alliance).toMatchObject({ state: 'DRAFT', slug: 'zweite-runde', round: null, emptyBenches: [{ kind: 'ADMINISTRATION' }] });
    expect(await seen(alliance.slug, delegateOf(foundry))).toBeNull();
    const invitation = { deadlineOn: addDays(today, 14), onDecline: 'CONTINUE_WITHOUT' };
    expect(await act('inviteToAlliance', { ...version(alliance), ...invitation }, delegateOf(foundry))).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    alliance = await act('inviteToAlliance', { ...version(alliance), ...invitation }, coordinator);
    expect(alliance).toMatchObject({ state: 'INVITING', round: { version: 1, state: 'OPEN' } });
    // For whom nobody acts yet, the addresses the organisation has named are written to.
    expect((await letters('Zweite Runde')).toSorted()).toEqual([
      'detlef.krumbach: Knotenpunkt: Gehört Betriebsrat der Gießerei Nordkamp zur Allianz „Zweite Runde“?',
      'halle: Knotenpunkt: Gehört Institut für Produktionslogistik Mittelruhe zur Allianz „Zweite Runde“?',
      'personal: Knotenpunkt: Gehört Gießerei Nordkamp GmbH zur Allianz „Zweite Runde“?',
      'sevgi.rautenberg: Knotenpunkt: Gehört Stadtwerke Ostwalden zur Allianz „Zweite Runde“?',
      'werk: Knotenpunkt: Gehört Gießerei Nordkamp GmbH zur Allianz „Zweite Runde“?',
    ]);
    // The company's people do not answer for its works council.
    expect(
      await act('answerAllianceInvitation', { id: alliance.id, actorId: council, roundVersion: 1, answer: 'YES' }, delegateOf(foundry)),
    ).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(
      await act('answerAllianceInvitation', { id: alliance.id, actorId: outsider, roundVersion: 1, answer: 'YES' }, delegateOf(outsider)),
    ).toMatchObject({ code: 'NOT_PERMITTED' });
    await say(alliance, foundry, 1, 'YES');
    await say(alliance, council, 1, 'RESERVED', { reservedUntil: addDays(today, 5) });
    alliance = await say(alliance, science, 1, 'YES');
    expect(await act('formAlliance', version(alliance), coordinator)).toMatchObject({ code: 'OPEN_RESERVATION' });
    alliance = await act('confirmAllianceReservation', { id: alliance.id, actorId: council }, delegateOf(council));
    expect(await act('formAlliance', version(alliance), coordinator)).toMatchObject({ code: 'NOT_AGREED' });
    alliance = await say(alliance, utility, 1, 'NO');
    expect(alliance).toMatchObject({ state: 'INVITING', round: { state: 'AGREED' } });
    expect(alliance.members.find((each) => each.actorId === utility)).toMatchObject({ state: 'DECLINED' });
    expect(await act('formAlliance', version(alliance), coordinator)).toMatchObject({
      code: 'BENCH_EMPTY',
      parameters: [
        { name: 'kind', value: 'ADMINISTRATION' },
        { name: 'minimum', value: '1' },
        { name: 'filled', value: '0' },
      ],
    });
    const replacing = { actorId: utility, by: member(office, 'Prüft Zuschüsse.'), deadlineOn: addDays(today, 14) };
    expect(await act('replaceAllianceMember', { ...version(alliance), ...replacing, expectedVersion: 1 }, coordinator)).toMatchObject({
      __typename: 'StaleVersion',
      current: alliance.version,
    });
    alliance = await act('replaceAllianceMember', { ...version(alliance), ...replacing }, coordinator);
    expect(alliance).toMatchObject({ state: 'INVITING', round: { version: 2, state: 'OPEN' }, rounds: [{ version: 2 }, { version: 1 }] });
    expect(await seen(alliance.slug, delegateOf(utility))).toBeNull();
    expect(await say(alliance, foundry, 1, 'YES')).toMatchObject({ code: 'OLD_VERSION' });
    for (const yes of [foundry, council, science]) alliance = await say(alliance, yes, 2, 'YES');
    expect(alliance).toMatchObject({ state: 'INVITING', formationRefusal: { code: 'NOT_AGREED' } });
    expect(await facts(alliance.id)).toMatchObject({ nodes: [], edges: [] });
    expect(await promises(alliance.id)).toEqual([]);
    alliance = await say(alliance, office, 2, 'YES');
    expect(alliance).toMatchObject({ state: 'FORMED', formedOn: today, namedGaps: [], formationRefusal: null });
    expect((await letters('Zweite Runde')).slice(5).filter((who) => who.startsWith('detlef') || who.startsWith('sevgi'))).toEqual([
      'detlef.krumbach: Knotenpunkt: neue Fassung der Allianz „Zweite Runde“',
      'detlef.krumbach: Knotenpunkt: Die Allianz „Zweite Runde“ ist gebildet',
    ]);
    const { nodes, edges } = await facts(alliance.id);
    expect(nodes).toMatchObject([{ type: 'Alliance' }]);
    expect(edges.map(({ from, grade }) => `${from} ${grade}`).toSorted()).toEqual(
      [foundry, council, science, office].map((id) => `${id} WORKS_TOGETHER`).toSorted(),
    );
    expect((await promises(alliance.id)).toSorted()).toEqual([foundry, council, science, office].toSorted());
    expect(await seen(alliance.slug)).toMatchObject({ state: 'FORMED', round: null });
    const acts = await app.query<{ latestActs: { verb: string }[] }>('{ latestActs(first: 20) { verb } }');
    expect(acts.data.latestActs.map(({ verb }) => verb)).toContain('alliance.formed');
  });

  it('is thrown away as a draft, and called off once others are asked, who are told why', async () => {
    const thrown = await draft([member(foundry), member(office)], { title: 'Nur ein Gedanke' });
    expect(await act('discardAllianceDraft', { id: thrown.id, expectedVersion: 7 })).toMatchObject({
      __typename: 'StaleVersion',
      current: 1,
    });
    expect(await act('discardAllianceDraft', version(thrown), delegateOf(foundry))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await act('callOffAlliance', { ...version(thrown), reason: 'Kein Geld.' })).toMatchObject({ code: 'STATE_DIFFERS' });
    await act('discardAllianceDraft', version(thrown));
    expect(await seen(thrown.slug, coordinator)).toBeNull();

    let alliance = await draft([member(foundry), member(office)], { title: 'Erst einmal nicht' });
    alliance = await act('inviteToAlliance', { ...version(alliance), deadlineOn: addDays(today, 14), onDecline: 'CONTINUE_WITHOUT' });
    expect(await act('callOffAlliance', { ...version(alliance), reason: ' ' })).toMatchObject({ code: 'TEXT_MISSING', field: 'reason' });
    expect(await act('callOffAlliance', { ...version(alliance), reason: 'x' }, delegateOf(foundry))).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    alliance = await act('callOffAlliance', { ...version(alliance), reason: 'Der Zuschuss kommt erst 2028.' });
    expect(alliance).toMatchObject({ state: 'CALLED_OFF', availableActions: [], formationRefusal: null });
    expect(await seen(alliance.slug)).toBeNull();
    expect(await seen(alliance.slug, delegateOf(foundry))).toMatchObject({ callOffReason: 'Der Zuschuss kommt erst 2028.' });
    expect(await slugs(delegateOf(foundry))).toContain(alliance.slug);
    expect(await say(alliance, foundry, 1, 'YES')).toMatchObject({ code: 'STATE_DIFFERS' });
    expect((await letters('Erst einmal nicht')).filter((each) => each.includes('wird nichts')).length).toBeGreaterThan(0);
  });

  it('is formed without anybody who speaks for the employees only with the reason, which everybody reads', async () => {
    let alliance = await draft([member(foundry), member(office)], { title: 'Ohne Rat' });
    alliance = await act('inviteToAlliance', { ...version(alliance), deadlineOn: addDays(today, 14), onDecline: 'CONTINUE_WITHOUT' });
    for (const who of [foundry, office]) alliance = await say(alliance, who, 1, 'YES');
    alliance = (await seen(alliance.slug, coordinator))!;
    expect(alliance).toMatchObject({ state: 'INVITING', employeesSide: 'NOT_ASKED' });
    const gaps = { ...version(alliance), nameGaps: true };
    expect(await act('formAlliance', gaps)).toMatchObject({ code: 'EMPLOYEES_SIDE_UNANSWERED', field: 'employeesNote' });
    alliance = await act('formAlliance', { ...gaps, employeesNote: 'Der Rat wird im Mai gewählt.' });
    expect(await seen(alliance.slug)).toMatchObject({
      state: 'FORMED',
      employeesSide: 'NOT_ASKED',
      employeesNote: 'Der Rat wird im Mai gewählt.',
    });
  });

  it('is drafted by a member, asks again when the text changes, and names its gap', async () => {
    const [own, other] = [delegateOf(foundry), delegateOf(council)];
    expect(await draft([member(council)], { draftedById: foundry }, own)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await draft([member(foundry)], { draftedById: foundry }, other)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await draft([member(foundry)], {}, own)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await draft([member(newId())], {})).toMatchObject({ code: 'ACTOR_UNKNOWN', field: 'members' });
    const unfinished = [member(foundry), { actorId: council }];
    let alliance = await draft(unfinished, { draftedById: foundry, title: 'Kleine Runde' }, own);
    const invitation = { deadlineOn: addDays(today, 14), onDecline: 'ABANDON' };
    expect(await act('inviteToAlliance', { ...version(alliance), ...invitation }, own)).toMatchObject({ code: 'COMMITMENT_INCOMPLETE' });
    const text = { title: 'Kleine Runde', purpose: 'Zwei fangen an.', members: [member(foundry), member(council)] };
    alliance = await act('changeAllianceDraft', { ...version(alliance), ...text }, own);
    alliance = await act('inviteToAlliance', { ...version(alliance), ...invitation }, own);
    await say(alliance, council, 1, 'YES_BUT', { change: 'Erst im Herbst.' });
    alliance = (await seen(alliance.slug, own))!;
    const again = { ...text, purpose: 'Zwei fangen im Herbst an.', deadlineOn: addDays(today, 20) };
    expect(await act('reviseAlliance', { ...version(alliance), ...again }, other)).toMatchObject({ code: 'NOT_PERMITTED' });
    alliance = await act('reviseAlliance', { ...version(alliance), ...again }, own);
    expect(alliance).toMatchObject({ round: { version: 2, difference: expect.arrayContaining([{ kind: 'ADDED' }]) as unknown } });
    alliance = await say(alliance, council, 2, 'YES');
    expect(alliance).toMatchObject({ state: 'INVITING', round: { state: 'AGREED' } });
    alliance = (await seen(alliance.slug, own))!;
    alliance = await act('formAlliance', { ...version(alliance), nameGaps: true, gapsNote: 'Amt und Wissenschaft fehlen noch.' }, own);
    expect(alliance).toMatchObject({ state: 'FORMED', gapsNote: 'Amt und Wissenschaft fehlen noch.' });
    expect(await seen(alliance.slug)).toMatchObject({ namedGaps: [{ kind: 'ADMINISTRATION' }, { kind: 'SCIENCE' }] });
    const milestoneId = newId();
    alliance = await act(
      'addAllianceMilestone',
      { ...version(alliance), milestoneId, text: 'Erster Kurs', dueOn: addDays(today, 9) },
      other,
    );
    expect(await act('activateAlliance', version(alliance), delegateOf(outsider))).toMatchObject({ code: 'NOT_PERMITTED' });
    alliance = await act('activateAlliance', version(alliance), other);
    const PROMISE = `mutation($input: PromiseForAllianceInput!) { promiseForAlliance(input: $input) {
      __typename ... on Commitment { nextStep standing } ... on Refused { code field } } }`;
    const task = { id: newId(), allianceId: alliance.id, actorId: council, text: 'Schichtpläne einsammeln', dueOn: addDays(today, 9) };
    const promise = async (change: object, viewer: Viewer) =>
      (await app.query<{ promiseForAlliance: object }>(PROMISE, { input: { ...task, ...change } }, { viewer })).data.promiseForAlliance;
    expect(await promise({}, own)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await promise({ actorId: outsider }, delegateOf(outsider))).toMatchObject({ code: 'NOT_A_MEMBER' });
    expect(await promise({ text: ' ' }, other)).toMatchObject({ code: 'TEXT_MISSING', field: 'text' });
    expect(await promise({ nextStep: 'Betriebsrat fragt die Teams' }, other)).toMatchObject({
      nextStep: 'Betriebsrat fragt die Teams',
      standing: 'OPEN',
    });
    await promise({}, other);
    expect(await promises(alliance.id)).toHaveLength(3);
    alliance = await act('reachAllianceMilestone', { ...version(alliance), milestoneId }, own);
    expect(alliance).toMatchObject({ state: 'ACTIVE', milestones: [{ id: milestoneId, reachedOn: today }] });
    const region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    const stance = { id: alliance.id, actorId: council, stance: 'Nur ohne Samstagsarbeit.' };
    expect(await act('stateAllianceStance', stance, own)).toMatchObject({ code: 'NOT_PERMITTED' });
    await act('stateAllianceStance', stance, other);
    const review = { reviewId: newId(), decision: 'CHANGE', summary: 'Weniger Treffen, mehr Kurse.' };
    alliance = (await seen(alliance.slug, own))!;
    alliance = await act('reviewAlliance', { ...version(alliance), ...review }, own);
    const read = await seen(alliance.slug);
    expect(read).toMatchObject({ nextReviewOn: addDays(today, 365), reviews: [{ decision: 'CHANGE', on: today }] });
    expect(read!.members.find(({ actorId }) => actorId === council)).toMatchObject({ stance: 'Nur ohne Samstagsarbeit.' });
    const calendar = (slug: string) => app.get(AllianceCalendarService).calendar(region, slug);
    expect(await calendar(alliance.slug)).toContain('SUMMARY:Zusage fällig: Schichtpläne einsammeln (');
    expect(await calendar(alliance.slug)).not.toContain('Erster Kurs');
    expect(await calendar('waerme-aus-nordkamp')).toBeNull();
    alliance = await act('concludeAlliance', { ...version(alliance), effect: 'Sechs haben gelernt.' }, own);
    expect(alliance).toMatchObject({ state: 'CONCLUDED', effect: 'Sechs haben gelernt.', availableActions: [] });
    expect(await promise({ id: newId() }, other)).toMatchObject({ code: 'STATE_DIFFERS' });
    expect((await facts(alliance.id)).edges).toMatchObject([{ until: today }, { until: today }]);
    const OF_ACTOR = 'query($id: ID!) { actorById(id: $id) { alliances { slug } } }';
    const ofActor = async (viewer: Viewer) =>
      (
        await app.query<{ actorById: { alliances: { slug: string }[] } }>(OF_ACTOR, { id: foundry }, { viewer })
      ).data.actorById.alliances.map(({ slug }) => slug);
    expect(await ofActor(VISITOR)).toContain('kleine-runde');
    expect(await ofActor(VISITOR)).not.toContain('waerme-aus-nordkamp');
    expect(await ofActor(coordinator)).toContain('waerme-aus-nordkamp');
  });
});
