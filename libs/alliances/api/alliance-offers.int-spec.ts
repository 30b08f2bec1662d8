import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, newId, systemClock } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import { AllianceCalendarService } from './alliance-calendar.service';
import { AlliancesModule } from './alliances.module';

const today = systemClock.today('Europe/Berlin');
const actorId = (key: string) => idFrom('harkenrode', 'actor', key);
const [foundry, council, utility] = ['a028', 'betriebsrat-nordkamp', 'a034'].map(actorId) as [string, string, string];
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };
const people = new Map<string, Viewer>();
function delegateOf(actor: string): Viewer {
  const viewer = people.get(actor) ?? {
    ...VISITOR,
    personId: newId(),
    name: 'Test',
    mandates: [{ id: newId(), actorId: actor, role: 'DELEGATE' as const, fromOn: '2020-01-01', untilOn: null }],
  };
  people.set(actor, viewer);
  return viewer;
}

const TERMS = 'commitment contributionKind amount { value unit } fromOn dueOn';
const FIELDS = `id slug state version employeesSide members { actorId state ${TERMS} }
  offers { id actorId state madeVersion former { ${TERMS} } offered { ${TERMS} } }
  round { version text deadlineOn difference { kind text } parties { actorId answer change } }
  charter { version text signatories { actorId agreedOn personName stance } }`;
interface Answered {
  __typename: string;
  code?: string;
  field?: string;
  id: string;
  slug: string;
  state: string;
  version: number;
  employeesSide: string | null;
  members: { actorId: string; state: string; amount: { value: number } | null }[];
  offers: { id: string; actorId: string; state: string; madeVersion: number | null }[];
  round: {
    version: number;
    text: string;
    deadlineOn: string;
    difference: { kind: string; text: string }[];
    parties: { actorId: string; answer: string | null; change: string | null }[];
  };
  charter: { signatories: { personName: string | null }[] } | null;
}
const money = (value: number) => ({
  ...{ commitment: 'Zahlt die Messung.', contributionKind: 'MONEY', amount: { value, unit: 'CENTS' } },
  ...{ fromOn: addDays(today, 10), dueOn: addDays(today, 90) },
});

