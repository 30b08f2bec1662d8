import { ActorsModule } from '@knotenpunkt/actors/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { DutyOperatorModule } from './duty/duty-operator.module';
import { ModerationModule } from './moderation.module';

const LOOK = `query($page: DutyPageName!) { dutyPage(page: $page) { html textDe textEn videoUrl version changedAt } }`;
const VERSIONS = `query($page: DutyPageName!) { dutyPageVersions(page: $page) { number textDe restoredFrom personName } }`;
const ANSWER = '{ __typename ... on DutyPage { version html } ... on Refused { code field } ... on StaleVersion { current } }';
const WRITE = `mutation($input: WriteDutyPageInput!) { answer: writeDutyPage(input: $input) ${ANSWER} }`;
const RESTORE = `mutation($input: RestoreDutyPageInput!) { answer: restoreDutyPage(input: $input) ${ANSWER} }`;

describe('pages an operator owes', () => {
  let app: TestApp;
  const administrator: Viewer = { ...VISITOR, personId: idFrom('harkenrode', 'person', 'ulrike.tamm'), platformAdministrator: true };
  const send = async (source: string, input: object, viewer = administrator) =>
    (await app.query<{ answer: unknown }>(source, { input }, { viewer })).data.answer;
  const look = async (page: string, language: 'de' | 'en' = 'de') =>
    (await app.query<{ dutyPage: Record<string, string> }>(LOOK, { page }, { language })).data.dutyPage;
  const text = (textDe: string) => ({ id: newId(), page: 'IMPRINT', textDe, textEn: 'English', videoUrl: '' });

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        DutyOperatorModule.forRoot({ name: 'Stadt <b>Ort</b>', address: ['Weg 1'], mail: 'post@ort.example' }),
        ActorsModule,
        InitiativesModule,
        ModerationModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());

  it('say what the settings say until somebody writes them, in the language of the reader', async () => {
    const german = await look('IMPRINT');
    expect(german).toMatchObject({ version: 0, changedAt: null, videoUrl: '' });
    expect(german['html']).toContain('<h2>Wer diese Seiten betreibt</h2>');
    expect(german['html']).toContain('Stadt &lt;b&gt;Ort&lt;/b&gt;<br />\nWeg 1');
    expect((await look('IMPRINT', 'en'))['html']).toContain('<h2>Who runs these pages</h2>');
  });

  it('are written by the administrator, once for a request sent twice, under the version rule, and markup in them does nothing', async () => {
    const first = text('## Neu\n\n<script>alert(1)</script> [hier](javascript:alert(1)) ![x](https://a.example/x.png)');
    for (let attempt = 0; attempt < 2; attempt++) expect(await send(WRITE, { ...first, expectedVersion: 0 })).toMatchObject({ version: 1 });
    expect(await send(WRITE, { ...text('Anders'), expectedVersion: 0 })).toEqual({ __typename: 'StaleVersion', current: 1 });
    const { html } = await look('IMPRINT');
    expect(html).toContain('<h2>Neu</h2>');
    expect(html).not.toMatch(/<script|<img|href="javascript/);
    expect(await send(WRITE, { ...text('Zwei'), expectedVersion: 1 })).toMatchObject({ version: 2 });
  });

  it('are shown as they would look before they are published, by the same rendering, to the administrator only', async () => {
    const source = 'query($textDe: String!, $textEn: String!) { dutyPreview(textDe: $textDe, textEn: $textEn) { htmlDe htmlEn } }';
    const textDe = '## Probe\n\n<script>alert(1)</script> **fett** [hier](javascript:alert(1))';
    const preview = (viewer: Viewer) =>
      app.query<{ dutyPreview: { htmlDe: string; htmlEn: string } | null }>(source, { textDe, textEn: 'English' }, { viewer });
    const before = await look('ACCESSIBILITY');
    const { data } = await preview(administrator);
    expect(await look('ACCESSIBILITY')).toEqual(before);
    expect((await preview({ ...administrator, platformAdministrator: false, coordinator: true })).data?.dutyPreview).toBeFalsy();
    await send(WRITE, { ...text(textDe), page: 'ACCESSIBILITY', expectedVersion: 0 });
    expect([data.dutyPreview!.htmlDe, data.dutyPreview!.htmlEn]).toEqual([
      (await look('ACCESSIBILITY'))['html'],
      (await look('ACCESSIBILITY', 'en'))['html'],
    ]);
  });

  it('go back to an earlier text, also to that of the settings, and say who wrote what', async () => {
    const back = { id: newId(), page: 'IMPRINT', number: 0, expectedVersion: 2 };
    expect(await send(RESTORE, back)).toMatchObject({ version: 3 });
    expect(await send(RESTORE, { ...back, id: newId(), number: 77, expectedVersion: 3 })).toMatchObject({ code: 'DUTY_VERSION_UNKNOWN' });
    const asked = await app.query<{ dutyPageVersions: object[] }>(VERSIONS, { page: 'IMPRINT' }, { viewer: administrator });
    expect(asked.data.dutyPageVersions).toMatchObject([
      { number: 3, restoredFrom: 0, personName: 'Ulrike Tamm' },
      { number: 2, textDe: 'Zwei', restoredFrom: null },
      { number: 1 },
      { number: 0, personName: null },
    ]);
  });

  it('of two who write at once take one, and tell the other', async () => {
    const write = (textDe: string) => send(WRITE, { ...text(textDe), page: 'EASY_LANGUAGE', expectedVersion: 0 });
    const answers = (await Promise.all([write('Eins'), write('Zwei')])) as { __typename: string }[];
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['DutyPage', 'StaleVersion']);
  });
});
