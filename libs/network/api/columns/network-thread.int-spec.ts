import { idFrom } from '@knotenpunkt/kernel';
import { createDataSource, Database } from '@knotenpunkt/platform/database';
import { createTestDatabase, type TestDatabase } from '@knotenpunkt/platform/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DataSource } from 'typeorm';
import { NetworkThread } from './network-thread';

/** Ends in the middle of the work for some regions, answers for the others; measures come back as the task was understood. */
const WORKER = `
  import { parentPort } from 'node:worker_threads';
  let before = Promise.resolve();
  parentPort.on('message', ({ number, task: { type, wanted } }) => {
    if (wanted.regionId === '${idFrom('region', 'endless')}') return;
    if (wanted.regionId === '${idFrom('region', 'slow')}') {
      before = before.then(() => new Promise((go) => setTimeout(go, 800))).then(() => parentPort.postMessage({ number, answer: null }));
      return;
    }
    if (wanted.regionId === '${idFrom('region', 'fatal')}') process.exit(1);
    if (wanted.regionId === '${idFrom('region', 'faulty')}') throw new Error('out of order');
    if (wanted.regionId === '${idFrom('region', 'refused')}') return parentPort.postMessage({ number, fault: 'cannot be measured' });
    parentPort.postMessage({ number, answer: type === 'measure' ? { seq: 7, ...wanted } : null });
  });`;

describe('the thread that makes networks', () => {
  let place: TestDatabase;
  let rows: DataSource;
  let folder: string;
  let thread: NetworkThread;
  const want = (name: string) => thread.bringUpToDate({ regionId: idFrom('region', name), asOf: '2026-11-20', thorough: true });

  const measure = (name: string) => thread.measure({ regionId: idFrom('region', name), day: '2026-10-31', analysedOn: 'STATED' });
  const phaseOf = async (name: string) =>
    (await rows.query('SELECT phase FROM network_progress WHERE region_id = $1', [idFrom('region', name)]))[0].phase;

  beforeAll(async () => {
    place = await createTestDatabase();
    rows = await createDataSource(place.url).initialize();
    folder = await mkdtemp(join(tmpdir(), 'network-thread-'));
    await writeFile(join(folder, 'worker.mjs'), WORKER);
    thread = new NetworkThread(new Database(rows), place.url, pathToFileURL(join(folder, 'worker.mjs')));
  });
  afterAll(async () => {
    await thread.onApplicationShutdown();
    await rows.destroy();
    await place.drop();
    await rm(folder, { recursive: true });
  });

  it.each(['fatal', 'faulty'])('that ends in the middle (%s) says so, leaves no work under way, and is begun anew', async (name) => {
    await rows.query(`INSERT INTO network_progress (region_id, phase, part) VALUES ($1, 'PLACES', 0.5)`, [idFrom('region', name)]);
    await want('healthy');
    const [broken, beside] = await Promise.allSettled([want(name), want('waiting')]);
    expect([broken.status, beside.status]).toEqual(['rejected', 'rejected']);
    while ((await phaseOf(name)) !== null) await new Promise((go) => setTimeout(go, 20));
    await want('healthy');
  });

  it('is given time for each piece of work, not for what it waits for', async () => {
    await want('healthy');
    thread.patienceMs = 2_200;
    try {
      await Promise.all([want('slow'), want('slow'), want('slow'), want('slow')]);
    } finally {
      thread.patienceMs = 60_000;
    }
  });

  it('is given up where it takes too long, and what is wanted while it ends is done by the next', async () => {
    await want('healthy');
    const { terminate } = Worker.prototype;
    const meanwhile = new Promise<void>((resolve, reject) => {
      Worker.prototype.terminate = function (this: Worker) {
        Worker.prototype.terminate = terminate;
        thread.patienceMs = 60_000;
        want('healthy').then(resolve, reject);
        return this.terminate();
      };
    });
    thread.patienceMs = 100;
    const [givenUp] = await Promise.allSettled([want('endless'), meanwhile]);
    expect(givenUp.status).toBe('rejected');
    await meanwhile;
  });

  it('measures too, tells what went wrong, and goes on with the next', async () => {
    const [made, measured, refused] = await Promise.allSettled([want('healthy'), measure('healthy'), measure('refused')]);
    expect(made).toEqual({ status: 'fulfilled', value: undefined });
    expect(measured).toMatchObject({ value: { seq: 7, regionId: idFrom('region', 'healthy'), day: '2026-10-31', analysedOn: 'STATED' } });
    expect(refused).toMatchObject({ status: 'rejected', reason: new Error('cannot be measured') });
    await measure('healthy');
  });
});
