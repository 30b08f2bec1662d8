import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, newId, systemClock } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorHiding } from '../actor-hiding';
import { ActorsModule } from '../actors.module';
import { ConfirmationAskingService } from './confirmation-asking.service';

/** Dachdeckerbetrieb Steilberg, confirmed 240 days ago, with one address and nobody acting for it. */
const roofer = idFrom('harkenrode', 'actor', 'a007');
const haulier = idFrom('harkenrode', 'actor', 'a025');
/** Museum Alte Hammerschmiede, confirmed 420 days ago, asked 70 days ago. */
const museum = idFrom('harkenrode', 'actor', 'hammerschmiede');

const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };

const QUESTION = `query($token: String!) { confirmationQuestion(token: $token) {
  actorName personName answer state version confirmedOn entries { title confirmedOn } } }`;
const ANSWER = `mutation($input: AnswerConfirmationInput!) { answerConfirmation(input: $input) {
  __typename ... on ConfirmationQuestion { state version } ... on Refused { code } ... on StaleVersion { current } } }`;
const UNDO = `mutation($input: AnswerConfirmationInput!) { undoArchiving(input: $input) {
  __typename ... on ConfirmationQuestion { state version } ... on Refused { code } } }`;
const RESTORE = `mutation($input: RestoreActorInput!) { restoreActor(input: $input) { __typename ... on Actor { archived } ... on Refused { code } } }`;
const ASK = `mutation($input: AskWhetherRightInput!) { askWhetherRight(input: $input) {
  __typename ... on AskedWhetherRight { askedIds leftOut { actorId reason } } ... on Refused { code } } }`;
const AGED = `query($state: AskingState) { agedActors(first: 50, state: $state) { edges { node { id state oldestOn askedOn actor { name } } } } agedActorCounts { state count } }`;
const SHOWN = `query($id: ID!) { actorById(id: $id) { confirmedOn outdated offers { outdated } } }`;

interface Question {
  state: string;
  answer: string;
  version: number;
  personName: string;
  entries: { title: string }[];
}

