import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { readConfiguration } from '@knotenpunkt/platform/config';
import pg from 'pg';
import { buildImage, readDockerfile, type Image } from './build-image';

const house = resolve();

/** An empty database beside the template of the other specs. */
async function emptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env['TEST_POSTGRES_URL']!;
  const name = `image_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`CREATE DATABASE ${name}`);
  return { url: server.replace(/postgres$/, name), drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });

describe('the image', () => {
  let image: Image;
  let database: { url: string; drop(): Promise<void> };
  const running: ChildProcess[] = [];
  const told: string[] = [];

  beforeAll(async () => {
    database = await emptyDatabase();
    image = buildImage(house);
  }, 180_000);
  afterAll(async () => {
    await Promise.all(
      running.map((child) => {
        const ended = new Promise((done) => child.once('exit', done));
        return child.exitCode === null && child.kill('SIGTERM') ? ended : null;
      }),
    );
    image?.remove();
    await database?.drop();
  }, 60_000);

  it('holds what runs, and neither sources nor what builds and tests', () => {
    for (const there of ['dist/api/main.js', 'dist/web/index.html', 'node_modules/pg'])
      expect(existsSync(join(image.folder, there))).toBe(true);
    for (const not of ['libs', 'apps', 'node_modules/jest', 'node_modules/vite', 'node_modules/nx']) {
      expect(existsSync(join(image.folder, not))).toBe(false);
    }
  });

  it('serves and works in production on an empty Postgres', async () => {
    const port = await freePort();
    const environment = {
      DATABASE_URL: database.url,
      AUTH_SECRET: randomBytes(32).toString('hex'),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      PORT: String(port),
      DEFAULT_REGION: 'dortmund',
      // This spec asks in words of its own.
      OPEN_QUERIES: 'true',
    };
    // Both at once, as compose starts them: migrations run once all the same.
    for (const role of ['work', 'serve']) {
      const child = image.start([role], environment);
      for (const stream of [child.stdout, child.stderr]) stream!.on('data', (text) => told.push(`${role}: ${String(text)}`));
      running.push(child);
    }
    const address = `http://127.0.0.1:${port}`;
    const regions = async () => {
      const ready = await fetch(`${address}/ready`);
      const answer = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ region { slug } actors(first: 1) { edges { node { name } } } }' }),
      });
      return { ready: ready.status, answer: (await answer.json()) as { data?: { actors: { edges: unknown[] } } } };
    };
    let last: unknown;
    for (let attempt = 0; attempt < 120; attempt++) {
      if (running.some(({ exitCode }) => exitCode !== null)) break;
      last = await regions().catch((error: unknown) => error);
      if ((last as { answer?: { data?: { actors: { edges: unknown[] } } } }).answer?.data?.actors.edges.length === 1) break;
      await new Promise((wait) => setTimeout(wait, 500));
    }
    expect({ last, told: told.filter((line) => /error|not hold/i.test(line) && !line.includes('no region yet')) }).toMatchObject({
      last: { ready: 200, answer: { data: { region: { slug: 'dortmund' }, actors: { edges: [{}] } } } },
      told: [],
    });
    const page = await fetch(address, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<div id="app"');
  }, 120_000);
});

describe('the files of the image', () => {
  it('run as an ordinary user on the Node that package.json names', () => {
    const dockerfile = readFileSync(join(house, 'Dockerfile'), 'utf8');
    const stages = readDockerfile(dockerfile);
    expect(stages.at(-1)!.steps.find(({ word }) => word === 'USER')?.text).toBe('node');
    const { dependencies } = JSON.parse(readFileSync(join(house, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    const major = dependencies['node']!.split('.')[0]!;
    expect([...dockerfile.matchAll(/^FROM node:(\d+)/gm)].map(([, found]) => found)).toEqual(stages.map(() => major));
  });

  it('configure both roles as the server wants it', () => {
    const compose = readFileSync(join(house, 'compose.yaml'), 'utf8');
    const shared = /x-image:[\s\S]*?environment:\n([\s\S]*?)\n {2}depends_on/.exec(compose)![1]!;
    const environment = Object.fromEntries(
      [...shared.matchAll(/^ {4}(\w+): (.*)$/gm)].map(([, key, value]) => [
        key!,
        value!.replace(/\$\{(\w+):?([-?])([^}]*)\}/g, (_, name: string, kind: string, fallback: string) =>
          kind === '-' ? fallback : name === 'PUBLIC_URL' ? 'https://knotenpunkt.example' : 'x'.repeat(40),
        ),
      ]),
    );
    expect(readConfiguration({ ...environment, NODE_ENV: 'production' })).toMatchObject({
      production: true,
      demo: false,
      graph: { kind: 'neo4j', url: 'bolt://neo4j:7687' },
    });
    for (const role of ['serve', 'work'])
      expect(compose).toMatch(new RegExp(`^  ${role}:\\n    <<: \\*image\\n    command: \\[${role}\\]$`, 'm'));
    for (const service of ['image: postgres:18', 'image: neo4j:5']) expect(compose).toContain(service);
  });
});
