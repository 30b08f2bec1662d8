import { Test } from '@nestjs/testing';
import type { INestApplication, Type } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { systemClock, type Clock } from '@knotenpunkt/kernel';
import { createDataSource, DatabaseModule, registeredEntities } from '@knotenpunkt/platform/database';
import { GraphModule } from '@knotenpunkt/platform/graph';
import { ContextContributions, GraphqlModule, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { Jobs, JobsModule } from '@knotenpunkt/platform/jobs';
import { MailModule } from '@knotenpunkt/platform/mail';
import { GraphKeeper, OutboxModule, Projector } from '@knotenpunkt/platform/outbox';
import { graphql, type ExecutionResult } from 'graphql';
import type { DynamicModule } from '@nestjs/common';
import { createTestDatabase } from './test-database';

const PUBLIC_URL = 'http://localhost:4400';

export interface TestApp {
  url: string;
  get<Service>(type: Type<Service> | symbol): Service;
  /** Runs an operation as the given context says (`{ viewer, region }`); what is not given is made as for a request. */
  query<Data>(
    source: string,
    variables?: Record<string, unknown>,
    context?: Partial<GraphqlContext>,
  ): Promise<Omit<ExecutionResult, 'data'> & { data: Data }>;
  /** Projects all waiting messages and brings the graph up to date, now. */
  project(): Promise<void>;
  close(): Promise<void>;
}

/** What identity is told in tests: people may sign in, and the demo logins are there. */
export function signInForTests(databaseUrl: string) {
  return { databaseUrl, secret: 'a secret that is only good for tests', publicUrl: PUBLIC_URL, demo: true };
}

/** The given rooms on a database of their own, with the embedded graph; nothing listens on a port. */
export async function createTestApp(options: {
  modules: (databaseUrl: string) => (DynamicModule | Type<unknown>)[];
  clock?: Clock;
  /** Where mails go; missing: nowhere, they are kept to be looked at. */
  mail?: { smtpUrl: string; secret?: string };
}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource(database.url, { entities: registeredEntities() }).initialize();
  const testing = await Test.createTestingModule({
    imports: [
      DatabaseModule.forRoot(dataSource, options.clock ?? systemClock),
      GraphModule.forRoot({ kind: 'embedded' }),
      GraphqlModule.forRoot({ production: false, allowedOrigins: [] }),
      OutboxModule.forRoot(database.url),
      JobsModule.forRoot(database.url),
      MailModule.forRoot({
        smtpUrl: options.mail?.smtpUrl ?? null,
        from: 'test@knotenpunkt.example',
        publicUrl: PUBLIC_URL,
        // Tests look for links in mails that were kept.
        secret: options.mail?.secret ?? null,
      }),
      ...options.modules(database.url),
    ],
  }).compile();
  const app: INestApplication = testing.createNestApplication({ logger: false });
  await app.init();
  await app.get(Jobs).start();
  const schema = app.get(GraphQLSchemaHost).schema;
  return {
    url: database.url,
    get: (type) => app.get(type, { strict: false }),
    query: async (source, variables, given) => {
      const headers = given && 'region' in given ? { 'x-region': (given as { region: { slug: string } }).region.slug } : {};
      const contextValue = Object.assign(await app.get(ContextContributions).create({ headers, clientAddress: '127.0.0.1' }), given);
      return (await graphql({ schema, source, variableValues: variables, contextValue })) as never;
    },
    project: async () => {
      await app.get(Projector).drain();
      await app.get(GraphKeeper).catchUp();
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
