import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, newId, systemClock } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import { InitiativesModule } from './initiatives.module';

const today = systemClock.today('Europe/Berlin');
const actor = (key: string) => idFrom('harkenrode', 'actor', key);
const [kompass, stadtwerke, council, park] = ['a040', 'a034', 'betriebsrat-nordkamp', 'logistikpark'].map(actor) as [
  string,
  string,
  string,
  string,
];

function delegateOf(actorId: string): Viewer {
  return {
    ...VISITOR,
    personId: newId(),
    name: 'Test',
    mandates: [{ id: newId(), actorId, role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
  };
}

interface Shown {
  __typename: string;
  id: string;
  slug: string;
  state: string;
  version: number;
  availableActions: string[];
  partners: { actorId: string; state: string }[];
  consentRound: {
    version: number;
    state: string;
    text: string;
    difference: { kind: string }[] | null;
    parties: { answer: string | null }[];
  } | null;
  code?: string;
}

const PARTS = `__typename ... on Initiative { id slug state version availableActions partners { actorId state }
  consentRound { version state text difference { kind text } parties { actorId answer } } } ... on Refused { code field } ... on StaleVersion { current }`;

const words = {
  title: 'Ein Bus zur Frühschicht',
  kind: 'PROJECT',
  summary: 'Um vier Uhr fährt heute nichts. Wir fahren ein halbes Jahr zur Probe.',
};

describe('initiatives', () => {
  let app: TestApp;

  const act = async (name: string, type: string, input: object, viewer: Viewer): Promise<Shown> => {
    const answered = await app.query<Record<string, Shown>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { ${PARTS} } }`,
      { input },
      { viewer },
    );
    expect(answered.errors).toBeUndefined();
    return answered.data[name]!;
  };
  const see = async (slug: string, viewer: Viewer): Promise<Shown | null> => {
    const { data } = await app.query<{ initiative: Shown | null }>(
      `query($slug: String!) { initiative(slug: $slug) { id state partners { actorId state } consentRound { version state text } } }`,
      { slug },
      { viewer },
    );
    return data.initiative;
  };
  const factsOf = async (id: string): Promise<Facts> => {
    await app.project();
    const row = await app
      .get(Database)
      .readOne<{ facts: Facts }>(query('test.facts', 'SELECT facts FROM graph_fact WHERE owner_id = $1'), [id]);
    return row?.facts ?? { nodes: [], edges: [] };
  };

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        AgreementsModule,
        InitiativesModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());

  it('lists what runs before what is over, and filters', async () => {
    const ask = async (filter: object) => {
      const { data } = await app.query<{ initiatives: { edges: { node: { state: string; kind: string } }[] } }>(
        'query($filter: InitiativeFilterInput) { initiatives(first: 100, filter: $filter) { edges { node { state kind } } } }',
        { filter },
      );
      return data.initiatives.edges.map(({ node }) => node);
    };
    const states = (await ask({})).map(({ state }) => state);
    expect(states).toContain('ACTIVE');
    expect(states).not.toContain('PROPOSED');
    expect(states.lastIndexOf('ACTIVE')).toBeLessThan(states.indexOf('FINISHED'));
    expect(new Set((await ask({ kinds: ['LIVING_LAB'] })).map(({ kind }) => kind))).toEqual(new Set(['LIVING_LAB']));
  });

  it('makes a tie when the invited partner accepts, and not before', async () => {
    const id = newId();
    const lead = delegateOf(park);
    const made = await act('registerInitiative', 'RegisterInitiativeInput', { ...words, id, leadId: park, begun: true }, lead);
    expect(made).toMatchObject({ __typename: 'Initiative', state: 'ACTIVE', partners: [] });
    await act('invitePartner', 'InvitePartnerInput', { id, actorId: kompass }, lead);
    expect((await factsOf(id)).edges.map(({ from }) => from)).toEqual([park]);
    expect((await see(made.slug, VISITOR))!.partners).toEqual([]);

    expect(await act('acceptInvitation', 'PartnerInput', { id, actorId: kompass }, delegateOf(stadtwerke))).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const joined = await act('acceptInvitation', 'PartnerInput', { id, actorId: kompass }, delegateOf(kompass));
    expect(joined.partners).toEqual([{ actorId: kompass, state: 'ACCEPTED' }]);
    expect((await factsOf(id)).edges).toEqual([
      expect.objectContaining({ from: park, role: 'LEAD', grade: 'WORKS_TOGETHER' }),
      expect.objectContaining({ from: kompass, role: 'PARTNER', grade: 'WORKS_TOGETHER', since: today }),
    ]);
    const mails = await app
      .get(Database)
      .read<{ subject: string }>(query('test.mails', `SELECT subject FROM outgoing_mail WHERE subject LIKE '%Ein Bus%'`), []);
    expect(mails.length).toBeGreaterThan(0);
  });

  it('begins a joint Vorhaben when all agree to the same version, and shows nothing of it before', async () => {
    const id = newId();
    const lead = delegateOf(kompass);
    const wish = { ...words, id, leadId: kompass, partnerIds: [stadtwerke, council], deadlineOn: addDays(today, 14), onDecline: 'ABANDON' };
    const proposed = await act('proposeInitiative', 'ProposeInitiativeInput', wish, lead);
    expect(proposed).toMatchObject({ state: 'PROPOSED', consentRound: { version: 1, state: 'OPEN', difference: null } });
    expect(await see(proposed.slug, VISITOR)).toBeNull();
    expect((await factsOf(id)).edges).toEqual([]);

    await act('answerProposal', 'AnswerProposalInput', { id, actorId: stadtwerke, version: 1, answer: 'YES' }, delegateOf(stadtwerke));
    const but = { id, actorId: council, version: 1, answer: 'YES_BUT', change: 'Nur mit Fahrten auch am Samstag.' };
    await act('answerProposal', 'AnswerProposalInput', but, delegateOf(council));
    const { version } = (await act(
      'reviseProposal',
      'ReviseProposalInput',
      { ...words, id, expectedVersion: 0, deadlineOn: addDays(today, 14) },
      lead,
    )) as Shown & { version: number };
    expect(version).toBeUndefined();

    const current = proposed.version + 2;
    const again = { ...words, summary: `${words.summary} Auch am Samstag.`, id, expectedVersion: current, deadlineOn: addDays(today, 14) };
    const revised = await act('reviseProposal', 'ReviseProposalInput', again, lead);
    expect(revised.consentRound).toMatchObject({ version: 2, state: 'OPEN' });
    expect(revised.consentRound!.difference!.map(({ kind }) => kind)).toContain('ADDED');
    expect(revised.consentRound!.parties.filter(({ answer }) => answer === 'YES')).toHaveLength(1);

    await act('answerProposal', 'AnswerProposalInput', { id, actorId: stadtwerke, version: 2, answer: 'YES' }, delegateOf(stadtwerke));
    expect((await factsOf(id)).edges).toEqual([]);
    const agreed = await act(
      'answerProposal',
      'AnswerProposalInput',
      { id, actorId: council, version: 2, answer: 'YES' },
      delegateOf(council),
    );
    expect(agreed).toMatchObject({ state: 'ACTIVE', consentRound: { state: 'AGREED' } });
    expect((await factsOf(id)).edges.map(({ from }) => from).sort()).toEqual([kompass, stadtwerke, council].sort());
    expect((await see(proposed.slug, VISITOR))!.consentRound).toBeNull();
  });

  it('loads proposals that can be answered, and lists them for those who have not', async () => {
    const haulier = actor('a025');
    const awaited = async (viewer: Viewer) => {
      const { data } = await app.query<{ initiativesAwaitingAnswer: { id: string; slug: string }[] }>(
        'query { initiativesAwaitingAnswer { id slug } }',
        {},
        { viewer },
      );
      return data.initiativesAwaitingAnswer.map(({ slug }) => slug);
    };
    const slug = 'fruehbus-gewerbegebiet-ost';
    expect(await awaited(delegateOf(park))).toContain(slug);
    expect(await awaited(delegateOf(haulier))).not.toContain(slug);
    const id = idFrom('harkenrode', 'initiative', 'fruehbus');
    expect((await factsOf(id)).edges).toEqual([]);
    const input = { id, actorId: park, version: 1, answer: 'YES' };
    expect(await act('answerProposal', 'AnswerProposalInput', input, delegateOf(kompass))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await act('answerProposal', 'AnswerProposalInput', input, delegateOf(park))).toMatchObject({ state: 'ACTIVE' });
    expect((await factsOf(id)).edges.map(({ from }) => from).sort()).toEqual([stadtwerke, haulier, park].sort());
    expect(await awaited(delegateOf(park))).not.toContain(slug);
  });

  it('keeps a proposal of which nothing came between those it was put to, and asks nobody any more', async () => {
    const propose = async () => {
      const input = { ...words, id: newId(), leadId: kompass, partnerIds: [council], deadlineOn: addDays(today, 14), onDecline: 'ABANDON' };
      return act('proposeInitiative', 'ProposeInitiativeInput', input, delegateOf(kompass));
    };
    const declined = await propose();
    const no = { id: declined.id, actorId: council, version: 1, answer: 'NO' };
    expect(await act('answerProposal', 'AnswerProposalInput', no, delegateOf(council))).toMatchObject({ state: 'ABANDONED' });
    const calledOff = await propose();
    const off = { id: calledOff.id, expectedVersion: calledOff.version, reason: 'Kein Geld' };
    expect(await act('abandonInitiative', 'AbandonInitiativeInput', off, delegateOf(kompass))).toMatchObject({
      state: 'ABANDONED',
      consentRound: { state: 'CLOSED' },
    });
    for (const { id, slug } of [declined, calledOff]) {
      expect(await see(slug, VISITOR)).toBeNull();
      expect((await see(slug, delegateOf(council)))!.state).toBe('ABANDONED');
      expect((await factsOf(id)).nodes).toEqual([]);
      const acts = query('test.acts', `SELECT verb FROM act WHERE subject_id = $1 AND audience = 'PUBLIC'`);
      expect(await app.get(Database).read(acts, [id])).toEqual([]);
    }
    const waiting = await app.query<{ unansweredConsentRounds: { subject: { id: string } }[] }>(
      'query { unansweredConsentRounds { subject { id } } }',
      {},
      { viewer: delegateOf(council) },
    );
    expect(waiting.data.unansweredConsentRounds.map(({ subject }) => subject.id)).not.toContain(calledOff.id);
  });

  it('shows on a Steckbrief what an organisation does, a proposal only to those it is put to', async () => {
    const titles = async (viewer: Viewer) => {
      const { data, errors } = await app.query<{ actorById: { initiatives: { title: string; state: string }[] } }>(
        'query($id: ID!) { actorById(id: $id) { initiatives { title state } } }',
        { id: kompass },
        { viewer },
      );
      expect(errors).toBeUndefined();
      return data.actorById.initiatives;
    };
    const wish = { ...words, title: 'Noch im Gespräch', id: newId(), leadId: kompass, partnerIds: [stadtwerke] };
    const lead = delegateOf(kompass);
    await act('proposeInitiative', 'ProposeInitiativeInput', { ...wish, deadlineOn: addDays(today, 14), onDecline: 'ABANDON' }, lead);
    const [publicly, own] = [await titles(VISITOR), await titles(lead)];
    expect(publicly.map(({ state }) => state)).toContain('ACTIVE');
    expect(publicly.map(({ title }) => title)).not.toContain('Noch im Gespräch');
    expect(own).toContainEqual({ title: 'Noch im Gespräch', state: 'PROPOSED' });
  });

  it('takes promises of those who take part only', async () => {
    const [node] = (
      await app.query<{ initiatives: { edges: { node: { id: string; leadId: string } }[] } }>(
        'query { initiatives(first: 1, filter: { states: [ACTIVE] }) { edges { node { id leadId } } } }',
      )
    ).data.initiatives.edges.map((edge) => edge.node);
    const promise = async (actorId: string, viewer: Viewer) => {
      const input = { id: newId(), initiativeId: node!.id, actorId, text: 'Zwei Plätze', dueOn: addDays(today, 30) };
      const { data } = await app.query<{ promiseForInitiative: { __typename: string } }>(
        'mutation($input: PromiseForInitiativeInput!) { promiseForInitiative(input: $input) { __typename } }',
        { input },
        { viewer },
      );
      return data.promiseForInitiative.__typename;
    };
    expect(await promise(node!.leadId, delegateOf(node!.leadId))).toBe('Commitment');
    const stranger = actor('hammerschmiede');
    expect(await promise(stranger, delegateOf(stranger))).toBe('Refused');
    expect(await promise(node!.leadId, delegateOf(stranger))).toBe('Refused');
  });

  it('reports Dortmund without saying more than the file', async () => {
    const { data } = await app.query<{
      initiatives: {
        edges: { node: { leadCertainty: string; sourceNote: string | null; partners: { state: string }[]; events: { state: string }[] } }[];
      };
    }>('{ initiatives(first: 100) { edges { node { leadCertainty sourceNote partners { state } events { state } } } } }', {}, {
      region: await app.get(RegionService).choose('dortmund'),
    } as never);
    const nodes = data.initiatives.edges.map(({ node }) => node);
    expect(nodes.length).toBeGreaterThan(5);
    expect(nodes.flatMap(({ partners }) => partners.map(({ state }) => state)).filter((state) => state !== 'STATED')).toEqual([]);
    expect(nodes.map(({ leadCertainty }) => leadCertainty)).not.toContain('CONFIRMED');
    expect(nodes.every(({ sourceNote }) => sourceNote !== null)).toBe(true);
    const leads = await app
      .get(Database)
      .read<{ state: string; certainty: string }>(
        query(
          'test.leads',
          `SELECT DISTINCT p.state, i.lead_certainty AS certainty FROM participation_v1 p JOIN initiative i ON i.id = p.initiative_id WHERE p.role = 'LEAD'`,
        ),
      );
    expect(leads.map(({ certainty, state }) => `${certainty} ${state}`).sort()).toEqual(['CONFIRMED ACCEPTED', 'REPORTED STATED']);
  });
});
