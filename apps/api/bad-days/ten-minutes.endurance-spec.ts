import { idFrom } from '@knotenpunkt/kernel';
import pg from 'pg';
import { Person } from './person';
import { Product } from './product';

const MINUTES = Number(process.env['MINUTES'] ?? 10);
const READERS = 6;
const WRITERS = 2;
const LAG_MS = 5_000;
/** So much more memory at the end than after the first third; a leak shows as more. */
const GROWTH = 1.25;

const actorOf = (at: number) => idFrom('harkenrode', 'actor', `a${String(1 + (at % 60)).padStart(3, '0')}`);
const sleep = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds));
const middleOf = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** What people read, in turns. */
const READS: ((at: number) => string)[] = [
  (at) => `{ actors(first: ${10 + (at % 20)}) { edges { node { id name slug offers { id title } } } } }`,
  (at) => `{ actorById(id: "${actorOf(at)}") { name summary offers { title } needs { title } memberOf { actor { name } } } }`,
  (at) => `{ surroundings(actorId: "${actorOf(at)}", depth: 2) { nodes { actor { name } } ties { a { id } b { id } } } }`,
  (at) => `{ paths(from: "${actorOf(at)}", to: "${actorOf(at + 7)}") { __typename } }`,
  () => '{ initiatives(first: 20) { edges { node { title } } } networkState { address } }',
];

describe('minutes of mixed load', () => {
  it(
    'leave memory as it was, make no errors, and keep the graph close behind',
    async () => {
      const product = await Product.onFreePort();
      const faults = new Map<string, number>();
      const times: number[] = [];
      const memory: number[] = [];
      const lags: number[] = [];
      let writes = 0;
      let over = false;
      const fault = (told: unknown) => {
        const key = JSON.stringify(told).slice(0, 200);
        faults.set(key, (faults.get(key) ?? 0) + 1);
      };
      try {
        await product.start();
        const katrin = await Person.signedIn(product.address, 'katrin.vossebrink');
        const own = await katrin.organisation();
        const read = async (reader: number): Promise<void> => {
          for (let at = reader; !over; at++) {
            const began = Date.now();
            const { errors } = await katrin.ask(READS[at % READS.length]!(at)).catch((error: Error) => ({ errors: [error.message] }));
            times.push(Date.now() - began);
            if (errors) fault(errors);
            await sleep(20);
          }
        };
        const write = async (): Promise<void> => {
          while (!over) {
            const wrong = await katrin.write(own).catch((error: Error) => error.message);
            if (wrong !== null) fault(wrong);
            else writes++;
            await sleep(50);
          }
        };
        const people = [...Array.from({ length: READERS }, (_, at) => read(at)), ...Array.from({ length: WRITERS }, write)];
        const client = new pg.Client({ connectionString: product.databaseUrl });
        await client.connect();
        for (let second = 0; second < MINUTES * 60; second++) {
          await sleep(1_000);
          const { rows } = await client.query<{ lag: number }>(
            'SELECT coalesce(extract(epoch FROM now() - min(created_at)) * 1000, 0)::float8 AS lag FROM outbox',
          );
          lags.push(rows[0]!.lag);
          if (second % 5 === 0) memory.push(product.memoryMb);
        }
        over = true;
        await Promise.all(people);
        await client.end();
        const third = Math.floor(memory.length / 3);
        const settled = middleOf(memory.slice(third, 2 * third));
        const atEnd = middleOf(memory.slice(2 * third));
        const sorted = times.toSorted((a, b) => a - b);
        console.log(
          JSON.stringify({
            minutes: MINUTES,
            reads: times.length,
            writes,
            medianMs: middleOf(times),
            p99Ms: sorted[Math.floor(sorted.length * 0.99)],
            slowestMs: sorted.at(-1),
            memoryMb: { start: memory[0], settled, atEnd, most: Math.max(...memory) },
            worstLagMs: Math.round(Math.max(...lags)),
            faults: Object.fromEntries(faults),
          }),
        );
        expect(Object.fromEntries(faults)).toEqual({});
        expect(Math.max(...lags)).toBeLessThan(LAG_MS);
        expect(atEnd / settled).toBeLessThan(GROWTH);
      } finally {
        over = true;
        await product.end();
      }
    },
    (MINUTES + 5) * 60_000,
  );
});
