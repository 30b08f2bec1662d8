import { ActorsModule } from '@knotenpunkt/actors/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { OverviewService } from '@knotenpunkt/network/api';
import { ChangeFeed } from '@knotenpunkt/platform/outbox';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import { MatcherKeeper } from './matcher-keeper';
import { MatchingModule } from './matching.module';

const PARTS = `{ emphasis exact share members { actor { id name } bench fixed reasons { code evidence { type title } }
  exchanges { actor { id } gains { type id points } losses { type id points } } }
  benches { kind minimum taken employeesSide } coverage { competence worth } bridges { code evidence { type id } } ties { a b } }`;
const ALLIANCES = `query($slug: String!) { proposedAlliances(challengeSlug: $slug) ${PARTS} }`;
const PARTNERS = `query($slug: String!) { proposedPartners(initiativeSlug: $slug) ${PARTS} }`;
const MISSING = `query($slug: String!) { missingAtTable(challengeSlug: $slug) { competences { competence candidates { actorId reasons { code evidence { id title } } } } } }`;
const ADD = `mutation($input: AddEntryInput!) { addEntry(input: $input) { __typename } }`;

interface Proposal {
  emphasis: string;
  exact: boolean;
  share: number;
  members: {
    actor: { id: string; name: string };
    bench: string;
    fixed: boolean;
    reasons: { code: string; evidence: unknown[] }[];
    exchanges: { actor: { id: string }; gains: { points: number }[]; losses: { points: number }[] }[];
  }[];
  benches: { kind: string; minimum: number; taken: number; employeesSide: boolean }[];
  coverage: { competence: string; worth: number }[];
}

