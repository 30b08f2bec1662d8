import { Acts, IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { newId, type Id } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { DigestService } from './digest.service';
import { NoticesModule } from './notices.module';

const DAY_MS = 86_400_000;

describe('following', () => {
  let app: TestApp;
  let region: Region;
  let viewer: Viewer;
  let now = new Date('2026-11-27T08:00:00Z');
  const own = newId();

  beforeAll(async () => {
    app = await createTestApp({
      clock: { now: () => now, today: () => now.toISOString().slice(0, 10) },
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), NoticesModule],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    region = (await app.get(RegionService).choose('harkenrode'))!;
    const person = await app
      .get(Database)
      .readOne<{ id: Id }>(query('test.person', `SELECT id FROM auth."user" WHERE email = 'ole.steinhauer@harkenrode.example'`), []);
    viewer = {
      ...VISITOR,
      personId: person!.id,
      name: 'Ole',
      mandates: [{ id: newId(), actorId: own, role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
    };
  });
  afterAll(() => app.close());

  const happens = (title: string, { actorId = newId(), themes = [] as string[], verb = 'initiative.registered' } = {}) =>
    app.get(UnitOfWork).run((tx) =>
      app.get(Acts).record(tx, {
        viewer: VISITOR,
        regionId: region.id,
        actorId,
        verb,
        themes,
        subject: { type: 'initiative', id: newId(), title, slug: 'x' },
        audience: 'PUBLIC',
      }),
    );
  const ask = async <Data>(source: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    const { data, errors } = await app.query<Data>(source, variables, { viewer });
    expect(errors).toBeUndefined();
    return data;
  };
  const follow = (verb: 'follow' | 'unfollow', type: string, targetId: string) =>
    ask<Record<string, { __typename: string; code?: string; title?: string }>>(
      `mutation($input: FollowInput!) { ${verb}(input: $input) { __typename ... on Followed { title } ... on Refused { code } } }`,
      { input: { type, targetId } },
    );
  const followed = async () =>
    (await ask<{ followed: { targetId: string }[] }>('{ followed { targetId } }')).followed.map((each) => each.targetId);
  const news = async () =>
    (
      await ask<{ news: { since: string | null; items: { followed: boolean; act: { subjectTitle: string } }[] } }>(
        '{ news { since items { followed act { subjectTitle } } } }',
      )
    ).news;
  const mails = async () =>
    (
      await app
        .get(Database)
        .read<{ body: string }>(query('test.weekly', `SELECT body FROM outgoing_mail WHERE subject LIKE '%dem Sie folgen' ORDER BY id`), [])
    ).map(({ body }) => body);

  it('holds what is there, once, until it is ended, and only for the one who follows', async () => {
    expect((await follow('follow', 'THEME', 'pflege')).follow).toMatchObject({ __typename: 'Followed', title: 'Pflege und Gesundheit' });
    await follow('follow', 'THEME', 'pflege');
    expect((await follow('follow', 'THEME', 'nichts-davon')).follow).toMatchObject({ code: 'NOTHING_TO_FOLLOW' });
    expect((await follow('follow', 'ACTOR', newId())).follow).toMatchObject({ code: 'NOTHING_TO_FOLLOW' });
    expect(await followed()).toEqual(['pflege']);
    const others = await app.query<{ followed: unknown[] }>('{ followed { targetId } }', {}, { viewer: { ...viewer, personId: newId() } });
    expect(others.data.followed).toEqual([]);
    await follow('unfollow', 'THEME', 'pflege');
    expect(await followed()).toEqual([]);
  });

  it('tells what happened since the visit before this one, what is followed first and nothing of one’s own', async () => {
    await ask('mutation { lookAround }');
    expect(await news()).toEqual({ since: null, items: [] });
    now = new Date(now.getTime() + DAY_MS);
    await follow('follow', 'THEME', 'pflege');
    await happens('Springkräfte', { themes: ['pflege'] });
    await happens('Ein Bus');
    await happens('Eigenes', { actorId: own });
    await happens('Nichts zum Erzählen', { verb: 'mandate.granted' });
    now = new Date(now.getTime() + DAY_MS);
    await ask('mutation { lookAround }');
    const told = await news();
    expect(told.items.map(({ followed: marked, act }) => [act.subjectTitle, marked])).toEqual([
      ['Springkräfte', true],
      ['Ein Bus', false],
    ]);
  });

  it('writes at most once a week, at most five things, never when nothing happened, and not after the link was used', async () => {
    const digest = app.get(DigestService);
    now = new Date(now.getTime() + DAY_MS);
    for (let at = 1; at <= 6; at++) await happens(`Pflege ${at}`, { themes: ['pflege'] });
    await happens('Anderes');
    await digest.send(region);
    await digest.send(region);
    expect(await mails()).toHaveLength(1);
    const [first] = await mails();
    expect(first!.match(/•/g)).toHaveLength(5);
    expect(first).not.toContain('Anderes');
    expect(first).toContain('/r/harkenrode/vorhaben/x');

    now = new Date(now.getTime() + 8 * DAY_MS);
    await digest.send(region);
    expect(await mails()).toHaveLength(1);
    await happens('Pflege danach', { themes: ['pflege'] });
    await digest.send(region);
    expect(await mails()).toHaveLength(2);

    const token = /\/wochenmail\/([\w-]{43})/.exec(first!)![1];
    const end = async (given: string) =>
      (await app.query<{ endWeeklyMail: boolean }>('mutation($token: String!) { endWeeklyMail(token: $token) }', { token: given })).data
        .endWeeklyMail;
    expect(await end('nothing')).toBe(false);
    expect(await end(token!)).toBe(true);
    expect(await ask('{ weeklyMail }')).toEqual({ weeklyMail: false });
    now = new Date(now.getTime() + 8 * DAY_MS);
    await happens('Pflege später', { themes: ['pflege'] });
    await digest.send(region);
    expect(await mails()).toHaveLength(2);
  });

  it('writes in the language in which the reader was last seen to read', async () => {
    const digest = app.get(DigestService);
    await ask('mutation { setWeeklyMail(wanted: true) rememberLanguage }');
    await happens('Pflege am Ende', { themes: ['pflege'] });
    now = new Date(now.getTime() + 8 * DAY_MS);
    await digest.send(region);
    expect(await mails()).toHaveLength(3);
    await app.query('mutation { rememberLanguage }', {}, { viewer, language: 'en' });
    now = new Date(now.getTime() + DAY_MS);
    await happens('Pflege ganz am Ende', { themes: ['pflege'] });
    now = new Date(now.getTime() + 8 * DAY_MS);
    await digest.send(region);
    expect(await mails()).toHaveLength(3);
    const english = await app
      .get(Database)
      .read<{ body: string }>(query('test.english', `SELECT body FROM outgoing_mail WHERE subject LIKE '%what you follow'`), []);
    expect(english[0]?.body).toContain('Pflege ganz am Ende');
  });
});
