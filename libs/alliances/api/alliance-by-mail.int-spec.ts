import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, newId, systemClock, type LocalDate } from '@knotenpunkt/kernel';
import { MailQuestionService } from '@knotenpunkt/notices/api';
import { Database, query } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import { AlliancesModule } from './alliances.module';

const actorId = (key: string) => idFrom('harkenrode', 'actor', key);
/** Two that have people with mandates, and one that has named an address and nobody acts for. */
const [council, utility, foundry] = ['betriebsrat-nordkamp', 'a034', 'a028'].map(actorId) as [string, string, string];
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };
const delegate: Viewer = {
  ...VISITOR,
  personId: newId(),
  name: 'Test',
  mandates: [{ id: newId(), actorId: foundry, role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
};
const QUESTION =
  'contribution { commitment contributionKind } state actorName asker title lead text obligation untilOn remindOn answers mayAgree mandateAsked name address';
interface Question {
  __typename?: string;
  state: string;
  text: string;
  obligation: string;
  remindOn: string | null;
  answers: string[];
  mayAgree: boolean;
  mandateAsked: boolean;
  code?: string;
}

describe('an alliance asked about by mail', () => {
  let app: TestApp;
  let today: LocalDate = systemClock.today('Europe/Berlin');

  beforeAll(async () => {
    app = await createTestApp({
      clock: { now: () => new Date(`${today}T10:00:00Z`), today: () => today },
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

  const names: string[] = [];
  const read = <Row>(sql: string, ...parameters: unknown[]) => {
    if (!names.includes(sql)) names.push(sql);
    return app.get(Database).read<Row>(query(`test.mail${names.indexOf(sql)}`, sql), parameters);
  };
  const act = async <Answer>(name: string, input: object, parts: string, viewer: Viewer = VISITOR): Promise<Answer> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await app.query<Record<string, Answer>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on Refused { code field } ${parts} } }`,
      { input },
      { viewer },
    );
    expect(errors).toBeUndefined();
    return data[name]!;
  };
  const look = async (token: string, region = 'harkenrode'): Promise<Question | null> => {
    const { data } = await app.query<{ mailQuestion: Question | null }>(
      `query($token: String!) { mailQuestion(token: $token) { ${QUESTION} } }`,
      { token },
      {
        region: (await app.get(RegionService).choose(region))!,
      } as never,
    );
    return data.mailQuestion;
  };
  const say = (token: string, answer: string, change?: string) =>
    act<Question>('answerMailQuestion', { token, answer, change }, `... on MailQuestion { ${QUESTION} }`);
  /** The links that went to an address about an alliance, in the order they were sent. */
  const linksTo = async (local: string, title: string) => {
    const mails = await read<{ text: string }>(
      `SELECT body AS text FROM outgoing_mail WHERE recipient LIKE $1 || '%' AND subject LIKE '%' || $2 || '%' ORDER BY id`,
      local,
      title,
    );
    return mails.map(({ text }) => /\/r\/harkenrode\/antwort\/([\w-]{43})/.exec(text)?.[1] ?? '');
  };
  const invite = async (title: string) => {
    const member = (id: string) => ({ actorId: id, commitment: 'Bringt ein, was da ist', dueOn: addDays(today, 90) });
    const id = newId();
    const challengeId = idFrom('harkenrode', 'challenge', 'kernmacher');
    const draft = { id, challengeId, title, purpose: 'Alle lernen weiter.', members: [council, utility, foundry].map(member) };
    const { version } = await act<{ version: number }>('draftAlliance', draft, '... on Alliance { version }', coordinator);
    const invitation = { id, expectedVersion: version, deadlineOn: addDays(today, 14), onDecline: 'CONTINUE_WITHOUT' };
    await act('inviteToAlliance', invitation, '... on Alliance { state }', coordinator);
    return id;
  };
  const answersTo = async (id: string) =>
    new Map(
      (
        await read<{ actor: string; answer: string }>(
          `SELECT a.actor_id AS actor, a.answer FROM consent_answer a JOIN consent_round r ON r.id = a.round_id
           WHERE r.subject_id = $1 ORDER BY r.version`,
          id,
        )
      ).map(({ actor, answer }) => [actor, answer]),
    );

  it('shows by the link what is asked and what a yes means, changes nothing by looking, and takes a yes of whoever holds a mandate', async () => {
    const id = await invite('Links');
    const [token] = await linksTo('detlef.krumbach', 'Links');
    expect(await look(token!)).toMatchObject({
      state: 'OPEN',
      actorName: 'Betriebsrat der Gießerei Nordkamp',
      asker: 'Die Koordination der Region',
      obligation: expect.stringContaining('Bringt ein, was da ist.'),
      mayAgree: true,
      answers: ['YES', 'YES_BUT', 'NO', 'LATER'],
    });
    expect((await answersTo(id)).get(council)).toBeNull();
    expect(await look(token!, 'dortmund')).toBeNull();
    expect(await look(`${token!.slice(0, -1)}_`)).toBeNull();
    expect(
      await read('SELECT 1 FROM mail_question WHERE $1 = ANY(SELECT encode(h, $2) FROM unnest(token_hashes) h)', token, 'base64'),
    ).toEqual([]);

    expect(await say(token!, 'YES')).toMatchObject({ __typename: 'MailQuestion', state: 'ANSWERED' });
    expect((await answersTo(id)).get(council)).toBe('YES');
    expect(await say(token!, 'NO')).toMatchObject({ code: 'LINK_ENDED' });
    const [act0] = await read<{ person: string }>(
      `SELECT u.email AS person FROM act a JOIN auth."user" u ON u.id = a.person_id WHERE a.subject_id = $1 AND a.verb = 'alliance.answered'`,
      id,
    );
    expect(act0?.person).toBe('detlef.krumbach@harkenrode.example');
  });

  it('takes a counter-offer by the link, which makes a version, and asks who answered last about the next one, too', async () => {
    const id = await invite('Weniger');
    const offer = { commitment: 'Ein Raum', contributionKind: 'ROOMS', dueOn: addDays(today, 60) };
    const [first] = await linksTo('detlef.krumbach', 'Weniger');
    const [utilityFirst] = await linksTo('sevgi.rautenberg', 'Weniger');
    expect(await look(first!)).toMatchObject({ contribution: { commitment: 'Bringt ein, was da ist', contributionKind: 'OTHER' } });
    const given = { token: first, answer: 'YES_BUT', offer };
    expect(await act<Question>('answerMailQuestion', given, `... on MailQuestion { ${QUESTION} }`)).toMatchObject({ state: 'ANSWERED' });
    expect(await read('SELECT text FROM consent_round WHERE subject_id = $1 AND version = 2', id)).toEqual([
      { text: expect.stringContaining('Betriebsrat der Gießerei Nordkamp: Ein Raum (Räume; bis ') as string },
    ]);
    expect((await look(utilityFirst!))?.state).toBe('REPLACED');
    // Two more offer something else; the last answer makes the third version, and its link is not ended with the answer.
    const links = await linksTo('sevgi.rautenberg', 'Weniger');
    expect(links).toHaveLength(2);
    await act(
      'answerAllianceInvitation',
      { id, actorId: foundry, roundVersion: 2, answer: 'YES_BUT', offer },
      '... on Alliance { id }',
      delegate,
    );
    expect(await say(links[1]!, 'YES')).toMatchObject({ state: 'ANSWERED' });
    const third = await linksTo('sevgi.rautenberg', 'Weniger');
    expect(third).toHaveLength(3);
    expect(await look(third[2]!)).toMatchObject({ state: 'OPEN', contribution: {} });
    expect(await look((await linksTo('detlef.krumbach', 'Weniger')).at(-1)!)).toMatchObject({ state: 'OPEN' });
    // Beside a "Nein" an offer says nothing.
    const refused = await act<Question>(
      'answerMailQuestion',
      { token: third[2], answer: 'NO', offer },
      `... on MailQuestion { ${QUESTION} }`,
    );
    expect(refused).toMatchObject({ state: 'ANSWERED' });
  });

  it('neither shows nor takes anything by the link of somebody whose access is blocked, and asks them nothing more', async () => {
    const id = await invite('Gesperrt');
    const [token] = await linksTo('detlef.krumbach', 'Gesperrt');
    await read(
      `INSERT INTO person_block (person_id, reason, blocked_at, blocked_by)
       SELECT id, 'Gerät verloren', now(), id FROM auth."user" WHERE email LIKE 'detlef.krumbach@%' RETURNING id`,
    );
    expect(await look(token!)).toBeNull();
    for (const answer of ['YES', 'NO', 'LATER']) expect(await say(token!, answer)).toMatchObject({ code: 'LINK_ENDED' });
    const asked = await act<Question>('askForMandate', { token, name: 'Detlef Krumbach' }, '... on MailQuestion { mandateAsked }');
    expect(asked).toMatchObject({ code: 'LINK_ENDED' });
    expect((await answersTo(id)).get(council)).toBeNull();
    await invite('Danach');
    expect(await linksTo('detlef.krumbach', 'Danach')).toEqual([]);
    await read(`UPDATE person_block SET opened_at = now(), opened_by = blocked_by RETURNING id`);
    expect(await look(token!)).toMatchObject({ state: 'OPEN', mayAgree: true });
  });

  it('takes a no without an account, and a yes only once the mandate asked for was given', async () => {
    const declined = await invite('Lieber nicht');
    const id = await invite('Ohne Konto');
    const [contact] = await read<{ email: string }>(
      `SELECT email FROM actor_contact WHERE actor_id = $1 ORDER BY position LIMIT 1`,
      foundry,
    );
    const local = contact!.email.split('@')[0]!;
    expect(await say((await linksTo(local, 'Lieber nicht'))[0]!, 'NO')).toMatchObject({ state: 'ANSWERED' });
    expect((await answersTo(declined)).get(foundry)).toBe('NO');
    const [token] = await linksTo(local, 'Ohne Konto');
    expect(await look(token!)).toMatchObject({ mayAgree: false, mandateAsked: false });
    expect(await say(token!, 'YES')).toMatchObject({ code: 'MANDATE_NEEDED' });
    const asked = await act<Question>('askForMandate', { token, name: 'Kim Beispiel' }, '... on MailQuestion { mandateAsked }');
    expect(asked).toMatchObject({ mandateAsked: true });
    await act('askForMandate', { token, name: 'Kim Beispiel' }, '... on MailQuestion { mandateAsked }');
    const { data } = await app.query<{ mandateRequests: { id: string; version: number; name: string; actor: { id: string } }[] }>(
      '{ mandateRequests { id version name actor { id } } }',
      {},
      { viewer: coordinator },
    );
    expect(data.mandateRequests).toMatchObject([{ name: 'Kim Beispiel', actor: { id: foundry } }]);
    const [request] = data.mandateRequests;
    const grant = { id: request!.id, expectedVersion: request!.version, mandateId: newId(), role: 'DELEGATE' };
    expect(await act('grantRequestedMandate', grant, '... on MandateRequest { state }', delegate)).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await act('grantRequestedMandate', grant, '... on MandateRequest { state }', coordinator)).toMatchObject({ state: 'GRANTED' });
    expect(await look(token!)).toMatchObject({ mayAgree: true, mandateAsked: false });
    expect(await say(token!, 'YES_BUT', 'Erst im Herbst')).toMatchObject({ state: 'ANSWERED' });
    expect((await answersTo(id)).get(foundry)).toBe('YES_BUT');
  });

  it('takes nothing by the link of somebody who has stopped acting for the organisation since, and asks them nothing more', async () => {
    const id = await invite('Ausgeschieden');
    const [token] = await linksTo('detlef.krumbach', 'Ausgeschieden');
    const end = (until: string | null) =>
      read(`UPDATE mandate SET until_on = $2::date WHERE actor_id = $1 AND from_on < $3::date RETURNING id`, council, until, today);
    await end(addDays(today, -1));
    expect(await look(token!)).toBeNull();
    for (const answer of ['NO', 'LATER']) expect(await say(token!, answer)).toMatchObject({ code: 'LINK_ENDED' });
    expect((await answersTo(id)).get(council)).toBeNull();
    await end(null);
    expect(await say(token!, 'NO')).toMatchObject({ state: 'ANSWERED' });
  });

  it('reminds once, after "Später" on another day, and never whoever has answered elsewhere', async () => {
    await invite('Erinnern');
    const questions = app.get(MailQuestionService);
    const region = (await app.get(RegionService).choose('harkenrode'))!;
    const begun = today;
    const [first] = await linksTo('sevgi.rautenberg', 'Erinnern');
    const [councils] = await linksTo('detlef.krumbach', 'Erinnern');
    await say(councils!, 'YES');
    expect(await say(first!, 'LATER')).toMatchObject({ state: 'OPEN', remindOn: addDays(begun, 7) });
    today = addDays(begun, 6);
    await questions.lookAfter(region);
    expect(await linksTo('sevgi.rautenberg', 'Erinnern')).toHaveLength(1);
    today = addDays(begun, 7);
    await questions.lookAfter(region);
    await questions.lookAfter(region);
    const links = await linksTo('sevgi.rautenberg', 'Erinnern');
    expect(links).toHaveLength(2);
    expect(await linksTo('detlef.krumbach', 'Erinnern')).toHaveLength(1);
    for (const link of links) expect(await look(link)).toMatchObject({ state: 'OPEN' });
    today = addDays(begun, 15);
    expect(await look(first!)).toMatchObject({ state: 'ENDED' });
    expect(await say(first!, 'NO')).toMatchObject({ code: 'LINK_ENDED' });
    today = addDays(begun, 60);
    await questions.lookAfter(region);
    expect(await look(first!)).toBeNull();
    today = begun;
  });
});
