import { fill } from '@knotenpunkt/kernel';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { H2020ImportService, ImportRefused, type ImportHearer, type ImportReport } from '@knotenpunkt/imports/api';
import { messages, type RowProblem } from '@knotenpunkt/imports/domain';
import { migrations } from '@knotenpunkt/migrations';
import type { Configuration } from '@knotenpunkt/platform/config';
import { createDataSource, Database, migrate, query, registeredEntities } from '@knotenpunkt/platform/database';
import { Projector } from '@knotenpunkt/platform/outbox';
import { JsonLogger } from '@knotenpunkt/platform/telemetry';
import pg from 'pg';
import { AppModule } from './app.module';

/** Any constant will do; whoever holds it is the one import that runs. */
const IMPORT_LOCK = 7_040_005;
/** So many lines that were not taken are told; all are counted. */
const MOST_TOLD = 20;

const messagesWaiting = query('import.waiting', 'SELECT count(*) AS count FROM outbox WHERE set_aside_at IS NULL');

const USAGE = `npm run import -- <folder> [--region <slug>]

Loads actors.csv, projects.csv and participations.csv of Horizon 2020 into a region of their own (h2020 if none is named).
It may run beside the product, be stopped at any time and be repeated: what is there already stays as it is.`;

interface Wish {
  folder: string;
  region: string;
}

function wishOf(given: string[]): Wish {
  try {
    const { values, positionals } = parseArgs({ args: given, allowPositionals: true, options: { region: { type: 'string' } } });
    const [folder, more] = positionals;
    const region = values.region ?? 'h2020';
    if (folder && more === undefined && /^[a-z0-9][a-z0-9-]{0,59}$/.test(region)) return { folder, region };
  } catch {
    // Unknown options are answered like missing ones.
  }
  throw new ImportRefused(USAGE);
}

/** Loads the tables and waits until the graph knows them; gives what became of their rows, in lines. */
export async function importTables(configuration: Configuration, databaseUrl: string, given: string[]): Promise<string[]> {
  const wish = wishOf(given);
  const lock = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  lock.on('error', () => undefined);
  let app: INestApplicationContext | null = null;
  try {
    await lock.connect();
    const held = await lock.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [IMPORT_LOCK]);
    if (!held.rows[0]!.held)
      throw new ImportRefused('Another import is running on this database. Wait until it is done, then start again.');
    await sameVersion(lock, databaseUrl);
    const dataSource = await createDataSource(databaseUrl, { entities: registeredEntities(), slow: true, poolSize: 4 }).initialize();
    // What is loaded reaches a graph by way of Postgres; none of our own is needed.
    const rooms = AppModule.forRoot({ ...configuration, graph: { kind: 'embedded' } }, databaseUrl, dataSource);
    app = await NestFactory.createApplicationContext(rooms, { logger: new JsonLogger('warn'), abortOnError: false });
    return await load(app, wish);
  } finally {
    await app?.close();
    await lock.end().catch(() => undefined);
  }
}

/** The database must be as this version knows it. An older one is brought up to date, unless somebody works with it. */
async function sameVersion(client: pg.Client, url: string): Promise<void> {
  const known = migrations.map(({ name }) => name);
  const found = await client.query<{ name: string }>('SELECT name FROM migrations').catch(() => ({ rows: [] }));
  const done = found.rows.map(({ name }) => name);
  if (done.some((name) => !known.includes(name)))
    throw new ImportRefused(
      'The database belongs to a newer version of the product. Import with that version: update this copy, then start again.',
    );
  if (known.every((name) => done.includes(name))) return;
  const others = await client.query(
    'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() LIMIT 1',
  );
  if (others.rowCount !== 0)
    throw new ImportRefused('The product that is running is older than this command. Stop it, start it anew (npm start), then import.');
  await migrate(url, migrations);
}

async function load(app: INestApplicationContext, wish: Wish): Promise<string[]> {
  const began = performance.now();
  const stop = new AbortController();
  const onInterrupt = () => stop.abort(new ImportRefused('Stopped. What was loaded stays; the same command goes on from there.'));
  process.once('SIGINT', onInterrupt);
  const show = progressBar();
  const problems: RowProblem[] = [];
  const odd = { left: 0, taken: 0 };
  const hearer: ImportHearer = {
    progress: show,
    problem: (problem) => {
      const count = ++odd[problem.left ? 'left' : 'taken'];
      if (count <= MOST_TOLD) problems.push(problem);
    },
  };
  const report = await app.get(H2020ImportService).run(wish.folder, wish.region, hearer, stop.signal);
  process.off('SIGINT', onInterrupt);
  await projected(app, show);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  return [
    ...told(
      'Not taken:',
      problems.filter(({ left }) => left),
      odd.left,
    ),
    ...told(
      'Taken, but odd:',
      problems.filter(({ left }) => !left),
      odd.taken,
    ),
    ...summary(report, wish),
    `Done in ${seconds} s with at most ${memory} MB. The region is at /r/${wish.region}.`,
  ];
}

type Show = (what: string, done: number, total: number) => void;

/** Waits until every change is in `graph_fact`: by the running product, or by ourselves where none runs. */
async function projected(app: INestApplicationContext, show: Show): Promise<void> {
  const database = app.get(Database);
  const waiting = async () => (await database.readOne<{ count: number }>(messagesWaiting))!.count;
  const total = await waiting();
  if (total > 0) app.get(Projector).start();
  for (let left = total; left > 0; left = await waiting()) {
    show('network', Math.max(0, total - left), total);
    await new Promise((go) => setTimeout(go, 250));
  }
  show('network', total, total);
}

function told(head: string, problems: readonly RowProblem[], count: number): string[] {
  if (count === 0) return [];
  const lines = problems.map(({ file, line, refusal }) => {
    const values = Object.fromEntries(Object.entries(refusal.params ?? {}).map(([name, value]) => [name, String(value)]));
    return `  ${file}:${line}  ${fill(messages.en.refusals[refusal.code], values)}`;
  });
  return [head, ...lines, ...(count > problems.length ? [`  … and ${count - problems.length} more`] : [])];
}

function summary(report: ImportReport, { region }: Wish): string[] {
  const nothing = Object.values(report).every(({ added }) => added === 0);
  return [
    nothing ? `Nothing new for the region ${region}: what can be taken was there already.` : `Loaded into the region ${region}:`,
    ...Object.entries(report).map(
      ([table, { added, known, left }]) =>
        `  ${table.padEnd(14)} ${padded(added)} new ${padded(known)} there already ${padded(left)} not taken`,
    ),
  ];
}

const padded = (count: number) => count.toLocaleString('en').padStart(8);

/** One line that fills up on a terminal; elsewhere a line a tenth. */
function progressBar(): Show {
  const live = process.stderr.isTTY;
  let last = '';
  return (what, done, total) => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const step = `${what} ${Math.floor(share * (live ? 100 : 10))}`;
    if (step === last) return;
    last = step;
    const filled = Math.round(share * 30);
    const line = `${what.padEnd(20)} [${'█'.repeat(filled)}${'·'.repeat(30 - filled)}] ${String(Math.floor(share * 100)).padStart(3)} %`;
    process.stderr.write(live ? `\r${line}${share === 1 ? '\n' : ''}` : `${line}\n`);
  };
}