describe('entries that stay true', () => {
  let app: TestApp;
  let region: Region;
  const today = systemClock.today('Europe/Berlin');
  const run = (text: string, parameters: unknown[] = []) => app.get(UnitOfWork).run((tx) => tx.query(text, parameters));
  const mailsTo = (to: string) =>
    app
      .get(Database)
      .read<{ subject: string; body: string }>(
        query('test.mails', 'SELECT subject, body FROM outgoing_mail WHERE recipient = $1 ORDER BY created_at DESC, id DESC'),
        [to],
      );
  /** The tokens of the three links of the newest mail: still right, change, archive. */
  const tokensTo = async (to: string) => [...(await mailsTo(to))[0]!.body.matchAll(/stimmt-noch\/(\S+)/g)].map(([, token]) => token!);
  const look = async (token: string) =>
    (await app.query<{ confirmationQuestion: Question | null }>(QUESTION, { token })).data.confirmationQuestion;
  const answer = async (token: string, expectedVersion: number) =>
    (await app.query<{ answerConfirmation: unknown }>(ANSWER, { input: { token, expectedVersion } })).data.answerConfirmation;
  const ask = async (actorIds: string[], viewer = coordinator, id = newId()) =>
    (await app.query<{ askWhetherRight: { askedIds: string[]; leftOut: unknown[] } }>(ASK, { input: { id, actorIds } }, { viewer })).data
      .askWhetherRight;
  const outdated = async (id: string) =>
    (await app.query<{ actorById: { confirmedOn: string; outdated: boolean } | null }>(SHOWN, { id })).data.actorById;
  const aged = async (state: string | null = null) =>
    (
      await app.query<{
        agedActors: { edges: { node: { id: string; state: string } }[] };
        agedActorCounts: { state: string; count: number }[];
      }>(AGED, { state }, { viewer: coordinator })
    ).data;

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), ActorsModule],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    region = (await app.get(RegionService).choose('harkenrode'))!;
  });
  afterAll(() => app.close());

  it('are shown with their age to everybody once nobody confirmed them for long, and listed for the coordination with how asking stands', async () => {
    expect(await outdated(museum)).toMatchObject({ outdated: true });
    expect(await outdated(haulier)).toMatchObject({ outdated: false });
    const { agedActors, agedActorCounts } = await aged();
    const states = new Map(agedActors.edges.map(({ node }) => [node.id, node.state]));
    expect([states.get(roofer), states.get(museum), states.get(haulier)]).toEqual(['NOT_ASKED', 'UNANSWERED', undefined]);
    expect(states.size).toBe(agedActorCounts.reduce((sum, { count }) => sum + count, 0));
    const unanswered = await aged('UNANSWERED');
    expect(unanswered.agedActors.edges.map(({ node }) => node.state)).toEqual(unanswered.agedActors.edges.map(() => 'UNANSWERED'));
  });

  it('are asked about by the coordination, several at once, and nobody twice', async () => {
    const id = newId();
    const first = await ask([roofer, haulier, newId()], coordinator, id);
    expect(first.askedIds).toEqual([roofer]);
    expect(first.leftOut).toMatchObject([{ actorId: haulier, reason: 'NOT_OLD' }, { reason: 'UNKNOWN' }]);
    expect((await ask([roofer], coordinator, id)).askedIds).toEqual([roofer]);
    expect((await ask([roofer])).leftOut).toEqual([{ actorId: roofer, reason: 'ASKED_RECENTLY' }]);
    expect(await ask([])).toMatchObject({ code: 'NOBODY_CHOSEN' });
    expect(await mailsTo('buero@dach-steilberg.example')).toHaveLength(1);
  });

  it('are confirmed by the link that stands for it: Steckbrief, offers and needs, without an account, once', async () => {
    const [right, change, archive] = await tokensTo('buero@dach-steilberg.example');
    expect(await look('unbekannt')).toBeNull();
    const question = (await look(right!))!;
    expect(question).toMatchObject({ state: 'OPEN', answer: 'RIGHT', personName: 'Büro' });
    expect(question.entries.length).toBeGreaterThan(1);
    expect(await outdated(roofer)).toMatchObject({ outdated: true });
    expect(await answer(change!, question.version)).toMatchObject({ code: 'LINK_ENDED' });
    expect(await answer(right!, question.version + 7)).toMatchObject({ __typename: 'StaleVersion', current: question.version });
    expect(await answer(right!, question.version)).toMatchObject({ state: 'CONFIRMED', version: question.version + 1 });
    expect(await outdated(roofer)).toEqual({ confirmedOn: today, outdated: false, offers: expect.anything() });
    const confirmed = await run('SELECT DISTINCT confirmed_on FROM entry WHERE actor_id = $1', [roofer]);
    expect(confirmed).toEqual([{ confirmed_on: today }]);
    // Each of the three links has done its duty now.
    for (const token of [right, change, archive]) expect(await look(token!)).toMatchObject({ state: 'CONFIRMED' });
    expect(await answer(archive!, question.version + 1)).toMatchObject({ code: 'LINK_ENDED' });
    const [act] = (await run(`SELECT person_id, verb FROM act WHERE subject_id = $1 ORDER BY at DESC LIMIT 1`, [roofer])) as unknown[];
    expect(act).toEqual({ person_id: null, verb: 'actor.profileConfirmed' });
  });

  it('are taken out of the directory by a link, everybody asked is told, and it can be undone', async () => {
    await run(`UPDATE actor SET confirmed_on = $2 WHERE id = $1`, [roofer, addDays(today, -400)]);
    await run(`UPDATE confirmation_request SET asked_on = asked_on - 100, until_on = until_on - 100 WHERE actor_id = $1`, [roofer]);
    expect((await ask([roofer])).askedIds).toEqual([roofer]);
    const archive = (await tokensTo('buero@dach-steilberg.example'))[2]!;
    const { version } = (await look(archive))!;
    expect(await answer(archive, version)).toMatchObject({ state: 'ARCHIVED' });
    expect(await outdated(roofer)).toBeNull();
    expect((await aged()).agedActors.edges.map(({ node }) => node.id)).not.toContain(roofer);
    const [told] = await mailsTo('buero@dach-steilberg.example');
    expect(told!.subject).toContain('nicht mehr im Verzeichnis');
    const undo = /stimmt-noch\/(\S+)/.exec(told!.body)![1]!;
    const undone = await app.query<{ undoArchiving: unknown }>(UNDO, { input: { token: undo, expectedVersion: version + 1 } });
    expect(undone.data.undoArchiving).toMatchObject({ state: 'OPEN' });
    expect(await outdated(roofer)).toMatchObject({ outdated: true });
    // The coordination can put it back as well.
    expect(await answer(archive, version + 2)).toMatchObject({ state: 'ARCHIVED' });
    const input = { actorId: roofer, expectedVersion: version + 3 };
    const restored = await app.query<{ restoreActor: unknown }>(RESTORE, { input }, { viewer: coordinator });
    expect(restored.data.restoreActor).toEqual({ __typename: 'Actor', archived: false });
    expect(await look(archive)).toMatchObject({ state: 'OPEN' });
  });

  const hide = (hidden: boolean) =>
    app.get(UnitOfWork).run((tx) => app.get(ActorHiding).set(tx, coordinator, region, { id: roofer, hidden }));
  const stored = async () =>
    ((await run('SELECT archived, version FROM actor WHERE id = $1', [roofer])) as { archived: boolean; version: number }[])[0]!;

  it('are put back by nobody while they are hidden after a report', async () => {
    expect((await hide(true)).ok).toBe(true);
    const input = { actorId: roofer, expectedVersion: (await stored()).version };
    const restored = await app.query<{ restoreActor: unknown }>(RESTORE, { input }, { viewer: coordinator });
    expect(restored.data.restoreActor).toMatchObject({ code: 'ACTOR_HIDDEN' });
    const listed = await app.query<{ archivedActors: { edges: { node: { actor: { id: string } } }[] } }>(
      '{ archivedActors(first: 50) { edges { node { actor { id } } } } }',
      {},
      { viewer: coordinator },
    );
    expect(listed.data.archivedActors.edges.map(({ node }) => node.actor.id)).not.toContain(roofer);
    expect((await hide(false)).ok).toBe(true);
    expect((await stored()).archived).toBe(false);
  });

  it('are brought back by no link once the coordination has hidden them, were they out already or not', async () => {
    const [link] = await tokensTo('buero@dach-steilberg.example');
    const undo = async () => {
      const input = { token: link!, expectedVersion: (await look(link!))!.version };
      return (await app.query<{ undoArchiving: unknown }>(UNDO, { input })).data.undoArchiving;
    };
    for (const outAlready of [true, false]) {
      expect(await answer(link!, (await look(link!))!.version)).toMatchObject({ state: 'ARCHIVED' });
      if (!outAlready) await run('UPDATE actor SET archived = false WHERE id = $1', [roofer]);
      expect((await hide(true)).ok).toBe(true);
      expect(await undo()).toMatchObject({ code: 'LINK_ENDED' });
      expect(await outdated(roofer)).toBeNull();
      expect((await hide(false)).ok).toBe(true);
      // An objection does not call back who had left by itself.
      expect((await stored()).archived).toBe(outAlready);
      await run('UPDATE actor SET archived = false WHERE id = $1', [roofer]);
    }
  });

  it('are answered by nobody whose mandate has ended since the mail went out, or who is no longer the one to write to', async () => {
    const [gesa] = (await run(`SELECT id FROM auth."user" WHERE email = 'gesa.wittkop@harkenrode.example'`)) as { id: string }[];
    const mandate = newId();
    await run(
      `INSERT INTO mandate (id, person_id, actor_id, region_id, role, from_on) VALUES ($1, $2, $3, $4, 'DELEGATE', $5::date - 10)`,
      [mandate, gesa!.id, museum, region.id, today],
    );
    expect((await ask([museum])).askedIds).toEqual([museum]);
    const [right, , archive] = await tokensTo('gesa.wittkop@harkenrode.example');
    const { version } = (await look(right!))!;
    await run('UPDATE mandate SET until_on = $2::date - 1 WHERE id = $1', [mandate, today]);
    for (const token of [right!, archive!]) {
      expect(await look(token)).toBeNull();
      expect(await answer(token, version)).toMatchObject({ code: 'LINK_ENDED' });
    }
  });

  it('are asked about by themselves, with one reminder, and links are forgotten once they have ended', async () => {
    const asking = app.get(ConfirmationAskingService);
    await asking.lookAfter(region);
    expect(await asking.lookAfter(region)).toBe(0);
    const before = (await mailsTo('buero@dach-steilberg.example')).length;
    await run('UPDATE confirmation_request SET remind_on = $2, answer = NULL, answered_on = NULL WHERE actor_id = $1 AND until_on >= $2', [
      roofer,
      today,
    ]);
    expect(await asking.lookAfter(region)).toBe(1);
    const mails = await mailsTo('buero@dach-steilberg.example');
    expect(mails).toHaveLength(before + 1);
    expect(mails[0]!.subject).toContain('Erinnerung');
    expect(await asking.lookAfter(region)).toBe(0);
    const [right] = await tokensTo('buero@dach-steilberg.example');
    await run('UPDATE confirmation_request SET until_on = $2 WHERE actor_id = $1', [roofer, addDays(today, -1)]);
    expect(await look(right!)).toMatchObject({ state: 'ENDED' });
    await asking.lookAfter(region);
    expect(await look(right!)).toBeNull();
  });

  it('are asked about after the period the region chose, and the views for matching say the same as the domain', async () => {
    const SET = `mutation($input: SetConfirmationPeriodInput!) { setConfirmationPeriod(input: $input) {
      __typename ... on ConfirmationPeriod { afterDays version } ... on Refused { code } ... on StaleVersion { current } } }`;
    const set = async (afterDays: number, expectedVersion: number) =>
      (await app.query<{ setConfirmationPeriod: unknown }>(SET, { input: { afterDays, expectedVersion } }, { viewer: coordinator })).data
        .setConfirmationPeriod;
    const untilOf = async (id: string) =>
      ((await run('SELECT fresh_until - confirmed_on AS days FROM actor_freshness_v1 WHERE actor_id = $1', [id])) as { days: number }[])[0]!
        .days;
    expect(await untilOf(haulier)).toBe(210);
    expect(await set(5, 0)).toMatchObject({ code: 'PERIOD_INVALID' });
    expect(await set(700, 0)).toEqual({ __typename: 'ConfirmationPeriod', afterDays: 700, version: 1 });
    expect(await set(700, 0)).toEqual({ __typename: 'StaleVersion', current: 1 });
    expect(await untilOf(haulier)).toBe(730);
    expect(await outdated(museum)).toMatchObject({ outdated: false });
    expect((await aged()).agedActors.edges).toEqual([]);
  });
});
