import { GraphQLSchemaHost } from '@nestjs/graphql';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { ContextContributions } from '@knotenpunkt/platform/graphql';
import { ChangeFeed } from '@knotenpunkt/platform/outbox';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { parse, subscribe, type GraphQLField } from 'graphql';
import { rooms } from '../app.module';
import { documentOf, outcomeOf, type Outcome } from './ask';
import { CLOSER_LOOKS, OPERATION_ARGUMENTS, OWN } from './cases';
import { doors, fieldsThatAskWho } from './fields';
import { askers, prepareRecords } from './prepare';
import { readPermissions, ROLES, type RoleName } from './table';

describe('permissions', () => {
  const table = new Map(readPermissions().map((row) => [row.name, row]));
  let app: TestApp;
  let people: Awaited<ReturnType<typeof askers>>;
  const operations = new Map<string, GraphQLField<unknown, unknown>>();

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), ...rooms],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    people = await askers(app);
    await prepareRecords(app, people);
    const schema = app.get(GraphQLSchemaHost).schema;
    for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
      for (const field of Object.values(type?.getFields() ?? {})) operations.set(`${type!.name}.${field.name}`, field);
  });
  afterAll(() => app.close());

  /** Told that something changed which only members may know of. */
  async function isToldOfChanges(role: RoleName): Promise<Outcome> {
    const { viewer, region } = people[role];
    const schema = app.get(GraphQLSchemaHost).schema;
    const contextValue = { ...(await app.get(ContextContributions).create({ headers: {}, clientAddress: '127.0.0.1' })), viewer, region };
    const answer = await subscribe({ schema, document: parse('subscription { changes { owners { id } } }'), contextValue });
    if (!(Symbol.asyncIterator in answer)) return outcomeOf(answer, () => null);
    const next = answer.next();
    app.get(ChangeFeed).publish({ seq: 1, owners: [{ type: 'actor', id: OWN, regionId: people.editor.region.id, audience: 'MEMBERS' }] });
    const first = await Promise.race([next, new Promise((resolve) => setTimeout(resolve, 30, null))]);
    await answer.return(undefined);
    return first === null ? 'nothing' : 'yes';
  }

  async function outcomeFor(name: string, role: RoleName): Promise<Outcome> {
    const look = CLOSER_LOOKS[name];
    if (look) return outcomeOf(await app.query(look.ask, {}, people[role] as object), look.found);
    const [kind, operation] = name.split('.') as [string, string];
    if (kind === 'Subscription') return isToldOfChanges(role);
    const variables = OPERATION_ARGUMENTS[operation]?.() ?? {};
    const source = documentOf(kind, operations.get(name)!, variables);
    return outcomeOf(await app.query(source, variables, people[role] as object), (data: Record<string, unknown>) => data[operation]);
  }

  it('has a row for every operation and for every field that asks who', () => {
    const wanted = [...operations.keys(), ...fieldsThatAskWho(app)].sort();
    expect([...table.keys()].sort()).toEqual(wanted);
  });

  it('says at the door what the operation says', () => {
    const said = doors(app);
    const wanted = Object.fromEntries([...operations.keys()].map((name) => [name, said.get(name.split('.')[1]!) ?? 'NOBODY']));
    const written = Object.fromEntries([...operations.keys()].map((name) => [name, table.get(name)?.door]));
    expect(written).toEqual(wanted);
  });

  it.each([...table.keys()])('%s answers each as the table says', async (name) => {
    const outcomes: Record<string, Outcome> = {};
    for (const role of ROLES) outcomes[role] = await outcomeFor(name, role);
    expect(outcomes).toEqual(table.get(name)!.expected);
  });
});
