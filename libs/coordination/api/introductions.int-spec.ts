import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { addDays, idFrom, newId, systemClock, type LocalDate } from '@knotenpunkt/kernel';
import { MailQuestionService } from '@knotenpunkt/notices/api';
import { Database, query } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import { CoordinationModule } from './coordination.module';

const actorId = (key: string) => idFrom('harkenrode', 'actor', key);
/** Alte Hasen e. V., the chamber of crafts and the utility: the first and the last do not work together, the chamber works with both. */
const [first, between, second] = ['a019', 'a022', 'a034'].map(actorId) as [string, string, string];
const [union, haulier, stranger] = ['a001', 'a025', 'a008'].map(actorId) as [string, string, string];
const PERSON_OF: Record<string, string> = { [first]: 'bernd.hasselkamp', [between]: 'marek.dudzik', [second]: 'sevgi.rautenberg' };
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };
/** The demo person of an organisation, where it has one. */
const acting = (actor: string, role: MandateRole = 'DELEGATE'): Viewer => ({
  ...VISITOR,
  personId: PERSON_OF[actor] ? idFrom('harkenrode', 'person', PERSON_OF[actor]) : newId(),
  name: 'Test',
  mandates: [{ id: newId(), actorId: actor, role, fromOn: '2020-01-01', untilOn: null }],
});

const PARTS = `... on Introduction { id version state textVersion agreedOn outcome awaits availableActions answerableFor
  sides { side actorId answer note } contacts { side name email } joint { type id title } became { title } }`;
const partsOf = (mutation: string) =>
  /Mail/.test(mutation) ? '... on MailQuestion { state remindOn }' : /Introduction|Meeting/.test(mutation) ? PARTS : '';
interface Shown {
  __typename: string;
  code?: string;
  field?: string;
  id: string;
  version: number;
  state: string;
  textVersion: number;
  awaits: string | null;
  availableActions: string[];
  sides: { side: string; actorId: string; answer: string | null; note: string }[];
  contacts: { side: string; name: string; email: string }[];
  joint: { type: string; id: string; title: string }[];
  became: { title: string } | null;
}

