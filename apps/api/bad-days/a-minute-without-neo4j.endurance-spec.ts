import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idFrom } from '@knotenpunkt/kernel';
import { keepNeo4jServer, openGraph } from '@knotenpunkt/platform/graph';
import { neo4jLibrary } from '@knotenpunkt/platform/testing';
import pg from 'pg';
import { Person } from './person';
import { Product } from './product';
import { until } from '../until';

const AWAY_MS = Number(process.env['AWAY_SECONDS'] ?? 60) * 1_000;
/** Each for an organisation of its own. */
const WRITERS = ['tilo.brandhoff', 'yusuf.erkal', 'sevgi.rautenberg', 'nadja.pohlmeier', 'ole.steinhauer', 'ruth.ellerbrock'];
const READERS = 4;
const TOLD_MS = 4_000;
const CAUGHT_UP_MS = 60_000;

const sleep = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds));
const surroundings = (at: number) =>
  `{ surroundings(actorId: "${idFrom('harkenrode', 'actor', `a${String(1 + (at % 60)).padStart(3, '0')}`)}") { actor { name } } }`;
const STATE = '{ graphState { equal } }';

describe('a Neo4j that stays away for a minute under load', () => {
  it('costs no write, is told to every reader in time, and has everything soon after it is back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'knotenpunkt-neo4j-'));
    const neo4j = await keepNeo4jServer({ folder, library: neo4jLibrary(), pausesMs: [AWAY_MS] });
    const direct = await openGraph({ kind: 'neo4j', ...neo4j });
    const product = await Product.onFreePort({ GRAPH: 'neo4j', NEO4J_URL: neo4j.url });
    const refused: unknown[] = [];
    const reads: { at: number; ms: number; code: string }[] = [];
    let written = 0;
    let over = false;
    try {
      await product.start();
      const administrator = await Person.signedIn(product.address, 'ulrike.tamm');
      const database = new pg.Client({ connectionString: product.databaseUrl });
      await database.connect();
      const newestSeq = async () => (await database.query<{ seq: number }>('SELECT max(seq)::int AS seq FROM graph_fact')).rows[0]!.seq;
      const write = async (key: string): Promise<void> => {
        const writer = await Person.signedIn(product.address, key);
        const own = await writer.organisation();
        while (!over) {
          const wrong = (await writer.startInitiative(own)) ?? (await writer.write(own));
          if (wrong === null) written += 2;
          else refused.push(wrong);
          await sleep(400);
        }
      };
      const read = async (): Promise<void> => {
        for (let turn = 0; !over; turn++) {
          const at = Date.now();
          const { errors } = await administrator.ask(surroundings(turn));
          reads.push({ at, ms: Date.now() - at, code: errors?.[0]?.extensions.code ?? 'fine' });
          await sleep(100);
        }
      };
      const people = [...WRITERS.map(write), ...Array.from({ length: READERS }, read)];
      await until(60_000, () => written > WRITERS.length && reads.some(({ code }) => code === 'fine'));
      const before = { written, seq: await newestSeq() };
      const from = Date.now();
      await neo4j.kill();
      await until(AWAY_MS + 120_000, async () => (await direct.seq()) > 0);
      const back = Date.now();
      const newest = await newestSeq();
      const meanwhile = { written: written - before.written, versions: newest - before.seq };
      await until(2 * CAUGHT_UP_MS, async () => (await direct.seq()) >= newest);
      const caughtUpMs = Date.now() - back;
      const readAgain = await until(CAUGHT_UP_MS, () => reads.find(({ at, code }) => at > back && code === 'fine'));
      const readAgainMs = readAgain.at + readAgain.ms - back;
      over = true;
      await Promise.all(people);
      await until(CAUGHT_UP_MS, async () => (await administrator.ask<{ graphState: { equal: boolean } }>(STATE)).data?.graphState.equal);
      await database.end();
      const told = reads.filter(({ code }) => code === 'GRAPH_UNAVAILABLE');
      const slowestMs = Math.max(...told.map(({ ms }) => ms));
      console.log(
        JSON.stringify({ awayMs: back - from, meanwhile, refused: refused.length, told: told.length, slowestMs, readAgainMs, caughtUpMs }),
      );
      expect(refused).toEqual([]);
      expect(meanwhile.written).toBeGreaterThan(WRITERS.length);
      // Whoever asks while it is away is told so; nobody gets an empty list or an error without a name.
      const whileAway = reads.filter(({ at }) => at > from + TOLD_MS && at < from + AWAY_MS);
      expect(new Set(whileAway.map(({ code }) => code))).toEqual(new Set(['GRAPH_UNAVAILABLE']));
      expect(told.filter(({ ms }) => ms > TOLD_MS)).toEqual([]);
      expect(caughtUpMs).toBeLessThan(CAUGHT_UP_MS);
      expect(readAgainMs).toBeLessThan(CAUGHT_UP_MS);
      expect(reads.filter(({ code }) => !['fine', 'GRAPH_UNAVAILABLE'].includes(code))).toEqual([]);
    } finally {
      over = true;
      await direct.close();
      await product.end();
      await neo4j.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 900_000);
});
