import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Request, type Response } from 'express';
import helmet from 'helmet';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AuthDoor } from '@knotenpunkt/identity/api';
import type { Clock } from '@knotenpunkt/kernel';
import { MeaningKeeper, MeaningService } from '@knotenpunkt/matching/api';
import { migrations } from '@knotenpunkt/migrations';
import { MeasureKeeper, SnapshotKeeper } from '@knotenpunkt/network/api';
import type { Configuration } from '@knotenpunkt/platform/config';
import { answerRequests, createDataSource, migrate, registeredEntities } from '@knotenpunkt/platform/database';
import { PublicAnswers, refuseForeignOrigins, WebSocketDoor } from '@knotenpunkt/platform/graphql';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { ChangeFeed, GraphKeeper, Projector } from '@knotenpunkt/platform/outbox';
import { JsonLogger, Metrics } from '@knotenpunkt/platform/telemetry';
import { RegionSeeds, RegionService } from '@knotenpunkt/regions/api';
import { AppModule } from './app.module';
import { boundBodies, bytesOnly, jsonOnly, refuseBody, shallowJson } from './doors/bodies';
import { DatabaseAwayFilter } from './doors/database-away.filter';
import { impatient } from './doors/patience';

/** What a process does: answer requests, do the work behind them, or both. */
export type Role = 'serve' | 'work' | 'all';

export interface RunningServer {
  app: NestExpressApplication;
  /** Where it listens, for example http://127.0.0.1:4400. */
  address: string;
  close(): Promise<void>;
}

const BODIES = { largest: 256 * 1024, patience: 10_000 };

/** Migrates, starts the roles of this process and, for `serve`, opens the port. */
export async function startServer(configuration: Configuration, databaseUrl: string, role: Role, clock?: Clock): Promise<RunningServer> {
  await migrate(databaseUrl, migrations);
  const dataSource = await createDataSource(databaseUrl, { entities: registeredEntities(), starting: true }).initialize();
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(configuration, databaseUrl, dataSource, clock), {
    logger: new JsonLogger(configuration.logLevel),
    bodyParser: false,
    abortOnError: false,
  });
  try {
    await open(app, configuration, role);
    answerRequests(dataSource);
  } catch (error) {
    // What was opened already would keep hold of the database.
    await app.close().catch(() => undefined);
    throw error;
  }
  return { app, address: await app.getUrl(), close: () => app.close() };
}

async function open(app: NestExpressApplication, configuration: Configuration, role: Role): Promise<void> {
  furnish(app, configuration);
  app.useGlobalFilters(new DatabaseAwayFilter());
  await app.init();
  if (role !== 'serve') await startWork(app, configuration);
  // An embedded graph is filled by each process that holds one; a Neo4j graph by the working ones only.
  await app.get(GraphKeeper).start(configuration.graph.kind === 'embedded' || role !== 'serve' ? 'apply' : 'follow');
  const feed = app.get(ChangeFeed);
  app.get(PublicAnswers).follow(() => feed.version);
  if (role !== 'serve') app.get(SnapshotKeeper).start();
  if (role !== 'serve') app.get(MeasureKeeper).start();
  if (role !== 'serve') app.get(MeaningKeeper).start();
  app.get(MeaningService).prepare();
  await app.get(Jobs).start();
  await app.listen(role === 'work' ? configuration.workPort : configuration.port, configuration.host);
  if (role !== 'work') app.get(WebSocketDoor).attach(app.getHttpServer());
}

async function startWork(app: NestExpressApplication, configuration: Configuration): Promise<void> {
  // Invented regions and their logins are for trying things out; real ones come with every installation.
  await app.get(RegionSeeds).loadMissing({ examples: configuration.demo });
  // Before anything is numbered anew: a graph that is ahead of a restored database would not be noticed later.
  await app
    .get(GraphKeeper)
    .catchUp()
    .catch(() => undefined);
  const projector = app.get(Projector);
  await projector.drain();
  projector.start();
  await app.get(Jobs).work();
}

function furnish(app: NestExpressApplication, configuration: Configuration): void {
  app.set('trust proxy', configuration.production ? 1 : false);
  app.disable('x-powered-by');
  if (app.get(Metrics).offered) app.use(app.get(Metrics).timeRequests);
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          baseUri: ["'none'"],
          connectSrc: ["'self'"],
          fontSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          imgSrc: ["'self'", 'data:'],
          manifestSrc: ["'self'"],
          objectSrc: ["'none'"],
          scriptSrc: ["'self'"],
          scriptSrcAttr: ["'none'"],
          styleSrc: ["'self'"],
          workerSrc: ["'self'"],
        },
      },
      strictTransportSecurity: configuration.production,
      crossOriginEmbedderPolicy: false,
    }),
  );
  app.use(compression());
  app.use('/dateien', refuseForeignOrigins([configuration.publicUrl]), bytesOnly);
  app.use(['/graphql', '/api/auth'], refuseForeignOrigins([configuration.publicUrl]), jsonOnly, boundBodies(BODIES));
  app.use(express.json({ limit: BODIES.largest }));
  app.use((error: { status?: number }, _request: Request, response: Response, next: (error?: unknown) => void) => {
    if (response.headersSent) return;
    if (error.status === undefined || error.status >= 500) return next(error);
    refuseBody(response, error.status, error.status === 413 ? 'The request is too large.' : 'The request is not valid JSON.');
  });
  app.use(shallowJson);
  app.use('/graphql', app.get(PublicAnswers).handler());
  app.use(impatient);
  app.use('/api/auth', app.get(AuthDoor).handler());
  serveClient(app, configuration);
}

/** The built client: hashed files for ever, the page itself fresh, every unknown address is the client's to answer. */
function serveClient(app: NestExpressApplication, configuration: Configuration): void {
  const folder = join(import.meta.dirname, '../web');
  app.use('/config.json', (_request: Request, response: Response, next: (error?: unknown) => void) => {
    const regions = app.get(RegionService).all();
    regions
      .then((all) =>
        response.set('cache-control', 'no-cache').json({
          regions: all.map(({ slug, nameDe, timeZone }) => ({ slug, name: nameDe, timeZone })),
          defaultRegion: all.some((region) => region.slug === configuration.defaultRegion)
            ? configuration.defaultRegion
            : (all[0]?.slug ?? null),
          operator: configuration.operator,
        }),
      )
      .catch(next);
  });
  if (!existsSync(folder)) return;
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static(folder, { index: false }));
  app.use((request: Request, response: Response, next: () => void) => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && request.accepts(['html', 'json']) === 'html';
    if (!isPage || /^\/(graphql|api|daten(?!\/offen\/?$)|dateien|einbetten|health|ready|metrics)(\/|$)/i.test(request.path)) return next();
    response.set('cache-control', 'no-cache').sendFile(join(folder, 'index.html'));
  });
}
