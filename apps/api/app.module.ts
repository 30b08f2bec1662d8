import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { Clock } from '@knotenpunkt/kernel';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { CoordinationModule } from '@knotenpunkt/coordination/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { ImportsModule } from '@knotenpunkt/imports/api';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { MatchingModule, SentenceModelModule } from '@knotenpunkt/matching/api';
import { DutyOperatorModule, ModerationModule } from '@knotenpunkt/moderation/api';
import { NoticesModule } from '@knotenpunkt/notices/api';
import { DataOperatorModule, NetworkModule } from '@knotenpunkt/network/api';
import { OperationsModule } from '@knotenpunkt/operations/api';
import type { Configuration } from '@knotenpunkt/platform/config';
import { DatabaseModule } from '@knotenpunkt/platform/database';
import { GraphModule } from '@knotenpunkt/platform/graph';
import { GraphqlModule, KnownDocuments } from '@knotenpunkt/platform/graphql';
import { JobsModule } from '@knotenpunkt/platform/jobs';
import { MailModule } from '@knotenpunkt/platform/mail';
import { OutboxModule } from '@knotenpunkt/platform/outbox';
import { TelemetryModule } from '@knotenpunkt/platform/telemetry';
import { RegionsModule } from '@knotenpunkt/regions/api';
import type { DataSource } from 'typeorm';
// The client's documents are data here, and the client has no door for them; so this goes by path.
// eslint-disable-next-line @nx/enforce-module-boundaries
import clientDocuments from '../../libs/webkit/contract/generated/persisted-documents.json' with { type: 'json' };

/** The rooms in the order of the house; a new room is a line here. */
export const rooms: Type<unknown>[] = [
  NoticesModule,
  ActorsModule,
  AgreementsModule,
  InitiativesModule,
  ChallengesModule,
  AlliancesModule,
  NetworkModule,
  MatchingModule,
  CoordinationModule,
  ImportsModule,
  ModerationModule,
  OperationsModule,
];

/** Everything the server consists of. `databaseUrl` and `dataSource` name the same database. */
@Module({})
export class AppModule {
  static forRoot(configuration: Configuration, databaseUrl: string, dataSource: DataSource, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forRoot(dataSource, clock),
        GraphModule.forRoot(configuration.graph),
        GraphqlModule.forRoot({
          production: configuration.production,
          allowedOrigins: [configuration.publicUrl],
          documents: new KnownDocuments(clientDocuments, configuration.openQueries),
        }),
        OutboxModule.forRoot(databaseUrl),
        JobsModule.forRoot(databaseUrl),
        MailModule.forRoot({
          smtpUrl: configuration.smtpUrl,
          from: configuration.mailFrom,
          publicUrl: configuration.publicUrl,
          secret: configuration.authSecret,
        }),
        TelemetryModule.forRoot({ metricsToken: configuration.metricsToken }),
        RegionsModule.forRoot(configuration.defaultRegion),
        IdentityModule.forRoot({
          databaseUrl,
          secret: configuration.authSecret,
          publicUrl: configuration.publicUrl,
          demo: configuration.demo,
          signOn: configuration.signOn,
        }),
        SentenceModelModule.forRoot(configuration.modelsFolder),
        DataOperatorModule.forRoot(configuration.operator),
        DutyOperatorModule.forRoot(configuration.operator),
        ...rooms,
      ],
    };
  }
}
