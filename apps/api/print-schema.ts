import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { createDataSource } from '@knotenpunkt/platform/database';
import { schemaFile } from '@knotenpunkt/platform/graphql';
import { AppModule } from './app.module';

/** The GraphQL schema of all rooms as text. Needs no database: nothing connects before the first question. */
export async function printSchemaOfRooms(): Promise<string> {
  const nowhere = 'postgres://nobody@127.0.0.1:1/none';
  const app = await NestFactory.create(AppModule.forRoot(readConfiguration({ LOG_LEVEL: 'silent' }), nowhere, createDataSource(nowhere)), {
    logger: ['error'],
    abortOnError: false,
  });
  await app.init();
  return schemaFile(app.get(GraphQLSchemaHost).schema);
}
