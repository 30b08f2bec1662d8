import { readFileSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { Database, query } from '@knotenpunkt/platform/database';
import { formatError, refusedVariables } from '@knotenpunkt/platform/graphql';
import { JsonLogger } from '@knotenpunkt/platform/telemetry';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { buildSchema, getNamedType, GraphQLError, isListType, getNullableType, parse, validate, type GraphQLSchema } from 'graphql';
import { rooms } from '../app.module';
import { documentOf } from '../permissions/ask';
import { OPERATION_ARGUMENTS } from '../permissions/cases';
import { askers, prepareRecords } from '../permissions/prepare';
import { DATES, NUMBERS, SHAPES, STRINGS } from './bad-values';
import { operationsOf, sampleOf, spotsOf, withValue, type Spot } from './walk-arguments';

/** Names of all queries and mutations, from the file that is kept of the schema: tests are named before a server runs. */
function operationNames(): string[] {
  const kept = buildSchema(readFileSync('schema.graphql', 'utf8'));
  return operationsOf(kept).map(({ field }) => field.name);
}

const stuck = query('attacks.stuck', 'SELECT error FROM outbox WHERE attempts > 0');

const met = new Map<string, number>();

/** All texts where a field of this name is met for the first time; where it comes again (the summary of a Vorhaben, for a change of it), every third. */
function stringsFor(name: string): string[] {
  const times = met.get(name) ?? 0;
  met.set(name, times + 1);
  return times === 0 ? STRINGS : STRINGS.filter((_, at) => (at + times) % 3 === 0);
}

function valuesFor({ path, type }: Spot): unknown[] {
  if (isListType(getNullableType(type))) return SHAPES;
  switch (String(getNamedType(type))) {
    case 'String':
      return [...stringsFor(String(path.at(-1))), ...NUMBERS.slice(0, 4), ...SHAPES];
    case 'ID':
      return [...STRINGS.filter((_, at) => at % 16 === 0), ...STRINGS.slice(-4), ...NUMBERS.slice(0, 4), ...SHAPES];
    case 'LocalDate':
      return [...DATES, ...STRINGS.slice(0, 12), ...NUMBERS.slice(0, 4), ...SHAPES];
    case 'Int':
    case 'Float':
      return [...NUMBERS, ...SHAPES];
    default:
      return ['', 'constructor', '__proto__', 1, ...SHAPES];
  }
}

const told = (value: unknown) => (JSON.stringify(value) ?? String(value)).slice(0, 60);

describe('bad values on every argument', () => {
  let app: TestApp;
  let schema: GraphQLSchema;
  let strongest: object;
  const logged: string[] = [];

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), ...rooms],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    const people = await askers(app);
    await prepareRecords(app, people);
    schema = app.get(GraphQLSchemaHost).schema;
    const { administrator } = people;
    strongest = { ...administrator, viewer: { ...administrator.viewer, coordinator: true, platformAdministrator: true } };
    Logger.overrideLogger(new JsonLogger('error', { write: (line: string) => void logged.push(line) }));
  });
  afterAll(() => app.close());

  /** What goes wrong with these variables as it would be told over HTTP; null: they were carried out or refused in a typed way. */
  async function faultOf(source: string, variables: Record<string, unknown>): Promise<string | null> {
    const document = parse(source);
    const refused = validate(schema, document)[0] ?? refusedVariables(document, variables);
    if (refused) return null;
    const { errors } = await app.query(source, variables, strongest);
    // Without a place in the answer it is the executor that refuses the variables.
    const faults = (errors ?? []).filter(({ path }) => path !== undefined).map((error) => formatError(error.toJSON(), error));
    return faults.find(({ extensions }) => extensions?.['code'] === 'INTERNAL_SERVER_ERROR')?.message ?? null;
  }

  it.each(operationNames())('%s refuses them or takes them, and nothing breaks', async (name) => {
    const { kind, field } = operationsOf(schema).find((each) => each.field.name === name)!;
    const broken: string[] = [];
    logged.length = 0;
    for (const spot of spotsOf(field)) {
      for (const value of valuesFor(spot)) {
        const base = OPERATION_ARGUMENTS[name]?.() ?? Object.fromEntries(field.args.map((each) => [each.name, sampleOf(each.type)]));
        const variables = withValue(field, base, spot, value);
        const fault = await faultOf(documentOf(kind, field, variables), variables);
        const said = logged.splice(0).join();
        if (fault || said) broken.push(`${spot.path.join('.')} = ${told(value)}: ${fault} ${said.slice(0, 300)}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('what was taken can be projected into the graph', async () => {
    logged.length = 0;
    await app.project();
    expect(await app.get(Database).read(stuck)).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('the walk would notice a fault', () => {
    const fault = formatError({ message: 'x' }, new GraphQLError('x', { originalError: new Error('unforeseen') }));
    expect(fault.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(logged.splice(0).join()).toContain('unforeseen');
  });
});
