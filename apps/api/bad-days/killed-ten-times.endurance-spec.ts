import { newId } from '@knotenpunkt/kernel';
import pg from 'pg';
import { Person } from './person';
import { Product } from './product';
import { until } from '../until';

const KILLS = Number(process.env['KILLS'] ?? 10);
const WRITERS = 16;
/** Ten seconds on a machine of its own; said, and held to three times as much, since machines are shared. */
const RESTARTED_MS = 3 * 10_000;
const EQUAL_MS = 60_000;

const sleep = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds));

describe('a product that is killed again and again', () => {
  it('loses nothing it acknowledged, has nothing twice, and the graph says what Postgres says', async () => {
    const product = await Product.onFreePort();
    const restarts: number[] = [];
    const equal: number[] = [];
    const acknowledged: string[] = [];
    const wrong: unknown[] = [];
    let over = false;
    let retries = 0;
    try {
      await product.start();
      const katrin = await Person.signedIn(product.address, 'katrin.vossebrink');
      const administrator = await Person.signedIn(product.address, 'ulrike.tamm');
      const own = await katrin.organisation();
      // Whoever gets no answer asks again with the same id, as a page does.
      const write = async (): Promise<void> => {
        const id = newId();
        for (;;) {
          try {
            const fault = await katrin.write(own, id);
            if (fault === null) return void acknowledged.push(id);
            // On its way up again it may still be without its database.
            if (!JSON.stringify(fault).includes('DATABASE_UNAVAILABLE')) return void wrong.push(fault);
          } catch {
            // Nobody there.
          }
          retries++;
          await sleep(200);
        }
      };
      const writers = Array.from({ length: WRITERS }, async () => {
        while (!over) await write();
      });
      for (let kill = 0; kill < KILLS; kill++) {
        const before = acknowledged.length;
        await until(60_000, () => acknowledged.length > before + 2 * WRITERS);
        await sleep(Math.random() * 1_000);
        await product.kill();
        restarts.push(await product.start());
        const since = Date.now();
        // Others write on meanwhile: it is enough that both are equal at one moment.
        await until(EQUAL_MS, async () => {
          const { data } = await administrator.ask<{ graphState: { equal: boolean } }>('{ graphState { equal } }');
          return data?.graphState.equal;
        }).catch(() => wrong.push('the graph differs under writers'));
        equal.push(Date.now() - since);
      }
      over = true;
      await Promise.all(writers);
      await until(EQUAL_MS, async () => {
        const { data } = await administrator.ask<{ graphState: { equal: boolean } }>('{ graphState { equal } }');
        return data?.graphState.equal;
      });
      const client = new pg.Client({ connectionString: product.databaseUrl });
      await client.connect();
      const kept = await client.query('SELECT id FROM entry WHERE id = ANY($1)', [acknowledged]);
      const twice = await client.query(
        `SELECT subject_id, verb FROM act WHERE verb IN ('entry.added', 'entry.withdrawn') AND subject_id = ANY($1) GROUP BY 1, 2 HAVING count(*) > 1
         UNION ALL SELECT min(id::text)::uuid, 'title' FROM entry WHERE title LIKE 'Probe %' GROUP BY title HAVING count(*) > 1`,
        [acknowledged],
      );
      const left = await client.query('SELECT count(*)::int AS count FROM outbox');
      await client.end();
      console.log(
        JSON.stringify({
          kills: KILLS,
          writers: WRITERS,
          acknowledged: acknowledged.length,
          retries,
          restarts,
          equal,
          lost: acknowledged.length - kept.rows.length,
        }),
      );
      expect(wrong).toEqual([]);
      expect(kept.rows.length).toBe(acknowledged.length);
      expect(twice.rows).toEqual([]);
      expect(left.rows).toEqual([{ count: 0 }]);
      expect(restarts.filter((ms) => ms > RESTARTED_MS)).toEqual([]);
    } finally {
      over = true;
      await product.end();
    }
  }, 1_800_000);
});