const acting = (actorId: string): Viewer => ({
  ...VISITOR,
  personId: newId(),
  name: 'Test',
  mandates: [{ id: newId(), actorId, role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
});
const member = acting(idFrom('harkenrode', 'actor', 'a014'));
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Test', coordinator: true };
const SHIFTS = 'wie-werden-aus-pflegehelfer-innen-fachkraefte-ohne-dass-der';
const NO_OFFICE = 'wer-geht-zu-jungen-leuten-die-kein-amt-mehr-erreicht';

describe('proposed alliances', () => {
  let app: TestApp;
  const kompass = idFrom('harkenrode', 'actor', 'a040');
  const proposed = async (slug: string, viewer: Viewer) => {
    const { data, errors } = await app.query<{ proposedAlliances: Proposal[] | null }>(ALLIANCES, { slug }, { viewer });
    expect(errors).toBeUndefined();
    return data.proposedAlliances;
  };
  const idsOf = ({ members }: Proposal) => members.map(({ actor }) => actor.id);

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        MatchingModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    await app.project();
    const region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    // Communities come with the first snapshot of the public network.
    await app.get(OverviewService).state(region, 'PUBLIC');
    await app.get(MatcherKeeper).of(region);
  });
  afterAll(() => app.close());

  it('are three, the best first and proven so, each with other people and with whoever asks', async () => {
    const all = (await proposed(SHIFTS, coordinator))!;
    expect(all).toHaveLength(3);
    expect(all[0]).toMatchObject({ emphasis: 'COVERS_MOST', exact: true, share: 1 });
    const fixed = all.map(({ members }) => members.filter((one) => one.fixed).map(({ actor }) => actor.id));
    expect(new Set(fixed.map((ids) => ids.join())).size).toBe(1);
    expect(fixed[0]).toHaveLength(1);
    expect(new Set(all.map((one) => idsOf(one).toSorted().join())).size).toBe(3);
    const [first] = all;
    expect(first!.coverage.every(({ worth }) => worth === 1)).toBe(true);
    expect(first!.members.every(({ reasons }) => reasons.length > 0)).toBe(true);
    const exchanges = first!.members.flatMap((one) => one.exchanges);
    expect(exchanges.length).toBeGreaterThan(0);
    // The best table is bettered by no exchange.
    for (const { gains, losses } of exchanges)
      expect([...gains, ...losses].reduce((sum, { points }) => sum + points, 0)).toBeLessThanOrEqual(0);
  });

  it('hold a seat for the employees’ side where training is concerned, and a council only beside its employer', async () => {
    for (const { benches, members } of (await proposed(SHIFTS, coordinator))!) {
      const side = benches.find(({ employeesSide }) => employeesSide)!;
      expect(side).toMatchObject({ kind: 'UNION', taken: side.minimum });
      const names = members.map(({ actor }) => actor.name);
      if (names.some((name) => name.startsWith('Betriebsrat des Klinikums'))) expect(names).toContain('Klinikum Westpark');
    }
  });

  it('are the same for the same question, and for nobody who is not signed in', async () => {
    expect(await proposed(SHIFTS, coordinator)).toEqual(await proposed(SHIFTS, coordinator));
    expect(await proposed('gibt-es-nicht', coordinator)).toBeNull();
    const refused = await app.query(ALLIANCES, { slug: SHIFTS }, { viewer: VISITOR });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('rest on what is for members only, which visitors do not find at the same question', async () => {
    const before = (await proposed(NO_OFFICE, member))!;
    const lacking = before[0]!.coverage.find(({ worth }) => worth === 0)!.competence;
    const title = 'Streetwork am Zeppelinplatz';
    const input = { id: newId(), actorId: kompass, direction: 'OFFER', title, audience: 'MEMBERS', competences: [lacking] };
    const added = await app.query(ADD, { input }, { viewer: acting(kompass) });
    expect(added.data).toMatchObject({ addEntry: { __typename: 'ActorEntry' } });
    await app.project();
    const region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    app.get(ChangeFeed).publish({ seq: 1, owners: [{ type: 'actor', id: kompass, regionId: region.id, audience: 'PUBLIC' }] });
    await new Promise((resolve) => setImmediate(resolve));
    const [first] = (await proposed(NO_OFFICE, member))!;
    expect(first!.coverage).toContainEqual({ competence: lacking, worth: 1 });
    expect(idsOf(first!)).toContain(kompass);
    const missing = async (viewer: Viewer) => (await app.query(MISSING, { slug: NO_OFFICE }, { viewer })).data;
    expect(JSON.stringify(await missing(member))).toContain(title);
    expect(JSON.stringify(await missing(VISITOR))).not.toContain(title);
  });

  it('complete a Vorhaben with those it still looks for', async () => {
    const found = (await app.query<{ proposedPartners: Proposal[] }>(PARTNERS, { slug: 'ausfallpool-mittelruhe' }, { viewer: member }))
      .data;
    const [first] = found.proposedPartners;
    expect(first!.members.filter(({ fixed }) => fixed).length).toBeGreaterThan(0);
    expect(first!.members.filter(({ fixed }) => !fixed).map(({ bench }) => bench)).toEqual(expect.arrayContaining(['COMPANY', 'SCIENCE']));
    expect(first!.coverage.some(({ worth }) => worth > 0)).toBe(true);
  });

  it('of who could come are made where somebody declined, for whoever leads the alliance alone', async () => {
    const VACANT = `query($slug: String!) { vacantAllianceSeats(allianceSlug: $slug) { actorId why replacements {
      actor { id kind } reasons { code } gains { type id } losses { type id } } } }`;
    interface Vacant {
      actorId: string;
      why: string;
      replacements: { actor: { id: string; kind: string }; reasons: object[] }[];
    }
    const vacant = async (slug: string, viewer: Viewer) => {
      const { data, errors } = await app.query<{ vacantAllianceSeats: Vacant[] | null }>(VACANT, { slug }, { viewer });
      expect(errors).toBeUndefined();
      return data.vacantAllianceSeats;
    };
    const warmth = 'waerme-aus-nordkamp';
    expect(await vacant(warmth, coordinator)).toEqual([]);
    const council = idFrom('harkenrode', 'actor', 'betriebsrat-nordkamp');
    const { data } = await app.query<{ answerAllianceInvitation: { state: string } }>(
      'mutation($input: AnswerAllianceInvitationInput!) { answerAllianceInvitation(input: $input) { ... on Alliance { state } } }',
      { input: { id: idFrom('harkenrode', 'alliance', 'waerme-aus-nordkamp'), actorId: council, roundVersion: 1, answer: 'NO' } },
      { viewer: acting(council) },
    );
    expect(data.answerAllianceInvitation.state).toBe('INVITING');
    const [seat, ...others] = (await vacant(warmth, coordinator))!;
    expect(others).toEqual([]);
    expect(seat).toMatchObject({ actorId: council, why: 'DECLINED' });
    expect(seat!.replacements.length).toBeGreaterThan(0);
    expect(seat!.replacements.every(({ actor, reasons }) => actor.id !== council && reasons.length > 0)).toBe(true);
    expect(await vacant(warmth, acting(council))).toBeNull();
  });
});