describe('introductions', () => {
  let app: TestApp;
  let seeded: string[];
  let today: LocalDate = systemClock.today('Europe/Berlin');
  const begun = today;

  beforeAll(async () => {
    app = await createTestApp({
      clock: { now: () => new Date(`${today}T10:00:00Z`), today: () => today },
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ...[ActorsModule, AgreementsModule, InitiativesModule, ChallengesModule, AlliancesModule, CoordinationModule],
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    await app.project();
    seeded = (await read<{ state: string }>('SELECT state FROM introduction ORDER BY state')).map(({ state }) => state);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    today = begun;
    // Each begins with nobody introduced to anybody.
    await read(`DELETE FROM introduction RETURNING id`);
    await read(`DELETE FROM mail_question RETURNING id`);
  });

  const names: string[] = [];
  const read = <Row>(sql: string, ...parameters: unknown[]) => {
    if (!names.includes(sql)) names.push(sql);
    return app.get(Database).read<Row>(query(`test.introductions${names.indexOf(sql)}`, sql), parameters);
  };
  const act = async (name: string, input: object, viewer: Viewer, type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`) => {
    const { data, errors } = await app.query<Record<string, Shown>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on Refused { code field } ${partsOf(name)} } }`,
      { input },
      { viewer },
    );
    expect(errors).toBeUndefined();
    return data[name]!;
  };
  const wish = (more: object = {}) => ({
    ...{ id: newId(), askedById: first, firstId: first, goBetweenId: between, secondId: second },
    ...{ purpose: 'Meister erzählen im Heizhaus', reason: 'Alte Hasen begleiten Lehrlinge.', ...more },
  });
  const ask = (more: object = {}, viewer = acting(first)) => act('askForIntroduction', wish(more), viewer);
  const say = (one: { id: string }, actor: string, answer: string, more: object = {}) =>
    act('answerIntroduction', { id: one.id, actorId: actor, textVersion: 1, answer, ...more }, acting(actor));
  const look = async (id: string, viewer: Viewer) =>
    (await app.query<{ introduction: Shown | null }>(`query($id: ID!) { introduction(id: $id) { ${PARTS} } }`, { id }, { viewer })).data
      .introduction;
  const SENT = `SELECT recipient AS to, subject, body AS text FROM outgoing_mail ORDER BY id`;
  const mails = async () =>
    (await read<{ to: string; text: string; subject: string }>(SENT)).map(({ to, ...mail }) => ({ ...mail, to: to.split('@')[0]! }));
  /** The mails that went out while something was done. */
  const mailsOf = async (work: () => Promise<unknown>) => {
    const { length } = await mails();
    await work();
    return (await mails()).slice(length);
  };
  const tokenIn = (text: string) => /\/antwort\/([\w-]{43})/.exec(text)![1]!;
  const lookAfter = async () => app.get(MailQuestionService).lookAfter((await app.get(RegionService).choose('harkenrode'))!);
  const agreed = async () => {
    const one = await ask();
    return say(await say(one, between, 'YES'), second, 'YES');
  };

  it('come with the invented region, one to be answered and one agreed', () => {
    expect(seeded).toEqual(['AGREED', 'ASKED']);
  });

  it('tell of a suggestion that it was taken up and that the two were introduced, and nobody who declined', async () => {
    const shown = `INSERT INTO match_outcome (id, region_id, kind, asker_id, suggested_id, certainty, shown_on)
      SELECT uuidv7(), region_id, 'PARTNER', $1, $2, 'ATTEMPT', $3 FROM actor_v1 WHERE id = $1 RETURNING id`;
    const came = `SELECT accepted_on AS accepted, introduced_on AS introduced FROM match_outcome
      WHERE asker_id = ANY($1) AND suggested_id = ANY($1) ORDER BY accepted_on`;
    const ends = [first, second];
    await read(shown, first, second, begun);
    await read(shown, second, first, begun);
    await say(await ask(), between, 'NO');
    const none = { accepted: null, introduced: null };
    expect(await read(came, ends)).toEqual([{ ...none, accepted: begun }, none]);
    today = addDays(begun, 100);
    await agreed();
    const introduced = today;
    expect(await read(came, ends)).toEqual([
      { accepted: begun, introduced },
      { ...none, introduced },
    ]);
  });

  it('are seen by the three and the coordination only', async () => {
    const { id } = await ask();
    for (const viewer of [acting(first), acting(between, 'EDITOR'), acting(second), coordinator]) {
      expect((await look(id, viewer))?.id).toBe(id);
      const listed = await app.query<{ introductions: { edges: { node: { id: string } }[] } }>(
        '{ introductions { edges { node { id } } } }',
        {},
        { viewer },
      );
      expect(listed.data.introductions.edges.map(({ node }) => node.id)).toEqual([id]);
    }
    expect(await look(id, acting(stranger))).toBeNull();
    const listed = await app.query<{ introductions: { edges: unknown[] } }>(
      '{ introductions { edges { node { id } } } }',
      {},
      { viewer: acting(stranger) },
    );
    expect(listed.data.introductions.edges).toEqual([]);
    expect(await act('withdrawIntroduction', { id, expectedVersion: 1 }, acting(stranger), 'IntroductionVersionInput')).toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('are answered by the link in a mail: "Später" brings one more reminder, "Nein" keeps why to itself, a "Ja" is the person’s own', async () => {
    const sent = await mailsOf(ask);
    expect(sent.map(({ to }) => to).toSorted()).toEqual(['marek.dudzik', 'sevgi.rautenberg']);
    const [ofBetween, ofSecond] = ['marek', 'sevgi'].map((who) => tokenIn(sent.find(({ to }) => to.startsWith(who))!.text));
    const shown = await app.query<{ mailQuestion: object }>(
      'query($token: String!) { mailQuestion(token: $token) { state actorName asker title text lead obligation answers mayAgree } }',
      { token: ofSecond },
    );
    expect(shown.data.mailQuestion).toMatchObject({
      state: 'OPEN',
      actorName: 'Stadtwerke Ostwalden',
      asker: 'Alte Hasen e. V.',
      title: 'Meister erzählen im Heizhaus',
      text: 'Alte Hasen begleiten Lehrlinge.',
      answers: ['YES', 'YES_BUT', 'NO', 'LATER'],
      mayAgree: true,
    });
    const byMail = (token: string, answer: string, change?: string) =>
      act('answerMailQuestion', { token, answer, change }, VISITOR, 'AnswerMailQuestionInput');
    expect(await byMail(ofSecond!, 'LATER')).toMatchObject({ state: 'OPEN', remindOn: addDays(today, 7) });
    const [{ id }] = (await read<{ id: string }>(`SELECT id FROM introduction`)) as [{ id: string }];
    expect((await look(id, acting(first)))!.sides[2]).toMatchObject({ answer: 'LATER' });
    await byMail(ofBetween!, 'YES');
    today = addDays(begun, 7);
    const reminders = await mailsOf(lookAfter);
    expect(reminders.map(({ to }) => to)).toEqual(['sevgi.rautenberg']);
    expect(await mailsOf(lookAfter)).toEqual([]);
    expect(await byMail(ofSecond!, 'YES')).toMatchObject({ state: 'ANSWERED' });
    expect(await look(id, acting(first))).toMatchObject({ state: 'AGREED', agreedOn: today });
    expect(await byMail(ofSecond!, 'NO')).toMatchObject({ code: 'LINK_ENDED' });
  });

  it.each([
    ['keeps why', false],
    ['tells the others why, where that is wished', true],
  ])('a "Nein" by the link in a mail %s', async (_, reasonShared) => {
    const sent = await mailsOf(ask);
    const token = tokenIn(sent.find(({ to }) => to.startsWith('sevgi'))!.text);
    const { data } = await app.query<{ mailQuestion: { reason: object } }>(
      'query($token: String!) { mailQuestion(token: $token) { reason { question hint share } } }',
      { token },
      { language: 'de' },
    );
    expect(data.mailQuestion.reason).toMatchObject({ question: 'Warum nicht?', share: 'Die anderen dürfen lesen, warum' });
    const said = { token, answer: 'NO', reason: 'Uns fehlt die Zeit.', reasonShared };
    expect(await act('answerMailQuestion', said, VISITOR, 'AnswerMailQuestionInput')).toMatchObject({ state: 'ANSWERED' });
    const [{ id }] = (await read<{ id: string }>(`SELECT id FROM introduction`)) as [{ id: string }];
    expect((await look(id, acting(second)))!.sides[2]).toMatchObject({ answer: 'NO', note: 'Uns fehlt die Zeit.' });
    for (const viewer of [acting(first), acting(between), coordinator])
      expect((await look(id, viewer))!.sides[2]).toMatchObject({ answer: 'NO', note: reasonShared ? 'Uns fehlt die Zeit.' : '' });
  });

  it('are asked in the language in which each reads', async () => {
    await read(`UPDATE auth."user" SET language = 'en' WHERE email LIKE 'marek.dudzik@%' RETURNING id`);
    const sent = await mailsOf(ask);
    await read(`UPDATE auth."user" SET language = NULL RETURNING id`);
    const subjectOf = (who: string) => sent.find(({ to }) => to.startsWith(who))!.subject;
    expect(subjectOf('marek')).toBe('Knotenpunkt: Will you introduce Alte Hasen e. V. and Stadtwerke Ostwalden to each other?');
    expect(subjectOf('sevgi')).toBe('Knotenpunkt: Kammer des Handwerks Ostwalden soll Ihnen Alte Hasen e. V. vorstellen');
  });

  it('end with a "Nein"; why is read by nobody else unless wanted, and the same two are left alone for a while', async () => {
    const one = await ask();
    await say(one, between, 'YES');
    const sent = await mailsOf(() => say(one, second, 'NO', { note: 'Zu viel zu tun.' }));
    expect(sent.map(({ to }) => to).toSorted()).toEqual(['bernd.hasselkamp', 'marek.dudzik']);
    expect(sent.some(({ text }) => text.includes('Zu viel'))).toBe(false);
    for (const viewer of [acting(first), acting(between), coordinator])
      expect((await look(one.id, viewer))!.sides[2]).toMatchObject({ answer: 'NO', note: '' });
    expect((await look(one.id, acting(second)))!.sides[2]).toMatchObject({ note: 'Zu viel zu tun.' });
    expect(await ask()).toMatchObject({ code: 'RECENTLY_DECLINED' });
    today = addDays(begun, 90);
    expect(await ask()).toMatchObject({ state: 'ASKED' });
  });

  it('ask everybody again about a changed text', async () => {
    const one = await ask();
    await say(one, between, 'YES');
    const told = await mailsOf(() => say(one, second, 'YES_BUT', { note: 'Erst im Mai.' }));
    expect(told.map(({ to, text }) => [to, text.includes('Erst im Mai.')])).toEqual([['bernd.hasselkamp', true]]);
    const now = (await look(one.id, acting(first)))!;
    expect(now).toMatchObject({ awaits: 'CHANGE', sides: [{}, {}, { note: 'Erst im Mai.' }] });
    const revised = { id: one.id, expectedVersion: now.version, purpose: 'Im Mai: Meister erzählen', reason: 'Im Mai ist Zeit.' };
    const sent = await mailsOf(() => act('reviseIntroduction', revised, acting(first)));
    expect(sent.map(({ to }) => to).toSorted()).toEqual(['marek.dudzik', 'sevgi.rautenberg']);
    expect(await say(one, second, 'YES')).toMatchObject({ code: 'OLD_VERSION' });
    await say(one, second, 'YES', { textVersion: 2 });
    expect(await look(one.id, acting(first))).toMatchObject({ state: 'ASKED' });
    expect(await say(one, between, 'YES', { textVersion: 2 })).toMatchObject({ state: 'AGREED' });
  });

  it('remind once and end as "Keine Antwort"', async () => {
    const { id } = await ask();
    await say({ id }, between, 'YES');
    today = addDays(begun, 18);
    expect((await mailsOf(lookAfter)).map(({ to }) => to)).toEqual(['sevgi.rautenberg']);
    expect(await mailsOf(lookAfter)).toEqual([]);
    today = addDays(begun, 21);
    await lookAfter();
    expect(await look(id, acting(first))).toMatchObject({ state: 'ASKED' });
    today = addDays(begun, 22);
    const sent = await mailsOf(lookAfter);
    expect(sent.map(({ to }) => to).toSorted()).toEqual(['bernd.hasselkamp', 'marek.dudzik']);
    expect(sent[0]!.text).toContain('Keine Antwort kam von: Stadtwerke Ostwalden');
    expect(await look(id, acting(first))).toMatchObject({ state: 'UNANSWERED', availableActions: [] });
    expect(await say({ id }, second, 'YES')).toMatchObject({ code: 'STATE_DIFFERS' });
  });

  it('do nothing twice, and never two between the same two', async () => {
    const input = wish();
    const sent = await mailsOf(async () => {
      for (let attempt = 0; attempt < 2; attempt++)
        expect(await act('askForIntroduction', input, acting(first))).toMatchObject({ id: input.id, state: 'ASKED' });
    });
    expect(sent).toHaveLength(2);
    expect(await ask()).toMatchObject({ code: 'ALREADY_OPEN' });
    const turned = { askedById: second, firstId: second, secondId: first };
    expect(await ask(turned, acting(second))).toMatchObject({ code: 'ALREADY_OPEN' });
    expect(await act('askForIntroduction', input, acting(stranger))).toMatchObject({ code: 'NOT_PERMITTED' });
    await read(`DELETE FROM introduction RETURNING id`);
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask()));
    expect(answers.filter(({ __typename }) => __typename === 'Introduction')).toHaveLength(1);
  });

  it('are refused where there is no such way, nobody wants it, or too much is asked', async () => {
    expect(await ask({ goBetweenId: stranger })).toMatchObject({ code: 'NO_WAY' });
    expect(await ask({ secondId: newId() })).toMatchObject({ code: 'ACTOR_UNKNOWN', field: 'secondId' });
    expect(await ask({ secondId: between, goBetweenId: second })).toMatchObject({ code: 'KNOW_EACH_OTHER' });
    expect(await ask({ askedById: null })).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await ask({}, acting(first, 'EDITOR'))).toMatchObject({ code: 'NOT_PERMITTED' });

    const stop = async (id: string, name: string) => {
      const [{ version }] = (await read<{ version: number }>('SELECT version FROM actor WHERE id = $1', id)) as [{ version: number }];
      const input = { actorId: id, expectedVersion: version };
      const { data } = await app.query<Record<string, { __typename: string }>>(
        `mutation($input: ProposingInput!) { ${name}(input: $input) { __typename } }`,
        { input },
        { viewer: acting(id, 'ADMINISTRATOR') },
      );
      expect(data[name]!.__typename).toBe('Actor');
    };
    for (const [unwilling, field] of [
      [second, 'secondId'],
      [between, 'goBetweenId'],
    ] as const) {
      await stop(unwilling, 'stopProposingActor');
      expect(await ask()).toMatchObject({ code: 'NOT_PROPOSABLE', field });
      await stop(unwilling, 'allowProposingActor');
    }
    // Whoever does not want to be proposed may still ask.
    await stop(first, 'stopProposingActor');
    expect(await ask()).toMatchObject({ state: 'ASKED' });
    await stop(first, 'allowProposingActor');

    // The chamber was asked twice now.
    const other = await ask({ askedById: null, firstId: union, secondId: first }, coordinator);
    expect(other).toMatchObject({ state: 'ASKED', sides: [{ answer: null }, { answer: null }, { answer: null }] });
    expect(await ask({ askedById: null, firstId: union }, coordinator)).toMatchObject({ code: 'GO_BETWEEN_BUSY' });
    today = addDays(begun, 31);
    expect(await ask({ askedById: null, firstId: union }, coordinator)).toMatchObject({ state: 'ASKED' });
  });

  it('are asked for three at once by one organisation, and no more', async () => {
    await read(
      `INSERT INTO introduction (id, region_id, first_id, second_id, asked_by_id, purpose, reason, state, asked_on, answer_by)
       SELECT uuidv7(), a.region_id, $1::uuid, a.id, $1::uuid, 'x', 'x', 'ASKED', $2, $2 FROM actor a WHERE a.id = ANY($3::uuid[]) RETURNING id`,
      first,
      today,
      [union, haulier, stranger],
    );
    expect(await ask()).toMatchObject({ code: 'TOO_MANY_ASKED' });
  });

  it('can be taken back, and those who were asked are told', async () => {
    const one = await ask();
    const sent = await mailsOf(() =>
      act('withdrawIntroduction', { id: one.id, expectedVersion: 1 }, acting(first), 'IntroductionVersionInput'),
    );
    expect(sent.map(({ to }) => to).toSorted()).toEqual(['marek.dudzik', 'sevgi.rautenberg']);
    expect(await say(one, second, 'YES')).toMatchObject({ code: 'STATE_DIFFERS' });
    expect(await agreed()).toMatchObject({ state: 'AGREED' });
  });

  it('bring two together that do not work together, through a third that works with both, and make no tie', async () => {
    const ways = await app.query<{ introductionWays: { refusal: unknown; ways: { actor: { id: string } }[] } }>(
      `query($a: ID!, $b: ID!) { introductionWays(firstId: $a, secondId: $b) { refusal { code } ways { actor { id } toFirst { grade reasons { title } } toSecond { grade } } } }`,
      { a: first, b: second },
      { viewer: acting(first) },
    );
    expect(ways.data.introductionWays.refusal).toBeNull();
    expect(ways.data.introductionWays.ways.map(({ actor }) => actor.id)).toContain(between);

    const asked = await ask();
    expect(asked).toMatchObject({ state: 'ASKED', sides: [{ answer: 'YES' }, { answer: null }, { answer: null }], contacts: [] });
    expect(await look(asked.id, acting(between))).toMatchObject({ awaits: 'ANSWER', contacts: [] });
    await say(asked, between, 'YES');
    const sent = await mailsOf(() => say(asked, second, 'YES'));
    expect(sent.map(({ to }) => to).toSorted()).toEqual(['bernd.hasselkamp', 'marek.dudzik', 'sevgi.rautenberg']);
    expect(sent[0]!.text).toContain('sevgi.rautenberg@harkenrode.example');
    const now = (await look(asked.id, acting(second)))!;
    expect(now).toMatchObject({ state: 'AGREED', agreedOn: today, awaits: 'MEETING' });
    expect(now.contacts.map(({ side, email }) => `${side} ${email.split('@')[0]}`).toSorted()).toEqual([
      'FIRST bernd.hasselkamp',
      'GO_BETWEEN marek.dudzik',
      'SECOND sevgi.rautenberg',
    ]);
    // The coordination sees how far it is, and nobody's address.
    expect(await look(asked.id, coordinator)).toMatchObject({ state: 'AGREED', contacts: [] });
    const met = await act('reportMeeting', { id: now.id, expectedVersion: now.version, metOn: today }, acting(between));
    expect(met).toMatchObject({ state: 'MET' });

    const conclusion = { id: met.id, expectedVersion: met.version };
    const someOther = idFrom('harkenrode', 'initiative', 'frueher');
    expect(await act('concludeIntroduction', { ...conclusion, outcome: 'INITIATIVE', outcomeId: someOther }, acting(first))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
    });
    await app.project();
    const facts = await read<{ facts: object }>(`SELECT facts FROM graph_fact WHERE owner_type = 'introduction' AND owner_id = $1`, met.id);
    expect(facts).toEqual([{ facts: { nodes: [], edges: [] } }]);

    const id = newId();
    const title = 'Abende im Heizhaus';
    const proposal = { id, leadId: first, partnerIds: [second], title, kind: 'PROJECT', summary: 'Meister erzählen.' };
    await act('proposeInitiative', { ...proposal, deadlineOn: addDays(today, 9), onDecline: 'ABANDON' }, acting(first));
    expect((await look(met.id, acting(first)))!.joint).toEqual([]);
    await act('answerProposal', { id, actorId: second, version: 1, answer: 'YES' }, acting(second));
    expect((await look(met.id, acting(first)))!.joint).toMatchObject([{ type: 'INITIATIVE', id, title: 'Abende im Heizhaus' }]);
    const became = await act('concludeIntroduction', { ...conclusion, outcome: 'INITIATIVE', outcomeId: id }, acting(first));
    expect(became).toMatchObject({ state: 'BECAME', outcome: 'INITIATIVE', became: { title: 'Abende im Heizhaus' }, availableActions: [] });
    const trail = await read<{ verb: string; audience: string }>(`SELECT verb, audience FROM act WHERE subject_id = $1`, asked.id);
    expect(trail.map(({ verb }) => verb).toSorted()).toEqual(
      ['asked', 'answered', 'agreed', 'met', 'becameInitiative'].map((verb) => `introduction.${verb}`).toSorted(),
    );
    expect(new Set(trail.map(({ audience }) => audience))).toEqual(new Set(['COORDINATORS']));
    await app.project();
    expect(await ask()).toMatchObject({ code: 'KNOW_EACH_OTHER' });
  });
});
