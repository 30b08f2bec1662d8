import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { newId, type Id } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { CoordinationModule } from '../coordination.module';

const WAITING = '{ waitingItems { key kind actorId actorName title reachable reminded writtenOn } }';
const TEMPLATE = '__typename ... on LetterTemplate { id name version } ... on Refused { code field } ... on StaleVersion { current }';
const SEND = `mutation($input: SendLettersInput!) { sendLetters(input: $input) { __typename ... on LettersSent { written leftOut { key reason } } ... on Refused { code field parameters { name value } } } }`;
const SAVE = `mutation($input: SaveLetterTemplateInput!) { saveLetterTemplate(input: $input) { ${TEMPLATE} } }`;
const REMOVE = `mutation($input: RemoveLetterTemplateInput!) { removeLetterTemplate(input: $input) { ${TEMPLATE} } }`;

interface Waiting {
  key: string;
  actorId: Id;
  actorName: string;
  title: string;
  reachable: boolean;
  writtenOn: string | null;
}
interface Sent {
  __typename: string;
  code?: string;
  field?: string;
  written: string[];
  leftOut: { key: string; reason: string }[];
}
interface Mailed {
  to: string;
  subject: string;
  text: string;
}

describe('letters to several', () => {
  let app: TestApp;
  let region: Region;
  const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Meryem Arslan', coordinator: true };

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        AgreementsModule,
        InitiativesModule,
        ChallengesModule,
        AlliancesModule,
        CoordinationModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    region = (await app.get(RegionService).choose('harkenrode'))!;
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await read('DELETE FROM letter RETURNING sending_id');
    await read('DELETE FROM letter_template RETURNING id');
    await read('DELETE FROM outgoing_mail RETURNING id');
  });

  const names: string[] = [];
  const read = <Row>(sql: string, ...parameters: unknown[]) => {
    if (!names.includes(sql)) names.push(sql);
    return app.get(Database).read<Row>(query(`test.letters${names.indexOf(sql)}`, sql), parameters);
  };
  const ask = async <Data>(source: string, variables: object = {}, viewer = coordinator) =>
    (await app.query<Data>(source, variables as Record<string, unknown>, { viewer, region } as object)).data;
  const waiting = async () => (await ask<{ waitingItems: Waiting[] }>(WAITING)).waitingItems;
  const send = async (keys: string[], more: object = {}) =>
    (
      await ask<{ sendLetters: Sent }>(SEND, {
        input: { id: newId(), keys, subject: 'Zu {Worum}', text: 'An {Organisation}: {Link}', ...more },
      })
    ).sendLetters;
  const mails = () => read<Mailed>('SELECT recipient AS "to", subject, body AS text FROM outgoing_mail ORDER BY recipient');
  const save = async (input: object) => (await ask<{ saveLetterTemplate: Record<string, unknown> }>(SAVE, { input })).saveLetterTemplate;

  it('write one mail to each who decides for an organisation, about all that was chosen of it', async () => {
    const items = (await waiting()).filter(({ reachable }) => reachable);
    const [first] = items;
    const other = items.find(({ actorId }) => actorId !== first!.actorId)!;
    const sent = await send([first!.key, other.key, first!.key]);
    expect(sent).toMatchObject({ __typename: 'LettersSent', leftOut: [] });
    expect(new Set(sent.written)).toEqual(new Set([first!.key, other.key]));
    const out = await mails();
    expect(new Set(out.map(({ to }) => to)).size).toBe(out.length);
    expect(out.map(({ subject }) => subject)).toContain(`Zu „${first!.title}“`);
    const mine = out.find(({ text }) => text.includes(`An ${first!.actorName}`))!;
    expect(mine.text).toContain('/r/harkenrode/');
    expect(mine.text).toContain('Meryem Arslan, Koordination');
    expect((await waiting()).find(({ key }) => key === first!.key)!.writtenOn).not.toBeNull();
  });

  it('go out once: not again by the same sending, not at the same time, not to the same within a week', async () => {
    const [item] = (await waiting()).filter(({ reachable }) => reachable);
    const id = newId();
    const both = await Promise.all([send([item!.key], { id }), send([item!.key], { id })]);
    expect(both[0]).toEqual(both[1]);
    const out = await mails();
    expect(await send([item!.key])).toMatchObject({ written: [], leftOut: [{ key: item!.key, reason: 'WRITTEN_RECENTLY' }] });
    expect(await mails()).toEqual(out);
    await read('UPDATE letter SET sent_on = sent_on - 7 WHERE sent_on IS NOT NULL RETURNING sending_id');
    expect(await send([item!.key])).toMatchObject({ written: [item!.key] });
  });

  it('say whom nobody can write to, and what does not wait any more', async () => {
    const [region1] = await read<{ id: Id }>(
      `SELECT a.id FROM actor a WHERE a.region_id = $1 AND NOT EXISTS (SELECT FROM mandate m WHERE m.actor_id = a.id) ORDER BY a.id LIMIT 1`,
      region.id,
    );
    await read(
      `INSERT INTO contact_request (id, region_id, to_actor_id, name, email, organisation, message, state, created_at)
       VALUES ($1, $2, $3, 'Kim', 'kim@beispiel.example', 'Verein', '', 'ASKED', now()) RETURNING id`,
      newId(),
      region.id,
      region1!.id,
    );
    const silent = (await waiting()).find(({ actorId }) => actorId === region1!.id)!;
    expect(silent).toMatchObject({ reachable: false, title: 'Verein' });
    expect((await send([silent.key, 'CONTACT:nichts:niemand'])).leftOut).toEqual(
      expect.arrayContaining([
        { key: silent.key, reason: 'NOBODY_TO_ASK' },
        { key: 'CONTACT:nichts:niemand', reason: 'NOT_WAITING' },
      ]),
    );
    expect(await mails()).toEqual([]);
  });

  it('are refused without anybody chosen or with words nobody can fill in', async () => {
    const [item] = await waiting();
    expect(await send([])).toMatchObject({ code: 'NOBODY_CHOSEN' });
    expect(await send([item!.key], { text: 'Liebe {Vorname}' })).toMatchObject({ code: 'PLACEHOLDER_UNKNOWN', field: 'text' });
    expect(await mails()).toEqual([]);
  });

  it('go to fifty organisations at once at most', async () => {
    await read(
      `INSERT INTO contact_request (id, region_id, to_actor_id, name, email, organisation, message, state, created_at)
       SELECT gen_random_uuid(), region_id, id, 'Kim', 'kim@beispiel.example', 'Verein', '', 'ASKED', now() FROM actor WHERE region_id = $1 AND NOT archived
       ORDER BY id LIMIT 60 RETURNING id`,
      region.id,
    );
    const keys = (await waiting()).filter(({ title }) => title === 'Verein').map(({ key }) => key);
    expect(await send(keys)).toMatchObject({ code: 'TOO_MANY_LETTERS' });
    expect(await mails()).toEqual([]);
  });

  it('have templates of the region, kept once and thrown away by who saw them as they are', async () => {
    const template = { id: newId(), name: 'Freundlich', subject: 'Zu {Worum}', text: 'Guten Tag' };
    expect(await save(template)).toMatchObject({ name: 'Freundlich', version: 1 });
    expect(await save(template)).toMatchObject({ name: 'Freundlich' });
    expect(await save({ ...template, id: newId(), name: '' })).toMatchObject({ code: 'TEXT_MISSING', field: 'name' });
    const { letterTemplates } = await ask<{ letterTemplates: object[] }>('{ letterTemplates { name } }');
    expect(letterTemplates).toEqual([{ name: 'Freundlich' }]);
    const remove = async (expectedVersion: number) =>
      (await ask<{ removeLetterTemplate: object }>(REMOVE, { input: { id: template.id, expectedVersion } })).removeLetterTemplate;
    expect(await remove(7)).toMatchObject({ current: 1 });
    expect(await remove(1)).toMatchObject({ name: 'Freundlich' });
    expect(await remove(1)).toMatchObject({ code: 'TEMPLATE_UNKNOWN' });
  });
});
