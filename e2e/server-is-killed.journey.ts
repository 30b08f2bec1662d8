import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@knotenpunkt/kernel';
import { expect, request, test, type APIRequestContext } from './journey';

import { freePort, OwnServer } from './own-server';

const WRITERS = 8;

async function ask<Data>(client: APIRequestContext, query: string, variables: object = {}): Promise<Data> {
  const response = await client.post('/graphql', { data: { query, variables } });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function signedIn(server: OwnServer, key: string): Promise<APIRequestContext> {
  const client = await request.newContext({ baseURL: server.address, extraHTTPHeaders: { origin: server.address } });
  const answer = await client.post('/api/auth/sign-in/email', {
    data: { email: `${key}@harkenrode.example`, password: 'knotenpunkt-demo' },
  });
  expect(answer.ok()).toBe(true);
  return client;
}

const ADD_NEED = `mutation ($input: AddEntryInput!) { addEntry(input: $input) { __typename ... on ActorEntry { id } } }`;
const DECLARE = `mutation ($input: DeclareTieInput!) { declareTie(input: $input) { __typename } }`;

test('the server is killed in the middle of writes: nothing acknowledged is lost, the graph equals Postgres again', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  const server = new OwnServer(await freePort(), folder);
  try {
    await server.start();
    const katrin = await signedIn(server, 'katrin.vossebrink');
    const { viewer, actors } = await ask<{ viewer: { mandates: { actorId: string }[] }; actors: { edges: { node: { id: string } }[] } }>(
      katrin,
      '{ viewer { mandates { actorId } } actors(first: 50) { edges { node { id } } } }',
    );
    const own = viewer.mandates[0]!.actorId;
    const others = actors.edges.map(({ node }) => node.id).filter((id) => id !== own);

    const acknowledged = { entries: [] as string[], ties: 0 };
    let killed = false;
    const write = async (writer: number) => {
      for (let round = 0; !killed; round++) {
        const id = newId();
        const entry = { id, actorId: own, direction: 'OFFER', title: `Probe ${writer}-${round}` };
        const added = await ask<{ addEntry: { __typename: string } }>(katrin, ADD_NEED, { input: entry });
        if (added.addEntry.__typename === 'ActorEntry') acknowledged.entries.push(id);
        const toId = others[writer + round * WRITERS];
        if (!toId) continue;
        const tie = { id: newId(), fromId: own, toId, label: 'Gemeinsame Probe', sinceOn: '2026-01-01' };
        const declared = await ask<{ declareTie: { __typename: string } }>(katrin, DECLARE, { input: tie });
        if (declared.declareTie.__typename === 'TieDeclared') acknowledged.ties++;
      }
    };
    const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer).catch(() => undefined));
    await expect.poll(() => acknowledged.entries.length).toBeGreaterThan(WRITERS);
    await server.kill();
    killed = true;
    await Promise.all(writers);

    await server.start();
    const again = await signedIn(server, 'katrin.vossebrink');
    const { actorById } = await ask<{ actorById: { offers: { id: string }[] } }>(
      again,
      'query ($id: ID!) { actorById(id: $id) { offers { id } } }',
      { id: own },
    );
    const kept = new Set(actorById.offers.map(({ id }) => id));
    expect(acknowledged.entries.filter((id) => !kept.has(id))).toEqual([]);
    expect(acknowledged.ties).toBeGreaterThan(0);

    const coordinator = await signedIn(server, 'ulrike.tamm');
    await expect
      .poll(
        async () =>
          (
            await ask<{ graphState: { equal: boolean; seq: number; newestSeq: number } }>(
              coordinator,
              '{ graphState { equal seq newestSeq } }',
            )
          ).graphState.equal,
        {
          timeout: 60_000,
        },
      )
      .toBe(true);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
