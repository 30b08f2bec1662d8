// `npx nx bench api`: what a page costs beside the least it could cost, in the same run. See README.md.
import { fork, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { cpuOf, cpuOfTree } from './cpu.mjs';
import { random, writeTables } from './tables.mjs';

const { values: given } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    large: { type: 'boolean', default: false },
    h2020: { type: 'string' },
    requests: { type: 'string', default: '300' },
    cases: { type: 'string', default: 'directory,profile,surroundings,paths,write' },
    profile: { type: 'boolean', default: false },
    // Kept and used again, so that large tables need not be loaded anew.
    folder: { type: 'string' },
  },
});
const sizes = [...given.sizes.split(',').map(Number), ...(given.large ? [100_000] : [])];
const wanted = given.cases.split(',');
const root = resolve(import.meta.dirname, '../../..');
const folder = given.folder ? resolve(given.folder) : mkdtempSync(join(tmpdir(), 'bench-'));
const main = join(root, 'dist/api/main.js');
const say = (line) => process.stdout.write(`${line}\n`);

const documents = JSON.parse(readFileSync(join(root, 'libs/webkit/contract/generated/persisted-documents.json'), 'utf8'));
const documentOf = (name) => Object.values(documents).find((text) => new RegExp(`(query|mutation) ${name}\\b`).test(text));

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function startProduct() {
  const port = await freePort();
  const env = { ...process.env, DATA_FOLDER: folder, PORT: String(port), LOG_LEVEL: 'error', PUBLIC_URL: `http://127.0.0.1:${port}` };
  const flags = given.profile ? ['--cpu-prof', `--cpu-prof-dir=${join(root, 'tmp/bench')}`] : [];
  const process_ = spawn(process.execPath, [...flags, main, 'all'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt++) {
    const ready = await fetch(`${address}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) break;
    if (attempt > 300) throw new Error('the product does not become ready');
    await new Promise((go) => setTimeout(go, 200));
  }
  const lines = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
  return {
    ...{ process: process_, address, env, postmaster: Number(lines[0]) },
    url: `postgres://postgres:knotenpunkt@127.0.0.1:${lines[3]}/knotenpunkt`,
  };
}

function load(product, tables, slug) {
  const result = spawnSync(process.execPath, [main, 'import', tables, '--region', slug], { cwd: root, env: product.env, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${slug} could not be loaded: ${result.stdout}${result.stderr}`);
  say(`${slug}: ${result.stdout.trim().split('\n').at(-1)}`);
}

const client = {
  /** A machine that is busy elsewhere makes a statement time out now and then: asked once more. */
  async post(url, body, headers = {}, attempt = 1) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': 'identity', ...headers },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (answer.ok && !text.includes('"errors"') && !text.includes('"Refused"')) return text;
    if (attempt > 3 || !text.includes('INTERNAL_SERVER_ERROR')) throw new Error(`${answer.status} ${text.slice(0, 400)}`);
    await new Promise((go) => setTimeout(go, 1_000));
    return client.post(url, body, headers, attempt + 1);
  },
};

async function hasRegion(database, slug) {
  return (await database.query('SELECT 1 FROM region WHERE slug = $1', [slug])).rows.length > 0;
}

const TURNS = 10;

/**
 * CPU milliseconds a request of each contestant: of the program that answers, and of Postgres. They are asked in turns, so that
 * what else the machine does hits all of them; a first turn warms up and is not counted.
 */
async function measure(product, contestants) {
  const used = contestants.map(() => ({ node: 0, postgres: 0 }));
  for (let turn = -1; turn < TURNS; turn++) {
    for (const [at, { pid, requests, ask }] of contestants.entries()) {
      const from = Math.floor((requests.length * Math.max(turn, 0)) / TURNS);
      const to = Math.floor((requests.length * (Math.max(turn, 0) + 1)) / TURNS);
      // What a write leaves to be done is done within this, and counts for whoever wrote.
      const before = [cpuOf(pid), cpuOfTree(product.postmaster)];
      for (const request of requests.slice(from, to)) await ask(request);
      await new Promise((go) => setTimeout(go, 200));
      if (turn < 0) continue;
      used[at].node += cpuOf(pid) - before[0];
      used[at].postgres += cpuOfTree(product.postmaster) - before[1];
    }
  }
  return used.map(({ node, postgres }, at) => {
    const { length } = contestants[at].requests;
    return { node: node / length, postgres: postgres / length, all: (node + postgres) / length };
  });
}

/** What is asked in a region, the same for both sides; drawn with a fixed seed, whoever has many ties more often. */
async function questions(database, slug, count) {
  const region = (await database.query('SELECT id FROM region WHERE slug = $1', [slug])).rows[0].id;
  const { rows } = await database.query(
    `SELECT a.id, a.slug FROM actor a JOIN participation p ON p.actor_id = a.id WHERE a.region_id = $1 AND p.state = 'ACCEPTED' ORDER BY a.id, p.initiative_id`,
    [region],
  );
  const next = random(7);
  const kinds = ['COMPANY', 'SCIENCE', 'ADMINISTRATION', 'OTHER'];
  const drawn = Array.from({ length: count }, () => [rows[Math.floor(next() * rows.length)], rows[Math.floor(next() * rows.length)]]);
  const pairs = drawn.map(([one, other]) => [one, one.id === other.id ? rows.find(({ id }) => id !== one.id) : other]);
  const asks = (document, make) => pairs.map((pair, at) => ({ query: documentOf(document), variables: make(pair, at) }));
  const floors = (name, make) => pairs.map((pair, at) => ({ name, values: make(pair, at) }));
  const kind = (at) => kinds[at % kinds.length];
  return {
    directory: {
      product: asks('ActorDirectory', (_, at) => ({ first: 20, filter: { kinds: [kind(at)] } })),
      floor: floors('directory', (_, at) => [region, kind(at)]),
    },
    profile: {
      product: asks('Steckbrief', ([{ slug: one }]) => ({ slug: one })),
      floor: floors('profile', ([{ slug: one }]) => [region, one]),
    },
    surroundings: { product: asks('ActorAround', ([{ id }]) => ({ actorId: id })), floor: floors('surroundings', ([{ id }]) => [id]) },
    // In SQL a way costs so much that a tenth as many must do.
    paths: {
      product: asks('NetworkPaths', ([one, other]) => ({ from: one.id, to: other.id })),
      floor: floors('paths', ([one, other]) => [one.id, other.id, region]).slice(0, Math.max(5, count / 30)),
    },
  };
}

const OWN = 'katrin.vossebrink@harkenrode.example';

/** One entry is confirmed again and again: a write under the version rule, with the outbox and what follows from it. */
async function writes(product, database) {
  const answer = await fetch(`${product.address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.address },
    body: JSON.stringify({ email: OWN, password: 'knotenpunkt-demo' }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const headers = { cookie, origin: product.address, 'x-region': 'harkenrode' };
  const account = await client.post(`${product.address}/graphql`, { query: documentOf('Account') }, headers);
  const { actorId } = JSON.parse(account).data.viewer.mandates[0];
  const found = await database.query(`SELECT id, version FROM entry WHERE actor_id = $1 AND state = 'OPEN' ORDER BY id LIMIT 2`, [actorId]);
  const [own, other] = found.rows;
  const query = documentOf('ConfirmEntry');
  return {
    product: () =>
      client.post(`${product.address}/graphql`, { query, variables: { input: { id: own.id, expectedVersion: own.version++ } } }, headers),
    floor: (onFloor) => onFloor({ name: 'write', values: [other.id, other.version++] }),
  };
}

async function run() {
  const product = await startProduct();
  const floor = fork(join(import.meta.dirname, 'floor.mjs'), [product.url]);
  const floorPort = await new Promise((done) => floor.once('message', done));
  const database = new pg.Client({ connectionString: product.url });
  await database.connect();
  try {
    const regions = [];
    for (const size of sizes) {
      const slug = `bench-${size}`;
      if (!(await hasRegion(database, slug))) {
        await writeTables(join(folder, slug), size);
        load(product, join(folder, slug), slug);
      }
      regions.push([size.toLocaleString('en'), slug]);
    }
    if (given.h2020 && existsSync(given.h2020)) {
      if (!(await hasRegion(database, 'h2020'))) load(product, given.h2020, 'h2020');
      regions.push(['H2020', 'h2020']);
    }
    await database.query('VACUUM ANALYZE');
    // The places of new networks are computed meanwhile; they must not count.
    await settled(product);
    const count = Number(given.requests);
    say('| case | actors | Node | Postgres | sum | floor: Node | Postgres | sum | ratio | kept | ratio kept |');
    say(`|${' --- |'.repeat(11)}`);
    const onFloor = (request) => client.post(`http://127.0.0.1:${floorPort}/`, request);
    for (const [label, slug] of regions) {
      const asked = await questions(database, slug, count);
      for (const name of wanted.filter((each) => each in asked)) {
        const ask = (headers) => (request) => client.post(`${product.address}/graphql`, request, { 'x-region': slug, ...headers });
        const { pid } = product.process;
        const [full, kept, least] = await measure(product, [
          { pid, requests: asked[name].product, ask: ask({ 'cache-control': 'no-cache' }) },
          { pid, requests: asked[name].product, ask: ask({}) },
          { pid: floor.pid, requests: asked[name].floor, ask: onFloor },
        ]);
        tell({ label, name, full, kept, floor: least });
      }
    }
    if (wanted.includes('write')) {
      const write = await writes(product, database);
      const often = Array.from({ length: count });
      const [full, least] = await measure(product, [
        { pid: product.process.pid, requests: often, ask: write.product },
        { pid: floor.pid, requests: often, ask: () => write.floor(onFloor) },
      ]);
      tell({ label: 'Harkenrode', name: 'write', full, kept: null, floor: least });
    }
  } finally {
    await database.end().catch(() => undefined);
    floor.kill();
    product.process.kill();
    await new Promise((done) => product.process.once('exit', done));
    if (!given.folder) rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until the product has nothing to do. */
async function settled(product) {
  for (let quiet = 0; quiet < 4;) {
    const before = cpuOf(product.process.pid);
    await new Promise((go) => setTimeout(go, 1_000));
    quiet = cpuOf(product.process.pid) - before < 60 ? quiet + 1 : 0;
  }
}

const ms = (value) => value.toFixed(2);
const ratio = (one, floor) => (one ? `${(one.all / floor.all).toFixed(2)} ×` : '–');

function tell({ label, name, full, kept, floor }) {
  const cells = [name, label, ms(full.node), ms(full.postgres), ms(full.all), ms(floor.node), ms(floor.postgres), ms(floor.all)];
  say(`| ${[...cells, ratio(full, floor), kept ? ms(kept.all) : '–', ratio(kept, floor)].join(' | ')} |`);
}

await run();