describe('counter-offers', () => {
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
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const answered = await app.query<Record<string, Answered>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on Alliance { ${FIELDS} } ... on Refused { code field } } }`,
      { input },
      { viewer },
    );
    expect(answered.errors).toBeUndefined();
    return answered.data[name]!;
  };
  const seen = async (slug: string, viewer: Viewer) =>
    (await app.query<{ alliance: Answered }>(`query($slug: String!) { alliance(slug: $slug) { ${FIELDS} } }`, { slug }, { viewer })).data
      .alliance;
  const member = (actor: string) => ({ actorId: actor, commitment: 'Bringt ein, was da ist.', dueOn: addDays(today, 90) });
  const asked = async (title: string, members: object[]) => {
    const challengeId = idFrom('harkenrode', 'challenge', 'kernmacher');
    const draft = await act('draftAlliance', { id: newId(), challengeId, title, purpose: 'Alle lernen weiter.', members });
    return act('inviteToAlliance', {
      ...{ id: draft.id, expectedVersion: draft.version },
      ...{ deadlineOn: addDays(today, 14), onDecline: 'CONTINUE_WITHOUT' },
    });
  };
  const say = (alliance: Answered, actor: string, roundVersion: number, answer: string, more: object = {}) =>
    act('answerAllianceInvitation', { id: alliance.id, actorId: actor, roundVersion, answer, ...more }, delegateOf(actor));
  const answersOf = ({ round }: Answered) => Object.fromEntries(round.parties.map(({ actorId: id, answer }) => [id, answer]));
  const mails = async (subject: string) =>
    (
      await app
        .get(Database)
        .read<{ who: string }>(
          query('test.offerMails', `SELECT split_part(recipient, '@', 1) AS who FROM outgoing_mail WHERE subject LIKE $1 ORDER BY id`),
          [subject],
        )
    ).map(({ who }) => who);

  it('makes a version of its own at once, to which only its member has agreed, and tells who leads it', async () => {
    const alliance = await asked('Gegenangebot eins', [member(foundry), member(council), member(utility)]);
    await say(alliance, council, 1, 'YES');
    const next = await say(alliance, foundry, 1, 'YES_BUT', { offer: money(50_000) });
    expect(next).toMatchObject({
      state: 'INVITING',
      round: { version: 2 },
      offers: [{ actorId: foundry, state: 'TAKEN', madeVersion: 2 }],
    });
    expect(answersOf(next)).toEqual({ [foundry]: 'YES', [council]: null, [utility]: null });
    expect(next.round.text).toContain('Zahlt die Messung. (Geld: 500 Euro; vom ');
    expect(next.round.difference.some(({ kind, text }) => kind === 'ADDED' && text.includes('Geld:'))).toBe(true);
    expect(next.round.deadlineOn).toBe(addDays(today, 14));
    expect(await mails('%neue Fassung%„Gegenangebot eins“')).not.toContain('info');
    expect(await mails('%Gegenangebot in der Allianz „Gegenangebot eins“')).toEqual(['jonas.petri', 'meryem.arslan']);
    // Whoever was asked only about itself sees the offers; nobody else does.
    expect((await seen(alliance.slug, delegateOf(council))).offers).toHaveLength(1);
  });

  it('lets who leads it go back to the former text, which asks all again', async () => {
    const alliance = await asked('Gegenangebot zurück', [member(foundry), member(council)]);
    const next = await say(alliance, foundry, 1, 'YES_BUT', { offer: money(50_000), change: 'Mehr geht nicht.' });
    const [offer] = next.offers;
    const undo = { id: next.id, expectedVersion: next.version, offerId: offer!.id, deadlineOn: addDays(today, 7) };
    expect(await act('undoAllianceOffer', undo, delegateOf(council))).toMatchObject({ code: 'NOT_PERMITTED' });
    const back = await act('undoAllianceOffer', undo);
    expect(back).toMatchObject({ round: { version: 3 }, offers: [{ state: 'UNDONE', madeVersion: 2 }] });
    expect(answersOf(back)).toEqual({ [foundry]: null, [council]: null });
    expect(back.members.every(({ amount }) => amount === null)).toBe(true);
    expect(await act('undoAllianceOffer', { ...undo, expectedVersion: back.version })).toMatchObject({ code: 'OFFER_UNKNOWN' });
  });

  it('gathers what is offered to a version that came of an offer, until all have answered, and ends after two for each', async () => {
    const alliance = await asked('Gegenangebote reihum', [member(foundry), member(council), member(utility)]);
    await say(alliance, foundry, 1, 'YES_BUT', { offer: money(1) });
    const waits = await say(alliance, council, 2, 'YES_BUT', { offer: { commitment: 'Weniger.', dueOn: addDays(today, 90) } });
    expect(waits).toMatchObject({ round: { version: 2 }, offers: [{ actorId: council, state: 'WAITING' }, { actorId: foundry }] });
    expect(waits.round.parties.find(({ actorId: id }) => id === council)).toMatchObject({
      answer: 'YES_BUT',
      change: expect.stringContaining('„Weniger. (bis ') as string,
    });
    const third = await say(alliance, utility, 2, 'YES_BUT', { offer: money(2) });
    expect(third.round.version).toBe(3);
    expect(answersOf(third)).toEqual({ [foundry]: null, [council]: 'YES', [utility]: 'YES' });
    const fourth = await say(alliance, foundry, 3, 'YES_BUT', { offer: money(3) });
    expect(fourth.round.version).toBe(4);
    expect(await say(alliance, foundry, 4, 'YES_BUT', { offer: money(4) })).toMatchObject({ code: 'OFFERS_USED_UP' });
    expect(await say(alliance, foundry, 4, 'YES_BUT', { change: 'Noch weniger.' })).toMatchObject({ round: { version: 4 } });
  });

  it('refuses what it cannot be: somebody else’s contribution, an old version, money without a sum, the same again', async () => {
    const alliance = await asked('Gegenangebot verweigert', [member(foundry), member(council)]);
    const offering = (viewer: Viewer, more: object) =>
      act('answerAllianceInvitation', { id: alliance.id, actorId: foundry, roundVersion: 1, answer: 'YES_BUT', ...more }, viewer);
    expect(await offering(delegateOf(council), { offer: money(5) })).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await offering(delegateOf(foundry), { offer: money(5), roundVersion: 7 })).toMatchObject({ code: 'OLD_VERSION' });
    expect(await offering(delegateOf(foundry), { offer: { ...money(5), amount: null } })).toMatchObject({ code: 'AMOUNT_MISSING' });
    expect(await offering(delegateOf(foundry), { offer: { ...money(5), fromOn: addDays(today, 91) } })).toMatchObject({
      code: 'FROM_AFTER_DUE',
    });
    const same = { commitment: 'Bringt ein, was da ist.', dueOn: addDays(today, 90) };
    expect(await offering(delegateOf(foundry), { offer: same })).toMatchObject({ code: 'OFFER_UNCHANGED' });
    expect(await seen(alliance.slug, coordinator)).toMatchObject({ offers: [], round: { version: 1 } });
  });

  it('leaves out who declined, and remembers that the employees’ side was asked when it is replaced', async () => {
    const alliance = await asked('Ohne den Rat', [member(foundry), member(council), member(utility)]);
    await say(alliance, council, 1, 'NO');
    const next = await say(alliance, foundry, 1, 'YES_BUT', { offer: money(50_000) });
    expect(next.members.find(({ actorId: id }) => id === council)).toMatchObject({ state: 'DECLINED' });
    expect(answersOf(next)).toEqual({ [foundry]: 'YES', [utility]: null });
    const replaced = await act('replaceAllianceMember', {
      ...{ id: next.id, expectedVersion: next.version, actorId: council },
      ...{ by: member(actorId('a024')), deadlineOn: addDays(today, 7) },
    });
    expect(replaced).toMatchObject({ employeesSide: 'ASKED', round: { version: 3 } });
  });

  it('enters kind, amount and days as Zusagen, and shows everybody the charter, persons only to those who were asked', async () => {
    const terms = { contributionKind: 'PEOPLE', amount: { value: 120, unit: 'HOURS' }, fromOn: addDays(today, 20) };
    const alliance = await asked('Charta', [{ ...member(foundry), ...terms }, member(council)]);
    await say(alliance, foundry, 1, 'YES');
    const agreed = await say(alliance, council, 1, 'YES');
    const formed = await act('formAlliance', { id: agreed.id, expectedVersion: agreed.version, nameGaps: true });
    expect(formed.state).toBe('FORMED');
    const { data } = await app.query<{ commitments: { edges: { node: object }[] } }>(
      `query($id: ID) { commitments(first: 9, filter: { purposeId: $id }) { edges { node { actorId contributionKind amount { value unit } fromOn } } } }`,
      { id: alliance.id },
    );
    expect(data.commitments.edges.map(({ node }) => node)).toContainEqual({ actorId: foundry, ...terms });
    expect(await seen(alliance.slug, VISITOR)).toMatchObject({
      charter: {
        version: 1,
        text: expect.stringContaining('(Personal: 120 Stunden; vom ') as string,
        signatories: [
          { actorId: foundry, agreedOn: today, personName: null },
          { actorId: council, agreedOn: today, personName: null },
        ],
      },
      offers: [],
    });
    const region = (await app.get(RegionService).choose('harkenrode'))!;
    const calendar = await app.get(AllianceCalendarService).calendar(region, alliance.slug);
    expect(calendar?.replaceAll('\r\n ', '')).toContain('SUMMARY:Zusage beginnt: Bringt ein\\, was da ist. – Personal: 120 Stunden');
  });

  it('takes nothing but whole amounts of the kind in question', async () => {
    const draft = (contribution: object) => {
      const challengeId = idFrom('harkenrode', 'challenge', 'kernmacher');
      const members = [{ ...member(foundry), ...contribution }];
      return act('draftAlliance', { id: newId(), challengeId, title: 'Mengen', purpose: 'Zählt.', members });
    };
    expect(await draft({ contributionKind: 'ROOMS', amount: { value: 1, unit: 'CENTS' } })).toMatchObject({
      code: 'AMOUNT_UNFIT',
      field: 'members',
    });
    expect(await draft({ contributionKind: 'MONEY', amount: { value: -1, unit: 'CENTS' } })).toMatchObject({ code: 'AMOUNT_INVALID' });
    expect(await draft({ contributionKind: 'MONEY', amount: null })).toMatchObject({
      members: [{ contributionKind: 'MONEY', amount: null }],
    });
  });
});
